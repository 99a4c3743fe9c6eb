"""Which fact has its match in which story already: what is explained as agreement answers nothing else there."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import permutations

from checker.pair.facts import Facts
from checker.pair.records import Edge, Fact, Measured, Rank
from checker.slots import same_slot

_Match = tuple[int, int, str]


class Matches:
    """The matches of one field's facts, as they are joined.

    Args:
        facts: of the field.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._all = facts.all
        self._by_about = facts.by in ("about", "slot")
        # Which fact has its match in which story, for sure or vaguely, and what was joined between two stories.
        self._matched: set[_Match] = set()
        self._vaguely: set[_Match] = set()
        self._joined: dict[tuple[int, int, str], list[Edge]] = {}

    def add(self, edge: Edge) -> None:
        """Two facts of two stories are joined."""
        if not self._settles(edge):
            return
        matched = self._vaguely if edge.rank == Rank.SAME and self._is_vague(edge) else self._matched
        matched.update(self._of(edge.left, edge.right))
        if self._by_about:
            self._joined.setdefault(self._place(edge), []).append(edge)

    def admits(self, edge: Edge) -> bool:
        """Nothing that was joined answers the two already, or explains what is left over."""
        ends = self._of(edge.left, edge.right)
        free = self._matched.isdisjoint(ends) and (edge.rank == Rank.TOLD or self._vaguely.isdisjoint(ends))
        return free and not self._is_explained(edge)

    def is_free(self, left: int, right: int) -> bool:
        """Neither fact surely has its match in the other's story."""
        return self._matched.isdisjoint(self._of(left, right))

    def _of(self, one: int, other: int) -> tuple[_Match, _Match]:
        """Which fact has its match in which story; a sum in one currency leaves room for the sum in another."""
        left, right = self._all[one], self._all[other]
        return (one, right.story, right.currency), (other, left.story, left.currency)

    def _settles(self, edge: Edge) -> bool:
        """Nothing else in either story may answer the two: no loose likeness, no name that two may have."""
        loose = self._facts.settings.get("loose", ())
        apart = bool(loose) and self._measure(edge).name in loose
        return not apart and self._ambiguous.isdisjoint((edge.left, edge.right))

    def _is_vague(self, edge: Edge) -> bool:
        """One side tells less than the other: `in June` is a match of any day of June, but not the only one."""
        return self._measure(edge).name in self._facts.settings.get("vague", ())

    def _measure(self, edge: Edge) -> Measured:
        return self._facts.measure(self._all[edge.left], self._all[edge.right])

    @cached_property
    def _ambiguous(self) -> frozenset[int]:
        """Facts that may be any of several of their story: a surname that two people have is nobody's match."""
        short = self._facts.settings.get("ambiguous", ())
        pairs = permutations(range(len(self._all)), 2) if short else ()
        longer = Counter(one for one, other in pairs if self._may_be(one, other, short))
        return frozenset(one for one, times in longer.items() if times > 1)

    def _may_be(self, one: int, other: int, short: tuple[str, ...]) -> bool:
        """One name of a story is a shorter form of another."""
        left, right = self._all[one], self._all[other]
        is_shorter = left.story == right.story and len(left.lead.value.name) < len(right.lead.value.name)
        return is_shorter and self._facts.measure(left, right).name in short

    def _is_explained(self, edge: Edge) -> bool:
        """The two stories have a match on this very thing already; what is left over is something else about it."""
        left, right = self._all[edge.left], self._all[edge.right]
        if edge.rank != Rank.ANSWERS or edge.sure or not self._by_about or not left.lead.about.canonical:
            return False
        return any(
            same_slot(self._all[e.left].lead.about, left.lead.about, self._facts.words) > 0
            and _currencies(self._all[e.left], self._all[e.right]) == _currencies(left, right)
            for e in self._joined.get(self._place(edge), ())
        )

    def _place(self, edge: Edge) -> tuple[int, int, str]:
        """The two stories and the thing that an edge is about."""
        left, right = self._all[edge.left], self._all[edge.right]
        return min(left.story, right.story), max(left.story, right.story), left.lead.about.thing


def _currencies(left: Fact, right: Fact) -> tuple[str, ...]:
    """Sums in one currency are explained only by sums in the same."""
    return tuple(sorted((left.currency, right.currency)))
