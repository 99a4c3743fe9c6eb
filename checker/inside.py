"""What one story says against itself.

Conversions, shares and lists that do not work out, a name spelled two ways, a headline that its own text contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

from checker.judge import Judge
from checker.model import Amount, AnyClaim, Name
from checker.pair import Row
from checker.parsed import Parsed
from checker.slots import same_slot
from checker.wholes import wholes


def inside(parsed: Parsed, claims: Sequence[AnyClaim], judge: Judge) -> tuple[Row, ...]:
    """The rows in which a story's own claims are at odds; what agrees makes no row.

    Args:
        parsed: the story.
        claims: its claims, by position.
        judge: fields, rules and mode.
    """
    words = judge.ruleset.words("inside")
    rows: list[Row] = []
    rows.extend(wholes(parsed.story.text, claims, words))
    for left, right in _conversions(parsed, claims, words["conversions"]):
        if not judge.agree(left, right):
            rows.append(Row(left.field, (left, right), "one figure in two units", inside=True))
    for left, right in _spellings(claims, words):
        difference = judge.measure(left, right)
        if difference and difference.name in words["spellings"] and difference.size <= words["spelling_size"]:
            rows.append(Row(left.field, (left, right), "two spellings in one story", inside=True))
    for headline, body in _headlines(parsed, claims, judge.ruleset.words("pairing")):
        found = [claim for claim in body if not judge.agree(headline, claim)]
        if found and len(found) == len(body):
            rows.append(Row(headline.field, (headline, found[0]), "the headline and the text below it", inside=True))
    return tuple(rows)


def _conversions(
    parsed: Parsed, claims: Sequence[AnyClaim], pairs: Mapping[str, Sequence[str]]
) -> Iterator[tuple[AnyClaim, AnyClaim]]:
    """`1,000 km (600 miles)`, `1,000 km, or 600 miles,`: a figure and its conversion."""
    amounts = [claim for claim in claims if isinstance(claim.value, Amount) and claim.field in ("quantity", "money")]
    text = parsed.story.text
    for left, right in pairwise(amounts):
        closes = pairs.get(text[left.end : right.start].strip(), ())
        if _in_two_units(left, right) and text[right.end :].lstrip()[:1] in closes:
            yield left, right


def _in_two_units(left: AnyClaim, right: AnyClaim) -> bool:
    """Of one field; a second sum in the same currency is in dollars of another country."""
    one, other = left.value, right.value
    differ = one.currency != other.currency if left.field == "money" else one.unit != other.unit
    return left.field == right.field and differ


def _spellings(claims: Sequence[AnyClaim], words: Mapping[str, Any]) -> Iterator[tuple[AnyClaim, AnyClaim]]:
    """Names of one field that are written out: of a surname alone nobody knows whose it is."""
    for field in words["named"]:
        first: dict[str, AnyClaim] = {}
        for claim in claims:
            if claim.field == field and isinstance(claim.value, Name) and len(claim.value.name.split()) > 1:
                first.setdefault(claim.value.name, claim)
        for left, right in combinations(first.values(), 2):
            one, other = left.value.name.split(), right.value.name.split()
            # Another first name may be a brother's.
            if len(one) == len(other) and one[0] == other[0]:
                yield left, right


def _headlines(
    parsed: Parsed, claims: Sequence[AnyClaim], words: Mapping[str, Any]
) -> Iterator[tuple[AnyClaim, list[AnyClaim]]]:
    """A figure of the headline, with what the text says of the same thing."""
    if parsed.story.title is None or not parsed.sentences:
        return
    titled = {sentence.index for sentence in parsed.sentences if sentence.paragraph == 0}
    known = [claim for claim in claims if claim.about.canonical and isinstance(claim.value, Amount)]
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
