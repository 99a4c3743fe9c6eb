"""Offices of persons. Value: the office in normal form; size: 0 for the same office, 1 for another one.

The modifiers hold what changes the holder (`former`, `acting`) and whose office it is (`of Japan`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.model import About, AnyClaim, Difference, Wording
from checker.offices import Office, Offices
from checker.places import gazetteer

if TYPE_CHECKING:
    from checker.parsed import Parsed

_OF = "of "


class Field:
    """Finds and compares offices.

    Args:
        words: the tables of `rules/role.toml`, with places.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._gazetteer = gazetteer(words["places"])
        self._offices = Offices(words["offices"], self._gazetteer)
        self._generic = frozenset(words["offices"]["generic"])
        self._former = frozenset(words["tenure"]["kinds"])
        self._bodies = frozenset(words["tenure"]["bodies"])
        self._renamed = frozenset(frozenset(pair) for pair in words["offices"]["renamed"])
        self._countries = frozenset(_OF + entry["name"] for entry in words["places"]["country"].values())

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every office that stands beside the name of its holder."""
        for mention in parsed.mentions:
            office = self._offices.read(mention.role) if mention.role_start < mention.role_end else None
            if office is not None:
                about = About(thing="office", canonical=True, owner=mention.name)
                yield parsed.claim("role", mention.role_start, mention.role_end, self._value(office), about)

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two offices of one person differ."""
        if left.value == right.value:
            return None
        return self._between(left.value, right.value)

    def _value(self, office: Office) -> Wording:
        whose = [_OF + self._gazetteer.country(office.country)] if office.country else []
        whose += [_OF + office.body] if office.body else []
        return Wording(office.words, office.head, tuple(sorted((*office.modifiers, *whose))))

    def _between(self, left: Wording, right: Wording) -> Difference:
        one, other = self._offices.term(left.words), self._offices.term(right.words)
        if one == other:
            return self._same_term(left, right)
        if frozenset((one, other)) in self._renamed:
            return Difference("renamed", 0.3)
        if (
            self._is_generic(left)
            or self._is_generic(right)
            or set(left.words) < set(right.words)
            or set(right.words) < set(left.words)
        ):
            return Difference("generic", 0.2)
        if (
            self._offices.of_state(one)
            and self._offices.of_state(other)
            and not self._tenure(left) | self._tenure(right)
        ):
            return Difference("other-office", 1.0)
        return Difference("wording", 0.4)

    def _same_term(self, left: Wording, right: Wording) -> Difference:
        one, other = self._tenure(left), self._tenure(right)
        state = self._country(left) | self._country(right) or self._offices.term(left.words) not in self._bodies
        if one != other and state and self._offices.of_state(self._offices.term(left.words)):
            lost = ", ".join(sorted(one ^ other))
            return Difference("tenure", 0.5, {"word": lost})
        mine, yours = self._country(left), self._country(right)
        if mine and yours and mine != yours and self._offices.of_state(self._offices.term(left.words)):
            return Difference("other-country", 1.0)
        if left.modifiers != right.modifiers:
            return Difference("scope", 0.1)
        return Difference("synonym", 0.1)

    def _is_generic(self, office: Wording) -> bool:
        """An official, a counterpart; a minister only where it is not said of what."""
        return office.head in self._generic and (
            office.words == (office.head,) or not self._offices.of_state(self._offices.term(office.words))
        )

    def _tenure(self, office: Wording) -> frozenset[str]:
        return self._former & set(office.modifiers)

    def _country(self, office: Wording) -> frozenset[str]:
        return self._countries & set(office.modifiers)
