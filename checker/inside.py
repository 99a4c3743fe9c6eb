"""What one story says against itself: conversions that do not work out, parts larger than their whole, a name spelled two
ways, a headline that its own text contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from checker.fields import Field
from checker.model import FINDINGS, AnyClaim, Amount, Difference, Interval, Mode, Name
from checker.pair import Row
from checker.parsed import Parsed
from checker.rules import Ruleset
from checker.slots import same_slot


def inside(
    parsed: Parsed, claims: Sequence[AnyClaim], fields: Mapping[str, Field], ruleset: Ruleset, mode: Mode
) -> tuple[Row, ...]:
    """The rows in which a story's own claims are at odds; what agrees makes no row.

    Args:
        parsed: the story.
        claims: its claims, by position.
        fields: every field, by name.
        ruleset: the judge, and the settings of `rules/inside.toml`.
        mode: the mode of the check.
    """
    words = ruleset.words("inside")

    def differs(left: AnyClaim, right: AnyClaim) -> Difference | None:
        difference = fields[left.field].differ(left, right)
        if difference is None or ruleset.judge(left.field, difference, mode).verdict not in FINDINGS:
            return None
        return difference

    rows: list[Row] = []
    for left, right in _conversions(parsed, claims):
        if differs(left, right):
            rows.append(Row(left.field, (left, right), "one figure in two units", inside=True))
    for left, right in _spellings(claims, words):
        difference = differs(left, right)
        if difference and difference.name in words["spellings"] and difference.size <= words["spelling_size"]:
            rows.append(Row(left.field, (left, right), "two spellings in one story", inside=True))
    for headline, body in _headlines(parsed, claims, ruleset.words("pairing")):
        found = [claim for claim in body if differs(headline, claim)]
        if found and len(found) == len(body):
            rows.append(Row(headline.field, (headline, found[0]), "the headline and the text below it", inside=True))
    return tuple(rows)


def _conversions(parsed: Parsed, claims: Sequence[AnyClaim]) -> Iterator[tuple[AnyClaim, AnyClaim]]:
    """`1,000 km (600 miles)`: a figure and its conversion in brackets."""
    amounts = [claim for claim in claims if isinstance(claim.value, Amount) and claim.field in ("quantity", "money")]
    text = parsed.story.text
    for left, right in zip(amounts, amounts[1:], strict=False):
        if left.field == right.field and text[left.end : right.start].strip() == "(" and text[right.end :].lstrip()[:1] == ")":
            yield left, right


def _spellings(claims: Sequence[AnyClaim], words: Mapping[str, Any]) -> Iterator[tuple[AnyClaim, AnyClaim]]:
    """Names of one field that are written out: of a surname alone nobody knows whose it is."""
    for field in words["named"]:
        first: dict[str, AnyClaim] = {}
        for claim in claims:
            if claim.field == field and isinstance(claim.value, Name) and len(claim.value.name.split()) > 1:
                first.setdefault(claim.value.name, claim)
        yield from combinations(first.values(), 2)


def _headlines(
    parsed: Parsed, claims: Sequence[AnyClaim], words: Mapping[str, Any]
) -> Iterator[tuple[AnyClaim, list[AnyClaim]]]:
    """A figure of the headline, with what the text says of the same thing."""
    if parsed.story.title is None or not parsed.sentences:
        return
    titled = {sentence.index for sentence in parsed.sentences if sentence.paragraph == 0}
    known = [claim for claim in claims if claim.about.canonical and not isinstance(claim.value, Interval)]
    for headline in known:
        if headline.sentence in titled:
            body = [
                claim
                for claim in known
                if claim.field == headline.field
                and claim.sentence not in titled
                and same_slot(headline.about, claim.about, words) > 0
            ]
            if body:
                yield headline, body
