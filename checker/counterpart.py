"""Whether a claim that answers none has a counterpart after all, in other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from checker.model import AnyClaim, Amount, Name, Wording

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


def has_counterpart(
    claim: AnyClaim,
    others: Sequence[Other],
    words: Mapping[str, Any],
    harmless: Callable[[AnyClaim, AnyClaim], bool],
) -> bool:
    """Does any of the other stories hold the claim's value, whatever field it was found in?

    A name is there when one of its words is, or one that begins alike (Ukraine, Ukrainian), or its initials; a figure when
    the same figure is; words when most of them are; anything when a claim of its field differs harmlessly.

    Args:
        claim: a claim that answers none.
        others: the stories that might support it.
        words: the tables of `rules/counterpart.toml`.
        harmless: whether two claims of one field do not contradict each other.
    """
    value = claim.value
    for story in others:
        if any(found.field == claim.field and harmless(claim, found) for found in story.claims):
            return True
        if isinstance(value, Name) and _holds_name(value.name, story, words):
            return True
        if isinstance(value, Amount) and _holds_amount(value, story, words):
            return True
        if isinstance(value, Wording) and _holds_words(value.words, story, words):
            return True
    return False


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


def _holds_amount(value: Amount, story: Other, words: Mapping[str, Any]) -> bool:
    if str(value.amount) in words["slight"]:
        return True
    return any(
        isinstance(found.value, Amount) and value.amount in (found.value.amount, found.value.amount_to)
        for found in story.claims
    )


def _holds_words(wanted: Sequence[str], story: Other, words: Mapping[str, Any]) -> bool:
    if not wanted:
        return True
    held = sum(_holds_word(word, story, words) for word in wanted)
    return held >= words["share_of_words"] * len(wanted)
