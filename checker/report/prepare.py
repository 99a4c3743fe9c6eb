"""A report put into the order and the words of its readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.model import FINDINGS, AnyClaim, Comparison, Event, Report, Severity, Story, Verdict
from checker.report.rows import row
from checker.report.texts import Linked, Target
from checker.report.view import Happening, Link, Only, Removed, Single, View
from checker.report.wording import counted, desk_rank, field_name, listed, words

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note", "none")
_VERDICTS: tuple[Verdict, ...] = ("conflict", "missing", "variant", "update", "undecided", "compatible", "agree")


def prepare(report: Report, why: Mapping[str, str]) -> View:
    """The report as its readers see it.

    Args:
        report: what was found.
        why: the reason behind each rule, by its id.
    """
    stories = {story.name: story for story in report.stories}
    compared = [event for event in report.events if len(event.stories) > 1 or event.comparisons]
    # Sorting is stable: among the events with findings, and among those without, the report's order stays.
    compared.sort(key=lambda event: not any(comparison.verdict in FINDINGS for comparison in event.comparisons))
    events: list[Happening] = []
    texts: dict[str, Linked] = {}
    found = 0
    for index, event in enumerate(compared, 1):
        happening, linked = _event(f"e{index}", event, stories, why, found)
        events.append(happening)
        texts |= linked
        found += len(happening.findings)
    singles = [story for story in report.stories if story.name not in texts]
    rows = [comparison for event in compared for comparison in event.comparisons]
    return View(
        headline=_headline(rows, len(events), len(texts), len(report.stories)),
        counts=_counts(compared, events),
        rest=_rest(rows, report, compared, len(singles)),
        notes=tuple(_notes(report.events)),
        mode=report.mode,
        model=report.model,
        events=tuple(events),
        removed=tuple(_removed(report.stories, texts)),
        singles=tuple(Single(s.name, s.title or "", _day(s), s.language) for s in singles),
    )


def _event(
    prefix: str, event: Event, stories: Mapping[str, Story], why: Mapping[str, str], found: int
) -> tuple[Happening, dict[str, Linked]]:
    """One event for the page, and its texts; `found` findings stand before it."""
    ordered = sorted(event.comparisons, key=_gravity)
    targets = [_target(prefix, index, comparison, found) for index, comparison in enumerate(ordered)]
    texts = _texts(prefix, event, stories, ordered, targets)
    sources = {name: group[0] for group in event.copies for name in group}
    rows = [
        (comparison.verdict, row(comparison, target, texts, why, sources))
        for comparison, target in zip(ordered, targets, strict=True)
    ]
    titled = next((stories[name] for name in event.stories if stories[name].title), None)
    happening = Happening(
        id=prefix,
        title=titled.title or "" if titled else listed(list(event.stories)),
        language=titled.language if titled else "",
        by_column=len(event.stories) <= words()["most_columns"],
        stories=event.stories,
        findings=tuple(row for verdict, row in rows if verdict in FINDINGS),
        undecided=tuple(row for verdict, row in rows if verdict == "undecided"),
        agreed=tuple(row for verdict, row in rows if verdict not in FINDINGS and verdict != "undecided"),
        only=tuple(_only(event.one_sided, texts)),
        texts=tuple(linked.text for linked in texts.values()),
    )
    return happening, texts


def _gravity(comparison: Comparison) -> tuple[int, int, tuple[int, str], int]:
    """Findings first, the gravest first, then as a copy desk ticks them off."""
    kind = 0 if comparison.verdict in FINDINGS else 1 if comparison.verdict == "undecided" else 2
    verdict = _VERDICTS.index(comparison.verdict)
    return kind, _SEVERITIES.index(comparison.severity), desk_rank(comparison.field), verdict


def _target(prefix: str, index: int, comparison: Comparison, found: int) -> Target:
    finding = comparison.verdict in FINDINGS
    verdict, _ = words()["verdicts"][comparison.verdict]
    number = found + index + 1 if finding else 0
    kind = comparison.severity if finding else "undecided" if comparison.verdict == "undecided" else "same"
    label = f"{verdict}: {field_name(comparison.field)}"
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
    return {
        name: Linked(f"{prefix}-s{index}", stories[name], compared[name], only[name], targets)
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
        for aside in story.set_aside:
            text = " ".join(story.text[aside.start : aside.end].split())
            if len(text) > words()["longest"]:
                text = text[: words()["longest"]] + "…"
            yield Removed(story.name, aside.reason, text, linked.href_aside(aside) if linked else "")


def _headline(rows: Sequence[Comparison], events: int, compared: int, stories: int) -> str:
    kinds = Counter(comparison.verdict for comparison in rows if comparison.verdict in FINDINGS)
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
    return str(sentences["found" if found else "clean"]).format(
        difference=counted("difference", found),
        story=counted("story", compared),
        event=counted("event", events),
        kinds=listed(parts),
    )


def _counts(compared: Sequence[Event], events: Sequence[Happening]) -> tuple[tuple[str, int, str], ...]:
    """Findings by field in the order of the desk, each with a link to the first."""
    fields = [
        comparison.field
        for event in compared
        for comparison in sorted(event.comparisons, key=_gravity)
        if comparison.verdict in FINDINGS
    ]
    first: dict[str, str] = {}
    for field, finding in zip(fields, (finding for event in events for finding in event.findings), strict=True):
        first.setdefault(field, f"#{finding.id}")
    number = Counter(fields)
    return tuple(
        (field_name(field, number[field]), number[field], first[field]) for field in sorted(first, key=desk_rank)
    )


def _rest(rows: Sequence[Comparison], report: Report, compared: Sequence[Event], singles: int) -> tuple[str, ...]:
    """What else became of the facts, a phrase each."""
    verdicts = Counter(comparison.verdict for comparison in rows)
    phrases = []
    if agreed := verdicts["agree"] + verdicts["compatible"]:
        reworded = verdicts["compatible"]
        phrases.append(counted("agreed", agreed) + (f", {counted('reworded', reworded)}" if reworded else ""))
    others = {
        "undecided": verdicts["undecided"],
        "only": sum(len(event.one_sided) for event in compared),
        "aside": sum(len(story.set_aside) for story in report.stories),
        "single": singles if compared else 0,
    }
    return (*phrases, *(counted(kind, number) for kind, number in others.items() if number))


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
