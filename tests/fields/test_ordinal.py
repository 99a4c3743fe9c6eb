"""Ordinals, with what they count; below the fourth only what is a place in a row."""

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
        ("She won her second term.", ("2nd",), "term"),
        ("It was the third rise in a row.", ("3rd",), "rise in a row"),
        ("They met for the third month in a row.", ("3rd",), "month in a row"),
        ("It was a Category Four storm.", ("4th",), "category"),
        ("The rocket No. 21 rose.", ("21st",), "flight"),
    ],
)
def test_a_place_in_a_row_is_found(text: str, words: tuple[str, ...], noun: str, claims: Claims) -> None:
    (found,) = claims("ordinal", text)
    assert (found.value.words, found.value.head) == (words, noun)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first protest.",
        "It was his second half of the match.",
        "It was the third time that he fell.",
        "She met the first lady on the second floor.",
        "The storm weakened to Category 1.",
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
