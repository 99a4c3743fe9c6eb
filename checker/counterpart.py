"""Whether a claim that answers none has a counterpart after all, in other words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from checker.model import AnyClaim, Amount, Interval, Name, Wording

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,4}")


@dataclass(frozen=True, slots=True)
class Other:
    """What another story says.

    Attributes:
        words: its words in lower case, each once, in order.
        claims: its claims of every field.
    """

    words: tuple[str, ...]
    claims: tuple[AnyClaim, ...]


def other(text: str, claims: Sequence[AnyClaim]) -> Other:
    """A story as something that may support a claim."""
    return Other(tuple(dict.fromkeys(word.lower() for word in _WORD.findall(text))), tuple(claims))


def has_counterpart(claim: AnyClaim, others: Sequence[Other], words: Mapping[str, Any]) -> bool:
    """Does any of the other stories hold the claim's value, whatever field it was found in?

    A name is there when one of its words is, or one that begins alike (Ukraine, Ukrainian), or its initials; a figure when
    the same figure is; a date when one overlaps it; words when most of them are.

    Args:
        claim: a claim that answers none.
        others: the stories that might support it.
        words: the tables of `rules/counterpart.toml`.
    """
    value = claim.value
    if isinstance(value, Name):
        return any(_holds_name(value.name, story, words) for story in others)
    if isinstance(value, Amount):
        return any(_holds_amount(value, story) for story in others)
    if isinstance(value, Interval):
        return any(_holds_date(value, story) for story in others)
    if isinstance(value, Wording):
        return any(_holds_words(value.words, story, words) for story in others)
    return any(found.value == value for story in others for found in story.claims)


def _holds_name(name: str, story: Other, words: Mapping[str, Any]) -> bool:
    parts = [part.lower() for part in _WORD.findall(name) if len(part) >= words["name_letters"]]
    initials = "".join(part[0] for part in _WORD.findall(name)).lower()
    if not parts or (len(initials) > 1 and initials in story.words):
        return True
    return any(_holds_word(part, story, words) for part in parts)


def _holds_word(part: str, story: Other, words: Mapping[str, Any]) -> bool:
    start = part[: words["stem_letters"]]
    if any(word.startswith(start) for word in story.words):
        return True
    return process.extractOne(part, story.words, scorer=fuzz.ratio, score_cutoff=100 * words["name_ratio"]) is not None


def _holds_amount(value: Amount, story: Other) -> bool:
    return any(
        isinstance(found.value, Amount) and value.amount in (found.value.amount, found.value.amount_to)
        for found in story.claims
    )


def _holds_date(value: Interval, story: Other) -> bool:
    for found in story.claims:
        other_value = found.value
        if not isinstance(other_value, Interval):
            continue
        if None in (value.start, value.end, other_value.start, other_value.end):
            return True
        if value.start < other_value.end and other_value.start < value.end:  # type: ignore[operator]
            return True
    return False


def _holds_words(wanted: Sequence[str], story: Other, words: Mapping[str, Any]) -> bool:
    if not wanted:
        return True
    held = sum(_holds_word(word, story, words) for word in wanted)
    return held >= words["share_of_words"] * len(wanted)
