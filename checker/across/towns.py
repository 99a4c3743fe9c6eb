"""Towns of a text in another language that the English one lost: those of CLDR, and those of one name in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.tables import normal, tables
from checker.places import Gazetteer, Place
from checker.sounds import plain

# Letters in which a town and what belongs to it begin alike in English: Paris, Parisian.
_STEM = 4
_LONGEST = 3
_TYPES = ("city", "capital", "state")


def lost(
    text: str, language: str, english: str, settings: Mapping[str, Any], places: Gazetteer
) -> Iterator[tuple[int, int, str]]:
    """Every lost town: where it stands, and its field.

    Args:
        text: in a language that writes names with capitals.
        language: its code.
        english: the English text.
        settings: the table `towns` of `rules/across.toml`.
        places: those of the gazetteer.
    """
    if language not in settings["languages"]:
        return
    held = [plain(word) for word in WORD.findall(fold(english))]
    named = _named(english, places)
    for start, end, name in _towns(text, language, settings, places):
        place = places.find(name)
        if place is not None and not place.doubtful and place.type in _TYPES and name not in settings["words"]:
            stems = (plain(name)[:_STEM], plain(place.name)[:_STEM], plain(text[start:end])[:_STEM])
            if named.isdisjoint(_codes(place)) and not any(word.startswith(stems) for word in held):
                yield start, end, "place"


def _codes(place: Place) -> frozenset[str]:
    """What the English text may have named instead: the country; of an American town the state alone."""
    states = frozenset(code for code in place.within if "-" in code)
    return states or place.within


def _named(english: str, places: Gazetteer) -> frozenset[str]:
    words = WORD.findall(fold(english).replace("'s", " "))
    spans = (" ".join(words[at : at + size]) for at in range(len(words)) for size in range(1, _LONGEST + 1))
    return frozenset(code for span in spans if (place := places.find(span)) is not None for code in place.within)


def _towns(text: str, language: str, settings: Mapping[str, Any], places: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """The towns of a text, with their English names."""
    words = list(WORD.finditer(fold(text)))
    at = 0
    while at < len(words):
        size, name = _town([word.group() for word in words[at : at + _LONGEST]], language, settings, places)
        if name:
            yield words[at].start(), words[at + size - 1].end(), name
        at += max(1, size)


def _town(words: list[str], language: str, settings: Mapping[str, Any], places: Gazetteer) -> tuple[int, str]:
    """The longest town with which some words begin: how many words it has, and its English name."""
    if not words[0][0].isupper() or words[0].isupper():
        return 1, ""
    for size in range(len(words), 0, -1):
        said = " ".join(words[:size])
        if len(said) < settings["letters"]:
            continue
        if name := _cldr(language).get(normal(said)):
            return size, name
        if said.isascii() and said[0].isupper() and (place := places.find(said)) is not None and place.type in _TYPES:
            return size, said
    word = words[0]
    stems = (normal(word)[: len(word) - cut] for cut in (1, 2, 3) if len(word) - cut >= settings["stem"])
    return 1, next((_stems(language)[stem] for stem in stems if stem in _stems(language)), "")


@cache
def _cldr(language: str) -> Mapping[str, str]:
    cities = tables(language).names.get("cities", {})
    return {normal(form): name for name, forms in cities.items() for form in forms}


@cache
def _stems(language: str) -> Mapping[str, str]:
    """What is left of a town without its ending, where towns are declined."""
    if not tables(language).settings.get("inflected"):
        return {}
    return {form.rstrip("aeiouyаяиыоеь"): name for form, name in _cldr(language).items() if " " not in form}
