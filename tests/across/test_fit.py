"""Figures of one value that differ in what they are figures of."""

from __future__ import annotations

import pytest

from checker.across.figures import figures
from checker.across.fit import unfit
from checker.across.matching import Text
from checker.across.units import scale
from checker.rules import Ruleset


def _unfit(ruleset: Ruleset, left: str, language: str, right: str) -> int:
    words = ruleset.words("across")
    sizes = scale(ruleset.words("quantity"), words["conversion"])
    texts = [
        Text(text, code, known=True, figures=figures(text, code)) for text, code in ((left, language), (right, "en"))
    ]
    return len(unfit(texts[0], texts[1], sizes, words))


@pytest.mark.parametrize(
    ("left", "language", "right"),
    [
        ("Die Straße ist 48 km lang.", "de", "The road is 48 miles long."),
        ("大桥耗资300万美元。", "zh", "The bridge cost 3 million euros."),
        ("Le pont a coûté 3 millions d'euros.", "fr", "The bridge cost $3 million."),
        ("大桥下午3点开放。", "zh", "The bridge opened at 3 a.m."),
        ("Die Brücke öffnet um 15:30.", "de", "The bridge opens at 3:30 a.m."),
    ],
)
def test_does_not_fit(ruleset: Ruleset, left: str, language: str, right: str) -> None:
    assert _unfit(ruleset, left, language, right) == 1


@pytest.mark.parametrize(
    ("left", "language", "right"),
    [
        ("Die Straße ist 48 km lang.", "de", "The road is 48 kilometres long."),
        ("Die Straße ist 48 km lang.", "de", "The road is 48 long."),
        ("Er fuhr 48 km/h.", "de", "He drove at 48 kilometres per hour."),
        ("大桥耗资300万美元。", "zh", "The bridge cost $3 million."),
        ("橋の費用は300万円。", "ja", "The bridge cost 3 million yen."),
        ("Le pont a coûté 3 dollars canadiens.", "fr", "The bridge cost $3."),
        ("大桥下午3点开放。", "zh", "The bridge opened at 3 p.m., 3 a.m. in Leeds."),
        ("Die Brücke öffnet um 15:30.", "de", "The bridge opens at 3:30."),
        ("Die Brücke öffnet um 12:30.", "de", "The bridge opens at 12:30 p.m."),
    ],
)
def test_fits_or_not_to_be_told(ruleset: Ruleset, left: str, language: str, right: str) -> None:
    assert _unfit(ruleset, left, language, right) == 0
