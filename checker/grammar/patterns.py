"""Word lists as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD_BEFORE = re.compile(r"([^\W\d_]+-?)[ ,(\"'\u2018\u201c-]{0,3}\Z")
_FIRST = re.compile(r"[^\W\d_]+|[^\w\s]")
_GOES_ON = re.compile(r"[^\W\d_]|['\u2019][a-rt-z]")
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


class Phrases:
    """Finds which of many phrases stands at a character, the longest first; hyphens and spaces are one.

    A table of first words: an alternation of so many would take longer to compile than a story to read.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in sorted({_plain(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase)):
            first = _FIRST.match(phrase)
            if first:
                self._by_first.setdefault(first.group(), []).append(phrase)
        self._longest = max((len(phrase) for group in self._by_first.values() for phrase in group), default=0)

    def at(self, text: str, start: int) -> str | None:
        """The phrase in lower case, its hyphens as spaces; None when none stands there as whole words."""
        first = _FIRST.match(text, start)
        group = self._by_first.get(first.group().lower()) if first else None
        if group is None:
            return None
        stretch = _plain(text[start : start + self._longest])
        for phrase in group:
            if stretch.startswith(phrase) and not _GOES_ON.match(text, start + len(phrase)):
                return phrase
        return None


def _plain(phrase: str) -> str:
    return phrase.lower().replace("-", " ")
