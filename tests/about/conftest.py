"""What the tests of the rooms share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import About
from checker.parsed import Parsed
from tests.about import Ask


@pytest.fixture
def ask(parsed: Callable[..., Parsed]) -> Ask:
    """What the first figure that holds the given words is about."""

    def of(text: str, words: str, **story: object) -> About:
        story_read = parsed(text, **story)
        start = story_read.text.index(words)
        return story_read.about(start, start + len(words))

    return of
