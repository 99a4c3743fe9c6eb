"""Two numbers that are one figure: from one end to the other, or a part of a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from checker.grammar.currencies import Currencies
from checker.grammar.numerals import Number, Numerals
from checker.grammar.units import Units
from checker.model import Amount

_JOIN = re.compile(r"-(?P<tied>to)-|(?P<dash>[ ]?[-\u2013][ ]?)|[ ](?P<word>to|and|or)[ ]")
_RATIO = re.compile(r" (?P<word>in|out of|over)(?: every)? (?=[\da-z])")
_LETTERS = re.compile(r"[a-z]+")
_GOES_ON = re.compile(r"[ ]?[\w%-]")
_HUNDREDTH = Decimal("0.01")
_THOUSAND = 1000
_TEN = 10
_YEAR = len("2005")
_REACH = 40


class Ranges:
    """The grammar of ranges, compiled from `[ranges]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any], numerals: Numerals, units: Units, currencies: Currencies) -> None:
        table = words["ranges"]
        self._numerals, self._units, self._currencies = numerals, units, currencies
        self._no_range = frozenset(table["no_range_after"])
        self._between = frozenset(table["between"])
        self._either = frozenset(table["either"])

    def of_unit(self, text: str, number: Number) -> tuple[Number, Number | None, int]:
        """`10-15 percent`, `3.6 to 4.3 miles`, `40 percent to 70 percent`: one range, when what follows has a unit.

        Returns:
            The two ends, the second None when this is no range, and where the unit is to be looked for.
        """
        alone = number, None, number.end
        here = self._units.after(text, number.end, number)
        second = self._second(text, number.start, here[1] if here else number.end)
        if second is None:
            return alone
        unit = self._units.after(text, second.end, second)
        first = same_scale(number, second)
        if not first.value < second.value or (here and (unit is None or unit[0] != here[0])):
            return alone
        if not (unit or self._currencies.after(text, second)):
            return alone
        return first, second, second.end

    def bare(self, text: str, number: Number) -> tuple[Amount, int]:
        """`3 to 5`, `one in five`, or the number alone; and where it ends."""
        ratio = self._ratio(text, number)
        if ratio:
            return ratio.amount(), ratio.end
        second = self._second(text, number.start, number.end)
        if second is None or (text[second.end : second.end + 1] == "-" and text[number.end : number.end + 2] != " t"):
            return number.amount(), number.end
        first = same_scale(number, second)
        if not first.value < second.value:
            return number.amount(), number.end
        return ranged(second.amount(), first, second), second.end

    def of_money(self, text: str, number: Number, value: Amount, stop: int, at: int) -> tuple[Amount, int]:
        """`£3m-£5m`, `$3 to 5 million`: the sign before the first number read already."""
        join = self.join(text, at, stop)
        if join is None:
            return value, stop
        sign = self._currencies.before(text, join.end())
        if sign and sign[0] != value.currency:
            return value, stop
        second = self._numerals.at(text, sign[1] if sign else join.end(), money=True)
        if second is None or text[second.end : second.end + 1] == "%":
            return value, stop
        if sign is None and ((number.scale != 1 and second.scale == 1) or self._units.after(text, second.end)):
            return value, stop
        upper, end = self._currencies.behind_sign(text, second, value.currency or "")
        shared = number.scale == 1 and second.scale > 1 and number.value < _THOUSAND
        low = number.value * second.scale if shared else value.amount
        if not low < upper.amount:
            return value, stop
        return replace(value, amount=low, amount_to=upper.amount, precision=max(upper.precision, _HUNDREDTH)), end

    def join(self, text: str, start: int, end: int, *, time: bool = False) -> re.Match[str] | None:
        """What joins a figure to a second one to make a range: `to`, a dash, `between ... and`.

        The first figure stands from `start` to `end`; behind a time of day `to` always makes a range, `or` never.
        """
        match = _JOIN.match(text, end)
        if match is None:
            return None
        words = _LETTERS.findall(text[max(0, start - _REACH) : start].lower())
        joins = {
            "and": not self._between.isdisjoint(words[-4:]),
            "or": not time and self._either.isdisjoint(words[-3:]),
            "to": time or self._no_range.isdisjoint(words[-3:]),
            # A dash with a space on one side only is none.
            None: len(match.group().strip()) == len(match.group()) or len(match.group()) == len(" - "),
        }
        return match if match["tied"] or joins[match["word"]] else None

    def _second(self, text: str, start: int, end: int) -> Number | None:
        join = self.join(text, start, end)
        second = self._numerals.at(text, join.end()) if join else None
        return None if second is None or text[second.end : second.end + 1].isdigit() else second

    def _ratio(self, text: str, number: Number) -> Number | None:
        """`one in five`, `two out of three`: a share."""
        match = _RATIO.match(text, number.end) if number.scale == 1 else None
        second = self._numerals.at(text, match.end()) if match else None
        if match is None or second is None or not 0 < number.value < second.value or number.precision < 1:
            return None
        if match["word"] == "over" and (number.value != 1 or _GOES_ON.match(text, second.end)):
            return None
        if match["word"] == "in" and self._is_place(text, number, second):
            return None
        part = number.value / second.value
        return replace(number, value=part, precision=_HUNDREDTH, end=second.end, digits="", fraction=True)

    def _is_place(self, text: str, number: Number, second: Number) -> bool:
        """`four in 2005`, `two in 30 minutes`: no share."""
        year = len(second.digits) == _YEAR
        return number.value >= _TEN or year or self._units.after(text, second.end, second) is not None


def ranged(value: Amount, first: Number, last: Number | None) -> Amount:
    """The amount of the last number with the first as its lower end; the amount itself when there is no last."""
    if last is None:
        return value
    return replace(value, amount=first.value, amount_to=value.amount, precision=min(first.precision, last.precision))


def same_scale(first: Number, second: Number) -> Number:
    """`3 to 5 million`: the scale word stands for both."""
    if first.scale != 1 or second.scale < _THOUSAND or first.value >= _THOUSAND:
        return first
    if first.value >= second.value / second.scale:
        return first
    scale = second.scale
    return replace(first, value=first.value * scale, precision=first.precision * scale, scale=scale)
