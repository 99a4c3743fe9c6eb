"""What a compared span of a text leads to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """The row that a compared span leads to; its place in the list of rows is the span's rank."""

    href: str
    kind: str
    number: int
    label: str
