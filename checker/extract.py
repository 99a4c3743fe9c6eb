"""Stories to claims: normalise, parse, scan once for figures and names, then ask every field."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.about import Lists, Surroundings
from checker.figures import figures
from checker.language import Parser
from checker.mentions import mentions
from checker.model import AnyClaim, Story
from checker.normalise import normalise
from checker.paragraphs import body, glued
from checker.parsed import Parsed, Sentence
from checker.rules import Ruleset
from checker.scope import settle
from checker.ties import Ties
from checker.tree import tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from checker.fields import Field


_PARAGRAPH = re.compile(r"[^\n]+")


def parse(stories: Sequence[Story], parser: Parser, ruleset: Ruleset) -> list[Parsed]:
    """Each story with its words, sentences, figures and names; what was set aside is not read."""
    texts = [normalise(story.text, body(story), glued(story)) for story in stories]
    docs = parser.parse([text for text, _ in texts])
    lists, ties = Lists(ruleset.words("about")), Ties(ruleset.words("synonyms"))
    return [
        _scan(story, text, origin, doc, ruleset, lists, ties)
        for story, (text, origin), doc in zip(stories, texts, docs, strict=True)
    ]


def unread(story: Story, parser: Parser) -> Parsed:
    """A story in a language that the parser cannot read: its text and its paragraphs, and nothing of what they hold."""
    text, origin = normalise(story.text, body(story), glued(story))
    doc = parser.nothing()
    pieces = (match.span() for match in _PARAGRAPH.finditer(text))
    parts = (Sentence(at, start, end, at, doc[0:0]) for at, (start, end) in enumerate(pieces))
    return Parsed(story, text, origin, doc, (), tuple(parts), unread=True)


def extract(parsed: Parsed, fields: Mapping[str, Field]) -> tuple[AnyClaim, ...]:
    """Every claim of a story, by position and field."""
    claims = settle([claim for field in fields.values() for claim in field.find(parsed)])
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end, claim.field)))


def _scan(  # noqa: PLR0913 - a story, its text, its parse, and the lists for them
    story: Story, text: str, origin: tuple[int, ...], doc: Doc, ruleset: Ruleset, lists: Lists, ties: Ties
) -> Parsed:
    bare = Parsed(story, text, origin, doc, tree(doc), _sentences(doc, text))
    bare = dataclasses.replace(bare, figures=figures(text, story.published, ruleset.words("figures")))
    bare = dataclasses.replace(bare, mentions=mentions(bare, ruleset.words("mentions")))
    return dataclasses.replace(bare, about_of=Surroundings(bare, lists, ties).of)


def _sentences(doc: Doc, text: str) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    paragraph = 0
    for span in doc.sents:
        if sentences and "\n\n" in text[sentences[-1].end : span.start_char]:
            paragraph += 1
        stretch = text[span.start_char : span.end_char].rstrip()
        if stretch:
            end = span.start_char + len(stretch)
            sentences.append(Sentence(len(sentences), span.start_char, end, paragraph, span))
    return tuple(sentences)
