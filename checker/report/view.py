"""A report as its readers see it: what the page and the terminal show, in order. Prepared by `prepare`.

Every string from a story stands here as it was read; each rendering makes it harmless in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.report.marks import Piece


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording of a fact, in one story or in several that agree.

    Attributes:
        text: the wording, cut when it is very long.
        pieces: the same, cut where it differs from the other side.
        times: how often it stands there.
        href: link to its first mention.
        before, after: the words around that mention.
        language: of its story.
        odd: its group is the smaller one.
    """

    text: str
    pieces: tuple[Piece, ...]
    times: int
    href: str
    before: str
    after: str
    language: str
    odd: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one story says; no phrases when it does not state the fact."""

    story: str
    phrases: tuple[Phrase, ...]
    odd: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A name with the place it leads to, empty when there is none."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Saying:
    """What a group of stories that agree says."""

    phrases: tuple[Phrase, ...]
    stories: tuple[Link, ...]
    odd: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    Attributes:
        id: its anchor.
        number: of a finding, counted through the whole report; 0 for any other row.
        verdict, severity: as in the model.
        word: the verdict for the reader.
        field, reason: for the reader.
        message, why, rule, evidence: see the model and the rules; any may be empty.
        tally: how many stories have which wording, where that can settle the matter.
        cells: one per story of the event, in its order.
        sayings: the same by group, the largest first.
    """

    id: str
    number: int
    verdict: str
    severity: str
    word: str
    field: str
    reason: str
    message: str
    why: str
    rule: str
    evidence: str
    tally: str
    fingerprint: str
    cells: tuple[Cell, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text.

    Attributes:
        text: its characters.
        id: its anchor, empty for words that nothing points at.
        href: link to its row, empty when it has none.
        kind: the severity of its row, `undecided`, `same`, or `only` for what no other story states.
        number: of the finding that ends here, else 0.
        label: what the link leads to.
    """

    text: str
    id: str = ""
    href: str = ""
    kind: str = ""
    number: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a paragraph, all of it story or all of it set aside.

    Attributes:
        reason: why it was set aside, empty for the story itself.
        id: its anchor, on the first part of what was set aside, where the reason is told.
    """

    segments: tuple[Segment, ...]
    reason: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, which may be the headline."""

    stretches: tuple[Stretch, ...]
    headline: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A story in full."""

    id: str
    name: str
    title: str
    published: str
    language: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Only:
    """What one story alone states: kinds of fact, each with its mentions."""

    story: str
    count: int
    fields: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage that was set aside."""

    story: str
    reason: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Single:
    """A story that no other reports on."""

    name: str
    title: str
    published: str
    language: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One event.

    Attributes:
        by_column: few enough stories for a column each.
    """

    id: str
    title: str
    language: str
    by_column: bool
    stories: tuple[str, ...]
    findings: tuple[Row, ...]
    undecided: tuple[Row, ...]
    agreed: tuple[Row, ...]
    only: tuple[Only, ...]
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole report.

    Attributes:
        headline: the outcome in one sentence.
        counts: findings by field, in the order of the desk, each with a link to the first.
        rest: what else was looked at, a phrase each.
        notes: what to know of the events themselves, a sentence each.
        events: those with findings first.
        removed: what was set aside, by story.
        singles: stories that no other reports on.
    """

    headline: str
    counts: tuple[tuple[str, int, str], ...]
    rest: tuple[str, ...]
    notes: tuple[str, ...]
    mode: str
    model: str
    events: tuple[Happening, ...]
    removed: tuple[Removed, ...]
    singles: tuple[Single, ...]
