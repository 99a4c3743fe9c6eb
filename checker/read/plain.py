"""Plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.comments import ASIDE, remarks
from checker.model import Aside, Story


def story(name: str, text: str, words: Mapping[str, Any]) -> Story:  # noqa: ARG001 - every format has this shape
    """A text as it stands: title, date and place are found in it later. What it tells the checker is set aside."""
    return Story(name=name, text=text, set_aside=tuple(Aside(said.start, said.end, ASIDE) for said in remarks(text)))
