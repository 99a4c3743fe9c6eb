"""Whether pounds are money or a mass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from checker.grammar.numerals import Number
from checker.grammar.patterns import either

_PENCE = Decimal("0.01")
_THOUSAND = 1000
_BEFORE = 48
_AFTER = 24
_LAST_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z\"'])")


class Pounds:
    """Tells them apart by the words around them, compiled from `[pounds]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["pounds"]
        self._pound = re.compile(rf"(?P<gap>[ -])(?:{either(table['names'])})\b", re.IGNORECASE)
        self._weighs = re.compile(rf"\b(?:{either(table['weighs'])})\b", re.IGNORECASE)
        self._costs = re.compile(rf"\b(?:{either(table['costs'])})\b|\u00a3", re.IGNORECASE)
        self._rate = re.compile(
            rf" (?:{either(table['rates'])})\b|,? (?:and )?\d{{1,2}} (?:{either(table['minor'])})\b"
        )
        self._noun = re.compile(rf" (?:{either(table['nouns'])})\b")
        self._mass = re.compile(rf" of (?:{either(table['masses'])})\b")

    def money(self, text: str, number: Number) -> int | None:
        """Where `10.35 pounds` ends when it is money, None when it is a mass or no pounds at all.

        Money: thousands and millions of them, pence behind them or two decimals, a rate (`a share`), a price spoken of
        just before. A mass: what weighs, and pounds of something.
        """
        match = self._pound.match(text, number.end)
        if match is None:
            return None
        before = _LAST_SENTENCE.split(text[max(0, number.start - _BEFORE) : number.start])[-1]
        behind = text[match.end() : match.end() + _AFTER]
        if self._weighs.search(before) or self._weighs.search(behind):
            return None
        is_money = self._is_money(number, before, behind, tied=match["gap"] == "-")
        return match.end() if is_money else None

    def _is_money(self, number: Number, before: str, behind: str, *, tied: bool) -> bool:
        if number.scale >= _THOUSAND or (number.words and number.value >= _THOUSAND):
            return self._mass.match(behind) is None
        if tied or behind.startswith(" of "):
            return tied and self._noun.match(behind) is not None
        return bool(number.precision == _PENCE or self._rate.match(behind) or self._costs.search(before))
