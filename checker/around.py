"""What stands around a word, carried in the context of its claim: two claims are compared without their stories.

A context holds the stems of the sentence as they are, and behind a sign: `>x` a neighbour of the word, `<x` what it
governs or depends on, `#x#n` the n-th word of a kind that the sentence holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings of a word.

    Attributes:
        stems: of the content words of its sentence.
        near: of the content words next to it.
        governed: of its subject and objects, or of what it qualifies.
        kinds: how many words of each kind the sentence has.
    """

    stems: frozenset[str]
    near: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    kinds: Mapping[str, int] = field(default_factory=dict)

    def context(self) -> frozenset[str]:
        """All of it as words of a claim's context."""
        counted = (f"#{kind}#{n}" for kind, count in self.kinds.items() for n in range(count))
        return self.stems.union((f">{one}" for one in self.near), (f"<{one}" for one in self.governed), counted)

    def fit(self, other: Around) -> tuple[float, float]:
        """How far the sentences agree (Dice), and how many neighbours of both the other sentence has; 0 to 1."""
        if not self.stems or not other.stems:
            return 0.0, 0.0
        shared = len(self.stems & other.stems)
        near = len(self.near & other.stems) + len(other.near & self.stems)
        beside = max(1, len(self.near) + len(other.near))
        return 2 * shared / (len(self.stems) + len(other.stems)), near / beside

    def tied(self, other: Around) -> float:
        """The share of what the one governs that the other governs too, 0 to 1."""
        fewer = min(len(self.governed), len(other.governed))
        return len(self.governed & other.governed) / fewer if fewer else 0.0


@lru_cache(maxsize=1 << 14)
def around(context: frozenset[str]) -> Around:
    """The surroundings that a context holds."""
    kinds = Counter(one[1:].rpartition("#")[0] for one in context if one[0] == "#")
    return Around(
        stems=frozenset(one for one in context if one[0] not in "><#"),
        near=_behind(">", context),
        governed=_behind("<", context),
        kinds=kinds,
    )


def _behind(sign: str, context: Iterable[str]) -> frozenset[str]:
    return frozenset(one[1:] for one in context if one[0] == sign)
