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
class Point:
    """A running figure in one story: where it is drawn, and what it says.

    Attributes:
        x, y: in the drawing's units, from its upper left.
        label: the height at which the amount is written.
        day: on which the story appeared.
        text: as the story has it.
        amount: the number alone.
    """

    x: int
    y: int
    label: int
    day: str
    text: str
    amount: str
    story: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A figure over the days.

    Attributes:
        points: in order of time.
        width, height, floor: of the drawing, and where its base line is.
        line: the points, as a polyline wants them.
    """

    points: tuple[Point, ...]
    width: int
    height: int
    floor: int
    line: str


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    Attributes:
        id: its anchor.
        number: of a finding, counted through the whole report; 0 for any other row.
        verdict, severity: as in the model.
        word: the verdict for the reader.
        kind: name of the field module: `count`.
        field, reason: for the reader; a figure is called by what is counted or measured: `deaths`.
        message, why, rule, evidence: see the model and the rules; any may be empty.
        tally: how many stories have which wording, where that can settle the matter.
        known, note: of a finding that stands in the baseline, and what is noted there; these come last.
        suppressed: it is known because it is suppressed.
        cells: one per story of the event, in its order.
        sayings: the same by group, the largest first.
        correction: the finding as a note to whoever has to mend it; empty for any other row.
        stories: the places of the stories that state it, counted from 1 through the event.
        timeline: of a running figure.
    """

    id: str
    number: int
    verdict: str
    severity: str
    word: str
    kind: str
    field: str
    reason: str
    message: str
    why: str
    rule: str
    evidence: str
    tally: str
    fingerprint: str
    known: bool
    note: str
    suppressed: bool
    cells: tuple[Cell, ...]
    sayings: tuple[Saying, ...]
    correction: str
    stories: tuple[int, ...]
    timeline: Timeline | None


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
class Margin:
    """A finding beside the sentence in which it stands: what the other stories have there."""

    number: int
    kind: str
    href: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence.

    Attributes:
        opens: a paragraph begins with it.
        headline: it is the story's headline.
    """

    stretches: tuple[Stretch, ...]
    margin: tuple[Margin, ...]
    opens: bool
    headline: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, which may be the headline."""

    sentences: tuple[Sentence, ...]
    headline: bool


@dataclass(frozen=True, slots=True)
class Line:
    """What stands beside one another: the sentences of each story, and the findings in them, once each."""

    cells: tuple[tuple[Sentence, ...], ...]
    margin: tuple[Margin, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding in the strip of a story.

    Attributes:
        at: how far into the text, in thousandths.
    """

    at: int
    kind: str
    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Text:
    """A story in full."""

    id: str
    name: str
    title: str
    published: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    strip: tuple[Tick, ...]


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
        draft: the first story is a draft, the others its sources.
        beside: the texts side by side; empty when there are too many of them.
    """

    id: str
    title: str
    language: str
    draft: bool
    stories: tuple[str, ...]
    findings: tuple[Row, ...]
    undecided: tuple[Row, ...]
    agreed: tuple[Row, ...]
    only: tuple[Only, ...]
    texts: tuple[Text, ...]
    beside: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the sentences that the first screen begins with.

    Attributes:
        mark: `error`, `warning` or `agree`.
        links: the findings that it speaks of, by their wordings.
        more: how many further ones.
    """

    mark: str
    sentence: str
    links: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """An event without differences.

    Attributes:
        title: empty where none of its stories has one.
        language: of the title.
        stories: their names.
    """

    title: str
    language: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole report.

    Attributes:
        headline: the outcome in one sentence.
        answers: what must be mended, what should be looked at, what agrees.
        counts: findings by field, in the order of the desk: name, number, and the field as in the model.
        verdicts: those of the findings: the word for it, and the verdict as in the model.
        rest: what else was looked at, a phrase each.
        notes: what to know of the events themselves, a sentence each.
        events: those with findings first.
        quiet: of many events those about which there is nothing to say.
        removed: what was set aside, by story.
        singles: stories that no other reports on.
    """

    headline: str
    answers: tuple[Answer, ...]
    counts: tuple[tuple[str, int, str], ...]
    verdicts: tuple[tuple[str, str], ...]
    rest: tuple[str, ...]
    notes: tuple[str, ...]
    mode: str
    model: str
    events: tuple[Happening, ...]
    quiet: tuple[Quiet, ...]
    removed: tuple[Removed, ...]
    singles: tuple[Single, ...]
