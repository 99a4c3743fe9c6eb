"""Which pairs of stories may report one event, and how likely it is."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.align.copies import are_copies
from checker.align.held import KINDS, Held, Terms
from checker.align.measures import between, too_far
from checker.align.records import Edge, Signature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

# Odds beyond which a likelihood is 0 or 1.
_LARGEST = 50.0


class Matcher:
    """The stories of a window of days, indexed by their words.

    What it answers depends on the stories that it holds and on nothing else, their order included: a matcher made anew
    from stored signatures gives the same edges.

    Args:
        settings: the tables of `rules/align.toml`.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._terms = Terms()
        self._rows: dict[int, Held] = {}
        self._names: dict[str, int] = {}
        self._postings: dict[int, array[int]] = {}
        self._next = 0
        # What the measures that are no cosines can still add: days that both name.
        self._most = sum(
            max(0.0, weight) for name, weight in settings["weights"].items() if name not in (*KINDS, "start")
        )

    def add(self, signatures: Iterable[Signature]) -> None:
        """Hold further stories without asking what they match; one of a name that is held is left out."""
        for signature in signatures:
            if signature.name in self._names:
                continue
            held = self._terms.hold(signature, self._settings)
            self._names[signature.name] = self._next
            self._rows[self._next] = held
            for term in _listed(held).tolist():
                self._postings.setdefault(term, array("q")).append(self._next)
            self._next += 1

    def forget(self, day: date) -> None:
        """Drop the stories that appeared before the day."""
        gone = {row: held for row, held in self._rows.items() if held.published and held.published < day}
        for row, held in gone.items():
            self._terms.release(held)
            del self._rows[row], self._names[held.name]
        touched = {term for held in gone.values() for term in _listed(held).tolist()}
        for term in touched:
            left = array("q", (row for row in self._postings[term] if row not in gone))
            if left:
                self._postings[term] = left
            else:
                del self._postings[term]
        self._terms.tidy(self._rows.values(), self._postings)

    def match(self, batch: Sequence[Signature]) -> list[Edge]:
        """Add the batch; the edges inside it and to what was held before, sorted.

        Args:
            batch: stories, each of another name than those that are held.
        """
        weights = self._settings["weights"]
        edges = []
        for left, right, measured in self.measured(batch):
            score = _likelihood(weights["start"] + math.fsum(weights[name] * value for name, value in measured.items()))
            if score < self._settings["floor"]:
                continue
            why = tuple((name, round(weights[name] * value, 4)) for name, value in measured.items() if value)
            veto = self._veto(left, right)
            copy = veto is None and are_copies(left.sentences, right.sentences, self._settings["copy"])
            edges.append(Edge(left.name, right.name, round(score, 6), why, veto, copy))
        return sorted(edges, key=lambda edge: (edge.left, edge.right))

    def measured(self, batch: Sequence[Signature]) -> Iterator[tuple[Held, Held, dict[str, float]]]:
        """Add the batch; each pair of it that may be one event, in the order of its names, with what is measured."""
        import numpy as np

        self.add(batch)
        rarity = self._terms.rarity(len(self._rows), self._settings["rarity"], self._settings["least_rarity"])
        norms: dict[int, Floats] = {}
        done: set[tuple[int, int]] = set()
        weights, least = self._settings["weights"], _logit(self._settings["floor"])
        weighed = np.array([weights[kind] for kind in KINDS])
        for row in sorted({self._names[signature.name] for signature in batch}):
            others = [n for n in self._candidates(row, rarity) if (min(n, row), max(n, row)) not in done]
            if not others:
                continue
            done.update((min(n, row), max(n, row)) for n in others)
            cosines, one = self._cosines(row, others, rarity, norms), self._rows[row]
            more = self._most if one.days or one.weekdays else 0.0
            for place in np.flatnonzero(weights["start"] + cosines @ weighed >= least - more).tolist():
                other = self._rows[others[place]]
                left, right = (one, other) if one.name < other.name else (other, one)
                yield left, right, {**dict(zip(KINDS, cosines[place].tolist(), strict=True)), **between(left, right)}

    def _candidates(self, row: int, rarity: Floats) -> list[int]:
        """The stories that share the most of its heaviest words."""
        import numpy as np

        asked = self._settings["candidates"]
        held = self._rows[row]
        terms = _listed(held)
        frequency = self._terms.frequency[terms]
        most = max(asked["least_common"], asked["share"] * len(self._rows))
        use = (frequency > 1) & (frequency <= most)
        terms, weight = terms[use], (held.counts[: held.listed] * rarity[terms])[use]
        if len(terms) > asked["heaviest"]:
            # All of equal weight: what is asked must not hang on the order in which the stories came.
            least = np.partition(weight, len(weight) - asked["heaviest"])[len(weight) - asked["heaviest"]]
            terms, weight = terms[weight >= least], weight[weight >= least]
        if not len(terms):
            return []
        lists = [np.frombuffer(self._postings[term], np.int64) for term in terms.tolist()]
        rows = np.concatenate(lists)
        shared = np.repeat(weight * rarity[terms], [len(one) for one in lists])
        first = int(rows.min())
        found = np.bincount(rows - first, shared)
        found[row - first] = 0.0
        near = np.flatnonzero(found > asked["nearness"] * float(weight @ weight))
        if len(near) > asked["most"]:
            least = np.partition(found[near], len(near) - asked["most"])[len(near) - asked["most"]]
            near = near[found[near] >= least]
        return [int(n) + first for n in near]

    def _cosines(self, row: int, others: Sequence[int], rarity: Floats, norms: dict[int, Floats]) -> Floats:
        """The cosine of each kind of term with each of the others."""
        import numpy as np

        one = self._rows[row]
        scratch = self._terms.scratch()
        weight = one.counts * rarity[one.ids]
        scratch[one.slots, one.ids] = weight
        held = [self._rows[n] for n in others]
        ids, slots = np.concatenate([h.ids for h in held]), np.concatenate([h.slots for h in held])
        weights = np.concatenate([h.counts for h in held]) * rarity[ids]
        at = np.repeat(np.arange(len(held)) * len(KINDS), [len(h.ids) for h in held])
        at += np.concatenate([h.kinds for h in held])
        size = len(held) * len(KINDS)
        dots = np.bincount(at, weights * scratch[slots, ids], size).reshape(len(held), -1)
        lengths = np.bincount(at, weights * weights, size).reshape(len(held), -1)
        scratch[one.slots, one.ids] = 0.0
        if row not in norms:
            norms[row] = np.asarray(np.bincount(one.kinds, weight * weight, len(KINDS)), np.float64)
        product = np.sqrt(lengths * norms[row])
        cosines: Floats = dots / np.where(product == 0, 1.0, product)
        return cosines

    def _veto(self, left: Held, right: Held) -> str | None:
        """Two stories published further apart than one event is reported are two events."""
        return "days" if too_far(left, right, self._settings["days"]) else None


def _likelihood(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-_LARGEST, min(_LARGEST, odds))))


def _logit(likelihood: float) -> float:
    return math.log(likelihood / (1 - likelihood)) if likelihood > 0 else -math.inf


def _listed(held: Held) -> Numbers:
    """The numbers of the words by which a story is found."""
    return held.ids[: held.listed]
