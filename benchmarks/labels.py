"""The labelled samples: folders of stories on one event, with `expected.toml` saying what must and must not be found.

Each entry of its tables `find` and `silent` has a `field` and two places, `left` and `right`: a file and words of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker import Report, Story
from checker.model import FINDINGS, Comparison

ROOT = Path(__file__).parents[1]
# What each set is worth: see tests/labelled/README.md.
SETS = {
    "seeds": ROOT / "seeds",
    "open": ROOT / "tests" / "labelled" / "open",
    "fitted": ROOT / "tests" / "labelled" / "fitted",
    "blind": ROOT / "tests" / "labelled" / "blind",
}


@dataclass(frozen=True, slots=True)
class Label:
    """Two places of two stories, and whether they must be set against each other.

    Attributes:
        planted: they differ, and a finding must say so; else none may.
        field: the kind of fact.
        left, right: the file and the words.
    """

    planted: bool
    field: str
    left: tuple[str, str]
    right: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A folder: its name, its stories by name, its labels."""

    name: str
    stories: dict[str, Story]
    labels: tuple[Label, ...]


def read(folder: Path) -> Iterator[Labelled]:
    """Every event of a set."""
    for path in sorted(path for path in folder.iterdir() if (path / "expected.toml").exists()):
        stories = {file.name: Story(file.name, file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.txt"))}
        table = tomllib.loads((path / "expected.toml").read_text(encoding="utf-8"))
        labels = tuple(
            Label(kind == "find", entry["field"], tuple(entry["left"]), tuple(entry["right"]))
            for kind in ("find", "silent")
            for entry in table.get(kind, ())
        )
        yield Labelled(path.name, stories, labels)


def place(story: Story, words: str) -> tuple[str, int, int]:
    """Where the words of a label stand."""
    start = story.text.index(words)
    return story.name, start, start + len(words)


def is_flagged(report: Report, left: tuple[str, int, int], right: tuple[str, int, int]) -> bool:
    """Whether a finding sets the two places against each other, in different groups."""
    rows = [row for event in report.events for row in event.comparisons if row.verdict in FINDINGS]
    return any(a != b for row in rows for a in _groups(row, left) for b in _groups(row, right))


def _groups(row: Comparison, at: tuple[str, int, int]) -> set[int]:
    name, start, end = at
    return {s.group for s in row.sides if s.claim.story == name and s.claim.start < end and start < s.claim.end}
