"""One story as all the rooms read it: its names, its lemmas, its figures and the tokens that bear them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from checker.about.lists import Lists
from checker.about.syntax import counted_noun
from checker.model import Amount
from checker.parsed import Figure, Mention, Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Kinds of figure that measure nothing.
TIMES = frozenset({"date", "time", "ordinal", "other"})


class Reading:
    """A story, ready to be asked.

    Attributes:
        parsed: the story.
        lists: the word lists.
        words: their tables.
        text: of the story, normalised.
        figures: of the story, in order.
    """

    def __init__(self, parsed: Parsed, lists: Lists) -> None:
        self.parsed = parsed
        self.lists = lists
        self.words = lists.words
        self.text = parsed.text
        self.figures = parsed.figures
        self._far: int = lists.words["far"]
        self._anchors: dict[tuple[int, int], Token | None] = {}

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The story's names, without capitalised words that say what a figure is about (Turnout was ...)."""
        triggers = self.lists.triggers
        return tuple(m for m in self.parsed.mentions if self.text[m.start : m.end].lower() not in triggers)

    @cached_property
    def said(self) -> list[str]:
        """The lemma of every token, in small letters."""
        return [token.lemma_.lower() for token in self.parsed.doc]

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """All lemmas of the story."""
        return frozenset(self.said)

    def names_in(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The names of one sentence."""
        starts = self._name_starts
        return self.names[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

    @cached_property
    def _name_starts(self) -> list[int]:
        return [mention.start for mention in self.names]

    def span(self, start: int, end: int) -> Span | None:
        """The tokens at these characters."""
        return self.parsed.doc.char_span(start, end, alignment_mode="expand")

    def anchor(self, start: int, end: int) -> Token | None:
        """The token that bears the number."""
        if (start, end) not in self._anchors:
            self._anchors[start, end] = self._find_anchor(start, end)
        return self._anchors[start, end]

    def _find_anchor(self, start: int, end: int) -> Token | None:
        span = self.span(start, end)
        if span is None:
            return None
        return next((token for token in reversed(span) if token.like_num or token.text[:1].isdigit()), span[-1])

    def counted(self, anchor: Token, figure: Figure) -> Token | None:
        """The noun that a number counts, or that it is so many of: `a crew of 16`."""
        if figure.kind != "count":
            return None
        noun = counted_noun(anchor, figure.end)
        if noun is not None:
            return noun
        link = anchor.head
        of_many = link.dep_ == "prep" and link.lower_ == "of" and link.head.lemma_.lower() in self.words["collective"]
        return link.head if of_many else None

    def share_of(self, figure: Figure, anchor: Token) -> str:
        """The whole that a percentage is of: `2% of GDP`."""
        if figure.kind != "percent":
            return ""
        after = [token for token in anchor.doc[anchor.i + 1 : anchor.i + 4] if token.lemma_ == "of"]
        noun = next((child for child in after[0].children if child.dep_ == "pobj"), None) if after else None
        return noun.lemma_.lower() if noun is not None else ""

    def has_unit(self, thing: str, figure: Figure) -> bool:
        """The figure is in a unit in which the thing is measured."""
        unit = self.words["concept"].get(thing, {}).get("unit")
        stated = unit_of(figure)
        return not unit or not stated or stated in self.words["dimension"].get(unit, (unit,))

    def earlier(self, index: int, sentence: Sentence) -> int | None:
        """The figure before the one of this index, where it stands in the same sentence or the one before it."""
        start = self.parsed.sentences[max(0, sentence.index - 1)].start
        for before in range(index - 1, -1, -1):
            figure = self.figures[before]
            if figure.start < start:
                return None
            if figure.kind not in TIMES:
                return before
        return None

    def before(self, figure: Figure) -> str:
        """The text before a figure as far as it may speak of it, in small letters."""
        return self.text[max(0, figure.start - self._far) : figure.start].lower()

    def behind(self, figure: Figure) -> str:
        """The text behind a figure as far as it may speak of it, in small letters."""
        return self.text[figure.end : figure.end + self._far].lower()


def unit_of(figure: Figure) -> str | None:
    """The unit of an amount."""
    return figure.value.unit if isinstance(figure.value, Amount) else None
