"""Descriptions in one story, and the names that stand beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim

Claims = Callable[..., list[AnyClaim]]


@pytest.mark.parametrize(
    ("text", "told", "owner"),
    [
        ("Driver Paul Denholm fled.", "Driver", "Paul Denholm"),
        ("Paul Denholm, the driver, fled.", "driver", "Paul Denholm"),
        ("Paul Denholm, 40, a bus driver, fled.", "bus driver", "Paul Denholm"),
        ("The driver, Paul Denholm, fled.", "driver", "Paul Denholm"),
        ("Paul Denholm is a driver.", "driver", "Paul Denholm"),
        ("16-year-old Ann Lowry fled.", "16-year-old", "Ann Lowry"),
        ("The young actress fled.", "young actress", ""),
        ("The police officer fled.", "police officer", ""),
    ],
)
def test_descriptions(claims: Claims, text: str, told: str, owner: str) -> None:
    assert [(claim.text, claim.about.owner) for claim in claims("description", text)] == [(told, owner)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Paul Denholm fled.",
        "Another driver fled.",
        "Two drivers fled.",
        "No suspect was named.",
        "One of the suspects fled.",
        "The driver seat was empty.",
        "They host a show.",
        "It rained. It snowed. A driver waved.",
        "It rained. It snowed. He worked as driver.",
        "It rained. It snowed. He is a driver.",
        "The body of Paul Denholm was found.",
    ],
)
def test_no_descriptions(claims: Claims, text: str) -> None:
    assert claims("description", text) == []


def test_every_description_is_a_guess(claims: Claims) -> None:
    assert all(claim.weak for claim in claims("description", "The driver, Paul Denholm, met officials."))
