"""How the parts of a number add up: two hundred and five, dreiundzwanzig, 3億5000万."""

from __future__ import annotations

from decimal import Decimal

_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
# After these French counts on to nineteen: soixante-dix, quatre-vingt-onze.
_COUNTED_ON = (60, 80)


class Sum:
    """A number while its parts are read.

    Args:
        units_first: the units may stand before the tens, with a joining word between.
    """

    def __init__(self, *, units_first: bool = False) -> None:
        self._units_first = units_first
        self._total = Decimal(0)
        self._section = Decimal(0)
        self._number = Decimal(0)
        self._last = Decimal("Infinity")
        self._digits = False
        self.multiplied = False

    @property
    def value(self) -> Decimal:
        """The number as far as it has been read."""
        return self._total + self._section + self._number

    def add(self, value: Decimal, *, joined: bool = False) -> bool:
        """A part that is added; False where it belongs to another number."""
        rest = self._number % _HUNDRED
        if self._digits or (self.multiplied and value >= self._last):
            return False
        small = value < _TEN and rest >= _TWENTY and not rest % _TEN
        if not self._number or small or (_TEN <= value < _TWENTY and rest in _COUNTED_ON):
            fits = True
        elif self._units_first and joined and 0 < rest < _TEN and _TWENTY <= value < _HUNDRED:
            fits = not value % _TEN
        else:
            fits = not rest and self._number >= _HUNDRED and value < _HUNDRED
        if fits:
            self._number += value
        return fits

    def put(self, value: Decimal) -> None:
        """Digits, at the beginning or behind a multiplier (3億5000万); only multipliers follow them."""
        self._number = value
        self._digits = True

    def digit(self, value: Decimal) -> None:
        """A digit that stands behind others, as in 二〇二六."""
        self._number = self._number * _TEN + value

    def multiply(self, factor: Decimal) -> bool:
        """A hundred, thousand, million; False where it belongs to another number."""
        if factor < _THOUSAND:
            if self._number >= factor and not self._digits:
                return False
            self._section += (self._number or 1) * factor
        else:
            here = self._section + self._number
            if self._total and not here and factor > self._last:
                self._total *= factor
            elif self._total and factor >= self._last:
                return False
            else:
                self._total += (here or 1) * factor
            self._section = Decimal(0)
        self._number = Decimal(0)
        self._last = factor
        self._digits = False
        self.multiplied = True
        return True

    def half(self) -> Decimal:
        """The number and a half of its last unit."""
        return self.value + (self._last if self.multiplied and not self._number else Decimal(1)) / 2
