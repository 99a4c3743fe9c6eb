"""Patterns of paths: `content/{lang}/**/*.md`.

`*` and `?` stand for characters of one name, `**/` for any folders, none among them, and `{lang}` for a language; what
they stand for is what pairs a translation with its original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LANGUAGE = "{lang}"
_PART = re.compile(r"\*\*/|\*\*|\*|\?|\{lang\}|[^*?{]+|\{")
_MEANING = {"**/": "((?:[^/]+/)*)", "**": "(.*)", "*": "([^/]*)", "?": "([^/])", LANGUAGE: "(?P<lang>[^/.]+)"}


@dataclass(frozen=True)
class Pattern:
    """A pattern.

    Attributes:
        text: as written, with `/` between its parts.
    """

    text: str
    _compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", re.compile(_expression(self.text), re.DOTALL))

    @property
    def wildcards(self) -> tuple[str, ...]:
        """What stands for something in it, in order, the language left out."""
        return tuple(part for part in _PART.findall(self.text) if part in _MEANING and part != LANGUAGE)

    @property
    def folder(self) -> str:
        """The folder in which everything lies that it fits, empty for any."""
        head = re.split(r"[*?{]", self.text, maxsplit=1)[0]
        return head.rpartition("/")[0]

    def match(self, path: str) -> tuple[tuple[str, ...], str] | None:
        """What its wildcards and its language stand for in a path, None when it does not fit."""
        match = self._compiled.fullmatch(path)
        if not match:
            return None
        place = self._compiled.groupindex.get("lang")
        parts = tuple(part for number, part in enumerate(match.groups(), 1) if number != place)
        return parts, match["lang"] if place else ""


def _expression(text: str) -> str:
    """The expression; a second {lang} stands for the same as the first."""
    expression, seen = "", False
    for part in _PART.findall(text):
        expression += "(?P=lang)" if part == LANGUAGE and seen else _MEANING.get(part, re.escape(part))
        seen = seen or part == LANGUAGE
    return expression
