"""Units of measure behind a figure in any of the languages, and whether one figure is another one converted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from checker.across.tables import normal, tables

_LONGEST = 24
_START = re.compile(r"[ \u00a0\u202f-]?")


@dataclass(frozen=True, slots=True)
class Scale:
    """What units are of each other.

    Attributes:
        sizes: dimension to unit to its size, for dimensions without an offset.
        tolerance: share by which a converted figure may be off.
    """

    sizes: Mapping[str, Mapping[str, str]]
    tolerance: Decimal

    def same(self, left: Decimal, left_unit: str, right: Decimal, right_unit: str) -> bool:
        """Whether the two are one length, area, mass; True for units that cannot be compared."""
        for sizes in self.sizes.values():
            if left_unit in sizes and right_unit in sizes:
                one, other = left * _size(sizes[left_unit]), right * _size(sizes[right_unit])
                return abs(one - other) <= self.tolerance * max(one, other)
        return "degree" in left_unit and "degree" in right_unit


def _size(text: str) -> Decimal:
    one, _, other = str(text).partition("/")
    return Decimal(one) / Decimal(other or 1)


def scale(words: Mapping[str, Any], tolerance: float) -> Scale:
    """The sizes of `rules/quantity.toml`."""
    return Scale(
        {name: sizes for name, sizes in words["size"].items() if name != "temperature"}, Decimal(str(tolerance))
    )


@lru_cache(maxsize=4096)
def unit_at(text: str, at: int, language: str) -> str | None:
    """The unit that stands behind a figure, None where none does."""
    names, longest = _units(language)
    gap = _START.match(text, at)
    start = gap.end() if gap else at
    for size in range(min(longest, len(text) - start), 0, -1):
        piece = text[start : start + size]
        behind = text[start + size : start + size + 1]
        if piece[-1].isspace() or behind == "/" or (behind.isalnum() and piece[-1].isascii()):
            continue
        if (unit := names.get(normal(piece))) is not None:
            return unit
    return None


@cache
def _units(language: str) -> tuple[Mapping[str, str], int]:
    known = tables(language)
    found = {
        normal(form): unit
        for unit, forms in known.names.get("units", {}).items()
        for form in forms
        if "/" not in form[:1]
    }
    return found, min(_LONGEST, max(map(len, found), default=0))
