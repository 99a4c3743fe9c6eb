"""Stems: one for the words of a family, different ones for different words."""

from __future__ import annotations

import pytest

from checker.stems import stem


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("deteriorate", "deterioration"),
        ("rapid", "rapidly"),
        ("minister", "ministers"),
        ("agreed", "agreement"),
        ("stop", "stopped"),
        ("southwest", "southwestern"),
        ("organise", "organization"),
    ],
)
def test_one_family(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize(
    ("left", "right"), [("mine", "minister"), ("press", "present"), ("rise", "rice"), ("river", "rival"), ("", "a")]
)
def test_two_words(left: str, right: str) -> None:
    assert stem(left) != stem(right)


@pytest.mark.parametrize("word", ["", "a", "ed", "ing", "étés", "東京", "press"])
def test_words_that_stay(word: str) -> None:
    assert stem(word) == word
