"""Groups of stories that report one event, from what is known of pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.align.records import Alignment, Edge

# Low enough to keep two groups apart whatever the rest of them have in common.
_NEVER = -1e6


def cluster(names: Iterable[str], edges: Iterable[Edge], settings: Mapping[str, Any]) -> Alignment:
    """The groups, by average linkage inside what hangs together: never two stories that a veto keeps apart.

    Args:
        names: of all stories.
        edges: what is known of pairs of them; a pair that has none has nothing in common.
        settings: the tables of `rules/align.toml`.
    """
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for edge in edges:
        scores[edge.left][edge.right] = scores[edge.right][edge.left] = _NEVER if edge.veto else edge.score
    groups: list[tuple[str, ...]] = []
    for component in _components(sorted(names), scores, settings["threshold"]):
        groups += _link(component, scores, settings["threshold"])
    return Alignment(tuple(sorted(groups)))


def _components(
    names: Sequence[str], scores: Mapping[str, Mapping[str, float]], threshold: float
) -> Iterable[list[str]]:
    left = dict.fromkeys(names)
    while left:
        queue = [next(iter(left))]
        del left[queue[0]]
        component = list(queue)
        while queue:
            near = sorted(n for n, s in scores.get(queue.pop(), {}).items() if s >= threshold and n in left)
            for name in near:
                del left[name]
            component += near
            queue += near
        yield sorted(component)


def _link(
    component: Sequence[str], scores: Mapping[str, Mapping[str, float]], threshold: float
) -> list[tuple[str, ...]]:
    """The two groups with the highest mean score are joined until none reaches the threshold."""
    parts: list[tuple[str, ...]] = [(name,) for name in component]

    def mean(a: tuple[str, ...], b: tuple[str, ...]) -> float:
        return sum(scores.get(one, {}).get(other, 0.0) for one in a for other in b) / (len(a) * len(b))

    while len(parts) > 1:
        best, one, other = max((mean(a, b), -i, -j) for i, a in enumerate(parts) for j, b in enumerate(parts) if i < j)
        if best < threshold:
            break
        joined = tuple(sorted(parts[-one] + parts[-other]))
        parts = [part for k, part in enumerate(parts) if k not in (-one, -other)] + [joined]
    return parts
