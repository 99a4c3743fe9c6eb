"""Findings that somebody decided to live with, for a reason and until a day.

They stand in a TOML file, a table for each:

    [[suppress]]
    rule = "count.value"            # the rule that is not to speak
    until = 2027-01-31              # the last day on which this holds
    reason = "The figure was corrected after the translation went out."
    files = ["content/de/**"]       # where; everywhere, if left out
    text = "12 Personen"            # a wording of the finding; any, if left out

or beside the text, in a comment (see `checker.comments`): there it holds for the paragraph that the comment stands in,
or, if it has a paragraph of its own, for the next; in a file of units for the unit that it is on.
"""

from __future__ import annotations

import dataclasses
import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

from checker.comments import Remark, remark, remarks
from checker.errors import SuppressionError
from checker.files import read_toml
from checker.model import FINDINGS, AnyClaim, Comparison, Report
from checker.patterns import Pattern
from checker.position import position
from checker.report.places import SourceFile
from checker.report.visible import one_line
from checker.report.wording import words

_KEYS = ("rule", "until", "reason", "files", "text")
# Any number of blank lines that follow each other.
_BLANK = re.compile(r"(?>\r\n?|\n)(?:[ \t]*(?>\r\n?|\n))+")
# So many elements may end one in another before there is a word.
_DEEPEST = 20
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLOCK_END = re.compile(
    r"</(?:p|h[1-6]|li|dd|dt|td|th|figcaption|blockquote|div|section|article)\s{0,20}>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One decision.

    Attributes:
        place: where it stands, for messages: `content/de/a.md:3`, or the file and the table's number.
        rule, until, reason: as stated.
        text: a wording of the finding; any, if empty.
        files: patterns of paths; every path, if None.
        stories: those that the comment speaks of, none for those of a file.
        span: the stretch of its text that a comment holds for; None where the text is not that of the file.
        words: that stretch of the file in plain words, where there is no span; None if it holds for the whole text.
    """

    place: str
    rule: str
    until: date
    reason: str
    text: str = ""
    files: tuple[Pattern, ...] | None = None
    stories: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    words: str | None = None

    def covers(self, row: Comparison, origins: Mapping[str, SourceFile]) -> bool:
        """Whether the finding is one that it means."""
        if row.rule != self.rule:
            return False
        return any(self._covers(side.claim, origins) for side in row.sides)

    def _covers(self, claim: AnyClaim, origins: Mapping[str, SourceFile]) -> bool:
        if self.stories:
            if claim.story not in self.stories:
                return False
            if self.span:
                return self.span[0] <= claim.start and claim.end <= self.span[1]
            return self.words is None or one_line(claim.text) in self.words
        path = origins[claim.story].path if claim.story in origins else claim.story
        named = self.files is None or any(pattern.match(path) for pattern in self.files)
        return named and (not self.text or self.text == one_line(claim.text))


@dataclass(frozen=True, slots=True)
class Ground:
    """What suppressions are judged by.

    Attributes:
        day: the day on which they must still hold.
        rules: the ids of all rules; no other can be suppressed.
        whole: everything was checked; else nothing is called stale that may mean what was not.
    """

    day: date
    rules: AbstractSet[str]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the suppressions.

    Attributes:
        report: with the findings that they cover marked.
        said: a line for each that has expired, or that nothing answers any longer.
    """

    report: Report
    said: tuple[str, ...]


def read(path: Path, root: str = "") -> tuple[Suppression, ...]:
    """The suppressions of a file.

    Args:
        path: of the file.
        root: what stands before its patterns in the paths that the report names.

    Raises:
        SuppressionError: it cannot be used; the message names the file and the key.
    """
    form = read_toml(path, SuppressionError)
    _refuse_others(f"{path}: ", form, ("suppress",))
    tables = form.get("suppress", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SuppressionError(f"{path}: suppress: must be tables [[suppress]]")
    return tuple(_entry(f"{path}: suppress[{place}]", table, root) for place, table in enumerate(tables))


def beside(name: str, origin: SourceFile) -> tuple[tuple[Suppression, ...], tuple[str, ...]]:
    """The suppressions in the text of a story, or noted on it in its file; what is wrong with others, a line each."""
    found: list[Suppression] = []
    wrong: list[str] = []
    blanks = _blanks(origin.source) if origin.verbatim else []
    for said in chain(remarks(origin.source), filter(None, (remark(note) for note in origin.notes))):
        place = f"{origin.path}:{_line(origin, said)}"
        if said.fault or said.until is None:
            wrong.append(f"{place}: checker: {said.fault}; it suppresses nothing")
            continue
        one = Suppression(place, said.rule, said.until, said.reason, stories=(name, *origin.with_it))
        if origin.verbatim:
            one = dataclasses.replace(one, span=_reach(origin.source, blanks, said))
        elif not origin.notes:
            one = dataclasses.replace(one, words=_plain(origin.source, said))
        found.append(one)
    return tuple(found), tuple(wrong)


def _line(origin: SourceFile, said: Remark) -> int:
    """The line of a comment; of a note that of the text which it is on."""
    if origin.notes and origin.story:
        return position(origin.story, 0).line
    return origin.position(said.start)[0]


def applied(
    report: Report, suppressions: Sequence[Suppression], origins: Mapping[str, SourceFile], ground: Ground
) -> Outcome:
    """The report with the findings that are suppressed marked as such.

    Args:
        report: what was found.
        suppressions: all of them.
        origins: the files of the stories.
        ground: what they are judged by.
    """
    living = [one for one in suppressions if one.until >= ground.day]
    used: set[Suppression] = set()

    def marked(row: Comparison) -> Comparison:
        if row.verdict not in FINDINGS:
            return row
        covering = [one for one in living if one.covers(row, origins)]
        used.update(covering)
        return _marked(row, covering[0]) if covering else row

    events = tuple(
        dataclasses.replace(event, comparisons=tuple(map(marked, event.comparisons))) for event in report.events
    )
    return Outcome(dataclasses.replace(report, events=events), tuple(_said(suppressions, used, ground)))


def _marked(row: Comparison, by: Suppression) -> Comparison:
    template = str(words()["sentences"]["suppressed"])
    note = template.format(reason=by.reason, until=by.until.isoformat(), where=by.place)
    return dataclasses.replace(row, known=True, note=note, suppressed="beside" if by.stories else "file")


def _said(suppressions: Iterable[Suppression], used: AbstractSet[Suppression], ground: Ground) -> Iterator[str]:
    for one in suppressions:
        if one.rule not in ground.rules:
            yield f"{one.place}: {one.rule}: no such rule; it suppresses nothing"
        elif one.until < ground.day:
            yield f"{one.place}: the suppression of {one.rule} expired on {one.until.isoformat()}"
        elif one not in used and (ground.whole or one.stories):
            yield f"{one.place}: stale, the suppression of {one.rule} answers nothing in this run"


def _reach(text: str, blanks: Sequence[tuple[int, int]], said: Remark) -> tuple[int, int]:
    """From the start of the comment's paragraph to its end; to the end of the next, if it has one of its own.

    Args:
        text: of the file.
        blanks: where its blank lines stand.
        said: the comment.
    """
    place = bisect_right(blanks, (said.start, said.start))
    start = blanks[place - 1][1] if place else 0
    after = bisect_left(blanks, (said.end, 0))
    end = blanks[after][0] if after < len(blanks) else len(text)
    if (text[start : said.start] + text[said.end : end]).strip():
        return start, end
    return start, blanks[after + 1][0] if after + 1 < len(blanks) else len(text)


def _blanks(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _BLANK.finditer(text)]


def _plain(page: str, said: Remark) -> str:
    """What a web page shows from a comment to the end of the element that follows it."""
    at = said.end
    for close in islice(_BLOCK_END.finditer(page, at), _DEEPEST):
        if shown := " ".join(html.unescape(_TAG.sub("", page[at : close.start()])).split()):
            return shown
        at = close.end()
    return ""


def _entry(where: str, form: Mapping[str, Any], root: str) -> Suppression:
    _refuse_others(f"{where}.", form, _KEYS)
    for key in ("rule", "reason"):
        if not isinstance(form.get(key), str) or not form[key].strip():
            raise SuppressionError(f"{where}.{key}: missing, or not text")
    until, text, files = form.get("until"), form.get("text", ""), form.get("files")
    if type(until) is not date:
        raise SuppressionError(f"{where}.until: must be a day, such as until = 2027-01-31")
    if not isinstance(text, str):
        raise SuppressionError(f"{where}.text: not text")
    if files is not None and not (isinstance(files, list) and files and all(isinstance(it, str) for it in files)):
        raise SuppressionError(f"{where}.files: must be a list of patterns")
    patterns = None if files is None else tuple(Pattern(root + it) for it in files)
    return Suppression(where, form["rule"], until, " ".join(form["reason"].split()), one_line(text), patterns)


def _refuse_others(where: str, form: Iterable[str], known: Sequence[str]) -> None:
    for key in form:
        if key not in known:
            raise SuppressionError(f"{where}{key:.80}: unknown key; known are {', '.join(known)}")
