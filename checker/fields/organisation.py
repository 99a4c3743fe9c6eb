"""Organisations. Value: the name as written; size: the share of words, or of letters, in which two names differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import OSA, Prefix

from checker.model import About, AnyClaim, Difference, Name
from checker.places import fold, gazetteer
from checker.stems import stem
from checker.vocabulary import is_word

if TYPE_CHECKING:
    from spacy.vocab import Vocab

    from checker.parsed import Mention, Parsed

_WORD = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W_]+(?:'[^\W_]+)?")


class Field:
    """Finds and compares organisations.

    Args:
        words: the tables of `rules/organisation.toml`, with places.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._gazetteer = gazetteer(words["places"])
        self._small = frozenset(words["compare"]["small"])
        self._legal = frozenset(words["compare"]["legal"])
        self._same: Mapping[str, str] = words["compare"]["same"]
        self._general = frozenset(words["compare"]["general"])
        self._letters: int = words["compare"]["letters"]
        self._part: float = words["compare"]["part"]
        self._likeness: float = words["compare"]["likeness"]
        self._shared: float = words["compare"]["shared"]
        self._bodies: dict[str, str] = {
            _key(form): name for name, also in words["known"].items() for form in (name, *also)
        }
        self._renamed = frozenset(frozenset(pair) for pair in words["compare"]["renamed"])
        self._normal = lru_cache(maxsize=4096)(self._normalised)
        self._measure = lru_cache(maxsize=16384)(self._measured)

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every mention of an organisation; weak where it may be a plain word: Room, Risk, Aurora."""
        for mention in parsed.mentions:
            if mention.kind == "organisation":
                value = Name(mention.name, mention.type or None)
                claim = parsed.claim("organisation", mention.start, mention.end, value, About())
                yield replace(claim, weak=True) if self._is_guess(mention, parsed.doc.vocab) else claim

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two names of organisations differ; None when only articles, legal forms and word order do."""
        one, other = sorted(_bare(claim.value.name) for claim in (left, right))
        return self._measure(one, other)

    def _is_guess(self, mention: Mention, vocab: Vocab) -> bool:
        """One capitalised word that only its capital makes a name: Room, Risk, Aurora."""
        if " " in mention.name or mention.name.isupper() or self._known(mention.name):
            return False
        return is_word(mention.name, vocab)

    def _measured(self, left: str, right: str) -> Difference | None:
        one, other = self._normal(left), self._normal(right)
        if one == other:
            return None
        body, rest = self._known(left), self._known(right)
        if body and rest:
            return self._between_known(body, rest)
        if self._is_acronym(left, right) or self._is_acronym(right, left):
            return Difference("acronym", 0.0)
        if self._is_team(left, right) or self._is_team(right, left):
            return Difference("part", 0.3)
        if fold(left).replace(" ", "") == fold(right).replace(" ", ""):
            return Difference("joined", 0.0)
        return self._part_of(frozenset(one), frozenset(other)) or self._spelling(one, other)

    def _is_team(self, short: str, long: str) -> bool:
        """Saints, New Orleans Saints: a plural, and the same behind its town."""
        town = long.removesuffix(f" {short}")
        return town != long and short.endswith("s") and self._gazetteer.find(town) is not None

    def _wording(self, one: tuple[str, ...], other: tuple[str, ...]) -> Difference | None:
        """More than half of the telling words of the shorter name, or their kin, stand in the other one."""
        mine, yours = self._places_in(one), self._places_in(other)
        if mine and yours and not mine & yours:
            return None
        shorter, longer = sorted(
            (sorted(set(words) - self._general - self._places_in(words)) for words in (one, other)), key=len
        )
        shared = sum(any(self._is_kin(word, its) for its in longer) for word in shorter)
        if shared <= self._shared * len(shorter):
            return None
        return Difference(
            "longer" if set(one) < set(other) or set(other) < set(one) else "wording", 1 - shared / len(longer)
        )

    def _places_in(self, words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(word for word in words if word.isupper() or self._gazetteer.find(word) is not None)

    def _is_kin(self, one: str, other: str) -> bool:
        """Economics and economy, meteorological and hydrometeorological."""
        if stem(one) == stem(other):
            return True
        shorter, longer = sorted((one, other), key=len)
        common = Prefix.similarity(one, other)
        return self._shared * len(longer) < common >= self._letters or (
            len(shorter) > self._letters and longer.endswith(shorter)
        )

    def _between_known(self, one: str, other: str) -> Difference:
        if one == other:
            return Difference("acronym", 0.0)
        return Difference("renamed", 0.0) if frozenset((one, other)) in self._renamed else Difference("other", 1.0)

    def _part_of(self, one: frozenset[str], other: frozenset[str]) -> Difference | None:
        """A short form: enough of the words of the long one, or all but its country."""
        shorter, longer = (one, other) if one < other else (other, one)
        if not shorter < longer:
            return None
        only_country = all(word.isupper() for word in longer - shorter)
        enough = len(shorter) >= self._part * len(longer) and not shorter <= self._general
        return Difference("part", 1 - len(shorter) / len(longer)) if only_country or enough else None

    def _spelling(self, one: tuple[str, ...], other: tuple[str, ...]) -> Difference:
        """Names of which all words but one are the same, and that one is almost."""
        mine, yours = sorted(set(one) - set(other)), sorted(set(other) - set(one))
        shared = len(set(one) & set(other))
        if len(mine) == len(yours) == 1 and min(len(mine[0]), len(yours[0])) >= self._letters:
            if stem(mine[0].lower()) == stem(yours[0].lower()):
                # Marshal and Marshals, Recognised and Recognized.
                return Difference("wording", 0.0)
            likeness = OSA.normalized_similarity(mine[0], yours[0])
            if likeness >= self._likeness:
                return Difference("spelling", 1 - likeness)
        return self._wording(one, other) or Difference("other", 1 - shared / max(len(set(one) | set(other)), 1))

    def _normalised(self, name: str) -> tuple[str, ...]:
        """The words that count, each in one spelling, countries by their code, sorted."""
        words = [match.group() for match in _WORD.finditer(name)]
        kept: list[str] = []
        for word in words:
            bare = fold(word.removesuffix("'s"))
            place = self._gazetteer.find(word.removesuffix("'s"))
            if place is not None and place.type in ("country", "demonym") and len(place.within) == 1:
                kept.append(min(place.within))
            elif bare not in self._small and bare not in self._legal:
                kept.append(self._same.get(bare, bare))
        return tuple(sorted(kept)) or tuple(sorted(map(str.lower, words)))

    def _known(self, name: str) -> str:
        return self._bodies.get(_key(name), "")

    def _is_acronym(self, short: str, long: str) -> bool:
        """The letters of the one are the first letters of the other's words, small words counted or not."""
        letters = re.sub(r"[^\w]", "", short)
        if not (2 <= len(letters) <= 7 and letters.isupper()):  # noqa: PLR2004 - an acronym's length
            return False
        words = [word for word in re.split(r"[\s/-]+", long.replace("&", " ")) if word]
        initials = "".join(word[0] for word in words if word[0].isalnum()).upper()
        capitals = "".join(word[0] for word in words if word[0].isupper())
        plain = "".join(word[0] for word in words if word.lower() not in self._small).upper()
        return letters in (initials, capitals, plain)


def _bare(name: str) -> str:
    """The name without its article."""
    return name[4:] if name[:4] in ("the ", "The ") and len(name) > 4 else name  # noqa: PLR2004 - the article


def _key(name: str) -> str:
    bare = name.replace(".", "")
    return bare if len(bare) <= 5 and sum(map(str.isupper, bare)) > 1 else fold(name)  # noqa: PLR2004 - an acronym's length
