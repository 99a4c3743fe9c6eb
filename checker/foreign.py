"""What can be said of a claim when the other story is in another language: little, and that for sure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz, process

from checker.across.figures import figures
from checker.across.identify import identify
from checker.across.matching import is_held
from checker.digits import holds_digits
from checker.model import Amount, AnyClaim, Interval
from checker.sounds import plain

_WORD = re.compile(r"[^\W\d_]+")
# Latin, Greek and Cyrillic letters, of which anyascii gives nearly what an English paper writes.
_READ = re.compile(r"[\u0000-\u052f\u1e00-\u1fff\u2010-\u206f]*\Z")


def is_foreign(text: str, language: str, words: Mapping[str, Any]) -> bool:
    """The story is said to be in another language than English, or holds too few of the commonest English words.

    Args:
        text: the story.
        language: its ISO 639-1 code, `en` also where nobody said.
        words: the tables of `rules/counterpart.toml`.
    """
    if language != "en":
        return True
    letters = [character for character in text if character.isalpha()]
    if sum(character.isascii() for character in letters) < len(letters) / 2:
        return True
    found = [word.lower() for word in _WORD.findall(text)]
    settings = words["foreign"]
    share: float = settings["share"]
    common = frozenset(settings["english"])
    return len(found) >= settings["words"] and sum(word in common for word in found) < share * len(found)


def across_languages(claim: AnyClaim, text: str, words: Mapping[str, Any], *, foreign: bool) -> bool:
    """The text holds the claim, or it cannot be told.

    Args:
        claim: a claim that answers none.
        text: the other story.
        words: the tables of `rules/counterpart.toml`.
        foreign: the claim's own story is the one that is not in English.
    """
    if foreign:
        return True
    if isinstance(claim.value, Amount):
        return _holds_amount(claim.value, claim.text, text, words)
    if isinstance(claim.value, Interval):
        unsure = any(word in claim.text for word in words["foreign"]["roman"])
        return unsure or not _has_digit(claim.text) or holds_digits(claim.text, text)
    return claim.field != "person" or _holds_person(claim.value.name, text, words)


def _holds_amount(value: Amount, said: str, text: str, words: Mapping[str, Any]) -> bool:
    """By the numbers of the language, where it has tables; else small, round and very large figures may be words."""
    settings = words["foreign"]
    if not _has_digit(said) or holds_digits(said, text):
        return True
    if language := identify(text, words["across"]):
        held = frozenset(one for figure in figures(text, language) for one in figure.all)
        return value.amount in held or any(is_held(figure, held) for figure in figures(said, "en"))
    if str(value.amount) in settings["worded"] or value.amount < settings["least"]:
        return True
    return not _READ.match(text) and value.amount >= settings["most"]


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _holds_person(name: str, text: str, words: Mapping[str, Any]) -> bool:
    """One of the name's words, however it is declined and transliterated."""
    if not _READ.match(text):
        return True
    held = sorted({plain(anyascii(word)) for word in _WORD.findall(text) if word[0].isupper()})
    cutoff = 100 * words["foreign"]["likeness"]
    return any(
        any(word.startswith(part[: words["stem_letters"]]) for word in held)
        or process.extractOne(part, held, scorer=fuzz.ratio, score_cutoff=cutoff) is not None
        for part in map(plain, _WORD.findall(name))
        if len(part) >= words["name_letters"]
    )
