"""How dates differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from checker.fields.date import Field
from checker.model import AnyClaim, Claim, Interval
from checker.rules import Ruleset

Finder = Callable[..., list[AnyClaim]]


@pytest.fixture(scope="module")
def field(ruleset: Ruleset) -> Field:
    return Field(ruleset.words("date"))


def _claim(value: Interval, text: str = "12 July 2024") -> Claim[Interval]:
    return Claim(field="date", story="a", start=0, end=len(text), text=text, value=value)


def _day(year: int, month: int, day: int, **more: object) -> Interval:
    first = date(year, month, day)
    return Interval(first, first + timedelta(1), **({"month": month, "day": day} | more))  # type: ignore[arg-type]


JULY = Interval(date(2024, 7, 1), date(2024, 8, 1), month=7, stated="month")
YEAR = Interval(date(2024, 1, 1), date(2025, 1, 1), stated="year")
FRIDAY = Interval(date(2024, 7, 12), date(2024, 7, 13), weekday=4, stated="weekday")
SOME_FRIDAY = Interval(None, None, weekday=4, stated="weekday")
SOME_THURSDAY = Interval(None, None, weekday=3, stated="weekday")
SOME_JULY = Interval(None, None, month=7, stated="month")
YESTERDAY = Interval(None, None, stated="relative")
BARE = Interval(None, None, month=7, day=12, stated="day")


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (JULY, YEAR, "granularity"),
        (JULY, _day(2024, 7, 12), "granularity"),
        (BARE, _day(2024, 7, 12), "granularity"),
        (SOME_JULY, JULY, "granularity"),
        (SOME_JULY, BARE, "granularity"),
        (Interval(date(2024, 7, 1), date(2024, 7, 8)), Interval(date(2024, 7, 5), date(2024, 7, 12)), "overlap"),
        (FRIDAY, _day(2024, 7, 12), "relative"),
        (FRIDAY, _day(2024, 7, 19), "weekday-near"),
        (SOME_FRIDAY, _day(2024, 7, 12), "weekday-near"),
        (SOME_FRIDAY, _day(2024, 7, 13), "unplaced"),
        (YESTERDAY, SOME_FRIDAY, "unplaced"),
        (YESTERDAY, _day(2024, 7, 12), "unplaced"),
        (YESTERDAY, YESTERDAY, "unplaced"),
        (SOME_FRIDAY, SOME_THURSDAY, "other-weekday"),
        (FRIDAY, SOME_THURSDAY, "other-weekday"),
        (FRIDAY, SOME_FRIDAY, "relative"),
        (_day(2024, 7, 12), _day(2024, 7, 12, weekday=0), "weekday"),
        (_day(2024, 7, 12), _day(2024, 7, 13), "off-by-one"),
        (_day(2024, 7, 12), _day(2024, 5, 12), "disjoint"),
        (BARE, _day(2024, 5, 12), "disjoint"),
        (SOME_JULY, Interval(None, None, month=5, stated="month"), "disjoint"),
    ],
)
def test_differences_have_names(field: Field, left: Interval, right: Interval, name: str) -> None:
    difference = field.differ(_claim(left), _claim(right))
    assert difference == field.differ(_claim(right), _claim(left))
    assert difference is not None
    assert difference.name == name


def test_the_size_is_in_days(field: Field) -> None:
    difference = field.differ(_claim(_day(2024, 7, 12)), _claim(_day(2024, 7, 15)))
    assert difference is not None
    assert difference.size == 3


@pytest.mark.parametrize("value", [JULY, FRIDAY, SOME_FRIDAY, BARE])
def test_the_same_is_no_difference(field: Field, value: Interval) -> None:
    assert field.differ(_claim(value), _claim(value)) is None


def test_find(claims: Finder) -> None:
    found = claims("date", "On Friday he met May, who may leave in May or late 2028.", published=date(2026, 1, 17))
    assert [claim.text for claim in found] == ["Friday", "May", "late 2028"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It closes in the fourth quarter of 2026.", date(2026, 10, 1), date(2027, 1, 1)),
        ("It closes in Q2 2027.", date(2027, 4, 1), date(2027, 7, 1)),
        ("It opens in the second half of 2027.", date(2027, 7, 1), date(2028, 1, 1)),
    ],
)
def test_parts_of_a_year(text: str, start: date, end: date, claims: Finder) -> None:
    (found,) = claims("date", text)
    assert (found.value.start, found.value.end) == (start, end)


@pytest.mark.parametrize("text", ["He fell in the second half.", "It lost in the first quarter.", "The Q3 is a car."])
def test_parts_of_no_year_are_no_dates(text: str, claims: Finder) -> None:
    assert claims("date", text) == []


@pytest.mark.parametrize("text", ["May said he may march on.", "He won 2,024 votes.", "The second man has the sun."])
def test_nothing_is_dated(claims: Finder, text: str) -> None:
    assert claims("date", text) == []


@pytest.mark.parametrize(
    ("left", "left_text", "right", "right_text", "name"),
    [
        (_day(2023, 7, 12), "12 July", _day(2024, 7, 12), "12 July 2024", "granularity"),
        (_day(2023, 7, 12), "12 July", _day(2024, 7, 12), "12 July", "relative"),
        (
            JULY,
            "in July",
            Interval(date(2025, 7, 1), date(2025, 8, 1), month=7, stated="month"),
            "July 2025",
            "granularity",
        ),
        (_day(2023, 7, 12), "12 July", _day(2024, 7, 13), "13 July 2024", "off-by-one"),
        (_day(2023, 7, 12), "12 July 2023", _day(2024, 7, 12), "12 July 2024", "disjoint"),
        (_day(2023, 7, 12), "12 July", _day(2024, 9, 12), "12 September 2024", "disjoint"),
    ],
)
def test_a_year_that_was_guessed_makes_no_conflict(  # noqa: PLR0913
    field: Field, left: Interval, left_text: str, right: Interval, right_text: str, name: str
) -> None:
    one, other = _claim(left, left_text), _claim(right, right_text)
    difference = field.differ(one, other)
    assert difference == field.differ(other, one)
    assert difference is not None
    assert difference.name == name
