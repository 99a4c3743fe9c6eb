"""Titles of works, in quotation marks: two that are nearly one, each in one story only, are one work and a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.parsed import Parsed

_QUOTED = re.compile(r'["\u201c](?P<title>[A-Z][^"\u201c\u201d\n]{2,60}?)[,.]?["\u201d]')


class Titles:
    """Finds and compares them.

    Args:
        words: the table `title` of `rules/state.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._small = frozenset(words["small"])
        self._least, self._most = words["words"]
        self._share: float = words["share"]
        self._works = frozenset(words["works"])

    def find(self, parsed: Parsed) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Where each stands, and its words in small letters."""
        for found in _QUOTED.finditer(parsed.text):
            words = found["title"].rstrip("'").split()
            sentence = parsed.sentence_at(found.start()).span
            if not any(token.lemma_.lower() in self._works for token in sentence):
                continue
            capital = all(word[0].isupper() or word.lower() in self._small or word[0].isdigit() for word in words)
            if capital and self._least <= len(words) <= self._most and found["title"][-1] not in "!?":
                yield *found.span("title"), tuple(word.lower() for word in words)

    def are_near(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """As many words, one of which is another; what they share tells something."""
        if len(one) != len(other) or one == other:
            return False
        same = [a for a, b in zip(one, other, strict=True) if a == b]
        telling = [word for word in same if word not in self._small]
        return bool(telling) and len(same) >= len(one) - 1 and len(same) / len(one) >= self._share
