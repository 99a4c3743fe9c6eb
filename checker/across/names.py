"""Names of an English text in another language: found by the countries' own names, by letters, and by sound.

A name is missing only where the other text could show it: Chinese characters do not tell how a Chinese name is spelled
abroad, Japanese ones do only with the dictionary of the extra `ja`, and words that are translated leave no trace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from checker.across.acronyms import Acronyms
from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.held import Held
from checker.across.placenames import PlaceNames
from checker.model import AnyClaim
from checker.names import is_given
from checker.sounds import plain

# What stands before a name inside a sentence.
_INSIDE = re.compile(r"[\w,] \Z")
_ROMAN = re.compile(r"[IVX]{1,5}\Z")
_POSSESSIVE = re.compile(r"'s\b|'\Z")

IsWord = Callable[[str], bool]
Answer = Literal["", "missing", "unread"]


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
        self._language = language
        self._settings = words["names"]
        self._is_word = is_word
        self._english = english
        self._by_sense = language in self._settings["by_sense"]
        self._held = Held(text, language, self._settings)
        self._places = PlaceNames(self._held, language, words, places)
        self._acronyms = Acronyms(text, english, language, self._settings)

    def lacks(self, claim: AnyClaim) -> bool:
        """The text could show the name, and does not."""
        return self.answer(claim) == "missing"

    def answer(self, claim: AnyClaim) -> Answer:
        """What the text says of a name.

        `missing` where it would show it and does not, `unread` where only a dictionary of readings could tell.
        """
        if claim.weak or claim.field not in self._settings["fields"] or not self._language:
            return ""
        name = _POSSESSIVE.sub("", claim.value.name)
        place = self._places.find(name)
        if place is not None and claim.field != "person":
            return "missing" if self._places.lacks(name, place) else ""
        if self._acronyms.is_one(name):
            return "missing" if self._acronyms.lacks(name) else ""
        if claim.field == "person":
            return self._person(name, claim.start)
        return self._other(name)

    def _person(self, name: str, start: int) -> Answer:
        """A name that is nothing but English words is one where a capital tells so: inside a sentence."""
        found = self._words(name)
        own = [plain(word) for word in found if word.lower() not in self._settings["translated"]]
        if any(word in self._settings["no_person"] for word in own) or not own:
            return ""
        places = [place for word in found if (place := self._places.find(word))]
        if self._by_sense and self._english[max(0, start - 4) : start].lower() == "the ":
            return ""
        plainly = [word for word in found if not self._is_word(word.lower()) and self._places.find(word) is None]
        inside = _INSIDE.search(self._english[max(0, start - 2) : start]) is not None
        called = len(found) > 1 and is_given(plain(found[0]))
        if not plainly and not called and (places or not inside):
            return ""
        return self._judged(own)

    def _other(self, name: str) -> Answer:
        """A body, or a place that nobody knows: its own words, and the places that it is of."""
        settings = self._settings
        least, learned = settings["own_letters"], tuple(settings["learned"])
        places = list(self._places.inside(name))
        among = {word for span, _ in places for word in span.split()}
        if any(self._acronyms.is_one(word) for word in WORD.findall(fold(name)) if word not in among):
            return ""
        own = [
            plain(word)
            for word in self._words(name)
            if word not in among and len(word) >= least and not word.lower().endswith(learned) and self._is_own(word)
        ]
        if own:
            return "" if self._by_sense else self._judged(own)
        return "missing" if any(self._places.lacks(span, place) for span, place in places) else ""

    def _is_own(self, word: str) -> bool:
        """No word that has another in each language."""
        small = word.lower()
        if small in self._settings["kept"]:
            return True
        if small in self._settings["translated"] or self._is_word(small):
            return False
        return self._places.find(word) is None and not self._places.is_translated(small)

    def _words(self, name: str) -> list[str]:
        least = self._settings["letters"]
        found = [word.removesuffix("'s") for word in WORD.findall(fold(name))]
        return [word for word in found if len(word) >= least and word[0].isupper() and not _ROMAN.match(word)]

    def _judged(self, own: list[str]) -> Answer:
        if any(map(self._held.finds, own)) or (len(own) > 1 and self._held.finds("".join(own))):
            return ""
        if self._held.shows(own):
            return "missing"
        return "unread" if self._language == "ja" else ""
