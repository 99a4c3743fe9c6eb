"""Whether a sum in one currency may be a sum in another, by the rates of their years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import Any

from checker.grammar.patterns import either
from checker.model import Amount, Claim, Difference

_FITS = Decimal(1)
# The last digits of a quotient depend on which sum comes first.
_PLACES = 6


class Exchange:
    """Compares sums of money in different currencies.

    Args:
        words: the tables of `rules/money.toml`, with those of `rules/rates.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["exchange"]
        self._around: int = table["years"]
        self._slack = 1 + Decimal(str(table["slack"]))
        self._wrong = Decimal(str(table["wrong"]))
        self._least = Decimal(str(table["least"]))
        self._unsure = frozenset(table["unsure"])
        self._others: dict[str, list[str]] = {code: entry["others"] for code, entry in words["shared"].items()}
        self._own = {
            code: re.compile(rf"(?<![^\W\d_])(?:{either(entry['own'])})(?![^\W\d_])", re.IGNORECASE)
            for code, entry in words["shared"].items()
        }
        self._rates = {
            code: {int(year): Decimal(str(rate)) for year, rate in rates.items()}
            for code, rates in words["rates"]["per_dollar"].items()
        }

    def differ(self, left: Claim[Amount], right: Claim[Amount], size: float) -> Difference:
        """How two sums in two currencies differ, minor units carried to whole ones.

        The names: `conversion` where one may be the other, `bad-conversion` where it cannot be, at any rate, with the
        share by which it misses as size; else `currency`, of the size given.
        """
        one, other = left.value, right.value
        years = left.about.years | right.about.years
        if not (one.amount > 0 and other.amount > 0 and one.currency and other.currency):
            return Difference("currency", size)
        off = self._off(one.currency, other.currency, one.amount / other.amount, years)
        if off is not None and off <= self._slack:
            return Difference("conversion", size)
        if not self._is_sure(one, other, years):
            return Difference("currency", size)
        least = self._least_off(left, right, years)
        if least < self._wrong:
            return Difference("currency", size)
        return Difference("bad-conversion", round(float(1 - 1 / least), _PLACES))

    def _least_off(self, left: Claim[Amount], right: Claim[Amount], years: frozenset[int]) -> Decimal:
        """By how much the sums miss each other at best, whichever country's currency is meant; 1 if nobody can say."""
        rate = left.value.amount / right.value.amount
        missed = [self._off(one, other, rate, years) for one, other in product(self._may(left), self._may(right))]
        known = [off for off in missed if off is not None]
        return min(known) if known and len(known) == len(missed) else _FITS

    def _is_sure(self, one: Amount, other: Amount, years: Iterable[int]) -> bool:
        """The sums are exact and large, their currencies have a rate, and the years are on the list."""
        for amount in (one, other):
            rates = self._rates.get(amount.currency or "", {})
            loose = amount.at_least or amount.at_most or amount.amount_to is not None
            if loose or amount.amount < self._least or amount.currency in self._unsure:
                return False
            if any(rates.keys().isdisjoint(self._near([year])) for year in years):
                return False
        return True

    def _may(self, claim: Claim[Amount]) -> Iterator[str]:
        """The currencies that a claim's words may mean; one without a rate where the others are not known."""
        code = claim.value.currency or ""
        yield code
        if code in self._own and not self._own[code].search(claim.text):
            yield from self._others[code] or ("",)

    def _off(self, one: str, other: str, rate: Decimal, years: frozenset[int]) -> Decimal | None:
        """The factor by which a rate misses those of the years, 1 within them; None where the currencies have none.

        Of years that are not on the list all others must do.
        """
        rates, others = self._rates.get(one, {}), self._rates.get(other, {})
        known = rates.keys() & others.keys()
        both = [rates[year] / others[year] for year in known & self._near(years) or known]
        return max(rate / max(both), min(both) / rate, _FITS) if both else None

    def _near(self, years: Iterable[int]) -> frozenset[int]:
        """The years with those beside them."""
        return frozenset(year + step for year in years for step in range(-self._around, self._around + 1))
