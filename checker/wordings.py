"""Terms found again in running text, in whatever form the grammar gives them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.glossary import Term

_PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text: which one of those looked for, and where."""

    term: int
    start: int
    end: int


class Finder:
    """Looks for terms.

    Args:
        terms: what is looked for.
        words: the tables of `rules/glossary.toml`.
    """

    def __init__(self, terms: Sequence[Term], words: Mapping[str, Any]) -> None:
        self._forms: Mapping[str, Any] = words["forms"]
        self._joins = frozenset(words["forms"]["joins"])
        self._terms = tuple(terms)
        self._pieces = [tuple(_PIECE.findall(unicodedata.normalize("NFKC", term.text))) for term in terms]
        self._closed: list[int] = []
        self._opening: dict[str, list[int]] = defaultdict(list)
        for place, pieces in enumerate(self._pieces):
            if not pieces:
                continue
            if self._is_closed(terms[place].text):
                self._closed.append(place)
            else:
                self._opening[self._key(pieces[0])].append(place)

    def find(self, text: str, language: str) -> list[Found]:
        """Every term that stands in the text, word for word but for its endings; of two that overlap the longer one.

        Args:
            text: the text.
            language: its language, whose endings terms of no language have.
        """
        words = [(match.group(), *match.span()) for match in _PIECE.finditer(text)]
        found = [
            Found(place, start, words[at + len(self._pieces[place]) - 1][2])
            for at, (word, start, _) in enumerate(words)
            for place in self._opening.get(self._key(word), ())
            if self._stands(place, words, at, text, language)
        ]
        for place in self._closed:
            wanted = self._terms[place].text
            found += [Found(place, m.start(), m.end()) for m in re.finditer(re.escape(wanted), text, re.IGNORECASE)]
        return sorted(_longest(found), key=lambda one: (one.start, one.end, one.term))

    def may_hold(self, text: str, place: int) -> bool:
        """Whether all the telling words of a term stand somewhere in the text, in compounds and other forms too."""
        wanted = self._terms[place].text
        if self._is_closed(wanted):
            return _fold(wanted) in _fold(text)
        held = [_fold(word) for word in _PIECE.findall(text)]
        least: int = self._forms["telling"]
        pieces = [piece for piece in self._pieces[place] if len(piece) >= least] or self._pieces[place]
        return all(any(self._begins(_fold(piece), word) for word in held) for piece in pieces)

    def _is_closed(self, text: str) -> bool:
        """Written without spaces, or with words run together at their beginnings."""
        return any(unicodedata.name(letter, "").startswith(tuple(self._forms["closed"])) for letter in text)

    def _key(self, word: str) -> str:
        return _fold(word)[: self._forms["key"]]

    def _stands(self, place: int, words: Sequence[tuple[str, int, int]], at: int, text: str, spoken: str) -> bool:
        pieces = self._pieces[place]
        if at + len(pieces) > len(words):
            return False
        language = self._terms[place].language or spoken
        for step, piece in enumerate(pieces):
            word, start, _ = words[at + step]
            if step and text[words[at + step - 1][2] : start] not in self._joins:
                return False
            if not self._is_form(piece, word, language):
                return False
        return True

    def _is_form(self, piece: str, word: str, language: str) -> bool:
        """Whether a word is an inflected form of a piece of a term."""
        if any(letter.isupper() for letter in piece[1:]):
            # NATO is no form of Nato's, and US none of us.
            return word in (piece, f"{piece}s")
        one, other = _fold(piece), _fold(word)
        if one == other:
            return True
        endings = self._forms["endings"].get(language)
        if endings is not None:
            return any(_inflected(one, ending) == other for ending in endings)
        root = one[: -self._forms["cut"]]
        if len(root) < self._forms["least"]:
            return False
        return other.startswith(root) and len(other) - len(root) <= self._forms["ending"]

    def _begins(self, piece: str, word: str) -> bool:
        """The word is a form of the piece, or a compound with it; far looser than `_is_form`."""
        if len(piece) < self._forms["least"]:
            return piece == word
        root = piece[: -self._forms["loose_cut"]] if len(piece) > self._forms["long"] else piece[: -self._forms["cut"]]
        return root in word if len(root) >= self._forms["least"] else word.startswith(root)


def _fold(text: str) -> str:
    """Without case and accents: Anwälte begins as Anwalt does."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()


def _inflected(word: str, ending: str) -> str:
    """`-y+ies` takes one ending for another."""
    if not ending.startswith("-"):
        return word + ending
    old, new = ending[1:].split("+")
    return word.removesuffix(old) + new if word.endswith(old) else ""


def _longest(found: Sequence[Found]) -> Iterator[Found]:
    """Without those that stand inside a longer one."""
    for one in found:
        size = one.end - one.start
        if not any(
            other.start <= one.start and one.end <= other.end and other.end - other.start > size for other in found
        ):
            yield one
