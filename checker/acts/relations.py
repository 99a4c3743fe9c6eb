"""What two acts of two stories are to each other: the same, denied, opposite, another step, places changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checker.acts.act import (
    ALONE,
    ANYONE,
    APART,
    NAME,
    NOUN,
    ONLY,
    UNKNOWN,
    Act,
    act,
    are_at_odds,
    are_of_other_days,
    are_of_other_kinds,
    are_swapped,
    may_be_one,
    meet,
    points,
)
from checker.acts.moods import ACTUAL, PLAN, POSSIBLE, REFUSED
from checker.model import Claim, Wording
from checker.stems import stem

SAME, NEGATION, OPPOSITE, STEP, MODALITY, SWAPPED, ANOTHER = (
    "same",
    "negation",
    "opposite",
    "step",
    "modality",
    "swapped",
    "another",
)
_FIRM = frozenset({ACTUAL, PLAN, REFUSED})
_DOUBTED = frozenset({PLAN, POSSIBLE})


class Relations:
    """Compares claims that hold acts.

    Args:
        words: the tables of `rules/predicate.toml`.
        families: the settings of each family, by its name as a head.
    """

    def __init__(self, words: Mapping[str, Any], families: Mapping[str, Mapping[str, Any]]) -> None:
        nouns = {name: frozenset(map(stem, words["nouns"][name])) for name in ("mouths", "bodies")}
        self._evidence: Mapping[str, Any] = {**words["evidence"], **nouns}
        self._alike: float = words["evidence"]["names"]
        self._enough: float = words["evidence"]["enough"]
        self._needed: Mapping[str, float] = words["needed"]
        self._families = families
        self._scales = frozenset(words["scale"])
        self._mutual, self._minds = (frozenset(words["verbs"][name]) for name in ("mutual", "minds"))
        self._sole = frozenset(words["verbs"]["sole"])

    def between(self, left: Claim[Wording], right: Claim[Wording]) -> str:
        """What the two are to each other if they tell one act; empty for nothing."""
        a, b = left.value, right.value
        relation = self._of_values(a, b) if a.head == b.head else ""
        if relation != SAME or a.head in self._mutual or a.polarity < 0 or a.modifiers != b.modifiers:
            return relation
        one, other = act(left.about.context), act(right.about.context)
        if are_swapped(one, other, self._alike):
            return SWAPPED
        return ANOTHER if a.words == b.words and self._is_of_another(a, b, one, other) else SAME

    def _is_of_another(self, a: Wording, b: Wording, one: Act, other: Act) -> bool:
        """What only one can do of one thing is told of two; each story tells it once of such a thing."""
        if not self._sole.intersection(a.words) or a.strength != ACTUAL or b.strength != ACTUAL:
            return False
        alone = any(f"{ALONE}{noun}" in one.detail & other.detail for noun in one.what & other.what)
        apart = meet(one.who, other.who, self._alike) == APART and UNKNOWN not in one.who | other.who
        return alone and apart and meet(one.what, other.what, self._alike) >= NOUN

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How surely they tell one act: from .5 where the evidence is enough for their relation, else 0."""
        head, one, other = left.value.head, act(left.about.context), act(right.about.context)
        relation = self.between(left, right)
        if relation == SWAPPED:
            return 0.0 if are_of_other_days(one, other, self._evidence) else self._enough
        if relation == ANOTHER:
            return self._certainty_of_another(one, other)
        family = self._families.get(head, {})
        if relation == OPPOSITE and family.get("apart"):
            one, other = _without_figures(one), _without_figures(other)
        if relation == NEGATION and family.get("none") and _is_none_of(left, right):
            return 0.0 if are_at_odds(one, other, self._evidence) else self._enough
        if not relation or not self._is_of_one(head, one, other) or are_at_odds(one, other, self._evidence):
            return 0.0
        found = points(one, other, self._evidence) + float(family.get("points", 0.0))
        is_bare = relation == NEGATION and not family and not (one.what and other.what)
        needed = self._needed["bare" if is_bare else relation]
        if found < needed:
            return 0.0
        full: float = self._evidence["full"]
        return self._enough + (1 - self._enough) * min(1.0, (found - needed) / (full - needed))

    def _certainty_of_another(self, one: Act, other: Act) -> float:
        """How surely one thing is told of two, whoever they are: at odds is only who did it."""
        nobody: frozenset[str] = frozenset()
        one, other = replace(one, who=nobody, speaker=nobody), replace(other, who=nobody, speaker=nobody)
        ends = tuple(f".{noun}" for noun in sorted(one.what & other.what))
        one, other = (
            replace(each, qualities=frozenset(kind for kind in each.qualities if kind.endswith(ends)))
            for each in (one, other)
        )
        enough = points(one, other, self._evidence) >= self._needed[ANOTHER]
        return self._enough if enough and not are_at_odds(one, other, self._evidence) else 0.0

    def says_too(self, mine: Claim[Wording], claim: Claim[Wording], theirs: Claim[Wording]) -> bool:
        """Whether one more claim of the story of `claim` says what the other story does, of what `claim` speaks of."""
        family = self._families.get(claim.value.head, {})
        a, b = mine.value, theirs.value
        same = (a.modifiers, a.polarity) == (b.modifiers, b.polarity) and self.between(mine, theirs) not in (
            SWAPPED,
            ANOTHER,
        )
        turned = bool(family.get("binary")) and a.modifiers != b.modifiers and a.polarity != b.polarity
        one, other, own = (act(each.about.context) for each in (mine, theirs, claim))
        of_another = one.where and own.where and not one.where & own.where
        if of_another or not (same or turned) or are_of_other_kinds(one, other):
            return False
        tells = family.get("tells", "what" if one.what or other.what else "who")
        role = "what" if tells == "what" else "who"
        return may_be_one(getattr(one, role), getattr(other, role), self._evidence)

    def _of_values(self, a: Wording, b: Wording) -> str:
        """The relation of two predicates of one head, whoever does it."""
        family = self._families.get(a.head, {})
        if not self._are_told_alike(a, b, plans=a.head in self._scales or bool(family.get("plans"))):
            same = (a.modifiers, a.polarity) == (b.modifiers, b.polarity)
            return MODALITY if same and {a.strength, b.strength} == _DOUBTED else ""
        if a.head in self._scales:
            relation = SAME if a.modifiers == b.modifiers else STEP
            return relation if a.polarity > 0 and b.polarity > 0 else ""
        if family.get("unlike") and a.modifiers == b.modifiers and a.words != b.words:
            return ""
        if a.modifiers == b.modifiers:
            return SAME if a.polarity == b.polarity else NEGATION
        return _of_sides(a.polarity, b.polarity, family)

    def _are_told_alike(self, a: Wording, b: Wording, *, plans: bool) -> bool:
        if a.strength not in _FIRM or b.strength not in _FIRM:
            return False
        return plans or a.strength == b.strength or REFUSED in (a.strength, b.strength)

    def _is_of_one(self, head: str, one: Act, other: Act) -> bool:
        """Whether the argument that says which act it is stands for the same in both."""
        who, what = meet(one.who, other.who, self._alike), meet(one.what, other.what, self._alike)
        family = self._families.get(head)
        if family is not None:
            return _is_of_family(family, one, other, who, what)
        known = one.who and other.who
        if head in self._minds or not (one.what or other.what):
            return who >= NOUN and (what >= NOUN or not (one.what or other.what))
        return what >= NOUN and (who >= NOUN or not known)


def _without_figures(one: Act) -> Act:
    numbered = frozenset(quality for quality in one.qualities if quality[0] == "#")
    return replace(one, figures=frozenset(), qualities=one.qualities - numbered)


def _is_none_of(left: Claim[Wording], right: Claim[Wording]) -> bool:
    """Whether one says that nobody at all was, and the other that somebody without a name was; neither tells more."""
    none, some = sorted((left, right), key=lambda claim: claim.value.polarity)
    one, other = act(none.about.context), act(some.about.context)
    is_somebody = ANYONE in other.what and not any(key[0] == "=" for key in other.what)
    return one.what == {ANYONE} and is_somebody and not other.times and ONLY in one.detail and ONLY in other.detail


def _is_of_family(family: Mapping[str, Any], one: Act, other: Act, who: int, what: int) -> bool:
    """Whether the arguments meet that the family asks for."""
    if family["tells"] == "both":
        return who >= NOUN and what >= NOUN
    if family.get("persons") and not (ANYONE in one.what and ANYONE in other.what):
        return False
    shared = any(key[0] != "=" and key != ANYONE for key in one.what & other.what)
    if family.get("things") and what == NAME and not shared and not one.figures & other.figures:
        return False
    is_anothers = who < NOUN and one.who - {UNKNOWN} and other.who - {UNKNOWN}
    if family.get("own") and is_anothers:
        return False
    return (what if family["tells"] == "what" else who) >= NOUN


def _of_sides(a: int, b: int, family: Mapping[str, Any]) -> str:
    """The relation of two sides of a family, each told (1) or denied (-1)."""
    binary = bool(family.get("binary"))
    if a != b:
        return SAME if binary else ""
    fits = not family.get("sequence") if a > 0 else binary
    return OPPOSITE if fits else ""
