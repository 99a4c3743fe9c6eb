"""Figures that have no unit of their own and yet measure: magnitudes and ages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from checker.grammar.bounds import Bounds
from checker.grammar.numerals import Number
from checker.grammar.patterns import either, ending
from checker.grammar.ranges import Ranges, ranged
from checker.model import Amount
from checker.parsed import Figure

_APPOSED = re.compile(r"[A-Z][\w'.-]{1,20}, \Z")
_APPOSED_ENDS = re.compile(r"[,.;)](?!\d)| and [A-Z]| (?:was|is|of)\b")
# Behind an age that nothing but its person tells the clause ends, or goes on with what else there was.
_AGE_ENDS = re.compile(r"[.,;:!?)\"”]|\s*\Z| (?:when|and|at the|on)\b")
_AND = re.compile(r" (?:and|or|to) ")
_REACH = 40
_TENTH = Decimal("0.1")
# From the first year of a decade to its last.
_TO_LAST = 9


class Measures:
    """The grammar of magnitudes and ages, compiled from `[around]` of rules/figures.toml.

    Attributes:
        starts: the words with which an age may begin that is no number: `forties`.
    """

    def __init__(self, words: Mapping[str, Any], bounds: Bounds, ranges: Ranges) -> None:
        table = words["around"]
        self._bounds, self._ranges = bounds, ranges
        self._magnitude_before = ending(table["magnitude_before"])
        self._magnitude_after = re.compile(rf"[ ](?:{either(table['magnitude_after'])})", re.IGNORECASE)
        self._measuring = ending(table["measured"])
        self._quake = re.compile(rf"\b(?:{either(table['quake'])})", re.IGNORECASE)
        self._decades: dict[str, int] = words["numbers"]["decades"]
        self._decade = re.compile(rf"(?P<tens>[2-9]0)['\u2019]?s\b|(?P<word>{either(self._decades)})\b", re.IGNORECASE)
        part = either(table["decade_part"])
        self._decade_before = re.compile(
            rf"\b(?:{either(table['decade_before'])})[ ](?:(?:{part})[ -]?)?\Z", re.IGNORECASE
        )
        self.starts = frozenset(self._decades)
        self._adult, self._oldest = table["adult"], table["oldest"]
        self._strongest: int = table["strongest"]
        self._age_before = ending(table["age_before"])
        persons = rf"\b(?:{either(table['age_person'])}) \Z"
        self._age_of = re.compile(rf"{persons}|\b(?:{either(table['age_noun'])}),? \(?\Z", re.IGNORECASE)
        self._age_after = re.compile(rf"[ -](?:{either(table['age_after'])})\b", re.IGNORECASE)

    def at(self, text: str, first: Number, last: Number | None, stop: int, floor: int) -> Figure | None:
        """`magnitude 5.9`, `a magnitude of at least 6`, `a 6.1 quake`, `aged 77`; nothing before `floor` is read."""
        bare = self._bounds.apply(text, Figure("quantity", first.start, stop, first.amount()), floor)
        near = max(floor, bare.start - _REACH)
        before = self._magnitude_before.search(text, near, bare.start)
        if first.value < self._strongest and (before or self._is_quake(text, first, bare.start, stop)):
            figure = self._figure(text, first, last, stop, "magnitude", floor)
            return replace(figure, start=before.start()) if before else figure
        if self._is_apposed(text, first, stop) or self._is_of_person(text, first, stop):
            return Figure("quantity", first.start, stop, first.amount(unit="year"))
        aged = self.is_aged(text, bare.start, floor)
        if aged and 0 <= first.value < self._oldest and (first.digits or first.words):
            return replace(self._figure(text, first, last, stop, "year", floor), start=aged.start())
        return None

    def decade(self, text: str, at: int, last: Figure | None = None) -> Figure | None:
        """`in her 40s`, `in their early fifties`: an age from the first year to the last.

        Behind another of them, the last figure, the decade alone will do: `in their 50s and 60s`.
        """
        match = self._decade.match(text, at)
        if match is None:
            return None
        before = self._decade_before.search(text, max(0, at - _REACH), at)
        joined = last is not None and _is_decade(last) and _AND.fullmatch(text, last.end, at)
        if before is None and not joined:
            return None
        first = Decimal(match["tens"] or self._decades[match["word"].lower()])
        value = Amount(first, amount_to=first + _TO_LAST, unit="year")
        return Figure("quantity", before.start() if before else at, match.end(), value)

    def _is_of_person(self, text: str, number: Number, stop: int) -> bool:
        """`She was 85.`, `the former nurse, 46, said`: the age of whoever stands before it."""
        if not number.digits or not self._adult <= number.value < self._oldest or not _AGE_ENDS.match(text, stop):
            return False
        return bool(self._age_of.search(text, max(0, number.start - _REACH), number.start))

    def _is_apposed(self, text: str, number: Number, stop: int) -> bool:
        """`Marta Lindqvist, 38, said`: the age of the person named before."""
        if not number.digits or not 1 <= number.value < self._oldest or not _APPOSED_ENDS.match(text, stop):
            return False
        return bool(_APPOSED.search(text, max(0, number.start - _REACH), number.start))

    def is_aged(self, text: str, start: int, floor: int = 0) -> re.Match[str] | None:
        """The words before a character after which a number is an age: `aged`, `died at`."""
        return self._age_before.search(text, max(floor, start - _REACH), start)

    def behind_age(self, text: str, stop: int) -> int:
        """Where `61-year-old`, `61 years of age` ends, its unit read already."""
        match = self._age_after.match(text, stop)
        return match.end() if match else stop

    def _figure(self, text: str, first: Number, last: Number | None, stop: int, unit: str, floor: int) -> Figure:  # noqa: PLR0913
        """`magnitude 6.1 to 6.4`: the range of a figure whose measure is named before it."""
        value: Amount
        if last is not None:
            value = ranged(last.amount(unit=unit), first, last)
        else:
            value, stop = self._ranges.bare(text, first)
            value = replace(value, unit=unit)
        return self._bounds.apply(text, Figure("quantity", first.start, stop, value), floor)

    def _is_quake(self, text: str, number: Number, start: int, stop: int) -> bool:
        """`a 6.1 quake`, or `measured 6.1` where a quake is spoken of."""
        if number.precision != _TENTH:
            return False
        if self._magnitude_after.match(text, stop):
            return True
        measured = self._measuring.search(text, max(0, start - _REACH), start)
        return bool(measured and self._quake.search(text, max(0, start - 3 * _REACH), stop + _REACH))


def _is_decade(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, Amount) and value.unit == "year" and value.amount_to == value.amount + _TO_LAST
