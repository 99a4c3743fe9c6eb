"""Names that end in a figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim

Claims = Callable[..., list[AnyClaim]]


@pytest.mark.parametrize(
    ("text", "word"), [("An F-35 flew.", "f-35"), ("Covid-19 spread.", "covid-19"), ("The SM-6.", "sm-6")]
)
def test_a_code_is_found(text: str, word: str, claims: Claims) -> None:
    (found,) = claims("code", text)
    assert found.value.words == (word,)


@pytest.mark.parametrize(
    "text",
    ["A magnitude-6 quake.", "In the mid-1990s.", "They lost 3-1.", "A two-day visit.", "On 2026-01-17.", "x--3", ""],
)
def test_others_are_not(text: str, claims: Claims) -> None:
    assert claims("code", text) == []
