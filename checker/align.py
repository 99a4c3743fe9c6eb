"""Which stories report one event, by cheap features: nothing is parsed to learn that it stands alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.model import Story
from checker.normalise import normalise
from checker.paragraphs import body, glued
from checker.rules import Ruleset

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+){0,4}")
# Low enough to keep two groups apart whatever the rest of them have in common.
_NEVER = -1e6


def align(stories: Sequence[Story], ruleset: Ruleset) -> list[tuple[str, ...]]:
    """The stories' names, grouped by the event that they report.

    The score of two stories is a weighted mean of the cosines of their words, names and numbers, each weighted by
    rarity among the stories. Stories are joined by average linkage, and never when their own dates are too far apart.

    Args:
        stories: with what is not theirs set aside.
        ruleset: for the settings in `rules/align.toml` and the places that any two stories may share.

    Returns:
        Groups in order of their first name, each sorted; a story alone is a group of its own.
    """
    if len(stories) < 2:  # noqa: PLR2004 - nothing to align
        return [(story.name,) for story in stories]
    words = ruleset.words("align")
    common = frozenset(words["common"])
    places = _places(ruleset)
    scores = _scores([_features(story, common, places) for story in stories], words)
    _veto(stories, scores, words)
    groups = _link(scores, words["threshold"])
    return sorted(tuple(sorted(stories[index].name for index in group)) for group in groups)


def _features(story: Story, common: frozenset[str], places: frozenset[str]) -> dict[str, Counter[str]]:
    """Words, names (capitalised inside a sentence, no places) and numbers, counted."""
    text, _ = normalise(story.text, body(story), glued(story))
    found: dict[str, Counter[str]] = {"words": Counter(), "names": Counter(), "numbers": Counter()}
    at = 0
    for match in _WORD.finditer(text):
        word = match.group()
        between = text[at : match.start()]
        starts = at == 0 or any(mark in between for mark in '.!?\n":')
        at = match.end()
        lower = _stem(word.lower())
        if word[0].isdigit():
            found["numbers"][word] += 1
        elif lower not in common and word.lower() not in common:
            found["words"][lower] += 1
            if word[0].isupper() and not starts and lower not in places:
                found["names"][lower] += 1
    return found


@lru_cache(maxsize=4)
def _places(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(_words_in(ruleset.words("places")))


def _words_in(entry: object) -> Iterator[str]:
    """Every word of every text in nested tables, in lower case."""
    if isinstance(entry, str):
        yield from entry.lower().split()
    elif isinstance(entry, Mapping):
        for inner in entry.values():
            yield from _words_in(inner)
    elif isinstance(entry, list):
        for inner in entry:
            yield from _words_in(inner)


def _stem(word: str) -> str:
    """Singular and plural, possessive or not, are one."""
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004


def _scores(features: Sequence[Mapping[str, Counter[str]]], words: Mapping[str, Any]) -> Matrix:
    import numpy as np

    total = np.zeros((len(features), len(features)))
    weight = np.zeros_like(total)
    for kind, share in words["weights"].items():
        bags = [feature[kind] for feature in features]
        # A kind that a story has nothing of says nothing about it.
        has = np.array([bool(bag) for bag in bags], dtype=float)
        total += share * _cosines(bags, words["rarity"])
        weight += share * np.outer(has, has)
    scores: Matrix = total / np.where(weight == 0, 1, weight)
    return scores


def _cosines(bags: Sequence[Counter[str]], rarity: float) -> Matrix:
    import numpy as np

    present = Counter(term for bag in bags for term in bag)
    columns = {term: index for index, term in enumerate(sorted(t for t, n in present.items() if n > 1))}
    vectors = np.zeros((len(bags), len(columns)))
    norms = np.zeros(len(bags))
    for row, bag in enumerate(bags):
        for term, count in bag.items():
            value = (1 + np.log(count)) * (np.log((rarity + len(bags)) / (rarity + present[term])) + 1)
            norms[row] += value * value
            if term in columns:
                vectors[row, columns[term]] = value
    vectors /= np.sqrt(np.where(norms == 0, 1, norms))[:, None]
    product: Matrix = vectors @ vectors.T
    return product


def _veto(stories: Sequence[Story], scores: Matrix, words: Mapping[str, Any]) -> None:
    """Two stories published further apart than one event is reported are two events."""
    for i, one in enumerate(stories):
        for j, other in enumerate(stories):
            if one.published and other.published and abs((one.published - other.published).days) > words["days"]:
                scores[i, j] = _NEVER


def _link(scores: Matrix, threshold: float) -> list[list[int]]:
    """Average linkage: the two groups with the highest mean score are joined until none reaches the threshold."""
    groups: dict[int, list[int]] = {}
    for component in _components(scores, threshold):
        parts = {index: [index] for index in component}
        while len(parts) > 1:
            best, one, other = max(
                (float(scores[parts[a]][:, parts[b]].mean()), -a, -b) for a in parts for b in parts if a < b
            )
            if best < threshold:
                break
            parts[-one] = parts[-one] + parts.pop(-other)
        groups |= parts
    return [groups[key] for key in sorted(groups)]


def _components(scores: Matrix, threshold: float) -> Iterable[list[int]]:
    left = set(range(len(scores)))
    while left:
        start = min(left)
        left.discard(start)
        component, queue = [start], [start]
        while queue:
            near = sorted(i for i in left if scores[queue[-1], i] >= threshold)
            queue.pop()
            left.difference_update(near)
            component += near
            queue += near
        yield sorted(component)
