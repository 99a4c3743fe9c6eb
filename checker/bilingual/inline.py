"""Inline tags to text: what a reader sees, and apart from it what stands for something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.bilingual.unit import Segment
from checker.bilingual.xml import Element, Piece
from checker.model import Anchor


def flattened(element: Element, language: str, role: Callable[[Element], str]) -> Segment:
    """The text of a segment.

    Args:
        element: `<source>`, `<target>`, `<seg>`.
        language: what the file says of it.
        role: what an inline element is: `text` where its content is text of the segment, `placeholder` where it stands
            for something that is not, `nothing` where it may be passed over.
    """
    texts: list[str] = []
    anchors: list[Anchor] = []
    placeholders: list[str] = []
    at, expected = 0, (0, 0)
    for item in _items(element, role):
        if isinstance(item, Element):
            placeholders.append(_shown(item))
            continue
        # The indentation of the file before the first word is none of the text's.
        text = item.text if at else item.text.lstrip()
        column = item.column + len(item.text) - len(text)
        if text and (item.line, column) != expected:
            anchors.append(Anchor(at, item.line, column))
        texts.append(text)
        at += len(text)
        expected = (item.line + 1, 1) if text == "\n" else (item.line, column + len(text))
    text = "".join(texts).rstrip()
    return Segment(text, language, tuple(anchors) or (Anchor(0, element.line),), tuple(placeholders))


def _items(element: Element, role: Callable[[Element], str]) -> Iterator[Piece | Element]:
    """The text of a segment in order, and between it its placeholders."""
    waiting: list[Piece | Element] = element.children[::-1]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Piece):
            yield item
        elif (kind := role(item)) == "text":
            waiting.extend(item.children[::-1])
        elif kind == "placeholder":
            yield item


def _shown(element: Element) -> str:
    """A placeholder as it can be compared between two languages."""
    name = element.get("equiv-text") or element.get("equiv") or element.get("id") or element.get("x")
    return name or element.text().strip() or element.tag
