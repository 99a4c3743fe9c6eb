"""Where the words of a story stand in the page that it was taken from."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from checker.model import Anchor
from checker.read.tags import pieces

_WORD = re.compile(r"\S+")
_PARAGRAPH = re.compile(r"[^\n]+")


def found_again(page: str, text: str) -> tuple[Anchor, ...]:
    """The places of a story's words in the page, by searching each paragraph behind the one before it.

    A paragraph that is not found, since the page writes it otherwise, is given the place of the one before it.

    Args:
        page: the source of the page.
        text: the story, in paragraphs.
    """
    words = list(_words(page))
    starts = [0, *accumulate(len(word) for word, _, _ in words)]
    whole = "".join(word for word, _, _ in words)
    anchors = [Anchor(0, 1)]
    at = 0
    for paragraph in _PARAGRAPH.finditer(text):
        wanted = "".join(paragraph.group().split())
        found = whole.find(wanted, at)
        # A headline stands in <title> too, and menus may repeat what stands further up.
        found = found if found >= 0 else whole.find(wanted)
        if found < 0:
            anchors.append(Anchor(paragraph.start(), anchors[-1].line, anchors[-1].column))
            continue
        at = found + len(wanted)
        for word in _WORD.finditer(text, paragraph.start(), paragraph.end()):
            place = bisect_right(starts, found) - 1
            _, line, column = words[min(place, len(words) - 1)]
            _add(anchors, word.start(), line, column + found - starts[place])
            found += len(word.group())
    return tuple(anchors[1:] if len(anchors) > 1 and anchors[1].start == 0 else anchors)


def _add(anchors: list[Anchor], start: int, line: int, column: int) -> None:
    last = anchors[-1]
    if (line, column) != (last.line, last.column + start - last.start):
        anchors.append(Anchor(start, line, column))


def _words(page: str) -> Iterator[tuple[str, int, int]]:
    """Every word between the tags, with its line and column."""
    line, begins = 1, 0
    at = 0
    for start, end, tag, _ in pieces(page):
        if tag:
            continue
        line += page.count("\n", at, start)
        begins = max(begins, page.rfind("\n", at, start) + 1)
        at = start
        for match in _WORD.finditer(page, start, end):
            line += page.count("\n", at, match.start())
            begins = max(begins, page.rfind("\n", at, match.start()) + 1)
            at = match.start()
            word = "".join(html.unescape(match.group()).split())
            if word:
                yield word, line, at - begins + 1
