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

from checker.digits import holds_digits
from checker.foreign import across_languages, is_foreign
from checker.model import Amount, AnyClaim, Interval, Name, Value, Wording
from checker.places import Gazetteer, Place, fold, gazetteer
from checker.stems import stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,4}")
_MARK = re.compile(r"[.,;:()\"]")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_PIECE = re.compile(r"[^\W_]+")
_PIECES = re.compile(r"(?:[A-Z]\.){2,6}|[^\W_]+(?:-[^\W_]+){0,4}")
_LONGEST_PLACE = 3
# How far a fraction may be from one part of so many.
_NEARLY = Decimal("0.001")
# Types of places whose adjectives and common nouns the gazetteer does not list.
_NATURAL = ("region", "land", "water", "wide")

Harmless = Callable[[AnyClaim, AnyClaim], bool]


@dataclass(frozen=True, slots=True)
class Other:
    """What another story says.

    Attributes:
        text: the story.
        claims: its claims of every field.
        language: an ISO 639-1 code.
    """

    text: str
    claims: tuple[AnyClaim, ...]
    language: str = "en"


def other(text: str, claims: Sequence[AnyClaim], language: str = "en") -> Other:
    """A story as something that may support a claim."""
    return Other(text, tuple(claims), language)


def has_counterpart(
    claim: AnyClaim, others: Sequence[Other], words: Mapping[str, Any], harmless: Harmless, own: Other | None = None
) -> bool:
    """Does any of the other stories hold the claim's value, whatever field it was found in?

    A name is there when one of its telling words is, or one that begins alike (Ukraine, Ukrainian), in small letters
    most of them, or its initials, or the place under another name; a figure when the same figure is, in digits or in
    words; words when most of them are; a word of no dictionary unless it is almost one of the other story's; anything
    else when a claim of its field differs harmlessly. A guessed name needs no counterpart, unless the other story has
    a gap in a sentence that says the same.

    Between two languages only figures and, in one script, persons can be looked for; a story in another language than
    English is read with the wrong grammar, so that of its own claims only the digits count.

    Args:
        claim: a claim that answers none.
        others: the stories that might support it.
        words: the tables of `rules/counterpart.toml`, with places and organisations.
        harmless: whether two claims of one field do not contradict each other.
        own: the story of the claim: its language, and its places, of which none stands for another.
    """
    if claim.weak and isinstance(claim.value, Name) and not _fills_gap(claim, others, words, own):
        return True
    search = _Search(claim, words, harmless, own)
    foreign = own is not None and is_foreign(own.text, own.language, words)
    if claim.field == "gap":
        # Nothing can be looked for: what is missing shows in the sentence itself, if it is English.
        return foreign
    return any(
        across_languages(claim, story.text, words, foreign=foreign)
        if foreign or is_foreign(story.text, story.language, words)
        else search.finds_in(story)
        for story in others
    )


def _fills_gap(claim: AnyClaim, others: Sequence[Other], words: Mapping[str, Any], own: Other | None) -> bool:
    """Another story has a gap in a sentence of the same words: what only looked like a name is missing there."""
    found = [gap.about.context for story in others for gap in story.claims if gap.field == "gap"]
    if own is None or not found:
        return False
    settings = words["gap"]
    reach: int = settings["reach"]
    before = _SENTENCE_END.split(own.text[max(0, claim.start - reach) : claim.start])[-1]
    behind = _SENTENCE_END.split(own.text[claim.end : claim.end + reach])[0]
    stems = {stem(word) for word in _words(f"{before} {behind}")}
    return any(len(stems & context) >= settings["share"] * max(1, len(context)) for context in found)


class _Search:
    """Looks for one claim in other stories; the arguments are those of `has_counterpart`."""

    def __init__(self, claim: AnyClaim, words: Mapping[str, Any], harmless: Harmless, own: Other | None) -> None:
        self._claim = claim
        self._words = words
        self._harmless = harmless
        self._gazetteer = gazetteer(words["places"])
        self._named = _names(own.text, self._gazetteer) if own is not None and claim.field == "place" else frozenset()

    def finds_in(self, story: Other) -> bool:
        """The story holds the claim's value."""
        value, field = self._claim.value, self._claim.field
        found = [claim for claim in story.claims if claim.field == field]
        if field == "spelling":
            return not self._is_misspelt(value.head, story.text)
        if isinstance(value, Amount):
            return self._amount(value, found, story)
        if field == "place" and (known := self._place(value.name, story.text)) is not None:
            return known
        if field != "place" and any(self._harmless(self._claim, claim) for claim in found):
            return True
        return self._in_words(value, found, story.text)

    def _in_words(self, value: Value, found: Sequence[AnyClaim], text: str) -> bool:
        """The words of the claim stand in the text, whatever was made of them there."""
        if isinstance(value, Name):
            return self._name(value.name, found, text)
        if isinstance(value, Wording):
            return self._wording(value.words, _words(text))
        slight = self._claim.text.lower() in self._words["slight_dates"]
        return isinstance(value, Interval) and (slight or holds_digits(self._claim.text, text))

    # --- names ---

    def _name(self, name: str, found: Sequence[AnyClaim], text: str) -> bool:
        # The words of another one's name are no trace of this one: Vladimir Roe does not stand for Vladimir Doe.
        strangers = [claim for claim in found if claim.field == "person" and not self._harmless(self._claim, claim)]
        rest = _without(text, [claim for claim in strangers if " " in claim.value.name])
        held = _words(rest)
        small = self._words["organisation"]["compare"]["small"]
        least: int = self._words["name_letters"]
        parts = [part for part in _WORD.findall(name) if len(part) >= least and part.lower() not in small]
        initials = "".join(part[0] for part in _WORD.findall(name)).lower()
        if not parts or (len(initials) > 1 and initials in held) or _is_spelled_out(name, rest, least):
            return True
        telling, common = self._sorted_out(parts)
        if any(self._holds(part, _names_in(rest)) for part in telling):
            return True
        # In small letters they are common nouns: most of them must be there, with or without the general ones.
        share: float = self._words["share_of_common"]
        if telling:
            return any(self._share(wanted, held) > share for wanted in (telling, (*telling, *common)))
        return self._share(common or parts, held) >= share

    def _share(self, parts: Sequence[str], held: Sequence[str]) -> float:
        return sum(self._holds(part, held) for part in parts) / len(parts)

    def _sorted_out(self, parts: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """The words that tell which one it is, and the common nouns; Russian of the Russian Navy is neither."""
        if self._claim.field == "person":
            return parts, ()
        if self._claim.field == "place":
            kinds = self._words["places"]["kinds"]
            general = {word.lower() for key in ("last", "first", "common", "directions") for word in kinds[key]}
            rest = [part for part in parts if part.lower() not in general]
            return rest, [part for part in parts if part not in rest]
        general = set(self._words["organisation"]["compare"]["general"])
        common = [part for part in parts if part.lower() in general]
        return [part for part in parts if part not in common and self._gazetteer.find(part) is None], common

    def _holds(self, part: str, held: Sequence[str]) -> bool:
        """The word, one of its parts, one that begins alike, or one that is spelled almost alike."""
        least: int = self._words["name_letters"]
        pieces = [piece for piece in part.split("-") if len(piece) >= least]
        starts = tuple(fold(one)[: self._words["stem_letters"]] for one in (part, *pieces))
        if any(fold(word).startswith(starts) for word in held):
            return True
        cutoff = 100 * self._words["name_ratio"]
        longer = [word for word in held if len(word) >= least]
        return process.extractOne(part.lower(), longer, scorer=fuzz.ratio, score_cutoff=cutoff) is not None

    def _place(self, name: str, text: str) -> bool | None:
        """The text names the place, or one that lies in this country and is nothing else's; None for unknown places."""
        wanted = self._gazetteer.find(name)
        if wanted is None:
            return None
        for found in _places(text, self._gazetteer):
            free = _key(found) not in self._named
            if found.name == wanted.name and (free or _key(found) == _key(wanted)):
                return True
            if free and wanted.type in ("country", "demonym") and wanted.within & found.within:
                return True
        # Majorcan, the earth: what the gazetteer does not take for the place.
        forms = tuple(fold(form) for form in (name, wanted.name) if not form.isupper() and wanted.type in _NATURAL)
        return bool(forms) and any(fold(word).startswith(forms) for word in _words(text))

    # --- figures ---

    def _amount(self, value: Amount, found: Sequence[AnyClaim], story: Other) -> bool:
        if str(value.amount) in self._words["slight"] or holds_digits(self._claim.text, story.text):
            return True
        stated = {amount for claim in story.claims if isinstance(claim.value, Amount) for amount in _ends(claim.value)}
        if all(amount in stated for amount in _ends(value)) or self._spelled(value.amount, story.text):
            return True
        # A bound agrees with most figures: without it only the figure itself, rounded or converted, will do.
        single = [claim for claim in found if claim.value.amount_to is None]
        return value.amount_to is None and any(self._harmless(_exact(self._claim), _exact(claim)) for claim in single)

    def _spelled(self, amount: Decimal, text: str) -> bool:
        """`Both` is two, `the thirties` are 30, `every sixth` is one in six."""
        forms = [*self._words["spelled"].get(str(amount), ())]
        parts = round(1 / amount) if amount else 0
        if 0 < amount < 1 and abs(amount * parts - 1) < _NEARLY:
            forms += self._words["part"].get(str(parts), ())
        return bool(forms) and not set(forms).isdisjoint(_words(text))

    # --- words ---

    def _wording(self, wanted: Sequence[str], held: Sequence[str]) -> bool:
        share: float = self._words["share_of_words"]
        return sum(self._holds(word, held) for word in wanted) >= share * len(wanted)

    def _is_misspelt(self, word: str, text: str) -> bool:
        """Almost a word of the other story, or one of the words that every text is made of."""
        held = _words(text)
        if word in held:
            return False
        settings = self._words["misspelt"]
        most = settings["long_distance"] if len(word) >= settings["long"] else settings["distance"]
        candidates = ((held, most), (settings["everywhere"], settings["distance"]))
        return any(
            len(near) >= settings["letters"]
            and near.isalpha()
            and OSA.distance(word, near, score_cutoff=limit) <= limit
            for listed, limit in candidates
            for near in listed
        )


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


@lru_cache(maxsize=256)
def _names_in(text: str) -> tuple[str, ...]:
    """The words of a text that hold a capital or a figure, as `_words` gives them."""
    found = (match.group() for match in _WORD.finditer(text) if not match.group().islower())
    return _words(" ".join(dict.fromkeys(found)))


def _is_spelled_out(name: str, text: str, least: int) -> bool:
    """VIN, vehicle identification number: the letters of the one begin words of the other, with no mark between."""
    if len(name) < least or not (name.isalpha() and name.isupper()):
        return False
    return any(
        name.lower() in "".join(word[0] for word in _WORD.findall(stretch)) for stretch in _MARK.split(text.lower())
    )


def _without(text: str, claims: Sequence[AnyClaim]) -> str:
    """The text with the characters of these claims blanked out."""
    for claim in claims:
        text = text[: claim.start] + " " * (claim.end - claim.start) + text[claim.end :]
    return text


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


def _key(place: Place) -> tuple[str, bool]:
    """The place, and whether it is named by its adjective."""
    return place.name, place.type == "demonym"


def _names(text: str, places: Gazetteer) -> frozenset[tuple[str, bool]]:
    return frozenset(map(_key, _places(text, places)))


def _ends(value: Amount) -> tuple[Decimal, ...]:
    return (value.amount,) if value.amount_to is None else (value.amount, value.amount_to)


def _exact(claim: AnyClaim) -> AnyClaim:
    return replace(claim, value=replace(claim.value, at_least=False, at_most=False))
