"""Where the paragraphs of a text are, however its lines are broken."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from unicodedata import east_asian_width

from checker.model import Story

_start, _end = attrgetter("start"), attrgetter("end")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAKS = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
# A longer line is a paragraph of its own: nobody wraps text so wide, unless none of the lines ends a sentence.
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
# Share of the lines of wrapped text, the last of each block aside, that come near its width.
_FULL_LINES = 0.8
_NEAR = 20
_ENDS = ".!?:;。！？：；।؟"
_OPENING = "'\"`‘“„«»「"


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a text as half-open character spans, without the white space around them.

    A blank line always ends a paragraph. A single line break does too, unless the line was wrapped there: the text
    keeps to one width and the next word would not have fitted, or the next line goes on in lower case after a line
    with no full stop.
    """
    blocks = _blocks(text)
    width = _wrap_width(text, blocks)
    spans: list[tuple[int, int]] = []
    for block in blocks:
        start, end = block[0]
        for line, after in itertools.pairwise(block):
            if _is_wrapped(text[line[0] : line[1]], text[after[0] : after[1]], width):
                end = after[1]
            else:
                spans.append((start, end))
                start, end = after
        spans.append((start, end))
    return tuple(spans)


def body(story: Story) -> list[tuple[int, int]]:
    """The paragraphs of the story as half-open character spans, without what was set aside."""
    return [(start, end) for start, end, _ in _stretches(story)]


def is_aside(story: Story, start: int, end: int) -> bool:
    """Whether a whole stretch of the story has been set aside, white space apart."""
    at = start
    first = bisect_right(story.set_aside, start, key=_end)
    for aside in story.set_aside[first : bisect_left(story.set_aside, end, key=_start)]:
        if aside.start <= at or story.text[at : aside.start].isspace():
            at = aside.end
    return at >= end or story.text[at:end].isspace()


def glued(story: Story) -> frozenset[int]:
    """The starts of those spans of `body` that go on with the sentence before them: only markup stands between."""
    if not any(aside.inline for aside in story.set_aside):
        return frozenset()
    return frozenset(start for start, _, goes_on in _stretches(story) if goes_on)


def _stretches(story: Story) -> Iterator[tuple[int, int, bool]]:
    """What is left of each paragraph, and whether it goes on with the sentence before it."""
    asides, first, last = story.set_aside, 0, -1
    for start, end in paragraphs(story.text):
        at = start
        while first < len(asides) and asides[first].end <= start:
            first += 1
        # A line break between two lines of one sentence may be markup.
        near = asides[max(0, first - 1) : first + 1]
        goes_on = any(aside.inline and aside.start <= last and start <= aside.end for aside in near)
        for aside in asides[first : bisect_left(asides, end, key=_start)]:
            if at < aside.start and not story.text[at : aside.start].isspace():
                yield at, aside.start, goes_on
                goes_on = True
            at = max(at, aside.end)
            goes_on = goes_on and aside.inline
        if at < end and not story.text[at:end].isspace():
            yield at, end, goes_on
        last = end


def _blocks(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines with no blank line between them, each line stripped."""
    blocks: list[list[tuple[int, int]]] = []
    last = -1
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        gap = text[last : match.start()]
        if last >= 0 and len(_BREAKS.findall(gap)) == 1:
            blocks[-1].append((start, start + len(stripped)))
        else:
            blocks.append([(start, start + len(stripped))])
        last = match.end()
    return blocks


def _wrap_width(text: str, blocks: list[list[tuple[int, int]]]) -> int:
    """The width to which the text was wrapped, 0 when its lines are not wrapped."""
    wrapped = [text[start:end] for block in blocks for start, end in block[:-1]]
    if not wrapped:
        return 0
    width = max(_columns(text[start:end]) for block in blocks for start, end in block)
    if width < _NARROWEST_WRAP or (width > _WIDEST_WRAP and any(line[-1] in _ENDS for line in wrapped)):
        return 0
    full = sum(_columns(line) >= width - _NEAR for line in wrapped)
    return width if full >= _FULL_LINES * len(wrapped) else 0


def _is_wrapped(line: str, after: str, width: int) -> bool:
    if after.lstrip(_OPENING)[:1].islower() and line[-1] not in ".!?:;\"'”’":
        return True
    return bool(width) and _columns(line) + 1 + _columns(after.split(None, 1)[0]) > width


def _columns(text: str) -> int:
    """How wide a text stands: a Chinese character takes the room of two letters."""
    return len(text) if text.isascii() else len(text) + sum(east_asian_width(sign) in "WF" for sign in text)
