"""What is done by and to somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim

Claims = Callable[..., list[AnyClaim]]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The driver died on Monday.", "die:s"),
        ("Ann Lowry saw them arrest the driver.", "arrest:o"),
        ("The driver was arrested on Monday.", "arrest:o"),
        ("The driver was found dead.", "die:s"),
        ("The gunman killed a man.", "kill:s"),
        ("The driver was killed by a train.", "die:s"),
        ("The driver's death was sudden.", "die:s"),
    ],
)
def test_acts(claims: Claims, text: str, act: str) -> None:
    assert act in claims("description", text)[0].about.context


@pytest.mark.parametrize("text", ["The actor smiled.", "The actor said it.", "The actor is tall.", "The actor ate."])
def test_no_acts(claims: Claims, text: str) -> None:
    assert not any(":" in one for one in claims("description", text)[0].about.context)
