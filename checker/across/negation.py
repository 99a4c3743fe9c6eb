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
    if not plain or _denies(other, other_language, *_tables(words[other_language], "any", "none")):
        return None
    if _restricts(other, other_language, words) and not _restricts(own, language, words):
        return None
    # A word that the translation keeps as it is belongs to a language of programs: NOT NULL, "always" or "never".
    return next((one for one in plain if not _is_kept(own[one.start : one.end], other)), None)


def _restricts(text: str, language: str, words: Mapping[str, Any]) -> bool:
    """Whether the text holds an `only`, which denies all else."""
    return _denies(text, language, *_tables(words[language], "only"))


def _tables(words: Mapping[str, Any], *keys: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.get(key, ())) for key in keys)


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
    # In front of a hyphen it is part of another word: non-free.
    whole = (match for match in WORD.finditer(folded) if folded[match.end() : match.end() + 1] != "-")
    found = ((normal(match.group()), match) for match in whole)
    return tuple(Denial(*match.span()) for word, match in found if word in plain or word.endswith("n't"))


@lru_cache(maxsize=256)
def _denies(text: str, language: str, held: tuple[str, ...], none: tuple[str, ...] = ()) -> bool:
    """Whether anything in the text may deny.

    Args:
        text: as read.
        language: its code.
        held: words that may, with a star for any ending or beginning; in scripts without spaces signs.
        none: words that do not, though they begin or end so; where both fit, the longer one decides.
    """
    folded = fold(text).lower()
    if tables(language).settings.get("script"):
        return any(sign in folded for sign in held)
    if any(phrase in folded for phrase in held if " " in phrase):
        return True
    found = {normal(part) for match in WORD.finditer(folded) for part in (match.group(), *match.group().split("'"))}
    return any((fit := _fit(word, held)) and fit > _fit(word, none) for word in found)


def _fit(word: str, forms: tuple[str, ...]) -> int:
    """How many letters of a word are those of the form that fits it best; none where none does."""
    starts, ends, exact = _forms(forms)
    if word in exact:
        return len(word) + 1
    sizes = range(len(word), 0, -1)
    start = next((size for size in sizes if word[:size] in starts), 0)
    return max(start, next((size for size in sizes if word[-size:] in ends), 0))


@lru_cache(maxsize=64)
def _forms(forms: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Beginnings, endings and whole words."""
    starts = frozenset(form[:-1] for form in forms if form.endswith("*"))
    ends = frozenset(form[1:] for form in forms if form.startswith("*"))
    return starts, ends, frozenset(forms)
