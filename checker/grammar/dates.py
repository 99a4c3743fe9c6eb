"""Dates as they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from checker.grammar import days
from checker.grammar.outlook import Outlook
from checker.grammar.patterns import either, word_before
from checker.model import Interval

Found = tuple[int, int, Interval]

_MONTHS = 12
_LATEST_DAY = 31
_LATEST_CENTURY = 30
# Further back nobody counts in years; what does is read as a number.
_LONGEST_AGO = 5000
_WRITTEN_YEAR = len("2005")
# '49 is 2049 and '50 is 1950.
_NEW_CENTURY = 50
_NTH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_NO_NUMBER = r"(?![\d,]\d|\d|%)"
_ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d.])")
_DECADE = re.compile(r"(?P<year>1[5-9]\d0|20\d0|(?<![\w])['\u2018\u2019][2-9]0)['\u2019]?s\b")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b", re.IGNORECASE)
_CENTURY_WORD = re.compile(r"[ -]centur(?:y|ies)\b", re.IGNORECASE)
_YEARS = re.compile(rf"({_YEAR})(?:[-\u2013/](\d{{4}}|\d\d)(?!\d))?(?![\d,]\d|\d|%|\.\d)")
_HAS_YEAR = re.compile(r"\d{4}")
_LOWER_WORD = re.compile(r"[ ](?P<word>[a-z]{3,15})\b")
_LAST_ARTICLE = re.compile(r"[ -](?:in |the )?\Z")


class Dates:
    """The grammar of dates, compiled from `[dates]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        dates = words["dates"]
        self._outlook = Outlook(words)
        self._months: dict[str, int] = {**dates["months"], **dates["month_abbreviations"]}
        self._weekdays: dict[str, int] = dates["weekdays"]
        self._short: dict[str, int] = dates["weekday_abbreviations"]
        self._seasons: dict[str, int] = dates["seasons"]
        self._days: dict[str, int] = dates["days"]
        self._shifts: dict[str, int] = dates["shifts"]
        self._units: dict[str, str] = dates["units"]
        self._ambiguous = frozenset(dates["ambiguous"])
        self._given_names = frozenset(dates["given_names"])
        self._no_month = frozenset(dates["no_month"])
        self._no_verb_after = frozenset(dates["no_verb_after"])
        self._before = frozenset(dates["before"])
        self._weakly_before = frozenset(dates["weakly_before"])
        self._year_before = frozenset(dates["year_before"])
        self._counted_year_before = frozenset(dates["counted_year_before"])
        self._old_year_before = frozenset(dates["old_year_before"])
        self._counted = frozenset(words["counted"]["nouns"])
        self._no_plural = frozenset(dates["no_plural"])
        self._parts = {word: part for part in ("within", "early", "middle", "late") for word in dates[part]}
        self._compile(dates)
        whole = (self._months, self._weekdays, self._short, self._seasons, self._shifts)
        phrases = (*self._days, *dates["fiscal"], *dates["quarters"], *dates["halves"])
        self.starts = frozenset(
            [word for table in whole for word in table]
            + [phrase.split()[0].lower().rstrip("1234") for phrase in phrases]  # Q1 begins with its letter
        )

    def _compile(self, dates: Mapping[str, Any]) -> None:
        months, weekday, part = either(self._months), either(self._weekdays), either(dates["parts_of_day"])
        shift = either(self._shifts)
        month_day = rf"(?:{months})\b\.? \d|\d{{1,2}}{_NTH} (?:of )?(?:{months})\b"
        # The full stop behind `Sept.` is its own, the one behind `June.` is the sentence's.
        named = (
            rf"(?P<month>(?P<short>{either(dates['month_abbreviations'])})(?!\w)|{either(dates['months'])})\b"
            r"(?(short)(?: ?\.)?|(?:\.(?= \d{1,2},? \d{4}))?)"
        )
        self._month = re.compile(
            rf"{named}(?:(?P<gap>[ ])(?:the )?(?P<day>\d{{1,2}}){_NTH}(?![\w%]|[.:,]\d)"
            rf"(?! ?(?:{either(dates['no_day_before'])}|[ap]\.?m\b))"
            rf"(?:(?P<join>[ ]?(?:[-\u2013]|to|and)[ ]?)(?P<to>\d{{1,2}}){_NTH}(?![\w%]|[.:,]\d))?)?"
            rf"(?:(?:,? of| ?,)?[ ](?P<year>{_YEAR}){_NO_NUMBER})?",
            re.IGNORECASE,
        )
        self._day_month = re.compile(
            rf"(?P<day>\d{{1,2}}){_NTH}(?:(?P<join>[ ]?(?:[-\u2013]|to|and)[ ]?)(?P<to>\d{{1,2}}){_NTH})?"
            rf"(?:[ ]|-| day of | of ){named}(?:,?[ -](?P<year>{_YEAR}|\d\d(?=\W)){_NO_NUMBER})?",
            re.IGNORECASE,
        )
        self._weekday = re.compile(
            rf"(?P<weekday>{weekday})(?:'s)?\b(?:[ ](?:{part}))?(?P<week>[ ](?:of )?(?P<shift>{shift}) week)?"
            rf"(?:(?=,? (?:the )?(?P<date>{month_day})))?",
            re.IGNORECASE,
        )
        self._short_weekday = re.compile(
            rf"(?:{either(self._short)})\b\.?,? (?=(?:{months})\b|\d{{1,2}} (?:{months})\b)", re.IGNORECASE
        )
        self._shifted = re.compile(
            rf"(?P<shift>{shift})[ -](?:(?P<unit>{either(self._units)})\b|(?P<weekday>{weekday})(?:[ ](?:{part}))?\b"
            rf"|(?P<month>{months})\b|(?P<season>{either(self._seasons)})\b(?! of)|(?P<part>{part})\b)",
            re.IGNORECASE,
        )
        self._season = re.compile(rf"(?P<season>{either(self._seasons)})(?: of|,)? (?P<year>{_YEAR})\b", re.IGNORECASE)
        parts = {**dates["quarters"], **dates["halves"]}
        self._part_year = re.compile(
            rf"(?P<part>{either(parts)})(?:,? (?:of )?)(?P<year>{_YEAR})(?![\d,]\d|\d|%|\.\d)", re.IGNORECASE
        )
        self._part_shift = re.compile(
            rf"(?P<part>{either(parts)}) (?:of )?(?:the )?(?P<shift>{shift}) year\b", re.IGNORECASE
        )
        self._part_months: dict[str, tuple[int, int]] = {
            part.lower(): (first, last) for part, (first, last) in parts.items()
        }
        self._fiscal = re.compile(rf"(?:{either(dates['fiscal'])}) ?(?P<year>{_YEAR})\b", re.IGNORECASE)
        self._day = re.compile(rf"(?P<day>{either(self._days)})\b", re.IGNORECASE)
        self._ago = re.compile(
            rf"[ -](?P<unit>{either(dates['ago_units'])})s? (?:{either(dates['ago'])})\b", re.IGNORECASE
        )
        self._narrowing = re.compile(rf"(?:{either(self._parts)})[ -]?(?:in |the )?\Z", re.IGNORECASE)

    def at(self, text: str, start: int, published: date | None) -> Found | None:
        """The date that begins at a character, if one does."""
        if text[start].isdigit() or text[start] in "'\u2018\u2019":
            found = _numeric(text, start) or self._day_and_month(text, start, published)
        else:
            readers = (self._by_month, self._by_weekday, self._by_day, self._by_shift, self._by_year)
            found = next(filter(None, (reader(text, start, published) for reader in readers)), None)
        return self._narrowed(text, found) if found else None

    def year_at(self, text: str, start: int) -> Found | None:
        """A year alone (`2003`, `2024-25`), unless it counts (`2000 people`)."""
        match = _YEARS.match(text, start)
        if match is None:
            return None
        first = last = int(match[1])
        if match[2]:
            last = int(match[1][: _WRITTEN_YEAR - len(match[2])] + match[2])
        if not first <= last <= first + 100 or self._counts(text, match):
            return None
        return self._narrowed(text, (start, match.end(), days.years(first, last + 1)))

    def century_after(self, text: str, end: int, number: int) -> Found | None:
        """`twentieth century`, the ordinal read already."""
        match = _CENTURY_WORD.match(text, end)
        return (end, match.end(), days.century(number)) if match and 0 < number < _LATEST_CENTURY else None

    def ago(self, text: str, start: int, end: int, number: int, published: date | None) -> Found | None:
        """`two weeks ago`, the number read already."""
        match = self._ago.match(text, end)
        if match is None or number > _LONGEST_AGO:
            return None
        return start, match.end(), days.ago(match["unit"].lower(), number, published)

    # --- days and months ---

    def _day_and_month(self, text: str, start: int, published: date | None) -> Found | None:
        """`30 March`, `3-5 March 2026`, `the 5th of May`."""
        match = self._day_month.match(text, start)
        if match is None or not self._is_date(text, match):
            return None
        return self._placed(text, match, _year(match["year"]), published)

    def _by_month(self, text: str, start: int, published: date | None) -> Found | None:
        short = self._short_weekday.match(text, start)
        if short:
            weekday = self._short[short.group().rstrip(" ,.").lower()]
            return self._with_weekday(text, start, short.end(), weekday, published)
        match = self._month.match(text, start)
        if match is None or not self._is_date(text, match):
            return None
        year = _year(match["year"])
        if match["day"]:
            return self._placed(text, match, year, published)
        if year is None and not self._is_month(text, start, match):
            return None
        month = self._months[match["month"].lower()]
        end = match.end()
        if year is None:
            if published is None:
                return start, end, Interval(None, None, month=month, stated="month")
            year = self._outlook.year_of_month(text, start, end, month, published)
        return start, end, days.month_of(year, month)

    def _is_date(self, text: str, match: re.Match[str]) -> bool:
        """Whether the month is one: in lower case only beside a day, and if no verb is written so."""
        if _is_name(match["month"]):
            return True
        if match["day"] is None:
            return False
        behind = match.start("day") < match.start("month") and word_before(text, match.start()) in self._no_verb_after
        return behind or match["month"] not in self._no_month

    def _is_month(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Whether a month without day and year is a month: `in May`, never `May said`."""
        word = match["month"].lower()
        if word not in self._ambiguous:
            return True
        before = word_before(text, start)
        if before not in self._weakly_before or word in self._given_names:
            return before in self._before
        return self._outlook.is_scheduled(text, start)

    def _placed(self, text: str, match: re.Match[str], year: int | None, published: date | None) -> Found | None:
        """A day, or a stretch of days, of a month."""
        month, day, end = self._months[match["month"].lower()], int(match["day"]), match.end()
        last = int(match["to"]) if match["to"] else day
        if match["join"] and (match["join"].strip() == "and" or last <= day):
            if match.start("month") != match.start():
                return None
            end, last = match.start("join"), day
        if not 1 <= day <= last <= _LATEST_DAY:
            return None
        exact, stated = (day, "day") if last == day else (None, "week")
        if year is None:
            if published is None:
                return match.start(), end, Interval(None, None, month=month, day=exact, stated=stated)
            year = self._outlook.year_of_day(text, match.start(), end, month, day, published)
        first, final = days.day_of(year, month, day), days.day_of(year, month, last)
        if first is None or final is None:
            return None
        return match.start(), end, Interval(first, final + timedelta(1), month=month, day=exact, stated=stated)

    # --- weekdays ---

    def _by_weekday(self, text: str, start: int, published: date | None) -> Found | None:
        match = self._weekday.match(text, start)
        if match is None or not _is_name(match["weekday"]):
            return None
        weekday, end = self._weekdays[match["weekday"].lower()], match.end()
        if match["date"]:
            found = self._with_weekday(text, start, match.start("date"), weekday, published)
            if found:
                return found
        if match["week"]:
            return start, end, days.weekday_in_week(weekday, published, self._shifts[match["shift"].lower()])
        shift = min(0, self._shifts.get(word_before(text, start), 0))
        return start, end, days.weekday_near(weekday, published, shift)

    def _with_weekday(self, text: str, start: int, place: int, weekday: int, published: date | None) -> Found | None:
        """`Friday, 16 January`: the date behind the weekday, and which weekday it is said to be."""
        found = self._by_month(text, place, published) or self._day_and_month(text, place, published)
        if found is None:
            return None
        value = replace(found[2], weekday=weekday)
        if published and not _HAS_YEAR.search(text[place : found[1]]):
            value = days.of_weekday(value)
        return start, found[1], value

    # --- counted from the story's own day ---

    def _by_day(self, text: str, start: int, published: date | None) -> Found | None:
        match = self._day.match(text, start)
        if match is None:
            return None
        return start, match.end(), _days_off(self._days[match["day"].lower()], published)

    def _by_shift(self, text: str, start: int, published: date | None) -> Found | None:
        match = self._shifted.match(text, start)
        if match is None:
            return None
        shift, end = self._shifts[match["shift"].lower()], match.end()
        if match["part"]:
            return start, end, _days_off(min(shift, 0), published)
        if match["season"]:
            return start, end, days.shifted_season(self._seasons[match["season"].lower()], published, shift)
        if match["unit"]:
            return start, end, days.shifted_unit(self._units[match["unit"].lower()], published, shift)
        found = None
        if match["weekday"] and _is_name(match["weekday"]):
            found = days.weekday_near(self._weekdays[match["weekday"].lower()], published, shift)
        elif match["month"] and _is_name(match["month"]):
            found = days.shifted_month(self._months[match["month"].lower()], published, shift)
        return (start, end, found) if found else None

    # --- years ---

    def _by_year(self, text: str, start: int, published: date | None) -> Found | None:
        match = self._part_shift.match(text, start)
        if match:
            first, last = self._part_months[match["part"].lower()]
            shift = self._shifts[match["shift"].lower()]
            return start, match.end(), days.shifted_months(first, last, published, shift)
        match = self._part_year.match(text, start)
        if match:
            return start, match.end(), days.months_of(int(match["year"]), *self._part_months[match["part"].lower()])
        match = self._season.match(text, start)
        if match:
            return start, match.end(), days.season_of(int(match["year"]), self._seasons[match["season"].lower()])
        match = self._fiscal.match(text, start)
        return (start, match.end(), days.year_of(int(match["year"]))) if match else None

    def _counts(self, text: str, match: re.Match[str]) -> bool:
        """`2000 people`, `2000 points`, and what would be a year long gone with nothing to say that it is one."""
        before, after = word_before(text, match.start()), _LOWER_WORD.match(text, match.end())
        if int(match[1]) < 1900 and before not in self._old_year_before:  # noqa: PLR2004 - 1,650 without its comma
            return True
        if after is None or after["word"] in self._no_plural:
            return False
        if after["word"] in self._counted and before not in self._counted_year_before:
            return True
        return before not in self._year_before and (after["word"] in self._counted or after["word"].endswith("s"))

    def _narrowed(self, text: str, found: Found) -> Found:
        """`early 2028`, `late last year`: half of the interval, and the word before with it."""
        start, end, value = found
        match = self._narrowing.search(text, max(0, start - 16), start)
        if match is None or (match.start() and text[match.start() - 1].isalnum()):
            return found
        if value.stated in ("day", "weekday", "relative"):
            return found
        if value.start is None or value.end is None:
            return match.start(), end, value
        part = self._parts[_LAST_ARTICLE.sub("", match.group().lower()).rstrip(" -")]
        length = (value.end - value.start).days
        first, last = value.start, value.end
        if part == "early":
            last = first + timedelta(length // 2 + 1)
        elif part == "late":
            first = last - timedelta(length // 2 + 1)
        elif part == "middle":
            first, last = first + timedelta(length // 5), last - timedelta(length // 5)
        return match.start(), end, Interval(first, last, stated=value.stated)


def _numeric(text: str, start: int) -> Found | None:
    """Dates in digits alone, decades and centuries."""
    match = _ISO.match(text, start)
    if match:
        day = days.day_of(int(match[1]), int(match[3]), int(match[4]))
        return (start, match.end(), days.one_day(day)) if day else None
    match = _NUMERIC.match(text, start)
    if match and (match[2] == "/" or len(match[4]) == _WRITTEN_YEAR):  # 3.4.10 is a version, 3.4.2010 a date
        return _slashed(match)
    match = _DECADE.match(text, start)
    if match:
        year = match["year"].strip("'\u2018\u2019")
        return start, match.end(), days.decade_of(int(year) if len(year) == _WRITTEN_YEAR else 1900 + int(year))
    match = _CENTURY.match(text, start)
    if match and 0 < int(match[1]) < _LATEST_CENTURY:
        return start, match.end(), days.century(int(match[1]))
    return None


def _slashed(match: re.Match[str]) -> Found | None:
    first, second, year = int(match[1]), int(match[3]), _year(match[4]) or 0
    month, number = (second, first) if first > _MONTHS or match[2] == "." else (first, second)
    day = days.day_of(year, month, number)
    if day and match[2] == "/" and first <= _MONTHS and first != second <= _MONTHS:
        # 3/4/2024 is in March or in April, as the paper has it.
        return match.start(), match.end(), Interval(None, None, stated="relative")
    return (match.start(), match.end(), days.one_day(day)) if day else None


def _days_off(shift: int, published: date | None) -> Interval:
    if published is None:
        return Interval(None, None, stated="relative")
    return days.one_day(published + timedelta(shift), stated="relative")


def _is_name(word: str) -> bool:
    return word[0].isupper()


def _year(written: str | None) -> int | None:
    if not written:
        return None
    if len(written) == _WRITTEN_YEAR:
        return int(written)
    return (2000 if int(written) < _NEW_CENTURY else 1900) + int(written)
