"""Figures in seventeen languages against their translations."""

from __future__ import annotations

import pytest

from checker.across.figures import figures
from checker.across.matching import Gap, Text, gaps
from checker.across.units import scale
from checker.rules import Ruleset
from tests.across.samples import SAMPLES


def _gaps(ruleset: Ruleset, left: str, language: str, right: str, other: str = "en") -> list[tuple[str, str]]:
    sizes = scale(ruleset.words("quantity"), ruleset.words("across")["conversion"])
    texts = [
        Text(text, code, known=True, figures=figures(text, code)) for text, code in ((left, language), (right, other))
    ]
    return [_said(gap, left, right) for gap in gaps(texts[0], texts[1], sizes)]


def _said(gap: Gap, left: str, right: str) -> tuple[str, str]:
    return (
        left[gap.left.start : gap.left.end] if gap.left else "",
        right[gap.right.start : gap.right.end] if gap.right else "",
    )


@pytest.mark.parametrize(("language", "original", "translation", "right", "wrong"), SAMPLES)
def test_a_translation_has_the_figures_of_its_original(  # noqa: PLR0913
    ruleset: Ruleset, language: str, original: str, translation: str, right: str, wrong: str
) -> None:
    del right, wrong
    assert _gaps(ruleset, original, language, translation) == []
    assert _gaps(ruleset, translation, "en", original, language) == []


@pytest.mark.parametrize(("language", "original", "translation", "right", "wrong"), SAMPLES)
def test_a_figure_that_was_replaced(  # noqa: PLR0913
    ruleset: Ruleset, language: str, original: str, translation: str, right: str, wrong: str
) -> None:
    assert right in translation
    changed = translation.replace(right, wrong)
    assert any(said and said in wrong for _, said in _gaps(ruleset, original, language, changed))
    assert any(said and said in wrong for said, _ in _gaps(ruleset, changed, "en", original, language))


def test_a_version_is_kept_and_a_comma_is_not(ruleset: Ruleset) -> None:
    assert _gaps(ruleset, "In der Fassung 2.100", "de", "In version 2.100") == []
    assert _gaps(ruleset, "Die Brücke ist 1,500 Meter lang.", "de", "The bridge is 1,500 long.") == [("1,500", "1,500")]


@pytest.mark.parametrize("language", ["en", "de", "ar", "hi", "zh", "ko", "sv"])
@pytest.mark.parametrize(
    "text",
    ["9" * 3000, "1 111" * 500, "million " * 1000, "einund" * 500, "万" * 2000, "九" * 2000, "1.1," * 1000, "X" * 999],
)
def test_hostile_texts(ruleset: Ruleset, language: str, text: str) -> None:
    _gaps(ruleset, text, language, "12 people")
    _gaps(ruleset, "12 people", "en", text, language)
