"""Plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.model import Story


def story(name: str, text: str, words: Mapping[str, Any]) -> Story:  # noqa: ARG001 - every format has this shape
    """A text as it stands: title, date and place are found in it later."""
    return Story(name=name, text=text)
