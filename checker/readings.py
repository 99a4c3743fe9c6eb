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
_KATAKANA = re.compile(r"[ァ-ヺー]+\Z")
_PROPER = "固有名詞"
_KINDS = {("人名", "姓"): "surname", ("人名", "名"): "given", ("地名", "一般"): "place"}
# What makes a vowel long, which few spellings abroad tell: コウフ is Kofu.
_LONG = re.compile("(?<=[オコソトノホモヨロゴゾドボポョ])[ウオ]|(?<=[ウクスツヌフムユルグズブプュ])ウ|ー")
# Readings of one word that are tried, and characters of a name that are read one by one.
_MOST, _CHARACTERS = 24, 3
_LONGEST_NAME = 40
# The dictionary refuses longer texts.
_LONGEST = 12_000


class Noun(NamedTuple):
    """A word in Chinese characters, or one in katakana that the dictionary does not have.

    Attributes:
        start, end: characters of the text.
        readings: how it may be read, in katakana, the likeliest first.
        kind: `surname`, `given`, `place`, `name` for another proper name, `foreign` for unknown katakana; empty for any
            other word.
        known: it can be read.
    """

    start: int
    end: int
    readings: tuple[str, ...]
    kind: str
    known: bool


@lru_cache(maxsize=64)
def read(text: str) -> tuple[Noun, ...] | None:
    """The words in Chinese characters of a Japanese text, and its unknown names; None where nobody can read them.

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
        if _KANJI.search(token.surface()) or (token.is_oov() and _KATAKANA.match(token.surface()))
        for noun in [_noun(token, number * _LONGEST)]
    )


def read_name(name: str) -> tuple[str, ...]:
    """How the name of a Japanese person is read, surname first; nothing for any other, and without the extra.

    Args:
        name: surname and given name, or one of them.
    """
    nouns = read(name[:_LONGEST_NAME]) or ()
    told = "".join(name[noun.start : noun.end] for noun in nouns)
    if not nouns or told != re.sub(r"\s", "", name) or any(noun.kind not in ("surname", "given") for noun in nouns):
        return ()
    return tuple(" ".join(parts) for parts in islice(product(*(noun.readings for noun in nouns)), _MOST))


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
    detail, surface = token.part_of_speech(), token.surface()
    start, end = token.begin() + offset, token.end() + offset
    if _KATAKANA.match(surface):
        return Noun(start, end, (surface,), "foreign", known=True)
    proper = detail[1] == _PROPER
    readings = [token.reading_form(), *_others(surface)]
    if len(surface) <= _CHARACTERS and (proper or token.is_oov()):
        readings += islice(_one_by_one(surface), _MOST)
    kept = tuple(dict.fromkeys(form for one in readings if _KATAKANA.match(one) for form in (one, _LONG.sub("", one))))
    kind = _KINDS.get((detail[2], detail[3]), "name") if proper else ""
    return Noun(start, end, kept, kind, known=bool(kept) and not token.is_oov())


@lru_cache(maxsize=4096)
def _others(word: str) -> tuple[str, ...]:
    """Every reading that the dictionary has of a word."""
    return tuple(dict.fromkeys(entry.reading_form() for entry in _dictionary().lookup(word)))


def _one_by_one(word: str) -> Iterator[str]:
    """The readings of its characters in a row: given names are read in ways of their own."""
    for parts in product(*map(_others, word)):
        yield "".join(parts)
