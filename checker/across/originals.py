"""Names that a text in Latin or Cyrillic letters writes with capitals, and that the English one lost.

Inside a sentence a capital tells a name from a word, except in German. A name is lost where no English word is like any
word of it: not by its first letters, not by all of them, not by its sound, not as a place with another name in English.
What is translated leaves no such trace, so the words that languages write with capitals and translate are listed; and
unless it begins with a given name nothing in English may stand for it: every capital there must have its answer here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from anyascii import anyascii
from rapidfuzz import fuzz, process

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.tables import normal, tables
from checker.names import is_given, same_given
from checker.places import Gazetteer
from checker.sounds import likeness, plain, script

# Where a sentence begins, behind quotation marks, dashes and brackets too.
_STARTS = re.compile(r"(?:\A|[.!?:;…\n]|[«»„“”\"'(\[–—―•¡¿])[\s«»„“”\"'(\[–—―•¡¿-]*\Z")
_BEFORE = 8
# Letters that a case adds to a name.
_ENDING = 3
# Letters by which a place of the tables is known, declined or as an adjective.
_PLACE = 4
# XIVe, XX-го: a century.
_NUMERAL = re.compile(r"(?:[IVXLC]{2,6}[a-zè]{0,3}|[IVXLC]e)\Z")
_JOINED = re.compile(r"[ \-\u00a0]\Z")


class Capital(NamedTuple):
    """A word with a capital.

    Attributes:
        start, end: characters of the text.
        word: as written.
        first: it begins a sentence, so that the capital tells nothing.
    """

    start: int
    end: int
    word: str
    first: bool


class Originals:
    """Looks for names that are in one text and not in its English one.

    Args:
        text: in another language.
        language: its code.
        english: the English text.
        settings: the table `originals` of `rules/across.toml`.
        places: those of the gazetteer.
    """

    def __init__(self, text: str, language: str, english: str, settings: Mapping[str, Any], places: Gazetteer) -> None:
        self._places = places
        self._text = fold(text)
        self._language = language
        self._settings = settings
        self._translated = tuple(map(normal, settings["translated"].get(language, "").split()))
        self._inflected = bool(tables(language).settings.get("inflected"))
        self._articles = frozenset(settings["articles"].get(language, "").split())
        self._adjectives = tuple(settings["adjectives"].get(language, "").split())
        self._surnames = tuple(settings["surnames"].get(language, "").split())
        self._given = frozenset(settings["given"].split())
        self._cased = language in settings["languages"]
        self._english = _English(english)

    def lost(self) -> Iterator[tuple[int, int, str]]:
        """Every lost name: where it stands, and the field that it belongs to."""
        if self._language not in (*self._settings["languages"], *self._settings["nouns"]):
            return
        free = self._free()
        for row in self._rows():
            for run in self._unsaid(row):
                if all(one.first for one in run):
                    continue
                several = len(run) > 1 or (len(row) > 1 and not self._is_short(row[-1]) and run == self._long(row))
                start = next(one.start for one in run if not one.first or self._is_given(plain(anyascii(one.word))))
                sole = not free and self._cased and not self._is_described(run)
                if several and (self._is_called(row) or sole):
                    yield start, run[-1].end, "person"
                elif sole and len(row) == 1:
                    yield start, run[-1].end, "organisation"
            if not free:
                yield from self._acronyms(row)

    def _acronyms(self, row: Sequence[Capital]) -> Iterator[tuple[int, int, str]]:
        """Acronyms that no language translates, or that English could only have kept."""
        for one in row:
            kept = one.word.isupper() and one.word.isascii() and one.word not in self._settings["acronyms"]
            least, most = self._settings["acronym"]
            if kept and least <= len(one.word) <= most and not self._english.spells(one.word):
                yield one.start, one.end, "organisation"

    def _rows(self) -> Iterator[list[Capital]]:
        """The names; one that goes on behind a small word is left out where its beginning is translated."""
        excused, end = False, 0
        for row in rows(self._text):
            linked = self._is_linked(self._text[end : row[0].start])
            if not (linked and excused):
                yield row
                excused = any(map(self._is_translated, row))
            end = row[-1].end

    def _is_linked(self, between: str) -> bool:
        """One small word or a comma stands between two parts of a name: of, and."""
        words = between.split()
        return words == [","] or (len(words) == 1 and len(words[0]) <= self._settings["link"] and words[0].isalpha())

    def _unsaid(self, row: Sequence[Capital]) -> Iterator[list[Capital]]:
        """The stretches of a name of which English has no word; initials and particles decide nothing."""
        run: list[Capital] = []
        for one in row:
            if self._is_short(one) and not self._is_translated(one):
                continue
            if self._is_said(one):
                yield run
                run = []
            else:
                run.append(one)
        yield run

    def _is_described(self, run: Sequence[Capital]) -> bool:
        """It has an article, or is the adjective of a body, by its ending or the noun beside it: the Supreme court."""
        near: int = self._settings["near"]
        before = WORD.findall(self._text[max(0, run[0].start - near) : run[0].start])
        behind = WORD.findall(self._text[run[-1].end : run[-1].end + near])
        elided = self._text[: run[0].start].endswith("'")
        if before and (elided or before[-1].lower() in self._articles):
            return True
        small = normal(run[-1].word)
        if (
            self._adjectives
            and small.endswith(self._adjectives)
            and (len(run) > 1 or not small.endswith(self._surnames))
        ):
            return True
        return any(self._is_common(normal(word)) for word in (*before[-1:], *behind[:1]))

    def _is_short(self, one: Capital) -> bool:
        return len(one.word) < self._settings["letters"] and not one.word.isupper()

    def _long(self, row: Sequence[Capital]) -> list[Capital]:
        return [one for one in row if not self._is_short(one)]

    def _is_called(self, row: Sequence[Capital]) -> bool:
        """A word of it but the last is a given name, in any case of it."""
        return any(self._is_given(plain(anyascii(one.word))) for one in row[:-1])

    def _is_given(self, word: str) -> bool:
        sizes = range(max(_ENDING + 1, len(word) - _ENDING), len(word) + 1)
        return any(is_given(word[:size]) or word[:size] in self._given for size in sizes)

    def _is_translated(self, one: Capital) -> bool:
        return self._is_common(normal(one.word))

    def _is_common(self, word: str) -> bool:
        """The word begins like one that is translated; behind a short one there is room for an ending."""
        more = 2 if self._inflected else 1
        return any(
            word.startswith(stem) and (len(stem) >= _PLACE or len(word) <= len(stem) + more)
            for stem in self._translated
        )

    def _is_said(self, one: Capital) -> bool:
        """The word is translated, a place of the tables, or has its like in English."""
        if one.word.isupper() or self._is_translated(one) or _is_place(normal(one.word), self._language):
            return True
        return self._english.answers(plain(anyascii(one.word)), one.word, self._settings)

    def _free(self) -> bool:
        """An English name has no answer, and may be what a name became; places and days are looked for elsewhere."""
        words = sorted({plain(anyascii(word)) for word in WORD.findall(self._text)} - {""})
        return any(
            not any(_is_like(plain(one.word), words, self._settings) for one in row)
            for row in rows(self._english.text)
            if not all(one.first or self._is_known(one.word) for one in row)
        )

    def _is_known(self, word: str) -> bool:
        known = tables("en")
        return self._places.find(word) is not None or normal(word) in known.months or normal(word) in known.weekdays


class _English:
    """The words of the English text.

    Attributes:
        text: folded.
    """

    def __init__(self, text: str) -> None:
        folded = self.text = fold(text)
        words = [part for word in WORD.findall(folded) for part in word.split("'")]
        joined = [f"{one}{other}" for one, other in pairwise(words)]
        self._letters = folded.replace(".", "").upper()
        self._initials = "".join(word[0].upper() for word in words if len(word) > _ENDING)
        self._words = sorted({plain(word) for word in words} - {""})
        self._joined = sorted({plain(word) for word in joined})
        self._sounds = sorted({plain(word) for word in words if word[:1].isupper()} - {""})

    def spells(self, acronym: str) -> bool:
        """The text has it, or words of which it may be the initials, at least half of them."""
        if acronym in self._letters:
            return True
        runs = (self._initials[at : at + len(acronym)] for at in range(len(self._initials)))
        return any(2 * len(set(run) & set(acronym)) >= len(set(acronym)) for run in runs)

    def answers(self, word: str, written: str, settings: Mapping[str, Any]) -> bool:
        """A word of the text is like a word of the other one."""
        if _is_like(word, self._words, settings) or any(word in one for one in self._joined):
            return True
        if any(same_given(word, one) for one in self._words):
            return True
        kind = script(written)
        sound = settings["sound"].get(kind, 1.0)
        return kind != "latin" and any(likeness(plain(written), one) >= sound for one in self._sounds)


def capitals(text: str) -> Iterator[Capital]:
    """The words of a text that begin with a capital."""
    for match in WORD.finditer(text):
        word = match.group()
        # l'Europe, d'Orsay: the name begins behind the article.
        at = word.find("'") + 1 if word[0].islower() or word[1:2] == "'" else 0
        if word[at : at + 1].isupper() and not _NUMERAL.match(word):
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            yield Capital(match.start() + at, match.end(), word[at:], not at and _STARTS.search(before) is not None)


def rows(text: str) -> Iterator[list[Capital]]:
    """The names of a text: words with capitals that follow each other."""
    row: list[Capital] = []
    for one in capitals(text):
        if row and not _JOINED.match(text[row[-1].end : one.start]):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _is_like(word: str, words: Sequence[str], settings: Mapping[str, Any]) -> bool:
    stem = word[: settings["stem"] if len(word) > settings["short"] else settings["short_stem"]]
    if any(one.startswith(stem) for one in words):
        return True
    return (
        bool(words)
        and process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=100 * settings["likeness"]) is not None
    )


@cache
def _places(language: str) -> frozenset[str]:
    """The first letters of what a language calls countries, peoples and cities."""
    known = tables(language).names
    forms = [
        form
        for kind in ("territories", "cities", "languages")
        for names in known.get(kind, {}).values()
        for form in names
    ]
    words = (normal(word) for form in forms for word in WORD.findall(form))
    return frozenset(word[: _PLACE + (len(word) > _PLACE + 1)] for word in words if len(word) >= _PLACE)


def _is_place(word: str, language: str) -> bool:
    return not _places(language).isdisjoint((word[:_PLACE], word[: _PLACE + 1]))
