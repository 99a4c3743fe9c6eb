"""Surroundings survive their way through a claim's context."""

from __future__ import annotations

from checker.around import Around, around


def _round(stems: str, near: str = "", governed: str = "", **kinds: int) -> Around:
    written = Around(frozenset(stems.split()), frozenset(near.split()), frozenset(governed.split()), kinds)
    return around(written.context())


def test_what_is_written_is_read() -> None:
    read = _round("court accept appeal", "court", "appeal", denial=2, negative=0)
    assert read.stems == {"court", "accept", "appeal"}
    assert read.near == {"court"}
    assert read.governed == {"appeal"}
    assert (read.kinds["denial"], read.kinds["negative"]) == (2, 0)


def test_kinds_may_hold_any_sign() -> None:
    read = around(Around(frozenset({"x"}), kinds={"+rise/fall": 1, "control:2": 3}).context())
    assert (read.kinds["+rise/fall"], read.kinds["control:2"]) == (1, 3)


def test_fit() -> None:
    left, right = _round("court accept appeal", "court"), _round("court reject appeal", "court reject")
    assert left.fit(right) == (2 / 3, 2 / 3)
    assert left.fit(right) == right.fit(left)
    assert left.fit(_round("")) == (0.0, 0.0)


def test_tied() -> None:
    assert _round("a", "", "court appeal").tied(_round("a", "", "appeal")) == 1.0
    assert _round("a", "", "court").tied(_round("a")) == 0.0
