"""Whether two claims are about one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from checker.model import About
from checker.names import match


def same_slot(left: About, right: About, words: Mapping[str, Any]) -> float:
    """How surely two claims answer each other by what they are about.

    Args:
        left: what one claim is about.
        right: what the other is about.
        words: the tables of `rules/pairing.toml`.

    Returns:
        0 when anything that is known of both is at odds; else the sum of the weights of what they share, at most 1.
    """
    if left.thing != right.thing or left.status != right.status or not _same_event(left.other_event, right.other_event):
        return 0.0
    if left.source and right.source and not set(left.source.split()) & set(right.source.split()):
        return 0.0
    if not same_owner(left.owner, right.owner, words["owner_match"]):
        return 0.0
    if left.scope != right.scope and not _same_scope(left.scope, right.scope, words["generic"]):
        return 0.0
    weights: Mapping[str, float] = words["weights"]
    total = weights["context"] * overlap(left.context, right.context)
    if left.thing:
        total += weights["canonical" if left.canonical and right.canonical else "thing"]
    if left.owner or right.owner:
        total += weights["owner" if left.owner and right.owner else "unowned"]
    if left.scope:
        total += weights["scope"]
    return min(1.0, total)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the words of both sets that they have in common (Dice's coefficient)."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


@lru_cache(maxsize=65536)
def same_owner(left: str, right: str, threshold: float) -> bool:
    """Two owners may be one: equal, spelled alike, or not known of one side."""
    return not left or not right or left == right or match(left, right) >= threshold


def _same_event(left: str, right: str) -> bool:
    """`2003` and `2003-12` are one earlier event; an earlier event is never today's."""
    return left == right or (bool(left and right) and (left.startswith(right) or right.startswith(left)))


def _same_scope(left: frozenset[str], right: frozenset[str], generic: Sequence[str]) -> bool:
    """A toll in one town answers one in the same town; the toll as such answers only the toll as such."""
    one, other = _cores(left, generic), _cores(right, generic)
    return one == other or bool(one & other)


def _cores(names: frozenset[str], generic: Sequence[str]) -> frozenset[str]:
    """Names of places without the words that say what they are: Oslo City is Oslo."""
    return frozenset(
        " ".join(word for word in name.lower().split() if word not in generic) or name.lower() for name in names
    )
