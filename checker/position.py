"""Where in its file a character of a story stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from checker.model import Origin, Story

_BREAK = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place in a file; line and column are counted from 1, the column in characters."""

    path: str
    line: int
    column: int


def position(story: Story, offset: int) -> Position:
    """The place of one character of `Story.text`: for a side of a comparison `position(story, side.claim.start)`.

    A story that comes from no file has its name for a path. In a file without lines (docx) the line is the number of
    the paragraph.
    """
    origin = story.origin or Origin(story.name)
    anchor = origin.anchors[bisect_right(origin.anchors, offset, key=lambda anchor: anchor.start) - 1]
    breaks = list(_BREAK.finditer(story.text, anchor.start, offset))
    if not breaks:
        return Position(origin.path, anchor.line, anchor.column + offset - anchor.start)
    return Position(origin.path, anchor.line + len(breaks), offset - breaks[-1].end() + 1)
