"""Figures of one value that do not fit all the same: 48 km and 48 miles, 3 a.m. and 3 p.m., $5 and €5."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker.across.figures import Figure
from checker.across.kinds import currency_at
from checker.across.matching import Gap, Text
from checker.across.units import Scale, unit_at

Trait = Callable[[Figure, Text], frozenset[str]]


def unfit(left: Text, right: Text, scale: Scale, words: Mapping[str, Any]) -> list[Gap]:
    """The figures of two texts that have one value, and differ in half of the day, currency or unit of length.

    Args:
        left: a text.
        right: its translation.
        scale: sizes of units.
        words: the tables of `rules/across.toml`.
    """
    return [*_by(_half, left, right), *_by(_currency(words), left, right), *_by(_unit(scale), left, right)]


def _by(trait: Trait, left: Text, right: Text) -> list[Gap]:
    """The figures of one value that have the trait in both texts, and nowhere the same."""
    found: list[Gap] = []
    for figure in left.figures:
        mine = trait(figure, left) if figure.strength > 0 else frozenset()
        if not mine:
            continue
        answers = [other for other in right.figures if other.strength > 0 and set(figure.values[:1]) & set(other.all)]
        theirs = [trait(other, right) for other in answers]
        same = [own for own in left.figures if own.strength > 0 and set(own.values[:1]) & set(figure.values[:1])]
        if len(answers) == len(same) == 1 and theirs[0] and mine.isdisjoint(theirs[0]):
            found.append(Gap(figure, answers[0]))
    return found


def _half(figure: Figure, text: Text) -> frozenset[str]:
    del text
    return frozenset({figure.half} if figure.half else ())


def _currency(words: Mapping[str, Any]) -> Trait:
    """The currencies that a sum may be in."""
    kin: Mapping[str, list[str]] = words["currency_kin"]

    def trait(figure: Figure, text: Text) -> frozenset[str]:
        currency = currency_at(figure, text.text, text.language, words)
        return frozenset({currency, *kin.get(currency, ())}) if currency else frozenset()

    return trait


def _unit(scale: Scale) -> Trait:
    """The unit, if it is one of length: only two of one dimension can be at odds."""

    def trait(figure: Figure, text: Text) -> frozenset[str]:
        unit = unit_at(text.text, figure.end, text.language)
        return frozenset({unit}) if unit is not None and unit in scale.sizes["length"] else frozenset()

    return trait
