"""How a field of names measures, the same in both directions."""

from __future__ import annotations

from checker.fields import Field
from checker.model import Claim, Name


def difference(field: Field, left: str, right: str) -> str | None:
    """The name of the difference between two names, None when there is none."""
    one, other = (Claim("name", "story", 0, 1, name, Name(name)) for name in (left, right))
    there, back = field.differ(one, other), field.differ(other, one)
    assert there == back
    assert there is None or 0 <= there.size <= 1
    return there.name if there else None
