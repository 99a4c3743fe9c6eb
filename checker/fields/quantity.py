"""Figures with a unit: lengths, masses, temperatures, durations, ages, magnitudes.

Value: `Amount` with `unit`, a canonical singular (`kilometre`), in the unit as stated. Size: the distance of the two
amounts, in one unit, as a share of the larger, 0 to 1.
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
    """Quantities, by unit and amount.

    Args:
        words: the tables of `rules/quantity.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        general = words["tolerance"]
        self._amounts = Amounts(general)
        # A scale of its own needs a tolerance of its own: a tenth of a magnitude is a quarter more energy.
        self._special = {name: Amounts({**general, **own}) for name, own in words["tolerance_of"].items()}
        self._sizes = {
            unit: (dimension, Decimal(size))
            for dimension, units in words["size"].items()
            for unit, size in units.items()
        }
        self._offsets = {unit: Decimal(offset) for unit, offset in words["offset"].items()}

    def find(self, parsed: Parsed) -> Iterator[Claim[Amount]]:
        """Every quantity."""
        for figure in parsed.figures:
            if figure.kind == "quantity" and isinstance(figure.value, Amount):
                about = parsed.about(figure.start, figure.end)
                yield parsed.claim("quantity", figure.start, figure.end, figure.value, about)

    def differ(self, left: Claim[Amount], right: Claim[Amount]) -> Difference | None:
        """How two quantities differ; other units of one dimension are converted."""
        one, other = left.value, right.value
        dimension, _ = self._sizes[one.unit or ""]
        other_dimension, _ = self._sizes[other.unit or ""]
        if dimension != other_dimension:
            return Difference("measure")
        amounts = self._special.get(dimension, self._amounts)
        if one.unit == other.unit:
            return amounts.differ(one, other)
        converted = amounts.differ(self._based(one), self._based(other), converted=True)
        if one.amount == other.amount and converted and converted.name not in ("conversion", "bound", "range", "vague"):
            return Difference("unit", converted.size)
        return converted

    def _based(self, amount: Amount) -> Amount:
        """The amount in the base unit of its dimension."""
        unit = amount.unit or ""
        return replace(scaled(amount, self._sizes[unit][1], self._offsets.get(unit, Decimal(0))), unit=None)
