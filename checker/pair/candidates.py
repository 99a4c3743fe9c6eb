"""Which two facts are worth comparing at all, of all pairs few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, product

from checker.pair.facts import Facts
from checker.pair.records import Fact
from checker.slots import Slots


class Candidates:
    """The pairs of facts of one field that may answer each other.

    Args:
        facts: of the field.
        slots: what is known of them, where the field pairs by it.
    """

    def __init__(self, facts: Facts, slots: Slots | None) -> None:
        self._facts = facts
        self._all = facts.all
        self._slots = slots

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs, as places among the facts: of two stories, or what one story says twice."""
        for one, other in self._comparable():
            left, right = self._all[one], self._all[other]
            if left.story != right.story or self._is_repeated(left, right):
                yield one, other

    def _comparable(self) -> Iterable[tuple[int, int]]:
        """Any two names, but only claims about one thing.

        A field of many claims may know better: its `candidates` are the pairs worth a look.
        """
        if hasattr(self._facts.field, "candidates"):
            pairs: Iterable[tuple[int, int]] = self._facts.field.candidates(self._facts.leads)
            return pairs
        if self._slots is not None:
            return chain(self._slots.comparable(self._facts.leads), self._of_one_story())
        return self._of_like_kinds() if self._facts.by == "identity" else self._of_one_thing()

    def _of_one_story(self) -> Iterator[tuple[int, int]]:
        """All pairs of the facts of each story."""
        stories: dict[int, list[int]] = {}
        for index, fact in enumerate(self._all):
            stories.setdefault(fact.story, []).append(index)
        return chain.from_iterable(combinations(own, 2) for own in stories.values())

    def _of_like_kinds(self) -> Iterator[tuple[int, int]]:
        """Pairs of facts of which nothing is known yet but their kinds, and these may answer each other."""
        settings, mode = self._facts.settings, self._facts.mode
        # What stands around two names can make them answer each other however their values differ.
        by_surroundings = bool({"slot", "slot_or_likeness"} & settings.keys()) or mode in settings.get("residue", {})
        alike_too = settings.get("alike", ())
        kinds: dict[int, list[int]] = {}
        for index, fact in enumerate(self._all):
            kinds.setdefault(fact.kind, []).append(index)
        for one, other in combinations(kinds.values(), 2):
            known = self._facts.measure(self._all[one[0]], self._all[other[0]])
            if by_surroundings or known.harmless or known.name in alike_too:
                yield from ((min(pair), max(pair)) for pair in product(one, other))
        for alike in kinds.values():
            yield from combinations(alike, 2)

    def _of_one_thing(self) -> Iterator[tuple[int, int]]:
        """Pairs of facts about one thing."""
        groups: dict[str, dict[int, list[int]]] = {}
        for index, fact in enumerate(self._all):
            groups.setdefault(fact.lead.about.thing, {}).setdefault(fact.story, []).append(index)
        return chain.from_iterable(self._within(list(group.values())) for group in groups.values())

    def _within(self, stories: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
        """Pairs of facts of two stories; of one story only where both are about a thing from the word lists."""
        for one, other in combinations(stories, 2):
            yield from product(one, other)
        if self._facts.by == "about":
            for own in stories:
                yield from combinations([i for i in own if self._all[i].lead.about.canonical], 2)

    def _is_repeated(self, left: Fact, right: Fact) -> bool:
        """One story says one thing twice, in two ways: `about 50 hurt` in the headline, `at least 50 injured` below."""
        if self._facts.by not in ("about", "slot"):
            return False
        one, other = left.lead.about, right.lead.about
        known = self._facts.measure(left, right)
        same = one.canonical and one.thing == other.thing
        return known.harmless and (same or (self._slots is not None and known.difference is None))
