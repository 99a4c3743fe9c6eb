"""Figures that differ and have no match in each other's story: what both still have to tell of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from checker.pair.facts import Facts
from checker.pair.records import Edge, Fact, Rank
from checker.pair.vetoes import is_single
from checker.slots import Slots, same_slot

_Pair = tuple[int, int]


class Leftovers:
    """What is left of one field's figures once those that agree are joined.

    Args:
        facts: of the field.
        slots: what is known of them.
    """

    def __init__(self, facts: Facts, slots: Slots) -> None:
        self._facts = facts
        self._all = facts.all
        self._slots = slots
        self._settings = facts.settings

    def edges(self, is_free: Callable[[int, int], bool], cluster: Sequence[int]) -> Iterator[Edge]:
        """The leftovers that may answer each other; the arguments are those of `measured`."""
        for left, right, measured in self.measured(is_free, cluster):
            one, other = self._all[left], self._all[right]
            difference, _, is_open = self._facts.measure(one, other)
            if difference is None or (not is_open and is_single(one, other, difference, self._facts.words)):
                continue
            likely = self._slots.likelihood(one.lead, other.lead, measured, leftover=True)
            evidence = f"both tell {one.lead.about.thing or 'the same'}"
            if is_open:
                if likely >= self._settings["open"]:
                    yield Edge(Rank.OPEN, likely, left, right, evidence)
                continue
            weak = one.lead.weak or other.lead.weak
            sure = likely >= self._settings["guess" if weak else "answers"]
            # Where something sets the two apart for good, nothing is likely.
            told = not weak and likely > 0 and self._is_told(one, other, measured)
            if sure or told or measured["sentence"] >= self._facts.residue:
                strength = likely + measured["sentence"] - difference.size / 10
                yield Edge(Rank.ANSWERS, strength, left, right, evidence, sure)

    def _is_told(self, one: Fact, other: Fact, measured: dict[str, float]) -> bool:
        """What they are about is surely one thing."""
        slot = same_slot(one.lead.about, other.lead.about, self._facts.words)
        return slot >= self._settings["slot"] or bool(slot > 0 and measured["concept"] and measured["alone"])

    def measured(
        self, is_free: Callable[[int, int], bool], cluster: Sequence[int]
    ) -> Iterator[tuple[int, int, dict[str, float]]]:
        """Pairs of figures that are not known to agree, with what they have in common.

        Args:
            is_free: whether neither of two facts has its match in the other's story.
            cluster: for each fact the row that it was joined to.
        """
        pairs = [pair for pair in self._slots.comparable(self._facts.leads) if is_free(*pair)]
        left = self._left(pairs, cluster)
        for one, other in pairs:
            a, b = self._all[one], self._all[other]
            difference, harmless, is_open = self._facts.measure(a, b)
            if harmless and not is_open:
                continue
            measured = self._slots.measures(a.lead, b.lead, self._facts.alike(a, b), difference)
            kind = self._slots.kind(a.lead)
            measured["alone"] = (
                bool(kind)
                and kind == self._slots.kind(b.lead)
                and len(left[a.story, b.story, kind]) == 1 == len(left[b.story, a.story, kind])
            )
            if self._slots.is_single(a.lead, b.lead):
                sure = measured["alone"] and a.lead.about.status == b.lead.about.status
                measured["several"] = not (sure and self._are_new(a, b))
            yield one, other, measured

    def _left(self, pairs: Sequence[_Pair], cluster: Sequence[int]) -> dict[tuple[int, int, str], set[int]]:
        """What each story has left against each other, of each kind: rows."""
        left: dict[tuple[int, int, str], set[int]] = {}
        for pair in pairs:
            for index, other in (pair, pair[::-1]):
                fact = self._all[index]
                place = fact.story, self._all[other].story, self._slots.kind(fact.lead)
                left.setdefault(place, set()).add(cluster[index])
        return left

    def _are_new(self, left: Fact, right: Fact) -> bool:
        """Neither value is told in the other's story of whatever else."""
        return not any(
            self._facts.measure(fact, other).difference is None
            for fact, other in product((left, right), self._all)
            if other.story != fact.story and other.story in (left.story, right.story)
        )
