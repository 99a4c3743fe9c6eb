"""The figures of a text in a language of which the tables are known: in digits, in words, in Han numerals.

A figure says what it may be, not what it is: 2.500 is one thing in Madrid and another in Mexico, nine in the evening
is 21. What is doubtful answers a figure of the other text, and asks for no answer itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.across.digits import DIGITS, SPACED, fold, read
from checker.across.han import han_figures
from checker.across.sums import Sum
from checker.across.tables import Tables, normal, tables
from checker.across.words import Meaning, meaning

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+){{0,2}}")
_TOKEN = re.compile(rf"(?P<digits>{SPACED.pattern}|{DIGITS.pattern})|(?P<word>{WORD.pattern})")
_GAP = re.compile(r"[ \-\u2010\u2011\n]?\Z")
_MILITARY = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d\Z")
_AM_PM = re.compile(r"(?:[:.]\d\d)? ?([ap])\.?m\b")
_MINUTES = re.compile(r"[:.h]\d\d(?!\d)")
_RANGE = re.compile(r" ?(?:[-–—~〜至到]|\w{1,5})? ?\Z")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# The marks of a language of which nothing is known.
_ANY_DECIMAL, _ANY_GROUP = ".,", "., '"
_HALF, _TEN, _THOUSAND = Decimal("0.5"), 10, 1000
# Powers of ten that numbers are counted in anywhere.
_POWERS = (3, 4, 5, 6, 7, 8, 9, 12)
# The fields of a `Figure` up to its strength.
_Found = tuple[int, int, tuple[Decimal, ...], tuple[Decimal, ...], int]
# Characters around a figure in which a clock word makes it an hour.
_NEAR = 16
# XIVe, IIIème: small letters behind Roman ones.
_ROMAN_WORD = re.compile(r"([IVXLCDM]{2,7}|[IVX])[a-zèé]{0,3}\Z")
_SEASON = re.compile(r"(?<!\d)(?:19|20)\d\d[-/–]\Z")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text.

    Attributes:
        start, end: characters of the text.
        values: what it may be, the likeliest first.
        parts: what it is where it is several figures; empty where it is one.
        strength: 2 for digits, 1 for words that say a number and nothing else, 0 for what may be one, -1 for words that
            hold one at most (both, decade).
        half: `am` or `pm`, for an hour of which that is told.
        month: it is that of a month.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    parts: tuple[Decimal, ...] = ()
    strength: int = 2
    half: str = ""
    month: bool = False

    @property
    def all(self) -> frozenset[Decimal]:
        """Everything that it may be."""
        return frozenset((*self.values, *self.parts))


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    digits: bool


@lru_cache(maxsize=256)
def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text, by position.

    Args:
        text: as it was read.
        language: its ISO 639-1 code; of a language without tables only the digits are read.
    """
    known = tables(language)
    folded = fold(text)
    found = han_figures(folded, known) if known.settings.get("script") else _Reader(folded, known).figures()
    made = [Figure(*one) for one in found]
    placed = [_placed(figure, folded, known) for figure in made if figure.values or figure.parts]
    return tuple(_ranged(placed, folded))


def _placed(figure: Figure, text: str, known: Tables) -> Figure:
    """With what the words around make of it: an hour has two names, '98 is a year."""
    values, parts, half = list(figure.values), figure.parts, ""
    first = values[0] if values else figure.parts[0]
    if _is_hour(figure, first, text, known):
        half = _half(figure, first, text, known)
        values += [first + 12, first - 12] if first >= 12 else [first + 12]  # noqa: PLR2004 - the dial
    before = text[max(0, figure.start - 6) : figure.start]
    if figure.end - figure.start == 2 and (before.endswith("'") or _SEASON.search(before)):  # noqa: PLR2004 - two digits of a year
        values += [1900 + first, 2000 + first]
    if known.settings.get("to_half") and 1 <= first <= 12 and _word_before(figure, text) in known.words("half"):  # noqa: PLR2004 - the dial
        values.append(first - 1)
    if _is_military(figure, text, known):
        parts = tuple(part for part in divmod(first, 100) if part)
    month = (
        text[figure.end : figure.end + 1] in known.words("month_sign")
        or normal(text[figure.start : figure.end]) in known.months
    )
    return replace(figure, values=tuple(dict.fromkeys(values)), parts=parts, half=half, month=month)


def _word_before(figure: Figure, text: str) -> str:
    words = WORD.findall(text[max(0, figure.start - _NEAR) : figure.start])
    return normal(words[-1]) if words else ""


def _is_military(figure: Figure, text: str, known: Tables) -> bool:
    """1530 GMT: hours and minutes without a mark."""
    behind = WORD.match(text, figure.end + 1)
    told = behind is not None and normal(behind.group()) in known.words("clock")
    return told and _MILITARY.match(text[figure.start : figure.end]) is not None


def _half(figure: Figure, hour: Decimal, text: str, known: Tables) -> str:
    """Which half of the day the words around tell, as far as that is beyond doubt."""
    before, behind = text[max(0, figure.start - 4) : figure.start], text[figure.end : figure.end + 9].lower()
    if known.settings.get("script"):
        for half, key in (("am", "morning"), ("pm", "afternoon")):
            if before.rstrip().endswith(tuple(known.words(key))):
                return half
    elif known.code == "en" and (match := _AM_PM.match(behind)):
        return f"{match[1]}m"
    if not figure.parts and (_MINUTES.match(behind) or known.settings.get("script")):
        return "pm" if 12 < hour < 24 else "am" if not hour else ""  # noqa: PLR2004 - the dial
    return ""


def _ranged(found: list[Figure], text: str) -> Iterator[Figure]:
    """With what multiplies the end of its range: five of 5-6 million."""
    for at, figure in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and text[figure.end : following.start] in (" ", "-"):
            figure = replace(figure, values=(*figure.values, *_shares(figure, following)))  # noqa: PLW2901 - one and the same
        behind = next((one for one in found[at + 1 :] if one.strength), None)
        if behind is None or not _RANGE.match(text[figure.end : behind.start]):
            yield figure
        else:
            yield replace(figure, values=(*figure.values, *_scaled(figure, behind)))


def _shares(figure: Figure, behind: Figure) -> tuple[Decimal, ...]:
    """Three quarters are 75 percent."""
    if figure.strength < 1 or behind.strength > 0 or not figure.values:
        return ()
    parts = (part for part in behind.all if 1 < part <= _TEN and figure.values[0] < part)
    return tuple(share for part in sorted(parts) if not (share := 100 * figure.values[0] / part) % 1)


def _scaled(figure: Figure, behind: Figure) -> tuple[Decimal, ...]:
    """A small figure as large as the one behind it."""
    if not (figure.strength and figure.values and behind.values) or behind.values[0] < _THOUSAND:
        return ()
    first = figure.values[0]
    scales = (Decimal(10) ** power for power in _POWERS) if 0 < first < _THOUSAND else ()
    return tuple(first * one for one in scales if 1 <= behind.values[0] / (first * one) < _TEN)


def _is_hour(figure: Figure, value: Decimal, text: str, known: Tables) -> bool:
    """A clock word stands with it, or minutes follow."""
    if not 0 <= value <= 24 or value % 1:  # noqa: PLR2004 - hours of a day
        return False
    behind = text[figure.end : figure.end + _NEAR].lower()
    around = {normal(word) for word in WORD.findall(text[max(0, figure.start - _NEAR) : figure.end + _NEAR])}
    told = known.words("clock") | known.words("morning") | known.words("afternoon") | known.words("hours")
    if _MINUTES.match(behind) or (len(figure.parts) == 2 and told & around):  # noqa: PLR2004 - hours and minutes
        return True
    if figure.parts:
        return False
    if known.settings.get("script"):
        return behind.startswith(tuple(known.words("hours")))
    return bool(told & around) or any("." in word and word in behind for word in told)


class _Reader:
    """Reads the figures of one text in an alphabet."""

    def __init__(self, text: str, known: Tables) -> None:
        self._text = text
        self._known = known
        spaced = " " in str(known.settings.get("group", _ANY_GROUP))
        self._tokens = [piece for match in _TOKEN.finditer(text) for piece in _pieces(match, spaced=spaced)]

    def figures(self) -> Iterator[_Found]:
        """Each figure as the fields of a `Figure`."""
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.digits:
                at, figure = self._digits(at)
                yield figure
                continue
            after, number = self._words(at)
            if number is not None:
                yield number
                at = after
                continue
            if values := self._loose(token.text):
                yield token.start, token.end, values, (), -1
            at += 1

    def _digits(self, at: int) -> tuple[int, _Found]:
        token = self._tokens[at]
        settings = self._known.settings
        values, parts = read(token.text, settings.get("decimal", _ANY_DECIMAL), settings.get("group", _ANY_GROUP))
        if not values:
            return at + 1, (token.start, token.end, (), parts, 2)
        after, end, factor, sure = self._multiplied(at)
        if factor is None:
            return at + 1, (token.start, token.end, values, parts, 2)
        scaled = tuple(value * factor for value in values)
        return after, (token.start, end, scaled if sure else (*scaled, *values), (), 2)

    def _multiplied(self, at: int) -> tuple[int, int, Decimal | None, bool]:
        """What multiplies the digits here: the place behind, where it ends, the factor, whether it surely is one."""
        number = Sum()
        number.put(Decimal(1))
        end, place, sure = self._tokens[at].end, at + 1, True
        while place < len(self._tokens) and not self._tokens[place].digits:
            token = self._tokens[place]
            gap = self._text[end : token.start]
            if not _GAP.match(gap):
                break
            word = normal(token.text)
            factor = self._known.exact.get("multiply", {}).get(word)
            loose = word in self._known.words("attached")
            if factor is None or (loose and gap) or not number.multiply(factor[0]):
                break
            sure = sure and not loose
            end, place = token.end, place + 1
        return place, end, number.value if place > at + 1 else None, sure

    def _words(self, at: int) -> tuple[int, _Found | None]:
        """The number that begins at this word, and the place behind it."""
        if (half := self._half_of(at)) is not None:
            return half
        half_first = bool(self._known.settings.get("half_first"))
        lead = half_first and normal(self._tokens[at].text) in self._known.words("half")
        number = Sum(units_first=bool(self._known.settings.get("units_first")))
        at += lead
        place, strength, others = self._run(at, number, lead=lead)
        if place == at:
            return at + 1, None
        start, end = self._tokens[at].start, self._tokens[place - 1].end
        loose = self._loose(self._tokens[at].text) if place == at + 1 else ()
        if place == at + 1 and number.multiplied:
            strength = 0
        place, end, halves = self._half(place, end, number)
        return place, (start, end, (*halves, number.value, *others, *loose), (), strength)

    def _run(self, at: int, number: Sum, *, lead: bool) -> tuple[int, int, list[Decimal]]:
        """Read the words of one number: the place behind them, its strength, and what else it may be."""
        place, strength, others = at, 0, list[Decimal]()
        while place < len(self._tokens):
            first = place == at
            end = self._tokens[place - 1].end if not first else self._tokens[place].start
            step, joined = (place, False) if first else self._joined(place, end)
            word, taken = self._meaning(step)
            if word is None or not (first or joined or _GAP.match(self._text[end : self._tokens[step].start])):
                break
            before = number.value
            if not _put(number, word, joined=joined):
                break
            if lead and first:
                number.put(number.value + _HALF)
            # Beside another number word even a doubtful one is a number.
            strength = word.strength if first or word.last else 1
            others = [before + one for one in word.others]
            place = step + taken
            if word.last:
                break
        return place, strength, others

    def _half_of(self, at: int) -> tuple[int, _Found] | None:
        """Half a million."""
        token = self._tokens[at]
        if normal(token.text) not in self._known.words("half") or self._known.settings.get("half_first"):
            return None
        step, _ = self._joined(at + 1, token.end)
        if step >= len(self._tokens) or self._tokens[step].digits:
            return None
        factor = self._known.exact["multiply"].get(normal(self._tokens[step].text))
        if factor is None or not _GAP.match(self._text[self._tokens[step - 1].end : self._tokens[step].start]):
            return None
        return step + 1, (token.start, self._tokens[step].end, (_HALF * factor[0],), (), 1)

    def _half(self, place: int, end: int, number: Sum) -> tuple[int, int, tuple[Decimal, ...]]:
        """Two and a half (million): the half and what multiplies it."""
        step, _ = self._joined(place, end)
        step = step if step < len(self._tokens) else place
        if step >= len(self._tokens) or normal(self._tokens[step].text) not in self._known.words("half"):
            return place, end, ()
        half = number.half()
        factor = None
        if step + 1 < len(self._tokens):
            factor = self._known.exact["multiply"].get(normal(self._tokens[step + 1].text))
        if factor is None:
            return step + 1, self._tokens[step].end, (half,)
        return step + 2, self._tokens[step + 1].end, (half * factor[0], half)

    def _joined(self, place: int, end: int) -> tuple[int, bool]:
        """The place behind joining words, and whether there are any."""
        step = place
        while step < len(self._tokens) and step < place + 2:
            token = self._tokens[step]
            if token.digits or normal(token.text) not in self._known.words("joiners"):
                break
            if not _GAP.match(self._text[end : token.start]):
                break
            end, step = token.end, step + 1
        if step > place and step < len(self._tokens) and _GAP.match(self._text[end : self._tokens[step].start]):
            return step, True
        return place, False

    def _meaning(self, place: int) -> tuple[Meaning | None, int]:
        """What the word at a place adds to a number, and how many words say it."""
        if place >= len(self._tokens) or self._tokens[place].digits:
            return None, 0
        word = normal(self._tokens[place].text)
        if place + 1 < len(self._tokens) and (joined := self._known.joined):
            both = f"{word} {normal(self._tokens[place + 1].text)}"
            if both in joined:
                return Meaning(joined[both], 1), 2
        return meaning(word, self._known), 1

    def _loose(self, text: str) -> tuple[Decimal, ...]:
        """What a word holds that states no number."""
        word = normal(text)
        exact = self._known.exact.get("other", {}).get(word, ())
        stems = self._known.stems["other"].all(word) if "other" in self._known.stems else ()
        roman = (_roman(match[1]),) if (match := _ROMAN_WORD.match(text)) and _ROMAN.match(match[1]) else ()
        months = (Decimal(self._known.months[word]),) if word in self._known.months else ()
        return tuple(dict.fromkeys((*exact, *stems, *roman, *months)))


def _put(number: Sum, word: Meaning, *, joined: bool) -> bool:
    return number.multiply(word.value) if word.multiplies else number.add(word.value, joined=joined or word.joined)


def _pieces(match: re.Match[str], *, spaced: bool) -> Iterator[_Token]:
    text = match.group()
    if match["digits"] is None or spaced or " " not in text:
        yield _Token(match.start(), match.end(), text, match["digits"] is not None)
        return
    for part in DIGITS.finditer(text):
        yield _Token(match.start() + part.start(), match.start() + part.end(), part.group(), digits=True)


def _roman(text: str) -> Decimal:
    values = [_ROMAN_VALUES[letter] for letter in text]
    signs = [-1 if value < max(values[at:]) else 1 for at, value in enumerate(values)]
    return Decimal(sum(sign * value for sign, value in zip(signs, values, strict=True)))
