"""Where the paragraphs of a text are, however its lines are broken."""

from __future__ import annotations

import itertools
import re

from checker.model import Story

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAKS = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
# A line this long is a paragraph of its own: nobody wraps text so wide.
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
# Share of the lines of wrapped text, the last of each block aside, that come near its width.
_FULL_LINES = 0.8
_NEAR = 20


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a text as half-open character spans, without the white space around them.

    A blank line always ends a paragraph. A single line break does too, unless the line was wrapped there: the text
    keeps to one width and the next word would not have fitted, or the next line goes on in lower case after a line
    with no full stop.
    """
    blocks = _blocks(text)
    width = _wrap_width(blocks)
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
    spans = []
    for start, end in paragraphs(story.text):
        at = start
        for aside in story.set_aside:
            if aside.start < end and at < aside.end:
                if at < aside.start:
                    spans.append((at, aside.start))
                at = max(at, aside.end)
        if at < end:
            spans.append((at, end))
    return [(start, end) for start, end in spans if not story.text[start:end].isspace()]


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


def _wrap_width(blocks: list[list[tuple[int, int]]]) -> int:
    """The width to which the text was wrapped, 0 when its lines are not wrapped."""
    wrapped = [end - start for block in blocks for start, end in block[:-1]]
    if not wrapped:
        return 0
    width = max(end - start for block in blocks for start, end in block)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = sum(length >= width - _NEAR for length in wrapped)
    return width if full >= _FULL_LINES * len(wrapped) else 0


def _is_wrapped(line: str, after: str, width: int) -> bool:
    if after[0].islower() and line[-1] not in ".!?:;\"'”’":
        return True
    return bool(width) and len(line) + 1 + len(after.split(None, 1)[0]) > width
