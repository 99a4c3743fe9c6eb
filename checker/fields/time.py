"""Times of day.

Value: `Clock`, minutes after midnight, half-open, with the zone's offset where the words name one. Size: minutes
between the two.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.model import Claim, Clock, Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.parsed import Parsed

_DAY = 1440
_HALF_DAY = 720
# Every zone is a whole number of quarters of an hour from every other.
_QUARTER = 15


class Field:
    """Times of day.

    Args:
        words: the tables of `rules/time.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._near: int = words["slack"]["minutes"]

    def find(self, parsed: Parsed) -> Iterator[Claim[Clock]]:
        """Every time of day."""
        for figure in parsed.figures:
            if figure.kind == "time" and isinstance(figure.value, Clock):
                yield parsed.claim(
                    "time", figure.start, figure.end, figure.value, parsed.about(figure.start, figure.end)
                )

    def differ(self, left: Claim[Clock], right: Claim[Clock]) -> Difference | None:
        """How two times differ; two zones are brought to one."""
        one, other = left.value, right.value
        if one == other:
            return None
        zoned = one.offset is not None and other.offset is not None
        gap = _gap(_shifted(one), _shifted(other)) if zoned else _gap(one, other)
        if one.half_open or other.half_open:
            gap = _round_gap(gap)
        if gap == 0:
            return Difference("zone" if zoned and one.offset != other.offset else "granularity")
        if not zoned and one.offset != other.offset and (self._is_zone(gap) or _is_long(one) or _is_long(other)):
            return Difference("unknown-zone", gap)
        return self._apart(gap)

    def _is_zone(self, gap: int) -> bool:
        """Minutes by which two zones may differ, the accounts themselves being off a little."""
        return min(gap % _QUARTER, -gap % _QUARTER) <= self._near

    def _apart(self, gap: int) -> Difference:
        if gap == _HALF_DAY:
            return Difference("am-pm", gap)
        return Difference("near" if gap <= self._near else "disjoint", gap)


def _is_long(clock: Clock) -> bool:
    return clock.end - clock.start > 1


def _shifted(clock: Clock) -> Clock:
    start = (clock.start - (clock.offset or 0)) % _DAY
    return replace(clock, start=start, end=start + clock.end - clock.start, offset=0)


def _round_gap(gap: int) -> int:
    """The same with the other half of the day, where that is nearer."""
    return min(gap, _HALF_DAY - gap)


def _gap(one: Clock, other: Clock) -> int:
    """Minutes between two stretches of the day, 0 where they overlap; the shorter way round the clock."""
    if any(one.start < other.end + turn and other.start + turn < one.end for turn in (-_DAY, 0, _DAY)):
        return 0
    ahead = (other.start - one.start) % _DAY
    return min(ahead, _DAY - ahead)
