"""Months and weekdays of a text, by name, short form or sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.across.digits import fold
from checker.across.figures import WORD, Figure
from checker.across.tables import Tables, normal, tables

_SIGN_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9]) ?[月월](?![間间額额謝])")
_HAN_MONTH = re.compile(r"(?<![一二三四五六七八九十个個])(十[一二]?|[一二三四五六七八九])月(?![間间])")
_HAN_DAYS = re.compile(
    r"(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])(?![年月个個])|([月火水木金土日])曜|([월화수목금토일])요일|[((]([月火水木金土日])[))]"
)
_HAN_ORDER = {
    sign: at for signs in ("一二三四五六日", "月火水木金土日", "월화수목금토일") for at, sign in enumerate(signs)
} | {"天": 6}
_NUMERALS = {sign: at for at, sign in enumerate("一二三四五六七八九", 1)} | {"十": 10, "十一": 11, "十二": 12}
_SHORT, _BESIDE, _STEM, _ENDING = 3, 3, 4, 3
_MONTHS = 12


class Day(NamedTuple):
    """A month (from 1) or a weekday (from 0) that a text names."""

    start: int
    end: int
    number: int


@lru_cache(maxsize=256)
def months(text: str, language: str) -> tuple[Day, ...]:
    """The months of a text, by position; what may be another word only beside a figure."""
    known, folded = tables(language), fold(text)
    if known.settings.get("script"):
        signs = [Day(match.start(), match.end(), int(match[1])) for match in _SIGN_MONTH.finditer(folded)]
        signs += [Day(match.start(), match.end(), _NUMERALS[match[1]]) for match in _HAN_MONTH.finditer(folded)]
        return tuple(sorted(signs))
    return tuple(_named(folded, known, "months"))


@lru_cache(maxsize=256)
def weekdays(text: str, language: str) -> tuple[Day, ...]:
    """The weekdays of a text, by position; short forms are left to the reader."""
    known, folded = tables(language), fold(text)
    if known.settings.get("script"):
        found = ((match, next(filter(None, match.groups()))) for match in _HAN_DAYS.finditer(folded))
        return tuple(Day(match.start(), match.end(), _HAN_ORDER[sign]) for match, sign in found)
    return tuple(day for day in _named(folded, known, "weekdays") if day.end - day.start > _SHORT)


def _named(text: str, known: Tables, kind: str) -> Iterator[Day]:
    names = known.months if kind == "months" else known.weekdays
    doubtful = known.words("doubtful_days")
    for match in WORD.finditer(text):
        word = normal(match.group())
        number = names.get(word)
        if number is None and known.settings.get("inflected"):
            least = max(_STEM, len(word) - _ENDING)
            number = next(
                (names[f"{word[:size]}*"] for size in range(len(word), least - 1, -1) if f"{word[:size]}*" in names),
                None,
            )
        if number is None:
            continue
        beside = any(character.isdigit() for character in text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE])
        if beside or (word not in doubtful and len(word) > _SHORT):
            yield Day(match.start(), match.end(), number)


def at_odds(
    left: Sequence[Day], right: Sequence[Day], numbers: tuple[Sequence[Figure], Sequence[Figure]]
) -> list[tuple[Day, Day]]:
    """Days that each of two texts alone names, in the order in which they stand.

    Args:
        left: the months or weekdays of a text.
        right: those of its translation.
        numbers: for months the figures of both, of which any may be that of a month; else empty.
    """
    one, other = ({day.number for day in side} for side in (left, right))
    spare = [{int(value) for figure in side for value in figure.all if _is_month(value)} for side in numbers]
    lost = [day for day in left if day.number not in other and day.number not in spare[1]]
    added = [day for day in right if day.number not in one and day.number not in spare[0]]
    return list(zip(lost, added, strict=False))


def _is_month(value: Decimal) -> bool:
    return 1 <= value <= _MONTHS and not value % 1
