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
from checker.exchange import Exchange
from checker.model import Amount, Claim, Difference, Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.parsed import Parsed

_CENT = "cent"
_HUNDREDTH = Decimal("0.01")
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z.])\$|^[^$]*\bdollars?\b", re.IGNORECASE)


class Field:
    """Money, by currency and amount.

    Args:
        words: the tables of `rules/money.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._amounts = Amounts(words["tolerance"])
        self._exchange = Exchange(words)
        self._dollars = frozenset(words["tolerance"]["dollars"])

    def find(self, parsed: Parsed) -> Iterator[Claim[Amount]]:
        """Every amount of money."""
        for figure in parsed.figures:
            if figure.kind == "money" and isinstance(figure.value, Amount):
                about = replace(parsed.about(figure.start, figure.end), years=_years(parsed, figure.start))
                yield parsed.claim("money", figure.start, figure.end, figure.value, about)

    def differ(self, left: Claim[Amount], right: Claim[Amount]) -> Difference | None:
        """How two amounts of money differ; other currencies by the rates of their years."""
        one, other = _whole(left.value), _whole(right.value)
        if one.currency == other.currency:
            difference = self._amounts.differ(one, other)
            if difference is None and left.value.unit != right.value.unit:
                return Difference("conversion")
            return difference
        size = float(abs(one.amount - other.amount) / max(abs(one.amount), abs(other.amount), _HUNDREDTH))
        if one.amount == other.amount and not (_is_blurred(one) or _is_blurred(other)):
            return Difference("local-dollar" if self._is_local(left, right) else "other-currency", size)
        return self._exchange.differ(replace(left, value=one), replace(right, value=other), size)

    def _is_local(self, left: Claim[Amount], right: Claim[Amount]) -> bool:
        """A bare dollar sign or cent may be of the dollar, or the euro, of the paper's own country."""
        if any(claim.value.unit == _CENT for claim in (left, right)):
            return True
        currencies = {left.value.currency, right.value.currency}
        return currencies <= self._dollars and any(_BARE_DOLLAR.search(claim.text) for claim in (left, right))


def _is_blurred(amount: Amount) -> bool:
    """`Hundreds of millions` is no number that could have been put before another currency."""
    return amount.about and amount.at_least


def _years(parsed: Parsed, position: int) -> frozenset[int]:
    """The year of the story, and those that the sentence at a character speaks of."""
    sentence = parsed.sentence_at(position)
    spoken = (
        figure.value
        for figure in parsed.figures
        if isinstance(figure.value, Interval) and sentence.start <= figure.start < sentence.end
    )
    years = {day.year for interval in spoken for day in (interval.start, interval.end) if day}
    return frozenset(years | ({parsed.story.published.year} if parsed.story.published else set()))


def _whole(amount: Amount) -> Amount:
    """Cents as a share of the currency."""
    return replace(scaled(amount, _HUNDREDTH), unit=None) if amount.unit else amount
