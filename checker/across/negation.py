"""A `not` of a text that nothing in the other language answers.

Negation is said in many ways, so that only the plain word asks for an answer, and anything that may deny is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.tables import normal, tables


class Denial(NamedTuple):
    """Where a text denies."""

    start: int
    end: int


def unanswered(own: str, language: str, other: str, other_language: str, words: Mapping[str, Any]) -> Denial | None:
    """The first plain denial of a text, where the other one denies nothing in any way; None else.

    Args:
        own: a text.
        language: its language.
        other: its translation or original.
        other_language: the language of that.
        words: `[negation]` of `rules/across.toml`, by language.
    """
    if language not in words or other_language not in words:
        return None
    plain = _plain(own, language, tuple(words[language]["plain"]), tuple(words[language].get("idle", ())))
    if not plain or _denies(other, other_language, tuple(words[other_language]["any"])):
        return None
    if _restricts(other, other_language, words) and not _restricts(own, language, words):
        return None
    # A word that the translation keeps as it is belongs to a language of programs: NOT NULL, "always" or "never".
    return next((one for one in plain if not _is_kept(own[one.start : one.end], other)), None)


def _restricts(text: str, language: str, words: Mapping[str, Any]) -> bool:
    """Whether the text holds an `only`, which denies all else."""
    return _denies(text, language, tuple(words[language].get("only", ())))


def _is_kept(word: str, other: str) -> bool:
    """The word itself stands in the other text."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", other) is not None


@lru_cache(maxsize=256)
def _plain(text: str, language: str, plain: tuple[str, ...], idle: tuple[str, ...]) -> tuple[Denial, ...]:
    """The words that deny; none where the text holds a phrase in which such a word denies nothing."""
    folded = fold(text)
    low = folded.lower()
    if any(phrase in low for phrase in idle):
        return ()
    if tables(language).settings.get("script"):
        signs = ((at, at + len(sign)) for sign in plain if (at := low.find(sign)) >= 0)
        first = min(signs, default=None)
        return (Denial(*first),) if first else ()
    found = ((normal(match.group()), match) for match in WORD.finditer(folded))
    return tuple(Denial(*match.span()) for word, match in found if word in plain or word.endswith("n't"))


@lru_cache(maxsize=256)
def _denies(text: str, language: str, held: tuple[str, ...]) -> bool:
    """Whether anything in the text may deny."""
    folded = fold(text).lower()
    if tables(language).settings.get("script"):
        return any(sign in folded for sign in held)
    if any(phrase in folded for phrase in held if " " in phrase):
        return True
    found = [normal(part) for match in WORD.finditer(folded) for part in (match.group(), *match.group().split("'"))]
    starts = tuple(word[:-1] for word in held if word.endswith("*"))
    ends = tuple(word[1:] for word in held if word.startswith("*"))
    exact = frozenset(held)
    return any(word in exact or word.startswith(starts) or (bool(ends) and word.endswith(ends)) for word in found)
