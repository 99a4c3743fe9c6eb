"""Whether two claims are about one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from math import exp, log
from typing import Any

from checker.model import AGO, About, Amount, AnyClaim, Difference
from checker.names import match


def same_slot(left: About, right: About, words: Mapping[str, Any]) -> float:
    """How surely two claims answer each other by what they are about.

    Args:
        left: what one claim is about.
        right: what the other is about.
        words: the tables of `rules/pairing.toml`.

    Returns:
        0 when anything that is known of both is at odds; else the sum of the weights of what they share, at most 1.
    """
    if left.thing != right.thing or left.status != right.status or not _same_event(left.other_event, right.other_event):
        return 0.0
    if left.source and right.source and not set(left.source.split()) & set(right.source.split()):
        return 0.0
    if not same_owner(left.owner, right.owner, words["owner_match"]):
        return 0.0
    if left.scope != right.scope and not _same_scope(left.scope, right.scope, words["generic"]):
        return 0.0
    weights: Mapping[str, float] = words["weights"]
    total = weights["context"] * overlap(left.context, right.context)
    if left.thing:
        total += weights["canonical" if left.canonical and right.canonical else "thing"]
    if left.owner or right.owner:
        total += weights["owner" if left.owner and right.owner else "unowned"]
    if left.scope:
        total += weights["scope"]
    return min(1.0, total)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the words of both sets that they have in common (Dice's coefficient)."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


@lru_cache(maxsize=65536)
def same_owner(left: str, right: str, threshold: float) -> bool:
    """Two owners may be one: equal, spelled alike, or not known of one side."""
    return not left or not right or left == right or match(left, right) >= threshold


def _same_event(left: str, right: str) -> bool:
    """`2003` and `2003-12` are one earlier event; an earlier event is never today's."""
    both = bool(left and right)
    return left == right or (both and (AGO in (left, right) or left.startswith(right) or right.startswith(left)))


def _same_scope(left: frozenset[str], right: frozenset[str], generic: Sequence[str]) -> bool:
    """A toll in one town answers one in the same town; the toll as such answers only the toll as such."""
    one, other = _cores(left, generic), _cores(right, generic)
    return one == other or bool(one & other)


def _cores(names: frozenset[str], generic: Sequence[str]) -> frozenset[str]:
    """Names of places without the words that say what they are: Oslo City is Oslo."""
    if not names:
        # As most are, and this is asked of every two figures.
        return names
    return frozenset(
        " ".join(word for word in name.lower().split() if word not in generic) or name.lower() for name in names
    )


class Slots:
    """How likely two figures of an event are answers to one question: what is known of each, weighed by rules.

    Args:
        claims: the figures of one field, of all stories of the event.
        words: the tables of `rules/pairing.toml`; `[slot]` weighs what `measures` gives.
    """

    def __init__(self, claims: Sequence[AnyClaim], words: Mapping[str, Any]) -> None:
        self._words = words
        self._weights: Mapping[str, float] = words["slot"]
        self._leftover: Mapping[str, float] = words["leftover"]
        self._generic: Sequence[str] = words["generic"]
        self._sure = frozenset(words["sure_status"])
        self._some = frozenset(words["some_status"])
        counts = Counter(word for claim in claims for word in _all_words(claim.about))
        total = len(claims)
        # A word that stands beside all figures tells nothing about any.
        self._rarity = {word: log((total + 1) / count) / log(total + 2) for word, count in counts.items()}
        self._tellings = Counter((claim.story, self.kind(claim)) for claim in claims)

    def comparable(self, claims: Sequence[AnyClaim]) -> Iterator[tuple[int, int]]:
        """The pairs of figures of two stories, as places in the list, that have anything in common: few of all."""
        groups: dict[str, list[int]] = {}
        for at, claim in enumerate(claims):
            about = claim.about
            for key in {self.kind(claim), about.thing, *about.near, *about.around}:
                if key and (key not in self._rarity or self._rarity[key] >= self._words["telling"]):
                    groups.setdefault(key, []).append(at)
        pairs = {pair for group in groups.values() for pair in combinations(group, 2)}
        yield from sorted(pair for pair in pairs if claims[pair[0]].story != claims[pair[1]].story)

    def likelihood(
        self, left: AnyClaim, right: AnyClaim, measured: Mapping[str, float], *, leftover: bool = False
    ) -> float:
        """0 to 1; 0 where something that is known of both is at odds.

        Args:
            left: a figure.
            right: a figure of the same field in another story.
            measured: what they have in common.
            leftover: neither agrees with anything in the other story.
        """
        a, b = left.about, right.about
        if (a.source and b.source and not set(a.source.split()) & set(b.source.split())) or (
            a.other_event and b.other_event and not _same_event(a.other_event, b.other_event)
        ):
            return 0.0
        if leftover and any(measured[name] for name in self._words["veto"]):
            return 0.0
        if leftover and a.thing == b.thing and measured["sentence"] < self._words["alike"].get(a.thing, 0.0):
            return 0.0
        weights = self._leftover if leftover else self._weights
        total = weights["start"] + sum(weights.get(name, 0.0) * size for name, size in measured.items() if size)
        return 1 / (1 + exp(-total))

    def measures(
        self, left: AnyClaim, right: AnyClaim, alike: float, difference: Difference | None
    ) -> dict[str, float]:
        """What the two have in common and what sets them apart, each 0 to 1, by the names of `[slot]`.

        Args:
            left: a figure.
            right: a figure of the same field in another story.
            alike: the likeness of their sentences.
            difference: of their values.
        """
        a, b = left.about, right.about
        owners = 0 if not (a.owner and b.owner) else 1 if self._same_owner(a.owner, b.owner) else -1
        doers_differ = a.thing == b.thing and bool(a.doer and b.doer) and not self._same_owner(a.doer, b.doer)
        scopes, others = _cores(a.scope, self._generic), _cores(b.scope, self._generic)
        units = getattr(left.value, "unit", None), getattr(right.value, "unit", None)
        statuses = {a.status, b.status}
        slip = _is_slip(left.value, right.value)
        listed = a.canonical and b.canonical and a.thing == b.thing
        alone = self._are_alone(left, right)
        return {
            "concept": listed,
            "concepts_differ": a.canonical and b.canonical and a.thing != b.thing and not self._are_akin(a, b),
            "one_concept": a.canonical != b.canonical,
            "thing": bool(a.thing) and a.thing == b.thing and not (a.canonical and b.canonical),
            "noun": bool(a.noun) and a.noun == b.noun,
            "nouns_differ": self._are_others(a, b),
            "near": self._shared((a.near & b.near) - {a.noun, b.noun}),
            "cross": self._shared(((a.near & b.around) | (a.around & b.near)) - {a.noun, b.noun}),
            "around": self._shared(a.around & b.around),
            "strange": not listed and _are_strange(a, b),
            "context": overlap(a.context - {a.thing}, b.context - {b.thing}),
            "sentence": alike,
            "owner": owners > 0,
            "owners_differ": owners < 0 or (not owners and doers_differ),
            "unowned": a.thing == b.thing and a.thing in self._words["owned"] and not owners,
            "scope": bool(scopes & others),
            "scopes_differ": bool(scopes and others) and not scopes & others,
            "one_scope": bool(scopes) != bool(others),
            "event": bool(a.other_event) != bool(b.other_event),
            "open": len(statuses) > 1 and len(statuses & self._sure) == 1,
            "piece": len(statuses) > 1 and not statuses - self._sure,
            "selected": not listed and len(statuses & self._some) == 1 < len(statuses),
            "unit": bool(units[0]) and units[0] == units[1],
            "alone": alone,
            "several": self.is_single(left, right) and not alone,
            "slip": slip,
            "apart": 0.0 if difference is None or slip else difference.size,
        }

    def kind(self, claim: AnyClaim) -> str:
        """What a figure is one of: its thing from the word lists, what it counts, its unit or currency."""
        about, value = claim.about, claim.value
        return (about.thing if about.canonical else about.noun) or value.unit or value.currency or ""

    def is_single(self, left: AnyClaim, right: AnyClaim) -> bool:
        """Of the thing that both tell a story has one figure: with several none is known to answer another's."""
        return left.about.thing == right.about.thing and left.about.thing in self._words["lasting"]["kind"]

    def _are_others(self, left: About, right: About) -> bool:
        """Two nouns that do not stand for each other; people may be called anything that people are.

        What is listed tells by itself what is counted, but for the many things that a player does.
        """
        noun, other = left.noun, right.noun
        listed = left.canonical and right.canonical and left.thing == right.thing
        if not noun or not other or noun == other or (listed and left.thing not in self._words["owned"]):
            return False
        general, people = self._words["people"]["general"], self._words["people"]["kinds"]
        return not any(a in general and (b in general or b in people) for a, b in ((noun, other), (other, noun)))

    def _are_akin(self, a: About, b: About) -> bool:
        """Outlets call the two things by one another's names."""
        return any(a.thing in things and b.thing in things for things in self._words["akin"])

    def _same_owner(self, left: str, right: str) -> bool:
        return same_owner(left, right, self._words["owner_match"])

    def _shared(self, words: frozenset[str]) -> float:
        """What shared words tell, 0 to 1: the rarer and the more, the more."""
        return 1 - exp(-self._weights["steep"] * sum(self._rarity[word] for word in words)) if words else 0.0

    def _are_alone(self, left: AnyClaim, right: AnyClaim) -> bool:
        """Either story has one figure of this kind."""
        kind = self.kind(left)
        return (
            bool(kind)
            and kind == self.kind(right)
            and self._tellings[left.story, kind] == 1 == self._tellings[right.story, kind]
        )


def _are_strange(a: About, b: About) -> bool:
    """Both are tied to something, and to nothing in common: twelve machines to found, forty to sell."""
    one, other = a.near - {a.noun}, b.near - {b.noun}
    return bool(one and other) and not (one & (other | b.around) or other & a.around)


def _all_words(about: About) -> frozenset[str]:
    return about.near | about.around


def _is_slip(left: Amount, right: Amount) -> bool:
    """The same digits in another order or of another size: 42 and 24, 1.3 million and 1.3 billion."""
    one = _digits(left.amount)
    return len(one) > 1 and one == _digits(right.amount)


@lru_cache(maxsize=4096)
def _digits(amount: Decimal) -> tuple[str, ...]:
    """The digits that tell, whatever their order."""
    return tuple(sorted(f"{amount.normalize():f}".replace(".", "").strip("0")))
