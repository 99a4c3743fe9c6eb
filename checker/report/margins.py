"""The margin of a text: beside each finding what the other stories have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.model import Comparison
from checker.report.target import Target
from checker.report.view import Margin
from checker.report.visible import one_line
from checker.report.wording import cut, words


def margins(comparisons: Sequence[Comparison], targets: Sequence[Target]) -> Mapping[str, Sequence[tuple[int, Margin]]]:
    """For each story its findings, each with the character at which its first mention stands.

    Args:
        comparisons: the rows of an event.
        targets: their anchors and numbers, in the same order.
    """
    found: dict[str, list[tuple[int, Margin]]] = defaultdict(list)
    for comparison, target in zip(comparisons, targets, strict=True):
        if not target.number:
            continue
        groups: dict[str, set[int]] = defaultdict(set)
        places: dict[str, int] = {}
        for side in comparison.sides:
            groups[side.claim.story].add(side.group)
            places[side.claim.story] = min(side.claim.start, places.get(side.claim.story, side.claim.start))
        for story, start in places.items():
            others = dict.fromkeys(
                (side.claim.story, cut(one_line(side.claim.text), words()["context"]))
                for side in comparison.sides
                if side.claim.story != story and side.group not in groups[story]
            )
            margin = Margin(target.number, target.kind, target.href, tuple(others)[: words()["margin"]])
            found[story].append((start, margin))
    return found
