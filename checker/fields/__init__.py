"""The kinds of fact, a module each.

A module of the same name as its rules file holds a class `Field` with two methods: `find` measures out the claims of a
story, `differ` measures how two values differ. Thresholds, severities, words and messages stand in `rules/<name>.toml`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from checker.model import AnyClaim, Difference
from checker.parsed import Parsed
from checker.rules import Ruleset


class Field(Protocol):
    """What a field module offers, as its class `Field`."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        """Compile the field's word lists, the tables of its rules file."""

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """Every mention of this kind of fact in a story, in any order."""

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two values differ; None when they are the same. Symmetric, and a pure function of the claims."""


def load(ruleset: Ruleset) -> dict[str, Field]:
    """Every field, by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").Field(ruleset.words(name)) for name in names}
