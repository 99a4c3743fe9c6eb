"""Which place a figure is of."""

from __future__ import annotations

from tests.about import Ask


def test_a_part_has_its_place(ask: Ask) -> None:
    text = "The flood killed 72 people: 39 in London, 22 in Paris."
    assert ask(text, "39").scope == frozenset({"London"})
    assert ask(text, "22").scope == frozenset({"Paris"})
    assert ask(text, "72").scope == frozenset()
