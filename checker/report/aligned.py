"""Texts side by side: which sentences of one story tell what a sentence of another tells.

One outlet splits what the other joins, so that several sentences may stand beside one; their order is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.likeness import likeness

# Being linked by a compared fact is worth as much as this likeness.
_LINKED = 0.5


def align(
    base: Sequence[str], other: Sequence[str], base_links: Sequence[frozenset[str]], links: Sequence[frozenset[str]]
) -> list[int]:
    """For every sentence of a story the sentence of the base story beside which it stands.

    Args:
        base: sentences of the story that the others are set beside; at least one.
        other: sentences of another.
        base_links: the rows of the fact table in which each sentence of the base is linked.
        links: the same for the other.

    Returns:
        Places in `base`, never falling: of all such orders the one in which the sentences are most alike.
    """
    if not other:
        return []
    alike = likeness([*base, *other])[len(base) :, : len(base)].tolist()
    best = [0.0] * len(base)
    came: list[list[int]] = []
    for row, linked in zip(alike, links, strict=True):
        reach, leader = -1.0, 0
        chosen: list[int] = []
        totals: list[float] = []
        for place, (value, base_linked) in enumerate(zip(row, base_links, strict=True)):
            if best[place] > reach:
                reach, leader = best[place], place
            chosen.append(leader)
            totals.append(reach + value + (_LINKED if linked & base_linked else 0.0))
        came.append(chosen)
        best = totals
    place = max(range(len(base)), key=lambda at: (best[at], -at))
    places = []
    for chosen in reversed(came):
        places.append(place)
        place = chosen[place]
    return places[::-1]
