"""A story as the matcher holds it: numbers for its terms, and how many of the stories that are held have each term."""

from __future__ import annotations

import zlib
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
        principals: numbers of the names that it calls most often.
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
    principals: tuple[int, ...]
    weekdays: frozenset[str]
    days: frozenset[str]

    def says(self, word: int) -> bool:
        """Whether the word of this number stands in the story."""
        return bool((self.ids[: self.listed] == word).any())


class Terms:
    """The numbers of terms, and how many stories have each.

    Attributes:
        frequency: by number.
    """

    def __init__(self) -> None:
        import numpy as np

        self._numbers: dict[str, int] = {}
        self.frequency: Numbers = np.zeros(_PAIRS + _ROOM, np.int64)
        self._scratch: Floats = np.zeros((max(_SLOTS) + 1, len(self.frequency)))

    def hold(self, signature: Signature, settings: Mapping[str, Any]) -> Held:
        """The signature with numbers for terms; its terms are counted."""
        import numpy as np

        ids: list[int] = []
        counts: list[int] = []
        sizes: list[int] = []
        for kind in KINDS:
            before = len(ids)
            self._number(kind, getattr(signature, kind), ids, counts)
            sizes.append(len(ids) - before)
        held = Held(
            name=signature.name,
            published=signature.published,
            sentences=signature.sentences,
            ids=np.array(ids, np.int64),
            slots=np.repeat(np.array(_SLOTS), sizes),
            kinds=np.repeat(np.arange(len(KINDS)), sizes),
            counts=1 + np.log(np.array(counts, np.float64)),
            listed=len(signature.words),
            principals=tuple(self._numbers[name] for name in _principals(signature, settings["principals"])),
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
        frequency = np.zeros(_PAIRS + max(_ROOM, 2 * len(used)), np.int64)
        frequency[:_PAIRS] = self.frequency[:_PAIRS]
        frequency[_PAIRS : _PAIRS + len(used)] = self.frequency[_PAIRS + used]
        self.frequency, self._scratch = frequency, np.zeros((max(_SLOTS) + 1, len(frequency)))
        for held in rows:
            held.ids = new[held.ids]
            held.principals = tuple(int(new[word]) for word in held.principals)
        moved = {int(new[number]): listed for number, listed in postings.items()}
        postings.clear()
        postings.update(moved)

    def _number(self, kind: str, terms: Counts, ids: list[int], counts: list[int]) -> None:
        """Append the numbers of the terms, and their counts."""
        if kind == "pairs":
            bag: dict[int, int] = {}
            for pair, count in terms:
                number = zlib.crc32(pair.encode("utf-8", "surrogatepass")) % _PAIRS
                bag[number] = bag.get(number, 0) + count
            ids += bag
            counts += bag.values()
            return
        known = self._numbers
        for term, count in terms:
            number = known.setdefault(term, _PAIRS + len(known))
            ids.append(number)
            counts.append(count)
        while _PAIRS + len(known) > len(self.frequency):
            self._grow()

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
