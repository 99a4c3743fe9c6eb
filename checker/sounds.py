"""What a written word of a name sounds like, and how far two of them are apart.

A word becomes a string of sounds, one character each, by the tables of `rules/sounds.toml`. Two strings are compared
by the cheapest way to turn one into the other, where sounds that transliterations interchange cost little.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii

from checker.resources import shipped_tables

_RANGES = (
    (0x0000, 0x024F, "latin"),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x077F, "arabic"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"),
    (0x3040, 0x30FF, "kana"),
    (0x3400, 0x4DBF, "hanzi"),
    (0x4E00, 0x9FFF, "hanzi"),
    (0xAC00, 0xD7A3, "hangul"),
)
_HANGUL = 0xAC00
# Small kana, as marks that the romanisation leaves alone.
_SMALL_KANA = str.maketrans(
    dict(zip("ァィゥェォャュョぁぃぅぇぉゃゅょ", "12345678" * 2, strict=True)) | {"ー": ":", "ッ": ";", "っ": ";"}
)
_SMALL_VOWELS = {"1": "a", "2": "i", "3": "u", "4": "e", "5": "o", "6": "a", "7": "u", "8": "o"}
_SMALL_VOWEL = re.compile(r"(?:(?<=w)|[aeiou])([1-5])")
_SMALL_GLIDE = re.compile(r"((?:sh|ch|j)?)[aeiou]([678])")
_DOUBLED = re.compile(r";(?:(?=ts|ch|sh|j|$|[^a-z])|(.))")
_KANA_W = re.compile("[ウう](?=[ァィェォぁぃぇぉ])")
_PINYIN = re.compile(r"[A-Z][a-z]*|[^A-Z]+")
_ALPHABET = "abdefghijklmnopqrstuvwxzcCSZJTDGN@AWY3UOIER:?"
_VOWELS = "aeiou@AWY3UOIER:"
_NEVER = 99.0


def script(word: str) -> str:
    """The script of the first letter of a word, one of those in `_RANGES`; `latin` for any other."""
    for character in word:
        code = ord(character)
        if code < 0x250:  # noqa: PLR2004 - the end of Latin, where most names are
            if character.isalpha():
                return "latin"
            continue
        for low, high, name in _RANGES:
            if low <= code <= high:
                return name
    return "latin"


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A Latin word in small ASCII letters, apostrophes gone; a word of another script as it is, marks gone."""
    if word.isascii():
        return re.sub(r"[^a-z0-9]", "", word.lower())
    if script(word) == "latin":
        return re.sub(r"[^a-z0-9]", "", anyascii(unicodedata.normalize("NFC", word.lower())).lower())
    parts = unicodedata.normalize("NFKC", word).lower()
    keep = "'" if script(word) == "hebrew" else "ー"
    return "".join(c for c in parts if c in keep or unicodedata.category(c)[0] in "LN")


def likeness(left: str, right: str) -> float:
    """How alike two words sound.

    Args:
        left: a word in small letters, of any script; several with spaces between are read as one.
        right: another; the order of the two does not matter.

    Returns:
        1 for the same sounds; less than half alike is 0.
    """
    return _likeness(left, right) if left <= right else _likeness(right, left)


def one_family(left: str, right: str) -> bool:
    """Whether spellings that transliterations interchange explain all of the difference of two Latin words."""
    a, b = spoken(left, "latin"), spoken(right, "latin")
    if a[-1:] != b[-1:] and (a[-1:] in _VOWELS or b[-1:] in _VOWELS):
        return False
    costs = _tables().families
    return _distance(a, _gaps(a, costs, 0.0), b, _gaps(b, costs, 0.0), costs, 0.5) == 0.0


@lru_cache(maxsize=65536)
def _likeness(left: str, right: str) -> float:
    if left == right:
        return 1.0
    one, other = script(left), script(right)
    foreign = other if one == "latin" else one
    costs = _tables().costs[foreign]
    a, gaps_a, whole_a = _heard(left, foreign)
    b, gaps_b, whole_b = _heard(right, foreign)
    whole = (whole_a + whole_b) / 2 / costs.tolerance
    limit = whole * _tables().limits["enough"]
    if not whole:
        return 0.0
    apart = _distance(a, gaps_a, b, gaps_b, costs, limit)
    if a[-1:] + b[-1:] in ("ao", "oa"):
        apart += costs.gender
    return 1.0 - apart / whole if apart < limit else 0.0


@lru_cache(maxsize=65536)
def _heard(word: str, foreign: str) -> tuple[str, tuple[float, ...], float]:
    """The sounds of a word, what it costs to leave each of them out, and all of them."""
    costs = _tables().costs[foreign]
    sounds = spoken(word, foreign)
    gaps = _gaps(sounds, costs, costs.twice[script(word) != "latin"])
    return sounds, gaps, sum(costs.left_out[sound] for sound in sounds)


@dataclass(frozen=True, slots=True)
class _Costs:
    """What changes cost: one sound for another, one left out, two swapped, one written twice; how much it counts."""

    other: Mapping[str, Mapping[str, float]]
    left_out: Mapping[str, float]
    swapped: float
    doubled: float
    ending: float
    gender: float
    twice: tuple[float, float]
    tolerance: float


def _gaps(sounds: str, costs: _Costs, twice: float) -> tuple[float, ...]:
    """What it costs to leave out each of the sounds."""
    gaps = [costs.left_out[sound] for sound in sounds]
    for i, (one, two) in enumerate(itertools.pairwise(sounds)):
        if one == two:
            gaps[i + 1] = costs.doubled if one in _VOWELS else twice
    if sounds and sounds[-1] in "aiou":
        gaps[-1] = max(gaps[-1], costs.ending)
    return tuple(gaps)


def _distance(  # noqa: PLR0913 - two words, each with its costs
    left: str, rows: tuple[float, ...], right: str, columns: tuple[float, ...], costs: _Costs, limit: float
) -> float:
    """The cheapest way from one string of sounds to the other; at least `limit` where it is no cheaper than that."""
    before: list[float] = []
    row = list(itertools.accumulate(columns, initial=0.0))
    for i, a in enumerate(left):
        others, gap = costs.other[a], rows[i]
        above, row = row, [row[0] + gap]
        best = row[0]
        for j, b in enumerate(right):
            best += columns[j]
            if (cost := above[j] + others[b]) < best:
                best = cost
            if (cost := above[j + 1] + gap) < best:
                best = cost
            if i and j and a == right[j - 1] and b == left[i - 1] and a != b:
                best = min(best, before[j - 1] + costs.swapped)
            row.append(best)
        if min(row) >= limit:
            return limit
        before = above
    return row[-1]


@lru_cache(maxsize=65536)
def spoken(word: str, foreign: str) -> str:
    """The sounds of a word.

    Args:
        word: in the form of `plain`.
        foreign: the script of the other word; Latin letters are read otherwise when they write Korean.
    """
    name = script(word)
    table = f"for_{foreign}" if name == "latin" and f"for_{foreign}" in _tables().letters else name
    sounds = "".join(sound for part in word.split() for sound in _syllables(part, table))
    return "".join(sound if sound in _ALPHABET else "?" for sound in sounds[: _tables().limits["sounds"]])


def _syllables(word: str, name: str) -> Iterator[str]:
    if name == "hangul":
        yield from (_hangul(character) for character in word)
    elif name == "kana":
        latin = anyascii(_KANA_W.sub("w", word).translate(_SMALL_KANA)).lower()
        latin = _SMALL_VOWEL.sub(lambda m: _SMALL_VOWELS[m[1]], latin)
        latin = _SMALL_GLIDE.sub(lambda m: m[1] + ("" if m[1] else "y") + _SMALL_VOWELS[m[2]], latin)
        yield _spell(_DOUBLED.sub(lambda m: 2 * (m[1] or ""), latin), "kana")
    elif name == "hanzi":
        yield from (
            _spell(syllable.lower(), "hanzi") for syllable in _PINYIN.findall(anyascii(_tables().readings(word)))
        )
    else:
        yield str(anyascii(_spell(word, name)))


def _hangul(character: str) -> str:
    code = ord(character) - _HANGUL
    if not 0 <= code < 11172:  # noqa: PLR2004 - the number of hangul syllables
        return str(anyascii(character)).lower()
    initials, vowels, finals = _tables().hangul
    initial, rest = divmod(code, len(vowels) * len(finals))
    vowel, final = divmod(rest, len(finals))
    return initials[initial] + vowels[vowel] + finals[final]


def _spell(word: str, name: str) -> str:
    spelling, letters = _tables().letters[name]
    spelled: str = spelling.sub(lambda m: letters[m[0]], f"^{word}$")
    return spelled.strip("^$")


@dataclass(frozen=True, slots=True)
class _Tables:
    """`rules/sounds.toml`, made ready."""

    letters: Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]]
    costs: Mapping[str, _Costs]
    families: _Costs
    readings: Callable[[str], str]
    hangul: tuple[list[str], list[str], list[str]]
    limits: Mapping[str, Any]


@cache
def _tables() -> _Tables:
    words = shipped_tables("rules", "sounds.toml")
    letters = dict(words["letters"])
    for name in [name for name in letters if name.startswith("for_")]:
        letters[name] = letters["latin"] | letters[name]
    costs = words["costs"]
    readings = str.maketrans(words["readings"]["hanzi"])
    lists = {name: value for name, value in costs.items() if isinstance(value, list)}
    return _Tables(
        letters={name: (_longest_first(table), table) for name, table in letters.items()},
        costs={
            name: _costs(
                costs,
                lists["all"] + lists.get(name, []),
                words["twice"].get(name, (0.0, 0.0)),
                words["tolerance"].get(name, 1.0),
            )
            for _, _, name in _RANGES
        },
        families=_families(words["families"]["sounds"]),
        readings=lambda word: word.translate(readings),
        hangul=(words["hangul"]["initials"], words["hangul"]["vowels"], words["hangul"]["finals"]),
        limits=words["limits"],
    )


def _longest_first(table: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(key) for key in sorted(table, key=lambda key: (-len(key), key))))


def _costs(settings: Mapping[str, Any], lists: list[list[Any]], twice: tuple[float, float], tolerance: float) -> _Costs:
    gap = {sound: settings["vowel"] if sound in _VOWELS else 1.0 for sound in _ALPHABET}
    other = {a: {b: _default(a, b, settings) for b in _ALPHABET} for a in _ALPHABET}
    for cost, pairs, _ in lists:
        for pair in pairs.split():
            if len(pair) == 1:
                gap[pair] = cost
            else:
                other[pair[0]][pair[1]] = other[pair[1]][pair[0]] = cost
    return _Costs(
        other, gap, settings["swapped"], settings["doubled"], settings["ending"], settings["gender"], twice, tolerance
    )


def _default(a: str, b: str, settings: Mapping[str, Any]) -> float:
    if a == b:
        return 0.0
    vowels = (a in _VOWELS) + (b in _VOWELS)
    return float((1.0, 1.3, settings["vowels_differ"])[vowels])


def _families(lists: list[list[str]]) -> _Costs:
    free = {pair for pairs, _ in lists for pair in pairs.split()}
    other = {a: {b: float(a != b and a + b not in free and b + a not in free) for b in _ALPHABET} for a in _ALPHABET}
    return _Costs(
        other, {sound: float(sound not in free) for sound in _ALPHABET}, _NEVER, 1.0, 0.0, 0.0, (0.0, 0.0), 1.0
    )
