"""A story's signature: what it is matched by, taken from its text without parsing."""

from __future__ import annotations

import itertools
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from checker.align.records import Counts, Signature
from checker.model import Story
from checker.normalise import normalise
from checker.paragraphs import body, glued
from checker.rules import Ruleset

_WORD = re.compile(r"\d+(?:[.,:]\d+){0,6}[^\W_]{0,10}|[^\W_]+(?:['.-][^\W_]+){0,4}")
_SENTENCE = re.compile(r'[.!?:]+["\')\]]*\s+|\n+|"')
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_LONGEST_MONTH = 31
# In a line of more words than these, all of them in capitals, capitals say nothing.
_HEADLINE_WORDS = 3


def signature(story: Story, ruleset: Ruleset) -> Signature:
    """The signature of a story.

    Args:
        story: with what is not its own set aside, title and day filled in where they are known.
        ruleset: for the settings in `rules/align.toml` and the names of places.
    """
    known = _known(ruleset)
    text, _ = normalise(story.text, body(story), glued(story))
    if story.title and story.title not in story.text:
        text = f"{story.title}\n{text}"
    sentences = [words for words in map(_WORD.findall, _SENTENCE.split(text)) if words]
    terms = [[known.term(word) for word in words] for words in sentences]
    content = [term for sentence in terms for term in sentence if term and not term[0].isdigit()]
    opening = list(itertools.islice(itertools.chain.from_iterable(terms), known.opening))
    return Signature(
        name=story.name,
        digest=_digest(story),
        published=story.published,
        words=_counts(content),
        opening=_counts([term for term in opening if term and not term[0].isdigit()]),
        pairs=_counts([f"{a} {b}" for sentence in terms for a, b in itertools.pairwise(sentence) if _is_pair(a, b)]),
        names=_counts(list(_names(sentences, terms, known))),
        places=_counts([term for term in content if term in known.places]),
        numbers=_counts([term for sentence in terms for term in sentence if term and term[0].isdigit()]),
        dates=_counts(list(_dates(sentences, known))),
        sentences=tuple(sorted({zlib.crc32(" ".join(words).casefold().encode()) for words in sentences})),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of words beforehand.

    Attributes:
        term: a word as it is matched: in small letters, singular; empty for one that says nothing.
        places: words of the names of places.
        months: the month of each of its names.
        weekdays: by any of their names.
        opening: how many words the opening of a story has.
    """

    term: Callable[[str], str]
    places: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    opening: int


@lru_cache(maxsize=4)
def _known(ruleset: Ruleset) -> _Known:
    settings, calendar = ruleset.words("align"), ruleset.words("dateline")["calendar"]
    common = frozenset(settings["common"])

    @lru_cache(maxsize=1 << 16)
    def term(word: str) -> str:
        lower = word.lower()
        stem = _stem(lower)
        return "" if lower in common or stem in common else stem

    months = {name: number for number, names in enumerate(calendar["months"], 1) for name in names}
    weekdays = {name: number for number, name in enumerate(calendar["weekdays"]) if name.endswith("day")}
    return _Known(term, frozenset(_words_in(ruleset.words("places"))), months, weekdays, settings["opening"])


def _digest(story: Story) -> str:
    day = story.published.isoformat() if story.published else ""
    return sha256(f"{story.name}\0{story.text}\0{day}".encode("utf-8", "surrogatepass")).hexdigest()


def _counts(terms: Sequence[str]) -> Counts:
    return tuple(sorted(Counter(terms).items()))


def _is_pair(one: str, other: str) -> bool:
    """Two words that say something, next to each other."""
    return bool(one and other) and not (one[0].isdigit() and other[0].isdigit())


def _names(sentences: Sequence[Sequence[str]], terms: Sequence[Sequence[str]], known: _Known) -> Iterator[str]:
    """Words in capitals, of persons and organisations: what is no place, month or day of the week.

    What opens a sentence or stands in a headline in capitals is one if the story never has it in small letters and
    another capital follows it.
    """
    small = {
        term
        for words, line in zip(sentences, terms, strict=True)
        for word, term in zip(words, line, strict=True)
        if word[0].islower()
    }
    for words, line in zip(sentences, terms, strict=True):
        said = [word for word, term in zip(words, line, strict=True) if term and word[0].isalpha()]
        capitals = len(said) > _HEADLINE_WORDS and all(word[0].isupper() for word in said)
        for place, (word, term) in enumerate(zip(words, line, strict=True)):
            if not term or not word[0].isupper() or term in known.places or word.lower() in known.months:
                continue
            if word.lower() in known.weekdays:
                continue
            followed = len(words) > 1 and words[1][0].isupper()
            if (place and not capitals) or (term not in small and (capitals or followed)):
                yield term


def _dates(sentences: Sequence[Sequence[str]], known: _Known) -> Iterator[str]:
    """Days of a month (`05-02`) and days of the week (`thursday`)."""
    for words in sentences:
        for place, word in enumerate(words):
            lower = word.lower()
            if not word[0].isupper():
                continue
            if lower in known.weekdays:
                yield lower
            elif lower in known.months:
                beside = (*words[place + 1 : place + 2], *words[max(0, place - 1) : place])
                days = [int(match[1]) for match in map(_DAY.fullmatch, beside) if match]
                if days and 1 <= days[0] <= _LONGEST_MONTH:
                    yield f"{known.months[lower]:02}-{days[0]:02}"


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
