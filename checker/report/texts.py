"""A story's text as linked segments, and where in it each claim can be found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import AnyClaim, Aside, Story
from checker.paragraphs import paragraphs
from checker.report.pictures import strip
from checker.report.segments import Span, runs
from checker.report.sentences import sentences
from checker.report.target import Target
from checker.report.view import Margin, Paragraph, Segment, Sentence, Stretch, Text


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a story's words.

    Attributes:
        compared: its claims with the index of their row.
        only: its claims that no other story makes.
        margins: its findings, each with the character at which it stands.
    """

    compared: Sequence[tuple[AnyClaim, int]]
    only: Sequence[AnyClaim]
    margins: Sequence[tuple[int, Margin]]


class Linked:
    """One story of an event, cut up.

    Attributes:
        story: as read.
        text: for the page.
    """

    def __init__(self, prefix: str, story: Story, rows: Sequence[Target], told: Told) -> None:
        """Cut the text.

        Args:
            prefix: begins every anchor, unique in the page.
            story: the story.
            rows: what the indices of rows point at.
            told: its claims and findings.
        """
        self._prefix = prefix
        self.story = story
        self._rows = rows
        self._margins = told.margins
        spans = {Span(row, claim.start, claim.end) for claim, row in told.compared}
        spans |= {Span(len(rows), claim.start, claim.end) for claim in told.only}
        self._runs = list(runs(spans))
        self._starts: list[int] = []
        self._opened: set[Aside] = set()
        self._blocks = paragraphs(story.text)
        self.text = Text(
            id=prefix,
            name=story.name,
            title=story.title or "",
            published=story.published.isoformat() if story.published else "",
            language=story.language,
            paragraphs=tuple(
                self._paragraph(start, end, headline=story.text[start:end] == story.title)
                for start, end in self._blocks
            ),
            strip=strip(story, [(claim.start, rows[row]) for claim, row in told.compared]),
        )

    def _paragraph(self, start: int, end: int, *, headline: bool) -> Paragraph:
        spans = [(start, end)] if headline else list(sentences(self.story.text, start, end))
        return Paragraph(
            tuple(
                Sentence(
                    tuple(self._stretches(first, last)),
                    tuple(margin for at, margin in self._margins if first <= at < last),
                    opens=first == start,
                    headline=headline,
                )
                for first, last in spans
            ),
            headline,
        )

    def href(self, start: int) -> str:
        """Link to the segment in which a character stands; to the story where it stands in none."""
        before = bisect_right(self._starts, start) - 1
        return f"#{self._prefix}-{self._starts[before]}" if before >= 0 else f"#{self._prefix}"

    def href_aside(self, aside: Aside) -> str:
        """Link to what was set aside; empty when nothing of it can be seen."""
        return f"#{self._aside_id(aside)}" if aside in self._opened else ""

    def _aside_id(self, aside: Aside) -> str:
        return f"{self._prefix}-x{aside.start}"

    def around(self, start: int, end: int, width: int) -> tuple[str, str]:
        """The words before and after a span, within its paragraph, up to so many characters each."""
        block = bisect_right(self._blocks, (start, len(self.story.text))) - 1
        if block < 0:
            return "", ""
        first, last = self._blocks[block]
        text = self.story.text
        before, after = text[max(first, start - width) : start], text[end : max(end, min(last, end + width))]
        if start - width > first:
            before = "… " + (before.partition(" ")[2] or before)
        if end + width < last:
            after = (after.rpartition(" ")[0] or after) + " …"
        return before, after

    def _stretches(self, start: int, end: int) -> Iterator[Stretch]:
        for aside in self.story.set_aside:
            if aside.end <= start or aside.start >= end:
                continue
            if start < aside.start:
                yield Stretch(tuple(self._segments(start, aside.start)))
            start, stop = max(start, aside.start), min(end, aside.end)
            opens = aside not in self._opened and not aside.inline
            self._opened.add(aside)
            yield Stretch(tuple(self._segments(start, stop)), aside.reason, self._aside_id(aside) if opens else "")
            start = stop
        if start < end:
            yield Stretch(tuple(self._segments(start, end)))

    def _segments(self, start: int, end: int) -> Iterator[Segment]:
        text = self.story.text
        first = max(0, bisect_right(self._runs, start, key=lambda run: run[0]) - 1)
        for run_start, run_end, span in self._runs[first:]:
            if run_start >= end:
                break
            if run_end <= start:
                continue
            if start < run_start:
                yield Segment(text[start:run_start])
                start = run_start
            stop = min(end, run_end)
            yield self._linked(start, stop, span)
            start = stop
        if start < end:
            yield Segment(text[start:end])

    def _linked(self, start: int, end: int, span: Span) -> Segment:
        self._starts.append(start)
        anchor = f"{self._prefix}-{start}"
        text = self.story.text[start:end]
        if span.rank == len(self._rows):
            return Segment(text, anchor, kind="only")
        row = self._rows[span.rank]
        return Segment(text, anchor, row.href, row.kind, row.number if end == span.end else 0, row.label)
