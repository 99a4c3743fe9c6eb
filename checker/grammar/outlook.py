"""Which year a day or a month without one is of: news looks back, unless its words look ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from checker.grammar import days

Look = Literal["ahead", "back", "either"]

_SENTENCE_END = re.compile(r"[.!?][\"')]{0,2}\s|\n")
_WORDS = re.compile(r"[^\W\d_]+")
_REACH = 100
_MIDDLE = 15


class Outlook:
    """Places days and months by the words around them, compiled from `[outlook]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["outlook"]
        self._ahead = frozenset(table["ahead"])
        self._ahead_beside = frozenset(table["ahead_beside"])
        self._back = frozenset(table["back"])
        self._no_past = frozenset(table["no_past"])
        self._unfinished = frozenset(table["unfinished"])
        self._was = frozenset(table["was"])
        self._opening: int = table["opening"]
        self._near: int = table["near"]
        self._late: int = table["late"]

    def year_of_month(self, text: str, start: int, end: int, month: int, published: date) -> int:
        """The year of a month that stands at these characters."""
        if month == published.month:
            return published.year
        look = self._look(text, start, end)
        return _year(days.in_years_around(month, _MIDDLE, published), "back" if look is None else look, 0)

    def year_of_day(self, text: str, start: int, end: int, month: int, day: int, published: date) -> int:  # noqa: PLR0913
        """The year of a day that stands at these characters; without a hint the nearest when that is near."""
        ahead = days.in_years_around(month, day, published)
        look = self._look(text, start, end)
        if look is None:
            look = "either" if min(map(abs, ahead.values())) <= self._near else "back"
        return _year(ahead, look, self._late)

    def is_scheduled(self, text: str, start: int) -> bool:
        """`due for` and the like right before a character: what follows is a date, whatever else it may be."""
        before = _WORDS.findall(text[max(0, start - _REACH) : start])[-2:]
        return len(before) > 1 and before[0].lower() in self._ahead

    def _look(self, text: str, start: int, end: int) -> Look | None:
        """Where the sentence looks: by the nearest word that tells before the date, or behind one that opens it."""
        before = _WORDS.findall(_SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1])
        if before and before[-1].lower() in self._ahead_beside:
            return "ahead"
        for place in reversed(range(len(before))):
            look = self._word(before, place)
            if look:
                return look
        if len(before) > self._opening:
            return None
        after = _WORDS.findall(_SENTENCE_END.split(text[end : end + _REACH])[0])
        return next(filter(None, (self._word(after, place) for place in range(len(after)))), None)

    def _word(self, words: Sequence[str], place: int) -> Look | None:
        """Where one word looks: `plans to`, `killed`; `was expected to` may have come to pass or not."""
        word, previous = words[place].lower(), words[place - 1].lower() if place else ""
        if word in self._ahead:
            return "either" if previous in self._was else "ahead"
        past = word.endswith("ed") and words[place].islower() and word not in self._no_past
        return "back" if (past or word in self._back) and previous not in self._unfinished else None


def _year(ahead: Mapping[int, int], look: Look, late: int) -> int:
    """The year to which the words point, of those in which the day lies so many days ahead."""
    if look == "ahead":
        return min((year for year in ahead if ahead[year] >= -late), key=lambda year: ahead[year])
    if look == "back":
        return max((year for year in ahead if ahead[year] <= late), key=lambda year: ahead[year])
    return min(ahead, key=lambda year: abs(ahead[year]))
