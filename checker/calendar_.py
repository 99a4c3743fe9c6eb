"""Dates and times of day as they are written."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from checker.model import Clock, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Found = tuple[int, int, Interval | Clock]

_DAY_MINUTES = 1440
# "Sept." is the longest month with a full stop of its own.
_LONGEST_SHORT = 4
_MONTHS = 12
_WEEK = 7
_LATEST_DAY = 31
# News tells of what was: a day ahead has to be this much nearer than one behind.
_FUTURE = 1.5
_NTH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d.])")
_DECADE = re.compile(r"(?P<year>1[5-9]\d0|20\d0|(?<![\w])['\u2018\u2019][2-9]0)['\u2019]?s\b")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b", re.IGNORECASE)
_CENTURY_WORD = re.compile(r"[ -]centur(?:y|ies)\b", re.IGNORECASE)
_YEARS = re.compile(rf"({_YEAR})(?:[-\u2013/](\d{{4}}|\d\d)(?!\d))?(?![\d,]\d|\d|%|\.\d)")
_TAIL_YEAR = re.compile(rf",? ({_YEAR})(?![\d,]\d|\d|%)")
_HALF_DAY = r"[ ]?(?P<half>[ap]\.m\.|[ap]\.m\b|[AP]\.M\.|[ap]m\b|[AP]M\b|[ap]\. m\.)"
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?:[:.]\d\d)?)?" + _HALF_DAY)
_CLOCK_24 = re.compile(
    r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?P<hours>[ ]?(?:hours|hrs|h)\b)?"
)
_MILITARY = re.compile(r"(?P<hour>[01]\d|2[0-4])[.:]?(?P<minute>[0-5]\d)(?!\d)(?P<hours>[ ]?(?:hours|hrs|h)\b)?")
_O_CLOCK = re.compile(
    r"[ ]o['\u2019]clock\b(?:[ ](?:in the )?(?P<part>morning|afternoon|evening|night))?", re.IGNORECASE
)
_SHIFTED = re.compile(r"(?P<sign>[+-])(?P<hour>\d{1,2})(?::?(?P<minute>\d\d))?(?!\d)")
_BRACKET_CLOCK = re.compile(r"[ ]\((?:[01]?\d|2[0-4])[:.]?[0-5]\d[ ]?(?:hours )?[A-Z]{3}")
_AGO = re.compile(r"[ -](?P<unit>day|week|month|year|decade)s? (?:ago|earlier this year)\b", re.IGNORECASE)
_LAST_ARTICLE = re.compile(r"[ -](?:in |the )?\Z")
_LOWER_PLURAL = re.compile(r"[ ](?P<word>[a-z]{3,15})\b")


class Calendar:
    """The grammar of dates and times, compiled from `[dates]`, `[times]` and `[zones]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        dates = words["dates"]
        self._months: dict[str, int] = dates["months"]
        self._weekdays: dict[str, int] = dates["weekdays"]
        self._short: dict[str, int] = dates["weekday_abbreviations"]
        self._seasons: dict[str, int] = dates["seasons"]
        self._days: dict[str, int] = dates["days"]
        self._shifts: dict[str, int] = dates["shifts"]
        self._ambiguous = frozenset(dates["ambiguous"])
        self._before = frozenset(dates["before"])
        self._year_before = frozenset(dates["year_before"])
        self._counted = frozenset(words["counted"]["nouns"])
        self._times: dict[str, int] = words["times"]
        self._zones: dict[str, int] = words["zones"]
        self._units: dict[str, str] = dates["units"]
        self._no_plural = frozenset(dates["no_plural"])
        self._thirds = {word: part for part in ("within", "early", "middle", "late") for word in dates[part]}
        self._compile(dates["parts_of_day"])
        self.months = frozenset(self._months)
        self.starts = frozenset(
            [
                *self._months,
                *self._weekdays,
                *self._short,
                *self._seasons,
                *self._days,
                *self._shifts,
                *self._times,
                "fiscal",
                "fy",
                "year",
                "the",
            ]
        )

    def _compile(self, parts_of_day: Iterable[str]) -> None:
        months, part = _either(self._months), _either(parts_of_day)
        units = _either(self._units)
        weekday = _either(self._weekdays)
        self._month = re.compile(
            rf"(?P<month>{months})\b\.?(?:(?P<gap>[ ])(?:the )?(?P<day>\d{{1,2}}){_NTH}(?![\w%]|[.:,]\d)"
            rf"(?! ?(?:million|billion|percent|per cent|[ap]\.?m\b))"
            rf"(?:(?P<join>[ ]?(?:[-\u2013]|to|and)[ ]?)(?P<to>\d{{1,2}}){_NTH}(?![\w%]|[.:,]\d))?)?"
            rf"(?:(?:,? of|,)?[ ](?P<year>{_YEAR})(?![\d,]\d|\d|%))?",
            re.IGNORECASE,
        )
        self._day_month = re.compile(
            rf"(?P<day>\d{{1,2}}){_NTH}(?:(?P<join>[ ]?(?:[-\u2013]|to|and)[ ]?)(?P<to>\d{{1,2}}){_NTH})?"
            rf"(?:[ ]|-| day of | of )(?P<month>{months})\b\.?(?:,?[ -](?P<year>{_YEAR}|\d\d(?=\W))(?![\d,]\d|\d|%))?",
            re.IGNORECASE,
        )
        self._weekday = re.compile(
            rf"(?P<weekday>{weekday})(?:'s)?\b(?:[ ](?P<part>{part}))?"
            rf"(?P<week>[ ](?:of )?(?P<shift>last|this|next) week)?"
            rf"(?:(?=,? (?:the )?"
            rf"(?P<date>(?:{months})\b\.? \d|\d{{1,2}}{_NTH} (?:of )?(?:{months})\b)))?",
            re.IGNORECASE,
        )
        self._short_weekday = re.compile(
            rf"(?:{_either(self._short)})\b\.?,? (?=(?:{months})\b|\d{{1,2}} (?:{months})\b)", re.IGNORECASE
        )
        self._shifted = re.compile(
            rf"(?P<shift>{_either(self._shifts)})[ -](?:(?P<unit>{units})\b"
            rf"|(?P<weekday>{weekday})(?:[ ](?P<part>{part}))?\b"
            rf"|(?P<month>{months})\b|(?P<season>{_either(self._seasons)}|fall)\b(?! of)"
            rf"|(?P<night>night|evening|morning|afternoon)\b)",
            re.IGNORECASE,
        )
        self._season = re.compile(
            rf"(?P<season>{_either(self._seasons)}|fall)(?: of|,)? (?P<year>{_YEAR})\b", re.IGNORECASE
        )
        self._fiscal = re.compile(rf"(?:fiscal(?: year)?|FY|year) ?(?P<year>{_YEAR})\b", re.IGNORECASE)
        self._before_yesterday = re.compile(r"the day (?P<which>before yesterday|after tomorrow)\b", re.IGNORECASE)
        self._zone = re.compile(rf"[ ]?\(?(?:hours )?(?P<zone>{_either(self._zones)}|local(?: time)?)\b")
        self._early = re.compile(rf"(?:{_either(self._thirds)})[ -]?(?:in |the )?\Z", re.IGNORECASE)

    # --- dates ---

    def date_at(self, text: str, start: int, published: date | None) -> Found | None:
        """The date that begins at a character, if one does."""
        found = (
            self._numeric_date(text, start)
            if text[start].isdigit() or text[start] in "'\u2018\u2019"
            else self._worded_date(text, start, published)
        )
        found = found or self._day_and_month(text, start, published)
        return self._narrowed(text, found) if found else None

    def _numeric_date(self, text: str, start: int) -> Found | None:
        match = _ISO.match(text, start)
        if match:
            day = _day(int(match[1]), int(match[3]), int(match[4]))
            return (start, match.end(), _one_day(day)) if day else None
        match = _NUMERIC.match(text, start)
        if match and (match[2] == "/" or len(match[4]) == 4):  # noqa: PLR2004 - 3.4.10 is a version, 3.4.2010 a date
            return self._slashed(match)
        match = _DECADE.match(text, start)
        if match:
            year = match["year"].strip("'\u2018\u2019")
            first = int(year) if len(year) > 2 else 1900 + int(year)  # noqa: PLR2004 - '90s
            return start, match.end(), Interval(date(first, 1, 1), date(first + 10, 1, 1), stated="decade")
        match = _CENTURY.match(text, start)
        if match and 0 < int(match[1]) < 30:  # noqa: PLR2004
            return start, match.end(), century(int(match[1]))
        return None

    def _slashed(self, match: re.Match[str]) -> Found | None:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 0 if len(match[4]) > 2 else 2000 if year < 50 else 1900  # noqa: PLR2004 - two digits of a year
        month, number = (second, first) if first > _MONTHS or match[2] == "." else (first, second)
        day = _day(year, month, number)
        if day and match[2] == "/" and first <= _MONTHS and first != second <= _MONTHS:
            # 3/4/2024 is in March or in April, as the paper has it.
            return match.start(), match.end(), Interval(None, None, stated="relative")
        return (match.start(), match.end(), _one_day(day)) if day else None

    def _day_and_month(self, text: str, start: int, published: date | None) -> Found | None:
        """`30 March`, `3-5 March 2026`, `the 5th of May`."""
        match = self._day_month.match(text, start)
        if match is None or not _is_name(match["month"]):
            return None
        year = match["year"]
        return self._placed(match, _whole_year(year), published)

    def _worded_date(self, text: str, start: int, published: date | None) -> Found | None:
        for reader in (self._by_month, self._by_weekday, self._by_day, self._by_shift, self._by_year):
            found = reader(text, start, published)
            if found:
                return found
        return None

    def _by_month(self, text: str, start: int, published: date | None) -> Found | None:
        short = self._short_weekday.match(text, start)
        if short:
            found = self._by_month(text, short.end(), published) or self._day_and_month(text, short.end(), published)
            weekday = self._short[short.group().rstrip(" ,.").lower()]
            return (start, found[1], _with_weekday(found[2], weekday)) if found else None
        match = self._month.match(text, start)
        if match is None or not _is_name(match["month"]):
            return None
        month = self._months[match["month"].lower()]
        year = int(match["year"]) if match["year"] else None
        if match["day"]:
            return self._placed(match, year, published)
        if year is None and not self._alone(text, start, match):
            return None
        end = match.end() - (match.group().endswith(".") and len(match["month"]) > _LONGEST_SHORT)
        if year is None and published is None:
            return start, end, Interval(None, None, month=month, stated="month")
        return start, end, _month(year or _nearest_year(month, 15, published), month)

    def _alone(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Whether a month without day and year is a month: `in May`, never `May said`."""
        word = match["month"].lower()
        if word not in self._ambiguous:
            return True
        before = _word_before(text, start)
        return before in self._before and not (
            before in ("for", "to", "and", "of", "or", "on") and word not in ("april", "june", "august")
        )

    def _placed(self, match: re.Match[str], year: int | None, published: date | None) -> Found | None:
        month, day = self._months[match["month"].lower()], int(match["day"])
        last = int(match["to"]) if match["to"] else day
        end = match.end()
        if match["join"] and (match["join"].strip() == "and" or last <= day):
            if match["month"].lower() in match.group().lower()[: len(match["month"])]:
                end, last = match.start("join"), day
            else:
                return None
        if not 1 <= day <= last <= _LATEST_DAY:
            return None
        if year is None and published is None:
            exact = last == day
            return (
                match.start(),
                end,
                Interval(None, None, month=month, day=day if exact else None, stated="day" if exact else "week"),
            )
        year = year or _nearest_year(month, day, published)
        first, final = _day(year, month, day), _day(year, month, last)
        if first is None or final is None:
            return None
        stated = "day" if first == final else "week"
        exact_day = day if first == final else None
        return match.start(), end, Interval(first, final + timedelta(1), month=month, day=exact_day, stated=stated)

    def _by_weekday(self, text: str, start: int, published: date | None) -> Found | None:
        match = self._weekday.match(text, start)
        if match is None or not match["weekday"][0].isupper():
            return None
        weekday, end = self._weekdays[match["weekday"].lower()], match.end()
        if match["date"]:
            place = match.start("date")
            found = self._by_month(text, place, published) or self._day_and_month(text, place, published)
            if found:
                return start, found[1], _with_weekday(found[2], weekday)
        if match["week"]:
            return start, end, _weekday_in_week(weekday, self._shifts[match["shift"].lower()], published)
        return start, end, _weekday(weekday, published, 0 if _word_before(text, start) != "last" else -1)

    def _by_day(self, text: str, start: int, published: date | None) -> Found | None:
        match = self._before_yesterday.match(text, start)
        if match:
            days, end = (-2 if "yesterday" in match["which"].lower() else 2), match.end()
        else:
            word = _WORD.match(text, start)
            if word is None or word.group().lower() not in self._days:
                return None
            days, end = self._days[word.group().lower()], word.end()
        if published is None:
            return start, end, Interval(None, None, stated="relative")
        return start, end, _one_day(published + timedelta(days), stated="relative")

    def _by_shift(self, text: str, start: int, published: date | None) -> Found | None:
        match = self._shifted.match(text, start)
        if match is None:
            return None
        shift, end = self._shifts[match["shift"].lower()], match.end()
        if match["night"]:
            day = (
                _one_day(published + timedelta(min(shift, 0)), stated="relative")
                if published
                else Interval(None, None, stated="relative")
            )
            return start, end, day
        if match["weekday"]:
            return (
                (start, end, _weekday(self._weekdays[match["weekday"].lower()], published, shift))
                if match["weekday"][0].isupper()
                else None
            )
        if match["month"]:
            return (
                (start, end, _shifted_month(self._months[match["month"].lower()], shift, published))
                if match["month"][0].isupper()
                else None
            )
        if match["season"]:
            return start, end, _season(self._seasons.get(match["season"].lower(), 9), shift, published)
        return start, end, _unit(self._units[match["unit"].lower()], shift, published)

    def _by_year(self, text: str, start: int, _published: date | None) -> Found | None:
        match = self._season.match(text, start)
        if match:
            first = date(int(match["year"]), self._seasons.get(match["season"].lower(), 9), 1)
            return start, match.end(), Interval(first, _months_on(first, 3), stated="season")
        match = self._fiscal.match(text, start)
        if match:
            return start, match.end(), year_interval(int(match["year"]))
        return None

    def year_at(self, text: str, start: int) -> Found | None:
        """A year alone (`2003`, `2024-25`), unless it counts (`2000 people`)."""
        match = _YEARS.match(text, start)
        if match is None or not 1500 <= int(match[1]) < 2100:  # noqa: PLR2004
            return None
        first = int(match[1])
        last = int(match[2] if len(match[2]) == 4 else match[1][:2] + match[2]) if match[2] else first  # noqa: PLR2004
        if not first <= last <= first + 100:
            return None
        before = _word_before(text, start)
        after = _LOWER_PLURAL.match(text, match.end())
        if (
            after
            and before not in self._year_before
            and (after["word"] in self._counted or after["word"].endswith("s"))
            and after["word"] not in self._no_plural
        ):
            return None
        if after and after["word"] in self._counted and before not in ("in", "since", "the", "of"):
            return None
        if first < 1900 and before not in ("in", "since", "from", "until", "by", "of"):  # noqa: PLR2004 - 1,650 without comma
            return None
        return self._narrowed(
            text, (start, match.end(), Interval(date(first, 1, 1), date(last + 1, 1, 1), stated="year"))
        )

    def century_after(self, text: str, end: int, number: int) -> Found | None:
        """`twentieth century`, the ordinal read already."""
        match = _CENTURY_WORD.match(text, end)
        return (end, match.end(), century(number)) if match and 0 < number < 30 else None  # noqa: PLR2004

    def ago(self, text: str, start: int, end: int, number: int, published: date | None) -> Found | None:
        """`two weeks ago`, the number read already."""
        match = _AGO.match(text, end)
        if match is None or number > 5000:  # noqa: PLR2004
            return None
        return start, match.end(), _ago(match["unit"].lower(), number, published)

    def _narrowed(self, text: str, found: Found) -> Found:
        """`early 2028`, `late last year`: half of the interval, and the word before with it."""
        start, end, value = found
        match = self._early.search(text, max(0, start - 16), start)
        if match is None or (match.start() and text[match.start() - 1].isalnum()):
            return found
        if not isinstance(value, Interval) or value.stated in ("day", "weekday", "relative"):
            return found
        if value.start is None or value.end is None:
            return match.start(), end, value
        part = self._thirds[_LAST_ARTICLE.sub("", match.group().lower()).rstrip(" -")]
        days = (value.end - value.start).days
        first, last = value.start, value.end
        if part == "early":
            last = first + timedelta(days // 2 + 1)
        elif part == "late":
            first = last - timedelta(days // 2 + 1)
        elif part == "middle":
            first, last = first + timedelta(days // 5), last - timedelta(days // 5)
        return match.start(), end, Interval(first, last, stated=value.stated)

    # --- times ---

    def time_at(self, text: str, start: int) -> Found | None:
        """The time of day that begins at a character, if one does."""
        word = _WORD.match(text, start)
        if word:
            minutes = self._times.get(word.group().lower())
            return self._zoned(text, start, word.end(), minutes, minutes + 1) if minutes is not None else None
        match = _CLOCK.match(text, start)
        if match:
            hour, minute = int(match["hour"]), int(match["minute"] or 0)
            if not (1 <= hour <= _MONTHS and minute < 60):  # noqa: PLR2004
                return None
            first = (hour % _MONTHS + (_MONTHS if match["half"][0] in "pP" else 0)) * 60 + minute
            return self._zoned(text, start, match.end(), first, first + (1 if match["minute"] else 60))
        match = _CLOCK_24.match(text, start)
        if match:
            return self._minute(text, match)
        match = _MILITARY.match(text, start)
        if match:
            zone = self._zone.match(text, match.end())
            said_so = (
                match["hours"]
                or (zone and not (zone["zone"].startswith("local") and zone["zone"] == "local"))
                or _BRACKET_CLOCK.match(text, match.end())
            )
            return self._minute(text, match) if said_so else None
        return None

    def o_clock(self, text: str, start: int, end: int, hour: int) -> Found | None:
        """`four o'clock`, the number read already."""
        match = _O_CLOCK.match(text, end)
        if match is None or not 1 <= hour <= _MONTHS:
            return None
        late = (match["part"] or "").lower() in ("afternoon", "evening", "night")
        first = (hour % _MONTHS + (_MONTHS if late else 0)) * 60
        return self._zoned(text, start, match.end(), first, first + 60)

    def _minute(self, text: str, match: re.Match[str]) -> Found | None:
        first = int(match["hour"]) * 60 + int(match["minute"])
        return (
            self._zoned(text, match.start(), match.end(), first % _DAY_MINUTES, first % _DAY_MINUTES + 1)
            if first <= _DAY_MINUTES
            else None
        )

    def _zoned(self, text: str, start: int, end: int, first: int, last: int) -> Found:
        match = self._zone.match(text, end)
        if match is None:
            return start, end, Clock(first, last)
        offset = self._zones.get(match["zone"])
        end = match.end()
        shift = _SHIFTED.match(text, end) if offset == 0 else None
        if shift:
            minutes = int(shift["hour"]) * 60 + int(shift["minute"] or 0)
            offset, end = (minutes if shift["sign"] == "+" else -minutes), shift.end()
        return start, end, Clock(first, last, offset)


_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+-?)[ ,(\"'\u2018\u201c-]{0,3}\Z")


def _word_before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return match[1].lower().rstrip("-") if match else ""


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _is_name(word: str) -> bool:
    return word[0].isupper()


def _whole_year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written) if int(written) < 50 else 1900 + int(written)  # noqa: PLR2004


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one_day(day: date, stated: str = "day") -> Interval:
    return Interval(
        day,
        day + timedelta(1),
        month=day.month if stated == "day" else None,
        day=day.day if stated == "day" else None,
        stated=stated,
    )


def _months_on(day: date, months: int) -> date:
    index = day.year * _MONTHS + day.month - 1 + months
    return date(index // _MONTHS, index % _MONTHS + 1, 1)


def _month(year: int, month: int) -> Interval:
    first = date(year, month, 1)
    return Interval(first, _months_on(first, 1), month=month, stated="month")


def year_interval(year: int) -> Interval:
    """The days of a year."""
    return Interval(date(year, 1, 1), date(year + 1, 1, 1), stated="year")


def century(number: int) -> Interval:
    """The years as they are spoken of: the 20th century begins in 1900."""
    first = max(1, (number - 1) * 100)
    return Interval(date(first, 1, 1), date(number * 100, 1, 1), stated="decade")


def _nearest_year(month: int, day: int, published: date | None) -> int:
    """The year in which the day falls nearest to the story, the past preferred."""
    if published is None:
        raise ValueError(month)
    ahead = {
        year: (date(year, month, min(day, 28)) - published).days
        for year in range(published.year - 1, published.year + 2)
    }
    return min(ahead, key=lambda year: max(-ahead[year], _FUTURE * ahead[year]))


def _with_weekday(value: Interval | Clock, weekday: int) -> Interval:
    if not isinstance(value, Interval):
        raise TypeError(value)
    return Interval(value.start, value.end, value.month, value.day, weekday, value.stated)


def _weekday(weekday: int, published: date | None, shift: int) -> Interval:
    if published is None:
        return Interval(None, None, weekday=weekday, stated="weekday")
    behind = (published.weekday() - weekday) % _WEEK
    day = published - timedelta(behind)
    if shift < 0 and behind == 0:
        day -= timedelta(_WEEK)
    if shift > 0:
        day += timedelta(_WEEK)
    return Interval(day, day + timedelta(1), weekday=weekday, stated="weekday")


def _weekday_in_week(weekday: int, shift: int, published: date | None) -> Interval:
    if published is None:
        return Interval(None, None, weekday=weekday, stated="weekday")
    day = published - timedelta(published.weekday()) + timedelta(_WEEK * shift + weekday)
    return Interval(day, day + timedelta(1), weekday=weekday, stated="weekday")


def _shifted_month(month: int, shift: int, published: date | None) -> Interval:
    if published is None:
        return Interval(None, None, month=month, stated="month")
    year = published.year
    if shift < 0 and month >= published.month:
        year -= 1
    if shift > 0 and month <= published.month:
        year += 1
    return _month(year, month)


def _season(month: int, shift: int, published: date | None) -> Interval:
    if published is None:
        return Interval(None, None, stated="season")
    first = date(published.year, month, 1)
    if shift < 0 and first >= published:
        first = date(published.year - 1, month, 1)
    if shift > 0 and first <= published:
        first = date(published.year + 1, month, 1)
    return Interval(first, _months_on(first, 3), stated="season")


def _unit(stated: str, shift: int, published: date | None) -> Interval:
    if published is None:
        return Interval(None, None, stated=stated)
    if stated == "week":
        first = published - timedelta(published.weekday()) + timedelta(_WEEK * shift)
        return Interval(first, first + timedelta(_WEEK), stated=stated)
    if stated == "month":
        first = _months_on(published, shift)
        return Interval(first, _months_on(first, 1), stated=stated)
    if stated == "season":
        first = _months_on(date(published.year, (published.month - 1) // 3 * 3 + 1, 1), 3 * shift)
        return Interval(first, _months_on(first, 3), stated=stated)
    if stated == "year":
        return year_interval(published.year + shift)
    first_year = published.year // 10 * 10 + 10 * shift
    return Interval(date(first_year, 1, 1), date(first_year + 10, 1, 1), stated="decade")


def _ago(unit: str, number: int, published: date | None) -> Interval:
    if published is None or (unit in ("year", "decade") and number * (10 if unit == "decade" else 1) >= published.year):
        return Interval(None, None, stated="relative")
    if unit == "day":
        return _one_day(published - timedelta(number), stated="relative")
    if unit == "week":
        return Interval(
            published - timedelta(_WEEK * number + 3), published - timedelta(_WEEK * number - 4), stated="relative"
        )
    if unit == "month":
        first = _months_on(published, -number)
        return Interval(first, _months_on(first, 1), stated="relative")
    years = number * (10 if unit == "decade" else 1)
    span = 10 if unit == "decade" else 1
    first_year = max(1, published.year - years - span // 2)
    return Interval(date(first_year, 1, 1), date(first_year + span, 1, 1), stated="relative")
