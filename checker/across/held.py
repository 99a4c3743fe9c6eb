"""The words of a text in which a name of the other language may stand: by their letters and by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz, process

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.hanzi import hears
from checker.across.tables import normal, tables
from checker.readings import Noun, read
from checker.sounds import likeness, plain, script

_KATAKANA = re.compile(r"[ァ-ヺー]{2,24}")
# Letters that are left of a word without its ending.
_LEAST_HEARD = 4
_LEAST_BEGUN = 5
_MOST_SYLLABLES = 7
_ARTICLE = "ال"


class Held:
    """Looks for names in one text.

    Args:
        text: in any language that has tables.
        language: its code.
        settings: the table `names` of `rules/across.toml`.
    """

    def __init__(self, text: str, language: str, settings: Mapping[str, Any]) -> None:
        self._text = text
        self._language = language
        self._settings = settings
        self._words = _words(text, language)

    def holds(self, form: str) -> bool:
        """The text has the name, declined or as an adjective: the longest word of the name begins so."""
        first = max(WORD.findall(fold(form)) or [form], key=len)
        if tables(self._language).settings.get("script"):
            return form in self._text or first in self._text
        small, size = normal(first), self._settings["stem"]
        if first.isupper():
            return small in self._words.whole
        if len(small) > size:
            # Inside a word too: compounds, and what Arabic writes on to it.
            return any(small[:size] in word for word in self._words.lower)
        stem = small[:-1] if small[-1] in self._settings["endings"] and len(small) == size else small
        return any(word.startswith(stem) for word in self._words.lower)

    def finds(self, part: str) -> bool:
        """A word of the text is this word of a name, by its letters or by its sound.

        Args:
            part: in the form of `plain`.
        """
        settings, letters = self._settings, self._words.letters
        stem = part[: settings["stem"]]
        if any(word.startswith(stem) for word in self._words.starts):
            return True
        if len(part) > settings["stem"] and any(part in word for word in letters):
            return True
        cutoff = 100 * settings["short_likeness" if len(part) <= settings["short"] else "likeness"]
        if letters and process.extractOne(part, letters, scorer=fuzz.ratio, score_cutoff=cutoff) is not None:
            return True
        if any(likeness(part, word) >= settings["sound"].get(kind, 1.0) for kind, word in self._words.sounds):
            return True
        if any(self._begins(part, reading) for reading in self._words.begins):
            return True
        return self._language == "zh" and hears(part, self._text, settings)

    def _begins(self, part: str, reading: str) -> bool:
        """The word begins with a Japanese name: a house, a festival, a bridge that is called after a place."""
        sizes = range(_LEAST_BEGUN, min(len(part), 2 * len(reading) + 1))
        return any(likeness(part[:size], reading) >= self._settings["sound"]["reading"] for size in sizes)

    def shows(self, parts: Sequence[str]) -> bool:
        """The text can tell how these words of a name sound.

        Chinese characters tell it where they are written for their sound: not in names of Chinese, Japanese or Korean
        spelling. In Japanese they tell it where a dictionary knows their readings.
        """
        syllables = [part for part in parts if re.fullmatch(self._settings["syllables"], part)]
        if not syllables or self._language not in self._settings["unread"]:
            return True
        if self._language != "ja":
            return False
        return self._words.readable and all(re.fullmatch(self._settings["japanese"], part) for part in syllables)

    def begins(self, stems: tuple[str, ...]) -> bool:
        """A word of the text, in the form of `normal`, begins so."""
        return any(word.startswith(stems) for word in self._words.lower)


class _Words:
    """What is read of a text once.

    Attributes:
        lower: all words, normalised; `whole`: the same, to look one up.
        starts: all of them in Latin letters.
        begins: how Japanese names sound with which a longer name may begin.
        letters: those that may be names, in Latin letters.
        sounds: the same as they are heard, with and without an ending, each with its script.
        readable: no character is without a reading.
    """

    def __init__(self, text: str, language: str) -> None:
        found = (*_KATAKANA.findall(text), *WORD.findall(fold(text)))
        words = [word for word in dict.fromkeys(part for word in found for part in word.split("'")) if word]
        self.lower = sorted({normal(word) for word in words})
        self.whole = frozenset(self.lower)
        names = [word for word in words if not word[0].islower()]
        readings = read(text) if language == "ja" else ()
        self.readable = readings is not None and all(noun.known for noun in readings)
        heard = {("reading", one) for one in _read(readings or ())}
        self.sounds = sorted({sound for word in names for sound in _heard(word)} | heard)
        names += [f"{one}{other}" for one, other in pairwise(names)]
        self.starts = sorted({plain(anyascii(word)) for word in (*words, *names)} - {""})
        self.begins = sorted({noun.readings[0] for noun in readings or () if noun.kind and noun.readings})
        self.letters = sorted({plain(anyascii(word)) for word in names} - {""})


def _read(nouns: Sequence[Noun]) -> Iterator[str]:
    """The readings of Japanese words, and of two that are one name: a river, a town, a house."""
    for noun in nouns:
        yield from noun.readings
    for one, other in pairwise(nouns):
        if one.end == other.start and one.readings and other.readings:
            yield one.readings[0] + other.readings[0]


def _heard(word: str) -> Iterator[tuple[str, str]]:
    """How the word may sound: as it is, and without article and ending."""
    kind = script(word)
    if "\u0900" <= word[0] <= "\u097f":
        yield "devanagari", plain(anyascii(word))
        return
    if kind == "hanzi":
        return
    bare = plain(word.removeprefix(_ARTICLE))
    yield kind, bare
    if kind == "hangul":
        # The surname, and what may be a name of the rest: without surname, title and particle.
        yield from (("syllables", part) for part in (bare[:1], *_windows(bare)))
    for ending in (1, 2):
        if len(bare) - ending >= _LEAST_HEARD:
            yield kind, bare[:-ending]


def _windows(word: str) -> Iterator[str]:
    """The stretches of two syllables and more of a Korean word."""
    for start in range(len(word) - 1):
        for end in range(start + 2, min(len(word), start + _MOST_SYLLABLES) + 1):
            yield word[start:end]


@lru_cache(maxsize=64)
def _words(text: str, language: str) -> _Words:
    return _Words(text, language)
