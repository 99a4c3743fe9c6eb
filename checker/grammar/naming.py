"""Numbers that name a thing, and state no amount."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.grammar.numerals import Number
from checker.grammar.patterns import either, ending

_PHONE = re.compile(r"\+\d[\d ()-]{6,18}\d|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?!\d)|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)")
_DOTTED = re.compile(r"\d{1,4}(?:\.\d{1,4}){2,5}(?![\d,])")
_DOTTED_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}")
_RUN = re.compile(r"\w+(?:[-./:]\w+){0,8}")
_LABEL = re.compile(r"([^\W\d_]+) ?\.?[ #]{0,2}\Z|#\Z")
_CAPITALS = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")
_CLAUSE = re.compile(r"(?<=\d\()\d{1,3}(?=\))")
_LOWER_BEFORE = re.compile(r"[a-z] \Z")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_REACH = 40
_LABEL_REACH = 16
_AROUND = 200


class Naming:
    """What tells such numbers, compiled from `[other]` and `[around]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        table, around = words["other"], words["around"]
        self._labels = frozenset(table["labels"])
        self._part_of = frozenset(table["part_of"])
        self._named = re.compile(rf"(?:{either(table['names'])})(?!\w)")
        self._before_names = re.compile(rf"(?<!\w)(?:{either(table['before_names'])}) \Z")
        self._idioms = re.compile(rf"(?:{either(table['idioms'])})(?!\w)", re.IGNORECASE)
        self._street = re.compile(rf"\d{{1,5}} (?:[A-Z][\w.]{{0,15}} ){{1,3}}(?:{either(table['streets'])})\b")
        self._joined = ending([*around["magnitude_before"], *around["joined"]])

    def end_of_name(self, text: str, at: int) -> int | None:
        """Where `9/11`, `5G`, `24 Harbour Street`, the clause of `Article 5(2)` end that begin at a character."""
        match = self._named.match(text, at) or self._street.match(text, at) or _CLAUSE.match(text, at)
        return match.end() if match else None

    def end_of_idiom(self, text: str, at: int) -> int | None:
        """Where `zero-sum` and the like end, and a name that begins with a number word: `Six Nations`."""
        match = self._idioms.match(text, at)
        if match:
            return match.end()
        named = _CAPITALS.match(text, at)
        if named is None or not _LOWER_BEFORE.search(text, max(0, at - 2), at):
            return None
        line = text[max(0, at - _AROUND) : at].rpartition("\n")[2] + text[at : at + _AROUND].partition("\n")[0]
        return named.end() if _is_prose(line) else None

    def end_of_code(self, text: str, at: int) -> int | None:
        """Where a telephone number, a version or an address in numbers ends."""
        match = _PHONE.match(text, at) or _DOTTED.match(text, at)
        return match.end() if match and not _DOTTED_THOUSANDS.fullmatch(match.group()) else None

    def end_of_run(self, text: str, at: int) -> int:
        """Where what sticks to the digits ends."""
        match = _RUN.match(text, at)
        return match.end() if match else at + 1

    def is_compound(self, text: str, at: int) -> bool:
        """`F-16`, `Covid-19`: a number that a hyphen ties to a word before it, unless that is `magnitude-`."""
        if at < 2 or text[at - 1] != "-" or not text[at - 2].isalnum():  # noqa: PLR2004 - a letter and the hyphen
            return False
        return not self._joined.search(text, max(0, at - _REACH), at)

    def is_label(self, text: str, number: Number) -> bool:
        """`Flight 370`, `No. 10`, `World War Two`; and `the first half`, a part that is no share."""
        reach = max(0, number.start - _LABEL_REACH)
        if number.words and text[number.start].isupper() and self._before_names.search(text, reach, number.start):
            return True
        if not (number.digits or (number.fraction and number.words)):
            return False
        label = _LABEL.search(text, reach, number.start)
        if label is None or label[1] is None:
            return bool(label and number.digits)
        return label[1].lower() in (self._labels if number.digits else self._part_of)


def _is_prose(line: str) -> bool:
    """Most of its longer words are in lower case; a headline may capitalise them all."""
    words: list[str] = _LONG_WORD.findall(line)
    return 2 * sum(word[0].isupper() for word in words) < len(words)
