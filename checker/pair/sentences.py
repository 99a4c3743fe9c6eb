"""How alike the sentences of an event's stories are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from checker.likeness import likeness
from checker.model import AnyClaim
from checker.parsed import Parsed


class Sentences:
    """The likeness of every two sentences, measured once, when it is first asked for.

    Args:
        stories: of one event.
    """

    def __init__(self, stories: Sequence[Parsed]) -> None:
        self._texts = [story.text[s.start : s.end] for story in stories for s in story.sentences]
        self._first: list[int] = []
        total = 0
        for story in stories:
            self._first.append(total)
            total += len(story.sentences)

    @cached_property
    def _matrix(self) -> list[list[float]]:
        matrix: list[list[float]] = likeness(self._texts).tolist()
        return matrix

    def alike(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The likeness of the two most similar sentences of these two lists."""
        matrix = self._matrix
        if len(left) == len(right) == 1:
            return matrix[left[0]][right[0]]
        return max(matrix[row][column] for row in left for column in right)

    def of(self, story: int, claims: Sequence[AnyClaim]) -> tuple[int, ...]:
        """The sentences in which a story makes these claims, counted through all stories."""
        return tuple({self._first[story] + claim.sentence: None for claim in claims})
