"""Results of games and votes: 3-1, 220-210.

Value: `Wording` with the two figures as its words, the larger first: who won is told elsewhere. Size: 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checker.model import Amount, Claim, Difference, Wording
from checker.parsed import Parsed

RESULT = "result"


class Field:
    """Results.

    Args:
        words: the tables of `rules/score.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every result."""
        for figure in parsed.figures:
            value = figure.value
            if figure.kind == "score" and isinstance(value, Amount) and value.amount_to is not None:
                pair = sorted((value.amount, value.amount_to), reverse=True)
                about = replace(parsed.about(figure.start, figure.end), thing=RESULT, canonical=False)
                result = Wording(tuple(f"{number:f}" for number in pair), head=RESULT)
                yield parsed.claim("score", figure.start, figure.end, result, about)

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """Another result."""
        return None if left.value.words == right.value.words else Difference("other", 1.0)
