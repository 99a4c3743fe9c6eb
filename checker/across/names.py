"""Names of an English text in another language: found by the countries' own names, by letters, and by sound.

A name is missing only where the other text could show it: Chinese and Japanese characters do not tell how a name
sounds, and words that are translated leave no trace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz, process

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.tables import normal, tables
from checker.model import AnyClaim
from checker.places import Place, gazetteer
from checker.sounds import likeness, plain, script

_KATAKANA = re.compile(r"[ァ-ヺー]{2,24}")
# What stands before a name inside a sentence.
_INSIDE = re.compile(r"[\w,] \Z")
# Letters that are left of a word without its ending.
_LEAST_HEARD = 4
_ARTICLE = "ال"
_ACRONYM = 5

IsWord = Callable[[str], bool]


class Names:
    """Looks for names in one text.

    Args:
        text: in another language than English.
        language: its code.
        words: the tables of `rules/across.toml`.
        places: the tables of `rules/places.toml`.
        is_word: whether a word is an English one, and may have been translated.
        english: the text of the names.
    """

    def __init__(  # noqa: PLR0913 - two texts and what is known of their languages
        self,
        text: str,
        language: str,
        words: Mapping[str, Any],
        places: Mapping[str, Any],
        is_word: IsWord,
        english: str = "",
    ) -> None:
        self._text = text
        self._language = language
        self._settings = words["names"]
        self._countries: Mapping[str, str] = words["countries"].get(language, {})
        self._places = gazetteer(places)
        self._exonyms = frozenset(map(str.lower, self._settings["exonyms"]))
        self._is_word = is_word
        self._english = english
        self._held = _held(text, language)

    def lacks(self, claim: AnyClaim) -> bool:
        """The text could show the name, and does not."""
        if claim.weak or claim.field not in self._settings["fields"] or not self._language:
            return False
        name = claim.value.name
        place = self._places.find(name)
        if place is not None and claim.field != "person":
            return self._lacks_place(name, place)
        parts = self._parts(name, claim)
        return bool(parts) and self._could_show(parts) and not any(self._finds(part) for part in parts)

    def _parts(self, name: str, claim: AnyClaim) -> list[str]:
        """The words that are the name's own."""
        least, translated = self._settings["letters"], self._settings["translated"]
        found = [word for word in WORD.findall(fold(name)) if len(word) >= least and word[0].isupper()]
        if any(word.isupper() and len(word) <= _ACRONYM for word in found):
            return []
        own = [plain(word.removesuffix("'s")) for word in found if word.lower() not in translated]
        if claim.field == "person":
            return self._of_person(own, claim.start)
        least, learned = self._settings["own_letters"], tuple(self._settings["learned"])
        own = [word for word in own if len(word) >= least and not word.endswith(learned) and not self._is_word(word)]
        return [word for word in own if self._places.find(word) is None and word not in self._exonyms]

    def _of_person(self, own: list[str], start: int) -> list[str]:
        """A name that is nothing but English words is one where a capital tells so: inside a sentence."""
        if any(self._places.find(word) or word in self._settings["no_person"] for word in own):
            return []
        inside = _INSIDE.search(self._english[max(0, start - 2) : start]) is not None
        return own if inside or any(not self._is_word(word) for word in own) else []

    def _could_show(self, parts: Sequence[str]) -> bool:
        """The script of the text is one that writes these sounds."""
        if self._language == "zh":
            return False
        if self._language == "ja":
            return not any(re.fullmatch(self._settings["syllables"], part) for part in parts)
        return True

    # --- places ---

    def _lacks_place(self, name: str, place: Place) -> bool:
        home = self._settings["home"].get(self._language, ())
        if place.doubtful or place.type == "demonym" or len(place.within) > 1 or not place.within.isdisjoint(home):
            return False
        known = self._own_names(name, place)
        if not known:
            return place.type in ("city", "capital", "state") and self._lacks_city(name)
        if any(self._holds(form) for form in known) or self._finds(plain(name)):
            return False
        codes = place.within or frozenset({place.name})
        return not any(self._holds(form) for code in codes for form in self._countries.get(code, "").split())

    def _lacks_city(self, name: str) -> bool:
        """A city of which only the English name is known, and which has no other."""
        parts = [plain(word) for word in WORD.findall(fold(name)) if len(word) >= self._settings["letters"]]
        own = [part for part in parts if part not in self._settings["translated"]]
        if name.lower() in self._exonyms or len(own) != len(parts):
            return False
        return self._could_show(own) and not any(map(self._finds, own))

    def _own_names(self, name: str, place: Place) -> tuple[str, ...]:
        """What the language calls the place; empty where nobody told us."""
        names = tables(self._language).names
        territories = names.get("territories", {})
        if place.type == "country":
            return tuple(form for code in place.within for form in territories.get(code, ()))
        if place.type == "wide":
            english = tables("en").names["territories"]
            codes = [code for code, forms in english.items() if code.isdigit() and place.name in forms]
            return tuple(form for code in codes for form in territories.get(code, ()))
        cities = names.get("cities", {})
        return tuple(cities.get(name, ()) or cities.get(place.name, ()))

    def _holds(self, form: str) -> bool:
        """The text has the name, declined or as an adjective: its first word begins so."""
        first = max(WORD.findall(fold(form)) or [form], key=len)
        if tables(self._language).settings.get("script"):
            return form in self._text or first in self._text
        stem = normal(first)[: max(self._settings["stem"], 0)]
        stem = stem if len(first) > self._settings["stem"] else normal(first)[: max(2, len(first) - 1)]
        return any(stem in word for word in self._held.lower)

    # --- words ---

    def _finds(self, part: str) -> bool:
        """A word of the text is this one by its letters or by its sound."""
        settings, letters = self._settings, self._held.letters
        stem = part[: settings["stem"]]
        if any(word.startswith(stem) for word in self._held.starts):
            return True
        if len(part) > settings["stem"] and any(part in word for word in letters):
            return True
        cutoff = 100 * settings["short_likeness" if len(part) <= settings["short"] else "likeness"]
        if letters and process.extractOne(part, letters, scorer=fuzz.ratio, score_cutoff=cutoff) is not None:
            return True
        return any(likeness(part, word) >= settings["sound"].get(kind, 1.0) for kind, word in self._held.sounds)


class _Held:
    """The words of a text in which a name may stand.

    Attributes:
        lower: all of them, normalised.
        starts: all of them in Latin letters.
        letters: those that may be names, in Latin letters.
        sounds: the same as they are heard, with and without an ending, each with its script.
    """

    def __init__(self, text: str) -> None:
        words = list(
            dict.fromkeys(
                part for word in (*_KATAKANA.findall(text), *WORD.findall(fold(text))) for part in word.split("'")
            )
        )
        words = [word for word in words if word]
        self.lower = sorted({normal(word) for word in words})
        names = [word for word in words if not word[0].islower()]
        self.sounds = sorted({sound for word in names for sound in _heard(word)})
        names += [f"{one}{other}" for one, other in pairwise(names)]
        self.starts = sorted({plain(anyascii(word)) for word in (*words, *names)} - {""})
        self.letters = sorted({plain(anyascii(word)) for word in names} - {""})


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
    for ending in (1, 2):
        if len(bare) - ending >= _LEAST_HEARD:
            yield kind, bare[:-ending]


@lru_cache(maxsize=64)
def _held(text: str, language: str) -> _Held:
    del language
    return _Held(text)
