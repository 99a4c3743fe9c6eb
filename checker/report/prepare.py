"""A report put into the order and the words of its readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from checker.model import FINDINGS, AnyClaim, Aside, Comparison, Event, Report, Severity, Story, Verdict
from checker.report.beside import beside
from checker.report.leading import leading
from checker.report.margins import margins
from checker.report.naming import fact_name
from checker.report.rows import row
from checker.report.target import Target
from checker.report.texts import Linked, Told
from checker.report.view import Answer, Happening, Link, Only, Phrase, Quiet, Removed, Row, Single, View
from checker.report.wording import counted, cut, desk_rank, field_name, listed, words

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note", "none")
_VERDICTS: tuple[Verdict, ...] = ("conflict", "missing", "variant", "update", "undecided", "compatible", "agree")


def prepare(report: Report, why: Mapping[str, str], *, page: bool = True) -> View:
    """The report as its readers see it.

    Args:
        report: what was found.
        why: the reason behind each rule, by its id.
        page: with what only a page has room for: what agrees, what one story tells alone, texts side by side.
    """
    source = _Source({story.name: story for story in report.stories}, why, report.draft, page)
    compared = [event for event in report.events if len(event.stories) > 1 or event.comparisons]
    # Sorting is stable: among the events with findings, and among those without, the report's order stays.
    compared.sort(key=lambda event: not any(map(_is_new, event.comparisons)))
    events: list[Happening] = []
    texts: dict[str, Linked] = {}
    found = 0
    told, quiet = (compared, []) if len(compared) <= words()["most_events"] else _parted(compared)
    for index, event in enumerate(told, 1):
        happening, linked = _event(f"e{index}", event, source, found)
        events.append(happening)
        texts |= linked
        found += len(happening.findings)
    names = {name for event in compared for name in event.stories}
    singles = [story for story in report.stories if story.name not in names]
    rows = [comparison for event in compared for comparison in event.comparisons]
    return View(
        headline=_headline(rows, len(compared), len(names), len(report.stories)),
        answers=tuple(_answers(rows, events, len(compared))),
        counts=_counts(rows),
        verdicts=tuple((words()["verdicts"][v][0], v) for v in _VERDICTS if v in {r.verdict for r in rows} & FINDINGS),
        rest=_rest(rows, report, compared, len(singles)),
        notes=tuple(_notes(report.events)),
        mode=report.mode,
        model=report.model,
        events=tuple(events),
        quiet=tuple(_called(event, source.stories) for event in quiet),
        removed=tuple(_removed(report.stories, texts)),
        singles=tuple(Single(s.name, s.title or "", _day(s), s.language) for s in singles),
    )


def decided(view: View) -> list[tuple[str, list[Row]]]:
    """The findings that somebody has dealt with, those of the baseline and those that are suppressed."""
    rows = [row for event in view.events for row in event.findings if row.known]
    kinds = {
        "known_findings": [row for row in rows if not row.suppressed],
        "suppressed_findings": [row for row in rows if row.suppressed],
    }
    return [(kind, found) for kind, found in kinds.items() if found]


def closing(view: View) -> str:
    """What agrees and what else was looked at, on one line; empty when there is nothing to say."""
    parts = [answer.sentence for answer in view.answers if answer.mark == "agree"] + list(view.rest)
    return "".join(f"{part.rstrip('.')}. " for part in parts).rstrip()


@dataclass(frozen=True, slots=True)
class _Source:
    """What every event of the report needs."""

    stories: Mapping[str, Story]
    why: Mapping[str, str]
    draft: str
    page: bool


def _event(prefix: str, event: Event, source: _Source, found: int) -> tuple[Happening, dict[str, Linked]]:
    """One event for the page, and its texts; `found` findings stand before it."""
    ordered = sorted(event.comparisons, key=_desk_order)
    if not source.page:
        # Findings come first: what is left out changes no number.
        ordered = [comparison for comparison in ordered if comparison.verdict in FINDINGS]
        event = replace(event, one_sided=())
    targets = [_target(prefix, index, comparison, found) for index, comparison in enumerate(ordered)]
    stories = source.stories
    if source.draft in event.stories:
        # The draft is what is read; its sources stand behind it.
        event = replace(event, stories=tuple(sorted(event.stories, key=lambda name: name != source.draft)))
    texts = _texts(prefix, event, stories, ordered, targets)
    sources = {name: group[0] for group in event.copies for name in group}
    rows = [
        (comparison.verdict, row(comparison, target, texts, source.why, sources))
        for comparison, target in zip(ordered, targets, strict=True)
    ]
    called = _called(event, stories)
    with_lines = source.page and source.draft not in event.stories
    happening = Happening(
        id=prefix,
        title=called.title or listed(list(event.stories)),
        language=called.language,
        draft=source.draft in event.stories,
        stories=event.stories,
        findings=tuple(row for verdict, row in rows if verdict in FINDINGS),
        undecided=tuple(row for verdict, row in rows if verdict == "undecided"),
        agreed=tuple(row for verdict, row in rows if verdict not in FINDINGS and verdict != "undecided"),
        only=tuple(_only(event.one_sided, texts)),
        texts=tuple(linked.text for linked in texts.values()),
        beside=tuple(beside([linked.text for linked in texts.values()])) if with_lines else (),
    )
    return happening, texts


def _desk_order(comparison: Comparison) -> tuple[int, tuple[int, str], int, int]:
    """Findings first; field by field, as a copy desk ticks them off; within a field the gravest first.

    Known findings come after all that are new.
    """
    finding = comparison.verdict in FINDINGS
    kind = comparison.known if finding else 2 if comparison.verdict == "undecided" else 3
    verdict = _VERDICTS.index(comparison.verdict)
    return kind, desk_rank(_desk_name(comparison)), SEVERITIES.index(comparison.severity), verdict


def _desk_name(comparison: Comparison) -> str:
    """What the desk calls it: the field, but for figures that it ticks off by themselves, as it does ages."""
    things = {side.claim.about.thing for side in comparison.sides if side.claim.about.canonical}
    return next(iter(things & set(words()["desk_things"])), comparison.field) if len(things) == 1 else comparison.field


def _parted(events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The events with something that somebody may want to look at, and the others."""
    parts: tuple[list[Event], list[Event]] = ([], [])
    for event in events:
        verdicts = {comparison.verdict for comparison in event.comparisons}
        parts[verdicts.isdisjoint({*FINDINGS, "undecided"})].append(event)
    return parts


def _called(event: Event, stories: Mapping[str, Story]) -> Quiet:
    titled = next((stories[name] for name in event.stories if stories[name].title), None)
    return Quiet(titled.title or "" if titled else "", titled.language if titled else "", event.stories)


def _is_new(comparison: Comparison) -> bool:
    return comparison.verdict in FINDINGS and not comparison.known


def _target(prefix: str, index: int, comparison: Comparison, found: int) -> Target:
    finding = comparison.verdict in FINDINGS
    verdict, _ = words()["verdicts"][comparison.verdict]
    number = found + index + 1 if finding else 0
    kind = comparison.severity if finding else "undecided" if comparison.verdict == "undecided" else "same"
    label = f"{verdict}: {fact_name(comparison)}"
    return Target(f"#{prefix}-r{index + 1}", kind, number, f"{number}, {label}" if finding else label)


def _texts(
    prefix: str,
    event: Event,
    stories: Mapping[str, Story],
    ordered: Sequence[Comparison],
    targets: Sequence[Target],
) -> dict[str, Linked]:
    compared: dict[str, list[tuple[AnyClaim, int]]] = defaultdict(list)
    for index, comparison in enumerate(ordered):
        for side in comparison.sides:
            compared[side.claim.story].append((side.claim, index))
    only: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in event.one_sided:
        only[claim.story].append(claim)
    noted = margins(ordered, targets)
    return {
        name: Linked(
            f"{prefix}-s{index}", stories[name], targets, Told(compared[name], only[name], noted.get(name, ()))
        )
        for index, name in enumerate(event.stories, 1)
    }


def _only(claims: Sequence[AnyClaim], texts: Mapping[str, Linked]) -> Iterator[Only]:
    for name, linked in texts.items():
        fields: dict[str, list[Link]] = defaultdict(list)
        own = [claim for claim in claims if claim.story == name]
        for claim in sorted(own, key=lambda claim: (desk_rank(claim.field), claim.start, claim.end)):
            fields[claim.field].append(Link(claim.text, linked.href(claim.start)))
        if fields:
            named = tuple((field_name(field, len(links)), tuple(links)) for field, links in fields.items())
            yield Only(name, len(own), named)


def _removed(stories: Sequence[Story], texts: Mapping[str, Linked]) -> Iterator[Removed]:
    for story in stories:
        linked = texts.get(story.name)
        for aside in filter(partial(_is_told, story), story.set_aside):
            text = " ".join(story.text[aside.start : aside.end].split())
            if len(text) > words()["longest"]:
                text = text[: words()["longest"]] + "…"
            yield Removed(story.name, aside.reason, text, linked.href_aside(aside) if linked else "")


def _is_told(story: Story, aside: Aside) -> bool:
    """Of the marks of Markdown, and of what stands inside a sentence, nobody wants a list."""
    return not aside.inline and any(map(str.isalnum, story.text[aside.start : aside.end]))


def _headline(rows: Sequence[Comparison], events: int, compared: int, stories: int) -> str:
    kinds = Counter(comparison.verdict for comparison in rows if _is_new(comparison))
    found = sum(kinds.values())
    sentences = words()["sentences"]
    if not events:
        kind = "empty" if not stories else "itself" if stories == 1 else "alone"
        return str(sentences[kind]).format(story=counted("story", stories))
    parts = [
        f"{kinds[verdict]} {words()['verdicts'][verdict][kinds[verdict] > 1]}"
        for verdict in _VERDICTS
        if kinds[verdict]
    ]
    known = any(comparison.known for comparison in rows)
    return str(sentences["found" if found else "known" if known else "clean"]).format(
        difference=counted("difference", found),
        story=counted("story", compared),
        event=counted("event", events),
        kinds=listed(parts),
    )


def _answers(rows: Sequence[Comparison], events: Sequence[Happening], compared: int) -> Iterator[Answer]:
    """What must be mended, what should be looked at, what agrees."""
    findings = [finding for event in events for finding in event.findings if not finding.known]
    grave = [finding for finding in findings if finding.severity == "error"]
    rest = [finding for finding in findings if finding.severity != "error"]
    if grave:
        yield _answer("error", counted("mend", len(grave)), grave)
    elif compared:
        yield Answer("agree", words()["sentences"]["nothing"], (), 0)
    if rest:
        yield _answer("warning", counted("look_further" if grave else "look", len(rest)), rest)
    verdicts = Counter(row.verdict for row in rows)
    if agreed := verdicts["agree"] + verdicts["compatible"]:
        reworded = verdicts["compatible"]
        sentence = counted("agreed", agreed) + (f", {counted('reworded', reworded)}" if reworded else "") + "."
        yield Answer("agree", sentence, (), 0)


def _answer(mark: str, sentence: str, findings: Sequence[Row]) -> Answer:
    """With the wordings of the first findings, each set against the next: `Koizumi / Kiyozumi`."""
    links = tuple(
        Link(" / ".join(_brief(leading(finding, saying)[0]) for saying in finding.sayings[:2]), f"#{finding.id}")
        for finding in findings[: words()["most_answers"]]
    )
    return Answer(mark, sentence, links, len(findings) - len(links))


def _brief(phrase: Phrase) -> str:
    """A wording short enough for a list; of a long one what differs."""
    longest = words()["longest_answer"]
    differs = " … ".join(piece.text.strip() for piece in phrase.pieces if piece.differs)
    return cut(differs if differs and len(phrase.text) > longest else phrase.text, longest)


def _counts(rows: Sequence[Comparison]) -> tuple[tuple[str, int, str], ...]:
    """New findings by field in the order of the desk."""
    number = Counter(comparison.field for comparison in rows if _is_new(comparison))
    return tuple((field_name(field, number[field]), number[field], field) for field in sorted(number, key=desk_rank))


def _rest(rows: Sequence[Comparison], report: Report, compared: Sequence[Event], singles: int) -> tuple[str, ...]:
    """What else became of the facts, a phrase each."""
    verdicts = Counter(comparison.verdict for comparison in rows)
    others = {
        "known": sum(comparison.known and not comparison.suppressed for comparison in rows),
        "suppressed": sum(bool(comparison.suppressed) for comparison in rows),
        "undecided": verdicts["undecided"],
        "only": sum(len(event.one_sided) for event in compared),
        "aside": sum(_is_told(story, aside) for story in report.stories for aside in story.set_aside),
        "single": singles if compared else 0,
    }
    return tuple(counted(kind, number) for kind, number in others.items() if number)


def _notes(events: Sequence[Event]) -> Iterator[str]:
    """What to know of the events themselves: which stories are one source, which events may be one."""
    sentences = words()["sentences"]
    for event in events:
        for group in event.copies:
            yield sentences["copies"].format(stories=listed(list(group)))
        for doubt in event.may_be:
            if event.stories < doubt.stories:
                yield sentences["may_be"].format(left=listed(list(event.stories)), right=listed(list(doubt.stories)))


def _day(story: Story) -> str:
    return story.published.isoformat() if story.published else ""
