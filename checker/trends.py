"""Which way a measure went: profit rose, a drop in exports, turnout of 38 percent, up from 34."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.parsed import Parsed, Sentence
from checker.stems import stem
from checker.topics import Words
from checker.tree import Node

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KINDS = frozenset({"amod", "compound", "nmod"})
# The tagger takes some past forms for adjectives: profit shrank.
_VERBAL = frozenset({"VERB", "ADJ"})
_WITHIN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})


class Trend(NamedTuple):
    """One measure that went one way.

    Attributes:
        start, end: the words that tell which way.
        measure: the noun, with the words that tell it from others of its kind.
        side: `up` or `down`.
        is_told: as a fact, not as a forecast or of another time.
        shares: the percentages of the sentence.
    """

    start: int
    end: int
    measure: str
    side: str
    is_told: bool
    shares: frozenset[str]


class Trends:
    """Finds them.

    Args:
        words: the table `trend` of `rules/state.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._sides = {
            kind: {word: side for side in ("up", "down") for word in words[kind][side]}
            for kind in ("verbs", "nouns", "adverbs", "adjectives")
        }
        self._measures = {word: group.split()[0] for group in words["measures"] for word in group.split()}
        self._known = frozenset(self._measures)
        self._idle, self._doubts = frozenset(words["idle"]), frozenset(words["doubts"])
        self._before: int = words["before"]
        self._subject: int = words["subject"]

    def find(self, parsed: Parsed, sentence: Sentence, tokens: Sequence[Node], words: Words) -> Iterator[Trend]:
        """Every trend of a listed measure in a sentence.

        Args:
            parsed: the story.
            sentence: one of its sentences.
            tokens: of the sentence.
            words: what they are written as.
        """
        if self._known.isdisjoint(chain.from_iterable(words)):
            return
        measures = [at for at, (_, lemma) in enumerate(words) if lemma in self._measures]
        figures = (f for f in parsed.figures if f.kind == "percent" and sentence.start <= f.start < sentence.end)
        shares = frozenset(repr(figure.value) for figure in figures)
        is_told = not any(word in self._doubts for word, _ in words) and words[-1][0] != "?"
        for at, token in enumerate(tokens):
            side, measure = self._read(tokens, at, measures)
            if side and measure is not None:
                name = self._name(tokens[measure], parsed.doc)
                yield Trend(token.idx, token.end, name, side, is_told, shares)

    def _read(self, tokens: Sequence[Node], at: int, measures: Sequence[int]) -> tuple[str, int | None]:
        """Which way a word says that something went, and the measure that did."""
        token = tokens[at]
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if token.pos in _VERBAL and token.lemma in self._sides["verbs"]:
            side = self._sides["verbs"][token.lemma]
            behind = self._object(tokens, at, measures)
            return side, behind if behind is not None else _last(measures, at, self._subject)
        if token.pos == "NOUN" and token.lemma in self._sides["nouns"]:
            side = self._sides["nouns"][token.lemma]
            if following == "in":
                return side, self._object(tokens, at + 1, measures)
            return side, _last(measures, at, self._before) if following == "of" else None
        if token.lower in self._sides["adverbs"] and (following in ("from", "by", "on") or following[:1].isdigit()):
            return self._sides["adverbs"][token.lower], _last(measures, at, self._before)
        if token.lower in self._sides["adjectives"] and following == "than":
            return self._sides["adjectives"][token.lower], _last(measures, at, self._before)
        return "", None

    def _object(self, tokens: Sequence[Node], at: int, measures: Sequence[int]) -> int | None:
        """The measure right behind a word: raised its annual sales."""
        for place in range(at + 1, len(tokens)):
            if place in measures:
                return place
            if tokens[place].pos not in _WITHIN:
                return None
        return None

    def _name(self, noun: Node, doc: Doc) -> str:
        beside = [one for one in noun.children if one.dep in _KINDS]
        beside += [one for prep in noun.children if prep.lower == "from" for one in prep.children]
        kinds = {stem(one.lemma) for one in beside if doc[one.i].is_alpha}
        return " ".join([*sorted(kinds - self._idle), self._measures[noun.lemma]])


def _last(measures: Sequence[int], at: int, reach: int) -> int | None:
    """The last measure before a word."""
    return next((place for place in reversed(measures) if at - reach <= place < at), None)
