"""The digits of a text, whatever separates them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,]\d+)?")
_DECADE = re.compile(r"(\d0)'?s\b")


def holds_digits(wanted: str, text: str) -> bool:
    """All figures of some words stand in a text, in any script's digits; the 80s stand in the 1980s.

    Args:
        wanted: words with digits in them; False for words without.
        text: where to look.
    """
    figures = [_bare(figure) for figure in _DIGITS.findall(wanted)]
    held = _figures(text)
    if figures and all(figure in held for figure in figures):
        return True
    decade = _DECADE.search(wanted)
    return decade is not None and any(figure.endswith(decade[1]) for figure in held if len(figure) in (2, 4))


@lru_cache(maxsize=256)
def _figures(text: str) -> frozenset[str]:
    """The figures of a text as digits alone; of a decade its two."""
    found = {_bare(figure) for figure in _DIGITS.findall(text)}
    return frozenset(found | {match[1] for match in _DECADE.finditer(text)})


def _bare(figure: str) -> str:
    return "".join(str(unicodedata.digit(character)) for character in figure if character.isdigit())
