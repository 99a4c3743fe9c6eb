"""Which characters of a wording differ from another wording."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

# Signs that belong to the letter before them: accents, points, the vowels of Indic and Thai.
_SIGNS = (
    r"\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0fff"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_WORDS = re.compile(rf"\d[\d.,]*\d|\d|[^\W\d][\w{_SIGNS}]*|\s+|\W")
# A figure this short is read at a glance, and marked whole.
_SHORT_FIGURE = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording.

    Attributes:
        text: its characters.
        differs: the other wording has something else in this place.
    """

    text: str
    differs: bool = False


def marked(text: str, others: Iterable[str], alike: float) -> tuple[Piece, ...]:
    """The wording cut into pieces, those that differ from the most similar of the others marked.

    Words are set against words first, so that a mark stays inside a word only where the two words are one word written
    in two ways; a word that has no likeness is marked whole. Upper and lower case are the same.

    Args:
        text: the wording.
        others: the wordings of the other side; with none nothing is marked.
        alike: from this likeness on (0 to 1) two words are one word written in two ways.
    """
    nearest = max(others, key=lambda other: (Indel.normalized_similarity(text, other), other), default=None)
    if nearest is None:
        return (Piece(text),)
    here, there = _WORDS.findall(text), _WORDS.findall(nearest)
    pieces: list[Piece] = []
    # Where one word stands in two ways, that is the difference: a title before it, or a noun after it, is not.
    settled: list[int] = []
    for op in Levenshtein.opcodes(_folded(here), _folded(there)):
        ours = here[op.src_start : op.src_end]
        if op.tag == "replace":
            for word, other in zip(ours, there[op.dest_start : op.dest_end], strict=True):
                inside = _within(word, other, alike)
                if inside:
                    settled.extend((len(pieces), len(pieces) + len(inside)))
                pieces.extend(inside or [Piece(word, differs=True)])
        else:
            pieces.append(Piece("".join(ours), op.tag == "delete"))
    if settled:
        first, last = settled[0], settled[-1]
        pieces = [Piece(piece.text, piece.differs and first <= i < last) for i, piece in enumerate(pieces)]
    joined = _joined(pieces)
    # Where nothing is shared there is nothing to point at: the whole wording differs, and stands in a cell of its own.
    return (Piece(text),) if len(here) > 1 and all(piece.differs for piece in joined) else joined


def _folded(words: list[str]) -> list[str]:
    return [" " if word.isspace() else word.casefold() for word in words]


def _within(word: str, other: str, alike: float) -> list[Piece]:
    """One word written in two ways, the characters that differ marked; nothing when they are two words."""
    ours, theirs = word.lower(), other.lower()
    figures = ours[0].isdigit() and theirs[0].isdigit()
    likeness = Levenshtein.normalized_similarity(ours, theirs)
    if not figures and likeness < alike:
        return []
    if likeness < alike or len(ours) != len(word) or len(word) <= _SHORT_FIGURE * figures or _composed(word):
        return [Piece(word, differs=True)]
    return [Piece(word[op.src_start : op.src_end], op.tag != "equal") for op in Levenshtein.opcodes(ours, theirs)]


def _composed(word: str) -> bool:
    """Whether a mark inside the word would tear a letter from its signs."""
    return any(unicodedata.category(char).startswith("M") for char in word)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind made one, empty ones dropped; white space between two marks is marked with them."""
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].differs == piece.differs:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.differs)
        elif piece.differs and len(joined) > 1 and joined[-1].text.isspace():
            space = joined.pop().text
            joined[-1] = Piece(joined[-1].text + space + piece.text, differs=True)
        else:
            joined.append(piece)
    return tuple(joined)
