"""Whether a claim that answers none has a counterpart after all, in other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from checker.model import Amount, AnyClaim, Interval, Name, Wording
from checker.places import Gazetteer, Place, fold, gazetteer

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,4}")
_PIECE = re.compile(r"[^\W_]+")
_PIECES = re.compile(r"(?:[A-Z]\.){2,6}|[^\W_]+(?:-[^\W_]+){0,4}")
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,]\d+)?")
_SEPARATORS = re.compile(r"\D+")
_LONGEST_PLACE = 3
# Types of places whose adjectives and common nouns the gazetteer does not list.
_NATURAL = ("region", "land", "water", "wide")
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


def has_counterpart(
    claim: AnyClaim, others: Sequence[Other], words: Mapping[str, Any], harmless: Harmless, own: Other | None = None
) -> bool:
    """Does any of the other stories hold the claim's value, whatever field it was found in?

    A guessed name needs none. A name is there when one of its telling words is, or one that begins alike (Ukraine,
    Ukrainian), or its initials, or a place that is the same or lies in it; a figure when the same figure is, in digits or
    in words; words when most of them are; an unknown word unless it is almost one of the other story's; anything else when
    a claim of its field differs harmlessly.

    Args:
        claim: a claim that answers none.
        others: the stories that might support it.
        words: the tables of `rules/counterpart.toml`, with places and organisations.
        harmless: whether two claims of one field do not contradict each other.
        own: the story of the claim: a place that it names itself does not stand for another of its places.
    """
    if claim.field == "spelling":
        return not any(_is_misspelt(claim.value.head, story, words) for story in others)
    guess = claim.weak and isinstance(claim.value, Name)
    named = (
        _place_names(own.text, gazetteer(words["places"]))
        if own is not None and claim.field == "place"
        else frozenset()
    )
    return guess or any(_holds(claim, story, words, harmless, named) for story in others)


def _holds(
    claim: AnyClaim, story: Other, words: Mapping[str, Any], harmless: Harmless, named: frozenset[tuple[str, bool]]
) -> bool:
    value = claim.value
    same_field = [found for found in story.claims if found.field == claim.field]
    if isinstance(value, Amount):
        return _holds_amount(claim, value, same_field, story, words, harmless)
    if isinstance(value, Name) and claim.field == "place":
        known = _holds_place(value.name, story.text, gazetteer(words["places"]), named)
        return _holds_name(claim, value.name, same_field, story, words, harmless) if known is None else known
    if isinstance(value, Name):
        return any(harmless(claim, found) for found in same_field) or _holds_name(
            claim, value.name, same_field, story, words, harmless
        )
    if any(harmless(claim, found) for found in same_field):
        return True
    if isinstance(value, Wording):
        return _holds_words(value.words, _words(story.text), words)
    return isinstance(value, Interval) and (
        claim.text.lower() in words["slight_dates"] or _holds_digits(claim.text, story.text)
    )


# --- names ---


def _holds_name(
    claim: AnyClaim,
    name: str,
    same_field: Sequence[AnyClaim],
    story: Other,
    words: Mapping[str, Any],
    harmless: Harmless,
) -> bool:
    # The words of another one's name are no trace of this one: Vladimir Roe does not stand for Vladimir Doe.
    strangers = [f for f in same_field if claim.field == "person" and " " in f.value.name and not harmless(claim, f)]
    held = _words(_without(story.text, strangers))
    small = words["organisation"]["compare"]["small"]
    parts = [part for part in _WORD.findall(name) if len(part) >= words["name_letters"] and part.lower() not in small]
    initials = "".join(part[0] for part in _WORD.findall(name)).lower()
    if not parts or (len(initials) > 1 and initials in held):
        return True
    telling, common = _sorted_out(parts, claim.field, words)
    if telling:
        return any(_holds_word(part, held, words) for part in telling)
    wanted = common or [part.lower() for part in parts]
    return sum(_holds_word(part, held, words) for part in wanted) >= words["share_of_common"] * len(wanted)


def _sorted_out(parts: Sequence[str], field: str, words: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The words that tell which one it is, and the common nouns; Russian of the Russian Navy is neither."""
    if field == "person":
        return [part.lower() for part in parts], []
    places = gazetteer(words["places"])
    general = _general(words["organisation"] if field == "organisation" else words["places"], field)
    common = [part.lower() for part in parts if part.lower() in general]
    rest = [part for part in parts if part.lower() not in general]
    return [part.lower() for part in rest if field == "place" or places.find(part) is None], common


def _general(words: Mapping[str, Any], field: str) -> frozenset[str]:
    """The words in names that say what it is, not which one."""
    if field == "organisation":
        return frozenset(words["compare"]["general"])
    kinds = words["kinds"]
    return frozenset(word.lower() for key in ("last", "first", "common", "directions") for word in kinds[key])


def _holds_place(name: str, text: str, places: Gazetteer, named: frozenset[tuple[str, bool]]) -> bool | None:
    """The story names the place, or one that lies in this country and is nothing else's; None for unknown places."""
    wanted = places.find(name)
    if wanted is None:
        return None
    for found in _places(text, places):
        demonym = found.type == "demonym"
        if found.name == wanted.name and (demonym == (wanted.type == "demonym") or (found.name, demonym) not in named):
            return True
        inside = wanted.type in ("country", "demonym") and bool(wanted.within & found.within)
        if inside and (found.name, demonym) not in named:
            return True
    # Majorcan, the earth: what the gazetteer does not take for the place.
    forms = tuple(fold(form) for form in (name, wanted.name) if not form.isupper() and wanted.type in _NATURAL)
    return bool(forms) and any(fold(word).startswith(forms) for word in _words(text))


def _place_names(text: str, places: Gazetteer) -> frozenset[tuple[str, bool]]:
    """The places of a text, each with whether it is named by its adjective."""
    return frozenset((place.name, place.type == "demonym") for place in _places(text, places))


@lru_cache(maxsize=256)
def _places(text: str, places: Gazetteer) -> tuple[Place, ...]:
    """The places of the gazetteer that are named in a text."""
    pieces = _PIECES.findall(text)
    found: dict[Place, None] = {}
    for at, piece in enumerate(pieces):
        names = (" ".join(pieces[at : at + size]) for size in range(_LONGEST_PLACE, 0, -1) if piece[0].isupper())
        place = next((place for place in map(places.find, names) if place is not None), None)
        if place is not None:
            found[place] = None
    return tuple(found)


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
    return any(
        harmless(_exact(claim), _exact(found)) for found in same_field if not _is_range(found) and not _is_range(claim)
    )


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
    return decade is not None and any(figure.endswith(decade[1]) for figure in held if len(figure) in (2, 4))


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


def _is_misspelt(word: str, story: Other, words: Mapping[str, Any]) -> bool:
    """Almost a word of the other story, or one of the words that every text is made of."""
    held = _words(story.text)
    if word in held:
        return False
    settings = words["misspelt"]
    most = settings["long_distance"] if len(word) >= settings["long"] else settings["distance"]
    candidates = ((held, most), (settings["everywhere"], settings["distance"]))
    return any(
        len(other) >= settings["letters"] and other.isalpha() and OSA.distance(word, other, score_cutoff=limit) <= limit
        for listed, limit in candidates
        for other in listed
    )
