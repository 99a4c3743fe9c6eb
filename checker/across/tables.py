"""The words of one language for numbers, days and clocks, from `rules/languages/` and `rules/cldr/`.

A file `rules/languages/<code>.toml` may hold, every list of words being one text with spaces between:

- `decimal`, `group`: the characters before decimals and between thousands, all that are in use;
- `joiners`: words between the parts of one number (`and`, `y`, `und`); `infix`: the same inside a word;
- `units_first`: 23 is three-and-twenty; `compound`: numbers are one word; `suffixes`: what may end such a word;
- `prefixes`: what is written on to a word (Arabic); `counters`: what follows it (Korean);
- `inflected`: names of months and weekdays have endings;
- `half`: adds a half to a number; `half_first`: stands before it; `to_half`: half ten is 9.30;
- `sections`: words before the number of a part of a document;
- `clock`: words beside an hour; `hours`, `month_sign`: signs right behind the figure of one;
- `morning`, `afternoon`: words that tell the half of the day;
- `attached`: multipliers that are such only right behind digits; `doubtful`: number words that are other words as well;
- `doubtful_days`, `doubtful_places`: names of days and months, and of countries, that are other words as well;
- `percent`: words for percent;
- `script`: `han` or `hangul`; `common`: words that every text of the language holds;
- `[cardinal]`, `[ordinal]`, `[multiply]`: value to words, of which numbers are made; `[han]`: digits;
- `[joined]`: two words to the one value that they have together;
- `[other]`: value to words that may hold the value and state none (`both`, `decade`); a star stands for any ending;
- `[months]`, `[weekdays]`: number to forms that CLDR has not;
- `[eras]`: name of an era to the year before its first; `[tenths]`: a word that makes 3 into 30 percent.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from checker.resources import shipped, shipped_tables

_NUMBERS = ("cardinal", "ordinal", "multiply", "han")
# The Turkish capital, and the apostrophes of Ukrainian and French.
_SPELLINGS = str.maketrans("İ’ʼ", "i''")
# The dot under letters of foreign words in Hindi, which is often left out.
_NUKTA = "\u093c"
# Letters that are left of a name without its ending.
_STEM_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Stems:
    """Words by their beginning, longest first, each with its values."""

    by_start: Mapping[str, tuple[Decimal, ...]]
    longest: int

    def find(self, word: str) -> tuple[Decimal, ...]:
        """The values of the longest stem that begins the word."""
        for size in range(min(len(word), self.longest), 0, -1):
            if (values := self.by_start.get(word[:size])) is not None:
                return values
        return ()

    def all(self, word: str) -> tuple[Decimal, ...]:
        """The values of every stem that begins the word."""
        sizes = range(min(len(word), self.longest), 0, -1)
        return tuple(value for size in sizes for value in self.by_start.get(word[:size], ()))


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of one language; the keys are those of the module's docstring.

    Attributes:
        code: ISO 639-1; empty for a language that has no file.
        settings: what is no table, as in the file.
        exact: the tables of numbers: word to values.
        stems: the same for words that stand with a star.
        months, weekdays: name or short form to its number, from 1 and from 0.
        names: the other tables of CLDR: territories, cities, languages, units, currencies.
    """

    code: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    exact: Mapping[str, Mapping[str, tuple[Decimal, ...]]] = field(default_factory=dict)
    stems: Mapping[str, Stems] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    eras: Mapping[str, int] = field(default_factory=dict)
    joined: Mapping[str, Decimal] = field(default_factory=dict)

    def words(self, key: str) -> frozenset[str]:
        """The words of a setting, normalised."""
        return self.lists.get(key, frozenset())


def normal(word: str) -> str:
    """A word as the tables have it: small letters, composed, without the vowel signs of Arabic and the dot of Hindi."""
    small = unicodedata.normalize("NFC", word.translate(_SPELLINGS)).casefold()
    return "".join(one for one in small if not "\u064b" <= one <= "\u0652" and one != _NUKTA)


@cache
def tables(code: str) -> Tables:
    """The tables of a language; empty ones for a language that has none."""
    base = code.replace("_", "-").partition("-")[0].lower()
    folder = shipped("rules")
    path = folder / "languages" / f"{base}.toml"
    if not base.isalpha() or not path.is_file():
        return Tables("")
    own, cldr = (shipped_tables("rules", f"{kind}/{path.name}") for kind in ("languages", "cldr"))
    kinds = {key: value for key, value in own.items() if isinstance(value, dict)}
    settings = {key: value for key, value in own.items() if not isinstance(value, dict)}
    inflected = bool(settings.get("inflected"))
    return Tables(
        base,
        settings,
        {kind: _exact(kinds.get(kind, {})) for kind in (*_NUMBERS, "other")},
        {kind: _stems(kinds.get(kind, {})) for kind in ("ordinal", "other")},
        _days(cldr["months"], own.get("months", {}), 1, inflected=inflected),
        _days(cldr["weekdays"], own.get("weekdays", {}), 0, inflected=inflected),
        {
            kind: {key: tuple(names) for key, names in cldr.get(kind, {}).items()}
            for kind in ("territories", "cities", "languages", "units", "currencies")
        },
        {key: frozenset(map(normal, value.split())) for key, value in settings.items() if isinstance(value, str)}
        | {"tenths": frozenset(kinds.get("tenths", {}).get("of", "").split())},
        kinds.get("eras", {}),
        {words: Decimal(value) for words, value in kinds.get("joined", {}).items()},
    )


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(path.stem for path in (shipped("rules") / "languages").glob("*.toml")))


def _exact(table: Mapping[str, str]) -> dict[str, tuple[Decimal, ...]]:
    return _gathered((word, value) for value, words in table.items() for word in words.split() if word[-1] != "*")


def _stems(table: Mapping[str, str]) -> Stems:
    found = _gathered((word[:-1], value) for value, words in table.items() for word in words.split() if word[-1] == "*")
    return Stems(found, max(map(len, found), default=0))


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[Decimal, ...]]:
    found: dict[str, tuple[Decimal, ...]] = {}
    for word, value in pairs:
        key = normal(word)
        found[key] = (*found.get(key, ()), Decimal(value))
    return found


def _days(names: Iterable[Iterable[str]], own: Mapping[str, str], first: int, *, inflected: bool) -> dict[str, int]:
    """Names and short forms to their numbers; where names have endings also what is left without them."""
    found: dict[str, int] = {}
    for number, forms in enumerate(names, first):
        for form in (*forms, *own.get(str(number), "").split()):
            found.setdefault(normal(form), number)
            for stem in (normal(form)[:-1], normal(form)[:-2]):
                if inflected and len(stem) >= _STEM_LETTERS:
                    found.setdefault(f"{stem}*", number)
    return found
