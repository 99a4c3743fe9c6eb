"""Foreign names in Chinese text: characters that are written for their sound."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from checker.sounds import likeness


def hears(part: str, text: str, settings: Mapping[str, Any]) -> bool:
    """A run of characters that write foreign names sounds like a word.

    Args:
        part: a word of a name in the form of `plain`.
        text: Chinese.
        settings: the table `names` of `rules/across.toml`.
    """
    longest = len(part) + 1
    return any(
        likeness(part, run[at : at + size]) >= settings["sound"]["hanzi"]
        for run in runs(text, settings["hanzi"])
        for at in range(len(run))
        for size in range(1, min(longest, len(run) - at) + 1)
    )


@lru_cache(maxsize=64)
def runs(text: str, characters: str) -> tuple[str, ...]:
    """The stretches of a text that are made of some characters, each once."""
    return tuple(dict.fromkeys(re.findall(f"[{characters}]+", text)))
