"""Which sentences stand beside one another."""

from __future__ import annotations

from checker.report.aligned import align

BASE = ["A ferry sank off Port Marrow.", "Twelve people died.", "The minister spoke of a dark day."]
NONE = frozenset[str]()


def beside(other: list[str], links: list[frozenset[str]] | None = None) -> list[int]:
    return align(BASE, other, [frozenset({"#a"}), frozenset({"#b"}), NONE], links or [NONE] * len(other))


def test_like_sentences_stand_together() -> None:
    assert beside(["Off Port Marrow a ferry sank.", "The minister called it a dark day."]) == [0, 2]


def test_two_may_stand_beside_one() -> None:
    assert beside(["A ferry sank.", "It was off Port Marrow.", "Twelve people have died."]) == [0, 0, 1]


def test_a_shared_row_outweighs_words() -> None:
    assert beside(["Nobody knows more."], [frozenset({"#b"})]) == [1]


def test_order_is_kept() -> None:
    places = beside(["The minister spoke of a dark day.", "A ferry sank off Port Marrow."])
    assert places == sorted(places)


def test_nothing_beside_nothing() -> None:
    assert beside([]) == []
