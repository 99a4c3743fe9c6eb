"""Things that are known by a name and a number, and of which a story is about one: Orpheon-2, an Airbus A320."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.grammar.patterns import either
from checker.vocabulary import is_word

if TYPE_CHECKING:
    from checker.parsed import Parsed

_COINED = re.compile(r"(?<![\w-])(?P<name>[A-Z][a-z]{3,12})-(?P<number>\d{1,2})(?![\w-]|\.\d)")


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
        self._types = re.compile(rf"\b(?P<name>{either(words['makers'])}) (?P<number>[A-Z]?\d{{3}})(?!\d|[.,]\d)")

    def find(self, parsed: Parsed) -> Iterator[One]:
        """For each name the number that the story has most often, none where two stand there as often."""
        found: defaultdict[str, defaultdict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        vocab = parsed.doc.vocab
        for pattern in (_COINED, self._types):
            for each in pattern.finditer(parsed.text):
                if pattern is self._types or not is_word(each["name"], vocab):
                    found[each["name"].lower()][each["number"]].append(each.span())
        for name, numbers in found.items():
            first, *rest = sorted(numbers, key=lambda number: (-len(numbers[number]), number))
            if not rest or len(numbers[first]) > len(numbers[rest[0]]):
                yield One(name, first, tuple(numbers[first]), frozenset(rest))
