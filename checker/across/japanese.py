"""Names of a Japanese text that the English one lost: people and places that a dictionary knows and can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.tables import tables
from checker.readings import Noun, read
from checker.sounds import likeness, plain

# Letters of a name with which a longer one begins.
_LEAST = 4


def lost(text: str, english: str, settings: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Every lost name: where it stands, and the field that it belongs to; none without the extra `ja`.

    Args:
        text: in Japanese.
        english: the English text.
        settings: the table `japanese` of `rules/across.toml`.
    """
    words = _words(english)
    for name in _names(text, read(text) or ()):
        said = text[name[0].start : name[-1].end]
        field = _field(name, said, settings)
        if field and not any(_is_there(noun, text, words, settings) for noun in name):
            yield name[0].start, name[-1].end, field


def _names(text: str, nouns: Sequence[Noun]) -> Iterator[list[Noun]]:
    """Proper names that follow each other without anything between, or with the dot of foreign names."""
    name: list[Noun] = []
    for noun in nouns:
        if name and text[name[-1].end : noun.start] not in ("", "・"):
            yield name
            name = []
        if noun.kind:
            name.append(noun)
        elif name:
            yield name
            name = []
    if name:
        yield name


def _field(name: Sequence[Noun], said: str, settings: Mapping[str, Any]) -> str:
    """The field of a name that has no name of its own in English; empty for all others.

    Chinese and Korean surnames are one character; what they are called abroad no Japanese reading tells.
    """
    if any(word in said for word in settings["translated"].split()) or _holds_country(said):
        return ""
    first, size = name[0], name[0].end - name[0].start
    if first.kind == "foreign":
        return "organisation" if size >= settings["foreign"] else ""
    if size < settings["characters"]:
        return ""
    return {"surname": "person", "place": "place"}.get(first.kind, "")


def _holds_country(said: str) -> bool:
    forms = tables("ja").names.get("territories", {}).values()
    return any(form in said for names in forms for form in names if len(form) > 1)


def _is_there(noun: Noun, text: str, words: Sequence[str], settings: Mapping[str, Any]) -> bool:
    """An English word sounds like it, begins so, or is what it begins with; Chinese names are read in Chinese too."""
    heard = settings["foreign_sound" if noun.kind == "foreign" else "sound"]
    readings = (*noun.readings, text[noun.start : noun.end])
    return any(likeness(part, reading) >= heard for word in words for part in _parts(word) for reading in readings)


def _parts(word: str) -> Iterator[str]:
    yield word
    if len(word) > _LEAST:
        yield from (word[:size] for size in range(_LEAST, len(word)))


def _words(english: str) -> tuple[str, ...]:
    """The words with a capital, and two of them as one."""
    found = WORD.findall(fold(english))
    names = [plain(word) for word in found if word[0].isupper()]
    joined = [plain(f"{one}{other}") for one, other in pairwise(found) if one[0].isupper() and other[0].isupper()]
    return tuple(sorted({*names, *joined} - {""}))
