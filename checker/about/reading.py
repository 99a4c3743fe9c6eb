"""One story as all the rooms read it: its names, its lemmas, its figures and the tokens that bear them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from checker.about.lists import Lists
from checker.about.syntax import counted_noun
from checker.model import Amount
from checker.parsed import Figure, Mention, Parsed, Sentence
from checker.tree import Node

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
        self._anchors: dict[tuple[int, int], Node | None] = {}

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The story's names, without capitalised words that say what a figure is about (Turnout was ...)."""
        triggers = self.lists.triggers
        return tuple(m for m in self.parsed.mentions if self.text[m.start : m.end].lower() not in triggers)

    @cached_property
    def said(self) -> list[str]:
        """The lemma of every token, in small letters."""
        return [node.lemma for node in self.parsed.tree]

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

    def root(self, start: int, end: int) -> Node | None:
        """The word that governs those at these characters."""
        stretch = self.parsed.stretch(start, end)
        return stretch.root if stretch is not None else None

    def anchor(self, start: int, end: int) -> Node | None:
        """The token that bears the number."""
        if (start, end) not in self._anchors:
            self._anchors[start, end] = self._find_anchor(start, end)
        return self._anchors[start, end]

    def _find_anchor(self, start: int, end: int) -> Node | None:
        stretch = self.parsed.stretch(start, end)
        if stretch is None:
            return None
        nodes = stretch.nodes
        return next((node for node in reversed(nodes) if node.like_num or node.lower[:1].isdigit()), nodes[-1])

    def joined(self, node: Node) -> Iterator[Node]:
        """The words that stand beside a word in an enumeration."""
        return (self.parsed.tree[token.i] for token in self.parsed.doc[node.i].conjuncts)

    def counted(self, anchor: Node, figure: Figure) -> Node | None:
        """The noun that a number counts, or that it is so many of: `a crew of 16`."""
        if figure.kind != "count":
            return None
        noun = counted_noun(anchor, figure.end)
        if noun is not None:
            return noun
        link = anchor.head
        of_many = link.dep == "prep" and link.lower == "of" and link.head.lemma in self.words["collective"]
        return link.head if of_many else None

    def share_of(self, figure: Figure, anchor: Node) -> str:
        """The whole that a percentage is of: `2% of GDP`."""
        if figure.kind != "percent":
            return ""
        # As the tagger spells it: a headline's `Of` it takes for a name.
        after = [token.i for token in self.parsed.doc[anchor.i + 1 : anchor.i + 4] if token.lemma_ == "of"]
        links = anchor.nodes[after[0]].children if after else ()
        return next((child.lemma for child in links if child.dep == "pobj"), "")

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
