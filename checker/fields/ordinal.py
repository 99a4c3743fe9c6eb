"""Places in a row: the 18th protest, the fourth goal.

Value: `Wording` with the number as its word (`18th`) and the lemma of what is counted as its head. First to third are
left out: they come and go with the wording (`for the first time`, `a second later`). Size: 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checker.model import Amount, Claim, Difference, Wording
from checker.parsed import Figure, Parsed


class Field:
    """Ordinal numbers.

    Args:
        words: the tables of `rules/ordinal.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._least = words["least"]
        self._reach = words["reach"]

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every ordinal from the least on that stands before a noun."""
        for figure in parsed.figures:
            if figure.kind == "ordinal" and isinstance(figure.value, Amount) and figure.value.amount >= self._least:
                noun = self._noun(parsed, figure)
                if noun:
                    about = replace(parsed.about(figure.start, figure.end), thing=noun, canonical=False)
                    value = Wording((f"{figure.value.amount:f}th",), head=noun)
                    yield parsed.claim("ordinal", figure.start, figure.end, value, about)

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """Another place in the row."""
        return None if left.value.words == right.value.words else Difference("other", 1.0)

    def _noun(self, parsed: Parsed, figure: Figure) -> str:
        span = parsed.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        if span is None:
            return ""
        following = parsed.doc[span.end : span.end + self._reach]
        return next((token.lemma_.lower() for token in following if token.pos_ == "NOUN"), "")
