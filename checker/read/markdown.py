"""Markdown: the text of the file as it stands, its front matter, code, markup and links set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from checker.model import Aside, Story

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_KEY = re.compile(r"(title|date|lang|language)[ \t]{0,9}[:=][ \t]{0,9}(.{1,300})", re.IGNORECASE)
_DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_CODE = re.compile(r"([A-Za-z]{2})(?![A-Za-z])")
_PART = re.compile(r"\S(?:[^\r\n]*\S)?[ \t]*")
_REFERENCE = re.compile(r"\[[^\]]{1,200}\]:")
_MARKUP = "markup"
# What is no text inside a sentence, by its reason; the first that fits.
_INLINE = re.compile(
    r"(?P<comment><!--.{0,5000}?-->)"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,5})(?!`)(?:.{1,2000}?)(?<!`)(?P=ticks)(?!`)"
    r"|\{\{[^{}]{1,500}\}\}|\{%[^{}]{1,500}%\})"
    r"|(?P<target>\]\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,9}[\"'(][^\"\n]{0,300}[\"')])?\s{0,9}\)"
    r"|\]\[[^\]]{0,200}\]|\[\^[^\]]{1,100}\](?::[ ]?)?|<(?:https?|mailto):[^<>\s]{1,1000}>)"
    r"|(?P<markup></?[A-Za-z][^<>]{0,1000}>|!\[|\[|\]|~~|\*\*\*?(?=\S)|(?<=\S)\*\*\*?"
    r"|(?<![^\W_])(?<!\*)\*(?=[^\s*])|(?<=[^\s*])\*(?![^\W_])(?!\*)|(?<![^\W_])_{1,3}(?=\S)"
    r"|(?<=\S)_{1,3}(?![^\W_])|\\(?=[!-/:-@\[-`{-~]))",
    re.DOTALL,
)
_REASONS = {"comment": "comment", "code": "code", "target": "link target", "markup": _MARKUP}
_BLOCKS = {"fence": "code", "code_block": "code", "hr": _MARKUP}
_UNSEEN = re.compile(r"\s*<(?:!--|script|style|pre)", re.IGNORECASE)
_Span = tuple[int, int]


def story(name: str, text: str, words: Mapping[str, Any]) -> Story:  # noqa: ARG001 - every format has this shape
    """The text as it stands; what front matter says of title, date and language is the story's.

    Args:
        name: how the report calls it.
        text: the file.
        words: the tables of `rules/read.toml`.
    """
    page = _Page(text)
    stated = {key.lower(): value.strip().strip("\"'") for key, value in _KEY.findall(text[: page.front])}
    code = _CODE.match(stated.get("lang") or stated.get("language") or "en")
    aside = tuple(sorted(page.asides(), key=lambda aside: aside.start))
    return Story(
        name=name,
        text=text,
        title=stated.get("title") or page.title,
        published=_day(stated.get("date", "")),
        language=code[1].lower() if code else "en",
        set_aside=aside,
    )


def _day(value: str) -> date | None:
    match = _DAY.match(value)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


class _Page:
    """A file, its lines, and the blocks that the grammar of Markdown finds in it.

    Attributes:
        front: where the front matter ends.
        title: the words of the first heading of the first level.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        lines = [match.group() for match in _LINE.finditer(text)]
        self._starts = [0, *accumulate(map(len, lines))]
        last = _front_lines(lines)
        self.front = self._starts[last]
        # Blank lines in place of the front matter, and one kind of line end: the numbers of the lines stay. What stands
        # inside a sentence is found below, with its place, which the grammar does not keep.
        body = "\n" * last + "\n".join(line.rstrip("\r\n") for line in lines[last:])
        tokens = MarkdownIt("commonmark").enable("table").disable("inline").parse(body)
        wanted = (*_BLOCKS, "inline", "html_block")
        self._blocks = [(token, token.map[0], token.map[1]) for token in tokens if token.map and token.type in wanted]
        self.title = next((after.content for token, after in pairwise(tokens) if _opens_title(token)), None)

    def asides(self) -> Iterator[Aside]:
        """All that is no text, each stretch with its reason, not in order."""
        if self.front:
            yield Aside(0, self.front, "front matter")
        at = self.front
        for token, top, bottom in self._blocks:
            first, last = self._starts[top], self._starts[bottom]
            spans = self._spans(token, max(first, at), last)
            reason = _BLOCKS.get(token.type, "comment" if token.type == "html_block" else _MARKUP)
            for place, (start, end) in enumerate(spans):
                if place:
                    # Two lines of a paragraph are one sentence.
                    yield Aside(at, start, _MARKUP, inline=True)
                else:
                    # Two cells of a row stand on one line, and are two texts.
                    yield from self._between(at, start, inline=at < first)
                yield from self._inside(start, end)
                at = end
            if not spans and at < last:
                yield from self._between(at, max(at, first), inline=False)
                yield Aside(max(at, first), last, reason)
                at = last
        yield from self._between(at, len(self._text), inline=False)

    def _spans(self, token: Token, first: int, last: int) -> list[_Span]:
        """Where the lines of a block's text stand in the file, without what its place in lists and quotations adds."""
        if token.type in _BLOCKS or (token.type == "html_block" and _UNSEEN.match(token.content)):
            return []
        spans = []
        at = first
        for line in token.content.splitlines():
            # A cell of a table is written with its escapes, and found by its beginning.
            wanted = line.strip()
            start = self._text.find(wanted, at, last)
            if wanted and start >= 0:
                spans.append((start, start + len(wanted)))
                at = start + len(wanted)
        return spans

    def _between(self, start: int, end: int, *, inline: bool) -> Iterator[Aside]:
        """What stands between two texts: marks of headings, lists and tables, links that are defined."""
        for match in _PART.finditer(self._text, start, end):
            reason = "link target" if _REFERENCE.match(match.group()) else _MARKUP
            yield Aside(match.start(), match.end(), reason, inline and reason == _MARKUP)

    def _inside(self, start: int, end: int) -> Iterator[Aside]:
        for match in _INLINE.finditer(self._text, start, end):
            # A line break of HTML parts two texts.
            inline = not match.group().lower().startswith("<br")
            yield Aside(match.start(), match.end(), _REASONS[_kind(match)], inline)


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _REASONS if match[kind] is not None)


def _front_lines(lines: list[str]) -> int:
    """How many lines the front matter has, with the marks around it."""
    mark = _FRONT.match(lines[0])
    if not mark:
        return 0
    return next((place + 1 for place, line in enumerate(lines) if place and line.rstrip() == mark[1]), 0)


def _opens_title(token: Token) -> bool:
    return token.type == "heading_open" and token.tag == "h1"
