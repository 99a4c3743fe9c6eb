"""The two pictures of the page as numbers: a running figure over the days, and where in a text its findings stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from checker.model import Amount, Comparison, Story
from checker.report.target import Target
from checker.report.view import Point, Tick, Timeline
from checker.report.visible import one_line
from checker.report.wording import words

# The drawing's own units; the page scales it.
_WIDTH, _HEIGHT = 600, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 24, 60, 26, 24
_FEWEST = 3  # Two points are a pair of wordings, and the row shows these.
_WHOLE = 1000


_CLOSE = 18  # Two amounts on one day this near to each other: the lower one is written below its point.
_ABOVE, _BELOW = -9, 19


def timeline(comparison: Comparison, stories: Sequence[Story]) -> Timeline | None:
    """A figure over the days on which the stories that state it appeared; None where it does not run.

    A story that states it twice is drawn with the later mention. Stories that give no day, and figures of another unit
    than the first, are left out.
    """
    if comparison.field not in words()["running"]:
        return None
    days = {story.name: story.published for story in stories if story.published}
    told: dict[str, tuple[date, Amount, str]] = {}
    for side in comparison.sides:
        value, day = side.claim.value, days.get(side.claim.story)
        if isinstance(value, Amount) and day:
            told[side.claim.story] = day, value, one_line(side.claim.text)
    units = [(value.unit, value.currency) for _, value, _ in told.values()]
    drawn = {name: one for name, one in told.items() if (one[1].unit, one[1].currency) == units[0]}
    on = {day for day, _, _ in drawn.values()}
    amounts = {value.amount for _, value, _ in drawn.values()}
    if len(drawn) < _FEWEST or len(on) < _FEWEST - 1 or len(amounts) < _FEWEST - 1:
        return None
    first, span = min(on), (max(on) - min(on)).days
    low, high = min(Decimal(0), *amounts), max(amounts)
    points: list[Point] = []
    for name, (day, value, text) in sorted(drawn.items(), key=lambda item: (item[1][0], -item[1][1].amount, item[0])):
        x = _LEFT + (day - first).days * (_WIDTH - _LEFT - _RIGHT) // span
        y = _HEIGHT - _BOTTOM - int((value.amount - low) * (_HEIGHT - _TOP - _BOTTOM) / (high - low))
        crowded = any(point.x == x and y - point.y < _CLOSE for point in points)
        label = y + (_BELOW if crowded else _ABOVE)
        points.append(Point(x, y, label, day.isoformat(), text, f"{value.amount:,f}", name))
    line = " ".join(f"{point.x},{point.y}" for point in points)
    return Timeline(tuple(points), _WIDTH, _HEIGHT, _HEIGHT - _BOTTOM, line)


def strip(story: Story, places: Sequence[tuple[int, Target]]) -> tuple[Tick, ...]:
    """Where in a story its findings stand, in thousandths of its length, the first mention of each."""
    first: dict[int, tuple[int, Target]] = {}
    for start, target in sorted(places, key=lambda place: place[0]):
        if target.number:
            first.setdefault(target.number, (start, target))
    length = max(1, len(story.text))
    return tuple(
        Tick(start * _WHOLE // length, target.kind, target.number, target.href) for start, target in first.values()
    )
