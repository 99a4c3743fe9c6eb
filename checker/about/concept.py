"""Which thing in the word lists the words around a figure speak of: the nearest in the grammar of the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from checker.about.reading import TIMES, Reading, unit_of
from checker.about.scope import Scopes
from checker.about.syntax import is_of_another_clause, lemma_of, steps
from checker.parsed import Figure, Sentence
from checker.tree import Node

_LISTED = frozenset({"NOUN", "PROPN"})


class Concepts:
    """The things that the words of one story speak of.

    Args:
        reading: the story.
        scopes: where its figures are of.
    """

    def __init__(self, reading: Reading, scopes: Scopes) -> None:
        self._reading = reading
        self._scopes = scopes
        self._words = reading.words
        self._concepts: Mapping[str, Mapping[str, Any]] = reading.words["concept"]
        self._spoken_in: dict[int, list[tuple[Node, str, int]]] = {}

    def of(self, figure: Figure, anchor: Node, noun: Node | None, sentence: Sentence) -> str:
        """The thing whose words stand nearest to the figure, empty when none is in reach.

        Args:
            figure: an amount.
            anchor: the token that bears the number.
            noun: what it counts.
            sentence: in which it stands.
        """
        lists, unit = self._reading.lists, unit_of(figure)
        for concept, units in lists.by_unit:
            if unit in units:
                return "" if self._is_otherwise(concept, anchor, sentence) else concept
        before, behind = self._reading.before(figure).rstrip(), self._reading.behind(figure).lstrip()
        for concept, endings, beginnings in lists.adjacent:
            beside = before.endswith(endings) or behind.startswith(beginnings)
            if beside and self._fits(concept, figure, noun, anchor):
                return concept
        return self._nearest(figure, anchor, noun, sentence)

    def _nearest(self, figure: Figure, anchor: Node, noun: Node | None, sentence: Sentence) -> str:
        best, name = float(self._words["reach"]), ""
        start = noun if noun is not None else anchor
        for token, concept, length in self._spoken(sentence):
            if not self._fits(concept, figure, noun, token):
                continue
            cost = self._distance(start, anchor, token) - length * self._words["phrase_bonus"]
            if cost < best:
                best, name = cost, concept
        return name

    def _is_otherwise(self, concept: str, anchor: Node, sentence: Sentence) -> bool:
        """A word stands nearer that makes it another thing: the magnitude of an aftershock is not the quake's."""
        spec, said = self._concepts[concept], self._reading.said
        words = sorted((abs(i - anchor.i), said[i]) for i in range(sentence.span.start, sentence.span.end))
        near = next((word for _, word in words if word in spec.get("unless", ()) or word in spec["words"]), "")
        return near in spec.get("unless", ())

    def _spoken(self, sentence: Sentence) -> list[tuple[Node, str, int]]:
        """The words of a sentence that may speak of a thing, with the thing and how many words follow for it."""
        if sentence.index not in self._spoken_in:
            self._spoken_in[sentence.index] = list(self._find_spoken(sentence))
        return self._spoken_in[sentence.index]

    def _find_spoken(self, sentence: Sentence) -> Iterator[tuple[Node, str, int]]:
        said, triggers = self._reading.said, self._reading.lists.triggers
        endings: list[str] = self._words["endings"]
        for token in self._reading.parsed.nodes(sentence):
            at = token.i
            if at in self._named:
                continue
            lemma, lower = lemma_of(token, endings), token.lower
            entries = triggers.get(lemma, ())
            if lower != lemma:
                entries = (*entries, *triggers.get(lower, ()))
            for concept, follow in entries:
                if not follow or tuple(said[at + 1 : at + 1 + len(follow)]) == follow:
                    yield token, concept, len(follow)

    @cached_property
    def _named(self) -> frozenset[int]:
        """The tokens inside names: the Marine of a company's name speaks of no troops."""
        doc = self._reading.parsed.doc
        spans = (doc.char_span(m.start, m.end, alignment_mode="contract") for m in self._reading.names)
        return frozenset(token.i for span in spans if span is not None for token in span)

    def _fits(self, concept: str, figure: Figure, noun: Node | None, token: Node) -> bool:
        """A word of the lists may speak of this figure: kind, unit, and what the sentence has beside it."""
        spec, reading = self._concepts[concept], self._reading
        if figure.kind not in spec["fields"] or not reading.has_unit(concept, figure):
            return False
        if "with" in spec:
            sentence = reading.parsed.doc[token.i].sent
            if not any(word in spec["with"] for word in reading.said[sentence.start : sentence.end]):
                return False
        if "whole" in spec:
            whole = reading.share_of(figure, reading.anchor(figure.start, figure.end) or token)
            if whole and whole not in spec["whole"]:
                return False
        counted = noun is not None and noun.i == token.i
        return counted or (not spec.get("exact") and self._counts(spec, figure, noun, token))

    def _counts(self, spec: Mapping[str, Any], figure: Figure, noun: Node | None, token: Node) -> bool:
        """What the figure counts, if the story names it, is what the thing is counted in: the killed are people."""
        if noun is None:
            if token.lemma not in spec.get("scoped", ()):
                return True
            sentence = self._reading.parsed.sentence_at(figure.start)
            return self._is_of_people(figure) or bool(self._scopes.of(figure.start, figure.end, sentence))
        group = self._words["group"].get(spec.get("of", ""))
        return group is None or noun.lemma in group or noun.pos not in _LISTED

    def _is_of_people(self, figure: Figure) -> bool:
        """`22 of its residents`."""
        words = self._reading.behind(figure).split()[:3]
        people = self._words["group"]["people"]
        return words[:1] == ["of"] and any(word.strip(".,;").removesuffix("s") in people for word in words)

    def _distance(self, start: Node, anchor: Node, token: Node) -> float:
        """From a figure to a word: edges of the parse tree, and what stands between them in the line."""
        words = self._words
        low, high = sorted((anchor.i, token.i))
        between = token.nodes[low + 1 : high]
        clauses = sum(1 for word in between if word.lower in ",;:")
        edges = min(steps(start, token), steps(anchor, token))
        line = (high - low) * words["line_cost"]
        apart = words["other_clause_cost"] * is_of_another_clause(start, anchor, token)
        figures = self._figures_in(between[0].idx, between[-1].end) if between else 0
        return float(edges / 2 + line + figures * words["figure_cost"] + clauses * words["clause_cost"] + apart)

    def _figures_in(self, start: int, end: int) -> int:
        """How many figures stand whole between two characters."""
        count = 0
        for place in range(bisect_left(self._starts, start), len(self._starts)):
            figure = self._reading.figures[place]
            if figure.start > end:
                break
            count += figure.kind not in TIMES and figure.end <= end
        return count

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.start for figure in self._reading.figures]
