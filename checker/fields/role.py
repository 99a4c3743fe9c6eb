"""Offices of persons. Value: the office in normal form; size: 0 for the same office, 1 for another one.

The modifiers hold what changes the holder (`former`, `acting`) and whose office it is (`of Japan`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.model import About, AnyClaim, Difference, Wording
from checker.offices import Office, Offices
from checker.parents import Parents
from checker.places import gazetteer
from checker.posts import Posts

if TYPE_CHECKING:
    from checker.parsed import Mention, Parsed

_OF = "of "
_NATION = "nation"
# How many names before and behind a person's may be of his country.
_NEAR = 3
# What stands between a country and the name of one of its people.
_BESIDE = (" ", "'s ")
_JOINED = re.compile(r",? and |, ")


class Field:
    """Finds and compares offices.

    Args:
        words: the tables of `rules/role.toml`, with places.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._gazetteer = gazetteer(words["places"])
        self._offices = Offices(words["offices"], self._gazetteer)
        self._parents = Parents(words["parents"], words["offices"]["trades"])
        self._posts = Posts(words, self._offices)
        self._generic = frozenset(words["offices"]["generic"])
        self._national = frozenset(words["offices"]["national"])
        self._alias = frozenset(frozenset(pair) for pair in words["offices"]["alias"])
        self._gone = frozenset(words["offices"]["gone"])
        self._headed = frozenset(words["offices"]["headed"])
        self._former = frozenset(words["tenure"]["kinds"])
        self._past = frozenset(words["tenure"]["past"])
        self._deputies = frozenset(words["tenure"]["deputies"])
        self._changing = frozenset(words["tenure"]["changing"])
        self._turning = frozenset(words["tenure"]["turning"])
        self._bodies = frozenset(words["tenure"]["bodies"])
        self._renamed = frozenset(frozenset(pair) for pair in words["offices"]["renamed"])
        self._countries = frozenset(_OF + entry["name"] for entry in words["places"]["country"].values())

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every office that stands beside the name of its holder; weak where it may be one of several."""
        claims = [claim for mention in parsed.mentions for claim in self._held(parsed, mention)]
        claims += [*self._of_parents(parsed), *self._nations(parsed)]
        for claim in claims:
            own = (other for other in claims if other is not claim and _are_of_one(claim, other))
            yield (
                replace(claim, weak=True)
                if any(self._posts.apart(claim.value, other.value) for other in own)
                else claim
            )

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two offices of one person differ."""
        if left.value == right.value:
            return None
        return self._between(left.value, right.value)

    def _held(self, parsed: Parsed, mention: Mention) -> Iterator[AnyClaim]:
        """The offices beside a name: `captain and centre back` are two."""
        if mention.role_start >= mention.role_end:
            return
        about = About(thing="office", canonical=True, owner=mention.name)
        span = parsed.sentence_at(mention.start).span
        changes = any(
            token.lower_ in self._turning or (token.pos_ == "VERB" and token.lemma_.lower() in self._changing)
            for token in span
        )
        seat = self._country_behind(parsed, mention)
        for start, end, office in self._parts(mention.role, mention.role_start):
            value = self._value(office if office.country or office.body else replace(office, country=seat))
            nobody = " " not in mention.name and not self._offices.of_state(self._offices.term(value.words))
            claim = parsed.claim("role", start, end, value, about)
            yield replace(claim, weak=True) if changes or nobody else claim

    def _of_parents(self, parsed: Parsed) -> Iterator[AnyClaim]:
        for parent, owner, start, end in self._parents.find(parsed):
            office = self._offices.read(parsed.text[start:end])
            if office is not None:
                about = About(thing=f"trade of the {parent}", canonical=True, owner=owner)
                yield parsed.claim("role", start, end, self._value(office), about)

    def _nations(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """Of which country somebody is who holds no office: the Swede Jane Roe, Kenya's Jane Roe."""
        for index, mention in enumerate(parsed.mentions):
            office = self._offices.read(mention.role) if mention.role else None
            private = office is None or office.head in self._national
            if mention.kind != "person" or not private or " " not in parsed.text[mention.start : mention.end]:
                continue
            for place in parsed.mentions[max(0, index - _NEAR) : index + _NEAR]:
                country = self._nation(parsed.text, place, mention)
                if country:
                    about = About(thing=_NATION, canonical=True, owner=mention.name)
                    value = Wording((country,), _NATION, (_OF + country,))
                    yield parsed.claim("role", place.start, place.end, value, about)

    def _nation(self, text: str, place: Mention, person: Mention) -> str:
        """The country that a place right beside a person names, empty where there is none."""
        inside = person.role_start <= place.start < person.role_end
        before = text[place.end : person.start] in _BESIDE if place.end <= person.start else False
        if place.kind != "place" or not (inside or before or text[person.end : place.start] == f" {_OF}"):
            return ""
        known = self._gazetteer.find(place.name)
        if known is None or known.type not in ("country", "demonym") or len(known.within) != 1:
            return ""
        adjective = known.type == "demonym"
        if adjective != (inside or text[place.end : person.start] == " "):
            return ""
        country = self._gazetteer.country(min(known.within))
        return "" if country in self._gone else country

    def _country_behind(self, parsed: Parsed, mention: Mention) -> str:
        """President Jane Roe of Ghana: the country that stands behind the name, as its code."""
        if not parsed.text.startswith(f" {_OF}", mention.end):
            return ""
        place = next((m for m in parsed.mentions if m.start == mention.end + len(_OF) + 1 and m.kind == "place"), None)
        known = self._gazetteer.find(place.name) if place is not None else None
        return min(known.within) if known is not None and known.type == "country" and len(known.within) == 1 else ""

    def _parts(self, text: str, start: int) -> list[tuple[int, int, Office]]:
        """The offices that the words name, and where they stand."""
        cuts = [0, *(at for match in _JOINED.finditer(text) for at in match.span()), len(text)]
        parts = [
            (first, last, self._offices.read(text[first:last]))
            for first, last in zip(cuts[::2], cuts[1::2], strict=True)
        ]
        found = [(start + first, start + last, office) for first, last, office in parts if office is not None]
        if len(found) == len(parts):
            return found
        whole = self._offices.read(text)
        return [(start, start + len(text), whole)] if whole is not None else []

    def _value(self, office: Office) -> Wording:
        whose = [_OF + self._gazetteer.country(office.country)] if office.country else []
        whose += [_OF + office.body] if office.body else []
        return Wording(office.words, office.head, tuple(sorted((*office.modifiers, *whose))))

    def _between(self, left: Wording, right: Wording) -> Difference:
        foreign = self._of_two_countries(left, right)
        if foreign is not None:
            return foreign
        one, other = self._offices.term(left.words), self._offices.term(right.words)
        if one == other:
            return self._same_term(left, right)
        if frozenset((one, other)) in self._renamed:
            return Difference("renamed", 0.3)
        if self._excludes(left, right):
            return Difference("other-office", 1.0)
        if (
            frozenset((one, other)) in self._alias
            or self._is_generic(left)
            or self._is_generic(right)
            or _is_part(left.words, right.words)
        ):
            return Difference("generic", 0.2)
        of_state = self._offices.of_state(one) and self._offices.of_state(other)
        held = of_state and not self._tenure(left) | self._tenure(right)
        return Difference("other-office", 1.0) if held else Difference("wording", 0.4)

    def _excludes(self, left: Wording, right: Wording) -> bool:
        """One person does not hold both now."""
        return not self._past & {*left.modifiers, *right.modifiers} and self._posts.apart(left, right)

    def _of_two_countries(self, left: Wording, right: Wording) -> Difference | None:
        """Offices of state of two countries; people from two countries."""
        mine, yours = self._country(left), self._country(right)
        if not mine or not yours or mine == yours:
            return None
        if left.head == right.head == _NATION:
            return Difference("nationality", 1.0)
        of_state = all(self._offices.of_state(self._offices.term(office.words)) for office in (left, right))
        return Difference("other-country", 1.0) if of_state else None

    def _same_term(self, left: Wording, right: Wording) -> Difference:
        one, other = self._tenure(left), self._tenure(right)
        term = self._offices.term(left.words)
        state = self._country(left) | self._country(right) or term not in self._bodies
        held = state and self._offices.of_state(term)
        if one != other and (held or (one ^ other <= self._deputies and left.head in self._headed)):
            lost = ", ".join(sorted(one ^ other))
            return Difference("tenure", 0.5, {"word": lost})
        if self._posts.of_two_bodies(left, right):
            return Difference("other-body", 1.0)
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


def _is_part(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return set(left) < set(right) or set(right) < set(left)


def _are_of_one(left: AnyClaim, right: AnyClaim) -> bool:
    return left.about.owner == right.about.owner and left.about.thing == right.about.thing
