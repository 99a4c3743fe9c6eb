"""Groups of stories that report one event, from what is known of pairs."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.align.copies import copies
from checker.align.records import Alignment, Edge, Maybe

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

Group = tuple[str, ...]
_NEVER = -math.inf


def cluster(names: Iterable[str], edges: Iterable[Edge], settings: Mapping[str, Any]) -> Alignment:
    """The groups, by average linkage inside what hangs together.

    A veto is the most that a pair can say against. So a story that is followed up for weeks stays one event, while two
    groups with a gap between them never become one. Copies of one text are one source, and count once.

    Args:
        names: of all stories.
        edges: what is known of pairs of them.
        settings: the tables of `rules/align.toml`.
    """
    edges = list(edges)
    same = copies(edges)
    first = {name: group[0] for group in same for name in group}
    odds = _odds(edges, first, settings["join"])
    nodes = sorted({first.get(name, name) for name in names})
    found: list[list[str]] = []
    for component in _components(nodes, odds, settings["threshold"], settings["join"]["largest"]):
        found += _link(component, odds, settings)
    carried = {group[0]: group for group in same}
    groups = sorted(tuple(sorted(n for node in group for n in carried.get(node, (node,)))) for group in found)
    return Alignment(tuple(groups), _maybe(found, odds, settings["join"], first, groups), same)


Odds = dict[str, dict[str, float]]


def _odds(edges: Iterable[Edge], first: Mapping[str, str], settings: Mapping[str, float]) -> Odds:
    """Of each pair of texts the mean of what is known of the stories that carry them."""
    known: dict[tuple[str, str], list[float]] = defaultdict(list)
    for edge in edges:
        one, other = sorted((first.get(edge.left, edge.left), first.get(edge.right, edge.right)))
        if one != other:
            known[one, other].append(-settings["most"] if edge.veto else _clipped(edge.score, settings["most"]))
    odds: Odds = defaultdict(dict)
    for (one, other), values in known.items():
        odds[one][other] = odds[other][one] = math.fsum(values) / len(values)
    return odds


def _clipped(score: float, most: float) -> float:
    if not 0 < score < 1:
        return most if score > 0 else -most
    return max(-most, min(most, _logit(score)))


def _components(nodes: Sequence[str], odds: Odds, threshold: float, largest: int) -> Iterable[list[str]]:
    """What hangs together; a very large piece, which hangs together by chance, cut at a higher threshold."""
    least = _logit(threshold)
    left = dict.fromkeys(nodes)
    while left:
        queue = [next(iter(left))]
        del left[queue[0]]
        component = list(queue)
        while queue:
            near = [n for n, value in odds.get(queue.pop(), {}).items() if value >= least and n in left]
            for name in near:
                del left[name]
            component += near
            queue += near
        component.sort()
        if len(component) > largest:
            yield from _components(component, odds, (1 + threshold) / 2, largest)
        else:
            yield component


def _link(component: Sequence[str], odds: Odds, settings: Mapping[str, Any]) -> list[list[str]]:
    """The two groups with the most for them are joined until none have enough."""
    import numpy as np

    join, size = settings["join"], len(component)
    if size == 1:
        return [list(component)]
    mean = _matrix(component, odds, join["missing"])
    best, sizes, worth = mean.copy(), np.ones(size), mean.copy()
    groups = {index: [name] for index, name in enumerate(component)}
    least = _logit(settings["threshold"])
    worth[best < least] = _NEVER
    while len(groups) > 1:
        one, other = divmod(int(np.argmax(worth)), size)
        if worth[one, other] < join["least"]:
            break
        joined = (sizes[one] * mean[one] + sizes[other] * mean[other]) / (sizes[one] + sizes[other])
        nearest = np.maximum(best[one], best[other])
        sizes[one] += sizes[other]
        groups[one] += groups.pop(other)
        mean[one] = mean[:, one] = joined
        best[one] = best[:, one] = nearest
        for table in (mean, best, worth):
            table[other] = table[:, other] = table[one, one] = _NEVER
        weighed = mean[one] + join["unequal"] * np.abs(np.log(sizes / sizes[one]))
        worth[one] = worth[:, one] = np.where(best[one] < least, _NEVER, weighed)
    return list(groups.values())


def _logit(likelihood: float) -> float:
    return math.log(likelihood / (1 - likelihood))


def _matrix(component: Sequence[str], odds: Odds, missing: float) -> Matrix:
    import numpy as np

    index = {name: place for place, name in enumerate(component)}
    matrix = np.full((len(component), len(component)), missing)
    for name, row in index.items():
        for other, value in odds.get(name, {}).items():
            if other in index:
                matrix[row, index[other]] = value
    np.fill_diagonal(matrix, _NEVER)
    return matrix


def _maybe(
    found: Sequence[Sequence[str]],
    odds: Odds,
    settings: Mapping[str, float],
    first: Mapping[str, str],
    groups: Sequence[Group],
) -> tuple[Maybe, ...]:
    """Pairs of groups that have nearly enough for them."""
    of = {node: place for place, group in enumerate(found) for node in group}
    called = {first.get(name, name): group[0] for group in groups for name in group}
    known: dict[tuple[int, int], list[float]] = defaultdict(list)
    for node, row in odds.items():
        for other, value in row.items():
            if node < other and node in of and other in of and of[node] != of[other]:
                known[min(of[node], of[other]), max(of[node], of[other])].append(value)
    maybe = []
    for (here, there), values in known.items():
        sizes = len(found[here]), len(found[there])
        total = math.fsum([*values, settings["missing"] * (sizes[0] * sizes[1] - len(values))]) / (sizes[0] * sizes[1])
        worth = total + settings["unequal"] * abs(math.log(sizes[0] / sizes[1]))
        if worth >= settings["least"] - settings["band"]:
            left, right = sorted((called[found[here][0]], called[found[there][0]]))
            likely = 1 / (1 + math.exp(-min(settings["most"], worth - settings["least"])))
            maybe.append(Maybe(left, right, round(likely, 3)))
    return tuple(sorted(maybe, key=lambda pair: (pair.left, pair.right)))
