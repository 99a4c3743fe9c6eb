"""What the tests of the fields share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import Checker, Story
from checker.language import Parser
from checker.model import Comparison, Mode


@pytest.fixture(scope="session")
def rows(parser: Parser) -> Callable[..., list[Comparison]]:
    """A function that gives a field's rows between two texts."""
    made: dict[Mode, Checker] = {}

    def run(field: str, left: str, right: str, mode: Mode = "cross-source") -> list[Comparison]:
        if mode not in made:
            made[mode] = Checker(mode=mode)
            made[mode]._parser = parser  # noqa: SLF001 - the model is loaded once
        stories = [Story(name="left", text=left), Story(name="right", text=right)]
        report = made[mode].check(stories, same_event=True)
        return [row for event in report.events for row in event.comparisons if row.field == field]

    return run
