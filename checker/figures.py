"""Amounts, dates and times in a text, found on characters.

One pass over the words and digits of the text; wherever one of them can begin a figure, the grammar reads on.
spaCy plays no part: `A$3.2m` and `Rs500 crore` are no tokens of its.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from checker.amounts import scaled
from checker.grammar.bounds import Bounds
from checker.grammar.clock import Clocks
from checker.grammar.currencies import Currencies
from checker.grammar.dates import Dates
from checker.grammar.measures import Measures
from checker.grammar.naming import Naming
from checker.grammar.numerals import Number, Numerals
from checker.grammar.ranges import Ranges, ranged
from checker.grammar.scores import Scores
from checker.grammar.units import Units
from checker.model import Amount, Clock, Interval
from checker.parsed import Figure

_TOKEN = re.compile(r"[^\W\d_]+|\d|[^\w\s.,;:!?()\"'\u2018\u2019\u201c\u201d/-]|\.(?=\d)|['\u2018\u2019](?=\d0s)")
_APOSTROPHES = "'\u2018\u2019"
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_SCHEMES = ("http", "https", "www")
_MINUS = "-\u2212"
_OPENS = ' \n(\u201c"'
_WORD_TAIL = re.compile(r"[-/]?[A-Za-z][\w/-]{0,20}")
_CLOSED = re.compile(r"[.;!?)\"\u201d]*(?:\n|\Z)")
_TEN = 10
_HUNDRED = Decimal(100)
# A story's day outside of these is a slip of its metadata, and no calendar reaches far enough around it.
_NEWS_YEARS = range(1500, 3000)
# No age and no hour is counted so high.
_LONG_AGO = 5000


def figures(text: str, published: date | None, words: Mapping[str, Any]) -> tuple[Figure, ...]:
    """The figures of a text, in order, never overlapping.

    Args:
        text: normalised text of a story.
        published: its day, to which `yesterday` and `March` are relative; None leaves them unplaced.
        words: the tables of rules/figures.toml.

    Returns:
        Amounts are in the unit as stated. A conversion in brackets is a figure of its own.
    """
    if published is not None and published.year not in _NEWS_YEARS:
        published = None
    return tuple(_Scan(_grammar(_Key(words)), text, published).figures())


class _Key:
    """A table of words by identity: compiling it once is enough."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.words is other.words

    def __hash__(self) -> int:
        return id(self.words)


@lru_cache(maxsize=8)
def _grammar(key: _Key) -> _Grammar:
    return _Grammar(key.words)


class _Grammar:
    """The parts of the grammar, and with what each of them can begin."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.numerals = Numerals(words)
        self.units = Units(words)
        self.currencies = Currencies(words)
        self.ranges = Ranges(words, self.numerals, self.units, self.currencies)
        self.bounds = Bounds(words)
        self.measures = Measures(words, self.bounds, self.ranges)
        self.naming = Naming(words)
        self.scores = Scores(words, self.units, self.measures)
        self.dates = Dates(words)
        self.clocks = Clocks(words)
        self.starts: dict[str, str] = dict.fromkeys(self.numerals.starts, "number")
        for word in sorted(self.dates.starts | self.clocks.starts):
            self.starts[word] = "both" if word in self.starts else "date"
        for word in sorted(self.currencies.starts):
            self.starts.setdefault(word, "money")
        self.starts.update(dict.fromkeys(self.measures.starts, "decade"))
        self.starts.update(dict.fromkeys(_SCHEMES, "web"))


class _Scan:
    """One pass over one text."""

    def __init__(self, grammar: _Grammar, text: str, published: date | None) -> None:
        self._grammar = grammar
        self._text = text
        self._published = published
        # Where the last figure ended: nothing before it is read again.
        self._floor = 0
        self._last: Figure | None = None

    def figures(self) -> Iterable[Figure]:
        """The figures, in order."""
        starts = self._grammar.starts
        for token in _TOKEN.finditer(self._text):
            word = token.group()
            # Most words begin nothing: they are passed over before anything else is asked.
            kind = starts.get(word.lower()) if word[0].isalpha() else "sign"
            if kind is None or token.start() < self._floor:
                continue
            found = self._begins(token.start(), word, kind)
            if found is not None:
                yield _exact(found)
                self._floor, self._last = found.end, found

    def _begins(self, at: int, word: str, kind: str) -> Figure | None:
        """The figure that begins with a word, a digit or a sign."""
        if kind == "web":
            web = _WEB.match(self._text, at)
            self._floor = web.end() if web else self._floor
            return None
        if kind != "sign":
            return self._at_word(at, kind)
        if word == "+":
            end = self._grammar.naming.end_of_code(self._text, at)
            return _other(at, end) if end else None
        if word.isdigit() or word[0] == "." or word[0] in _APOSTROPHES:
            return self._at_digit(at)
        figure = self._at_money(at)
        return self._amount(at) if figure is None and word in self._grammar.numerals.glyphs else figure

    def _at_digit(self, at: int) -> Figure | None:
        text, naming = self._text, self._grammar.naming
        before = text[at - 1] if at > 0 else " "
        if before.isalnum() or before in "_@#" or self._is_compound(at):
            return _other(at, naming.end_of_run(text, at))
        end = naming.end_of_name(text, at)
        if end:
            return _other(at, end)
        if text[at] in _APOSTROPHES:
            return _dated(self._grammar.dates.at(text, at, self._published))
        return self._shaped(at) or self._amount(at)

    def _is_compound(self, at: int) -> bool:
        """`F-16`; but `12 May-3 June` are two figures."""
        last = self._last
        if last and last.end == at - 1 and isinstance(last.value, Interval) and last.value.stated == "day":
            return False
        return self._grammar.naming.is_compound(self._text, at)

    def _shaped(self, at: int) -> Figure | None:
        """What its shape alone tells: dates, times, telephone numbers, results."""
        text, grammar = self._text, self._grammar
        found = grammar.dates.at(text, at, self._published)
        if found:
            return _dated(found)
        end = grammar.naming.end_of_code(text, at)
        if end:
            return _other(at, end)
        figure = self._time(at) or grammar.scores.at(text, at) or _dated(grammar.dates.year_at(text, at))
        return figure or self._decade(at)

    def _at_word(self, at: int, kind: str) -> Figure | None:
        text, grammar = self._text, self._grammar
        if at > 0 and (text[at - 1].isdigit() or self._is_compound(at)):
            return None
        end = grammar.naming.end_of_idiom(text, at) if kind in ("number", "both") else None
        if end:
            return _other(at, end)
        figure = self._decade(at) if kind == "decade" else None
        if kind == "money" or text[at + 1 : at + 2] == "$":
            figure = self._at_money(at)
        if figure is None and kind in ("date", "both"):
            figure = _dated(grammar.dates.at(text, at, self._published)) or self._time(at)
        if figure is None and kind in ("number", "both"):
            ordinal = grammar.numerals.ordinal(text, at)
            figure = self._ordinal(ordinal) if ordinal else self._amount(at)
        return figure

    def _at_money(self, at: int) -> Figure | None:
        """`$5 million`, `-€20`, `£3m to £5m`: the currency before the number."""
        text, grammar = self._text, self._grammar
        found = grammar.currencies.before(text, at)
        if found is None:
            return None
        code, start, factor = found
        sign = -1 if text[start : start + 1] == "-" else 1
        number = grammar.numerals.at(text, start + (sign < 0), money=True)
        if number is None or text[number.end : number.end + 1].isdigit():
            return None
        if grammar.currencies.is_name(text[at:start].strip(), number):
            return _other(at, number.end)
        value, stop = grammar.currencies.behind_sign(text, number, code)
        if at > 0 and text[at - 1] in _MINUS and (at == 1 or not text[at - 2].isalnum()):
            at, sign = at - 1, -1
        value, stop = grammar.ranges.of_money(text, number, replace(value, amount=value.amount * sign), stop, at)
        return self._bounded("money", at, stop, value if factor == 1 else scaled(value, factor))

    # --- numbers and what stands around them ---

    def _amount(self, at: int) -> Figure | None:
        text, grammar = self._text, self._grammar
        number = grammar.numerals.at(text, at)
        if number is None or text[number.end : number.end + 1].isdigit():
            return _other(at, grammar.naming.end_of_run(text, at)) if text[at].isdigit() else self._one_and_part(at)
        if self._is_rate(number):
            return _other(number.start, number.end)
        number = self._signed(number)
        figure = self._with_unit(number)
        if figure:
            return figure
        if grammar.naming.is_label(text, number):
            return _other(number.start, number.end)
        if not number.words and _WORD_TAIL.match(text, number.end):
            return self._with_tail(number)
        value, stop = grammar.ranges.bare(text, number)
        return self._bounded("count", number.start, stop, value)

    def _signed(self, number: Number) -> Number:
        """The number with the minus before it, where that is no dash."""
        text, at = self._text, number.start
        opened = at == 1 or (at > 1 and text[at - 2] in _OPENS and not text[at - 3].isdigit())
        if at and text[at - 1] in _MINUS and opened:
            return replace(number, value=-number.value, start=at - 1, digits="")
        opens = at <= len(" - ") and text[:at] in ("- ", " - ")
        if opens or self._grammar.numerals.is_below_nought(text, at):
            return replace(number, value=-number.value, start=at - 2, digits="")
        return number

    def _with_unit(self, number: Number) -> Figure | None:
        """A figure with the unit, currency, age or clock that stands behind or before the number."""
        text, grammar = self._text, self._grammar
        dated = self._by_calendar(number)
        if dated:
            return dated
        if number.vague and text.startswith(" of ", number.end):
            return _hazy(self._with_unit(replace(number, end=number.end + len(" of"), vague=False)))
        first, last, stop = grammar.ranges.of_unit(text, number)
        money = grammar.currencies.after(text, last or first)
        if money:
            value, stop = self._with_cents(last or first, *money)
            return self._bounded("money", number.start, stop, ranged(value, first, last))
        unit = grammar.units.after(text, stop, last or first) or grammar.units.of_one(text, first)
        if unit is None:
            return grammar.measures.at(text, first, last, stop, self._floor)
        value, stop = grammar.units.compound(text, last or first, *unit, grammar.numerals)
        if unit[0] in grammar.units.shares:
            return self._bounded("percent", first.start, stop, ranged(value, first, last))
        stop = grammar.measures.behind_age(text, stop)
        return self._bounded("quantity", first.start, stop, ranged(value, first, last))

    def _with_cents(self, number: Number, value: Amount, stop: int) -> tuple[Amount, int]:
        """`thirteen dollars forty five`, as it is spoken at the end of a sentence."""
        text = self._text
        cents = self._grammar.numerals.at(text, stop + 1) if number.words and text[stop : stop + 1] == " " else None
        if cents is None or not cents.words or not _TEN <= cents.value < _HUNDRED or not _CLOSED.match(text, cents.end):
            return value, stop
        return replace(value, amount=value.amount + cents.value / _HUNDRED, precision=1 / _HUNDRED), cents.end

    def _by_calendar(self, number: Number) -> Figure | None:
        """`3rd`, `two weeks ago`, `four o'clock`."""
        text, grammar = self._text, self._grammar
        ordinal = None if number.words else grammar.numerals.ordinal(text, number.start)
        if ordinal:
            return self._ordinal(ordinal)
        if number.value != number.value.to_integral_value() or not 0 <= number.value < _LONG_AGO:
            return None
        whole = int(number.value)
        ago = grammar.dates.ago(text, number.start, number.end, whole, self._published)
        return _dated(ago) or _timed(grammar.clocks.o_clock(text, number.start, number.end, whole))

    def _decade(self, at: int) -> Figure | None:
        """`in her 40s`, unless what stands before it is another figure's."""
        figure = self._grammar.measures.decade(self._text, at, self._last)
        return figure if figure and figure.start >= self._floor else None

    def _ordinal(self, ordinal: Number) -> Figure:
        found = self._grammar.dates.century_after(self._text, ordinal.end, int(ordinal.value))
        if found:
            return Figure("date", ordinal.start, found[1], found[2])
        return Figure("ordinal", ordinal.start, ordinal.end, Amount(ordinal.value))

    def _one_and_part(self, at: int) -> Figure | None:
        """`an hour and a half`."""
        found = self._grammar.units.one_and_part(self._text, at)
        return self._bounded("quantity", at, found[1], found[0]) if found else None

    def _is_rate(self, number: Number) -> bool:
        """`64 cents a dozen`: what the price is for."""
        last = self._last
        return bool(last and last.kind == "money" and last.end == number.start - 1) and self._text[number.start] in "aA"

    def _with_tail(self, number: Number) -> Figure:
        """Letters stick to the digits: `300-plus` and `10-member` count, `747F` and `4x4` name something."""
        tail, after = self._text[number.end], self._text[number.end + 1 : number.end + 2]
        if tail == "-" or (tail == "/" and not after.isdigit()):
            return self._bounded("count", number.start, number.end, number.amount())
        return _other(number.start, self._grammar.naming.end_of_run(self._text, number.start))

    def _time(self, at: int) -> Figure | None:
        """A time of day; `between 07:28 and 08:06 UTC` from the first minute to the last."""
        text, clocks = self._text, self._grammar.clocks
        found = clocks.at(text, at)
        join = self._grammar.ranges.join(text, at, found[1], time=True) if found else None
        second = clocks.at(text, join.end()) if join else None
        if found is None or second is None or second[2].start < found[2].start:
            return _timed(found)
        offset = second[2].offset if found[2].offset is None else found[2].offset
        return Figure("time", at, second[1], Clock(found[2].start, second[2].end, offset))

    def _bounded(self, kind: str, start: int, end: int, value: Amount) -> Figure:
        return self._grammar.bounds.apply(self._text, Figure(kind, start, end, value), self._floor)


def _hazy(figure: Figure | None) -> Figure | None:
    """`dozens of kilometres`: no more than an order of magnitude."""
    if figure is None or not isinstance(figure.value, Amount):
        return None
    value = figure.value
    return replace(figure, value=replace(value, about=True, at_least=True, precision=value.amount))


def _other(start: int, end: int) -> Figure:
    return Figure("other", start, end, Amount(Decimal(0)))


def _dated(found: tuple[int, int, Interval] | None) -> Figure | None:
    return Figure("date", *found) if found else None


def _timed(found: tuple[int, int, Clock] | None) -> Figure | None:
    return Figure("time", *found) if found else None


def _exact(figure: Figure) -> Figure:
    """The figure with its decimals in one form: no exponent, no zeros at the end."""
    value = figure.value
    if not isinstance(value, Amount):
        return figure
    upper = None if value.amount_to is None else _plain(value.amount_to)
    value = replace(value, amount=_plain(value.amount), amount_to=upper, precision=_plain(value.precision))
    return replace(figure, value=value)


def _plain(value: Decimal) -> Decimal:
    """`1.20E+3` as 1200, `85.70` as 85.7."""
    written = f"{value:f}"
    if "." in written and written[-1] != "0":
        return Decimal(written)
    return Decimal(f"{value.normalize():f}")
