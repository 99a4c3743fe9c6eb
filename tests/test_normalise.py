"""Typographic forms fold to one, and every character knows where it came from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.normalise import normalise


def fold(text: str) -> str:
    return normalise(text, [(0, len(text))])[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Yes,” she said", '"Yes," she said'),
        ("the state’s", "the state's"),
        ("„So“ sagte er", '"So" sagte er'),
        ("the deal — if any — is off", "the deal -- if any -- is off"),
        ("the deal—if any—is off", "the deal - if any - is off"),
        ("3–5 percent", "3-5 percent"),
        ("Japan‑US", "Japan-US"),
        ("a\u00a0b\u2009c", "a b c"),
        ("a  b\tc\nd", "a b c d"),
        ("Ｔｏｋｙｏ", "Tokyo"),
        ("soft\u00adware", "software"),
        ("``Yes''", '"Yes"'),
    ],
)
def test_two_forms_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["plain words", "Smith-Jones", "it's", 'he said "no"', "1,000.5", "8-1"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert fold(text) == text


def test_a_decomposed_accent_is_composed() -> None:
    assert fold("Sa\u0303o Paulo") == "São Paulo"
    assert fold(unicodedata.normalize("NFD", "Škoda – Éire")) == fold("Škoda – Éire")


def test_paragraphs_are_joined_by_a_blank_line() -> None:
    text, origin = normalise("One.\nTwo.", [(0, 4), (5, 9)])
    assert text == "One.\n\nTwo."
    assert [origin[0], origin[6], origin[-1]] == [0, 5, 9]


@given(st.text(max_size=200))
def test_every_character_has_an_origin(text: str) -> None:
    folded, origin = normalise(text, [(0, len(text))])
    assert len(origin) == len(folded) + 1
    assert list(origin) == sorted(origin)
    assert all(0 <= at <= len(text) for at in origin)


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
