"""Predicates in canonical form: families of acts with two sides, scales of strength, or the verb itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.stems import stem

if TYPE_CHECKING:
    from checker.tree import Node


@dataclass(frozen=True, slots=True)
class Kind:
    """What a predicate is.

    Attributes:
        head: its family, its scale, or its own lemma.
        side: the side of the family, the step of the scale; empty for a lemma.
        words: as listed.
    """

    head: str
    side: str
    words: tuple[str, ...]


class Vocabulary:
    """The predicates of `rules/predicate.toml`."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        # Named so that no family is taken for a verb.
        self.families: dict[str, Mapping[str, Any]] = {
            f"{'/'.join(family[side][0] for side in ('one', 'other') if family[side])}/": family
            for family in words["family"].values()
        }
        self.skip = frozenset(words["verbs"]["skip"])
        self.links = frozenset(words["verbs"]["links"])
        self.stays = frozenset(words["verbs"]["stays"])
        self.still = frozenset(words["verbs"]["still"])
        # Nouns that stand for one thing: each stem with that of the first of its group.
        self.same = {stem(word): stem(group.split()[0]) for group in words["nouns"]["same"] for word in group.split()}
        self.nouns: dict[str, list[Kind]] = defaultdict(list)
        self._phrases: dict[str, list[Kind]] = defaultdict(list)
        for name, family in self.families.items():
            for side in ("one", "other"):
                for phrase in family[side]:
                    self._add(name, side, phrase)
                for noun in family.get(f"{side}_nouns", ()):
                    self.nouns[noun].append(Kind(name, side, (noun,)))
        for name, steps in words["scale"].items():
            for step, listed in enumerate(steps):
                for phrase in listed:
                    self._add(name, str(step), phrase)
        # Armed and unarmed: what an adjective says, where no family has it.
        self._qualities: dict[str, Kind] = {}
        for prefix, listed in words["polarity"]["opposites"]["prefixed"].items():
            for word in listed.split():
                self._qualities |= self._prefixed(word, prefix + word, words["quality"])

    def kinds(self, token: Node, satellites: Mapping[str, Node]) -> list[tuple[Kind, Sequence[Node]]]:
        """What the word is with the words beside it: of each family and scale the longest phrase, else its lemma."""
        found: dict[str, Kind] = {}
        lemma = token.lemma
        for kind in self._phrases.get(lemma, []) + (self._phrases.get(token.lower, []) if lemma != token.lower else []):
            fits = all(word in satellites for word in kind.words[1:])
            if fits and len(kind.words) > len(found.get(kind.head, Kind("", "", ())).words):
                found[kind.head] = kind
        # `turn down` is nothing of what `turn` is: only the longest phrases stand.
        longest = max((len(kind.words) for kind in found.values()), default=0)
        kinds = [kind for kind in found.values() if len(kind.words) == longest]
        if kinds:
            return [(kind, [satellites[word] for word in kind.words[1:]]) for kind in kinds]
        particle = next((word for word, one in satellites.items() if one.dep == "prt"), "")
        if particle:
            return [(Kind(f"{lemma} {particle}", "", (lemma, particle)), [satellites[particle]])]
        return [] if lemma in self.skip else [(Kind(lemma, "", (lemma,)), [])]

    def quality(self, token: Node) -> Kind:
        """What an adjective says; `unarmed` is the other side of `armed`."""
        return self._qualities.get(token.lower, Kind(token.lower, "", (token.lower,)))

    def _prefixed(self, word: str, turned: str, family: Mapping[str, Any]) -> dict[str, Kind]:
        head = f"{word}/{turned}"
        self.families[head] = family
        return {word: Kind(head, "one", (word,)), turned: Kind(head, "other", (turned,))}

    def _add(self, head: str, side: str, phrase: str) -> None:
        words = tuple(phrase.split())
        self._phrases[words[0]].append(Kind(head, side, words))
