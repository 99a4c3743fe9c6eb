"""Places of an English text in another language: by what that language calls them, and by their sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.held import Held
from checker.across.tables import tables
from checker.places import Place, gazetteer
from checker.sounds import plain

# Words of a place's name.
_LONGEST = 4


class PlaceNames:
    """Looks for places in one text.

    Args:
        held: the words of the text.
        language: its code.
        words: the tables of `rules/across.toml`.
        places: the tables of `rules/places.toml`.
    """

    def __init__(self, held: Held, language: str, words: Mapping[str, Any], places: Mapping[str, Any]) -> None:
        self._held = held
        self._language = language
        self._settings = words["names"]
        self._countries: Mapping[str, str] = words["countries"].get(language, {})
        self._peoples = places["country"]
        self._gazetteer = gazetteer(places)
        self._by_sense = language in self._settings["by_sense"]
        self._exonyms = frozenset(map(str.lower, self._settings["exonyms"]))

    def find(self, name: str) -> Place | None:
        """The place of this name, None where none is known."""
        return self._gazetteer.find(name)

    def is_translated(self, word: str) -> bool:
        """The word, in small letters, is a place with other names elsewhere."""
        return word in self._exonyms

    def inside(self, name: str) -> Iterator[tuple[str, Place]]:
        """The places that a longer name holds: the US of the US Geological Survey."""
        words = name.removesuffix("'s").split()
        at = 0
        while at < len(words):
            sizes = range(min(_LONGEST, len(words) - at), 0, -1)
            spans = ((" ".join(words[at : at + size]), size) for size in sizes if size < len(words))
            span, size = next(((span, size) for span, size in spans if self.find(span) is not None), ("", 1))
            place = self.find(span) if span else None
            if place is not None and (place.within or place.name == span):
                yield span, place
            at += size

    def lacks(self, name: str, place: Place) -> bool:
        """The text could show the place, and does not."""
        countries = frozenset(code for code in place.within if "-" not in code)
        home = self._settings["home"].get(self._language, ())
        if place.doubtful or len(countries) > 1:
            return False
        if not countries.isdisjoint(home) and place.type not in ("city", "state", "region"):
            return False
        if place.type == "demonym":
            return countries.isdisjoint(self._settings["readers"].get(self._language, ())) and self._lacks_people(
                countries
            )
        known = self._own_names(name, place)
        if not known:
            return place.type in self._settings["towns"] and self._lacks_town(name)
        if any(map(self._held.holds, known)) or (not self._by_sense and self._held.finds(plain(name))):
            return False
        return not any(map(self._has_country, countries or {place.name}))

    def _has_country(self, code: str) -> bool:
        """The country is there under another name, or the seat of its government, which speaks for it."""
        seats = tuple(self._settings["seats"].get(code, "").split())
        if seats and self._held.begins(seats):
            return True
        capital = self._peoples.get(code, {}).get("capital", "")
        forms = tables(self._language).names.get("cities", {}).get(capital, ())
        named = (*self._countries.get(code, "").split(), *forms)
        return any(map(self._held.holds, named)) or bool(
            capital and not self._by_sense and self._held.finds(plain(capital))
        )

    def _lacks_people(self, countries: frozenset[str]) -> bool:
        """Neither the country nor its people nor its language is there."""
        if self._by_sense:
            return False
        known = tables(self._language).names
        for code in countries:
            peoples = self._peoples[code].get("demonym", ())
            spoken = known.get("languages", {})
            forms = [form for one in peoples for form in spoken.get(one, ())]
            forms += known.get("territories", {}).get(code, ())
            english = [self._peoples[code]["name"], *peoples]
            if not forms or self._has_country(code) or any(map(self._held.holds, forms)):
                return False
            if any(self._held.finds(plain(word)) for word in english):
                return False
        return bool(countries)

    def _lacks_town(self, name: str) -> bool:
        """A town or region of which only the English name is known, and which has no other."""
        parts = [plain(word) for word in WORD.findall(fold(name)) if len(word) >= self._settings["letters"]]
        own = [part for part in parts if part not in self._settings["translated"]]
        if name.lower() in self._exonyms or len(own) != len(parts) or not own:
            return False
        if self._by_sense:
            return False
        return self._held.shows(own) and not any(map(self._held.finds, own))

    def _own_names(self, name: str, place: Place) -> tuple[str, ...]:
        """What the language calls the place; empty where nobody told us."""
        names = tables(self._language).names
        territories = names.get("territories", {})
        if place.type == "country":
            return tuple(form for code in place.within for form in territories.get(code, ()))
        english = tables("en").names["territories"]
        if place.type == "wide":
            codes = [code for code, forms in english.items() if code.isdigit() and place.name in forms]
            return tuple(form for code in codes for form in territories.get(code, ()))
        cities = names.get("cities", {})
        return tuple(cities.get(name, ()) or cities.get(place.name, ()))
