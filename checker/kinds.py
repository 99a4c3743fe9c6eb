"""What a name is the name of, where the stories of one event take it for two things.

The parser knows a coined name by its sentence alone: one story's person is the next one's company or town. Names that
are written alike are of one kind, that for which most speaks, so that each field compares like with like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from rapidfuzz.distance import OSA

from checker.model import About, AnyClaim, Name
from checker.places import fold, gazetteer

_FIELDS = ("person", "organisation", "place")


class Kinds:
    """Settles the kinds of names.

    Args:
        words: the tables of `rules/kinds.toml`, with places and organisations.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._gazetteer = gazetteer(words["places"])
        self._bodies = frozenset(
            fold(form) for name, also in words["organisation"]["known"].items() for form in (name, *also)
        )
        self._likeness: float = words["name"]["likeness"]
        self._letters: int = words["name"]["letters"]
        self._guessed = frozenset(words["name"]["guessed"])
        self._weights: Mapping[str, float] = words["weights"]
        self._inside = [[word] for word in words["name"]["inside"]]
        self._texts: Mapping[str, str] = {}
        self._locality: str = words["name"]["locality"]

    def settle(
        self, claims: Mapping[str, Sequence[AnyClaim]], texts: Mapping[str, str]
    ) -> dict[str, tuple[AnyClaim, ...]]:
        """The claims of the stories of one event, each name in one field.

        Args:
            claims: the claims of each story, by name of the story.
            texts: the stories.
        """
        self._texts = texts
        moves = self._moves([claim for held in claims.values() for claim in held if claim.field in _FIELDS])
        return {
            story: tuple(self._moved(claim, moves.get(_key(claim), claim.field)) for claim in held)
            for story, held in claims.items()
        }

    def _moves(self, names: Sequence[AnyClaim]) -> dict[tuple[str, str], str]:
        """The field of every name that is written alike in several."""
        tellings: dict[tuple[str, str], list[AnyClaim]] = {}
        for claim in names:
            if isinstance(claim.value, Name):
                tellings.setdefault(_key(claim), []).append(claim)
        group = {key: key for key in tellings}
        for one, other in combinations(sorted(tellings), 2):
            if self._are_alike(one[0], other[0]) and group[one] != group[other]:
                old, new = sorted((group[one], group[other]), reverse=True)
                group = {key: new if its == old else its for key, its in group.items()}
        moves: dict[tuple[str, str], str] = {}
        for lead in dict.fromkeys(group.values()):
            members = [key for key in group if group[key] == lead]
            field = self._field({key: tellings[key] for key in members})
            moves.update(dict.fromkeys(members, field) if field else {})
        return moves

    def _field(self, tellings: Mapping[tuple[str, str], Sequence[AnyClaim]]) -> str:
        """The field for which most speaks; empty for names that a list knows: many of them are names of persons too."""
        if any(self._is_known(claim) for held in tellings.values() for claim in held):
            return ""
        votes = dict.fromkeys(_FIELDS, 0.0)
        for (_, field), held in tellings.items():
            for claim in held:
                votes[field] += self._vote(claim)
                votes["place"] += self._weights["inside"] if self._is_inside(claim) else 0.0
        return max(_FIELDS, key=lambda field: votes[field])

    def _is_inside(self, claim: AnyClaim) -> bool:
        """In, near it: what only a place can be."""
        before = self._texts[claim.story][: claim.start].rsplit(maxsplit=1)[-1:]
        return before in self._inside

    def _is_known(self, claim: AnyClaim) -> bool:
        if claim.field == "place":
            return self._gazetteer.find(claim.value.name) is not None
        return claim.field == "organisation" and fold(claim.value.name) in self._bodies

    def _vote(self, claim: AnyClaim) -> float:
        """What stands beside a name tells more than the parser's guess."""
        told = (claim.value.kind or "") not in self._guessed or claim.about.thing
        return self._weights["told" if told else "guess"]

    def _are_alike(self, one: str, other: str) -> bool:
        """As many words, each the same or almost."""
        if one == other:
            return True
        mine, yours = one.split(), other.split()
        if len(mine) != len(yours) or min(len(one), len(other)) < self._letters:
            return False
        return all(
            a == b or OSA.normalized_similarity(a, b) >= self._likeness for a, b in zip(mine, yours, strict=True)
        )

    def _moved(self, claim: AnyClaim, field: str) -> AnyClaim:
        if field == claim.field or not isinstance(claim.value, Name):
            return claim
        about = About(thing=self._locality, canonical=True) if field == "place" else About()
        return replace(claim, field=field, value=Name(claim.value.name), about=about)


def _key(claim: AnyClaim) -> tuple[str, str]:
    return (fold(claim.value.name), claim.field) if isinstance(claim.value, Name) else ("", "")
