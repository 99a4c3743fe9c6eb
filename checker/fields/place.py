"""Places. Value: the name as written, and what it is; size: 0 (one place) to 1 (nothing in common)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.model import About, AnyClaim, Difference, Name
from checker.names import compare
from checker.places import Place, fold, gazetteer

if TYPE_CHECKING:
    from checker.parsed import Mention, Parsed

_SPELLING = {
    "transliteration": "transliteration",
    "near-miss": "spelling",
    "diacritics": "diacritics",
    "part": "part",
    "order": "part",
}


class Field:
    """Finds and compares places.

    Args:
        words: the tables of `rules/place.toml`, with the gazetteer.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        kinds = words["places"]["kinds"]
        self._gazetteer = gazetteer(words["places"])
        self._kinds = frozenset(fold(word) for key in ("last", "first", "common") for word in kinds[key]) - frozenset(
            words["compare"]["kept"]
        )
        self._directions = frozenset(map(fold, kinds["directions"]))
        self._small = frozenset(words["compare"]["small"])
        self._minor = frozenset(words["compare"]["minor"])
        self._locality: str = words["compare"]["locality"]
        self._near: float = words["compare"]["near"]
        self._letters: int = words["compare"]["letters"]
        directions, directed = "|".join(kinds["directions"]), "|".join(kinds["directed"])
        self._unnamed = re.compile(rf"\b(?i:{directions}) (?:{directed})\b")
        self._waters = re.compile(rf"\bwaters (?:{directions}) of (?:the )?\Z")
        self._measure = lru_cache(maxsize=16384)(self._measured)

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every mention of a place, and for regions that only a direction names."""
        taken: list[tuple[int, int]] = []
        for mention in parsed.mentions:
            taken.append((mention.start, mention.end))
            if mention.kind != "place":
                continue
            value = Name(mention.name, mention.type or None)
            yield parsed.claim("place", mention.start, mention.end, value, self._about(mention))
            waters = self._waters.search(parsed.text, max(0, mention.start - 40), mention.start)
            if waters:
                text = parsed.text[waters.start() : mention.end]
                yield parsed.claim("place", waters.start(), mention.end, Name(text, "waters"), About())
        for match in self._unnamed.finditer(parsed.text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                yield parsed.claim("place", match.start(), match.end(), Name(match.group(), "region"), About())

    def _about(self, mention: Mention) -> About:
        """Places that no list knows answer each other, if spelled alike: in one event there are few of them."""
        if mention.type in self._minor and self._gazetteer.find(mention.name) is None:
            return About(thing=self._locality, canonical=True)
        return About()

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two names of places differ; None when only case, articles and Saint or St. do."""
        return self._measure(*sorted((left.value.name, right.value.name)))

    def _measured(self, left: str, right: str) -> Difference | None:
        if fold(left) == fold(right):
            return None if _plain(left) == _plain(right) else Difference("diacritics", 0.0)
        one, other = self._gazetteer.find(left), self._gazetteer.find(right)
        if one is not None and other is not None:
            return self._known(one, other)
        core, rest = self._core(left), self._core(right)
        if not core or not rest:
            return self._directed(left, right)
        one, other = one or self._gazetteer.find(core), other or self._gazetteer.find(rest)
        if core != rest and one is not None and other is not None:
            return self._known(one, other)
        return self._part_of(frozenset(core.split()), frozenset(rest.split())) or self._spelling(core, rest)

    def _part_of(self, one: frozenset[str], other: frozenset[str]) -> Difference | None:
        """Gozo and Gozo island, Kali and the Gunung Kali mountains."""
        if one <= other or other <= one:
            sizes = sorted((len(one), len(other)))
            return Difference("part", 1 - sizes[0] / sizes[1])
        return None

    def _directed(self, left: str, right: str) -> Difference:
        """Regions without a name: `the southwest region`, `the southwestern region`."""
        one, other = (
            [w.removesuffix("ern") for w in fold(name).split() if w in self._directions] for name in (left, right)
        )
        return Difference("alias", 0.0) if one == other and one else Difference("other", 1.0)

    def _known(self, one: Place, other: Place) -> Difference:
        """Two places of the gazetteer are never misspellings of each other."""
        types = {one.type, other.type}
        if one.name == other.name:
            return Difference("demonym" if "demonym" in types else "alias", 0.0)
        shared = one.within & other.within
        if shared and types <= {"capital", "country", "demonym"} and "capital" in types:
            return Difference("metonym", 0.3)
        if shared and types & {"country", "demonym"}:
            return Difference("nested", 0.4)
        if shared and "state" in types and shared - {"US"}:
            return Difference("nested", 0.4)
        return Difference("other", 1.0)

    def _spelling(self, left: str, right: str) -> Difference:
        """Names that no list knows both of: how far their letters are apart."""
        if min(len(left), len(right)) < self._letters:
            return Difference("other", 1.0)
        difference = compare(left, right)
        if difference is None:
            return Difference("part", 0.1)
        if difference.name == "other" and difference.size <= self._near:
            return Difference("spelling", difference.size)
        return Difference(_SPELLING.get(difference.name, "other"), difference.size)

    def _core(self, name: str) -> str:
        """The name without kind, direction and small words: `the southern island of Gozo` is `gozo`."""
        words = fold(name).split()
        kept = [w for w in words if w not in self._kinds and w not in self._directions and w not in self._small]
        return " ".join(kept)


def _plain(name: str) -> str:
    """The name as `fold` gives it, with its accents."""
    return fold(name) if name.isascii() else name.casefold().removeprefix("the ")
