"""A name in its place."""

from __future__ import annotations

from dataclasses import dataclass

# How sure a kind is: a guess, the parser's vote, its surroundings, its own form, a title or a list of known names.
GUESS, VOTE, CONTEXT, FORM, SURE = range(5)


@dataclass(slots=True)
class Spot:
    """A name in its place: the words `first` up to `last`, and how sure its kind is."""

    kind: str
    first: int
    last: int
    type: str = ""
    sure: int = VOTE
    role: tuple[int, int] | None = None
