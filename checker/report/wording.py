"""The words that all renderings share, from `templates/words.toml`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from checker.resources import shipped_tables


@functools.cache
def words() -> Mapping[str, Any]:
    """The tables of the file."""
    return shipped_tables("templates", "words.toml")


def counted(kind: str, number: int) -> str:
    """`3 differences`, `one event`: a number with what is counted, a key of the table `counted`."""
    one, several = words()["counted"][kind]
    return str(one if number == 1 else several).format(f"{number:,}")


def field_name(field: str, number: int = 1) -> str:
    """What the reader calls a kind of fact; a field of the user's own keeps its name."""
    one, several = words()["fields"].get(field, (field, field))
    return str(one if number == 1 else several)


def desk_rank(field: str) -> tuple[int, str]:
    """Where the copy desk has the field in its order; others come last, by name."""
    order = words()["desk_order"]
    return (order.index(field) if field in order else len(order)), field


def cut(text: str, longest: int) -> str:
    """At most so many characters of a text."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def listed(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
