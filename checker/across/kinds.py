"""What kind of fact a figure is, by what stands beside it: a sum, a share, a year, a quantity, or a mere number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from checker.across.digits import fold
from checker.across.figures import WORD, Figure
from checker.across.tables import normal, tables
from checker.across.units import unit_at
from checker.model import Amount, Clock, Interval, Value

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d\Z")
_CLOCK = re.compile(r"(?:[:.h]\d\d(?!\d))?(?: ?[ap](?:\.m\.?|m\b))?", re.IGNORECASE)
_REACH, _SIGN = 28, 4


def numbers_a_part(figure: Figure, text: str, language: str) -> bool:
    """Whether a figure is the number of a part of a document, whose title may stand for it: Section 4.2, "Boats"."""
    before = WORD.findall(fold(text)[max(0, figure.start - _REACH) : figure.start])
    return bool(before) and normal(before[-1]) in tables(language).words("sections")


def kind_of(figure: Figure, text: str, language: str, words: Mapping[str, Any]) -> tuple[str, Value]:
    """The field that a figure belongs to, and its value in the normal form of the field.

    Args:
        figure: a figure of the text.
        text: as read.
        language: its code.
        words: the tables of `rules/across.toml`.
    """
    folded = fold(text)
    before, behind = folded[max(0, figure.start - _REACH) : figure.start], folded[figure.end : figure.end + _REACH]
    amount = (figure.values or figure.parts)[0]
    if _is_share(before, behind, language):
        return "percent", Amount(amount, unit="percent")
    if currency := currency_at(figure, text, language, words):
        return "money", Amount(amount, currency=currency)
    if figure.half:
        hour = int(amount) % 12 + (12 if figure.half == "pm" else 0)
        return "time", Clock(hour * 60, hour * 60 + 60)
    if _is_date(folded[figure.start : figure.end], before, behind, language, tuple(words["day_signs"])):
        year = int(amount)
        whole = _YEAR.match(folded[figure.start : figure.end])
        return "date", Interval(date(year, 1, 1), date(year + 1, 1, 1), stated="year") if whole else Interval(
            None, None, day=year
        )
    if unit := unit_at(text, figure.end, language):
        return "quantity", Amount(amount, unit=unit)
    return "count", Amount(amount)


def said_until(figure: Figure, text: str) -> int:
    """Where the words of a figure end: those of an hour behind its minutes."""
    match = _CLOCK.match(fold(text), figure.end)
    return match.end() if match and figure.half else figure.end


def currency_at(figure: Figure, text: str, language: str, words: Mapping[str, Any]) -> str | None:
    """The currency that stands with a figure, None where none does: an ISO code, or a name that several share."""
    before = text[max(0, figure.start - _SIGN) : figure.start].rstrip()
    behind = text[figure.end : figure.end + _REACH].lstrip(" .\u00a0\u202f-")
    for sign, currency in words["signs"].items():
        if before.endswith(sign) or behind.startswith(sign):
            return str(currency)
    names = _currencies(language)
    start = normal(behind)
    start = next((start.removeprefix(word) for word in words["of"] if start.startswith(word)), start)
    for currency, forms in words["currency_words"].items():
        if start.startswith(tuple(forms)):
            return str(currency)
    found = max((name for name in names if start.startswith(name)), key=len, default=None)
    return names[found] if found is not None else None


@cache
def _currencies(language: str) -> Mapping[str, str]:
    known = tables(language).names.get("currencies", {})
    return {normal(form): code for code, forms in known.items() for form in forms if len(form) > 1}


def _is_share(before: str, behind: str, language: str) -> bool:
    if behind.lstrip().startswith("%") or before.rstrip().endswith("%"):
        return True
    words = tables(language).words("percent")
    near = [normal(word) for word in (*WORD.findall(before)[-1:], *WORD.findall(behind)[:2])]
    glued = before.endswith(tuple(words)) or behind.startswith(tuple(words)) if words else False
    stems = tuple(word[:-1] for word in words if word.endswith("*"))
    return glued or any(word in words or (stems and word.startswith(stems)) for word in near)


def _is_date(said: str, before: str, behind: str, language: str, signs: tuple[str, ...]) -> bool:
    if _YEAR.match(said) or (said.isdigit() and behind.startswith(signs)):
        return True
    months = tables(language).months
    near = (*WORD.findall(before)[-1:], *WORD.findall(behind)[:1])
    return said.isdigit() and len(said) <= 2 and any(normal(word) in months for word in near)  # noqa: PLR2004 - a day
