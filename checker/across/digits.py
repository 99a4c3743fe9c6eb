"""Digits of any script, with the marks of a language: what figure they may be."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

DIGITS = re.compile(r"\d+(?:[.,'٫٬・]\d+)*")
SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\d.,]*\d)")
_MARK = re.compile(r"[.,'٫٬・]")
_GROUP = 3
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘"), "'")
_SPACES = dict.fromkeys((0xA0, 0x202F, 0x2009, 0x3000), " ")


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """The text with every digit, full-width letter, apostrophe and space in its common form, each in its place."""
    table: dict[int, str] = {**_APOSTROPHES, **_SPACES}
    for character in set(text):
        code = ord(character)
        if character.isdecimal():
            table[code] = str(unicodedata.decimal(character))
        elif 0xFF01 <= code <= 0xFF5E:  # noqa: PLR2004 - the full-width forms of ASCII
            table[code] = chr(code - 0xFEE0)
    return text.translate(table)


def read(digits: str, decimal: str, group: str) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """What digits with marks between them say.

    Args:
        digits: folded, the marks among them.
        decimal: the characters that stand before decimals.
        group: the characters that stand between thousands.

    Returns:
        The figures that they may be together, the likeliest first; and the figures that they are one by one, where they
        may be several (a date, a clock time, a version).
    """
    if " " in digits:
        whole, one_by_one = read(digits.replace(" ", ""), decimal, group)
        parts = re.split("[ .,]", digits)
        return whole, one_by_one or (() if "000" in parts else tuple(map(Decimal, parts)))
    marks = _MARK.findall(digits)
    parts = [part for part in _MARK.split(digits) if part]
    apart = tuple(Decimal(part) for part in parts)
    if not marks:
        return (Decimal(digits),), ()
    if len(set(marks)) > 1:
        one = marks[-1] not in marks[:-1] and len(set(marks)) == 2 and _are_groups(parts[:-1])  # noqa: PLR2004 - two kinds of marks
        return ((Decimal("".join(parts[:-1]) + "." + parts[-1]),), ()) if one else ((), apart)
    found: list[Decimal] = []
    if marks[0] in group and _are_groups(parts):
        found.append(Decimal("".join(parts)))
    if len(marks) == 1 and (marks[0] in decimal or not found):
        found.append(Decimal(".".join(parts)))
    return tuple(found), () if found and marks[0] in group + decimal and len(parts[-1]) != 2 else apart  # noqa: PLR2004 - 15.30, 24.7.20


def _are_groups(parts: list[str]) -> bool:
    """Thousands, or lakhs and crores: groups of three, the last one always."""
    head, *rest = parts
    if not rest:
        return True
    middle = rest[:-1]
    even = all(len(part) == _GROUP for part in middle) or all(len(part) == _GROUP - 1 for part in middle)
    return 0 < len(head) <= _GROUP and head[0] != "0" and len(rest[-1]) == _GROUP and even
