"""The words that bound or blur a figure, before it and behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checker.grammar.patterns import either, ending
from checker.model import Amount
from checker.parsed import Figure

_KINDS = ("at_least", "at_most", "about")
_LAST_WORD = re.compile(r"(?:[^\W\d_]+|~|\u2248)[ \t\n-]{0,2}\Z")
_NEXT_WORD = re.compile(r" (?P<word>[\w]+)")
_SPACES = re.compile(r"\s+")
# How far before a figure its bounds begin, and the last word of them.
_REACH = 40
_WORD_REACH = 20
# "at least some 300": no figure has more than two.
_MOST = 2


class Bounds:
    """The grammar of bounds, compiled from `[before]` and `[after]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        before, after = words["before"], words["after"]
        self._before_kind = {phrase: kind for kind in _KINDS for phrase in before[kind]}
        self._after_kind = {phrase: kind for kind in _KINDS for phrase in after[kind]}
        self._before = ending(self._before_kind)
        self._after = re.compile(rf"[ ]?(?P<phrase>{either(self._after_kind)})(?!\w)", re.IGNORECASE)
        self._last = frozenset(phrase.split(" ")[-1].rstrip(".") for phrase in self._before_kind)
        numbers = words["numbers"]
        self._numbers = frozenset({*numbers["units"], *numbers["teens"], *numbers["tens"]})
        self._sums = frozenset(after["sums"])
        self._spanning = frozenset(before["spanning"])
        self._durations = frozenset(before["durations"])

    def apply(self, text: str, figure: Figure, floor: int) -> Figure:
        """The amount with the bounds that stand around it; nothing before `floor` is touched."""
        value = figure.value
        if not isinstance(value, Amount):
            return figure
        start, flags = self._read_before(text, figure.start, floor, value)
        end = figure.end
        behind = self._after.match(text, end)
        if behind and not self._is_sum(text, behind) and not self._is_before(text, behind):
            flags.add(self._after_kind[behind["phrase"].lower()])
            end = behind.end()
        if "at_most" in flags and "at_least" in flags:
            flags = {"about"}
        value = replace(
            value,
            at_least=value.at_least or "at_least" in flags,
            at_most="at_most" in flags,
            about=value.about or "about" in flags,
        )
        return Figure(figure.kind, start, end, value)

    def _read_before(self, text: str, start: int, floor: int, value: Amount) -> tuple[int, set[str]]:
        """Where the bounds before a figure begin, and what they say."""
        flags: set[str] = set()
        for _ in range(_MOST):
            word = _LAST_WORD.search(text, max(floor, start - _WORD_REACH), start)
            if word is None or word.group().rstrip().lower().rstrip("-.") not in self._last:
                break
            match = self._before.search(text, max(floor, start - _REACH), start)
            if match is None:
                break
            phrase = _SPACES.sub(" ", match["phrase"].lower())
            if phrase in self._spanning and value.unit in self._durations:
                break
            flags.add(self._before_kind[phrase])
            start = match.start("phrase")
        return start, flags

    def _is_before(self, text: str, behind: re.Match[str]) -> bool:
        """`a century and over seventy films`: the bound is that of the next figure."""
        follows = _NEXT_WORD.match(text, behind.end())
        if follows is None or not behind["phrase"].lower().startswith("and "):
            return False
        return follows["word"][0].isdigit() or follows["word"].lower() in self._numbers

    def _is_sum(self, text: str, behind: re.Match[str]) -> bool:
        """`300 plus 20`, `2 + 3`: no bound."""
        joins = behind["phrase"].lower() in self._sums
        return joins and (behind.group()[0] == " " or text[behind.end() : behind.end() + 1].isdigit())
