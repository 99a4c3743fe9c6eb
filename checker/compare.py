"""Rows of claims to rows of the fact table: the field measures each difference, the rules judge it."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import combinations

from checker.counterpart import has_counterpart, other
from checker.judge import Judge
from checker.model import FINDINGS, AnyClaim, Comparison, Difference, Name, Side, Story, Verdict
from checker.pair import Row
from checker.report.json import plain
from checker.rules import Rule

_GRAVITY: tuple[Verdict, ...] = ("conflict", "variant", "update", "missing", "undecided", "compatible", "agree")
_SEVERITY = ("error", "warning", "note", "none")
_JSON = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
# Verdicts that leave two values in one group.
_TOGETHER = frozenset({"agree", "compatible", "undecided"})


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two values of a row and what the rules say of them; no rule for equal values."""

    left: int
    right: int
    difference: Difference | None
    rule: Rule | None

    @property
    def verdict(self) -> Verdict:
        return self.rule.verdict if self.rule else "agree"

    @property
    def gravity(self) -> tuple[int, int]:
        """Smaller is graver."""
        return _GRAVITY.index(self.verdict), _SEVERITY.index(self.rule.severity if self.rule else "none")


def compare(
    rows: Sequence[Row],
    stories: Sequence[Story],
    claims: Mapping[str, Sequence[AnyClaim]],
    judge: Judge,
    draft: str | None,
) -> tuple[tuple[Comparison, ...], tuple[AnyClaim, ...]]:
    """Every row's verdict, findings first, and the claims that one story alone makes.

    Args:
        rows: what was paired.
        stories: the stories of the event.
        claims: every claim of each story, by name.
        judge: fields, rules and mode.
        draft: in mode `draft`, the name of the draft.
    """
    table = _Table(judge, {story.name: story.published for story in stories})
    missing = _Missing(stories, claims, judge, draft)
    comparisons: list[Comparison] = []
    alone: list[AnyClaim] = []
    for row in rows:
        # Fields of which every word is a claim are listed only where they find something.
        listed = judge.ruleset.words(row.field)["pairing"].get("listed", True)
        if row.inside or len({claim.story for claim in row.claims}) > 1:
            comparison: Comparison | None = table.comparison(row)
        else:
            comparison = missing.finding(row)
        if comparison and (listed or comparison.verdict != "agree"):
            comparisons.append(comparison)
        elif listed and not comparison and len(stories) > 1:
            alone.extend(claim for claim in row.claims if not claim.weak)
    comparisons.sort(key=order)
    alone.sort(key=lambda claim: (claim.story, claim.start, claim.end, claim.field))
    return tuple(comparisons), tuple(alone)


class _Missing:
    """Claims of a draft that no source supports, claims that a translation lost or added."""

    def __init__(
        self, stories: Sequence[Story], claims: Mapping[str, Sequence[AnyClaim]], judge: Judge, draft: str | None
    ) -> None:
        self._judge = judge
        self._draft = draft
        wanted = judge.mode != "cross-source"
        self._others = (
            {story.name: other(story.text, claims[story.name], story.language) for story in stories} if wanted else {}
        )

    def finding(self, row: Row) -> Comparison | None:
        """The finding that a fact stands on one side only, None where that is no matter."""
        lead = row.claims[0]
        if not self._others or (self._judge.mode == "draft" and lead.story != self._draft):
            return None
        difference = Difference("missing")
        rule = self._judge.ruleset.find(row.field, difference, self._judge.mode)
        others = [story for name, story in self._others.items() if name != lead.story]
        if rule is None or not others:
            return None
        words = self._judge.ruleset.words("counterpart")
        if has_counterpart(lead, others, words, self._judge.support, self._others[lead.story]):
            return None
        article = self._judge.ruleset.words("compare")["article"]
        whole = [_with_article(claim, self._others[claim.story].text, article) for claim in row.claims]
        row = replace(row, claims=tuple(whole), evidence="nothing in the other stories answers it")
        return ruled(row, rule, difference, whole[:1])


def _with_article(claim: AnyClaim, text: str, article: str) -> AnyClaim:
    """A longer name with the article before it: the Northern Bank, but not the New York of the New York Times."""
    start = claim.start - len(article) - 1
    before = text[max(0, start - 1) : claim.start].lower()
    behind = text[claim.end : claim.end + 2].strip()
    if not isinstance(claim.value, Name) or " " not in claim.text or behind[:1].isupper():
        return claim
    if start < 0 or before.lstrip("(\"' \n") != f"{article} ":
        return claim
    return replace(claim, start=start, text=text[start : claim.end])


def order(row: Comparison) -> tuple[object, ...]:
    """Gravest first, then by field, then by where the row's first mention stands."""
    first = row.sides[0].claim
    return (
        _GRAVITY.index(row.verdict),
        _SEVERITY.index(row.severity),
        row.field,
        first.story,
        first.start,
        row.fingerprint,
    )


class _Table:
    """Judges rows; knows when each story was published."""

    def __init__(self, judge: Judge, published: Mapping[str, date | None]) -> None:
        self._judge = judge
        self._published = published
        self._words = judge.ruleset.words("compare")
        self._order = {rule.id: place for place, rule in enumerate(judge.ruleset.rules)}

    def comparison(self, row: Row) -> Comparison:
        """The row with its groups, and the verdict of its gravest pair of values."""
        leads, places = _distinct(row.claims)
        if row.difference is not None:
            return self._known(row, row.difference, leads)
        values = self._values(leads)
        judged = [self._judged(i, j, leads[i], leads[j]) for i, j in _pairs(values)]
        groups = _groups(values, judged)
        across = [pair for pair in judged if groups[pair.left] != groups[pair.right]] or judged
        gravest = min(
            across,
            # Of those that are as grave the widest apart tells most.
            key=lambda pair: (*pair.gravity, self._rank(pair.rule), -_size(pair), pair.left, pair.right),
            default=_Judged(0, 0, None, None),
        )
        rule, difference = gravest.rule, gravest.difference
        left, right = leads[gravest.left], leads[gravest.right]
        return Comparison(
            field=row.field,
            verdict=gravest.verdict,
            reason=difference.name if difference else "same",
            rule=rule.id if rule else "",
            severity=rule.severity if rule else "none",
            message=_message(rule, difference, left, right) if rule and difference else "",
            evidence=row.evidence,
            sides=tuple(Side(claim, groups[place]) for claim, place in zip(row.claims, places, strict=True)),
            fingerprint=_fingerprint(row.field, rule.id if rule else "", leads),
        )

    def _values(self, leads: Sequence[AnyClaim]) -> list[list[int]]:
        """The places of the leads, those together that nothing tells apart: one of them is judged for all."""
        values: dict[Hashable, list[int]] = {}
        for place, lead in enumerate(leads):
            key = self._judge.grounds(lead), lead.about.thing, self._published[lead.story]
            values.setdefault(key, []).append(place)
        return list(values.values())

    def _rank(self, rule: Rule | None) -> int:
        """Of two rules as grave the one that stands first in its file says more."""
        return self._order.get(rule.id, 0) if rule else 0

    def _known(self, row: Row, difference: Difference, leads: Sequence[AnyClaim]) -> Comparison:
        """A row whose difference was found over all of its claims: a total, and the parts that stand apart from it."""
        return ruled(row, self._judge.rule(row.field, difference), difference, leads)

    def _judged(self, i: int, j: int, left: AnyClaim, right: AnyClaim) -> _Judged:
        difference = self._judge.measure(left, right)
        if difference is None:
            return _Judged(i, j, None, None)
        difference = self._in_time(left, right, difference)
        return _Judged(i, j, difference, self._judge.rule(left.field, difference))

    def _in_time(self, left: AnyClaim, right: AnyClaim, difference: Difference) -> Difference:
        """A running figure that the later story gives higher has grown."""
        before, after = self._published[left.story], self._published[right.story]
        if left.about.thing not in self._words["running"] or difference.name not in self._words["growing"]:
            return difference
        if before is None or after is None or before == after:
            return difference
        earlier, later = (left, right) if before < after else (right, left)
        if earlier.value.amount >= later.value.amount:
            return difference
        told = {
            "earlier": earlier.text,
            "earlier_story": earlier.story,
            "later": later.text,
            "later_story": later.story,
        }
        return replace(difference, name="growth", detail=dict(difference.detail) | told)


def _size(pair: _Judged) -> float:
    return pair.difference.size if pair.difference else 0.0


def ruled(row: Row, rule: Rule, difference: Difference, leads: Sequence[AnyClaim]) -> Comparison:
    """A row that one rule judges as a whole; in a finding what follows the first claim stands apart from it."""
    apart = rule.verdict in FINDINGS and row.difference is not None
    return Comparison(
        field=row.field,
        verdict=rule.verdict,
        reason=difference.name,
        rule=rule.id,
        severity=rule.severity,
        message=_message(rule, difference, leads[0], leads[-1]),
        evidence=row.evidence,
        sides=tuple(Side(claim, int(apart and place > 0)) for place, claim in enumerate(row.claims)),
        fingerprint=_fingerprint(row.field, rule.id, leads),
    )


def agreed(row: Row) -> Comparison:
    """A row of claims that are known to say the same."""
    return Comparison(
        field=row.field,
        verdict="agree",
        reason="same",
        rule="",
        severity="none",
        message="",
        evidence=row.evidence,
        sides=tuple(Side(claim, 0) for claim in row.claims),
        fingerprint=_fingerprint(row.field, "", row.claims),
    )


def _distinct(claims: Sequence[AnyClaim]) -> tuple[list[AnyClaim], list[int]]:
    """The first mention of each value in each story; and for every claim the place of its value among these."""
    first: dict[tuple[str, str], int] = {}
    leads: list[AnyClaim] = []
    places: list[int] = []
    for claim in claims:
        places.append(first.setdefault((claim.story, repr(claim.value)), len(leads)))
        if places[-1] == len(leads):
            leads.append(claim)
    return leads, places


def _pairs(values: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The first of every two values, and the first two of each: even one date can be undecided between two stories."""
    yield from combinations([value[0] for value in values], 2)
    yield from ((value[0], value[1]) for value in values if len(value) > 1)


def _groups(values: Sequence[Sequence[int]], judged: Sequence[_Judged]) -> dict[int, int]:
    """The group of every place in the values: values join the first group with which nothing of theirs is at odds.

    The values that most others agree with come first, so that a vague value does not bring two exact ones together.
    """
    size = {value[0]: len(value) for value in values}
    together = {(pair.left, pair.right): pair.verdict in _TOGETHER for pair in judged}
    agreement = dict.fromkeys(size, 0)
    for pair in judged:
        if pair.verdict == "agree" and pair.right not in size:
            agreement[pair.left] += size[pair.left] - 1
        elif pair.verdict == "agree":
            agreement[pair.left] += size[pair.right]
            agreement[pair.right] += size[pair.left]
    members: list[list[int]] = []
    for index in sorted(agreement, key=lambda i: (-agreement[i], i)):
        for group in members:
            if all(together[min(index, other), max(index, other)] for other in group):
                group.append(index)
                break
        else:
            members.append([index])
    members.sort(key=lambda group: (-sum(map(size.__getitem__, group)), min(group)))
    number = {index: place for place, group in enumerate(members) for index in group}
    return {place: number[value[0]] for value in values for place in value}


def _message(rule: Rule, difference: Difference, left: AnyClaim, right: AnyClaim) -> str:
    words = {
        "left": _told(left, right),
        "right": _told(right, left),
        "left_story": left.story,
        "right_story": right.story,
    }
    return rule.message.format_map(_Blank(words | dict(difference.detail)))


def _told(claim: AnyClaim, other: AnyClaim) -> str:
    """The wording; the full name where the surname alone is the same on both sides."""
    alike = claim.text == other.text and isinstance(claim.value, Name)
    return claim.value.name if alike else claim.text


class _Blank(dict[str, str]):
    """A detail that a field did not give is left blank."""

    def __missing__(self, key: str) -> str:
        return ""


def _fingerprint(field: str, rule: str, leads: Sequence[AnyClaim]) -> str:
    distinct = {lead.value for lead in leads}
    values = sorted({_JSON.encode(plain(value)) for value in distinct})
    return sha256(_JSON.encode([rule, field, values]).encode()).hexdigest()[:16]
