"""What is measured of two stories beside the likeness of their words."""

from __future__ import annotations

from checker.align.held import Held


def between(left: Held, right: Held) -> dict[str, float]:
    """Each measure with its value, 0 to 1; 0 where nothing is known.

    principals: neither story has any of the names that the other calls most often.
    weekdays_apart, weekdays_shared: both name days of the week, none or some of them the same.
    days_shared: both name one day of a month.
    """
    weekdays = bool(left.weekdays and right.weekdays)
    shared = weekdays and not left.weekdays.isdisjoint(right.weekdays)
    return {
        "principals": float(_are_strangers(left, right)),
        "weekdays_apart": float(weekdays and not shared),
        "weekdays_shared": float(shared),
        "days_shared": float(not left.days.isdisjoint(right.days)),
    }


def too_far(left: Held, right: Held, days: int) -> bool:
    """Both were published, further apart than this many days."""
    return bool(left.published and right.published and abs((left.published - right.published).days) > days)


def _are_strangers(left: Held, right: Held) -> bool:
    if not left.principals or not right.principals:
        return False
    return not (any(map(right.says, left.principals)) or any(map(left.says, right.principals)))
