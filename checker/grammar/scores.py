"""Results of games and votes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from checker.grammar.measures import Measures
from checker.grammar.units import Units
from checker.model import Amount
from checker.parsed import Figure

_SCORE = re.compile(r"(\d{1,3})[-\u2013](\d{1,3})(?:[-\u2013](\d{1,3}))?(?![\w%]|[-\u2013./:]\w|,\d)")
_NEXT_WORD = re.compile(r"[ -](%|[a-z]+)")
_LETTERS = re.compile(r"[a-z]+")
_REACH = 16


class Scores:
    """What tells a result from a range, compiled from `[ranges]` and `[counted]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any], units: Units, measures: Measures) -> None:
        self._units, self._measures = units, measures
        self._words = frozenset(words["ranges"]["score"])
        self._counted = frozenset([*words["counted"]["nouns"], *words["ranges"]["nouns"]])

    def at(self, text: str, start: int) -> Figure | None:
        """The result that begins at a character, if one does: `3-2`, `220-210`."""
        match = _SCORE.match(text, start)
        if match is None or not self._is_score(text, match):
            return None
        return Figure("score", start, match.end(), Amount(Decimal(match[1]), amount_to=Decimal(match[2])))

    def _is_score(self, text: str, match: re.Match[str]) -> bool:
        if int(match[1]) >= int(match[2]) or match[3]:
            return True
        if self._measures.is_aged(text, match.start()) or self._units.after(text, match.end()):
            return False
        near = _LETTERS.findall(text[max(0, match.start() - _REACH) : match.start()].lower())
        noun = _NEXT_WORD.match(text, match.end())
        return not self._words.isdisjoint(near) or noun is None or not self._counts(noun[1])

    def _counts(self, noun: str) -> bool:
        return noun in self._counted or noun.endswith("s")
