"""Results, the larger figure first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim

Claims = Callable[..., list[AnyClaim]]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Leeds beat York 3-1.", ("3", "1")), ("York lost 1-3 in Leeds.", ("3", "1")), ("They voted 8-1.", ("8", "1"))],
)
def test_a_result_is_found(text: str, words: tuple[str, ...], claims: Claims) -> None:
    (found,) = claims("score", text)
    assert found.value.words == words


@pytest.mark.parametrize(
    "text", ["In 3 to 5 days.", "Boys aged 8-10 played.", "The F-16 flew.", "Call 555-1234.", "3-5 percent of them", ""]
)
def test_others_are_not(text: str, claims: Claims) -> None:
    assert claims("score", text) == []
