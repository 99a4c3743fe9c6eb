"""Days, weeks, months and years as half-open intervals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.model import Interval

_MONTHS = 12
_WEEK = 7
_QUARTER = 3
_DECADE = 10
_CENTURY = 100
# Any month has this day, so that the month of it can be moved to any year.
_LAST_COMMON = 28


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None when the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one_day(day: date, stated: str = "day") -> Interval:
    """A day; its month and number are kept when the words state them."""
    exact = stated == "day"
    return Interval(
        day, day + timedelta(1), month=day.month if exact else None, day=day.day if exact else None, stated=stated
    )


def months_on(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    index = day.year * _MONTHS + day.month - 1 + months
    return date(index // _MONTHS, index % _MONTHS + 1, 1)


def month_of(year: int, month: int) -> Interval:
    """The days of a month."""
    first = date(year, month, 1)
    return Interval(first, months_on(first, 1), month=month, stated="month")


def season_of(year: int, month: int) -> Interval:
    """The three months from the given one on."""
    first = date(year, month, 1)
    return Interval(first, months_on(first, _QUARTER), stated="season")


def months_of(year: int, first: int, last: int) -> Interval:
    """The months of a year from the first to the last: its quarters and halves."""
    begun = date(year, first, 1)
    return Interval(begun, months_on(begun, last - first + 1), stated="season")


def shifted_months(first: int, last: int, published: date | None, shift: int) -> Interval:
    """Quarters and halves of `next year`; without the story's own day they keep their first month."""
    if published is None:
        return Interval(None, None, month=first, stated="season")
    return months_of(published.year + shift, first, last)


def year_of(year: int) -> Interval:
    """The days of a year."""
    return years(year, year + 1)


def years(first: int, end: int, stated: str = "year") -> Interval:
    """The days of the years from the first up to, not including, the end."""
    return Interval(date(first, 1, 1), date(end, 1, 1), stated=stated)


def decade_of(year: int) -> Interval:
    """The ten years from the given one on."""
    return years(year, year + _DECADE, "decade")


def century(number: int) -> Interval:
    """The years as they are spoken of: the 20th century begins in 1900."""
    return years(max(1, (number - 1) * _CENTURY), number * _CENTURY, "decade")


def weekday_near(weekday: int, published: date | None, shift: int) -> Interval:
    """The weekday up to the story's own day; with a shift the one before that, or the next."""
    if published is None:
        return Interval(None, None, weekday=weekday, stated="weekday")
    behind = (published.weekday() - weekday) % _WEEK
    day = published - timedelta(behind)
    if shift < 0 and behind == 0:
        day -= timedelta(_WEEK)
    if shift > 0:
        day += timedelta(_WEEK)
    return Interval(day, day + timedelta(1), weekday=weekday, stated="weekday")


def weekday_in_week(weekday: int, published: date | None, shift: int) -> Interval:
    """`Thursday last week`."""
    if published is None:
        return Interval(None, None, weekday=weekday, stated="weekday")
    day = published - timedelta(published.weekday()) + timedelta(_WEEK * shift + weekday)
    return Interval(day, day + timedelta(1), weekday=weekday, stated="weekday")


def of_weekday(value: Interval) -> Interval:
    """A day whose year was guessed, in the year around it in which it falls on its weekday; else as it was."""
    if value.start is None or value.stated != "day" or value.weekday == value.start.weekday():
        return value
    for year in (value.start.year - 1, value.start.year + 1):
        day = day_of(year, value.start.month, value.start.day)
        if day and day.weekday() == value.weekday:
            return replace(value, start=day, end=day + timedelta(1))
    return value


def shifted_month(month: int, published: date | None, shift: int) -> Interval:
    """`last March`, `next March`."""
    if published is None:
        return Interval(None, None, month=month, stated="month")
    year = published.year
    if shift < 0 and month >= published.month:
        year -= 1
    if shift > 0 and month <= published.month:
        year += 1
    return month_of(year, month)


def shifted_season(month: int, published: date | None, shift: int) -> Interval:
    """`last summer`: the one that has begun, or is yet to begin."""
    if published is None:
        return Interval(None, None, stated="season")
    first = date(published.year, month, 1)
    if shift < 0 and first >= published:
        return season_of(published.year - 1, month)
    if shift > 0 and first <= published:
        return season_of(published.year + 1, month)
    return season_of(published.year, month)


def shifted_unit(unit: str, published: date | None, shift: int) -> Interval:
    """`last week`, `this month`, `next quarter`, `last year`, `this decade`."""
    if published is None:
        return Interval(None, None, stated=unit)
    if unit == "week":
        first = published - timedelta(published.weekday()) + timedelta(_WEEK * shift)
        return Interval(first, first + timedelta(_WEEK), stated=unit)
    if unit == "month":
        first = months_on(published, shift)
        return Interval(first, months_on(first, 1), stated=unit)
    if unit == "season":
        begun = date(published.year, (published.month - 1) // _QUARTER * _QUARTER + 1, 1)
        first = months_on(begun, _QUARTER * shift)
        return Interval(first, months_on(first, _QUARTER), stated=unit)
    if unit == "year":
        return year_of(published.year + shift)
    return decade_of(published.year // _DECADE * _DECADE + _DECADE * shift)


def ago(unit: str, number: int, published: date | None) -> Interval:
    """`two weeks ago`: a day to the day, all else as loosely as it is meant."""
    span = _DECADE if unit == "decade" else 1
    if published is None or (unit in ("year", "decade") and number * span >= published.year):
        return Interval(None, None, stated="relative")
    if unit == "day":
        return one_day(published - timedelta(number), stated="relative")
    if unit == "week":
        middle = published - timedelta(_WEEK * number)
        return Interval(middle - timedelta(_WEEK // 2), middle + timedelta(_WEEK // 2 + 1), stated="relative")
    if unit == "month":
        first = months_on(published, -number)
        return Interval(first, months_on(first, 1), stated="relative")
    year = max(1, published.year - number * span - span // 2)
    return years(year, year + span, "relative")


def in_years_around(month: int, day: int, published: date) -> dict[int, int]:
    """How many days ahead of the story the day lies in the year before, this year and the next."""
    return {
        year: (date(year, month, min(day, _LAST_COMMON)) - published).days
        for year in range(published.year - 1, published.year + 2)
    }
