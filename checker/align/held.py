"""A story as the matcher holds it: numbers for its terms, and how many of the stories that are held have each term."""

from __future__ import annotations

import math
import zlib
from bisect import bisect_left
from collections.abc import Collection, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.align.records import Counts, Signature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

# Kinds of terms, in the order in which they are measured.
KINDS = ("words", "opening", "pairs", "names", "numbers")
# Opening and names are words of the story once more: they have the words' numbers, each in a slot of its own.
_SLOTS = (0, 1, 0, 2, 0)
# Pairs of words are too many to be listed: each has one of these numbers, and now and then two have the same.
_PAIRS = 1 << 19
_ROOM = 1 << 14


@dataclass(slots=True, eq=False)
class Held:
    """What is kept of a signature. Terms stand in the order of the signature, whatever their numbers are.

    Attributes:
        name, published, sentences: the signature's.
        ids, slots, kinds, counts: of each term its number, slot and kind, and 1 + log of how often it stands there.
        listed: how many of them, from the start, are words by which the story is found.
        words: its words, sorted.
        principals: the names that it calls most often.
        weekdays, days: the days of the week, and of a month, that it names.
    """

    name: str
    published: date | None
    sentences: tuple[int, ...]
    ids: Numbers
    slots: Numbers
    kinds: Numbers
    counts: Floats
    listed: int
    words: tuple[str, ...]
    principals: tuple[str, ...]
    weekdays: frozenset[str]
    days: frozenset[str]

    def says(self, word: str) -> bool:
        """Whether the word stands in the story."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word


class Terms:
    """The numbers of terms, and how many stories have each.

    Attributes:
        frequency: by number.
    """

    def __init__(self) -> None:
        import numpy as np

        self._numbers: dict[str, int] = {}
        self._words: dict[str, str] = {}
        self.frequency: Numbers = np.zeros(_PAIRS + _ROOM, np.int64)
        self._scratch: Floats = np.zeros((max(_SLOTS) + 1, len(self.frequency)))

    def hold(self, signature: Signature, settings: Mapping[str, Any]) -> Held:
        """The signature with numbers for terms; its terms are counted."""
        import numpy as np

        bags = [self._numbered(kind, getattr(signature, kind)) for kind in KINDS]
        sizes = [len(bag) for bag in bags]
        ids = np.array([number for bag in bags for number in bag], np.int64)
        held = Held(
            name=signature.name,
            published=signature.published,
            sentences=signature.sentences,
            ids=ids,
            slots=np.repeat(np.array(_SLOTS), sizes),
            kinds=np.repeat(np.arange(len(KINDS)), sizes),
            counts=np.array([1 + math.log(count) for bag in bags for count in bag.values()]),
            listed=len(signature.words),
            words=tuple(self._words.setdefault(word, word) for word, _ in signature.words),
            principals=_principals(signature, settings["principals"]),
            weekdays=frozenset(day for day, _ in signature.dates if not day[0].isdigit()),
            days=frozenset(day for day, _ in signature.dates if day[0].isdigit()),
        )
        self.frequency[held.ids[held.slots == 0]] += 1
        return held

    def release(self, held: Held) -> None:
        """Its terms count no more."""
        self.frequency[held.ids[held.slots == 0]] -= 1

    def rarity(self, stories: int, more: float, least: float) -> Floats:
        """What one occurrence of each term weighs.

        Args:
            stories: how many are held.
            more: stories beside them that are thought to have none of their terms.
            least: what a term weighs that every story has.
        """
        import numpy as np

        weights: Floats = np.log((more + stories) / (1 + self.frequency)) + least
        return weights

    def scratch(self) -> Floats:
        """Zeros, a place for each number in each slot; whoever writes into them clears them."""
        return self._scratch

    def tidy(self, rows: Collection[Held], postings: MutableMapping[int, Any]) -> None:
        """Forget the terms that no story has any more, once they are the most."""
        import numpy as np

        used = np.flatnonzero(self.frequency[_PAIRS:])
        if len(self._numbers) <= max(_ROOM, 2 * len(used)):
            return
        new = np.arange(len(self.frequency))
        new[_PAIRS + used] = _PAIRS + np.arange(len(used))
        alive = set((_PAIRS + used).tolist())
        self._numbers = {term: int(new[number]) for term, number in self._numbers.items() if number in alive}
        self._words = {term: term for term in self._numbers}
        frequency = np.zeros(_PAIRS + max(_ROOM, 2 * len(used)), np.int64)
        frequency[:_PAIRS] = self.frequency[:_PAIRS]
        frequency[_PAIRS : _PAIRS + len(used)] = self.frequency[_PAIRS + used]
        self.frequency, self._scratch = frequency, np.zeros((max(_SLOTS) + 1, len(frequency)))
        for held in rows:
            held.ids = new[held.ids]
            held.words = tuple(self._words[word] for word in held.words)
        moved = {int(new[number]): listed for number, listed in postings.items()}
        postings.clear()
        postings.update(moved)

    def _numbered(self, kind: str, counts: Counts) -> dict[int, int]:
        if kind != "pairs":
            return {self._number(term): count for term, count in counts}
        bag: dict[int, int] = {}
        for pair, count in counts:
            number = zlib.crc32(pair.encode("utf-8", "surrogatepass")) % _PAIRS
            bag[number] = bag.get(number, 0) + count
        return bag

    def _number(self, term: str) -> int:
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = _PAIRS + len(self._numbers)
            if number >= len(self.frequency):
                self._grow()
        return number

    def _grow(self) -> None:
        import numpy as np

        more = np.zeros(len(self.frequency) - _PAIRS, np.int64)
        self.frequency = np.concatenate([self.frequency, more])
        self._scratch = np.zeros((max(_SLOTS) + 1, len(self.frequency)))


def _principals(signature: Signature, settings: Mapping[str, int]) -> tuple[str, ...]:
    """The names that are called most often, those of the opening counted twice."""
    opening = dict(signature.opening)
    called = {name: count * (1 + (name in opening)) for name, count in signature.names if count >= settings["least"]}
    return tuple(sorted(called, key=lambda name: (-called[name], name))[: settings["most"]])
