"""Numbers as they are written: digits, words, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal, Overflow
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# 28 digits: more than any story states.
_EXACT = Context(prec=28)
_LONGEST = 24
_THOUSAND = 1000
# One hundredth of the last stated place: "a third" is no more exact than 33%.
_SHARE_PRECISION = Decimal("0.01")

_DIGITS = re.compile(
    r"""(?P<comma>\d{1,3}(?:,\d{3}){1,8}(?!\d)(?:\.\d{1,12})?)
      | (?P<space>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,8}(?!\d)(?:[.,]\d{1,12}(?!\d))?)
      | (?P<dots>\d{1,3}(?:\.\d{3}){2,8}(?![\d.])|\d{1,3}(?:\.\d{3}){1,8},\d{1,2}(?!\d))
      | (?P<plain>\d+(?:\.\d{1,12}|,\d{1,2}(?![\d,]))?|\.\d{1,12})""",
    re.VERBOSE,
)
_SPACED_DECIMAL = re.compile(r" \. (\d{1,4})(?![\d,])")
_POWER = re.compile(r"(?:[x\u00d7]10)?\^(?P<sign>[+-]{0,2})(?P<power>\d{1,3})(?!\d)|[eE](?P<e>[+-]?\d{1,3})(?![\w])")
_SLASHED = re.compile(r"(?P<whole>[ -])?(?P<above>\d{1,3}) ?/ ?(?P<below>\d{1,3})(?![\d/])")
_ARTICLES = frozenset({"a", "an", "A", "An"})
_LOWER = re.compile(r" (\d{1,3}) [a-z]")
_NTH = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,4})(?:st|nd|rd|th)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?P<few>several|a few|few) (?P<scale>\w{4,8})|(?P<many>\w{4,9})(?: of (?P<of>\w{5,9}))?", re.IGNORECASE
)
_WORD = re.compile(r"(?P<gap>[ \t\n]{0,3}(?:-[ ]?)?)(?P<word>[^\W\d_]{1,14})")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        value: exact, the scale word included.
        precision: the place value of the last digit that is stated.
        start, end: characters of the text.
        scale: the factor of the scale word or abbreviation, 1 without one.
        digits: the digits alone, when it is a plain run of digits; else empty.
        vague: an unnumbered plural (`dozens`): a lowest likely value.
        fraction: written as a share of one (`a third`, `3/4`).
        words: spelled out.
    """

    value: Decimal
    precision: Decimal
    start: int
    end: int
    scale: Decimal = Decimal(1)
    digits: str = ""
    vague: bool = False
    fraction: bool = False
    words: bool = False


class Numerals:
    """The grammar of numbers, compiled from `[numbers]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["numbers"]
        self._tokens: dict[str, tuple[str, int]] = {
            "and": ("and", 0),
            "a": ("a", 1),
            "an": ("a", 1),
            "point": ("point", 0),
        }
        for kind in ("units", "teens", "tens", "fractions", "plural_scales", "scales"):
            self._tokens.update({word: (kind, value) for word, value in table[kind].items()})
        self._tokens["hundred"] = ("hundred", 100)
        self._scales: dict[str, int] = {**table["scales"], **table["plural_scales"]}
        self._tens: dict[str, int] = table["tens"]
        self._vague: dict[str, int] = table["vague"]
        self._ordinals: dict[str, int] = table["ordinals"]
        self._glyphs = {sign: _of_glyph(share) for sign, share in table["glyphs"].items()}
        self._abbreviations: dict[str, int] = table["abbreviations"]
        self._money: dict[str, int] = {**table["abbreviations"], **table["money_abbreviations"]}
        self._article = re.compile(
            rf"an?[ ](?:few|{'|'.join(sorted((*table['scales'], *table['fractions'])))})\b", re.IGNORECASE
        )
        self.starts = frozenset([*self._tokens, *self._vague, *self._ordinals, "several", "minus", "negative"]) - {
            "and",
            "point",
        }
        self.glyphs = "".join(self._glyphs)

    def at(self, text: str, start: int, *, money: bool = False) -> Number | None:
        """The number that begins at a character, if one does.

        Args:
            text: where to look.
            start: the character.
            money: a currency sign stands before it, so that `5m` is five million.
        """
        character = text[start : start + 1]
        if character in self._glyphs:
            value = self._glyphs[character]
            return self._scaled(text, Number(value, _SHARE_PRECISION, start, start + 1, fraction=True), money=money)
        if character.isdigit() or (character == "." and text[start + 1 : start + 2].isdigit()):
            return self._digits(text, start, money=money)
        return self._words(text, start)

    def ordinal(self, text: str, start: int) -> Number | None:
        """The ordinal that begins at a character (`second`, `twenty-first`, `3rd`), if one does."""
        match = _WORD.match(text, start)
        if match is None:
            digits = _NTH.match(text, start)
            return Number(Decimal(digits[1].replace(",", "")), Decimal(1), start, digits.end()) if digits else None
        word, value = match["word"].lower(), 0
        if word in self._tens:
            after = _WORD.match(text, match.end())
            if after is None:
                return None
            value, word, match = self._tens[word], after["word"].lower(), after
            if self._ordinals.get(word, 10) >= 10:  # noqa: PLR2004 - twenty-first, never twenty-tenth
                return None
        if word not in self._ordinals:
            return None
        return Number(Decimal(value + self._ordinals[word]), Decimal(1), start, match.end(), words=True)

    # --- digits ---

    def _digits(self, text: str, start: int, *, money: bool) -> Number | None:
        match = _DIGITS.match(text, start)
        if match is None or len(match.group()) > _LONGEST:
            return None
        value, precision = _decimal(match)
        end, digits = match.end(), match.group() if match.group().isdecimal() else ""
        number = Number(value, precision, start, end, digits=digits)
        spaced = _SPACED_DECIMAL.match(text, end) if digits else None
        if spaced:
            value = Decimal(f"{digits}.{spaced[1]}")
            number = Number(value, _place(value, stated=True), start, spaced.end())
        return self._scaled(text, self._slashed(text, self._power(text, number)), money=money)

    def _power(self, text: str, number: Number) -> Number:
        match = (
            _POWER.match(text, number.end)
            if text[number.end : number.end + 1] in ("^", "x", "\u00d7", "e", "E")
            else None
        )
        if match is None:
            return number
        try:
            if match["e"]:
                value = number.value.scaleb(int(match["e"]), _EXACT)
            else:
                power = int(match["power"]) * (-1 if match["sign"].endswith("-") else 1)
                ten = match.group()[0] in "x\u00d7"
                value = number.value.scaleb(power, _EXACT) if ten else _EXACT.power(number.value, Decimal(power))
        except (Overflow, ArithmeticError):
            return number
        return Number(value, _place(value), number.start, match.end())

    def _slashed(self, text: str, number: Number) -> Number:
        """`3/4`, `10 1/2`; dates and the like (`11/28/05`) are left alone."""
        if not number.digits:
            return number
        glyph = number.end + (text[number.end : number.end + 1] == " ")
        if text[glyph : glyph + 1] in self._glyphs:
            value = number.value + self._glyphs[text[glyph]]
            return Number(value, _place(value), number.start, glyph + 1)
        match = _SLASHED.match(text, number.end)
        whole = number.value
        if match is None or match["whole"] is None:
            match, whole = _SLASHED.match(text, number.start), Decimal(0)
            if match is None or match["whole"]:
                return number
        above, below = int(match["above"]), int(match["below"])
        if not 0 < above < below:
            return number
        share = _EXACT.divide(Decimal(above), Decimal(below))
        return Number(whole + share, _SHARE_PRECISION, number.start, match.end(), fraction=not whole)

    def _scaled(self, text: str, number: Number, *, money: bool) -> Number:
        """The number with the scale that stands behind it: `5 million`, `1.22bn`, `500 crore`."""
        match = _WORD.match(text, number.end)
        if match is None:
            return number
        word, gap = match["word"], match["gap"]
        abbreviations = self._money if money else self._abbreviations
        factor, end = 0, match.end()
        if word in abbreviations and gap in ("", " ") and not text[end : end + 1].isdigit():
            factor = abbreviations[word] if gap == "" or len(word) > 1 or money or word in "MG" else 0
        if not factor and gap:
            factor = self._scales.get(word.lower(), 0)
        if not factor:
            return number
        scaled = _by(number, Decimal(factor), end)
        return self._more(text, scaled)

    # --- words ---

    def _words(self, text: str, start: int) -> Number | None:
        match = _WORD.match(text, start)
        if match is None or match["gap"]:
            return None
        if match["word"] in _ARTICLES and not self._article.match(text, start):
            return None
        if match["word"].lower() in ("minus", "negative"):
            inner = self.at(text, match.end() + 1)
            return replace(inner, value=-inner.value, start=start) if inner else None
        run = self._run(text, start)
        found = _read(run) if run else None
        if found is None:
            return self._vague_at(text, start)
        if found.share_of_one and not _is_share(text, run, found):
            return None
        end = run[found.next - 1].end
        precision = _SHARE_PRECISION * found.scale if found.share_of_one else _place(found.value)
        return Number(found.value, precision, start, end, found.scale, fraction=found.share_of_one, words=True)

    def _run(self, text: str, start: int) -> list[_Token]:
        """The number words from here on, at most `_LONGEST`."""
        tokens: list[_Token] = []
        position = start
        while len(tokens) < _LONGEST:
            match = _WORD.match(text, position)
            known = self._tokens.get(match["word"].lower()) if match else None
            if match is None or known is None or (tokens and not match["gap"]):
                break
            kind, value = known
            tokens.append(
                _Token(kind, value, match.end(), plural=match["word"][-1] in "sS", hyphen="-" in match["gap"])
            )
            position = match.end()
        return tokens

    def _more(self, text: str, number: Number) -> Number:
        """What goes on behind a scale: `5 million and a half`, `6 crore and two hundred`."""
        lower = _LOWER.match(text, number.end)
        smaller = self._digits(text, lower.start(1), money=False) if lower else None
        if smaller and 1 < smaller.scale < number.scale and smaller.value < number.scale:
            return replace(number, value=number.value + smaller.value, precision=smaller.precision, end=smaller.end)
        run = self._run(text, number.end)
        if len(run) < 2 or run[0].kind != "and":  # noqa: PLR2004 - "and" and what it adds
            return number
        share = _added_share(run, 0, number.scale)
        if share is None:
            found = _cardinal(run, 1, number.scale)
            share = found if found and (number.scale == 100 or found[0] > 1) else None  # noqa: PLR2004 - "3 million and one more"
        if share is None:
            return number
        value = number.value + share[0]
        return replace(number, value=value, precision=_place(value), end=run[share[1] - 1].end, digits="")

    def _vague_at(self, text: str, start: int) -> Number | None:
        """`dozens`, `tens of thousands`, `several hundred`."""
        match = _VAGUE.match(text, start)
        if match is None:
            return None
        if match["few"]:
            value = Decimal(2 * self._scales.get(match["scale"].lower(), 0))
            return Number(value, value, start, match.end(), vague=True, words=True) if value else None
        many, of, end = match["many"].lower(), (match["of"] or "").lower(), match.end("many")
        value = Decimal(self._vague.get(many, 0))
        if of in self._vague and of in self._scales:
            value, end = value * self._scales[of], match.end()
        elif many in ("tens", "scores") and text[end : end + 4] != " of ":
            return None
        return Number(value, value, start, end, vague=True, words=True) if value else None


# --- the grammar of number words: each reader takes a run and a place in it and gives a value and the place behind ---


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    value: int
    end: int
    plural: bool
    hyphen: bool


@dataclass(frozen=True, slots=True)
class _Found:
    value: Decimal
    next: int
    scale: Decimal = Decimal(1)
    share_of_one: bool = False


_Read = tuple[Decimal, int]
_END = _Token("", 0, 0, plural=False, hyphen=False)


def _at(run: list[_Token], place: int) -> _Token:
    return run[place] if place < len(run) else _END


def _read(run: list[_Token]) -> _Found | None:
    """A whole number in words, a share, or a number with a share."""
    first, second = _at(run, 0), _at(run, 1)
    start = 1 if first.kind == "a" else 0
    if _at(run, start).kind == "fractions":
        return _part(run, start)
    cardinal = _cardinal(run, 0, None)
    if cardinal is None:
        return None
    value, place = cardinal
    after = _at(run, place)
    if after.kind == "fractions" and (after.plural or value == 1) and start == 0:
        return _with_scale(run, _Found(_share(int(value), after.value), place + 1, share_of_one=value < after.value))
    scale = next((Decimal(t.value) for t in reversed(run[:place]) if t.kind in ("scales", "plural_scales")), Decimal(1))
    if after.kind == "point":
        value, place = _decimals(run, value, place)
    added = _added_share(run, place, scale)
    if added:
        return _with_scale(run, _Found(value + added[0], added[1], scale))
    if after.kind == "point":
        return _with_scale(run, _Found(value, place))
    return _Found(value, place, scale) if second is not _END or first.kind != "a" else None


def _part(run: list[_Token], place: int) -> _Found | None:
    """`half a million`, `quarter million`, `a third`."""
    below = _at(run, place)
    after = _at(run, place + 1)
    scale_at = place + 2 if after.kind == "a" else place + 1
    scale = _at(run, scale_at)
    if scale.kind in ("scales", "hundred"):
        return _Found(_share(1, below.value) * scale.value, scale_at + 1, Decimal(scale.value))
    return _Found(_share(1, below.value), place + 1, share_of_one=True)


def _with_scale(run: list[_Token], found: _Found) -> _Found:
    scale = _at(run, found.next)
    if found.scale != 1 or scale.kind not in ("scales", "hundred"):
        return found
    return _Found(found.value * scale.value, found.next + 1, Decimal(scale.value))


def _cardinal(run: list[_Token], place: int, ceiling: Decimal | None) -> _Read | None:
    total, end = Decimal(0), place
    while True:
        group = _group(run, place)
        if group is None and end == 0 and _at(run, place).kind in ("scales", "a"):
            group = Decimal(1), place + (_at(run, place).kind == "a")
            if _at(run, group[1]).kind != "scales":
                return None
        if group is None or (end and _at(run, group[1]).kind == "fractions"):
            break
        value, place = group
        scale = _at(run, place)
        factor = Decimal(scale.value) if scale.kind in ("scales", "plural_scales") else Decimal(1)
        if ceiling is not None and value * factor >= ceiling:
            break
        total, end = total + value * factor, place + (factor != 1)
        if factor == 1:
            break
        ceiling, place = factor, end + (_at(run, end).kind == "and")
    return (total, end) if end else None


def _group(run: list[_Token], place: int) -> _Read | None:
    """A number below a thousand."""
    first = _at(run, place)
    if first.kind == "hundred" or (first.kind == "a" and _at(run, place + 1).kind == "hundred"):
        value, place = 1, place + (first.kind == "a")
    else:
        below = _below_hundred(run, place)
        if below is None:
            return None
        value, place = int(below[0]), below[1]
        if _at(run, place).kind != "hundred":
            return below
    value, place = value * 100, place + 1
    joined = _at(run, place).kind == "and"
    more = _below_hundred(run, place + joined)
    # "one hundred and thirty fifths" is 26, "one hundred and three quarters" 100.75.
    part = _at(run, more[1]) if more else _END
    shared = joined and more and part.kind == "fractions" and (more[0] < 10 or part.value >= 100)  # noqa: PLR2004
    if more and not shared and _at(run, more[1]).kind != "hundred":
        return value + more[0], more[1]
    return Decimal(value), place


def _below_hundred(run: list[_Token], place: int) -> _Read | None:
    first, second = _at(run, place), _at(run, place + 1)
    if first.kind == "tens":
        joined = second.kind == "units"
        return Decimal(first.value + second.value * joined), place + 1 + joined
    return (Decimal(first.value), place + 1) if first.kind in ("units", "teens") else None


def _decimals(run: list[_Token], value: Decimal, place: int) -> _Read:
    """`five point five`, `nine point nought four`, `two hundred point seventy-one`."""
    digits, end = "", place + 1
    while (below := _below_hundred(run, end)) is not None:
        digits, end = digits + str(below[0]), below[1]
    return (value + Decimal(f"0.{digits}"), end) if digits else (value, place)


def _added_share(run: list[_Token], place: int, scale: Decimal) -> _Read | None:
    """`and a half`, `and three quarters`: of the scale that follows, or else of the one before."""
    if _at(run, place).kind != "and":
        return None
    one = _at(run, place + 1).kind == "a"
    above = (Decimal(1), place + 2) if one else _below_hundred(run, place + 1)
    below = _at(run, above[1]) if above else _END
    if above is None or below.kind != "fractions" or not (below.plural or above[0] == 1) or above[0] >= below.value:
        return None
    share, end, after = _share(int(above[0]), below.value), above[1] + 1, _at(run, above[1] + 1)
    if after.kind in ("scales", "plural_scales") and after.value < scale:
        return share * after.value, end + 1
    return share * (scale if scale >= _THOUSAND else 1), end


def _is_share(text: str, run: list[_Token], found: _Found) -> bool:
    """`a third of the vote` is a share, `a third man` and `three quarters of growth` may be none."""
    below = run[found.next - 1]
    if below.value == 2 or below.plural or run[0].kind == "units":  # noqa: PLR2004 - halves
        return True
    return text[below.end : below.end + 4].lower() == " of " and run[0].kind == "a"


def _decimal(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    written = re.sub(r"[^\d.,]", "", match.group())
    if match["dots"]:
        written = written.replace(".", "").replace(",", ".")
    elif match["comma"]:
        written = written.replace(",", "")
    else:
        written = written.replace(",", ".")
    value = Decimal(written)
    return value, _place(value, stated="." in written)


def _of_glyph(share: str) -> Decimal:
    above, below = share.split("/")
    return _share(int(above), int(below))


def _share(above: int, below: int) -> Decimal:
    return _EXACT.divide(Decimal(above), Decimal(below))


def _place(value: Decimal, *, stated: bool = False) -> Decimal:
    """The place value of the last digit, zeros at the end left out unless they are stated behind a point."""
    if not value:
        return Decimal(1)
    exponent = value.as_tuple().exponent if stated else value.normalize(_EXACT).as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _by(number: Number, factor: Decimal, end: int) -> Number:
    value = _EXACT.multiply(number.value, factor)
    # "1.0 million" states its tenths, "1,000 million" no more than its billion.
    precision = number.precision * factor
    return replace(number, value=value, precision=precision, end=end, scale=factor, digits="")
