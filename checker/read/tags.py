"""A page as its tags and the texts between them, each with its place: what a tree of elements does not keep.

Nothing is refused, since browsers refuse nothing; the time that it takes grows with the length of the page alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r"<(/?[A-Za-z!?][^\s<>/]{0,30})([^<>]{0,20000})>?")
_CLOSE = {name: re.compile(rf"</{name}[^<>]{{0,100}}>?", re.IGNORECASE) for name in ("script", "style")}


class Piece(NamedTuple):
    """A stretch of a page.

    Attributes:
        start, end: its characters.
        tag: the tag's name in lower case, with a slash where it ends an element; `!--` for a comment; empty for text. A
            script or a style sheet is one piece with its tags.
        rest: of a tag what follows its name.
    """

    start: int
    end: int
    tag: str = ""
    rest: str = ""


def pieces(page: str) -> Iterator[Piece]:
    """The stretches of a page, in order."""
    at = 0
    while at < len(page):
        start = page.find("<", at)
        if start < 0:
            yield Piece(at, len(page))
            return
        if at < start:
            yield Piece(at, start)
        piece = _tag(page, start)
        yield piece
        at = piece.end


def _tag(page: str, start: int) -> Piece:
    """A tag, a comment or a script; a lone angle bracket is text."""
    match = _TAG.match(page, start)
    if match is None:
        return Piece(start, start + 1)
    name = match[1].lower()
    if name.startswith("!--"):
        end = page.find("-->", start)
        return Piece(start, len(page) if end < 0 else end + 3, "!--")
    if name not in _CLOSE:
        return Piece(start, match.end(), name, match[2])
    close = _CLOSE[name].search(page, match.end())
    return Piece(start, close.end() if close else len(page), name, match[2])
