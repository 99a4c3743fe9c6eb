"""Which figures of a text and its translation answer none of the other's: sets of values, in any order and form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from checker.across.figures import Figure
from checker.across.units import Scale, unit_at

# Two digits may name the years of a century: the eighties.
_CENTURIES = (1900, 2000, 1800)
_LAST_YEAR = 2100
# An hour and a half is 90 minutes, a year and a half 18 months.
_SIXTIES, _HALF = (12, 24, 60), Decimal("0.5")
_TEN, _HUNDRED = 10, 100


class Gap(NamedTuple):
    """What is at odds: a figure of each text, or of one alone."""

    left: Figure | None
    right: Figure | None


@dataclass(frozen=True, slots=True)
class Text:
    """One of the two texts.

    Attributes:
        text: as read.
        language: ISO 639-1 code.
        known: the language has tables, so that number words can be read.
        figures: its figures, by position.
        start: where the text begins in its story.
    """

    text: str
    language: str
    known: bool
    figures: tuple[Figure, ...]
    start: int = 0


def gaps(left: Text, right: Text, scale: Scale) -> list[Gap]:
    """The figures that nothing of the other text answers, those together that stand where the other stands.

    A figure in words is at odds only with a figure of the other text that is at odds too.

    Args:
        left: a text.
        right: its translation.
        scale: sizes of units, for what was converted.
    """
    lost, added = _unanswered(left, right, scale), _unanswered(right, left, scale)
    pairs = _paired(lost, added, left, right)
    lost, added = _rest(lost, added, pairs)
    pairs += _with_doubtful(lost, added, left, right)
    lost, added = _rest(lost, added, pairs)
    alone = [Gap(one, None) for one in lost if _alone(one, right)]
    alone += [Gap(None, one) for one in added if _alone(one, left)]
    return pairs + alone


def _rest(lost: list[Figure], added: list[Figure], pairs: list[Gap]) -> tuple[list[Figure], list[Figure]]:
    """What stands in no pair."""
    taken = {figure for pair in pairs for figure in pair}
    return [one for one in lost if one not in taken], [one for one in added if one not in taken]


def answers(left: Text, right: Text) -> list[tuple[Figure, Figure]]:
    """The figures that say the same in both texts, each with the first of the other text that is free."""
    free = [figure for figure in right.figures if figure.strength > 0 and figure.values]
    pairs: list[tuple[Figure, Figure]] = []
    for figure in left.figures:
        stated = figure.strength > 0 and bool(figure.values)
        answer = next((one for one in free if stated and figure.values[0] in one.all), None)
        if answer is not None:
            free.remove(answer)
            pairs.append((figure, answer))
    return pairs


def _alone(figure: Figure, other: Text) -> bool:
    """Digits ask for an answer by themselves, where the number words of the other text can be read."""
    return figure.strength > 1 and other.known


def _unanswered(own: Text, other: Text, scale: Scale) -> list[Figure]:
    held = frozenset(value for figure in other.figures for value in figure.all)
    # July is written with a seven in many languages, but does not answer seven students.
    named = frozenset(value for figure in other.figures if not figure.month for value in figure.all)
    kept = frozenset(other.text[figure.start : figure.end] for figure in other.figures if figure.strength > 1)
    stated = [
        figure
        for figure in own.figures
        if _is_stated(figure) and (other.known or figure.strength > 1) and not _is_kept(figure, own, kept)
    ]
    return [
        one
        for one in stated
        if not is_held(one, held if one.strength > 1 else named) and not _is_converted(one, own, other, scale)
    ]


def _is_kept(figure: Figure, own: Text, kept: frozenset[str]) -> bool:
    """Versions, addresses and numbers of parts are written with points in every language: 2.100 is no two thousand."""
    written = own.text[figure.start : figure.end]
    return "." in written and written in kept


def _is_stated(figure: Figure) -> bool:
    """It says a number that a translation has to say as well: one and none come and go with the wording."""
    least = 0 if figure.strength > 1 else 1
    return figure.strength > 0 and (figure.values or figure.parts)[0] > least


def is_held(figure: Figure, held: frozenset[Decimal]) -> bool:
    """Whether one of its values, or all of its parts, are among some values."""
    parts = [part for part in figure.parts if part]
    if any(_is_among(value, held) for value in figure.values):
        return True
    return bool(parts) and all(_is_among(part, held) for part in parts)


def _is_among(value: Decimal, held: frozenset[Decimal]) -> bool:
    if value in held or any(
        value / unit % 1 == _HALF and value / unit in held for unit in _SIXTIES if value < _LAST_YEAR
    ):
        return True
    if not 0 < value < _LAST_YEAR or value % _TEN:
        return False
    if value < _HUNDRED:
        return any(century + value in held for century in _CENTURIES)
    return any(0 < value - century < _HUNDRED and value - century in held for century in _CENTURIES)


def _is_converted(figure: Figure, own: Text, other: Text, scale: Scale) -> bool:
    """The other text has it in another unit."""
    unit = unit_at(own.text, figure.end, own.language)
    if unit is None or not figure.values:
        return False
    for answer in other.figures:
        there = unit_at(other.text, answer.end, other.language)
        other_unit = there is not None and there != unit and bool(answer.values)
        if other_unit and there is not None and scale.same(figure.values[0], unit, answer.values[0], there):
            return True
    return False


def _paired(lost: Sequence[Figure], added: Sequence[Figure], left: Text, right: Text) -> list[Gap]:
    """The unanswered figures of both texts, each with that which stands where it stands."""
    if len(lost) == len(added):
        return [Gap(one, other) for one, other in zip(lost, added, strict=True)]
    pairs: list[Gap] = []
    free = list(added)
    for one in lost:
        if free:
            answer = min(free, key=lambda other: _apart(one, other, left, right))
            free.remove(answer)
            pairs.append(Gap(one, answer))
    return pairs


def _apart(one: Figure, other: Figure, left: Text, right: Text) -> float:
    return abs(one.start / max(1, len(left.text)) - other.start / max(1, len(right.text)))


def _with_doubtful(lost: Sequence[Figure], added: Sequence[Figure], left: Text, right: Text) -> list[Gap]:
    """An unanswered figure and one of the other text that is doubtful, or stands there more often than here."""
    ours = _spare(left, right) if added else []
    theirs = _spare(right, left) if lost else []
    pairs = [Gap(min(ours, key=lambda own: _apart(own, one, left, right)), one) for one in added if ours]
    return pairs + [Gap(one, min(theirs, key=lambda own: _apart(one, own, left, right))) for one in lost if theirs]


def _spare(own: Text, other: Text) -> list[Figure]:
    """What may be at odds in one of the texts, where something of the other is.

    A doubtful figure without an answer, one said more often than there, or one that only a word answers that states no
    number (three, triple).
    """
    held = frozenset(value for figure in other.figures for value in figure.all)
    doubtful = [one for one in own.figures if one.strength == 0 and one.values[0] > 1 and not is_held(one, held)]
    here = Counter(one.values[0] for one in own.figures if one.strength > 0 and one.values)
    there = Counter(value for one in other.figures for value in set(one.all))
    often = [
        one for one in own.figures if one.strength > 0 and one.values and here[one.values[0]] > there[one.values[0]]
    ]
    firm = frozenset(value for figure in other.figures if figure.strength >= 0 for value in figure.all)
    loosely = [one for one in own.figures if _is_stated(one) and not is_held(one, firm)]
    return doubtful + often + loosely
