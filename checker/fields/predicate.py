"""Who did what to what: acts that outlets tell in words of their own, and whether one denies what the other tells.

Value: `Wording` with the words of the predicate, `head` its family, its scale or else its lemma, `modifiers` the side
of the family or the step of the scale, `polarity` -1 when it is denied, `strength` how it is told (`actual`, `plan`,
`possible`, `open`, `quoted`, `noun`). About: `context` holds the act, see `checker.acts.act`. Size: how sure it is that
both tell the same act, 0.5 to 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.acts.act import (
    ANYONE,
    NAME,
    NOUN,
    ONLY,
    UNKNOWN,
    Act,
    act,
    are_at_odds,
    are_swapped,
    may_be_one,
    meet,
    points,
)
from checker.acts.moods import ACTUAL, PLAN, POSSIBLE, REFUSED
from checker.acts.predicates import Vocabulary
from checker.acts.read import Acts, Told
from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from checker.parsed import Parsed

_FIRM = frozenset({ACTUAL, PLAN, REFUSED})


class Field:
    """Predicates with their arguments.

    Args:
        words: the tables of `rules/predicate.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        nouns = {name: frozenset(map(stem, words["nouns"][name])) for name in ("mouths", "bodies")}
        self._evidence: Mapping[str, Any] = {**words["evidence"], **nouns}
        self._needed: Mapping[str, float] = words["needed"]
        self._span: int = words["extent"]["span"]
        self._minds = frozenset(words["verbs"]["minds"])
        self._mutual = frozenset(words["verbs"]["mutual"])
        self._scales: Mapping[str, Any] = words["scale"]
        self._vocabulary = Vocabulary(words)
        self._families = self._vocabulary.families

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every predicate."""
        every = list(Acts(parsed, self._words, self._vocabulary).read())
        heads = Counter(told.kind.head for told in every)
        for told in every:
            start, end = self._extent(told)
            kind, mood = told.kind, told.mood
            acted = replace(told.act, detail=told.act.detail | {ONLY}) if heads[kind.head] == 1 else told.act
            polarity = 1 if mood.denier is None else -1
            value = Wording(kind.words, kind.head, (kind.side,) if kind.side else (), polarity, mood.status)
            yield parsed.claim("predicate", start, end, value, About(thing=kind.head, context=acted.context()))

    def candidates(self, claims: Sequence[Claim[Wording]]) -> Iterator[tuple[int, int]]:
        """The pairs of claims of different stories that tell one act.

        Where they are at odds, neither story tells also what the other does, and of two readings of the same words
        the likelier one counts.
        """
        groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        heads: defaultdict[tuple[str, str], list[Claim[Wording]]] = defaultdict(list)
        for at, claim in enumerate(claims):
            heads[claim.story, claim.about.thing].append(claim)
            if claim.value.strength in _FIRM or claim.value.strength == POSSIBLE:
                for key in act(claim.about.context).keys():
                    groups[claim.about.thing, key].append(at)
        pairs = {(i, j) for places in groups.values() for i in places for j in places if i < j}
        odd: list[tuple[float, int, int]] = []
        for i, j in sorted(pairs):
            left, right = claims[i], claims[j]
            alike = self.likeness(left, right) if left.story != right.story else 0.0
            if alike and self._between(left, right) == "same":
                yield i, j
            elif alike and not self._is_answered(left, right, heads):
                odd.append((-alike, i, j))
        taken: set[tuple[int, int, str, str]] = set()
        for _, i, j in sorted(odd):
            place = (claims[i].start, claims[j].start, claims[i].story, claims[j].story)
            if place not in taken:
                taken.add(place)
                yield i, j

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How surely two claims tell one act: from .5 where the evidence is enough for what they are to each other."""
        one, other = act(left.about.context), act(right.about.context)
        relation = self._between(left, right)
        if relation == "swapped":
            return 0.5 if self._is_timely(one, other) else 0.0
        if not relation or not self._tells(left.about.thing, one, other) or are_at_odds(one, other, self._evidence):
            return 0.0
        family = self._families.get(left.about.thing, {})
        found = points(one, other, self._evidence) + family.get("points", 0.0)
        is_bare = relation == "negation" and not family and not (one.what and other.what)
        needed = self._needed["bare" if is_bare else relation]
        if found < needed:
            return 0.0
        return 0.5 + 0.5 * min(1.0, (found - needed) / (self._evidence["full"] - needed))

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """What the two are to each other: `opposite`, `negation`, `step`, `modality`, or `paraphrase`."""
        relation = self._between(left, right)
        if left.value == right.value and relation != "swapped":
            return None
        if not relation or relation == "same":
            return Difference("paraphrase")
        return Difference(relation, round(self.likeness(left, right), 2))

    def _between(self, left: Claim[Wording], right: Claim[Wording]) -> str:
        """What two claims are to each other, with those who do it in view: `swapped` where they have changed places."""
        relation = self._relation(left.value, right.value)
        mutual = left.about.thing in self._mutual
        if relation != "same" or mutual or left.value.polarity < 0 or left.value.modifiers != right.value.modifiers:
            return relation
        one, other = act(left.about.context), act(right.about.context)
        return "swapped" if are_swapped(one, other, self._evidence["names"]) else relation

    def _relation(self, a: Wording, b: Wording) -> str:
        """What two claims would be to each other if they tell one act; empty for nothing."""
        if a.head != b.head:
            return ""
        family = self._families.get(a.head)
        if not self._are_told_alike(a, b, plans=a.head in self._scales or bool(family and family.get("plans"))):
            return "modality" if _is_doubted(a, b) else ""
        if a.head in self._scales:
            if a.polarity < 0 or b.polarity < 0:
                return ""
            return "same" if a.modifiers == b.modifiers else "step"
        if a.modifiers == b.modifiers:
            return "same" if a.polarity == b.polarity else "negation"
        if family is None:
            return ""
        if a.polarity == b.polarity:
            binary = family.get("binary", False)
            return "opposite" if (a.polarity > 0 and not family.get("sequence")) or (a.polarity < 0 and binary) else ""
        return "same" if family.get("binary") else ""

    def _are_told_alike(self, a: Wording, b: Wording, *, plans: bool) -> bool:
        if a.strength not in _FIRM or b.strength not in _FIRM:
            return False
        return plans or a.strength == b.strength or REFUSED in (a.strength, b.strength)

    def _is_timely(self, one: Act, other: Act) -> bool:
        """Nothing says that they speak of two days."""
        return not are_at_odds(Act(times=one.times), Act(times=other.times), self._evidence)

    def _tells(self, head: str, one: Act, other: Act) -> bool:
        """The argument that says which act it is stands for the same in both."""
        family = self._families.get(head)
        alike = self._evidence["names"]
        who, what = meet(one.who, other.who, alike), meet(one.what, other.what, alike)
        if family is not None and family["tells"] == "both":
            return who >= NOUN and what >= NOUN
        if family is not None and family.get("persons") and not (ANYONE in one.what and ANYONE in other.what):
            return False
        if family is not None and family.get("things") and not _are_of_one_thing(one, other, what):
            return False
        if family is not None:
            known = one.who - {UNKNOWN} and other.who - {UNKNOWN}
            is_own = not family.get("own") or who >= NOUN or not known
            return is_own and bool((what if family["tells"] == "what" else who) >= NOUN)
        if head in self._minds and who < NOUN:
            return False
        if one.what or other.what:
            return what >= NOUN and (who >= NOUN or not (one.who and other.who))
        return who >= NOUN

    def _is_answered(
        self, left: Claim[Wording], right: Claim[Wording], heads: Mapping[tuple[str, str], Sequence[Claim[Wording]]]
    ) -> bool:
        """Either story tells, of what may be the same, in whatever way, what the other one does."""
        return any(
            self._says_too(mine, claim, theirs)
            for claim, theirs in ((left, right), (right, left))
            for mine in heads[claim.story, claim.about.thing]
            if mine is not claim
        )

    def _says_too(self, mine: Claim[Wording], claim: Claim[Wording], theirs: Claim[Wording]) -> bool:
        """One more claim of the story of `claim` says what the other story does, of what `claim` speaks of."""
        a, b = mine.value, theirs.value
        family = self._families.get(a.head, {})
        same = a.modifiers == b.modifiers and a.polarity == b.polarity
        if same and self._between(mine, theirs) == "swapped":
            return False
        turned = bool(family.get("binary")) and a.modifiers != b.modifiers and a.polarity != b.polarity
        if not (same or turned):
            return False
        one, other, own = (act(each.about.context) for each in (mine, theirs, claim))
        if one.where and own.where and not one.where & own.where:
            return False
        tells = self._families.get(a.head, {}).get("tells", "what" if one.what or other.what else "who")
        tells = "who" if tells == "both" else tells
        return may_be_one(getattr(one, tells), getattr(other, tells), self._evidence)

    def _extent(self, told: Told) -> tuple[int, int]:
        """The predicate with what denies it, and its object when that stands close."""
        verb, tokens = told.tokens[0], list(told.tokens)
        tokens += [one for one in verb.children if one.dep_ in ("aux", "auxpass", "neg", "prt", "dobj")]
        if told.mood.denier is not None:
            tokens.append(told.mood.denier)
        near = [one.i for one in tokens if abs(one.i - verb.i) <= self._span]
        first, last = verb.doc[min(near)], verb.doc[max(near)]
        return first.idx, last.idx + len(last)


def _are_of_one_thing(one: Act, other: Act, what: int) -> bool:
    """A price is the same by its noun; by the name of its owner alone only where both say how much."""
    shared = any(key[0] != "=" and key != ANYONE for key in one.what & other.what)
    return what < NAME or shared or bool(one.figures & other.figures)


def _is_doubted(a: Wording, b: Wording) -> bool:
    """One is told as sure, the other as possible."""
    same = a.modifiers == b.modifiers and a.polarity == b.polarity
    return same and {a.strength, b.strength} == {PLAN, POSSIBLE}
