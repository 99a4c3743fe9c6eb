"""Dates, however vague.

Value: `Interval`, half-open days; what cannot be placed keeps its month, day or weekday. Size: days between the two.
About: `happening`, what happens then.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

from checker.happening import Happenings, alone, body_of
from checker.model import DATELINE, About, Claim, Difference, Happening, Interval
from checker.moments import at_odds, same_happening, singles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.parsed import Figure, Parsed

_WEEK = 7
_MONTH = 30
_CONVERTED = 20
_YEAR = re.compile(r"\d{4}|[/.-]\d\d\b")


class Field:
    """Dates, as stretches of days.

    Args:
        words: the tables of `rules/date.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._slack: Mapping[str, int] = words["slack"]
        self._numbers = {word: number for number, word in enumerate(words["ago"]["numbers"], 1)}
        self._ago = re.compile(words["ago"]["pattern"], re.IGNORECASE)
        self._happening: Mapping[str, Any] = words["happening"]
        self._single = singles(words["happening"])
        self._monthly = singles(words["happening"], "monthly")
        self._happenings = Happenings(words["happening"], words["places"], words["synonyms"])
        self._exact = frozenset(words["answering"]["exact"])
        self._most: int = words["answering"]["days"]

    def find(self, parsed: Parsed) -> Iterator[Claim[Interval]]:
        """Every date."""
        found: list[Claim[Interval]] = []
        for figure in parsed.figures:
            if figure.kind == "date" and isinstance(figure.value, Interval):
                about = parsed.about(figure.start, figure.end)
                if _is_elsewhere(parsed, figure):
                    # `6.41 p.m. (0241 GMT Friday)` is another day only there.
                    about = About(context=about.context)
                elif figure.start < body_of(parsed, figure.start):
                    about = replace(about, status=DATELINE)
                else:
                    about = replace(about, happening=self._happenings.of(parsed, figure.start, figure.end))
                found.append(parsed.claim("date", figure.start, figure.end, figure.value, about))
        yield from self._monthly_alone(list(alone(found, self._exact)))

    def _monthly_alone(self, found: Sequence[Claim[Interval]]) -> Iterator[Claim[Interval]]:
        """A month beside another in its sentence is one of several: up in September, after a fall in August."""
        months = Counter(claim.sentence for claim in found if claim.value.stated == "month")
        for claim in found:
            happening = claim.about.happening
            if happening is not None and happening.kind in self._monthly and months[claim.sentence] > 1:
                yield replace(claim, about=replace(claim.about, happening=replace(happening, alone=False)))
            else:
                yield claim

    def answers(
        self, left: Sequence[Claim[Interval]], right: Sequence[Claim[Interval]], difference: Difference
    ) -> str | None:
        """What two dates both date, in words; empty where nothing tells, None where they date two happenings."""
        for one, other in product(left, right):
            here, there = one.about.happening, other.about.happening
            if here is not None and there is not None and self._are_of_one(one, other, here, there, difference):
                return f"both tell when: {here.kind or there.kind or here.phase}"
        first, second = left[0].about.happening, right[0].about.happening
        if first is None or second is None:
            return ""
        two = at_odds(first, second, self._happening) or self._may_repeat(left[0], right[0], first, second)
        return None if two else ""

    def _may_repeat(self, one: Claim[Interval], other: Claim[Interval], first: Happening, second: Happening) -> bool:
        """Whoever has won in one year may have won in another."""
        once = self._happening["kind"].get(first.kind, {}).get("once", False)
        vague = not {one.value.stated, other.value.stated} <= self._exact
        return "past" in (first.tense, second.tense) and vague and not once and not first.marks & second.marks

    def _are_of_one(
        self, one: Claim[Interval], other: Claim[Interval], here: Happening, there: Happening, difference: Difference
    ) -> bool:
        shared = same_happening(here, there, self._happening, self._single)
        exact = one.value.stated in self._exact
        if not shared or exact != (other.value.stated in self._exact):
            # `The election of 2022` is another one than `Sunday's election`.
            return False
        if here.relation == "since":
            return True
        past = "past" in (here.tense, there.tense)
        alone = here.alone and there.alone
        if exact:
            # The weekdays of what an event has one of are those of its own week, wherever they are told.
            event = alone and here.kind in self._single and one.value.stated == other.value.stated == "weekday"
            known = shared == "names" or not past or event or (here.lead and there.lead)
            return difference.size <= self._most and known
        if alone and here.kind in self._monthly and one.value.stated == other.value.stated == "month":
            return shared in ("names", "nouns")
        if not past:
            return shared != "kind" or "future" in (here.tense, there.tense)
        return shared == "names" and not self._may_repeat(one, other, here, there)

    def differ(self, left: Claim[Interval], right: Claim[Interval]) -> Difference | None:
        """How two dates differ."""
        one, other = left.value, right.value
        if one.start is None and other.start is None and self._are_other_spans(left.text, right.text):
            return Difference("other-span")
        if one == other:
            return (
                Difference("unplaced") if one.start is None and one.stated not in ("day", "month", "weekday") else None
            )
        if one.start and other.start:
            if one.month and one.month == other.month and not (_states_year(left) and _states_year(right)):
                return self._of_one_month(left, right)
            return self._placed(one, other)
        if one.start or other.start:
            return self._half_placed(one, other) if one.start else self._half_placed(other, one)
        return self._unplaced(one, other)

    def _are_other_spans(self, left: str, right: str) -> bool:
        """`three years ago` and `two years ago`, where no dateline tells from when."""
        spans = [match for match in (self._ago.search(left), self._ago.search(right)) if match]
        if len(spans) < 2 or spans[0]["unit"].lower() != spans[1]["unit"].lower():  # noqa: PLR2004 - a pair
            return False
        numbers = {self._numbers.get(span["number"].lower(), span["number"].lstrip("0")) for span in spans}
        return len({str(number) for number in numbers}) > 1

    def _placed(self, one: Interval, other: Interval) -> Difference:
        """Two intervals on the calendar."""
        if (one.start, one.end) == (other.start, other.end):
            if _misnamed(one) or _misnamed(other):
                return Difference("weekday")
            return Difference("relative")
        if _within(one, other) or _within(other, one):
            return Difference("granularity")
        gap = _gap(one, other)
        if gap <= 0:
            return Difference("overlap")
        if self._is_loose(one, other, gap):
            return Difference("weekday-near", gap)
        return Difference("off-by-one" if gap == _days(one) == _days(other) == 1 else "disjoint", gap)

    def _of_one_month(self, left: Claim[Interval], right: Claim[Interval]) -> Difference:
        """Two dates of one month, of which one at least tells no year: to be placed in another is no difference."""
        one, other = left.value, right.value
        if (one.start, one.end) == (other.start, other.end):
            return self._placed(one, other)
        if not (_states_year(left) or _states_year(right)):
            # Of one year are two stretches of a month: "3 to 9 March", "early March".
            stretches = one.day is None and one.start and other.start and one.start.year == other.start.year
            same = one.day == other.day and not stretches
            return Difference("relative") if same else self._placed(one, other)
        bare, dated = (left.value, right.value) if _states_year(right) else (right.value, left.value)
        moved = _in_year(bare, dated.start.year) if dated.start and bare.stated in ("day", "month") else None
        found = self._placed(moved or bare, dated)
        return Difference("granularity", found.size) if found.name in ("relative", "weekday-near") else found

    def _is_loose(self, one: Interval, other: Interval, gap: int) -> bool:
        """`two years ago` is not exact, and `Friday` may be the one before or the one to come."""
        for deictic, fixed in ((one, other), (other, one)):
            if deictic.stated == "relative" and _days(deictic) > 1 and gap <= self._slack["share"] * _days(deictic):
                return True
            if (
                deictic.stated == "weekday"
                and fixed.start
                and deictic.weekday == fixed.start.weekday()
                and gap <= self._slack["weeks"] * _WEEK
            ):
                return True
        return False

    def _half_placed(self, placed: Interval, bare: Interval) -> Difference:
        """A date with its year against one that only tells month, day or weekday."""
        if placed.start is None:
            raise ValueError(placed)
        if bare.stated == "season" != placed.stated:
            return Difference("unplaced")
        if bare.month is not None:
            near = _in_year(bare, placed.start.year)
            if near is None or placed.stated in ("year", "decade"):
                return Difference("granularity" if near else "unplaced")
            found = self._placed(placed, near)
            return Difference("granularity", found.size) if found.name in ("relative", "weekday-near") else found
        if bare.weekday is not None and _days(placed) == 1:
            if placed.stated == "weekday" and placed.weekday is not None:
                return _by_weekdays(placed.weekday, bare.weekday) or Difference("relative")
            return Difference("weekday-near" if placed.start.weekday() == bare.weekday else "unplaced")
        return Difference("unplaced")

    def _unplaced(self, one: Interval, other: Interval) -> Difference:
        """Two dates of stories that do not tell their own day."""
        if "season" in (one.stated, other.stated) and one.stated != other.stated:
            return Difference("unplaced")
        if one.month is not None and other.month is not None:
            if one.month != other.month:
                return self._by_months(one, other)
            if one.day is None or other.day is None or one.day == other.day:
                return Difference("granularity")
            apart = abs(one.day - other.day)
            return Difference("off-by-one" if apart == 1 else "disjoint", apart)
        if one.weekday is not None and other.weekday is not None:
            return _by_weekdays(one.weekday, other.weekday) or Difference("unplaced")
        return Difference("unplaced")

    def _by_months(self, one: Interval, other: Interval) -> Difference:
        year = 2001  # any that is no leap year
        first, second = _in_year(one, year), _in_year(other, year)
        if first is None or second is None:
            return Difference("unplaced")
        gap = _gap(first, second)
        if gap == 1 and one.day and other.day:
            return Difference("off-by-one", 1)
        return Difference("disjoint", gap)


def _is_elsewhere(parsed: Parsed, figure: Figure) -> bool:
    """The day stands in brackets behind an hour."""
    opened = parsed.text.rfind("(", max(0, figure.start - _CONVERTED), figure.start)
    return opened >= 0 and any(f.kind == "time" and opened < f.start < figure.start for f in parsed.figures)


def _by_weekdays(one: int, other: int) -> Difference | None:
    behind = (one - other) % _WEEK
    return Difference("other-weekday", min(behind, _WEEK - behind)) if behind else None


def _states_year(claim: Claim[Interval]) -> bool:
    return _YEAR.search(claim.text) is not None


def _days(value: Interval) -> int:
    return (value.end - value.start).days if value.start and value.end else 0


def _within(inner: Interval, outer: Interval) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _gap(one: Interval, other: Interval) -> int:
    """Days from the last of the one to the first of the other; 0 or less where they overlap."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return 0
    return max((one.start - other.end).days, (other.start - one.end).days) + 1


def _misnamed(value: Interval) -> bool:
    """`Friday, 17 January` in a year in which that was a Saturday."""
    return bool(
        value.weekday is not None and value.start and value.stated == "day" and value.start.weekday() != value.weekday
    )


def _in_year(value: Interval, year: int) -> Interval | None:
    if value.month is None:
        return None
    try:
        first = date(year, value.month, value.day or 1)
    except ValueError:
        return None
    last = first + timedelta(1 if value.day else _MONTH)
    if not value.day:
        last = date(year + value.month // 12, value.month % 12 + 1, 1)
    return Interval(first, last, value.month, value.day, value.weekday, value.stated)
