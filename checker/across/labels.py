"""Names that are none: the model takes labels, placeholders and words of a program for them, by their capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from checker.across.code import is_message, spoken
from checker.across.digits import fold
from checker.across.figures import WORD
from checker.model import AnyClaim
from checker.places import Gazetteer

_CAPITALS = re.compile(r"[A-Z]{2,}s?\Z")
_LABEL = re.compile(r"[^\W\d_][\w'-]*")
_ARTICLE = re.compile(r"\b(?:an?|the|this|each|every|your|no|any) \Z", re.IGNORECASE)
_NTH = re.compile(r"[A-Z]'?th\Z")
# Where a capital says nothing: at the start, behind a full stop, a colon, a bullet.
_START = re.compile(r"(?:\A|[.!?:;]\s|\n|[•*-] )[\s\"'“‘«„(\[]*\Z")


class Labels:
    """Tells of one English text which names of it are none.

    Args:
        text: in English.
        is_word: whether a word is an English one.
        settings: `[labels]` of `rules/across.toml`.
        given: given names.
        places: those that are known.
    """

    def __init__(
        self,
        text: str,
        is_word: Callable[[str], bool],
        settings: Mapping[str, Any],
        given: Collection[str],
        places: Gazetteer,
    ) -> None:
        self._text = text
        self._is_word = is_word
        self._settings = settings
        self._given = given
        self._places = places
        self._spoken = spoken(text)
        self._message = is_message(text)
        words = [word for word in _LABEL.findall(text) if len(word) >= settings["letters"]]
        self._titled = sum(word[0].isupper() for word in words) >= settings["titled"] * len(words)

    def holds(self, claim: AnyClaim) -> bool:
        """What the claim calls a name is a label, a placeholder, or a plain word with a capital."""
        words = [word for word in WORD.findall(fold(claim.value.name)) if len(word) > 1]
        if claim.field == "place" and self._places.find(claim.value.name) is not None:
            return False
        if not words or self._message or self._spoken[claim.start : claim.end].isspace() or "   " in claim.text:
            return True
        if claim.field == "organisation" and self._is_state(claim.value.name):
            return True
        if all(map(_CAPITALS.match, words)):
            long = sum(map(len, words)) > self._settings["acronym"]
            return (long or words[-1].endswith("s")) and not self._text.isupper()
        if claim.field == "person":
            return _NTH.match(words[-1]) is not None or (
                all(map(self._is_word, words)) and self._is_plain(words, claim.start)
            )
        told = not self._titled and not _START.search(self._text[: claim.start])
        return not told and all(map(self._is_common, words))

    def _is_state(self, name: str) -> bool:
        """The end of it is a place, which is looked for as such: Republic of ..."""
        parts = name.split()
        return any(self._places.find(" ".join(parts[at:])) is not None for at in range(1, len(parts)))

    def _is_plain(self, words: list[str], start: int) -> bool:
        """Words of the dictionary that no given name, and nothing around, makes a person of."""
        if self._titled or _ARTICLE.search(self._text[max(0, start - 7) : start]):
            return True
        return len(words) > 1 and words[0] not in self._given

    def _is_common(self, word: str) -> bool:
        """A word of the dictionary, or two in one: filesystem, usernames."""
        least = self._settings["part"]
        cuts = range(least, len(word) - least + 1)
        return self._is_word(word) or any(self._is_word(word[:at]) and self._is_word(word[at:]) for at in cuts)
