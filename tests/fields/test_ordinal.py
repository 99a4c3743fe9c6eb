"""Ordinals from the fourth on, with what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim

Claims = Callable[..., list[AnyClaim]]


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("It was the 18th consecutive daily protest.", ("18th",), "protest"),
        ("It was the eighteenth protest.", ("18th",), "protest"),
        ("She scored her fifth goal.", ("5th",), "goal"),
    ],
)
def test_a_place_in_a_row_is_found(text: str, words: tuple[str, ...], noun: str, claims: Claims) -> None:
    (found,) = claims("ordinal", text)
    assert (found.value.words, found.value.head) == (words, noun)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first protest.",
        "A second later the bridge fell.",
        "The third of May was a Sunday.",
        "He came fifth.",
        "The shop is on Fifth Avenue, he said.",
        "Two thirds of the town was flooded.",
        "",
    ],
)
def test_others_are_not(text: str, claims: Claims) -> None:
    assert claims("ordinal", text) == []
