"""How Japanese words in Chinese characters are read, by the dictionary of the extra `ja`; nothing without it.

The dictionary is opened when the first Japanese text with such characters is read, and stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product
from typing import Any, NamedTuple

_KANJI = re.compile(r"[\u3005\u3400-\u4dbf\u4e00-\u9fff]")
_KANA = re.compile(r"[ァ-ヺー]+\Z")
_PROPER, _PERSON, _PLACE = "固有名詞", "人名", "地名"
# What makes a vowel long, which few spellings abroad tell: コウフ is Kofu.
_LONG = re.compile("(?<=[オコソトノホモヨロゴゾドボポョ])[ウオ]|(?<=[ウクスツヌフムユルグズブプュ])ウ|ー")
# Readings of one word that are tried, and characters of a name that are read one by one.
_MOST, _CHARACTERS = 24, 3
# The dictionary refuses longer texts.
_LONGEST = 12_000


class Noun(NamedTuple):
    """A word in Chinese characters.

    Attributes:
        start, end: characters of the text.
        readings: how it may be read, in katakana, the likeliest first.
        kind: `person`, `place`, `name` for another proper name; empty for any other word.
        given: it is a given name.
        known: it stands in the dictionary.
    """

    start: int
    end: int
    readings: tuple[str, ...]
    kind: str
    given: bool
    known: bool


@lru_cache(maxsize=64)
def read(text: str) -> tuple[Noun, ...] | None:
    """The words in Chinese characters of a Japanese text; None where nobody can read them.

    Args:
        text: as it was read.
    """
    if not _KANJI.search(text):
        return ()
    dictionary = _dictionary()
    if dictionary is None:
        return None
    tokenizer = dictionary.tokenizer()
    pieces = (text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST))
    return tuple(
        noun
        for number, piece in enumerate(pieces)
        for token in tokenizer.tokenize(piece)
        if _KANJI.search(token.surface())
        for noun in [_noun(token, number * _LONGEST)]
    )


@cache
def _dictionary() -> Any:
    """The dictionary, None where the extra is not installed."""
    try:
        from sudachipy import Dictionary
    except ImportError:
        return None
    try:
        return Dictionary(dict="small")
    except (ImportError, RuntimeError, OSError):
        return None


def _noun(token: Any, offset: int) -> Noun:
    detail = token.part_of_speech()
    proper = detail[1] == _PROPER
    kind = {_PERSON: "person", _PLACE: "place"}.get(detail[2], "name") if proper else ""
    surface = token.surface()
    readings = [token.reading_form(), *_others(surface)]
    if len(surface) <= _CHARACTERS and (proper or token.is_oov()):
        readings += islice(_one_by_one(surface), _MOST)
    kept = tuple(dict.fromkeys(form for one in readings if _KANA.match(one) for form in (one, _LONG.sub("", one))))
    return Noun(
        token.begin() + offset,
        token.end() + offset,
        kept,
        kind,
        given=detail[3] == "名",
        known=bool(kept) and not token.is_oov(),
    )


@lru_cache(maxsize=4096)
def _others(word: str) -> tuple[str, ...]:
    """Every reading that the dictionary has of a word."""
    return tuple(dict.fromkeys(entry.reading_form() for entry in _dictionary().lookup(word)))


def _one_by_one(word: str) -> Iterator[str]:
    """The readings of its characters in a row: given names are read in ways of their own."""
    for parts in product(*map(_others, word)):
        yield "".join(parts)
