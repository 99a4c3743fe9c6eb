"""Amounts of money.

Value: `Amount` with `currency`, an ISO 4217 code, in the unit as stated: `$5 million` is 5000000, `50 cents` is 50 of
unit `cent`. Size: the distance of the two amounts as a share of the larger, 0 to 1.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.amounts import Amounts, scaled
from checker.model import Amount, Claim, Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.parsed import Parsed

_HUNDREDTH = Decimal("0.01")
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z.])\$|^[^$]*\bdollars?\b", re.IGNORECASE)


class Field:
    """Money, by currency and amount.

    Args:
        words: the tables of `rules/money.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._amounts = Amounts(words["tolerance"])
        self._rates = {code: (Decimal(str(low)), Decimal(str(high))) for code, (low, high) in words["rates"].items()}
        self._slack = 1 + Decimal(str(words["tolerance"]["rates"]))
        self._dollars = frozenset(words["tolerance"]["dollars"])

    def find(self, parsed: Parsed) -> Iterator[Claim[Amount]]:
        """Every amount of money."""
        for figure in parsed.figures:
            if figure.kind == "money" and isinstance(figure.value, Amount):
                yield parsed.claim(
                    "money", figure.start, figure.end, figure.value, parsed.about(figure.start, figure.end)
                )

    def differ(self, left: Claim[Amount], right: Claim[Amount]) -> Difference | None:
        """How two amounts of money differ; other currencies by the range of their yearly rates."""
        one, other = _whole(left.value), _whole(right.value)
        if one.currency == other.currency:
            difference = self._amounts.differ(one, other)
            if difference is None and left.value.unit != right.value.unit:
                return Difference("conversion")
            return difference
        size = float(abs(one.amount - other.amount) / max(abs(one.amount), abs(other.amount), _HUNDREDTH))
        if one.amount == other.amount:
            return Difference("local-dollar" if self._is_local(left, right) else "other-currency", size)
        return Difference("conversion" if self._converts(one, other) else "currency", size)

    def _is_local(self, left: Claim[Amount], right: Claim[Amount]) -> bool:
        """A bare dollar sign may stand for the dollar of the paper's own country."""
        currencies = {left.value.currency, right.value.currency}
        return currencies <= self._dollars and any(_BARE_DOLLAR.search(claim.text) for claim in (left, right))

    def _converts(self, left: Amount, right: Amount) -> bool:
        if not (left.amount > 0 and right.amount > 0 and left.currency and right.currency):
            return False
        rates, others = self._rates.get(left.currency), self._rates.get(right.currency)
        if rates is None or others is None:
            return False
        rate = left.amount / right.amount
        return rates[0] / others[1] / self._slack <= rate <= rates[1] / others[0] * self._slack


def _whole(amount: Amount) -> Amount:
    """Cents as a share of the currency."""
    return replace(scaled(amount, _HUNDREDTH), unit=None) if amount.unit else amount
