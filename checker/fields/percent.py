"""Shares, percentage points and basis points.

Value: `Amount` with `unit`: `percent`, `percentage point`, `basis point`, `per mille`. Size: the distance of the two
amounts as a share of the larger, 0 to 1.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.amounts import Amounts, scaled
from checker.model import Amount, Claim, Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.parsed import Parsed


class Field:
    """Shares, by amount and by what they are shares of.

    Args:
        words: the tables of `rules/percent.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._amounts = Amounts(words["tolerance"])
        self._sizes = {
            unit: (dimension, Decimal(size))
            for dimension, units in words["size"].items()
            for unit, size in units.items()
        }

    def find(self, parsed: Parsed) -> Iterator[Claim[Amount]]:
        """Every share."""
        for figure in parsed.figures:
            if figure.kind == "percent" and isinstance(figure.value, Amount):
                about = parsed.about(figure.start, figure.end)
                yield parsed.claim("percent", figure.start, figure.end, figure.value, about)

    def differ(self, left: Claim[Amount], right: Claim[Amount]) -> Difference | None:
        """How two shares differ; percent and percentage points are never the same."""
        one, other = left.value, right.value
        if one.unit == other.unit:
            return self._amounts.differ(one, other)
        (dimension, size), (other_dimension, other_size) = self._sizes[one.unit or ""], self._sizes[other.unit or ""]
        if dimension == other_dimension:
            alike = replace(other, unit=one.unit)
            return self._amounts.differ(one, scaled(alike, other_size / size), converted=True)
        return Difference("points" if one.amount == other.amount else "measure", 0.0)
