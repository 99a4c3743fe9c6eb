"""What passes between the rooms: a fact of one story, a join of two, a row of many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from checker.model import AnyClaim, Difference


@dataclass(frozen=True, slots=True)
class Row:
    """Claims that answer each other.

    Attributes:
        field: the kind of fact.
        claims: every mention, by story and position.
        evidence: why they answer each other; empty for a fact that one story alone states.
        inside: the claims are one story's own, set against each other.
        difference: what they are to each other, where that is known without comparing them two by two.
    """

    field: str
    claims: tuple[AnyClaim, ...]
    evidence: str
    inside: bool = False
    difference: Difference | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """The mentions of one fact in one story.

    Attributes:
        story: the story's place among the stories.
        claims: the mentions.
        lead: the first of them, which speaks for all.
        kind: a number for what the fact differs by: two facts of one kind are to any other fact the same.
        currency: that of a sum of money, else empty.
        sentences: in which it is mentioned, counted through all stories.
    """

    story: int
    claims: tuple[AnyClaim, ...]
    lead: AnyClaim
    kind: int
    currency: str
    sentences: tuple[int, ...]


class Measured(NamedTuple):
    """What the values of two facts are to each other.

    Attributes:
        difference: None when they are the same.
        harmless: it is no finding.
        open: the two cannot be compared.
    """

    difference: Difference | None
    harmless: bool = True
    open: bool = False

    @property
    def name(self) -> str:
        """The name of the difference, empty for none."""
        return self.difference.name if self.difference is not None else ""


class Rank(IntEnum):
    """How two facts answer each other, the surest first; the package's docstring says what each is."""

    SAME = 0
    ALIKE = 1
    TOLD = 2
    ANSWERS = 3
    OPEN = 4


class Answer(NamedTuple):
    """Why two facts may answer each other."""

    rank: Rank
    strength: float
    evidence: str


class Edge(NamedTuple):
    """Two facts, by their places, that may answer each other."""

    rank: Rank
    strength: float
    left: int
    right: int
    evidence: str
    # Whether it holds however much else the two stories have in common on the thing.
    sure: bool = False
