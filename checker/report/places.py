"""Findings as a build server wants them: each at a line of a file, with what stands on the other side."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from checker.model import FINDINGS, Comparison, Event, Report, Severity, Side, Story
from checker.position import position
from checker.report.prepare import SEVERITIES
from checker.report.visible import one_line
from checker.report.wording import words

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class SourceFile:
    """The file that a story was read from.

    Attributes:
        path: as the report names it, its parts joined by `/`.
        source: the text of the file.
        verbatim: the story is that text, so that its offsets are those of the file.
        mended: the story is the one to be mended: a draft, or a translation.
        story: of a file with markup the story, which knows where in the file its words stand; None where it does not.
        notes: what the file notes on the story: comments, each in its own words.
        with_it: other stories that these notes are on.
    """

    path: str
    source: str = ""
    verbatim: bool = False
    mended: bool = False
    story: Story | None = None
    notes: tuple[str, ...] = ()
    with_it: tuple[str, ...] = ()

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.source))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1; columns count characters."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def span(self, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The positions of two offsets of the story, where they are known."""
        if self.verbatim:
            return self.position(start), self.position(end)
        if self.story is None:
            return None
        first, last = position(self.story, start)[1:], position(self.story, max(end - 1, start))[1:]
        return first, max((last[0], last[1] + 1), (first[0], first[1] + 1))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands.

    Attributes:
        path: of the file.
        text: the wording, on one line.
        start, end: line and column of its first character, and of the one after its last; None where the
            file has no lines.
        group: of those who agree.
    """

    path: str
    text: str
    start: tuple[int, int] | None
    end: tuple[int, int] | None
    group: int

    @property
    def shown(self) -> str:
        """`content/de/a.md:3`."""
        path = one_line(self.path)
        return f"{path}:{self.start[0]}" if self.start else path


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding and its places.

    Attributes:
        row: the finding.
        event: the id of its event.
        place: where it is to be mended.
        others: the first place of each other story and group.
    """

    row: Comparison
    event: str
    place: Place
    others: tuple[Place, ...]

    @property
    def is_open(self) -> bool:
        """Nobody has dealt with it."""
        return not self.row.known

    @property
    def text(self) -> str:
        """What there is to say, on one line: the message, and what the other side has where."""
        message = one_line(self.row.message)
        said = message if self.place.text in message else f"{message} {self.quoted(self.place)}"
        others = [other for other in self.others if other.group != self.place.group]
        if not others:
            return said
        # What the message says already is not said again.
        told = ", ".join(it.shown if it.text in message else f"{it.shown} {self.quoted(it)}" for it in others)
        return str(words()["sentences"]["compare"]).format(said=said, others=told)

    @staticmethod
    def quoted(place: Place) -> str:
        """The wording between quotation marks."""
        return f"“{place.text[: words()['longest']]}”"


def findings(report: Report, origins: Mapping[str, SourceFile]) -> list[Finding]:
    """All findings, the gravest first, then by file and line.

    Args:
        report: what was found.
        origins: the files of the stories, by the stories' names; a story without one is called by its name.
    """
    found = list(_found(report, origins))
    return sorted(found, key=lambda it: (SEVERITIES.index(it.row.severity), it.place.path, it.place.start or (0, 0)))


def failures(found: list[Finding], severities: tuple[Severity, ...]) -> list[Finding]:
    """Of the findings those that are open, and as grave as one of these."""
    return [finding for finding in found if finding.is_open and finding.row.severity in severities]


def _found(report: Report, origins: Mapping[str, SourceFile]) -> Iterator[Finding]:
    for event in report.events:
        for row in event.comparisons:
            if row.verdict in FINDINGS and row.sides:
                yield _finding(event, row, origins)


def _finding(event: Event, row: Comparison, origins: Mapping[str, SourceFile]) -> Finding:
    lead = _lead(row, origins)
    others = {(side.claim.story, side.group): side for side in reversed(row.sides)}
    others.pop((lead.claim.story, lead.group))
    ordered = sorted(others.values(), key=lambda side: (side.group == lead.group, side.claim.story, side.claim.start))
    return Finding(row, event.id, _place(lead, origins), tuple(_place(side, origins) for side in ordered))


def _lead(row: Comparison, origins: Mapping[str, SourceFile]) -> Side:
    """The side to be mended: in a draft or a translation, else where fewest stories say the same, else the first."""
    tellers: dict[int, set[str]] = {}
    for side in row.sides:
        tellers.setdefault(side.group, set()).add(side.claim.story)

    def rank(side: Side) -> tuple[bool, int]:
        origin = origins.get(side.claim.story)
        return not (origin and origin.mended), len(tellers[side.group])

    return min(row.sides, key=rank)


def _place(side: Side, origins: Mapping[str, SourceFile]) -> Place:
    claim = side.claim
    origin = origins.get(claim.story)
    text = one_line(claim.text)
    span = origin.span(claim.start, claim.end) if origin else None
    path = origin.path if origin else claim.story
    start, end = span or (None, None)
    return Place(path, text, start, end, side.group)
