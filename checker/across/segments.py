"""Passages of a translation that nobody translated, or that stand there twice; addresses, which no language changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from checker.across.code import ADDRESS
from checker.across.figures import WORD

_SENTENCE = re.compile(r"\S.*?(?:[.!?]+(?=\s|\Z)|[。！？।]+|$)", re.MULTILINE)
_ADDRESS = re.compile(ADDRESS)
# Between two spaces: an option, a path, an assignment, a call, what may be left out.
_CODED = re.compile(r"^[(\"']?-|[=_/\\\[\]{}<>|$%#@]|\(\)|::|\w\.\w")
# The headings of a table.
_COLUMNS = re.compile(r"\S {3}\s{0,99}\S")
# One word of a list.
_LISTED = re.compile(r"(?:(?<=[,;(])|(?<=, )|(?<=^))\w{1,40}[,;)]")


class Passage(NamedTuple):
    """A stretch of a text."""

    start: int
    end: int


def untranslated(original: str, translation: str, words: Mapping[str, Any]) -> Passage | None:
    """The whole of a paragraph, where it is the same in both languages; None where it is translated, or names alone.

    Args:
        original: a paragraph.
        translation: that of the other text.
        words: the tables of `rules/segment.toml`.
    """
    if original.strip() != translation.strip() or _COLUMNS.search(translation.strip()):
        return None
    start = len(translation) - len(translation.lstrip())
    return Passage(start, start + len(translation.strip())) if _is_prose(translation, words) else None


def doubled(original: str, translation: str, words: Mapping[str, Any]) -> Passage | None:
    """The second of two equal sentences in a row, unless the original says something twice too."""
    if _twice(original, words) is not None:
        return None
    return _twice(translation, words)


def addresses(text: str) -> dict[str, Passage]:
    """The addresses of pages and of mail in a text."""
    found = ((match.group().rstrip(".,;:!?。、"), match.start()) for match in _ADDRESS.finditer(text))
    return {said: Passage(start, start + len(said)) for said, start in found}


def _twice(text: str, words: Mapping[str, Any]) -> Passage | None:
    for one, other in pairwise(_SENTENCE.finditer(text)):
        said = other.group().strip()
        if said == one.group().strip() and _is_prose(said, words):
            start = other.start() + len(other.group()) - len(other.group().lstrip())
            return Passage(start, start + len(said))
    return None


def _is_prose(text: str, words: Mapping[str, Any]) -> bool:
    """It holds words enough that are neither names nor those of a program: options, paths, lists of values."""
    told = " ".join(part for part in text.split() if not _CODED.search(part))
    found = WORD.findall(told)
    cased = any(word[0].isupper() or word[0].islower() for word in found)
    if not cased:
        return bool(sum(map(len, found)) >= words["characters"])
    running = WORD.findall(_LISTED.sub(" ", told))
    return bool(len(running) >= words["words"] and sum(word[0].islower() for word in running) >= words["small"])
