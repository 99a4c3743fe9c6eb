"""Names that a text in another language gives for sure: countries, and words in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.hanzi import lost as chinese
from checker.across.japanese import lost as japanese
from checker.across.originals import Originals
from checker.across.tables import normal, tables
from checker.across.towns import lost as towns
from checker.places import Gazetteer, gazetteer
from checker.places import fold as fold_name

_LATIN = re.compile(r"(?<![A-Za-z0-9_@./-])[A-Z][A-Za-z0-9]{2,24}(?![A-Za-z0-9_@])")
_PIECE = re.compile(r"(?:[A-Z]\.){2,6}|[^\W_]+(?:['-][^\W_]+){0,4}")
_KATAKANA, _HANGUL = "ァ-ヺー", "가-힣"
_LONGEST = 4
_ENDING = 3
_LEAST_STEM = 4


class Source(NamedTuple):
    """A name that the text gives: where it stands, and what kind of name it is."""

    start: int
    end: int
    field: str


def lost_names(  # noqa: PLR0913 - two texts, and the tables to read them by
    text: str,
    language: str,
    english: str,
    words: Mapping[str, Any],
    places: Mapping[str, Any],
    *,
    original: bool = True,
) -> list[Source]:
    """The names of a text that the English one does not have.

    Countries, and words in Latin letters where the text has others, are names for sure. Others are looked for in an
    original alone: a translation may write any word with a capital, or in katakana.

    Args:
        text: in another language.
        language: its code.
        english: the English text.
        words: the tables of `rules/across.toml`.
        places: the tables of `rules/places.toml`.
        original: the English text was made from this one.
    """
    names = _sure(text, language, english, words, places)
    for one in _likely(text, language, english, words, places) if original else ():
        if not any(one.start < other.end and other.start < one.end for other in names):
            names.append(one)
    return names


def _sure(text: str, language: str, english: str, words: Mapping[str, Any], places: Mapping[str, Any]) -> list[Source]:
    named = _named(english, gazetteer(places))
    unsure = {*words["names"]["unsure"], *words["names"]["home"].get(language, ())}
    lost = [
        Source(start, end, "place")
        for start, end, code in _countries(text, language, words["names"]["directions"], words["names"]["tongues"])
        if code not in named and code not in unsure and not _stands(code, english, words["names"]["shared"])
    ]
    if tables(language).settings.get("script") or language in words["names"]["latin_apart"]:
        held = fold_name(english)
        lost += [
            Source(match.start(), match.end(), "organisation")
            for match in _LATIN.finditer(text)
            if match.group().isascii() and not _is_there(match.group(), held)
        ]
    return lost


def _likely(
    text: str, language: str, english: str, words: Mapping[str, Any], places: Mapping[str, Any]
) -> list[Source]:
    """What capitals and signs tell to be names."""
    if language == "ja":
        found = list(japanese(text, english, words["japanese"]))
    elif language == "zh":
        found = list(chinese(text, english, words["names"]))
    else:
        found = list(towns(text, language, english, words["towns"], gazetteer(places)))
        found += Originals(text, language, english, words["originals"], gazetteer(places)).lost()
    return [Source(*one) for one in found]


def _is_there(word: str, english: str) -> bool:
    """The word, or what its letters may stand for: UID, user ID."""
    word, pieces = word.lower(), english.split()
    initials = "".join(piece[0] for piece in pieces)
    if word in english or word in english.replace(" ", "") or word in initials:
        return True
    return any(_is_short_for(word, pieces[at : at + len(word)]) for at in range(len(pieces)))


def _is_short_for(word: str, pieces: Sequence[str]) -> bool:
    """The word is made of first letters and of whole words, in their order."""
    for at, piece in enumerate(pieces):
        if word == piece:
            return at > 0
        if not word.startswith(piece[0]):
            return False
        word = word[1:]
    return False


def _named(english: str, places: Gazetteer) -> frozenset[str]:
    """The countries that the English text names, or a place or people of which."""
    pieces = _PIECE.findall(fold(english).replace("'s", " "))
    spans = (" ".join(pieces[at : at + size]) for at in range(len(pieces)) for size in range(1, _LONGEST + 1))
    forms = (form for span in spans for form in (span, *span.split("-")))
    return frozenset(code for form in forms if (place := places.find(form)) is not None for code in place.within)


def _stands(code: str, english: str, shared: Collection[str]) -> bool:
    """The English text has the country by a name of CLDR, or by a word of it that no other country has."""
    forms = [fold_name(form) for form in tables("en").names["territories"].get(code, ())]
    held = fold_name(english)
    own = (word for form in forms if " " in form for word in _PIECE.findall(form))
    return any(form[: max(_LEAST_STEM, len(form) - _ENDING)] in held for form in forms) or any(
        word in held for word in own if len(word) > _LEAST_STEM and word not in shared
    )


def _countries(text: str, language: str, directions: str, tongues: str) -> Iterator[tuple[int, int, str]]:
    """Every country that the text names in full, and where."""
    if tables(language).settings.get("script"):
        for match in _pattern(language, directions, tongues).finditer(text):
            yield match.start(), match.end(), _forms(language)[match.group()]
        return
    words = list(WORD.finditer(text))
    inflected = bool(tables(language).settings.get("inflected"))
    for at, word in enumerate(words):
        if word.group()[0].islower():
            continue
        for parts, code in _beginning(normal(word.group()), language, inflected=inflected):
            said = words[at : at + len(parts)]
            if len(said) == len(parts) and all(
                _is_form(normal(one.group()), part, inflected=inflected) for one, part in zip(said, parts, strict=True)
            ):
                yield word.start(), said[-1].end(), code


def _beginning(word: str, language: str, *, inflected: bool) -> Iterator[tuple[list[str], str]]:
    """The names of countries that may begin with a word, in any of its cases."""
    known = _by_beginning(language)
    starts = {word, *(word[:size] for size in range(len(word) - _ENDING, len(word)) if size >= _LEAST_STEM)}
    for start in sorted(starts) if inflected else (word,):
        yield from known.get(start, ())


@cache
def _by_beginning(language: str) -> Mapping[str, list[tuple[list[str], str]]]:
    """The names of countries by their first word, and by what is left of it in other cases."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for form, code in _forms(language).items():
        parts = form.split()
        for start in {parts[0], _stem(parts[0])}:
            found.setdefault(start, []).append((parts, code))
    return found


def _stem(name: str) -> str:
    return name[:-1] if name[-1] in "aeiouyаяиыоеіï" else name


def _is_form(word: str, name: str, *, inflected: bool) -> bool:
    """The word is the name, or one of its cases."""
    if word == name:
        return True
    stem = _stem(name)
    return inflected and len(stem) >= _LEAST_STEM and word.startswith(stem) and len(word) - len(stem) <= _ENDING


@cache
def _forms(language: str) -> Mapping[str, str]:
    known = tables(language)
    whole = known.settings.get("script")
    found = known.names.get("territories", {})
    named = {form if whole else normal(form): code for code, forms in found.items() for form in forms if code.isalpha()}
    return {form: code for form, code in named.items() if form not in known.words("doubtful_places")}


@cache
def _pattern(language: str, directions: str, tongues: str) -> re.Pattern[str]:
    names = sorted((form for form in _forms(language) if len(form) > 1), key=len, reverse=True)
    return re.compile(f"(?<![{directions}])(?:{'|'.join(map(_apart, names))})(?![{tongues}])")


def _apart(name: str) -> str:
    """A name in katakana is no part of a longer word (タイガース is not タイ), and one in hangul begins a word."""
    before = next((f"(?<![{signs}])" for signs in (_KATAKANA, _HANGUL) if re.match(f"[{signs}]", name)), "")
    behind = f"(?![{_KATAKANA}])" if re.search(f"[{_KATAKANA}]\\Z", name) else ""
    return before + re.escape(name) + behind
