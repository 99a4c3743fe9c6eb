"""Whether two happenings are one, by what is known of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from checker.happening import UNLISTED
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
    if UNLISTED in left.kind + right.kind or not left.relation:
        return _one_deed(left, right, words)
    told_otherwise = left.kind != right.kind and _may_be(left.kind, right.kind, words["kind"])
    if not (_one_kind(left, right) or told_otherwise) or not _fit(left, right):
        return ""
    shared, apart = compared_names(left.names, right.names, words["owner_match"])
    # What both leads tell of is their event, whoever else is named there.
    event = shared and left.kind == right.kind and left.kind in single and left.lead and right.lead
    if (apart and not event) or (told_otherwise and not shared):
        return ""
    if shared:
        return "names"
    # Of two who died one may be the other's neighbour.
    once = words["kind"].get(left.kind, {}).get("once", False)
    if left.nouns & right.nouns and not once:
        return "nouns"
    next_one = "next" in left.marks & right.marks
    # The end of something known and the end of what is not named; two that name nothing may be of anything.
    certain = bool(left.kind) != bool(right.kind) or next_one or left.kind in single
    return "kind" if certain and left.alone and right.alone and not once else ""


def _one_deed(left: Happening, right: Happening, words: Mapping[str, Any]) -> str:
    """What stands in no list is one where one verb, one name and one thing are told on both sides, and nothing else."""
    deed = left.kind.removeprefix(UNLISTED)
    if left.kind != right.kind or not deed or deed in words["verbs"]["empty"] or not (left.alone and right.alone):
        return ""
    shared, apart = compared_names(left.names, right.names, words["owner_match"])
    things = left.nouns & right.nouns
    return "names" if _fit(left, right) and shared and not apart and things else ""


def _fit(left: Happening, right: Happening) -> bool:
    """Nothing that is known of both is at odds, their names aside."""
    if (
        not left.relation
        or left.relation != right.relation
        or left.phase != right.phase
        or {left.tense, right.tense} == {"past", "future"}
    ):
        return False
    marks = left.marks | right.marks
    if not left.marks & right.marks and (left.relation == "since" or "last" in marks or (left.marks and right.marks)):
        return False
    return _overlap(left.modifiers, right.modifiers) and _overlap(left.objects, right.objects)


def at_odds(left: Happening, right: Happening, words: Mapping[str, Any]) -> bool:
    """Whether the two are known to be two: not only that nothing tells that they are one."""
    if not _fit(left, right):
        return True
    if UNLISTED in left.kind + right.kind:
        return False
    kinds = _one_kind(left, right) or _may_be(left.kind, right.kind, words["kind"])
    shared, apart = compared_names(left.names, right.names, words["owner_match"])
    # What happens to everybody once: to whom, must be known of both or of neither.
    others = words["kind"].get(left.kind, {}).get("once", False) and bool(left.names or right.names) and not shared
    return not kinds or apart or others


def singles(words: Mapping[str, Any], told: str = "single") -> frozenset[str]:
    """The kinds of which the tables tell that they are such."""
    return frozenset(kind for kind, spec in words["kind"].items() if spec.get(told))


def is_one_kind(left: Happening, right: Happening, kinds: Mapping[str, Any]) -> bool:
    """Of one kind, or of one that may be told as the other."""
    return _one_kind(left, right) or _may_be(left.kind, right.kind, kinds)


def _one_kind(left: Happening, right: Happening) -> bool:
    """One kind; where a phase alone is told (`the conclusion is expected in May`) it fits any."""
    return left.kind == right.kind or bool(left.phase and not (left.kind and right.kind))


def _may_be(left: str, right: str, kinds: Mapping[str, Any]) -> bool:
    """One kind may be told as the other: teams that play each other meet."""
    return left in kinds.get(right, {}).get("also", ()) or right in kinds.get(left, {}).get("also", ())


def _overlap(left: frozenset[str], right: frozenset[str]) -> bool:
    """The two have one in common, unless there is none on a side."""
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
