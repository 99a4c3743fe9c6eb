"""Joins the facts of one field into rows, the surest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Protocol

from checker.model import AnyClaim
from checker.pair.by_about import ByAbout
from checker.pair.by_identity import ByIdentity
from checker.pair.by_likeness import ByLikeness
from checker.pair.by_slot import BySlot
from checker.pair.candidates import Candidates
from checker.pair.facts import Facts
from checker.pair.leftovers import Leftovers
from checker.pair.matches import Matches
from checker.pair.records import Answer, Edge, Fact, Rank, Row
from checker.slots import Slots


class _Judge(Protocol):
    """Says which facts answer each other."""

    def answer(self, left: Fact, right: Fact) -> Answer | None:
        """How two facts answer each other; None where they do not."""


class Joiner:
    """The rows of one field, as its facts are joined.

    Args:
        facts: of the field.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._all = facts.all
        slots = Slots(facts.leads, facts.words) if facts.by == "slot" else None
        self._candidates = Candidates(facts, slots)
        self._leftovers = Leftovers(facts, slots) if slots is not None else None
        self._judge = _judge(facts, slots)
        self._matches = Matches(facts)
        self._cluster = list(range(len(self._all)))
        self._members = {index: [index] for index in self._cluster}
        self._evidence: dict[int, str] = {}

    def rows(self) -> Iterator[Row]:
        """The rows, each a set of facts that were joined."""
        self._join(self._edges())
        if self._leftovers is not None:
            self._join(self._leftovers.edges(self._matches.is_free, self._cluster))
        for key in sorted(self._members, key=lambda k: min(self._members[k])):
            claims = [claim for index in sorted(self._members[key]) for claim in self._all[index].claims]
            yield Row(self._facts.name, tuple(claims), self._evidence.get(key, ""))

    def leftovers(self) -> Iterator[tuple[tuple[AnyClaim, ...], tuple[AnyClaim, ...], Mapping[str, float]]]:
        """The figures that are left when those that agree are joined, with what they have in common."""
        if self._leftovers is None:
            return
        self._join(self._edges())
        for left, right, measured in self._leftovers.measured(self._matches.is_free, self._cluster):
            one, other = self._all[left], self._all[right]
            if not self._facts.measure(one, other).harmless:
                yield one.claims, other.claims, measured

    def _edges(self) -> Iterator[Edge]:
        for left, right in self._candidates.pairs():
            answer = self._judge.answer(self._all[left], self._all[right])
            if answer is not None:
                yield Edge(answer.rank, answer.strength, left, right, answer.evidence)

    def _join(self, edges: Iterable[Edge]) -> None:
        """Join facts, the surest first."""
        for edge in sorted(edges, key=lambda e: (e.rank, -e.strength, e.left, e.right)):
            same = edge.rank == Rank.SAME
            if not same and not self._matches.admits(edge):
                continue
            one, other = self._cluster[edge.left], self._cluster[edge.right]
            joins = one != other and self._may_join(self._members[one], self._members[other], edge)
            across = self._all[edge.left].story != self._all[edge.right].story
            if across and (same or joins):
                self._matches.add(edge)
            if joins:
                self._unite(one, other, edge)

    def _unite(self, one: int, other: int, edge: Edge) -> None:
        """Make one row of two."""
        for index in self._members[other]:
            self._cluster[index] = one
        self._members[one] += self._members.pop(other)
        known = self._evidence.pop(other, "") or self._evidence.get(one, "")
        self._evidence[one] = edge.evidence if edge.rank != Rank.SAME else known or edge.evidence

    def _may_join(self, one: Sequence[int], other: Sequence[int], edge: Edge) -> bool:
        """A row holds one fact of a story, or several that agree, as all facts joined for agreeing must."""
        left, right = ([self._all[index] for index in row] for row in (one, other))
        if edge.rank == Rank.SAME:
            return all(self._facts.agree(a, b) for a, b in product(_of_each_kind(left), _of_each_kind(right)))
        return all(a.story != b.story or self._facts.agree(a, b) for a, b in product(left, right))


def _judge(facts: Facts, slots: Slots | None) -> _Judge:
    """What judges the field's facts, as its setting `by` says."""
    if slots is not None:
        return BySlot(facts, slots)
    judges: dict[str, type[ByIdentity | ByAbout | ByLikeness]] = {
        "identity": ByIdentity,
        "about": ByAbout,
        "likeness": ByLikeness,
    }
    return judges[facts.by](facts)


def _of_each_kind(facts: Sequence[Fact]) -> Iterable[Fact]:
    return {fact.kind: fact for fact in facts}.values()
