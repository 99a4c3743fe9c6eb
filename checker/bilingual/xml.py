"""XML from strangers, read by expat: it tells the line and column of every stretch of text, which a tree does not.

No entity is declared or resolved beyond the five of XML itself, no DTD is loaded, nothing is fetched; size, depth and
number of elements are limited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from checker.errors import StoryError
from checker.read.encoding import decode_strictly

_DECLARED = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,40})[\"']")
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_SAMPLE = 400


@dataclass(slots=True)
class Piece:
    """A stretch of text that stands in the file as it is, on one line or with the file's own line breaks."""

    text: str
    line: int
    column: int


@dataclass(slots=True)
class Element:
    """An element; `tag` is its name without the namespace."""

    tag: str
    namespace: str
    attributes: Mapping[str, str]
    line: int
    children: list[Element | Piece] = field(default_factory=list)

    def elements(self, *tags: str) -> Iterator[Element]:
        """The children of these names, all of them where none is given."""
        for child in self.children:
            if isinstance(child, Element) and (not tags or child.tag in tags):
                yield child

    def first(self, tag: str) -> Element | None:
        """The first child of this name."""
        return next(self.elements(tag), None)

    def descendants(self, *tags: str) -> Iterator[Element]:
        """The elements of these names anywhere inside, in the order of the file."""
        waiting = list(self.elements())[::-1]
        while waiting:
            element = waiting.pop()
            if element.tag in tags:
                yield element
            waiting.extend(list(element.elements())[::-1])

    def text(self) -> str:
        """All text inside, without the tags."""
        found: list[str] = []
        waiting: list[Element | Piece] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Piece):
                found.append(item.text)
            else:
                waiting.extend(item.children[::-1])
        return "".join(found)

    def get(self, name: str) -> str:
        """An attribute without namespace, empty where there is none."""
        return self.attributes.get(name, "").strip()

    @property
    def language(self) -> str:
        """What `xml:lang` says."""
        return self.attributes.get(_LANGUAGE, "").strip() or self.get("lang")


def is_xml(data: bytes) -> bool:
    """By the first character, in whatever encoding."""
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def parse(data: bytes, words: Mapping[str, Any]) -> Element:
    """The root element.

    Args:
        data: the whole file.
        words: the tables of `rules/read.toml`.

    Raises:
        StoryError: it is not well formed, declares entities, is in another encoding than it says, or is too large.
    """
    text = _decoded(data)
    reader = _Reader(words["bilingual"])
    try:
        reader.parser.Parse(text.encode("utf-8", "surrogatepass"), True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError as error:
        raise StoryError(f"line {error.lineno}: not well-formed XML: {expat.ErrorString(error.code)}") from error
    return reader.root


def _decoded(data: bytes) -> str:
    match = _DECLARED.match(data[:_SAMPLE])
    return decode_strictly(data, match[1].decode("ascii") if match else None)


class _Reader:
    """Builds the tree while expat reads."""

    def __init__(self, limits: Mapping[str, int]) -> None:
        self._limits = limits
        self._open: list[Element] = []
        self._count = 0
        self.root = Element("", "", {}, 1)
        # The text has been decoded: what the file declares no longer holds.
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._skipped

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > self._limits["elements"]:
            raise StoryError(f"too large: more than {self._limits['elements']:,} elements")
        if len(self._open) >= self._limits["depth"]:
            raise StoryError(f"line {self.parser.CurrentLineNumber}: elements nested too deep")
        namespace, _, tag = name.rpartition(" ")
        element = Element(tag, namespace, attributes, self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        # Line breaks and the file's own escapes come in pieces of their own, each with its place.
        self._open[-1].children.append(Piece(text, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1))

    def _entity(self, name: str, *_: object) -> None:
        raise StoryError(f"line {self.parser.CurrentLineNumber}: declares an entity, &{name};, which is not allowed")

    def _skipped(self, name: str, _parameter: bool) -> None:  # noqa: FBT001 - expat calls it so
        raise StoryError(f"line {self.parser.CurrentLineNumber}: uses an entity that nothing declares, &{name};")
