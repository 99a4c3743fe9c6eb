"""A story's signature: what it is matched by, taken from its text without parsing."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

from checker.align.records import Counts, Signature
from checker.model import Story
from checker.normalise import normalise
from checker.paragraphs import body
from checker.rules import Ruleset

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+){0,4}")
_SENTENCE = re.compile(r"[^.!?\n]+")


def signature(story: Story, ruleset: Ruleset) -> Signature:
    """The signature of a story.

    Args:
        story: with what is not its own set aside, title and day filled in where they are known.
        ruleset: for the settings in `rules/align.toml` and the names of places.
    """
    common, places = _common(ruleset), _places(ruleset)
    text, _ = normalise(story.text, body(story))
    words, names, numbers = Counter[str](), Counter[str](), Counter[str]()
    at = 0
    for match in _WORD.finditer(text):
        word = match.group()
        between = text[at : match.start()]
        starts = at == 0 or any(mark in between for mark in '.!?\n":')
        at = match.end()
        lower = _stem(word.lower())
        if word[0].isdigit():
            numbers[word] += 1
        elif lower not in common and word.lower() not in common:
            words[lower] += 1
            if word[0].isupper() and not starts and lower not in places:
                names[lower] += 1
    title = Counter(_stem(word.lower()) for word in _WORD.findall(story.title or "") if word.lower() not in common)
    return Signature(
        name=story.name,
        digest=_digest(story),
        published=story.published,
        words=_counts(words),
        names=_counts(names),
        places=(),
        numbers=_counts(numbers),
        dates=(),
        title=_counts(title),
        sentences=tuple(sorted(_sentences(text))),
    )


def _digest(story: Story) -> str:
    day = story.published.isoformat() if story.published else ""
    return sha256(f"{story.name}\0{story.text}\0{day}".encode("utf-8", "surrogatepass")).hexdigest()


def _counts(counter: Counter[str]) -> Counts:
    return tuple(sorted(counter.items()))


def _sentences(text: str) -> Iterator[int]:
    for match in _SENTENCE.finditer(text):
        words = " ".join(_WORD.findall(match.group().lower()))
        if words:
            yield zlib.crc32(words.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=4)
def _common(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(ruleset.words("align")["common"])


@lru_cache(maxsize=4)
def _places(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(_words_in(ruleset.words("places")))


def _words_in(entry: object) -> Iterator[str]:
    """Every word of every text in nested tables, in lower case."""
    if isinstance(entry, str):
        yield from entry.lower().split()
    elif isinstance(entry, Mapping):
        for inner in entry.values():
            yield from _words_in(inner)
    elif isinstance(entry, list):
        for inner in entry:
            yield from _words_in(inner)


def _stem(word: str) -> str:
    """Singular and plural, possessive or not, are one."""
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004
