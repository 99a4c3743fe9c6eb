"""Web pages as they stand: all their text, where a translator has the same page before him.

Which part of a page is its article can only be guessed, and is guessed differently in two languages.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.errors import StoryError
from checker.model import Anchor, Aside, Origin, Story
from checker.read.tags import Piece, pieces

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LANGUAGE = re.compile(r"\blang\s{0,9}=\s{0,9}[\"']?([A-Za-z]{2,3})(?![A-Za-z])")
# An element whose words nobody is to see, or to translate.
_HIDDEN = re.compile(r"(?:^|\s)hidden(?:\s|=|/|$)", re.IGNORECASE)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_KEPT = re.compile(r"\btranslate\s{0,9}=\s{0,9}[\"']?no\b|\bclass\s{0,9}=[^=]{0,500}\bnotranslate\b", re.IGNORECASE)
_PARAGRAPH, _SPACE = "\n\n", " "


def story(name: str, page: str, words: Mapping[str, Any]) -> Story:
    """The story of a page: its text in paragraphs; code, and what is not to be translated, is set aside.

    Args:
        name: how the report calls it.
        page: its source.
        words: the tables of `rules/read.toml`.

    Raises:
        StoryError: there is no text in it, or its elements are nested too deep.
    """
    reader = _Reader(page, words["markup"])
    for piece in pieces(page):
        reader.take(piece)
    text = "".join(reader.parts)
    if not any(map(str.isalnum, text)):
        raise StoryError("no text in this page")
    return Story(
        name=name,
        text=text,
        title=_SPACE.join(reader.title.split()) or None,
        language=reader.language or "en",
        set_aside=tuple(reader.asides),
        origin=Origin("", tuple(reader.anchors)),
    )


@dataclass(frozen=True, slots=True)
class _Element:
    """An element that is open.

    Attributes:
        tag: its name.
        unseen: nobody sees its words.
        kept: nobody translates them.
    """

    tag: str
    unseen: bool
    kept: bool


class _Reader:
    """Puts the text of a page together, piece by piece."""

    def __init__(self, page: str, words: Mapping[str, Any]) -> None:
        self._page = page
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(page))]
        self._blocks, self._unseen = frozenset(words["blocks"]), frozenset(words["unseen"])
        self._code, self._void = frozenset(words["code"]), frozenset(words["void"])
        self._deepest = int(words["depth"])
        self._open: list[_Element] = [_Element("", unseen=False, kept=False)]
        self._length = 0
        # What parts the next word from the last one.
        self._gap = ""
        self._number = self._last_kept = 0
        self._in_title = False
        self.parts: list[str] = []
        self.language = ""
        self.title = ""
        self.asides: list[Aside] = []
        self.anchors: list[Anchor] = []

    def take(self, piece: Piece) -> None:
        """Read on."""
        tag = piece.tag.removeprefix("/")
        if not tag:
            self._text(piece)
            return
        if tag in self._blocks:
            self._part(_PARAGRAPH)
        if piece.tag.startswith("/"):
            self._close(tag)
        elif tag not in self._void and tag not in ("script", "style") and not tag.startswith(("!", "?")):
            self._begin(tag, piece.rest)

    def _begin(self, tag: str, rest: str) -> None:
        if len(self._open) > self._deepest:
            raise StoryError("elements nested too deep")
        above = self._open[-1]
        if tag == "html" and (match := _LANGUAGE.search(rest)):
            self.language = match[1].lower()
        self._in_title = self._in_title or (tag == "h1" and not self.title)
        unseen = above.unseen or tag in self._unseen or bool(_HIDDEN.search(_VALUE.sub("", rest)))
        kept = above.kept or tag in self._code or bool(_KEPT.search(rest))
        self._open.append(_Element(tag, unseen, kept))

    def _close(self, tag: str) -> None:
        """Close the element, and those in it that nobody closed; what was never open is nothing."""
        place = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0)
        if place:
            del self._open[place:]
            self._in_title = self._in_title and tag != "h1"

    def _text(self, piece: Piece) -> None:
        if self._open[-1].unseen:
            return
        at = piece.start
        for match in _ENTITY.finditer(self._page, piece.start, piece.end):
            self._words(self._page[at : match.start()], at)
            self._words(html.unescape(match.group()), match.start())
            at = match.end()
        self._words(self._page[at : piece.end], at)

    def _words(self, text: str, start: int) -> None:
        """Words with one space between them; of an entity all characters stand where it begins."""
        at = 0
        for match in _WORD.finditer(text):
            if match.start() > at:
                self._part(_SPACE)
            self._write(match.group(), start + match.start())
            at = match.end()
        if at < len(text):
            self._part(_SPACE)

    def _part(self, gap: str) -> None:
        if self._length and self._gap != _PARAGRAPH:
            self._gap = gap

    def _write(self, word: str, place: int) -> None:
        if self._gap:
            self.parts.append(self._gap)
            self._length += len(self._gap)
        self._anchor(place)
        if self._in_title:
            self.title += self._gap + word
        start, self._gap = self._length, ""
        self.parts.append(word)
        self._length += len(word)
        self._number += 1
        if self._open[-1].kept:
            self._aside(start)

    def _anchor(self, place: int) -> None:
        line = bisect_right(self._lines, place)
        column = place - self._lines[line - 1] + 1
        last = self.anchors[-1] if self.anchors else None
        if last is None or (line, column) != (last.line, last.column + self._length - last.start):
            self.anchors.append(Anchor(self._length, line, column))

    def _aside(self, start: int) -> None:
        """Set the last word aside, together with the one before it where that is."""
        if self.asides and self._last_kept == self._number - 1:
            start = self.asides.pop().start
        self.asides.append(Aside(start, self._length, "code", inline=True))
        self._last_kept = self._number
