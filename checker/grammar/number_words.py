"""Numbers spelled out: a run of number words to a value.

Each reader takes the run and a place in it, and gives a value and the place behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

# 28 digits: more than any story states.
EXACT = Context(prec=28)
_THOUSAND = 1000
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Word:
    """A number word of a run.

    Attributes:
        kind: the table of rules/figures.toml that it stands in, or `and`, `a`, `hundred`, `point`.
        value: what it stands for; of a share what lies below the line.
        end: where it ends in the text.
        plural: it ends on s.
    """

    kind: str
    value: int
    end: int
    plural: bool


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a run of number words says.

    Attributes:
        value: exact.
        next: the place in the run behind it.
        scale: the factor of the last scale word, 1 without one.
        share_of_one: nothing but a share (`three quarters`).
    """

    value: Decimal
    next: int
    scale: Decimal = Decimal(1)
    share_of_one: bool = False


Run = list[Word]
_Read = tuple[Decimal, int]
_END = Word("", 0, 0, plural=False)
_SCALES = ("scales", "plural_scales")


def spelled(run: Run) -> Spelled | None:
    """A whole number in words, a share, or a number with a share; None when the run begins with no number."""
    start = 1 if _at(run, 0).kind == "a" else 0
    if _at(run, start).kind == "fractions":
        return _part(run, start)
    return _spelled_below(run) or _mixed(run, start)


def more(run: Run, scale: Decimal) -> _Read | None:
    """What `and` adds behind a scale: `(5 million) and a half`, `(6 crore) and two hundred`."""
    if len(run) < 2 or run[0].kind != "and":  # noqa: PLR2004 - "and" and what it adds
        return None
    added = _added_share(run, 0, scale)
    if added is not None:
        return added
    found = _cardinal(run, 1, scale)
    # "3 million and one more" adds nothing.
    return found if found and (scale == _HUNDRED or found[0] > 1) else None


def share(above: int, below: int) -> Decimal:
    """One number divided by another."""
    return EXACT.divide(Decimal(above), Decimal(below))


def _at(run: Run, place: int) -> Word:
    return run[place] if place < len(run) else _END


def _part(run: Run, place: int) -> Spelled:
    """`half a million`, `quarter million`, `a third`."""
    below = _at(run, place)
    scale_at = place + 2 if _at(run, place + 1).kind == "a" else place + 1
    scale = _at(run, scale_at)
    if scale.kind in ("scales", "hundred"):
        return Spelled(share(1, below.value) * scale.value, scale_at + 1, Decimal(scale.value))
    return Spelled(share(1, below.value), place + 1, share_of_one=True)


def _spelled_below(run: Run) -> Spelled | None:
    """`one twenty-fifth`, `three one-hundredths`: a share of which two words tell what lies below the line."""
    for place in range(1, len(run) - 1):
        first, last = run[place], run[place + 1]
        if last.kind != "fractions":
            continue
        tens = first.kind == "tens" and last.value < 10  # noqa: PLR2004 - a digit
        one = first.kind == "units" and first.value == 1 and last.value >= _HUNDRED
        above = _cardinal(run[:place], 0, None) if tens or one else None
        if above and above[1] == place and (last.plural or above[0] == 1):
            below = first.value + last.value if tens else last.value
            return Spelled(share(int(above[0]), below), place + 2, share_of_one=above[0] < below)
    return None


def _mixed(run: Run, start: int) -> Spelled | None:
    """`twelve`, `three quarters`, `nine point five million`, `two and a half`."""
    cardinal = _cardinal(run, 0, None)
    if cardinal is None:
        return None
    value, place = cardinal
    after = _at(run, place)
    if after.kind == "fractions" and (after.plural or value == 1) and start == 0:
        return _with_scale(run, Spelled(share(int(value), after.value), place + 1, share_of_one=value < after.value))
    scale = next((Decimal(word.value) for word in reversed(run[:place]) if word.kind in _SCALES), Decimal(1))
    if after.kind == "point":
        value, place = _decimals(run, value, place)
    added = _added_share(run, place, scale)
    if added:
        return _with_scale(run, Spelled(value + added[0], added[1], scale))
    if after.kind == "point":
        return _with_scale(run, Spelled(value, place))
    return Spelled(value, place, scale) if len(run) > 1 or start == 0 else None


def _with_scale(run: Run, found: Spelled) -> Spelled:
    scale = _at(run, found.next)
    if found.scale != 1 or scale.kind not in ("scales", "hundred"):
        return found
    return Spelled(found.value * scale.value, found.next + 1, Decimal(scale.value))


def _cardinal(run: Run, place: int, ceiling: Decimal | None) -> _Read | None:
    """A whole number; below the ceiling, where there is one."""
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
        factor = Decimal(scale.value) if scale.kind in _SCALES else Decimal(1)
        if ceiling is not None and value * factor >= ceiling:
            break
        total, end = total + value * factor, place + (factor != 1)
        if factor == 1:
            break
        ceiling, place = factor, end + (_at(run, end).kind == "and")
    return (total, end) if end else None


def _group(run: Run, place: int) -> _Read | None:
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
    return _behind_hundred(run, place + 1, value * _HUNDRED)


def _behind_hundred(run: Run, place: int, hundreds: int) -> _Read:
    joined = _at(run, place).kind == "and"
    added = _below_hundred(run, place + joined)
    # "one hundred and thirty fifths" is 26, "one hundred and three quarters" 100.75.
    part = _at(run, added[1]) if added else _END
    shared = joined and added and part.kind == "fractions" and (added[0] < 10 or part.value >= _HUNDRED)  # noqa: PLR2004
    if added and not shared and _at(run, added[1]).kind != "hundred":
        return hundreds + added[0], added[1]
    return Decimal(hundreds), place


def _below_hundred(run: Run, place: int) -> _Read | None:
    first, second = _at(run, place), _at(run, place + 1)
    if first.kind == "tens":
        joined = second.kind == "units"
        return Decimal(first.value + second.value * joined), place + 1 + joined
    return (Decimal(first.value), place + 1) if first.kind in ("units", "teens") else None


def _decimals(run: Run, value: Decimal, place: int) -> _Read:
    """`five point five`, `nine point nought four`, `two hundred point seventy-one`."""
    digits, end = "", place + 1
    while (below := _below_hundred(run, end)) is not None:
        digits, end = digits + str(below[0]), below[1]
    return (value + Decimal(f"0.{digits}"), end) if digits else (value, place)


def _added_share(run: Run, place: int, scale: Decimal) -> _Read | None:
    """`and a half`, `and three quarters`: of the scale that follows, or else of the one before."""
    if _at(run, place).kind != "and":
        return None
    one = _at(run, place + 1).kind == "a"
    above = (Decimal(1), place + 2) if one else _below_hundred(run, place + 1)
    below = _at(run, above[1]) if above else _END
    if above is None or below.kind != "fractions" or not (below.plural or above[0] == 1) or above[0] >= below.value:
        return None
    part, end, after = share(int(above[0]), below.value), above[1] + 1, _at(run, above[1] + 1)
    if after.kind in _SCALES and after.value < scale:
        return part * after.value, end + 1
    return part * (scale if scale >= _THOUSAND else 1), end
