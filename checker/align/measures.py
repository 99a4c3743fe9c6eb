"""What is measured of two stories beside the likeness of their words."""

from __future__ import annotations

from checker.align.held import Held

_FAR = 2


def between(left: Held, right: Held) -> dict[str, float]:
    """Each measure with its value, 0 to 1; 0 where nothing is known.

    principals: neither story has any of the names that the other calls most often.
    weekdays_apart, weekdays_shared: both name days of the week, none or some of them the same.
    days_shared: both name one day of a month.
    years_apart: one has no date of publication, and names no year that is near that of the other.
    """
    weekdays = bool(left.weekdays and right.weekdays)
    shared = weekdays and not left.weekdays.isdisjoint(right.weekdays)
    return {
        "principals": float(_are_strangers(left, right)),
        "weekdays_apart": float(weekdays and not shared),
        "weekdays_shared": float(shared),
        "days_shared": float(not left.days.isdisjoint(right.days)),
        "years_apart": float(_years_apart(left, right) or _years_apart(right, left)),
    }


def _are_strangers(left: Held, right: Held) -> bool:
    if not left.principals or not right.principals:
        return False
    return not (any(map(right.says, left.principals)) or any(map(left.says, right.principals)))


def _years_apart(dated: Held, other: Held) -> bool:
    """The other has no date, and the last year that it names is long before or well after the day of this one."""
    if dated.published is None or other.published is not None or other.years is None:
        return False
    last, year = other.years[1], dated.published.year
    return last > year + 1 or last <= year - _FAR
