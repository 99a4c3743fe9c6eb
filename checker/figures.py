"""Amounts, dates and times in a text, found on characters.

One pass over the words and digits of the text; wherever one of them can begin a figure, a small grammar reads on from
there. spaCy plays no part: `A$3.2m` and `Rs500 crore` are no tokens of its.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.calendar_ import Calendar
from checker.model import Amount, Clock, Interval
from checker.numerals import Number, Numerals
from checker.parsed import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

_TOKEN = re.compile(r"[^\W\d_]+|\d|[^\w\s.,;:!?()\"'\u2018\u2019\u201c\u201d/-]|\.(?=\d)|['\u2018\u2019](?=\d0s)")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_NAMED = re.compile(r"[\w-]{0,24}\Z")
_PHONE = re.compile(r"\+\d[\d ()-]{6,18}\d|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?!\d)|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)")
_DOTTED = re.compile(r"\d{1,4}(?:\.\d{1,4}){2,5}(?![\d,])")
_DOTTED_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}")
_RUN = re.compile(r"\w+(?:[-./:]\w+){0,8}")
_NEXT_WORD = re.compile(r"[ -](%|[a-z]+)")
_APPOSED = re.compile(r"[A-Z][\w'.-]{1,20}, \Z")
_LETTERS = re.compile(r"[a-z]+")
_GOES_ON = re.compile(r"[ ]?[\w%-]")
_NUMBER_NEXT = re.compile(r"[ ]?\d")
_LAST_TOKEN = re.compile(r"([^\W\d_]*)[ -]\Z")
_LEADING_LETTERS = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"\s+")
_SCORE = re.compile(r"(\d{1,3})[-\u2013](\d{1,3})(?:[-\u2013](\d{1,3}))?(?![\w%]|[-\u2013./:]\w|,\d)")
_WORD_TAIL = re.compile(r"[-/]?[A-Za-z][\w/-]{0,20}")
_LABEL = re.compile(r"([^\W\d_]+)\.?[ #]{0,2}\Z|#\Z")
_RANGE = re.compile(r"(?P<dash>[ ]?[-\u2013][ ]?)|[ ](?P<word>to|and|or)[ ]")
_LAST_WORD = re.compile(r"(?:[^\W\d_]+|~|\u2248)[ \t\n-]{0,2}\Z")
_MINOR = re.compile(r"(?: and)? (\d{1,2}) ([a-z]{4,5})\b")
_INCHES = re.compile(r" in\b(?! [a-z]+ed\b)")
_AND = re.compile(r"(?:,| and)? (?=\w)")
_RATIO = re.compile(r" (?:in|out of|over)(?: every)? (?=[\da-z])")
_NEAR = 40
_LABEL_REACH = 16
# A story's day outside of these is a slip of its metadata, and no calendar reaches far enough around it.
_NEWS_YEARS = range(1500, 3000)
_SMALL = 1000
_HUNDREDTH = Decimal("0.01")
_TENTH = Decimal("0.1")
# No quake has been stronger, nobody older.
_STRONGEST = 10
_TEN = 10
_OLDEST = 130
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
    return tuple(_grammar(_Key(words)).read(text, published))


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
    def __init__(self, words: Mapping[str, Any]) -> None:
        self._numerals = Numerals(words)
        self._calendar = Calendar(words)
        self._bounds = _Bounds(words)
        self._units = _Units(words)
        self._moneys = _Moneys(words)
        self._labels = frozenset(words["other"]["labels"])
        self._named = re.compile(rf"(?:{_either(words['other']['names'])})(?!\w)")
        self._part_of = frozenset(words["other"]["part_of"])
        self._score_words = frozenset(words["ranges"]["score"])
        self._no_range = frozenset(words["ranges"]["no_range_after"])
        self._counted = frozenset(words["counted"]["nouns"])
        self._magnitude_before = _suffix(words["around"]["magnitude_before"])
        self._joined = _suffix([*words["around"]["magnitude_before"], *words["around"]["joined"]])
        self._street = re.compile(
            rf"\d{{1,5}} (?:[A-Z][\w.]{{0,15}} ){{1,3}}(?:{_either(words['other']['streets'])})\b"
        )
        self._measuring = _suffix(words["around"]["measured"])
        self._quake = re.compile(rf"\b(?:{_either(words['around']['quake'])})", re.IGNORECASE)
        self._magnitude_after = re.compile(rf"[ ](?:{_either(words['around']['magnitude_after'])})", re.IGNORECASE)
        self._age_before = _suffix(words["around"]["age_before"])
        self._age_after = re.compile(rf"[ -](?:{_either(words['around']['age_after'])})\b", re.IGNORECASE)
        self._starts: dict[str, str] = dict.fromkeys(self._numerals.starts, "number")
        for word in self._calendar.starts:
            self._starts[word] = "both" if word in self._starts else "date"
        for word in self._moneys.starts:
            self._starts.setdefault(word, "money")

    def read(self, text: str, published: date | None) -> Iterable[Figure]:
        """The figures, in order."""
        end, starts, glyphs = 0, self._starts, self._numerals.glyphs
        for token in _TOKEN.finditer(text):
            at = token.start()
            if at < end:
                continue
            word = token.group()
            if word[0].isdigit() or word[0] in ".'\u2018\u2019":
                found = self._at_digit(text, at, end, published)
            elif word[0].isalpha():
                kind = starts.get(word.lower())
                if kind is None:
                    if word in ("http", "https", "www"):
                        web = _WEB.match(text, at)
                        end = web.end() if web else end
                    continue
                found = self._at_word(text, at, end, kind, published)
            else:
                found = self._at_money(text, at, end)
                if found is None and word in glyphs:
                    found = self._amount(text, at, end)
            if found is not None:
                yield _exact(found)
                end = found.end

    # --- what begins here ---

    def _at_digit(self, text: str, at: int, end: int, published: date | None) -> Figure | None:
        before = text[at - 1] if at > 0 else " "
        if before.isalnum() or before in "_@#" or self._in_compound(text, at):
            return self._other(at, self._skip(text, at))
        name = self._named.match(text, at) or self._street.match(text, at)
        if name:
            return self._other(at, name.end())
        if text[at] in "'\u2018\u2019":
            return _dated("date", self._calendar.date_at(text, at, published))
        return self._shaped(text, at, published) or self._amount(text, at, end, published)

    def _in_compound(self, text: str, at: int) -> bool:
        """`F-16`, `Covid-19`: a number that a hyphen ties to a word before it, unless that is `magnitude-`."""
        if at < 2 or text[at - 1] != "-" or not text[at - 2].isalnum():  # noqa: PLR2004 - a letter and the hyphen
            return False
        return not self._joined.search(text, max(0, at - _NEAR), at)

    def _shaped(self, text: str, at: int, published: date | None) -> Figure | None:
        """What its shape alone tells: dates, times, telephone numbers, results."""
        found = self._calendar.date_at(text, at, published)
        if found:
            return _dated("date", found)
        name = _PHONE.match(text, at) or _DOTTED.match(text, at)
        if name and not _DOTTED_THOUSANDS.fullmatch(name.group()):
            return self._other(at, name.end())
        found = self._calendar.time_at(text, at)
        if found:
            return self._clock_range(text, _dated("time", found))
        score = _SCORE.match(text, at)
        if score and self._is_score(text, score):
            values = Amount(Decimal(score[1]), amount_to=Decimal(score[2]))
            return Figure("score", at, score.end(), values)
        return _dated("date", self._calendar.year_at(text, at))

    def _is_score(self, text: str, score: re.Match[str]) -> bool:
        first, second = int(score[1]), int(score[2])
        if first >= second or score[3]:
            return len(score[1]) < 3 or first - second < _SMALL  # noqa: PLR2004
        before = text[max(0, score.start() - _NEAR) : score.start()].lower()
        if self._age_before.search(before):
            return False
        if self._units.after(text, score.end()):
            return False
        noun = _NEXT_WORD.match(text, score.end())
        near = set(_LETTERS.findall(before[-_LABEL_REACH:])) & self._score_words
        return bool(near) or noun is None or not (noun[1] in self._counted or noun[1].endswith("s"))

    def _at_word(self, text: str, at: int, end: int, kind: str, published: date | None) -> Figure | None:
        if at > 0 and (text[at - 1].isdigit() or self._in_compound(text, at)):
            return None
        figure = None
        if kind == "money" or text[at + 1 : at + 2] == "$":
            figure = self._at_money(text, at, end)
        if figure is None and kind in ("date", "both"):
            figure = _dated("date", self._calendar.date_at(text, at, published))
            figure = figure or self._clock_range(text, _dated("time", self._calendar.time_at(text, at)))
        if figure is None and kind in ("number", "both"):
            ordinal = self._numerals.ordinal(text, at)
            figure = self._ordinal(text, ordinal) if ordinal else self._amount(text, at, end, published)
        return figure

    def _ordinal(self, text: str, ordinal: Number) -> Figure:
        found = self._calendar.century_after(text, ordinal.end, int(ordinal.value))
        if found:
            return Figure("date", ordinal.start, found[1], found[2])
        return Figure("ordinal", ordinal.start, ordinal.end, Amount(ordinal.value))

    def _at_money(self, text: str, at: int, end: int) -> Figure | None:
        found = self._moneys.before(text, at)
        if found is None:
            return None
        code, start = found
        sign = -1 if text[start : start + 1] == "-" else 1
        number = self._numerals.at(text, start + (sign < 0), money=True)
        if number is None or text[number.end : number.end + 1].isdigit():
            return None
        amount, stop = self._moneys.behind_sign(text, number, code)
        if at > 0 and text[at - 1] in "-\u2212" and (at < 2 or not text[at - 2].isalnum()):  # noqa: PLR2004
            at, sign = at - 1, -1
        value = replace(amount, amount=amount.amount * sign)
        value, stop = self._money_range(text, number, value, stop, at)
        return self._bounds.apply(text, "money", at, stop, value, end)

    def _money_range(self, text: str, number: Number, value: Amount, stop: int, at: int) -> tuple[Amount, int]:
        join = _RANGE.match(text, stop)
        if join is None or not self._may_range(text, at, join):
            return value, stop
        sign = self._moneys.before(text, join.end())
        if sign and sign[0] != value.currency:
            return value, stop
        second = self._numerals.at(text, sign[1] if sign else join.end(), money=True)
        if (
            second is None
            or (sign is None and number.scale != 1 and second.scale == 1)
            or text[second.end : second.end + 1] == "%"
        ):
            return value, stop
        upper, end = self._moneys.behind_sign(text, second, value.currency or "")
        low = (
            number.value * second.scale
            if number.scale == 1 and second.scale > 1 and number.value < _SMALL
            else value.amount
        )
        if not low < upper.amount or (sign is None and self._units.after(text, second.end)):
            return value, stop
        precision = max(upper.precision, _HUNDREDTH)
        return replace(value, amount=low, amount_to=upper.amount, precision=precision), end

    # --- numbers and what stands around them ---

    def _amount(self, text: str, at: int, end: int, published: date | None = None) -> Figure | None:
        number = self._numerals.at(text, at)
        if number is None or text[number.end : number.end + 1].isdigit():
            return self._other(at, self._skip(text, at)) if text[at].isdigit() else None
        number = self._signed(text, number)
        figure = self._with_unit(text, number, end, published)
        if figure:
            return figure
        if self._is_part(text, number) or self._is_label(text, number):
            return self._other(number.start, number.end)
        if not number.words and _WORD_TAIL.match(text, number.end):
            return self._unread_tail(text, number, end)
        value, stop, kind = self._bare_range(text, number)
        return self._bounds.apply(text, kind, number.start, stop, value, end)

    def _with_unit(self, text: str, number: Number, end: int, published: date | None) -> Figure | None:
        """A figure with the unit, currency, age or clock that stands behind or before the number."""
        dated = self._by_calendar(text, number, published)
        if dated:
            return dated
        if number.vague and text.startswith(" of ", number.end):
            named = self._with_unit(text, replace(number, end=number.end + 3, vague=False), end, published)
            return _hazy(named)
        first, last, stop = self._unit_range(text, number)
        money = self._moneys.after(text, last or first)
        if money:
            amount, stop = money
            value = _ranged(amount, first, last)
            return self._bounds.apply(text, "money", number.start, stop, value, end)
        unit = self._units.after(text, stop, last or first)
        return self._measured(text, first, last, unit, end) if unit else self._by_context(text, first, last, stop, end)

    def _by_calendar(self, text: str, number: Number, published: date | None) -> Figure | None:
        """`3rd`, `two weeks ago`, `four o'clock`."""
        ordinal = None if number.words else self._numerals.ordinal(text, number.start)
        if ordinal:
            return self._ordinal(text, ordinal)
        if number.value != number.value.to_integral_value() or not 0 <= number.value < _LONG_AGO:
            return None
        whole = int(number.value)
        ago = _dated("date", self._calendar.ago(text, number.start, number.end, whole, published))
        return ago or _dated("time", self._calendar.o_clock(text, number.start, number.end, whole))

    def _measured(self, text: str, first: Number, last: Number | None, unit: tuple[str, int], end: int) -> Figure:
        name, stop = unit
        value, stop = self._units.compound(text, last or first, name, stop, self._numerals)
        value = _ranged(value, first, last)
        if name in self._units.shares:
            return self._bounds.apply(text, "percent", first.start, stop, value, end)
        age = self._age_after.match(text, stop)
        stop = age.end() if age else stop
        return self._bounds.apply(text, "quantity", first.start, stop, value, end)

    def _by_context(self, text: str, first: Number, last: Number | None, stop: int, end: int) -> Figure | None:
        """`magnitude 5.9`, `a magnitude of at least 6`, `a 6.1 quake`, `aged 77`."""
        bare = self._bounds.apply(text, "quantity", first.start, stop, _amount(first), end)
        near = max(end, bare.start - _NEAR)
        before = self._magnitude_before.search(text, near, bare.start)
        if first.value < _STRONGEST and (before or self._is_quake(text, first, bare.start, stop)):
            value, stop = self._named_range(text, first, last, stop, "magnitude")
            figure = self._bounds.apply(text, "quantity", first.start, stop, value, end)
            return replace(figure, start=before.start()) if before else figure
        if self._is_apposed(text, first, stop):
            return Figure("quantity", first.start, stop, _amount(first, unit="year"))
        aged = self._age_before.search(text, near, bare.start)
        if aged and 0 <= first.value < _OLDEST and (first.digits or first.words):
            value, stop = self._named_range(text, first, last, stop, "year")
            figure = self._bounds.apply(text, "quantity", first.start, stop, value, end)
            return replace(figure, start=aged.start())
        return None

    def _is_apposed(self, text: str, number: Number, stop: int) -> bool:
        """`Marta Lindqvist, 38, said`: the age of the person named before."""
        if not number.digits or not 1 <= number.value < _OLDEST or text[stop : stop + 1] != ",":
            return False
        return bool(_APPOSED.search(text, max(0, number.start - _NEAR), number.start))

    def _is_quake(self, text: str, number: Number, start: int, stop: int) -> bool:
        """`a 6.1 quake`, or `measured 6.1` where a quake is spoken of."""
        if number.precision != _TENTH:
            return False
        if self._magnitude_after.match(text, stop):
            return True
        measured = self._measuring.search(text, max(0, start - _NEAR), start)
        return bool(measured and self._quake.search(text, max(0, start - 3 * _NEAR), stop + _NEAR))

    def _named_range(self, text: str, first: Number, last: Number | None, stop: int, unit: str) -> tuple[Amount, int]:
        """`magnitude 6.1 to 6.4`: the range of a figure whose measure is named before it."""
        if last is not None:
            return _ranged(_amount(last, unit=unit), first, last), stop
        value, stop, _ = self._bare_range(text, first)
        return replace(value, unit=unit), stop

    def _unit_range(self, text: str, number: Number) -> tuple[Number, Number | None, int]:
        """`10-15 percent`, `3.6 to 4.3 miles`, `40 percent to 70 percent`: one range, when what follows has a unit."""
        here = self._units.after(text, number.end, number)
        join = _RANGE.match(text, here[1] if here else number.end)
        if join is None or not self._may_range(text, number.start, join):
            return number, None, number.end
        second = self._numerals.at(text, join.end())
        if second is None or text[second.end : second.end + 1].isdigit():
            return number, None, number.end
        unit = self._units.after(text, second.end, second)
        money = self._moneys.after(text, second)
        first = _same_scale(number, second)
        if not first.value < second.value or (here and (unit is None or unit[0] != here[0])) or not (unit or money):
            return number, None, number.end
        return first, second, second.end

    def _bare_range(self, text: str, number: Number) -> tuple[Amount, int, str]:
        value, kind = _amount(number), "count"
        ratio = self._ratio(text, number)
        if ratio:
            return _amount(ratio), ratio.end, kind
        join = _RANGE.match(text, number.end)
        if join is None or not self._may_range(text, number.start, join):
            return value, number.end, kind
        second = self._numerals.at(text, join.end())
        if (
            second is None
            or text[second.end : second.end + 1].isdigit()
            or (text[second.end : second.end + 1] == "-" and join["dash"])
        ):
            return value, number.end, kind
        first = _same_scale(number, second)
        if not first.value < second.value:
            return value, number.end, kind
        return _ranged(_amount(second), first, second), second.end, kind

    def _ratio(self, text: str, number: Number) -> Number | None:
        """`one in five`, `two out of three`: a share."""
        match = _RATIO.match(text, number.end)
        second = self._numerals.at(text, match.end()) if match and number.scale == 1 else None
        if match is None or second is None or not 0 < number.value < second.value or number.precision < 1:
            return None
        if " over" in match.group() and (number.value != 1 or _GOES_ON.match(text, second.end)):
            return None
        if " in" in match.group() and self._is_place(text, number, second):
            return None
        return replace(
            number, value=number.value / second.value, precision=_HUNDREDTH, end=second.end, digits="", fraction=True
        )

    def _is_place(self, text: str, number: Number, second: Number) -> bool:
        """`four in 2005`, `two in 30 minutes`: no share."""
        year = len(second.digits) == len("2005")
        return number.value >= _TEN or year or self._units.after(text, second.end, second) is not None

    def _may_range(self, text: str, start: int, join: re.Match[str]) -> bool:
        before = text[max(0, start - _NEAR) : start].lower()
        words = _LETTERS.findall(before)
        if join["word"] == "and":
            return "between" in words[-4:]
        if join["word"] == "or":
            return "either" not in words[-3:]
        if join["word"] == "to":
            return not (set(words[-3:]) & self._no_range)
        return not (join["dash"].strip() != join["dash"] and join["dash"] != " - " and join["dash"] != " \u2013 ")

    def _signed(self, text: str, number: Number) -> Number:
        at = number.start
        if (
            at
            and text[at - 1] in "-\u2212"
            and (at == 1 or (text[at - 2] in ' \n(\u201c"' and not text[at - 3].isdigit()))
        ):
            return replace(number, value=-number.value, start=at - 1, digits="")
        if at > 1 and text[at - 2 : at] == "- " and (at == 2 or (at == 3 and text[0] == " ")):  # noqa: PLR2004
            return replace(number, value=-number.value, start=at - 2, digits="")
        return number

    def _unread_tail(self, text: str, number: Number, end: int) -> Figure:
        """Letters stick to the digits: `300-plus` and `10-member` count, `747F` and `4x4` name something."""
        tail = text[number.end]
        if tail == "-" or (tail == "/" and not text[number.end + 1 : number.end + 2].isdigit()):
            return self._bounds.apply(text, "count", number.start, number.end, _amount(number), end)
        return self._other(number.start, self._skip(text, number.start))

    def _is_part(self, text: str, number: Number) -> bool:
        """`the first half`, `the other half`: a part that is no share."""
        label = _LABEL.search(text, max(0, number.start - _LABEL_REACH), number.start) if number.fraction else None
        return bool(number.words and label and label[1] and label[1].lower() in self._part_of)

    def _is_label(self, text: str, number: Number) -> bool:
        """`Flight 370`, `No. 10`, `Article 9`."""
        label = _LABEL.search(text, max(0, number.start - _LABEL_REACH), number.start) if number.digits else None
        return bool(label and (label[1] is None or label[1].lower() in self._labels))

    def _skip(self, text: str, at: int) -> int:
        match = _RUN.match(text, at)
        return match.end() if match else at + 1

    def _other(self, start: int, end: int) -> Figure:
        return Figure("other", start, end, Amount(Decimal(0)))

    def _clock_range(self, text: str, figure: Figure | None) -> Figure | None:
        """`between 07:28 and 08:06 UTC`: from the first minute to the last."""
        if figure is None or not isinstance(figure.value, Clock):
            return figure
        join = _RANGE.match(text, figure.end)
        if (
            join is None
            or (join["word"] == "and" and not text[: figure.start].rstrip().lower().endswith("between"))
            or join["word"] == "or"
        ):
            return figure
        second = self._calendar.time_at(text, join.end())
        if second is None or not isinstance(second[2], Clock) or second[2].start < figure.value.start:
            return figure
        offset = second[2].offset if figure.value.offset is None else figure.value.offset
        return Figure("time", figure.start, second[1], Clock(figure.value.start, second[2].end, offset))


class _Bounds:
    """The words that bound or blur a figure, before it and behind it."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        before, after = words["before"], words["after"]
        self._before = _suffix([phrase for kind in ("at_least", "at_most", "about") for phrase in before[kind]])
        self._kind = {phrase: kind for kind in ("at_least", "at_most", "about") for phrase in before[kind]}
        self._last = frozenset(re.split(r"[ ]", phrase)[-1].rstrip(".") for phrase in self._kind)
        self._spanning = frozenset(before["spanning"])
        self._durations = frozenset(before["durations"])
        phrases = {phrase: kind for kind in ("at_least", "at_most", "about") for phrase in after[kind]}
        self._after_kind = phrases
        self._after = re.compile(rf"[ ]?(?P<phrase>{_either(phrases)})(?!\w)", re.IGNORECASE)

    def apply(  # noqa: PLR0913 - a figure by its parts, and where to stop
        self, text: str, kind: str, start: int, end: int, value: Amount, floor: int
    ) -> Figure:
        """The figure with the bounds that stand around it; nothing before `floor` is touched."""
        flags: set[str] = set()
        for _ in range(2):
            word = _LAST_WORD.search(text, max(floor, start - 20), start)
            if word is None or word.group().rstrip().lower().rstrip("-.") not in self._last:
                break
            match = self._before.search(text, max(floor, start - _NEAR), start)
            if match is None:
                break
            phrase = _SPACES.sub(" ", match["phrase"].lower())
            if phrase in self._spanning and value.unit in self._durations:
                break
            flags.add(self._kind[phrase])
            start = match.start("phrase")
        behind = self._after.match(text, end)
        if behind and not self._is_sum(text, behind):
            flags.add(self._after_kind[behind["phrase"].lower()])
            end = behind.end()
        if "at_most" in flags and "at_least" in flags:
            flags = {"about"}
        return Figure(
            kind,
            start,
            end,
            replace(
                value,
                at_least=value.at_least or "at_least" in flags,
                at_most="at_most" in flags,
                about=value.about or "about" in flags,
            ),
        )

    def _is_sum(self, text: str, behind: re.Match[str]) -> bool:
        """`300 plus 20`, `2 + 3`: no bound."""
        sign = behind["phrase"].lower() in ("+", "plus")
        return sign and (behind.group()[0] == " " or text[behind.end() : behind.end() + 1].isdigit())


class _Units:
    """Units of measure behind a number."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._table = words["unit"]
        self._names = {form.lower(): unit for unit, entry in self._table.items() for form in entry.get("names", ())}
        self._symbols = {form: unit for unit, entry in self._table.items() for form in entry.get("symbols", ())}
        self._named = re.compile(
            rf"[ ]{{0,2}}[-\u2010]?[ {{<(]?"
            rf"(?P<name>{_either(self._names).replace(' ', '[ -]')})(?![^\W\d_]|[\u2019'][a-rt-z])",
            re.IGNORECASE,
        )
        self._signed = re.compile(rf"(?P<gap>[ -]?)[{{<]?(?P<name>{_either(self._symbols)})(?![\w/]|-\d)")
        self._first = frozenset(
            form[0] for form in [*self._names, *(name.upper() for name in self._names), *self._symbols]
        )
        self.shares = frozenset(unit for unit, entry in self._table.items() if entry.get("field") == "percent")
        self._attached = frozenset(words["around"]["attached"])
        self._compounds: dict[str, dict[str, int]] = words["compound"]

    def after(self, text: str, end: int, number: Number | None = None) -> tuple[str, int] | None:
        """The unit that stands at the end of a number, and where it ends."""
        place = end
        while place < end + 3 and text[place : place + 1] in (" ", "-", "{", "<"):
            place += 1
        if text[place : place + 1] not in self._first:
            return None
        match = self._named.match(text, end)
        symbol = self._signed.match(text, end)
        if symbol and (match is None or symbol.end() > match.end()):
            unit = self._symbols[symbol["name"]]
            return (unit, symbol.end()) if self._fits(text, symbol, number) else None
        if match is None:
            return None
        name = match["name"].lower()
        unit = self._names.get(name) or self._names.get(name.replace("-", " "))
        return (unit, match.end()) if unit else None

    def _fits(self, text: str, symbol: re.Match[str], number: Number | None) -> bool:
        """A letter is a unit only where it can be nothing else: `48m`, never `777F` or `5 C`."""
        name = symbol["name"]
        if name == '"':
            return bool(number and number.digits and symbol["gap"] and text[symbol.end() : symbol.end() + 1] == " ")
        if len(name) > 1 or not name.isalpha():
            return not symbol["gap"] or name not in self._attached
        if symbol["gap"] == "-" or (symbol["gap"] and name in self._attached):
            return False
        if name in "CF":
            before = _LAST_TOKEN.search(text, max(0, symbol.start() - 24), number.start if number else symbol.start())
            return bool(number and abs(number.value) <= 150 and not (before and before[1][:1].isupper()))  # noqa: PLR2004
        return number is None or not number.words

    def compound(self, text: str, number: Number, unit: str, stop: int, numerals: Numerals) -> tuple[Amount, int]:
        """`5 feet 2 inches` in the larger unit."""
        value = _amount(number, unit=unit)
        parts = self._compounds.get(unit)
        match = _AND.match(text, stop) if parts else None
        second = numerals.at(text, match.end()) if match else None
        if parts is None or second is None:
            return value, stop
        inches = unit == "foot" and _INCHES.match(text, second.end)
        smaller = ("inch", inches.end()) if inches else self.after(text, second.end, second)
        if smaller is None or smaller[0] not in parts or second.value >= parts[smaller[0]]:
            return value, stop
        many = parts[smaller[0]]
        total = number.value + second.value / many
        return replace(value, amount=total, precision=second.precision / many), smaller[1]


class _Moneys:
    """Currencies before and behind a number."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["currency"]
        self._signs = {sign: code for code, entry in table.items() for sign in entry.get("signs", ())}
        for code in table:
            self._signs.setdefault(code, code)
        self._names = {name.lower(): code for code, entry in table.items() for name in entry.get("names", ())}
        self._minor = {name.lower(): code for code, entry in table.items() for name in entry.get("minor", ())}
        self._first = frozenset(form[0].lower() for form in [*self._names, *self._minor, *self._signs])
        signs = "|".join(re.escape(s) for s in sorted(self._signs, key=lambda s: (-len(s), s)))
        self._before = re.compile(rf"(?P<sign>{signs}|[Uu]\.?[Ss]\.? ?\$|[Hh][Kk] ?\$)[ ]?(?=[\d.-]|[a-z])")
        self._after = re.compile(
            rf"(?P<gap>[ ]?-?)(?:(?P<name>{_either([*self._names, *self._minor])})(?!\w)"
            rf"|(?P<sign>[^\w\s.,;:!?()'\"/-]))",
            re.IGNORECASE,
        )
        self._pound = re.compile(r"[ ]pounds?(?: sterling)?\b", re.IGNORECASE)
        letters = [_LEADING_LETTERS.match(sign) for sign in self._signs]
        self.starts = frozenset(match.group().lower() for match in letters if match) | {"us", "hk"}

    def before(self, text: str, at: int) -> tuple[str, int] | None:
        """The currency whose sign stands at a character, and where the number begins."""
        match = self._before.match(text, at)
        if match is None:
            return None
        sign = match["sign"]
        if sign.isalpha() and text[match.end() : match.end() + 1].isalpha():
            return None
        code = self._signs.get(sign) or ("HKD" if sign[0] in "hH" else "USD")
        return code, match.end()

    def after(self, text: str, number: Number) -> tuple[Amount, int] | None:
        """The amount of money when a currency stands behind the number."""
        place = number.end
        while place < number.end + 2 and text[place : place + 1] in (" ", "-"):
            place += 1
        if text[place : place + 1].lower() not in self._first:
            return None
        pound = self._pound.match(text, number.end) if self._is_pound(text, place, number) else None
        if pound:
            return self._with_minor(text, _amount(number, currency="GBP"), pound.end())
        match = self._after.match(text, number.end)
        if match is None or (match["sign"] and _NUMBER_NEXT.match(text, match.end())):
            return None
        return self._named_after(text, number, match)

    def _is_pound(self, text: str, place: int, number: Number) -> bool:
        """A pound is money when there are millions of it, when it is sterling, and when pence follow; else a mass."""
        minor = _MINOR.match(text, place + len("pounds"))
        return number.scale >= _SMALL or bool(minor and minor[2] == "pence")

    def _named_after(self, text: str, number: Number, match: re.Match[str]) -> tuple[Amount, int] | None:
        if match["sign"]:
            code = self._signs.get(match["sign"])
            return (_amount(number, currency=code), match.end()) if code else None
        name = match["name"].lower()
        if name in self._minor:
            return _amount(number, currency=self._minor[name], unit=_minor_unit(name)), match.end()
        if name == "won" and not (number.scale > 1 or number.value >= _SMALL):
            return None
        return self._with_minor(text, _amount(number, currency=self._names[name]), match.end())

    def behind_sign(self, text: str, number: Number, code: str) -> tuple[Amount, int]:
        """The amount behind a currency sign; a name that repeats the sign is taken along: `$5 million dollars`."""
        match = self._after.match(text, number.end)
        end = number.end
        if match and match["name"] and match["gap"] == " " and self._names.get(match["name"].lower()) == code:
            end = match.end()
        elif match and match["name"] and match["gap"] == " " and match["name"].lower().endswith("dollars"):
            return _amount(number, currency=self._names[match["name"].lower()]), match.end()
        return _amount(number, currency=code), end

    def _with_minor(self, text: str, value: Amount, end: int) -> tuple[Amount, int]:
        """`5 pounds 20 pence`."""
        match = _MINOR.match(text, end)
        if match is None or match[2].lower() not in self._minor:
            return value, end
        return replace(value, amount=value.amount + Decimal(match[1]) / 100, precision=_HUNDREDTH), match.end()


def _hazy(figure: Figure | None) -> Figure | None:
    if figure is None or not isinstance(figure.value, Amount):
        return None
    value = figure.value
    return replace(figure, value=replace(value, about=True, at_least=True, precision=value.amount))


def _minor_unit(name: str) -> str:
    return "penny" if name in ("pence", "penny") else "cent" if "cent" in name or name == "\u00a2" else name


def _amount(number: Number, unit: str | None = None, currency: str | None = None) -> Amount:
    return Amount(
        amount=number.value,
        unit=unit,
        currency=currency,
        precision=number.precision,
        at_least=number.vague,
        about=number.vague,
    )


def _ranged(value: Amount, first: Number, last: Number | None) -> Amount:
    if last is None:
        return value
    return replace(value, amount=first.value, amount_to=value.amount, precision=min(first.precision, last.precision))


def _same_scale(first: Number, second: Number) -> Number:
    """`3 to 5 million`: the scale word stands for both."""
    if first.scale != 1 or second.scale < _SMALL or first.value >= second.value / second.scale or first.value >= _SMALL:
        return first
    return replace(
        first, value=first.value * second.scale, precision=first.precision * second.scale, scale=second.scale
    )


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
    return (
        Decimal(f"{value:f}")
        if value != value.to_integral_value() and f"{value:f}"[-1] != "0"
        else Decimal(f"{value.normalize():f}")
    )


def _dated(kind: str, found: tuple[int, int, Interval | Clock] | None) -> Figure | None:
    return Figure(kind, *found) if found else None


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))


def _suffix(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds the longest of the phrases at the end of the searched stretch."""
    return re.compile(
        rf"(?<!\w)(?P<phrase>{_either(phrases)})(?:[ \t\n]{{0,2}}|-|:[ ])(?:an? |the |of )?\Z", re.IGNORECASE
    )
