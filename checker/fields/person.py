"""Persons. Value: the fullest form of the name in its story; size: 0 (surely one person) to 1 (nothing in common).

What a claim is about is the office, where one stands with the name: two names for one office answer each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.model import About, AnyClaim, Difference, Name
from checker.names import compare
from checker.offices import Offices
from checker.places import gazetteer
from checker.sounds import script

if TYPE_CHECKING:
    from checker.parsed import Mention, Parsed, Sentence

_SPELLED = frozenset({"transliteration", "near-miss"})


class Field:
    """Finds and compares persons.

    Args:
        words: the tables of `rules/person.toml`, with places and roles.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._content = frozenset(words["context"]["parts_of_speech"])
        self._offices = Offices(words["role"]["offices"], gazetteer(words["places"]))

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every mention of a person."""
        contexts: dict[int, frozenset[str]] = {}
        for mention in parsed.mentions:
            if mention.kind != "person":
                continue
            sentence = parsed.sentence_at(mention.start)
            if sentence.index not in contexts:
                contexts[sentence.index] = self._context(sentence)
            about = self._about(mention, contexts[sentence.index])
            yield parsed.claim("person", mention.start, mention.end, Name(mention.name), about)

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """The kind of difference between two names, and what their likeness lacks of 1; see `checker.names.compare`."""
        difference = compare(left.value.name, right.value.name)
        if difference is None:
            return None
        # Between two scripts no spelling is the right one.
        two_scripts = difference.name in _SPELLED and script(left.value.name) != script(right.value.name)
        return Difference("script" if two_scripts else difference.name, difference.size)

    def _about(self, mention: Mention, context: frozenset[str]) -> About:
        office = self._offices.read(mention.role) if mention.role else None
        if office is None or not office.key:
            return About(context=context)
        return About(thing=office.key, canonical=True, owner=office.country or office.body, context=context)

    def _context(self, sentence: Sentence) -> frozenset[str]:
        """Lemmas of the sentence's content words, names left out."""
        return frozenset(
            token.lemma_.lower() for token in sentence.span if token.pos_ in self._content and not token.is_stop
        )
