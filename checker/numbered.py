"""Things that are known by a name and a number, and of which a story is about one: Orpheon-2, an Airbus A320."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.grammar.patterns import either
from checker.vocabulary import is_word

if TYPE_CHECKING:
    from checker.parsed import Parsed

_NUMBER = re.compile(r"-(?P<number>\d{1,2})(?![\w-]|\.\d)")
_COINED = re.compile(r"(?<![\w-])[A-Z][a-z]{3,12}\Z")
_LONGEST = 14


class One(NamedTuple):
    """The one of a name that a story is about.

    Attributes:
        name: in small letters.
        number: behind it.
        spans: where it is mentioned.
        others: further numbers that the story has behind the name.
    """

    name: str
    number: str
    spans: tuple[tuple[int, int], ...]
    others: frozenset[str]


class Numbered:
    """Finds them.

    Args:
        words: the table `numbered` of `rules/state.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._makers: Sequence[str] = words["makers"]
        self._types = re.compile(rf"\b(?P<name>{either(words['makers'])}) (?P<number>[A-Z]?\d{{3}})(?!\d|[.,]\d)")

    def find(self, parsed: Parsed) -> Iterator[One]:
        """For each name the number that the story has most often, none where two stand there as often."""
        found: defaultdict[str, defaultdict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for name, number, span in (*self._coined(parsed), *self._made(parsed.text)):
            found[name.lower()][number].append(span)
        for name, numbers in found.items():
            first, *rest = sorted(numbers, key=lambda number: (-len(numbers[number]), number))
            if not rest or len(numbers[first]) > len(numbers[rest[0]]):
                yield One(name, first, tuple(numbers[first]), frozenset(rest))

    def _coined(self, parsed: Parsed) -> Iterator[tuple[str, str, tuple[int, int]]]:
        """Names that no dictionary has."""
        text = parsed.text
        for number in _NUMBER.finditer(text):
            name = _COINED.search(text, max(0, number.start() - _LONGEST), number.start())
            if name is not None and not is_word(name.group(), parsed.doc.vocab):
                yield name.group(), number["number"], (name.start(), number.end())

    def _made(self, text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
        """Types of a maker."""
        if any(maker in text for maker in self._makers):
            yield from ((each["name"], each["number"], each.span()) for each in self._types.finditer(text))
