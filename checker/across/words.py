"""What one word adds to a number: zwanzig, twenty-first's `first`, dreihundertfünfzig."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.across.sums import Sum
from checker.across.tables import Tables

# A shorter multiplier inside a compound is part of something else.
_SHORTEST = 2
_LONGEST_PREFIX = 3


class Meaning(NamedTuple):
    """A word as part of a number.

    Attributes:
        value: what it adds or multiplies by.
        strength: as in `Figure`.
        multiplies: it multiplies what stands before it.
        last: nothing of the number follows it.
        joined: a joining word is written on to it.
        others: further values that it may have.
    """

    value: Decimal
    strength: int
    multiplies: bool = False
    last: bool = False
    joined: bool = False
    others: tuple[Decimal, ...] = ()


def meaning(word: str, known: Tables) -> Meaning | None:
    """What a word means as part of a number, None when it is none.

    Args:
        word: normalised.
        known: the tables of its language.
    """
    found = _simple(word, known)
    if found is None and known.settings.get("compound"):
        found = _compound(word, known)
    if found is None and (prefixes := known.words("prefixes")):
        for size in range(_LONGEST_PREFIX, 0, -1):
            if word[:size] in prefixes and (rest := _simple(word[size:], known)) is not None:
                return rest._replace(joined=word[0] in known.words("joiners"))
    return found


def _simple(word: str, known: Tables) -> Meaning | None:
    exact = known.exact
    if values := exact.get("cardinal", {}).get(word):
        return Meaning(values[0], 0 if word in known.words("doubtful") else 1)
    if (values := exact.get("multiply", {}).get(word)) and word not in known.words("attached"):
        return Meaning(values[0], 1, multiplies=True)
    ordinal = exact.get("ordinal", {}).get(word) or (known.stems["ordinal"].find(word) if known.stems else ())
    if ordinal:
        sure = known.code == "en" and ordinal[0] > 2  # noqa: PLR2004 - first and second say much else
        return Meaning(ordinal[0], int(sure), last=bool(ordinal[0] % 10) or ordinal[0] == 10, others=ordinal[1:])  # noqa: PLR2004 - dwudziesty pierwszy is 21st
    return None


@lru_cache(maxsize=16384)
def _split(word: str, code: str) -> tuple[Decimal, bool] | None:
    from checker.across.tables import tables

    return _Compound(tables(code)).read(word)


def _compound(word: str, known: Tables) -> Meaning | None:
    found = _split(word, known.code)
    if found is None:
        return None
    value, whole = found
    return Meaning(value, int(whole), last=not whole)


class _Compound:
    """Takes a word apart into number words, the longest first."""

    def __init__(self, known: Tables) -> None:
        self._known = known
        parts = {**known.exact["cardinal"], **known.exact["multiply"]}
        self._parts = {part: values[0] for part, values in parts.items() if len(part) >= _SHORTEST}
        self._multiply = known.exact["multiply"]
        self._longest = max(map(len, self._parts))

    def read(self, word: str) -> tuple[Decimal, bool] | None:
        """The number that the word is made of, and whether it is that and nothing else."""
        number = Sum(units_first=bool(self._known.settings.get("units_first")))
        at, taken, joined = 0, 0, False
        while at < len(word):
            part = self._part(word, at)
            if part is None:
                infix = next((one for one in self._known.words("infix") if taken and word.startswith(one, at)), None)
                if infix is None or joined:
                    break
                at, joined = at + len(infix), True
                continue
            value = self._parts[part]
            fits = number.multiply(value) if part in self._multiply else number.add(value, joined=joined)
            if not fits:
                return None
            at, taken, joined = at + len(part), taken + 1, False
        rest = word[at:]
        if not taken or joined:
            return None
        if not rest:
            return (number.value, True) if taken > 1 else None
        ordinal = self._known.stems["ordinal"].find(rest) or self._known.exact["ordinal"].get(rest)
        if ordinal and number.add(ordinal[0]):
            return number.value, False
        return (number.value, False) if self._ends(rest) else None

    def _part(self, word: str, at: int) -> str | None:
        sizes = range(min(self._longest, len(word) - at), 0, -1)
        return next((word[at : at + size] for size in sizes if word[at : at + size] in self._parts), None)

    def _ends(self, rest: str) -> bool:
        endings = self._known.words("suffixes")
        return any(rest.startswith(end[:-1]) if end.endswith("*") else rest == end for end in endings)
