"""Who did what to what: acts that outlets tell in words of their own, and whether one denies what the other tells.

Value: `Wording` with the words of the predicate, `head` its family, its scale or else its lemma, `modifiers` the side
of the family or the step of the scale, `polarity` -1 when it is denied, `strength` how it is told (`actual`, `refused`,
`plan`, `possible`, `open`, `quoted`, `noun`). About: `context` holds the act, see `checker.acts.act`. Size: how sure it
is that both tell the same act, 0.5 to 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.acts.act import ALONE, ANYONE, ONLY, UNKNOWN, act
from checker.acts.moods import ACTUAL, PLAN, POSSIBLE, REFUSED
from checker.acts.predicates import Vocabulary
from checker.acts.read import Acts, Told
from checker.acts.relations import ANOTHER, SAME, SWAPPED, Relations
from checker.model import About, Claim, Difference, Wording

if TYPE_CHECKING:
    from checker.parsed import Parsed

_TOLD = frozenset({ACTUAL, PLAN, REFUSED, POSSIBLE})
_Heads = Mapping[tuple[str, str], Sequence[Claim[Wording]]]


class Field:
    """Predicates with their arguments.

    Args:
        words: the tables of `rules/predicate.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self._span: int = words["extent"]["span"]
        self._vocabulary = Vocabulary(words)
        self._relations = Relations(words, self._vocabulary.families)

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every predicate."""
        every = list(Acts(parsed, self._words, self._vocabulary).read())
        # One word may be told in two ways.
        heads = Counter(head for head, _ in {(told.kind.head, told.tokens[0].i) for told in every})
        places = {(told.kind.head, one, told.tokens[0].i) for told in every for one in _nouns(told)}
        nouns = Counter((head, one) for head, one, _ in places)
        for told in every:
            start, end = self._extent(told)
            kind, mood = told.kind, told.mood
            polarity = 1 if mood.denier is None else -1
            value = Wording(kind.words, kind.head, (kind.side,) if kind.side else (), polarity, mood.status)
            alone = {ALONE + one for one in _nouns(told) if nouns[kind.head, one] == 1}
            acted = replace(told.act, detail=told.act.detail | alone | ({ONLY} if heads[kind.head] == 1 else set()))
            yield parsed.claim("predicate", start, end, value, About(thing=kind.head, context=acted.context()))

    def candidates(self, claims: Sequence[Claim[Wording]]) -> Iterator[tuple[int, int]]:
        """The pairs of claims of different stories that tell one act.

        Where they are at odds, neither story tells also what the other does, and of two readings of the same words
        the likelier one counts.
        """
        heads: defaultdict[tuple[str, str], list[Claim[Wording]]] = defaultdict(list)
        for claim in claims:
            heads[claim.story, claim.value.head].append(claim)
        odd: list[tuple[float, int, int]] = []
        for i, j in _meeting(claims):
            left, right = claims[i], claims[j]
            alike = self.likeness(left, right) if left.story != right.story else 0.0
            if alike and self._relations.between(left, right) == SAME:
                yield i, j
            elif alike and not self._is_answered(left, right, heads):
                odd.append((-alike, i, j))
        taken: set[tuple[str, int, str, int]] = set()
        for _, i, j in sorted(odd):
            place = (claims[i].story, claims[i].start, claims[j].story, claims[j].start)
            if place not in taken:
                taken.add(place)
                yield i, j

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How surely two claims tell one act: from .5 where the evidence is enough for what they are to each other."""
        return self._relations.likeness(left, right)

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """What the two are: `opposite`, `negation`, `step`, `modality`, `swapped`, `another`, or else `paraphrase`."""
        relation = self._relations.between(left, right)
        if left.value == right.value and relation not in (SWAPPED, ANOTHER):
            return None
        if relation in ("", SAME):
            return Difference("paraphrase")
        return Difference(relation, round(self.likeness(left, right), 2))

    def _is_answered(self, left: Claim[Wording], right: Claim[Wording], heads: _Heads) -> bool:
        """Either story tells, of what may be the same, in whatever way, what the other one does."""
        return any(
            self._relations.says_too(mine, claim, theirs)
            for claim, theirs in ((left, right), (right, left))
            for mine in heads[claim.story, claim.value.head]
            if mine is not claim
        )

    def _extent(self, told: Told) -> tuple[int, int]:
        """The predicate with what denies it, and its object when that stands close."""
        verb, tokens = told.tokens[0], list(told.tokens)
        tokens += [one for one in verb.children if one.dep in ("aux", "auxpass", "neg", "prt", "dobj")]
        if told.mood.denier is not None:
            tokens.append(told.mood.denier)
        near = [one for one in tokens if abs(one.i - verb.i) <= self._span]
        return min(one.idx for one in near), max(one.end for one in near)


def _nouns(told: Told) -> frozenset[str]:
    """The nouns for what it is done to."""
    return frozenset(one for one in told.act.what if one[0] != "=") - {ANYONE, UNKNOWN}


def _meeting(claims: Sequence[Claim[Wording]]) -> list[tuple[int, int]]:
    """The pairs of claims of one head that share a word of their arguments, or a figure."""
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        if claim.value.strength in _TOLD:
            for word in act(claim.about.context).words:
                groups[claim.value.head, word].append(at)
    return sorted({(i, j) for places in groups.values() for i in places for j in places if i < j})
