"""The trade of somebody's father or mother: the daughter of a fisherman; her father, a stonemason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.bearings import person_before

if TYPE_CHECKING:
    from checker.parsed import Parsed


class Parents:
    """Finds what a story calls somebody's parents.

    Args:
        words: the table `[parents]` of `rules/role.toml`.
        trades: nouns of trades.
    """

    def __init__(self, words: Mapping[str, Any], trades: Mapping[str, Any]) -> None:
        named = "|".join(re.escape(trade) for trade in sorted(trades, key=lambda trade: (-len(trade), trade)))
        self._back: int = words["back"]
        self._forms = [
            (thing, re.compile(rf"\b(?:{form}) an? (?:[a-z-]{{1,15}} ){{0,2}}?({named})\b", re.IGNORECASE))
            for thing, form in words["forms"].items()
        ]

    def find(self, parsed: Parsed) -> Iterator[tuple[str, str, int, int]]:
        """Which parent, whose, and where the trade stands."""
        for thing, form in self._forms:
            for match in form.finditer(parsed.text):
                owner = self._whose(parsed, match.start(), match.end())
                if owner:
                    yield thing, owner, match.start(1), match.end(1)

    def _whose(self, parsed: Parsed, start: int, end: int) -> str:
        """The one person of the sentence, else the last one named before it."""
        sentence = parsed.sentence_at(start)
        people = {
            mention.name
            for mention in parsed.mentions
            if mention.kind == "person" and sentence.start <= mention.start < sentence.end
        }
        if people:
            return people.pop() if len(people) == 1 else ""
        return person_before(parsed, sentence.start, self._back) if end <= sentence.end else ""
