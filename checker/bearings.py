"""Where something is said to stand in the grammar of a sentence: the verb or noun that a place belongs to, and of what.

`Amelia Roe died at her home near Lisbon`: home belongs to `died`, and `died` is told of Amelia Roe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Mention, Parsed

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj"})
_CLAUSES = frozenset({"acl", "advcl", "conj", "xcomp", "ROOT"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_STEPS = 6


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a place belongs to.

    Attributes:
        preposition: the word before the place.
        head: the verb or noun.
    """

    preposition: str
    head: Token


@dataclass(frozen=True, slots=True)
class Subject:
    """Of what a verb or noun is told.

    Attributes:
        name: the full name of a person, body or place; empty for a common noun.
        noun: a common noun, as written in small letters; empty for a name.
    """

    name: str
    noun: str = ""


class Bearings:
    """Reads the bearings of one story.

    Args:
        parsed: the story.
        words: the table `[grammar]` of `rules/site.toml`.
    """

    def __init__(self, parsed: Parsed, words: Mapping[str, Any]) -> None:
        self._parsed = parsed
        self._places = frozenset(words["places"])
        self._prepositions = frozenset(words["prepositions"])
        self._light = frozenset(words["light"])
        self._rounds = frozenset(words["rounds"])
        self._doubt = frozenset(words["doubt"])
        self._pronouns = frozenset(words["pronouns"])
        self._back: int = words["back"]
        self._named: dict[int, Mention] = {}
        for mention in parsed.mentions:
            span = parsed.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None:
                self._named.update({token.i: mention for token in span})

    def of(self, place: Token) -> Iterator[Bearing]:
        """What the place belongs to, the nearest first; through the towns, houses and causes that stand between."""
        token, given = place, ""
        for _ in range(_STEPS):
            preposition = token.head
            if token.dep_ != "pobj" or preposition.dep_ != "prep":
                return
            head = preposition.head
            if head.lemma_.lower() in self._places and not given:
                if preposition.lower_ not in self._prepositions and preposition.lower_ != "of":
                    return
            elif given or preposition.lower_ in self._prepositions:
                given = given or preposition.lower_
                yield Bearing(given, head)
            else:
                return
            if head.pos_ not in ("NOUN", "PROPN"):
                return
            if head.dep_ in _OBJECTS and head.lower_ in self._light:
                yield Bearing(given, head.head)
            token = head

    def subject(self, head: Token) -> Subject | None:
        """Who or what the verb is told of: its object where it has one, else its subject; None where that is open."""
        if head.pos_ not in ("VERB", "AUX"):
            return self._called(head)
        objects = (child for child in head.children if child.dep_ in _OBJECTS and child.lower_ not in self._light)
        found = next(objects, None) or self._subject_of(head)
        return None if found is None else self._called(found)

    def is_doubtful(self, head: Token) -> bool:
        """It is denied, or said to be possible only."""
        return any(child.dep_ == "neg" or child.lower_ in self._doubt for child in head.children)

    def called(self, token: Token) -> str:
        """The name that a token is part of, else empty."""
        mention = self._named.get(token.i)
        return mention.name if mention is not None else ""

    def _subject_of(self, verb: Token) -> Token | None:
        for _ in range(_STEPS):
            own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
            if own is not None:
                return verb.head if own.tag_ in _RELATIVES and verb.dep_ == "relcl" else own
            if verb.dep_ == "acl":
                return verb.head
            if verb.dep_ not in _CLAUSES or verb.head.i == verb.i:
                return None
            verb = verb.head
            if verb.pos_ not in ("VERB", "AUX"):
                return verb
        return None

    def _called(self, token: Token) -> Subject | None:
        name = self.called(token)
        if name:
            return Subject(name)
        if token.pos_ == "PRON":
            means = token.lower_ in self._pronouns
            person = person_before(self._parsed, token.idx, self._back) if means else ""
            return Subject(person) if person else None
        if token.lower_ in self._rounds:
            token = next((noun for of in token.children if of.lower_ == "of" for noun in of.children), token)
        beside = next((child for child in token.children if child.dep_ == "appos" and self.called(child)), None)
        return Subject(self.called(beside)) if beside is not None else Subject("", token.lower_)


def person_before(parsed: Parsed, position: int, back: int) -> str:
    """Whom a pronoun means: the one person named before it in its sentence, else in the nearest that names any.

    Args:
        parsed: the story.
        position: where the pronoun stands.
        back: how many sentences before its own are looked at.

    Returns:
        The full name; empty where the nearest sentence names several, or none does.
    """
    own = parsed.sentence_at(position)
    spans = [(own.start, position)]
    for index in range(own.index - 1, max(-1, own.index - 1 - back), -1):
        before = parsed.sentences[index]
        spans.append((before.start, before.end))
    for start, end in spans:
        people = {
            mention.name for mention in parsed.mentions if mention.kind == "person" and start <= mention.start < end
        }
        if people:
            return people.pop() if len(people) == 1 else ""
    return ""
