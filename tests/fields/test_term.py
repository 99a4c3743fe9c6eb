"""Coined words and names of things, by their spelling."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import FINDINGS, Comparison

Rows = Callable[..., list[Comparison]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The drug ostelizumar slowed the disease.", "The disease was slowed by ostalizumar, a drug."),
        ("Patients took drovelastin for a year.", "For a year the patients took drovolastin."),
    ],
)
def test_a_slip_is_found(rows: Rows, left: str, right: str) -> None:
    assert "term.spelling" in {row.rule for row in rows("term", left, right)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The drug ostelizumar slowed the disease.", "Ostelizumar slowed the disease."),
        ("The drug ostelizumar slowed the disease.", "Two drugs, ostelizumar and ostalizumar, slowed it."),
        ("The haemoglobin fell.", "The hemoglobin fell."),
        ("The tokamaks were cooled.", "The tokamak was cooled."),
        ("The drug ostelizumar slowed the disease.", "The drug torvelastin slowed the disease."),
        ("The affected ward was closed.", "The effected ward was closed."),
        ("Mayor Anna Keller spoke.", "Mayor Anna Kellar spoke."),
        ("The Zamorran river rose.", "The Zamorra river rose."),
        ("Der Bürgermeister wurde gestern verhaftet.", "Die Bürgermeisterin wurde gestern verhaftet."),
    ],
)
def test_other_words_are_silent(rows: Rows, left: str, right: str) -> None:
    assert [row.rule for row in rows("term", left, right) if row.verdict in FINDINGS] == []
