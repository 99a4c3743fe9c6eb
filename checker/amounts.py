"""How two figures differ, whatever they measure: the part that money, shares, quantities and counts have in common."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from checker.model import Amount, Difference

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIVE = 5
_STATED = attrgetter(*(field.name for field in fields(Amount) if field.name not in ("of", "precision")))
# A bound reaches short of the next round number, which would have been stated instead.
_SHORT = Decimal("0.99")
_HALF = Decimal("0.5")
_NONE = Decimal(0)


class Amounts:
    """Compares amounts by the tolerances of a field.

    Args:
        tolerance: the table `[tolerance]` of the field's rules file.
    """

    def __init__(self, tolerance: Mapping[str, Any]) -> None:
        self._about = Decimal(str(tolerance["about"]))
        self._bound = Decimal(str(tolerance["bound"]))
        self._conversion = Decimal(str(tolerance["conversion"]))
        self._rounded = [(Decimal(str(below)), Decimal(str(share))) for below, share in tolerance["rounded"]]
        self._vague = Decimal(str(tolerance["vague_below"])), Decimal(str(tolerance["vague_above"]))
        self._slips = frozenset(Decimal(slip) for slip in tolerance["slips"])

    def differ(
        self, left: Amount, right: Amount, *, converted: bool = False, rounding: Decimal = _NONE
    ) -> Difference | None:
        """How two amounts in one unit differ.

        The names: `vague`, `range`, `bound`, `approximation`, `rounding`, `conversion` for what goes together; `ranges`
        for two of them that overlap and have other ends; `vague-apart`, `reversed-bound`, `beyond-bound`, `magnitude`,
        `bad-conversion`, `value` for what does not.

        Args:
            left: an amount.
            right: another in the same unit.
            converted: one of them was stated in another unit.
            rounding: by how much a conversion may be off because it was rounded to a whole number.

        Returns:
            The difference, with its size as a share of the larger amount; None when they say the same.
        """
        size = _distance(left, right)
        if _same(left, right) and not converted:
            return None
        if converted and not _opposed(left, right) and self._converts(left, right, rounding):
            return Difference("conversion", size)
        name = self._harmless(left, right)
        if name == "range" and not converted and self._are_other_ranges(left, right):
            name = "ranges"
        if name:
            return Difference(name, size)
        return Difference(self._grave(left, right, converted=converted), size)

    def _harmless(self, left: Amount, right: Amount) -> str:
        """The name of what explains the difference, empty when nothing does."""
        if _opposed(left, right) and not (_is_vague(left) or _is_vague(right)):
            return ""
        for name, holds in (("vague", _is_vague), ("range", _is_range), ("bound", _is_bounded)):
            if holds(left) or holds(right):
                return name if self._overlap(left, right) else ""
        apart = abs(left.amount - right.amount)
        if left.about or right.about:
            slack = max(self._about * max(abs(left.amount), abs(right.amount)), self._rounding(left, right))
            return "approximation" if apart <= slack else ""
        return "rounding" if apart and apart <= self._rounding(left, right) and not _halves_down(left, right) else ""

    def _are_other_ranges(self, left: Amount, right: Amount) -> bool:
        """Two ranges of which one end is another: `10 to 60`, `10 to 50`."""
        if left.amount_to is None or right.amount_to is None or left.about or right.about:
            return False
        ends = abs(left.amount - right.amount), abs(left.amount_to - right.amount_to)
        return max(ends) > self._rounding(left, right)

    def _converts(self, left: Amount, right: Amount, rounding: Decimal) -> bool:
        """One figure in two units, each of them rounded, whatever bounds it."""
        if any(_is_vague(amount) or _is_range(amount) for amount in (left, right)):
            return False
        largest = max(abs(left.amount), abs(right.amount))
        places = min(max(left.precision, right.precision) / 2, self._about * largest)
        return abs(left.amount - right.amount) <= max(self._conversion * largest, places, rounding)

    def _grave(self, left: Amount, right: Amount, *, converted: bool) -> str:
        if _is_vague(left) or _is_vague(right):
            return "vague-apart"
        if _opposed(left, right) and left.amount == right.amount:
            return "reversed-bound"
        if (
            left.amount
            and right.amount
            and max(left.amount, right.amount) / min(left.amount, right.amount) in self._slips
        ):
            return "magnitude"
        for bounded, other in ((left, right), (right, left)):
            if (bounded.at_least and other.amount >= bounded.amount) or (
                bounded.at_most and other.amount <= bounded.amount
            ):
                return "beyond-bound"
        return "bad-conversion" if converted else "value"

    def _rounding(self, left: Amount, right: Amount) -> Decimal:
        """Half a unit of the coarser figure's last place; a small round number may be exact, so less for these."""
        coarse = max((left, right), key=lambda amount: amount.precision)
        apart = coarse.precision / 2
        if coarse.precision <= 1:
            return apart
        share = next(share for below, share in self._rounded if abs(coarse.amount) < below)
        fine = _HALF if min(left.precision, right.precision) < 1 else Decimal(0)
        return max(fine, min(apart, share * abs(coarse.amount)))

    def _overlap(self, left: Amount, right: Amount) -> bool:
        (low, high), (other_low, other_high) = self._span(left), self._span(right)
        return low <= other_high and other_low <= high

    def _span(self, amount: Amount) -> tuple[Decimal, Decimal]:
        """Where the true value is to be looked for: a bound is stated because no rounder number is nearer."""
        low, high = amount.amount, amount.amount if amount.amount_to is None else amount.amount_to
        below, above = self._vague
        if _is_vague(amount):
            return low * below, high * above
        # A figure given as 75 would have been given as 80, not as 76, had it been that much; one given as 50 as 60.
        fives = low / amount.precision % 10 == _FIVE and abs(low) > _FIVE * amount.precision
        step = amount.precision * (_FIVE if fives else 1)
        reach = max(self._bound * abs(low), min(step, abs(low)) * _SHORT)
        about = self._about * abs(low) if amount.about else Decimal(0)
        if amount.at_least:
            return low - about, high + reach
        if amount.at_most:
            return low - reach, high + about
        half = Decimal(0) if amount.precision >= 1 else amount.precision / 2
        return low - max(about, half), high + max(about, half)


def _halves_down(left: Amount, right: Amount) -> bool:
    """The rounder figure is half a unit below the other: 4.5 is rounded to 5, never to 4."""
    coarse, fine = sorted((left, right), key=lambda amount: -amount.precision)
    return abs(fine.amount) - abs(coarse.amount) == coarse.precision / 2


def scaled(amount: Amount, factor: Decimal, offset: Decimal = Decimal(0)) -> Amount:
    """An amount in another unit: factor * (value + offset)."""
    return replace(
        amount,
        amount=(amount.amount + offset) * factor,
        amount_to=None if amount.amount_to is None else (amount.amount_to + offset) * factor,
        precision=amount.precision * factor,
    )


def _is_vague(amount: Amount) -> bool:
    """`dozens`, `hundreds`: the number grammar marks them by both flags."""
    return amount.about and amount.at_least and amount.precision == amount.amount


def _is_bounded(amount: Amount) -> bool:
    return amount.at_least or amount.at_most


def _opposed(left: Amount, right: Amount) -> bool:
    return (left.at_least and right.at_most) or (left.at_most and right.at_least)


def _is_range(amount: Amount) -> bool:
    return amount.amount_to is not None


def _same(left: Amount, right: Amount) -> bool:
    """All that the words state is the same, whatever is counted and to whichever place."""
    return bool(_STATED(left) == _STATED(right))


def _distance(left: Amount, right: Amount) -> float:
    largest = max(abs(left.amount), abs(right.amount))
    return float(abs(left.amount - right.amount) / largest) if largest else 0.0
