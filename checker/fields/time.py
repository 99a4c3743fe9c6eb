"""Times of day.

Value: `Clock`, minutes after midnight, half-open, with the zone's offset where the words name one. Size: minutes
between the two. About: `happening`, what happens then.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

from checker.happening import Happenings, alone
from checker.model import Claim, Clock, Difference
from checker.moments import at_odds, same_happening, singles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
        self._happening: Mapping[str, Any] = words["happening"]
        self._single = singles(words["happening"])
        self._happenings = Happenings(words["happening"], words["places"], words["synonyms"])

    def find(self, parsed: Parsed) -> Iterator[Claim[Clock]]:
        """Every time of day."""
        found: list[Claim[Clock]] = []
        for figure in parsed.figures:
            if figure.kind == "time" and isinstance(figure.value, Clock):
                about = parsed.about(figure.start, figure.end)
                # `1:42 p.m. (0442 GMT)` is one time.
                converted = bool(found) and parsed.text[max(0, figure.start - 2) : figure.start] == " ("
                happening = None if converted else self._happenings.of(parsed, figure.start, figure.end)
                about = replace(about, happening=happening)
                found.append(parsed.claim("time", figure.start, figure.end, figure.value, about))
        yield from alone(found)

    def answers(
        self, left: Sequence[Claim[Clock]], right: Sequence[Claim[Clock]], _difference: Difference
    ) -> str | None:
        """What two times both time, in words; empty where nothing tells, None where they time two happenings."""
        for one, other in product(left, right):
            here, there = one.about.happening, other.about.happening
            if here is None or there is None or not (here.alone and there.alone):
                # A day has many hours, and what is said to have begun at two of them has many parts.
                continue
            if same_happening(here, there, self._happening, self._single):
                return f"both tell at what time: {here.kind or there.kind or here.phase}"
        first, second = left[0].about.happening, right[0].about.happening
        return None if first and second and at_odds(first, second, self._happening) else ""

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
