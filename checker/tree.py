"""The parse of a story as plain records.

spaCy's tokens make their strings, and the tokens beside them, anew at each question; who asks many is twice as fast
with these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS = ("POS", "TAG", "DEP", "LOWER", "LEMMA")


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
    """

    __slots__ = ("children", "dep", "end", "head", "i", "idx", "lemma", "lower", "pos", "tag")

    def __init__(self, i: int, idx: int, end: int) -> None:
        self.i, self.idx, self.end = i, idx, end
        self.pos = self.tag = self.dep = self.lower = self.lemma = ""
        self.head: Node = self
        self.children: tuple[Node, ...] = ()

    @property
    def ancestors(self) -> Iterator[Node]:
        """What governs it, up to the root."""
        node = self
        while node.head is not node:
            node = node.head
            yield node


def tree(doc: Doc) -> tuple[Node, ...]:
    """The words of a story, each with its head and its children."""
    names = _Names(doc)
    nodes = [Node(token.i, token.idx, token.idx + len(token)) for token in doc]
    below: list[list[Node]] = [[] for _ in nodes]
    for node, token, row in zip(nodes, doc, doc.to_array(list(_COLUMNS)).tolist(), strict=True):
        node.pos, node.tag, node.dep, node.lower, lemma = (names[number] for number in row)
        node.lemma = lemma.lower()
        node.head = nodes[token.head.i]
        if node.head is not node:
            below[node.head.i].append(node)
    for node, children in zip(nodes, below, strict=True):
        node.children = tuple(children)
    return tuple(nodes)


class _Names(dict[int, str]):
    """The strings of spaCy's numbers, each looked up once."""

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self._strings = doc.vocab.strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self._strings[number]
        return found
