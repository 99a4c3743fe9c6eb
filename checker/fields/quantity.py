"""Figures with a unit: lengths, masses, temperatures, durations, ages, magnitudes.

Value: `Amount` with `unit`, a canonical singular (`kilometre`), in the unit as stated. Size: the distance of the two
amounts, in one unit, as a share of the larger, 0 to 1.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

from checker.amounts import Amounts, scaled
from checker.model import Amount, Claim, Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.parsed import Parsed


_FIVE = 5
# From a hundred on nobody rounds to fives.
_SMALL = 100


class Field:
    """Quantities, by unit and amount.

    Args:
        words: the tables of `rules/quantity.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        general = words["tolerance"]
        self._amounts = Amounts(general)
        self._alike: float = general["about"]
        # A scale of its own needs a tolerance of its own: a tenth of a magnitude is a quarter more energy.
        self._special = {name: Amounts({**general, **own}) for name, own in words["tolerance_of"].items()}
        self._sizes = {
            unit: (dimension, Decimal(size))
            for dimension, units in words["size"].items()
            for unit, size in units.items()
        }
        self._others = {unit: tuple(map(Decimal, sizes)) for unit, sizes in words["other_sizes"].items()}
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
        found = [
            amounts.differ(*pair, converted=True, rounding=self._rounding(one, other))
            for pair in self._in_base(one, other)
        ]
        converted = next(
            (difference for difference in found if difference and difference.name == "conversion"), found[0]
        )
        if one.amount == other.amount and converted and converted.name not in ("conversion", "bound", "range", "vague"):
            # "25 yards (25 metres)" is near enough, "25 miles (25 km)" was not converted.
            return Difference("conversion" if converted.size <= self._alike else "unit", converted.size)
        return converted

    def _rounding(self, one: Amount, other: Amount) -> Decimal:
        """By how much the two may be off in the base unit, rounded as small figures are.

        "2 km (one mile)": nobody writes 1.24 miles. "About 20 km (15 miles)": in steps of five.
        """
        if one.about or other.about:
            steps = [_FIVE if amount.amount % _FIVE == 0 else 1 for amount in (one, other)]
            pairs = zip((one, other), steps, strict=True)
            return sum((self._size(amount) * step / 2 for amount, step in pairs if amount.amount < _SMALL), Decimal(0))
        whole = [self._size(amount) / 2 for amount in (one, other) if amount.precision <= 1]
        return max(whole, default=Decimal(0))

    def _size(self, amount: Amount) -> Decimal:
        return self._sizes[amount.unit or ""][1] * min(amount.precision, Decimal(1))

    def _in_base(self, one: Amount, other: Amount) -> list[tuple[Amount, Amount]]:
        """Two amounts in the base unit of their dimension, first by the usual sizes, then by all others."""
        return list(product(self._based(one), self._based(other)))

    def _based(self, amount: Amount) -> list[Amount]:
        """The amount in the base unit of its dimension, for each size that its unit may have."""
        unit = amount.unit or ""
        offset = self._offsets.get(unit)
        if offset is not None:
            # Nobody rounds a temperature to tens.
            amount = replace(amount, precision=min(amount.precision, Decimal(1)))
        sizes = (self._sizes[unit][1], *self._others.get(unit, ()))
        return [replace(scaled(amount, size, offset or Decimal(0)), unit=None) for size in sizes]
