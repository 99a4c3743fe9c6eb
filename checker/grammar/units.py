"""Units of measure behind a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checker.grammar.number_words import share
from checker.grammar.numerals import Number, Numerals
from checker.grammar.patterns import Phrases, either
from checker.model import Amount

_LAST_TOKEN = re.compile(r"([^\W\d_]*)[ -]\Z")
_INCHES = re.compile(r"[ ]?in\b(?! [a-z]+ed\b)")
_AND = re.compile(r"(?:(?:,| and)? |-)(?=\w)")
_OPENS = " -{<"
# No weather is hotter; what is more is a model number.
_HOTTEST = 150
_TOKEN_REACH = 24
_TEN = 10
_DEGREE = "degree"
_ONE = re.compile(r"(?:an?|one) ", re.IGNORECASE)
_OF_ONE = re.compile(r" (?:of )?an? (?=[a-z])")


class Units:
    """The grammar of units, compiled from `[unit]` and `[compound]` of rules/figures.toml.

    Attributes:
        shares: the units that are shares: percent, percentage points and the like.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["unit"]
        names = [(form, unit) for unit, entry in table.items() for form in entry.get("names", ())]
        self._names = {form.lower().replace("-", " "): unit for form, unit in names}
        self._symbols = {form: unit for unit, entry in table.items() for form in entry.get("symbols", ())}
        self._phrases = Phrases(self._names)
        self._signed = re.compile(rf"(?P<gap>[ -]?)[{{<]?(?P<name>{either(self._symbols)})(?![\w/]|-\d)")
        forms = [*self._names, *(name.upper() for name in self._names), *self._symbols]
        self._first = frozenset(form[0] for form in forms)
        parts = {word: share(1, below) for word, below in words["numbers"]["fractions"].items()}
        self._parts = {word: parts[word] for word in words["numbers"]["parts"]}
        self._and_part = re.compile(rf" and an? (?P<part>{either(self._parts)})\b")
        self._attached = frozenset(words["around"]["attached"])
        self._compounds: dict[str, dict[str, int]] = words["compound"]
        self._below_zero = re.compile(rf" (?:{either(words['around']['below_zero'])})\b", re.IGNORECASE)
        self.shares = frozenset(unit for unit, entry in table.items() if entry.get("field") == "percent")

    def after(self, text: str, end: int, number: Number | None = None) -> tuple[str, int] | None:
        """The unit that stands at the end of a number, and where it ends."""
        place = end
        while place < end + 3 and text[place : place + 1] and text[place] in _OPENS:
            place += 1
        if text[place : place + 1] not in self._first:
            return None
        name = self._phrases.at(text, place)
        symbol = self._signed.match(text, end)
        if symbol and (name is None or symbol.end() > place + len(name)):
            unit = self._symbols[symbol["name"]]
            return (unit, symbol.end()) if self._fits(text, symbol, number) else None
        return (self._names[name], place + len(name)) if name else None

    def of_one(self, text: str, number: Number) -> tuple[str, int] | None:
        """The unit behind a part of one: `half an hour`, `0.5 of a percentage point`."""
        match = _OF_ONE.match(text, number.end) if 0 < number.value < 1 else None
        return self.after(text, match.end() - 1) if match else None

    def one_and_part(self, text: str, at: int) -> tuple[Amount, int] | None:
        """`an hour and a half`: the amount, and where it ends."""
        match = _ONE.match(text, at)
        unit = self.after(text, match.end() - 1) if match else None
        part = self._and_part.match(text, unit[1]) if unit else None
        if unit is None or part is None:
            return None
        share_of_one = self._parts[part["part"]]
        return Amount(1 + share_of_one, unit=unit[0], precision=1 - share_of_one), part.end()

    def compound(self, text: str, number: Number, unit: str, stop: int, numerals: Numerals) -> tuple[Amount, int]:
        """The amount and where it ends; `5 feet 2 inches` in the larger unit, `three hours and a half`."""
        value = number.amount(unit=unit)
        below = self._below_zero.match(text, stop) if unit.startswith(_DEGREE) else None
        if below:
            return replace(value, amount=-value.amount), below.end()
        part = self._and_part.match(text, stop)
        if part:
            share_of_one = self._parts[part["part"]]
            return replace(value, amount=value.amount + share_of_one, precision=1 - share_of_one), part.end()
        parts = self._compounds.get(unit)
        match = _AND.match(text, stop) if parts else None
        second = numerals.at(text, match.end()) if match else None
        if parts is None or second is None:
            return value, stop
        smaller = self.after(text, second.end, second)
        if unit == "foot" and smaller is None:
            # "Six feet two in", "6-foot-2".
            inches = _INCHES.match(text, second.end)
            tied = text[stop] == "-" and not second.fraction
            smaller = ("inch", inches.end()) if inches else ("inch", second.end) if tied else None
        if smaller is None or smaller[0] not in parts or second.value >= parts[smaller[0]]:
            return value, stop
        many = parts[smaller[0]]
        total = number.value + second.value / many
        return replace(value, amount=total, precision=second.precision / many), smaller[1]

    def _fits(self, text: str, symbol: re.Match[str], number: Number | None) -> bool:
        """A letter is a unit only where it can be nothing else: `48m`, never `777F` or `5 C`."""
        name = symbol["name"]
        if name == '"':
            return bool(number and number.digits and symbol["gap"] and text[symbol.end() : symbol.end() + 1] == " ")
        if len(name) > 1 or not name.isalpha():
            return not symbol["gap"] or name not in self._attached
        if symbol["gap"] == "-" or (symbol["gap"] and name in self._attached):
            return False
        if name == "s" and number and number.value % _TEN == 0:
            # "In their 20s": nobody stops a watch so.
            return False
        if name in "CF":
            place = number.start if number else symbol.start()
            before = _LAST_TOKEN.search(text, max(0, symbol.start() - _TOKEN_REACH), place)
            return bool(number and abs(number.value) <= _HOTTEST and not (before and before[1][:1].isupper()))
        return number is None or not number.words
