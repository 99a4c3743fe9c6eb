"""Word lists as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD_BEFORE = re.compile(r"([^\W\d_]+-?)[ ,(\"'\u2018\u201c-]{0,3}\Z")
_REACH = 20


def either(words: Iterable[str]) -> str:
    """An alternation in which longer words win over their beginnings."""
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def ending(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds the longest of the phrases at the end of the searched stretch, an article behind it."""
    return re.compile(
        rf"(?<!\w)(?P<phrase>{either(phrases)})(?:[ \t\n]{{0,2}}|-|:[ ])(?:an? |the |of )?\Z", re.IGNORECASE
    )


def word_before(text: str, start: int) -> str:
    """The word before a character, in lower case; empty when there is none."""
    match = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return match[1].lower().rstrip("-") if match else ""
