"""Whether two happenings are one, by what is known of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from checker.model import Happening
from checker.slots import same_owner


def same_happening(left: Happening, right: Happening, words: Mapping[str, Any], single: frozenset[str]) -> str:
    """What the two share, `names`, `nouns` or `kind`; empty when they may be two.

    Args:
        left: what one story dates.
        right: what the other does.
        words: the tables of `rules/happening.toml`.
        single: kinds of which a story that tells one tells that of its event.
    """
    one_kind = _one_kind(left, right)
    told_otherwise = not one_kind and _may_be(left.kind, right.kind, words["kind"])
    if left.relation != right.relation or left.phase != right.phase or not (one_kind or told_otherwise):
        return ""
    if {left.tense, right.tense} == {"past", "future"} or not _fits(left.modifiers, right.modifiers):
        return ""
    if not _fits(left.objects, right.objects):
        return ""
    ranked = left.marks & right.marks
    if not ranked and ((left.marks and right.marks) or "last" in left.marks | right.marks):
        return ""
    if left.relation == "since" and not ranked:
        return ""
    shared, apart = compared_names(left.names, right.names, words["owner_match"])
    if apart:
        return ""
    if shared or told_otherwise:
        return "names" if shared else ""
    if left.nouns & right.nouns:
        return "nouns"
    certain = not left.kind or not right.kind or "next" in ranked or left.kind in single
    return "kind" if certain and left.alone and right.alone else ""


def singles(words: Mapping[str, Any]) -> frozenset[str]:
    """The kinds of which the tables say so."""
    return frozenset(kind for kind, spec in words["kind"].items() if spec.get("single"))


def _one_kind(left: Happening, right: Happening) -> bool:
    """One kind; where a phase alone is told (`the conclusion is expected in May`) it fits any."""
    return left.kind == right.kind or bool(left.phase and not (left.kind and right.kind))


def _may_be(left: str, right: str, kinds: Mapping[str, Any]) -> bool:
    """One kind may be told as the other: teams that play each other meet."""
    return left in kinds.get(right, {}).get("also", ()) or right in kinds.get(left, {}).get("also", ())


def _fits(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or bool(left & right)


@lru_cache(maxsize=1 << 14)
def compared_names(left: frozenset[str], right: frozenset[str], match: float) -> tuple[bool, bool]:
    """Whether the two have a name in common, and whether either has one that the other lacks in turn."""
    here = [name for name in sorted(left) if not any(_one_name(name, other, match) for other in right)]
    there = [name for name in sorted(right) if not any(_one_name(name, other, match) for other in left)]
    return len(here) < len(left), bool(here and there)


def _one_name(left: str, right: str, match: float) -> bool:
    a, b = _parts(left), _parts(right)
    return a <= b or b <= a or same_owner(left, right, match)


def _parts(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("-", " ").replace(".", "").split())
