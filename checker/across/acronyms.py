"""Acronyms of an English text in another language that is written in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.across.figures import WORD
from checker.across.tables import tables
from checker.sounds import plain

_CAPITALS = re.compile(r"(?<![^\W_])[^\W\d_a-zà-ÿ]{2,6}(?![^\W_])")
_LONGEST = 6
_LEAST = 3
# Words between those of which an acronym takes the initials.
_SMALL = 3


class Acronyms:
    """Looks for acronyms in one text.

    Args:
        text: in another language than English.
        english: the text of the acronyms.
        language: the code of the other.
        settings: the table `names` of `rules/across.toml`.
    """

    def __init__(self, text: str, english: str, language: str, settings: Mapping[str, Any]) -> None:
        self._text = text
        self._settings = settings
        self._latin = bool(language) and language in settings["latin"]
        self._own = frozenset(_CAPITALS.findall(text)) - frozenset(_CAPITALS.findall(english))
        self._initials = [word[0].upper() for word in WORD.findall(text) if len(word) > _SMALL]

    def is_one(self, name: str) -> bool:
        """The name is nothing but capitals."""
        return name.isupper() and 1 < len(name) <= _LONGEST and name.isalpha()

    def lacks(self, name: str) -> bool:
        """The text has neither it nor another one, nor words of which it may be the initials."""
        if not self._latin or len(name) < _LEAST or name in self._settings["translated_acronyms"]:
            return False
        if name in tables("en").names["currencies"]:
            return False
        if plain(name) in plain(self._text) or any(not set(name).isdisjoint(own) for own in self._own):
            return False
        size = len(name)
        runs = (self._initials[at : at + size] for at in range(len(self._initials)))
        return not any(2 * len(set(run) & set(name)) >= len(set(name)) for run in runs)
