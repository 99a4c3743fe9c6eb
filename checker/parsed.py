"""A story after parsing: what the field modules read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import About, Amount, Claim, Clock, Interval, Story, V
from checker.tree import Node, Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeric expression, found on characters.

    Attributes:
        kind: `money`, `percent`, `quantity` (with a unit), `count` (a bare number), `ordinal`, `date`, `time`,
            `score` (8-1), or `other` for numbers that state no fact of their own (flight numbers, phone numbers).
        start, end: characters of the normalised text, bounds included (`at least 10`).
        value: the normal form; an `Amount`, `Interval` or `Clock`.
    """

    kind: str
    start: int
    end: int
    value: Amount | Interval | Clock


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a named person, organisation or place.

    Attributes:
        kind: `person`, `organisation`, `place`.
        start, end: characters of the normalised text: the name alone, without title or possessive.
        name: the fullest form that this story gives to this one.
        role: the office that stands with the name here or elsewhere in the story, as written.
        role_start, role_end: where the office stands when it stands here, else equal.
        type: what a place or organisation is, where known: `city`, `country`, `ministry`, ...
    """

    kind: str
    start: int
    end: int
    name: str
    role: str = ""
    role_start: int = 0
    role_end: int = 0
    type: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a parsed story.

    Attributes:
        index: its place in the story.
        start, end: characters of the normalised text.
        paragraph: index of its paragraph; 0 is the headline where there is one.
        span: its tokens.
    """

    index: int
    start: int
    end: int
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """A story with its words, sentences and what the shared scanners found.

    Attributes:
        story: as read.
        text: the story without what was set aside, normalised: one form of quotation marks, dashes, spaces and
            accents; paragraphs separated by a blank line. All offsets in here are of this text.
        origin: for each character of `text`, and one past it, the offset in `story.text`.
        doc: spaCy's parse of `text`.
        tree: the same as plain records.
        sentences: in order.
        figures: numeric expressions, in order, never overlapping.
        mentions: names, in order, never overlapping.
        about_of: what the claim at a span is about; see `checker.about`.
        unread: it is in a language that the pipeline cannot read: only its text is known.
    """

    story: Story
    text: str
    origin: tuple[int, ...]
    doc: Doc
    tree: tuple[Node, ...]
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()
    about_of: Callable[[int, int], About] | None = None
    unread: bool = False

    def nodes(self, sentence: Sentence) -> tuple[Node, ...]:
        """The words of a sentence."""
        return self.tree[sentence.span.start : sentence.span.end]

    def stretch(self, start: int, end: int) -> Stretch | None:
        """The words that hold these characters, or any of them; None where there is no word."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return Stretch(self.tree[span.start : span.end], self.tree[span.root.i]) if span is not None else None

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds a character."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        return self.sentences[low]

    def about(self, start: int, end: int) -> About:
        """What a figure at these characters is about."""
        return self.about_of(start, end) if self.about_of else About()

    def claim(self, field: str, start: int, end: int, value: V, about: About | None = None) -> Claim[V]:
        """A claim at characters of the normalised text, carried back to the story as it was read."""
        first, last = self.origin[start], self.origin[end - 1] + 1
        return Claim(
            field=field,
            story=self.story.name,
            start=first,
            end=last,
            text=self.story.text[first:last],
            value=value,
            about=About() if about is None else about,
            sentence=self.sentence_at(start).index,
        )
