"""What the tests of the grammar share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from checker.figures import figures
from checker.parsed import Figure
from checker.rules import Ruleset

Scan = Callable[..., list[tuple[str, Figure]]]


@pytest.fixture(scope="session")
def scan(ruleset: Ruleset) -> Scan:
    """A function that gives the figures of a text with the words that state them."""

    def run(text: str, published: date | None = None) -> list[tuple[str, Figure]]:
        found = figures(text, published, ruleset.words("figures"))
        return [(text[figure.start : figure.end], figure) for figure in found]

    return run
