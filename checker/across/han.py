"""Figures of Chinese, Japanese and Korean: Han numerals, and digits counted on in ten thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from checker.across.digits import DIGITS, read
from checker.across.sums import Sum
from checker.across.tables import Tables, tables

Found = tuple[int, int, tuple[Decimal, ...], tuple[Decimal, ...], int]
_WORD = re.compile(r"[^\W\d_]+")
_TEN = 10
# The strength of what holds a figure at most.
_UNSAID = -1
_FIRST_YEAR = "元"


def han_figures(text: str, known: Tables) -> Iterator[Found]:
    """Each figure as the fields of a `Figure`.

    Args:
        text: folded.
        known: the tables of its language.
    """
    found = [
        one
        for match in _pattern(known.code).finditer(text)
        if (one := _figure(match.group(), match.start(), text, known))
    ]
    found += _spoken(text, known) if known.settings["script"] == "hangul" else _loose(text, known)
    yield from sorted(found)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Digits and numerals in a row; Korean syllables are numerals behind digits only."""
    known = tables(code)
    multiply = "".join(known.exact["multiply"])
    if known.settings["script"] == "hangul":
        return re.compile(rf"{DIGITS.pattern}(?:{DIGITS.pattern}|[{multiply}](?: (?=\d+[{multiply}]))?)*")
    return re.compile(rf"(?:{DIGITS.pattern}|[{''.join(known.exact['han'])}{multiply}])+")


def _figure(run: str, start: int, text: str, known: Tables) -> Found | None:
    """The figure of a run of digits and numerals."""
    pieces, end = re.findall(rf"{DIGITS.pattern}|\S", run), start + len(run)
    number, digits = Sum(), False
    for piece in pieces:
        if piece[0].isdecimal():
            digits = True
            values, parts = read(piece, known.settings["decimal"], known.settings["group"])
            if not values or len(pieces) == 1:
                return start, end, _around(values, start, end, text, known), parts, 2
            number.put(values[0])
        elif factor := known.exact["multiply"].get(piece):
            number.multiply(factor[0])
        else:
            number.digit(known.exact["han"][piece][0])
    values = (number.value, *_ones(pieces, known))
    strength = _UNSAID if not digits and _is_in_a_word(start, end, text, known) else 2 * digits
    return start, end, _around(values, start, end, text, known), (), strength


def _is_in_a_word(start: int, end: int, text: str, known: Tables) -> bool:
    """Whether the numerals are part of a word that is no number: 万一, 兆候."""
    starts = (text.find(word, max(0, start - len(word) + 1), end + len(word)) for word in known.words("doubtful"))
    # 三十分 is half an hour, though 十分 is enough.
    return any(0 <= at <= start for at in starts)


def _around(values: tuple[Decimal, ...], start: int, end: int, text: str, known: Tables) -> tuple[Decimal, ...]:
    """With the year of an era, and tenths in percent."""
    found = list(values)
    if not found:
        return ()
    for era, before in known.eras.items():
        if text[max(0, start - len(era)) : start] == era:
            found.append(values[0] + before)
    if text[end : end + 1] in known.words("tenths"):
        found.append(values[0] * _TEN)
    return tuple(dict.fromkeys(found))


def _ones(pieces: list[str], known: Tables) -> tuple[Decimal, ...]:
    """三四: three or four."""
    digits = [next(iter(known.exact["han"].get(piece, ())), None) for piece in pieces]
    if len(digits) < 2 or len(digits) > 3 or None in digits:  # noqa: PLR2004 - more of them are a year or a number
        return ()
    return tuple(one for pair in pairwise(digits) for one in pair if one is not None)


def _loose(text: str, known: Tables) -> Iterator[Found]:
    """Words that hold a figure and state none: there are no spaces, so anywhere."""
    for word, values in known.exact["other"].items():
        at = text.find(word)
        if at >= 0:
            yield at, at + len(word), values, (), _UNSAID
    for era, before in known.eras.items():
        at = text.find(f"{era}{_FIRST_YEAR}")
        if at >= 0:
            yield at, at + len(era) + 1, (Decimal(before + 1),), (), _UNSAID


def _spoken(text: str, known: Tables) -> Iterator[Found]:
    """Korean number words: alone, or with a counter behind."""
    counters = tuple(known.words("counters"))
    for match in _WORD.finditer(text):
        said = match.group()
        for size in range(len(said), 0, -1):
            values = known.exact["other"].get(said[:size])
            counted = said[size:].startswith(counters) or (
                size == len(said) and text[match.end() :].lstrip().startswith(counters)
            )
            if values and (counted or size == len(said) or size > 1):
                sure = counted and len(values) == 1 and values[0] > 1
                yield match.start(), match.start() + size, values, (), 0 if sure else _UNSAID
                break
