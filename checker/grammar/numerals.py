"""Numbers as they are written: digits, words, or both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, Overflow
from typing import Any

from checker.grammar.number_words import EXACT, Run, Spelled, Word, more, share, spelled
from checker.grammar.patterns import either
from checker.model import Amount

_LONGEST = 24
_REACH = 24
_HUNDRED = 100
# One hundredth of the last stated place: "a third" is no more exact than 33%.
_SHARE_PRECISION = Decimal("0.01")

_DIGITS = re.compile(
    r"""(?P<comma>\d{1,3}(?:,\d{3}){1,8}(?!\d)(?:\.\d{1,12})?)
      | (?P<space>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,8}(?!\d)(?:[.,]\d{1,12}(?!\d))?)
      | (?P<dots>\d{1,3}(?:\.\d{3}){2,8}(?![\d.])|\d{1,3}\.000(?!\d|[.,]\d)|\d{1,3}(?:\.\d{3}){1,8},\d{1,2}(?!\d))
      | (?P<plain>\d+(?:\.\d{1,12}|,\d{1,2}(?![\d,]))?|\.\d{1,12})""",
    re.VERBOSE,
)
_SPACED_DECIMAL = re.compile(r" \. (\d{1,4})(?![\d,])")
_POWER = re.compile(r"(?:[x\u00d7]10)?\^(?P<sign>[+-]{0,2})(?P<power>\d{1,3})(?!\d)|[eE](?P<e>[+-]?\d{1,3})(?![\w])")
_SLASHED = re.compile(r"(?P<whole>[ -])?(?P<above>\d{1,3}) ?/ ?(?P<below>\d{1,3})(?![\d/])")
_LOWER = re.compile(r" (\d{1,3}) [a-z]")
_TENS = re.compile(r" and (\d\d)(?![\d.,:/%-])")
_NTH = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,4})(st|nd|rd|th)\b", re.IGNORECASE)
_FIRST = re.compile(r"(?<!1)1\Z")
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

    def amount(self, *, unit: str | None = None, currency: str | None = None) -> Amount:
        """The number as an amount."""
        return Amount(
            amount=self.value,
            unit=unit,
            currency=currency,
            precision=self.precision,
            at_least=self.vague,
            about=self.vague,
        )


class Numerals:
    """The grammar of numbers, compiled from `[numbers]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["numbers"]
        kinds = ("joints", "units", "teens", "tens", "fractions", "plural_scales", "scales")
        self._words = {word: (kind, value) for kind in kinds for word, value in table[kind].items()}
        for word in table["joints"]:
            self._words[word] = ("a" if word == "an" else word, table["joints"][word])
        self._words["hundred"] = ("hundred", 100)
        self._scales: dict[str, int] = {**table["scales"], **table["plural_scales"]}
        self._tens: dict[str, int] = table["tens"]
        self._vague: dict[str, int] = table["vague"]
        self._ordinals: dict[str, int] = table["ordinals"]
        self._negative = frozenset(table["negative"])
        self._of_scores = frozenset(table["vague_of"])
        self._glyphs = {sign: share(*map(int, ratio.split("/"))) for sign, ratio in table["glyphs"].items()}
        self._abbreviations: dict[str, int] = table["abbreviations"]
        # "2m people" and "2m tonnes" are millions, "2m" alone and "2m high" are metres.
        units = (name for entry in words["unit"].values() for name in entry.get("names", ()))
        self._counted = frozenset([*words["counted"]["nouns"], *(name.split(" ")[0] for name in units)])
        counted = either(words["counted"]["before"])
        self._counted_before = re.compile(rf"(?:{counted}) (?:of |is |was )?\Z", re.IGNORECASE)
        self._below_nought = re.compile(rf"\b(?:{either(table['minus_after'])}) [-\u2212] \Z", re.IGNORECASE)
        self._money: dict[str, int] = {**table["abbreviations"], **table["money_abbreviations"]}
        few = table["few"]
        self._article = re.compile(rf"an?[ ](?:few|{either([*table['scales'], *table['fractions']])})\b", re.IGNORECASE)
        self._several = re.compile(
            rf"(?P<few>{either(few)}) (?P<scale>\w{{4,8}})|(?P<many>\w{{4,9}})(?: of (?P<of>\w{{5,9}}))?",
            re.IGNORECASE,
        )
        starts = [*self._words, *self._vague, *self._ordinals, *(phrase.split()[0] for phrase in few), *self._negative]
        self.starts = frozenset(starts) - {"and", "point"}
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
        return self._spelled(text, start)

    def is_below_nought(self, text: str, start: int) -> bool:
        """A number here has a minus before it, set off like a dash: `fell to - 20 degrees`."""
        return bool(self._below_nought.search(text, max(0, start - _REACH), start))

    def ordinal(self, text: str, start: int) -> Number | None:
        """The ordinal that begins at a character (`second`, `twenty-first`, `3rd`), if one does."""
        match = _WORD.match(text, start)
        if match is None:
            digits = _NTH.match(text, start)
            # "12st" is a weight.
            if digits and digits[2].lower() == "st" and not _FIRST.search(digits[1]):
                return None
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
        return self._scaled(text, self._slashed(text, _power(text, number)), money=money)

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
        return Number(whole + share(above, below), _SHARE_PRECISION, number.start, match.end(), fraction=not whole)

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
        if not factor and not gap and word in self._money:
            after = _WORD.match(text, end)
            counts = after and after["gap"] == " " and after["word"] in self._counted
            counts = counts or self._counted_before.search(text, max(0, number.start - _REACH), number.start)
            factor = self._money[word] if counts else 0
        if not factor:
            return number
        # "1.0 million" states its tenths, "1,000 million" no more than its billion.
        value, precision = EXACT.multiply(number.value, Decimal(factor)), number.precision * factor
        scaled = replace(number, value=value, precision=precision, end=end, scale=Decimal(factor), digits="")
        return self._more(text, scaled)

    def _more(self, text: str, number: Number) -> Number:
        """What goes on behind a scale: `5 million and a half`, `6 crore and two hundred`."""
        lower = _LOWER.match(text, number.end)
        smaller = self._digits(text, lower.start(1), money=False) if lower else None
        if smaller and 1 < smaller.scale < number.scale and smaller.value < number.scale:
            return replace(number, value=number.value + smaller.value, precision=smaller.precision, end=smaller.end)
        tens = _TENS.match(text, number.end) if number.scale == _HUNDRED else None
        if tens:
            return replace(number, value=number.value + int(tens[1]), precision=Decimal(1), end=tens.end())
        run = self._run(text, number.end)
        added = more(run, number.scale)
        if added is None:
            return number
        value = number.value + added[0]
        return replace(number, value=value, precision=_place(value), end=run[added[1] - 1].end, digits="")

    # --- words ---

    def _spelled(self, text: str, start: int) -> Number | None:
        match = _WORD.match(text, start)
        if match is None or match["gap"]:
            return None
        word = match["word"].lower()
        if word in self._negative:
            inner = self.at(text, match.end() + 1)
            return replace(inner, value=-inner.value, start=start) if inner else None
        if self._words.get(word, ("", 0))[0] == "a" and not self._article.match(text, start):
            return None
        run = self._run(text, start)
        found = spelled(run) if run else None
        if found is None:
            return self._vague_at(text, start)
        if found.share_of_one and not _is_share(text, run, found):
            return None
        end = run[found.next - 1].end
        precision = _SHARE_PRECISION * found.scale if found.share_of_one else _place(found.value)
        return Number(found.value, precision, start, end, found.scale, fraction=found.share_of_one, words=True)

    def _run(self, text: str, start: int) -> Run:
        """The number words from here on, at most `_LONGEST`."""
        run: Run = []
        position = start
        while len(run) < _LONGEST:
            match = _WORD.match(text, position)
            known = self._words.get(match["word"].lower()) if match else None
            if match is None or known is None or (run and not match["gap"]):
                break
            run.append(Word(*known, match.end(), plural=match["word"][-1] in "sS"))
            position = match.end()
        return run

    def _vague_at(self, text: str, start: int) -> Number | None:
        """`dozens`, `tens of thousands`, `several hundred`."""
        match = self._several.match(text, start)
        if match is None:
            return None
        if match["few"]:
            value = Decimal(2 * self._scales.get(match["scale"].lower(), 0))
            return Number(value, value, start, match.end(), vague=True, words=True) if value else None
        many, of, end = match["many"].lower(), (match["of"] or "").lower(), match.end("many")
        value = Decimal(self._vague.get(many, 0))
        if of in self._vague and of in self._scales:
            value, end = value * self._scales[of], match.end()
        elif many in self._of_scores and text[end : end + 4] != " of ":
            return None
        return Number(value, value, start, end, vague=True, words=True) if value else None


def _power(text: str, number: Number) -> Number:
    """`6x10^9`, `1e6`."""
    marked = text[number.end : number.end + 1] in ("^", "x", "\u00d7", "e", "E")
    match = _POWER.match(text, number.end) if marked else None
    if match is None:
        return number
    try:
        if match["e"]:
            value = number.value.scaleb(int(match["e"]), EXACT)
        else:
            power = int(match["power"]) * (-1 if match["sign"].endswith("-") else 1)
            ten = match.group()[0] in "x\u00d7"
            value = number.value.scaleb(power, EXACT) if ten else EXACT.power(number.value, Decimal(power))
    except (Overflow, ArithmeticError):
        return number
    return Number(value, _place(value), number.start, match.end())


def _is_share(text: str, run: Run, found: Spelled) -> bool:
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


def _place(value: Decimal, *, stated: bool = False) -> Decimal:
    """The place value of the last digit, zeros at the end left out unless they are stated behind a point."""
    if not value:
        return Decimal(1)
    exponent = value.as_tuple().exponent if stated else value.normalize(EXACT).as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
