"""Currencies before and behind a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from checker.amounts import scaled
from checker.grammar.numerals import Number
from checker.grammar.patterns import Phrases, either
from checker.grammar.pounds import Pounds
from checker.model import Amount

_LEADING_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER_NEXT = re.compile(r"[ ]?\d")
_MINOR = re.compile(r"(?: and)? (\d{1,2})(?: ([a-z]{4,5})\b|(?=[.;!?)]*(?:\n|\Z)))")
_HUNDREDTH = Decimal("0.01")
_HUNDRED = 100
_THOUSAND = 1000
_MILLION = Decimal(1_000_000)


class Currencies:
    """The grammar of currencies, compiled from `[currency]` of rules/figures.toml.

    Attributes:
        starts: the letters with which a sign before a number begins, in lower case.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        table, money = words["currency"], words["money"]
        self._signs = {sign: code for code, entry in table.items() for sign in (*entry.get("signs", ()), code)}
        self._millions = {f"M{code}": code for code in money["in_millions"]}
        self._names = {name.lower(): code for code, entry in table.items() for name in entry.get("names", ())}
        self._minor = {name.lower(): code for code, entry in table.items() for name in entry.get("minor", ())}
        self._minor_signs = {sign: code for code, entry in table.items() for sign in entry.get("minor_signs", ())}
        self._minor_unit = {name.lower(): unit for unit, names in words["minor_units"].items() for name in names}
        self._only_large = frozenset(money["only_large"])
        self._only_large_before = frozenset(money["only_large_before"])
        self._dollars: str = money["dollars"]
        self._pounds = Pounds(words)
        self._phrases = Phrases([*self._names, *self._minor, *self._millions])
        forms = [*self._names, *self._minor, *self._signs, *self._minor_signs, *self._millions]
        self._first = frozenset(form[0].lower() for form in forms)
        self._before = re.compile(
            rf"(?P<sign>{either([*self._signs, *self._millions])}|[Uu]\.?[Ss]\.? ?\$|[Hh][Kk] ?\$)[ ]?(?=[\d.-]|[a-z])"
        )
        letters = [_LEADING_LETTERS.match(sign) for sign in (*self._signs, *self._millions)]
        self.starts = frozenset(match.group().lower() for match in letters if match) | {"us", "hk"}

    def before(self, text: str, at: int) -> tuple[str, int, Decimal] | None:
        """The currency whose sign stands at a character, where the number begins, and the factor of the sign."""
        match = self._before.match(text, at)
        if match is None:
            return None
        sign = match["sign"]
        if sign.isalpha() and text[match.end() : match.end() + 1].isalpha():
            return None
        code = self._signs.get(self._millions.get(sign, sign)) or ("HKD" if sign[0] in "hH" else "USD")
        return code, match.end(), _MILLION if sign in self._millions else Decimal(1)

    def after(self, text: str, number: Number) -> tuple[Amount, int] | None:
        """The amount of money when a currency stands behind the number, and where it ends."""
        place = number.end
        while place < number.end + 2 and text[place : place + 1] in (" ", "-"):
            place += 1
        if text[place : place + 1].lower() not in self._first:
            return None
        name = self._phrases.at(text, place)
        if name:
            return self._named(text, number, name, place)
        pounds = self._pounds.money(text, number)
        if pounds is not None:
            return self._with_minor(text, number.amount(currency="GBP"), pounds)
        return self._signed(text, number, place)

    def is_name(self, sign: str, number: Number) -> bool:
        """`COP30`: what stands before the number is no currency."""
        return sign in self._only_large_before and number.value < _THOUSAND

    def behind_sign(self, text: str, number: Number, code: str) -> tuple[Amount, int]:
        """The amount behind a currency sign; a name that repeats the sign is taken along: `$5 million dollars`."""
        name = self._phrases.at(text, number.end + 1) if text[number.end : number.end + 1] == " " else None
        if name and (self._names.get(name) == code or name.endswith(self._dollars)):
            return number.amount(currency=self._names[name]), number.end + 1 + len(name)
        return number.amount(currency=code), number.end

    def _named(self, text: str, number: Number, name: str, place: int) -> tuple[Amount, int] | None:
        """`5 million yen`, `50 cents`, `60 MSEK`."""
        end = place + len(name)
        if name in self._minor:
            return number.amount(currency=self._minor[name], unit=self._minor_unit.get(name, name)), end
        if name in self._only_large and number.value < _THOUSAND:
            return None
        if name in self._names:
            return self._with_minor(text, number.amount(currency=self._names[name]), end)
        code = self._millions.get(text[place:end])
        return (scaled(number.amount(currency=code), _MILLION), end) if code else None

    def _signed(self, text: str, number: Number, place: int) -> tuple[Amount, int] | None:
        """`5 €`; `1,240p` at the digits."""
        sign, end = text[place], place + 1
        if sign in self._minor_signs and place == number.end:
            if number.words or number.scale != 1 or text[end : end + 1].isalnum():
                return None
            return number.amount(currency=self._minor_signs[sign], unit=self._minor_unit[sign]), end
        code = self._signs.get(sign)
        return (number.amount(currency=code), end) if code and not _NUMBER_NEXT.match(text, end) else None

    def _with_minor(self, text: str, value: Amount, end: int) -> tuple[Amount, int]:
        """`5 pounds 20 pence`, and what is spoken as `17 dollars 25`."""
        match = _MINOR.match(text, end)
        if match is None or (match[2] is not None and match[2].lower() not in self._minor):
            return value, end
        if match[2] is None and (len(match[1]) == 1 or " and " in match.group()):
            return value, end
        return replace(value, amount=value.amount + Decimal(match[1]) / _HUNDRED, precision=_HUNDREDTH), match.end()
