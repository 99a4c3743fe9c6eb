"""Which pairs of stories may report one event, and how likely it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from checker.align.copies import are_copies
from checker.align.records import Edge, Signature

_KINDS = ("words", "names", "numbers")


class Matcher:
    """The stories of a window of days, indexed; what it answers depends on the stories it holds and on nothing else.

    So a matcher that is made anew from stored signatures gives the same edges.

    Args:
        settings: the tables of `rules/align.toml`.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._held: dict[str, Signature] = {}
        self._frequency: dict[str, Counter[str]] = {kind: Counter() for kind in _KINDS}

    def add(self, signatures: Iterable[Signature]) -> None:
        """Hold further stories without asking what they match; one of a name that is held is left out."""
        for signature in signatures:
            if signature.name not in self._held:
                self._held[signature.name] = signature
                self._count(signature, 1)

    def forget(self, day: date) -> None:
        """Drop the stories that appeared before the day."""
        for name, signature in list(self._held.items()):
            if signature.published and signature.published < day:
                del self._held[name]
                self._count(signature, -1)

    def match(self, batch: Sequence[Signature]) -> list[Edge]:
        """Add the batch; the edges inside it and to what was held before, sorted.

        Args:
            batch: stories, each of another name than those that are held.
        """
        self.add(batch)
        new = {signature.name for signature in batch}
        edges = [
            self._edge(*sorted((one, other), key=lambda item: item.name))
            for one in batch
            for other in self._held.values()
            if other.name != one.name and (other.name not in new or one.name < other.name)
        ]
        return sorted(edges, key=lambda edge: (edge.left, edge.right))

    def _count(self, signature: Signature, by: int) -> None:
        for kind in _KINDS:
            for term, _ in getattr(signature, kind):
                self._frequency[kind][term] += by

    def _edge(self, left: Signature, right: Signature) -> Edge:
        total = weight = 0.0
        why = []
        for kind, share in self._settings["weights"].items():
            one, other = dict(getattr(left, kind)), dict(getattr(right, kind))
            # A kind that a story has nothing of says nothing about it.
            if one and other:
                weight += share
                added = share * self._cosine(kind, one, other)
                total += added
                why.append((kind, added))
        score = total / weight if weight else 0.0
        return Edge(left.name, right.name, score, tuple(why), self._veto(left, right), are_copies(left, right))

    def _cosine(self, kind: str, one: Mapping[str, int], other: Mapping[str, int]) -> float:
        rarity, frequency = self._settings["rarity"], self._frequency[kind]

        def value(term: str, count: int) -> float:
            return (1 + math.log(count)) * (math.log((rarity + len(self._held)) / (rarity + frequency[term])) + 1)

        a = {term: value(term, count) for term, count in one.items()}
        b = {term: value(term, count) for term, count in other.items()}
        product = math.fsum(a[term] * b[term] for term in sorted(a.keys() & b.keys()))
        return product / math.sqrt(math.fsum(v * v for v in a.values()) * math.fsum(v * v for v in b.values()))

    def _veto(self, left: Signature, right: Signature) -> str | None:
        """Two stories published further apart than one event is reported are two events."""
        if left.published and right.published and abs((left.published - right.published).days) > self._settings["days"]:
            return "days"
        return None
