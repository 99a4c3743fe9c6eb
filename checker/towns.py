"""In which country a town lies, where a story says so: Santa Brisa, Ecuador; a town of Ecuador; the Peruvian town."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from checker.places import Gazetteer, Place

if TYPE_CHECKING:
    from checker.parsed import Mention, Parsed

# Characters before a town in which it is called one.
_REACH = 20


class Towns:
    """Finds the countries of towns.

    Args:
        words: the table `[towns]` of `rules/site.toml`.
        gazetteer: known places.
    """

    def __init__(self, words: Mapping[str, Any], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        nouns = "|".join(words["nouns"])
        directions = "|".join(words["directions"])
        self._before = re.compile(rf" (?:{directions} )?(?:{nouns})(?: of)? ")
        self._of = re.compile(
            rf"(?:, an? (?:[a-z-]+ ){{0,2}}(?:{nouns}) (?:of|in) |,? in )(?:(?:{directions}) )?(?:the )?"
        )
        self._side = re.compile(r",? on the ")
        self._of_side = re.compile(r" side\b")
        self._at = re.compile(rf"\b(?:{'|'.join(words['at'])}) \Z")
        self._ends = re.compile(r"[,.;)\n]|\Z")
        self._called = re.compile(rf"\b(?:{nouns})(?: of)? \Z")

    def find(self, parsed: Parsed) -> Iterator[tuple[str, int, int, str]]:
        """The town, the characters that name its country, and the country."""
        for left, right in pairwise(parsed.mentions):
            between = parsed.text[left.end : right.start]
            country = self._country(right)
            lies = self._is_town(left, parsed) and self._lies_in(parsed.text, between, right)
            if country and (lies or self._is_written(parsed.text, left, right)):
                yield left.name, right.start, right.end, country
            country = self._country(left)
            if country and self._is_town(right, parsed) and self._before.fullmatch(between):
                yield right.name, left.start, left.end, country

    def _lies_in(self, text: str, between: str, country: Mention) -> bool:
        place = self._gazetteer.find(country.name)
        adjective = place is not None and place.type == "demonym"
        if adjective:
            return bool(self._side.fullmatch(between) and self._of_side.match(text, country.end))
        return bool(self._of.fullmatch(between)) and not text.startswith("'s", country.end)

    def _is_written(self, text: str, town: Mention, country: Mention) -> bool:
        """In Santa Brisa, Ecuador, as an address; not in a list of places."""
        place = self._gazetteer.find(country.name)
        return (
            town.kind != "person"
            and self._gazetteer.find(town.name) is None
            and place is not None
            and place.type == "country"
            and bool(self._at.search(text, max(0, town.start - _REACH), town.start))
            and text[town.end : country.start] == ", "
            and bool(self._ends.match(text, country.end))
        )

    def _country(self, mention: Mention) -> str:
        place = self._gazetteer.find(mention.name) if mention.kind == "place" else None
        if place is None or place.type not in ("country", "demonym") or len(place.within) != 1:
            return ""
        return self._gazetteer.country(min(place.within))

    def _is_town(self, mention: Mention, parsed: Parsed) -> bool:
        """A town of the lists, or what the story calls one; whatever else stands there may be a river."""
        place: Place | None = self._gazetteer.find(mention.name)
        if place is not None:
            return place.type in ("city", "capital")
        called = self._called.search(parsed.text, max(0, mention.start - _REACH), mention.start)
        behind = self._of.match(parsed.text, mention.end)
        return called is not None or (behind is not None and behind.group().startswith(", a"))
