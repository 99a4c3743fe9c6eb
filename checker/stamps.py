"""Lines that say when, where and by whom a story was published, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from checker.paragraphs import paragraphs

Label = Literal["published", "updated", ""]

_CENTURY = 100
_FIRST_LINES = 4
_OUTLET = 5
_MOST_RESIDUE = 16
_MOST_PLACE_WORDS = 4
_WORD = re.compile(r"[^\s,|/@()\[\]:;•·–—]{1,60}")
_DIGIT = re.compile(r"\d")
_LINE = re.compile(r"[^\r\n]+")
_MARK = re.compile(r"[\s,.|/@()\[\]:;•·–—\-]+")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a date line states.

    Attributes:
        label: `published`, `updated`, or empty where the line does not say.
        month, day: as stated.
        year: None where the line gives none.
    """

    label: Label
    month: int
    day: int
    year: int | None

    def date(self) -> date | None:
        """The day in the calendar; None without a year."""
        return None if self.year is None else _date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a date line or byline states.

    Attributes:
        kind: `date line` or `byline`.
        days: in the order in which they stand.
        place: the place before the date (`WASHINGTON`), as written.
    """

    kind: str
    days: tuple[Day, ...]
    place: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Grammar:
    tokens: re.Pattern[str]
    months: Mapping[str, int]
    day_first: frozenset[str]


def blocks(text: str, words: Mapping[str, Any]) -> list[tuple[int, int]]:
    """The paragraphs of a text, in which date lines at the head stand by themselves.

    `updated 12/19/2005` begins in a small letter, and so looks like the second line of the headline above it.

    Args:
        text: the story as read.
        words: the tables of `rules/dateline.toml`.
    """
    spans = list(paragraphs(text))
    head: list[tuple[int, int]] = []
    for start, end in spans[: words["limits"]["head"]]:
        lines = [match.span() for match in _LINE.finditer(text, start, end)]
        # Further down it is a line of wrapped prose that happens to hold a date and nothing else.
        stamps = [line for line in lines[:_FIRST_LINES] if len(lines) > 1 and read_stamp(text[slice(*line)], words)]
        at = start
        for first, last in stamps:
            head += [(at, first - 1), (first, last)] if at < first else [(first, last)]
            at = last
        head.append((at, end))
    return [span for span in (_trimmed(text, *span) for span in head) if span[0] < span[1]] + spans[
        len(spans[: words["limits"]["head"]]) :
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def read_stamp(line: str, words: Mapping[str, Any]) -> Stamp | None:
    """What a line states when it is a date line or a byline with or without a date; else None.

    `Last Updated: Monday, 28 November 2005, 02:24 GMT`, `Posted 11/27/2005 7:21 AM`, `By Ann Lee on Nov 10, 2011`,
    `Mumbai, Nov 11`. A numeric day is read month first unless it cannot be, and not read at all where the line's time
    zone speaks for day first.

    Args:
        line: one paragraph.
        words: the tables of `rules/dateline.toml`.
    """
    openings = words["byline"]["openings"]
    short = len(line) <= words["limits"]["stamp"]
    if not short or not (_DIGIT.search(line) or line.casefold().startswith(tuple(openings))):
        return None
    grammar = _grammar(
        tuple(map(tuple, words["calendar"]["months"])),
        tuple(words["calendar"]["weekdays"]),
        tuple(words["zones"]["all"]),
        tuple(words["zones"]["day_first"]),
        tuple(words["labels"]["published"]),
        tuple(words["labels"]["updated"]),
        tuple(words["labels"]["filler"]),
        tuple(words["agencies"]["names"]),
    )
    text, opening = _without_opening(line, openings)
    days, residue, timed, cut = _scan(text, grammar)
    if not residue:
        # An opening alone, or a lone agency, tells the kind of line as well as a date does.
        return Stamp("byline" if opening else "date line", days) if days or timed or opening else None
    if len(residue) > _MOST_RESIDUE:
        return None
    if opening or cut:
        return Stamp("byline", days) if _are_names(residue, words["byline"]["small"]) else None
    return _date_line(text, days, residue, words)


def _date_line(text: str, days: tuple[Day, ...], residue: Sequence[str], words: Mapping[str, Any]) -> Stamp | None:
    place = _place(text, residue, words["place"])
    if place:
        return Stamp("date line", days, place) if days else None
    # `Evening Courier, 11 February 2025` is an outlet and its day, `Hurricane Maud, 11 February 2025` a subject.
    outlet = len(residue) <= _OUTLET and not {word.casefold() for word in residue}.isdisjoint(words["outlets"]["words"])
    full = len(days) == 1 and days[0].year is not None
    return Stamp("date line", days) if outlet and full and _are_names(residue, words["byline"]["small"]) else None


def _without_opening(line: str, openings: Sequence[str]) -> tuple[str, bool]:
    lower = line.casefold()
    for opening in openings:
        rest = line[len(opening) :]
        if lower.startswith(opening) and (rest[:1] == ":" or (rest[:1].isspace() and rest.strip()[:1].isupper())):
            return rest, True
    return line, False


@lru_cache(maxsize=1024)
def _scan(text: str, grammar: _Grammar) -> tuple[tuple[Day, ...], tuple[str, ...], bool, bool]:
    """What a line holds, token by token. Every line of a story's head is asked for several times.

    Returns:
        The days; the words that belong to no date; whether a date, or a label with a time, is there; whether those
        words are cut off from the date by a bar, as a name is.
    """
    found = list(grammar.tokens.finditer(text))
    zones = {match["zone"].casefold() for match in found if match["zone"]}
    days: list[Day] = []
    label: Label = ""
    labelled = timed = False
    for match in found:
        if match["published"] or match["updated"]:
            label, labelled = ("published" if match["published"] else "updated"), True
        elif match["clock"]:
            timed = True
        elif match["date"]:
            day = _day(match, grammar, label, day_first=bool(zones & grammar.day_first))
            label = ""
            if day:
                days.append(day)
    dated = any(match["date"] for match in found)
    ends = (0, *(match.end() for match in found))
    starts = (*(match.start() for match in found), len(text))
    rest = "\0".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    residue = tuple(word for word in _WORD.findall(rest.replace("\0", " ")) if not _MARK.fullmatch(word))
    cut = bool(dated and residue and re.match(r"[^\0|•·]{1,80}[|•·]", rest))
    return tuple(days), residue, (labelled and timed) or dated, cut


def _day(match: re.Match[str], grammar: _Grammar, label: Label, *, day_first: bool) -> Day | None:
    if match["iso_year"]:
        year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    elif match["first"]:
        year = int(match["third"])
        month, day = int(match["first"]), int(match["second"])
        ambiguous = month <= 12 and day <= 12 and month != day  # noqa: PLR2004 - months
        if ambiguous and day_first and match["mark"] == "/":
            return None
        if month > 12 or (ambiguous and match["mark"] == "."):  # noqa: PLR2004 - months
            month, day = day, month
        if len(match["third"]) == 2:  # noqa: PLR2004 - digits
            year += 2000 if year < 69 else 1900  # noqa: PLR2004 - POSIX's turn of the century
    else:
        month = grammar.months[(match["month"] or match["month_after"]).casefold()]
        day = int(match["day"] or match["day_before"])
        stated = match["year"] or match["year_after"]
        if stated is None:
            # 2024 is a leap year: every day that exists in some year passes.
            return Day(label, month, day, None) if _date(2024, month, day) else None
        year = int(stated)
        year += 2000 if year < _CENTURY else 0
    return Day(label, month, day, year) if _date(year, month, day) else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _are_names(residue: Sequence[str], small: Sequence[str]) -> bool:
    return all(word[:1].isupper() or word.casefold().strip(".,'") in small or "@" in word for word in residue) and any(
        word[:1].isupper() for word in residue
    )


def _place(text: str, residue: Sequence[str], words: Mapping[str, Any]) -> str | None:
    """The place that the words which belong to no date name: in capitals, or a known city."""
    first = text.find(residue[0])
    last = text.find(residue[-1], first) + len(residue[-1])
    place = text[first:last].strip(" ,:-–—")
    if not re.search(r"\b[A-Z]\.[A-Z]\.?$", place):
        place = place.rstrip(".")
    if len(residue) > _MOST_PLACE_WORDS or place in words["never"] or any(map(str.isdigit, place)):
        return None
    city = place.split(",")[0]
    known = any(city == name or city.startswith(f"{name} ") for name in words["cities"])
    return place if known or (city.isupper() and len(city) > 3) else None  # noqa: PLR2004 - `TV`, `USA` are no datelines


def _either(words: Sequence[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=lambda word: (-len(word), word))
    )


@lru_cache(maxsize=8)
def _grammar(  # noqa: PLR0913 - one argument per word list, hashable for the cache
    months: tuple[tuple[str, ...], ...],
    weekdays: tuple[str, ...],
    zones: tuple[str, ...],
    day_first: tuple[str, ...],
    published: tuple[str, ...],
    updated: tuple[str, ...],
    filler: tuple[str, ...],
    agencies: tuple[str, ...],
) -> _Grammar:
    numbers = {word: number for number, group in enumerate(months, 1) for word in group}
    month = _either(tuple(numbers))
    year = r"(?:19|20)\d\d(?!\d|:|\s{0,2}(?:gmt|utc|hrs))"
    gap = r"[\s,.\-]{0,4}"
    day = r"[0-3]?\d"
    date_forms = rf"""
        (?P<iso_year>(?:19|20)\d\d)(?P<iso_mark>[-./])(?P<iso_month>\d\d)(?P=iso_mark)(?P<iso_day>\d\d)(?!\d)(?:T[\d:.]{{4,15}}(?:Z|[+-]\d\d:?\d\d)?)?
      | (?P<first>{day})(?P<mark>[/.])(?P<second>{day})(?P=mark)(?P<third>(?:19|20)\d\d|\d\d)(?![\d/])
      | (?P<day_before>{day})(?:st|nd|rd|th)?{gap}(?:of\s)?(?P<month>{month})\b(?:{gap}(?P<year>{year}))?
      | (?P<month_after>{month})\b{gap}(?P<day>{day})(?:st|nd|rd|th)?(?![\d:/%])
        (?:{gap}(?P<year_after>{year}|(?<=\w-\d\d-)\d\d(?!\d)))?
    """
    clock = r"""
        \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s{0,2}[ap]\.?m?\b\.?)? | \d{1,2}\s{0,2}[ap]\.?m\b\.?
      | \d{4}(?=\s{0,2}(?:gmt|utc|hkt|hrs|hours|et|est|edt|ist|bst)\b) | [ap]\.m\.
    """
    pattern = rf"""
        (?<![\w$£€]) (?:
            (?P<date>{date_forms})
          | (?P<clock>{clock})
          | (?P<published>{_either(published)})\b
          | (?P<updated>{_either(updated)})\b
          | (?P<zone>{_either(zones)})\b(?:[+-]\d{{1,2}}:?\d{{0,2}})?
          | (?:{_either(weekdays)})\b\.?
          | (?:{_either(filler)})\b
          | (?-i:{_either(agencies)})\b
        ) (?!\w)
    """
    return _Grammar(re.compile(pattern, re.IGNORECASE | re.VERBOSE), numbers, frozenset(day_first))
