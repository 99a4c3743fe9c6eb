"""The parse of a story as plain records.

spaCy's tokens make their strings, and the tokens beside them, anew at each question; who asks many is twice as fast
with these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WORDS: list[int | str] = ["POS", "TAG", "DEP", "LOWER", "LEMMA"]
_PLACES: list[int | str] = ["IDX", "LENGTH", "LIKE_NUM", "SENT_START", "HEAD"]


class Node:
    """A word or mark of a story.

    Attributes:
        i: its place in the story.
        idx, end: its characters, from and up to.
        pos, tag, dep: its part of speech, coarse and fine, and what it is to its head.
        lower: as written, in small letters.
        lemma: in small letters.
        head: what governs it; itself at the root of a sentence.
        children: what it governs, in order.
        nodes: all words of the story.
        opens: it is the first of its sentence.
        like_num: it looks like a number, in digits or words.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "idx",
        "lemma",
        "like_num",
        "lower",
        "nodes",
        "opens",
        "pos",
        "tag",
    )

    def __init__(self, i: int, nodes: Sequence[Node], place: Sequence[int], words: Sequence[str]) -> None:
        self.i = i
        self.nodes = nodes
        self.idx = place[0]
        self.end = place[0] + place[1]
        self.like_num, self.opens = bool(place[2]), place[3] == 1
        self.pos, self.tag, self.dep, self.lower, lemma = words
        self.lemma = lemma.lower()
        self.head: Node = self
        self.children: tuple[Node, ...] = ()

    @property
    def ancestors(self) -> Iterator[Node]:
        """What governs it, up to the root."""
        node = self
        while node.head is not node:
            node = node.head
            yield node


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a story in a row.

    Attributes:
        nodes: at least one.
        root: the one of them that governs the others.
    """

    nodes: Sequence[Node]
    root: Node

    @property
    def start(self) -> int:
        """The place of the first of them."""
        return self.nodes[0].i

    @property
    def end(self) -> int:
        """One past that of the last."""
        return self.nodes[-1].i + 1


def tree(doc: Doc) -> tuple[Node, ...]:
    """The words of a story, each with its head and its children."""
    names = _Names(doc)
    words = [[names[number] for number in row] for row in doc.to_array(_WORDS).tolist()]
    # A head is told by how far it is off, before or behind.
    places = doc.to_array(_PLACES).astype("int64").tolist()
    nodes: list[Node] = []
    nodes += (Node(i, nodes, place, row) for i, (place, row) in enumerate(zip(places, words, strict=True)))
    below: dict[int, list[Node]] = {}
    for node, (*_, far) in zip(nodes, places, strict=True):
        if far:
            node.head = nodes[node.i + far]
            below.setdefault(node.head.i, []).append(node)
    for i, children in below.items():
        nodes[i].children = tuple(children)
    return tuple(nodes)


class _Names(dict[int, str]):
    """The strings of spaCy's numbers, each looked up once."""

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self._strings = doc.vocab.strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self._strings[number]
        return found
