"""The records, in the order in which they arise.

Story -> Claim (value, about) -> Difference -> Comparison (sides) -> Event -> Report. All are frozen, none has behaviour
beyond its form as JSON. Offsets are characters of `Story.text`, half-open, and always point at the text as it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

Verdict = Literal["agree", "compatible", "variant", "update", "conflict", "missing", "undecided"]
Severity = Literal["error", "warning", "note", "none"]
Mode = Literal["cross-source", "draft", "translation"]

# An earlier event of which nobody knows when it was: years ago, in a story without a date.
AGO = "ago"
# The status of the day of a dateline: it tells when the story was written.
DATELINE = "dateline"
FINDINGS: frozenset[Verdict] = frozenset({"variant", "update", "conflict", "missing"})


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of a story that is not the story.

    Attributes:
        start, end: characters of `Story.text`.
        reason: the kind of furniture: `photo credit`, `byline`, `section label`, `teaser of another story`, ...
        inline: the sentence goes on behind it, as behind the target of a link.
    """

    start: int
    end: int
    reason: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place in a file of one character of a story; what follows stands behind it, up to the next anchor.

    Attributes:
        start: character of `Story.text`.
        line, column: counted from 1; the column in characters.
    """

    start: int
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a story's text comes from; `checker.position` tells the place of each of its characters.

    Attributes:
        path: the file, as it was named.
        anchors: by `start`, the first of them at 0.
    """

    path: str
    anchors: tuple[Anchor, ...] = (Anchor(0, 1),)


@dataclass(frozen=True, slots=True)
class Story:
    """One text, as it was read.

    Attributes:
        name: how the report calls it; unique among the stories of one check.
        text: the whole text, never altered.
        title: the headline, where it is known.
        published: the day on which it appeared, where it is known.
        dateline: the place at the head of the story (`TOKYO`), where it has one.
        language: an ISO 639-1 code.
        set_aside: what is not compared, in order, never overlapping.
        origin: the file that holds it, where there is one.
    """

    name: str
    text: str
    title: str | None = None
    published: date | None = None
    dateline: str | None = None
    language: str = "en"
    set_aside: tuple[Aside, ...] = ()
    origin: Origin | None = None


# --- values: what a claim says, in normal form ---


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure.

    Attributes:
        amount: the value, exact; the lower end of a range. In the unit as stated (1,000 km is 1000 kilometre).
        amount_to: the upper end of a range.
        unit: canonical singular unit (`kilometre`, `percent`, `degree Celsius`), for quantities and shares.
        currency: ISO 4217 code, for money.
        of: lemma of what is counted (`troops`), for counts.
        at_least, at_most, about: the bound or approximation that the words state (`more than`, `up to`, `nearly`).
        precision: the place value of the last stated digit (9 trillion: 10**12; 85.69: 0.01); a spelled-out or
            round figure such as 1,000 is precise to its last non-zero digit.
    """

    amount: Decimal
    amount_to: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    of: str | None = None
    at_least: bool = False
    at_most: bool = False
    about: bool = False
    precision: Decimal = field(default=Decimal(1), metadata={"internal": True})


@dataclass(frozen=True, slots=True)
class Interval:
    """A date, however vague: the days from `start` up to, not including, `end`.

    Without a year and without the story's own date a date cannot be placed: `start` and `end` are then None and only
    what is stated is kept.

    Attributes:
        start, end: half-open interval of days.
        month, day, weekday: what the words state (weekday 0 is Monday).
        stated: the granularity of the words: `day`, `weekday`, `week`, `month`, `season`, `year`, `decade`, `relative`.
    """

    start: date | None
    end: date | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    stated: str = "day"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: the minutes from `start` up to, not including, `end`, after midnight of its zone.

    Attributes:
        start, end: minutes, 0 to 1440; `4pm` is 960 to 1020, `1353` is 833 to 834.
        offset: minutes east of UTC, None when the words name no zone.
        half_open: the words leave open which half of the day is meant: `three o'clock`; then the first.
    """

    start: int
    end: int
    offset: int | None = None
    half_open: bool = field(default=False, metadata={"internal": True})


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person, organisation or place, in the fullest form that the story gives it.

    Attributes:
        name: as written, without title and possessive.
        kind: what it names, where that is known: `city`, `country`, `ministry`, `company`, ...
    """

    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that are compared as words: a quotation, an agreed item, an office, a predicate.

    Attributes:
        words: the normalised words, in order.
        head: the word that the rest modifies (the noun of an item or office, the verb of a predicate).
        modifiers: what distinguishes it (`air-to-air`, `former`, `deputy`), canonical, sorted.
        polarity: -1 when negated, else 1.
        strength: canonical modality: `will`, `may`, `plan`, `did`, ...
    """

    words: tuple[str, ...]
    head: str = ""
    modifiers: tuple[str, ...] = ()
    polarity: int = 1
    strength: str = ""


Value = Amount | Interval | Clock | Name | Wording
V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Happening:
    """What happens at a date or an hour, or what is counted in a row: two answer each other only when they are of one.

    Attributes:
        kind: canonical, from the word lists (`funeral`, `election`), else `~` and a lemma; empty where only the phase
            is known.
        phase: `begin` or `end` where the words date that and not the whole.
        relation: `at`, `since`, `by`, `until`, `from`, `before`, `after`; empty where nothing happens then for sure.
        tense: `past`, `future`, or empty where the grammar tells neither.
        names: who and where, as the story names them.
        nouns: what else takes part, by lemma.
        objects: of these, to what it is done.
        marks: its place in a row: `next`, `last`, `first`, ...
        modifiers: what distinguishes it: `parliamentary`.
        lead: the sentence stands in the lead.
        alone: the story dates nothing else of this kind.
    """

    kind: str
    phase: str = ""
    relation: str = "at"
    tense: str = ""
    names: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    lead: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about: two claims answer each other only when this agrees.

    Attributes:
        thing: what is measured or told, canonical (`deaths`, `magnitude`) or lemmas (`cable`).
        canonical: `thing` comes from the word lists, so that equal things answer each other without shared words.
        owner: whose it is: normalised name of the person, company, party or place it belongs to.
        doer: name of the person who does what the figure counts: the passes that Manning completed.
        scope: normalised names of the places it is limited to (a toll in one town).
        other_event: empty for the event told; else what sets the claim's event apart (`2003`, `february`, `previous`).
        status: `actual`, or `forecast`, `poll`, `threshold`, `hypothetical`, ...
        source: normalised name of who says so.
        context: lemmas of the content words around the claim.
        noun: what is counted, in canonical terms, also where `thing` comes from the word lists.
        near, around: canonical words that it is tied to in the grammar; see `checker.ties`.
        years: for money the years whose rates may hold: the story's own, and those that its sentence names.
        happening: what happens at a date or an hour.
    """

    thing: str = ""
    canonical: bool = False
    owner: str = ""
    scope: frozenset[str] = frozenset()
    other_event: str = ""
    status: str = "actual"
    source: str = ""
    context: frozenset[str] = field(default=frozenset(), metadata={"internal": True})
    doer: str = field(default="", metadata={"internal": True})
    noun: str = field(default="", metadata={"internal": True})
    near: frozenset[str] = field(default=frozenset(), metadata={"internal": True})
    around: frozenset[str] = field(default=frozenset(), metadata={"internal": True})
    years: frozenset[int] = field(default=frozenset(), metadata={"internal": True})
    happening: Happening | None = field(default=None, metadata={"internal": True})


@dataclass(frozen=True, slots=True)
class Claim(Generic[V]):
    """One fact that a story states.

    Attributes:
        field: the kind of fact; the name of the field module that found it.
        story: name of the story.
        start, end: characters of `Story.text`.
        text: exactly those characters.
        value: the normal form.
        about: what it is about.
        sentence: index of its sentence in the story.
        weak: a guess that may stand in a row but never makes a finding by itself.
    """

    field: str
    story: str
    start: int
    end: int
    text: str
    value: V
    about: About = About()
    sentence: int = 0
    weak: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The claim as JSON: field, start, end, text, value, about."""
        from checker.report.json import claim_form

        return claim_form(self)


AnyClaim = Claim[Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """How two values differ, named and measured by the field; the rules judge it.

    Attributes:
        name: the kind of difference (`near-miss`, `rounding`); together with the field it selects the rule.
        size: how large, on the scale that the field's docstring gives.
        detail: words for the rule's message.
    """

    name: str
    size: float = 0.0
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """One mention of a compared fact: a claim, and which of the agreeing groups it stands in."""

    claim: AnyClaim
    group: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of the fact table.

    Attributes:
        field, verdict, severity: see the design.
        reason: the name of the gravest difference, `same` when there is none.
        rule: id of the rule that judged it, empty for plain agreement.
        message: one sentence for the editor.
        evidence: why these claims answer each other.
        sides: every mention, by story name and position.
        fingerprint: rule, field and values; no positions.
        known: a finding that stands in the baseline or is suppressed: somebody has dealt with it.
        note: what the baseline or the suppression says of it.
        suppressed: where the suppression stands: `beside` the text, or in a `file`; empty when there is none.
    """

    field: str
    verdict: Verdict
    reason: str
    rule: str
    severity: Severity
    message: str
    evidence: str
    sides: tuple[Side, ...]
    fingerprint: str
    known: bool = False
    note: str = ""
    suppressed: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another group of stories that may report the same event.

    Attributes:
        event: its id.
        stories: its names, sorted.
        likelihood: 0 to 1; what is likelier than not is not always one event: see `[join]` in `rules/align.toml`.
    """

    event: str
    stories: tuple[str, ...]
    likelihood: float


@dataclass(frozen=True, slots=True)
class Event:
    """The stories that report one event, and what became of their claims.

    Attributes:
        id: short, stable, made from the stories' names.
        stories: names, sorted.
        comparisons: rows, findings first, the gravest first.
        one_sided: claims that only one story makes, by story and position.
        copies: names of the stories that carry one text, for each such text: they are one source.
        may_be: other events that may be this one.
    """

    id: str
    stories: tuple[str, ...]
    comparisons: tuple[Comparison, ...] = ()
    one_sided: tuple[AnyClaim, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    may_be: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a check found.

    Attributes:
        mode: see the design.
        model: name and version of the language model.
        stories: as read, with title, date and what was set aside filled in; sorted by name.
        events: sorted by their first story.
        draft: in mode `draft`, the name of the story that the others are sources of.
    """

    mode: Mode
    model: str
    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    draft: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON, version 1."""
        from checker.report.json import report_form

        return report_form(self)
