"""What is known of places: their other names, and where they lie."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

_DOTS = re.compile(r"[.']")
_GAPS = re.compile(r"[\s-]+")
_ACRONYM = re.compile(r"[A-Z]{2,4}\Z")
_SAINT = re.compile(r"\b(?:saint|sankt|ste|st)\b")
_MOUNT = re.compile(r"\b(?:mount|mt)\b")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without case, accents, points, hyphens and article: `St. Pölten` is `saint polten`."""
    plain = name
    if not name.isascii():
        plain = unicodedata.normalize("NFD", name)
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = _GAPS.sub(" ", _DOTS.sub("", plain)).strip().casefold()
    plain = _MOUNT.sub("mount", _SAINT.sub("saint", plain))
    return plain.removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        name: the name under which it is known.
        type: `country`, `capital`, `city`, `region`, `state`, `demonym`, `water`, `land`, `wide` (a part of the world).
        within: what it lies in, or is: ISO codes of countries (`JP`) and, for the United States, of states (`US-TX`);
            several where the name is shared.
        doubtful: the name is a plain word or a person's name too.
    """

    name: str
    type: str
    within: frozenset[str]
    doubtful: bool = False


class Gazetteer:
    """The places of `rules/places.toml`.

    Args:
        words: the tables of that file.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._places: dict[str, Place] = {}
        self._doubtful = {fold(word) for word in words["doubtful"]["words"]}
        self._countries = {code: entry["name"] for code, entry in words["country"].items()}
        for code, entry in words["country"].items():
            self._add_country(code, entry)
        for code, entry in words["state"].items():
            within = ("US", f"US-{code}")
            self._add([entry["name"], *entry.get("also", ()), *entry["short"]], entry["name"], "state", within)
            for city in entry["cities"]:
                self._add([city], city, "city", within)
        for name, *adjectives in words["wide"]["region"]:
            self._add([name, *adjectives], name, "wide", ())
        for type_ in ("water", "land"):
            for name in words["wide"][type_]:
                self._add([name], name, type_, ())
        for name, *others in words["other_names"]["same"]:
            for other in others:
                self._rename(other, name)
        self.longest = max(len(key.split()) for key in self._places)

    def find(self, name: str) -> Place | None:
        """The place of this name, however it is accented, pointed and capitalised; an acronym only in capitals."""
        place = self._places.get(_acronym(name) or fold(name))
        return place if place is not None else self._plural(name)

    def country(self, code: str) -> str:
        """The name of a country."""
        return str(self._countries[code])

    def _plural(self, name: str) -> Place | None:
        if not name.endswith("s"):
            return None
        place = self._places.get(fold(name[:-1]))
        return place if place is not None and place.type == "demonym" else None

    def _add_country(self, code: str, entry: Mapping[str, Any]) -> None:
        self._add([entry["name"], *entry.get("also", ())], entry["name"], "country", (code,))
        self._add(entry.get("demonym", ()), entry["name"], "demonym", (code,))
        if "capital" in entry:
            self._add([entry["capital"]], entry["capital"], "capital", (code,))
        for type_, key in (("city", "cities"), ("region", "parts")):
            for name in entry.get(key, ()):
                self._add([name], name, type_, (code,))

    def _rename(self, form: str, name: str) -> None:
        """Another name of a place that is known under both."""
        key = _acronym(form) or fold(form)
        self._places[key] = replace(self._places[key], name=self._places[fold(name)].name)

    def _add(self, names: Iterable[str], name: str, type_: str, within: Iterable[str]) -> None:
        for form in names:
            key = _acronym(form) or fold(form)
            known = self._places.get(key)
            if known is None:
                self._places[key] = Place(name, type_, frozenset(within), key.casefold() in self._doubtful)
            else:
                self._places[key] = Place(known.name, known.type, known.within | frozenset(within), known.doubtful)


_latest: list[tuple[Mapping[str, Any], Gazetteer]] = []


def gazetteer(words: Mapping[str, Any]) -> Gazetteer:
    """The gazetteer of these tables; made once for all that read one ruleset."""
    if not _latest or _latest[0][0] is not words:
        _latest[:] = [(words, Gazetteer(words))]
    return _latest[0][1]


def _acronym(name: str) -> str:
    """The letters of an acronym (`U.S.`, `UAE`), empty for other names."""
    bare = name.replace(".", "")
    return bare if _ACRONYM.match(bare) and (len(bare) == len(name) or len(bare) * 2 == len(name)) else ""
