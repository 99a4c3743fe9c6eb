"""Copies of one text, exact and nearly so: they are one source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.align.records import Edge


def are_copies(left: Sequence[int], right: Sequence[int], settings: dict[str, float]) -> bool:
    """Whether two stories carry one text: nearly every sentence of the shorter one stands in the longer, word for word.

    Copies are cut from the end and get another headline, so it is the shorter one that counts.

    Args:
        left: a number for each sentence of a story.
        right: those of another.
        settings: table `copy` of `rules/align.toml`.
    """
    least = min(len(left), len(right))
    if not least or (least < settings["sentences"] and left != right):
        return False
    return len(set(left) & set(right)) >= settings["share"] * least


def copies(edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """The names of the stories that carry one text, for each such text, sorted."""
    of: dict[str, list[str]] = {}
    for edge in edges:
        if edge.copy:
            one, other = of.setdefault(edge.left, [edge.left]), of.setdefault(edge.right, [edge.right])
            if one is not other:
                one += other
                of.update(dict.fromkeys(other, one))
    return tuple(sorted({tuple(sorted(group)) for group in of.values()}))
