"""Persons. Value: the fullest form of the name in its story; size: 0 (surely one person) to 1 (nothing in common).

What a claim is about is the office, where one stands with the name, else the age: two names for one office answer each
other, and so do two given names beside one surname, one age or one post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.model import About, AnyClaim, Difference, Name
from checker.names import compare
from checker.offices import Offices
from checker.places import fold, gazetteer
from checker.sounds import script

if TYPE_CHECKING:
    from checker.parsed import Mention, Parsed, Sentence

_BEHIND = re.compile(r"(?: \(|, (?:aged )?)(\d{1,3})[,.;)]")
_BEFORE = re.compile(r"\b(\d{1,3})-year-old \Z")
# The longest words that stand before a name with the age.
_REACH = 14
_SPELLED = frozenset({"transliteration", "near-miss"})


class Field:
    """Finds and compares persons.

    Args:
        words: the tables of `rules/person.toml`, with places and roles.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._content = frozenset(words["context"]["parts_of_speech"])
        self._offices = Offices(words["role"]["offices"], gazetteer(words["places"]))
        self._given: float = words["compare"]["given"]
        self._singular = frozenset(words["role"]["offices"]["singular"])
        self._past = frozenset(words["role"]["tenure"]["past"])

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every mention of a person."""
        contexts: dict[int, frozenset[str]] = {}
        ages = {mention.name: age for mention in parsed.mentions if (age := _age(parsed, mention))}
        for mention in parsed.mentions:
            if mention.kind != "person":
                continue
            sentence = parsed.sentence_at(mention.start)
            if sentence.index not in contexts:
                contexts[sentence.index] = self._context(sentence)
            about = self._about(mention, ages.get(mention.name, ""), contexts[sentence.index])
            yield parsed.claim("person", mention.start, mention.end, Name(mention.name), about)

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """The kind of difference between two names, and what their likeness lacks of 1; see `checker.names.compare`."""
        difference = compare(left.value.name, right.value.name)
        if difference is None:
            return None
        # Between two scripts no spelling is the right one.
        two_scripts = difference.name in _SPELLED and script(left.value.name) != script(right.value.name)
        size = difference.size
        if difference.name == "near-miss" and _surname(left.value.name) == _surname(right.value.name):
            size *= self._given
        return Difference("script" if two_scripts else difference.name, size)

    def _about(self, mention: Mention, age: str, context: frozenset[str]) -> About:
        """The office that one person holds at a time; else a post that has one holder in a story, or the age."""
        office = self._offices.read(mention.role) if mention.role else None
        if office is not None and office.key:
            return About(thing=office.key, canonical=True, owner=office.country or office.body, context=context)
        if office is not None and office.head in self._singular and not self._past & set(office.modifiers):
            return About(thing=" ".join((*office.modifiers, office.head)), owner=office.country, context=context)
        return About(thing=f"age of {age}" if age else "", context=context)

    def _context(self, sentence: Sentence) -> frozenset[str]:
        """Lemmas of the sentence's content words, names left out."""
        return frozenset(
            token.lemma_.lower() for token in sentence.span if token.pos_ in self._content and not token.is_stop
        )


def _surname(name: str) -> str:
    """The last word of a name of several words, else nothing that another name has too."""
    words = fold(name).split()
    return words[-1] if len(words) > 1 else name


def _age(parsed: Parsed, mention: Mention) -> str:
    """The age that stands beside a full name: Jane Roe, 61; 61-year-old Jane Roe."""
    if " " not in parsed.text[mention.start : mention.end]:
        return ""
    behind = _BEHIND.match(parsed.text, mention.end)
    if behind is not None:
        return behind[1]
    before = _BEFORE.search(parsed.text, max(0, mention.start - _REACH), mention.start)
    return before[1] if before is not None else ""
