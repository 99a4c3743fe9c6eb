"""Word lists as patterns."""

from __future__ import annotations

import re

import pytest

from checker.grammar.patterns import Phrases, either, ending, word_before

PHRASES = Phrases(["mile", "miles", "mile per hour", "light-year", "% point", "%", "°"])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Miles away", "miles"),
        ("mile per hour", "mile per hour"),
        ("mile-per-hour", "mile per hour"),
        ("light year", "light year"),
        ("% points", "%"),
        ("%-point", "% point"),
        ("mile's", "mile"),
    ],
)
def test_the_longest_phrase_wins(text: str, phrase: str) -> None:
    assert PHRASES.at(text, 0) == phrase


@pytest.mark.parametrize("text", ["", "mil", "milestone", "per hour", " mile", "1 mile", "mile't", "İmile"])
def test_parts_of_words_are_no_phrases(text: str) -> None:
    assert PHRASES.at(text, 0) is None


def test_longer_alternatives_come_first() -> None:
    assert either(["a", "ab", "a.b", "b c"]) == r"a\.b|b c|ab|a"


def test_an_ending_may_have_an_article_behind_it() -> None:
    pattern = ending(["at least", "least"])
    found = pattern.search("there were at least a ")
    assert isinstance(found, re.Match)
    assert found["phrase"] == "at least"
    assert pattern.search("the leasts ") is None


@pytest.mark.parametrize(("text", "word"), [("in the ", "the"), ("(mid-", "mid"), ("", ""), ("5 ", "")])
def test_the_word_before(text: str, word: str) -> None:
    assert word_before(text, len(text)) == word
