"""Whether a claim that answers none has a counterpart after all, in other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from checker.model import AnyClaim, Amount, Interval, Name, Wording
from checker.places import Gazetteer, fold, gazetteer

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,4}")
_PIECE = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,]\d+)?")
_SEPARATORS = re.compile(r"\D+")
_LONGEST_PLACE = 3
_DECADE = re.compile(r"(\d0)'?s\b")

Harmless = Callable[[AnyClaim, AnyClaim], bool]


@dataclass(frozen=True, slots=True)
class Other:
    """What another story says.

    Attributes:
        text: the story.
        claims: its claims of every field.
    """

    text: str
    claims: tuple[AnyClaim, ...]


def other(text: str, claims: Sequence[AnyClaim]) -> Other:
    """A story as something that may support a claim."""
    return Other(text, tuple(claims))


def has_counterpart(claim: AnyClaim, others: Sequence[Other], words: Mapping[str, Any], harmless: Harmless) -> bool:
    """Does any of the other stories hold the claim's value, whatever field it was found in?

    A name is there when one of its telling words is, or one that begins alike (Ukraine, Ukrainian), or its initials, or a
    place that is the same or lies in it; a figure when the same figure is, in digits or in words; words when most of them
    are; anything else when a claim of its field differs harmlessly.

    Args:
        claim: a claim that answers none.
        others: the stories that might support it.
        words: the tables of `rules/counterpart.toml`, with places and organisations.
        harmless: whether two claims of one field do not contradict each other.
    """
    return any(_holds(claim, story, words, harmless) for story in others)


def _holds(claim: AnyClaim, story: Other, words: Mapping[str, Any], harmless: Harmless) -> bool:
    value = claim.value
    same_field = [found for found in story.claims if found.field == claim.field]
    if isinstance(value, Amount):
        return _holds_amount(claim, value, same_field, story, words, harmless)
    if isinstance(value, Name):
        return _holds_name(claim, value.name, same_field, story, words, harmless)
    if any(harmless(claim, found) for found in same_field):
        return True
    if isinstance(value, Wording):
        return _holds_words(value.words, _words(story.text), words)
    return isinstance(value, Interval) and (
        claim.text.lower() in words["slight_dates"] or _holds_digits(claim.text, story.text)
    )


# --- names ---


def _holds_name(
    claim: AnyClaim, name: str, same_field: Sequence[AnyClaim], story: Other, words: Mapping[str, Any], harmless: Harmless
) -> bool:
    places = gazetteer(words["places"])
    if claim.field == "place" and _holds_place(name, story.text, places):
        return True
    against = [found for found in same_field if not harmless(claim, found)]
    if claim.field != "place" and len(against) < len(same_field):
        return True
    # The words of another one's name are no trace of this one: Vladimir Roe does not stand for Vladimir Doe.
    text = _without(story.text, [found for found in against if " " in found.value.name])
    held = _words(text)
    parts = [part.lower() for part in _WORD.findall(name) if len(part) >= words["name_letters"]]
    initials = "".join(part[0] for part in _WORD.findall(name)).lower()
    if not parts or (len(initials) > 1 and initials in held):
        return True
    general = frozenset(words["organisation"]["compare"]["general"]) if claim.field == "organisation" else frozenset()
    telling = [part for part in parts if part not in general]
    if telling:
        return any(_holds_word(part, held, words) for part in telling)
    return sum(_holds_word(part, held, words) for part in parts) >= words["share_of_general"] * len(parts)


def _holds_place(name: str, text: str, places: Gazetteer) -> bool:
    """The story names the place under another name, or a place that lies in this country."""
    wanted = places.find(name)
    if wanted is None:
        return False
    for found in _places(text, places):
        place = places.find(found)
        if place is None:
            continue
        if place.name == wanted.name:
            return True
        if wanted.type in ("country", "demonym") and wanted.within & place.within:
            return True
    return False


@lru_cache(maxsize=256)
def _places(text: str, places: Gazetteer) -> tuple[str, ...]:
    """The names of the gazetteer that stand in a text."""
    pieces = [match.group() for match in re.finditer(r"(?:[A-Z]\.){2,6}|[^\W_]+(?:-[^\W_]+)*", text)]
    found = []
    for at, piece in enumerate(pieces):
        if not piece[0].isupper():
            continue
        for size in range(_LONGEST_PLACE, 0, -1):
            name = " ".join(pieces[at : at + size])
            if places.find(name) is not None:
                found.append(name)
                break
    return tuple(dict.fromkeys(found))


def _without(text: str, claims: Sequence[AnyClaim]) -> str:
    """The text with the characters of these claims blanked out."""
    for claim in claims:
        text = text[: claim.start] + " " * (claim.end - claim.start) + text[claim.end :]
    return text


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, each once, in order; compounds also in their parts."""
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        found[word.lower()] = None
        for piece in _PIECE.findall(word) if not word.isalnum() else ():
            found[piece.lower()] = None
    return tuple(found)


def _holds_word(part: str, held: Sequence[str], words: Mapping[str, Any]) -> bool:
    start = fold(part)[: words["stem_letters"]]
    if any(fold(word).startswith(start) for word in held):
        return True
    return process.extractOne(part, held, scorer=fuzz.ratio, score_cutoff=100 * words["name_ratio"]) is not None


# --- figures ---


def _holds_amount(
    claim: AnyClaim,
    value: Amount,
    same_field: Sequence[AnyClaim],
    story: Other,
    words: Mapping[str, Any],
    harmless: Harmless,
) -> bool:
    if str(value.amount) in words["slight"] or _holds_digits(claim.text, story.text):
        return True
    stated = {amount for found in story.claims if isinstance(found.value, Amount) for amount in _ends(found.value)}
    if all(amount in stated for amount in _ends(value)) or _holds_spelled(value.amount, story.text, words):
        return True
    # A bound agrees with most figures: without it only the figure itself, rounded or converted, will do.
    return any(harmless(_exact(claim), _exact(found)) for found in same_field if not _is_range(found) and not _is_range(claim))


def _ends(value: Amount) -> tuple[Decimal, ...]:
    return (value.amount,) if value.amount_to is None else (value.amount, value.amount_to)


def _is_range(claim: AnyClaim) -> bool:
    return claim.value.amount_to is not None


def _exact(claim: AnyClaim) -> AnyClaim:
    return replace(claim, value=replace(claim.value, at_least=False, at_most=False))


def _holds_digits(wanted: str, text: str) -> bool:
    """All figures of the words stand in the text, whatever is written around them; the 80s stand in the 1980s."""
    figures = [_SEPARATORS.sub("", figure) for figure in _DIGITS.findall(wanted)]
    held = _figures(text)
    if figures and all(figure in held for figure in figures):
        return True
    decade = _DECADE.search(wanted)
    return bool(decade) and any(figure.endswith(decade[1]) for figure in held if len(figure) == 4)  # type: ignore[index]  # noqa: PLR2004 - a year


@lru_cache(maxsize=256)
def _figures(text: str) -> frozenset[str]:
    """The figures of a text as digits alone; of a year also its decade."""
    found = {_SEPARATORS.sub("", figure) for figure in _DIGITS.findall(text)}
    return frozenset(found | {match[1] for match in _DECADE.finditer(text)})


def _holds_spelled(amount: Decimal, text: str, words: Mapping[str, Any]) -> bool:
    """`Both` is two, `the thirties` are 30, `every sixth` is one in six."""
    spelled: Mapping[str, Sequence[str]] = words["spelled"]
    inverse = round(1 / amount) if amount else 0
    forms = [*spelled.get(str(amount), ())]
    if 0 < amount < 1 and abs(amount * inverse - 1) < Decimal("0.001"):
        forms += words["part"].get(str(inverse), ())
    return bool(forms) and not set(forms).isdisjoint(_words(text))


# --- words ---


def _holds_words(wanted: Sequence[str], held: Sequence[str], words: Mapping[str, Any]) -> bool:
    if not wanted:
        return True
    return sum(_holds_word(word, held, words) for word in wanted) >= words["share_of_words"] * len(wanted)
