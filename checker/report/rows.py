"""A comparison as a row of the fact table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from checker.model import FINDINGS, Comparison, Side
from checker.report.marks import Piece, marked
from checker.report.naming import fact_name
from checker.report.pictures import timeline
from checker.report.target import Target
from checker.report.texts import Linked
from checker.report.view import Cell, Link, Phrase, Row, Saying, Timeline
from checker.report.visible import one_line
from checker.report.wording import cut, listed, words

_TALLIED = 3  # With two stories the table itself shows who says what.

_QUOTES = "\"'“”‘’«»„,"


def row(
    comparison: Comparison,
    target: Target,
    texts: Mapping[str, Linked],
    why: Mapping[str, str],
    sources: Mapping[str, str],
) -> Row:
    """The row.

    Args:
        comparison: what is shown.
        target: its anchor and number.
        texts: the stories of the event by name, in the order of the columns.
        why: the reason behind each rule, by its id.
        sources: of stories that carry one text, the one that stands for them all: they count once.
    """
    groups = _groups(comparison, sources)
    odd = _odd(groups, sources)
    sayings = tuple(_saying(groups, group, odd, texts) for group in groups)
    verdict, _ = words()["verdicts"][comparison.verdict]
    tellers = {side.claim.story for side in comparison.sides}
    return Row(
        id=target.href[1:],
        number=target.number,
        verdict=comparison.verdict,
        severity=comparison.severity,
        word=verdict,
        kind=comparison.field,
        field=fact_name(comparison),
        reason=comparison.reason.replace("-", " "),
        message=comparison.message or words()["sentences"]["same"],
        why=why.get(comparison.rule, ""),
        rule=comparison.rule,
        evidence=comparison.evidence,
        tally=_tally(groups, sources),
        fingerprint=comparison.fingerprint,
        known=comparison.known,
        note=comparison.note,
        suppressed=bool(comparison.suppressed),
        cells=tuple(_cell(name, groups, odd, texts) for name in texts),
        sayings=sayings,
        correction=_correction(comparison, groups) if comparison.verdict in FINDINGS else "",
        stories=tuple(at for at, name in enumerate(texts, 1) if name in tellers),
        timeline=_timeline(comparison, texts),
    )


def _timeline(comparison: Comparison, texts: Mapping[str, Linked]) -> Timeline | None:
    stories = [linked.story for linked in texts.values()]
    return timeline(comparison, stories) if comparison.verdict in FINDINGS else None


def _correction(comparison: Comparison, groups: Mapping[int, list[Side]]) -> str:
    """Who has what, in one line: to be sent to whoever has to mend it."""
    longest = words()["longest"]
    said = [
        f"{', '.join(_tellers(sides))}: “{cut(_wordings(sides)[0].strip(_QUOTES), longest)}”"
        for sides in groups.values()
    ]
    template = words()["sentences"]["correction"]
    return str(template).format(
        field=fact_name(comparison).capitalize(), said="; ".join(said), message=comparison.message
    )


def _groups(comparison: Comparison, sources: Mapping[str, str]) -> dict[int, list[Side]]:
    """The sides by group, the group that most sources stand in first."""
    groups: dict[int, list[Side]] = defaultdict(list)
    for side in comparison.sides:
        groups[side.group].append(side)
    return dict(sorted(groups.items(), key=lambda item: (-len(_sources(item[1], sources)), item[0])))


def _tellers(sides: Sequence[Side]) -> list[str]:
    return list(dict.fromkeys(side.claim.story for side in sides))


def _sources(sides: Sequence[Side], sources: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(sources.get(name, name) for name in _tellers(sides)))


def _odd(groups: Mapping[int, list[Side]], sources: Mapping[str, str]) -> frozenset[int]:
    """The groups that most sources do not stand in; none when no group has most."""
    sizes = [len(_sources(sides, sources)) for sides in groups.values()]
    if len(sizes) < 2 or sizes[0] == sizes[1]:  # noqa: PLR2004 - the largest and the next
        return frozenset()
    return frozenset(list(groups)[1:])


def _tally(groups: Mapping[int, list[Side]], sources: Mapping[str, str]) -> str:
    tellers = [_sources(sides, sources) for sides in groups.values()]
    everyone = {name for names in tellers for name in names}
    if len(groups) == 1 or len(everyone) < _TALLIED or max(map(len, tellers)) == 1:
        return ""
    sentences = words()["sentences"]
    parts = [
        sentences["tally_part"].format(
            stories=len(names),
            all=len(everyone),
            has=sentences["has"][len(names) > 1],
            wording=cut(_wordings(sides)[0].strip(_QUOTES), words()["context"]),
        )
        for names, sides in zip(tellers, groups.values(), strict=True)
    ]
    return str(sentences["tally"]).format(parts=listed(parts))


def _wordings(sides: Sequence[Side]) -> list[str]:
    """The distinct wordings, the most frequent first."""
    return [wording for wording, _ in Counter(one_line(side.claim.text) for side in sides).most_common()]


def _cell(name: str, groups: Mapping[int, list[Side]], odd: frozenset[int], texts: Mapping[str, Linked]) -> Cell:
    phrases = [
        phrase
        for group, sides in groups.items()
        for phrase in _phrases([side for side in sides if side.claim.story == name], groups, group, odd, texts)
    ]
    return Cell(name, tuple(phrases), bool(phrases) and all(phrase.odd for phrase in phrases))


def _saying(groups: Mapping[int, list[Side]], group: int, odd: frozenset[int], texts: Mapping[str, Linked]) -> Saying:
    first = {side.claim.story: side.claim.start for side in reversed(groups[group])}
    return Saying(
        phrases=_phrases(groups[group], groups, group, odd, texts),
        stories=tuple(Link(name, texts[name].href(first[name])) for name in _tellers(groups[group])),
        odd=group in odd,
    )


def _phrases(
    sides: Sequence[Side],
    groups: Mapping[int, list[Side]],
    group: int,
    odd: frozenset[int],
    texts: Mapping[str, Linked],
) -> tuple[Phrase, ...]:
    """The distinct wordings of these sides of one group, in the order of the text."""
    same: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        same[cut(one_line(side.claim.text), words()["longest"])].append(side)
    others = [
        cut(wording, words()["longest"])
        for other, there in groups.items()
        if other != group and not (odd and (group in odd) == (other in odd))
        for wording in _wordings(there)
    ]
    return tuple(_phrase(text, here, others, group in odd, texts) for text, here in same.items())


def _phrase(text: str, sides: Sequence[Side], others: list[str], odd: bool, texts: Mapping[str, Linked]) -> Phrase:  # noqa: FBT001
    claim = sides[0].claim
    linked = texts[claim.story]
    context = words()["context"] if len(text) < words()["speaks_for_itself"] else 0
    before, after = linked.around(claim.start, claim.end, context) if context else ("", "")
    pieces = marked(text, others, words()["alike"]) if others else (Piece(text),)
    return Phrase(text, pieces, len(sides), linked.href(claim.start), before, after, linked.text.language, odd)
