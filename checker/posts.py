"""Posts that one person does not hold at a time: striker and goalkeeper, prosecutor and counsel for the defence.

`rules/role.toml` lists families of posts. Two offices are apart when a family has them in two of its posts; what stands
in no family may well be held together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.model import Wording
from checker.offices import Offices

_ANY, _ONLY = "* ", "only "
_OF = "of "


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One way to name a post.

    Attributes:
        head: the noun of the office.
        charge: words that must stand with it.
        charged: some word must.
        bare: no word may.
    """

    head: str
    charge: frozenset[str]
    charged: bool
    bare: bool = False


class Posts:
    """Tells which offices exclude each other.

    Args:
        words: the tables of `rules/role.toml`.
        offices: reads the patterns.
    """

    def __init__(self, words: Mapping[str, Any], offices: Offices) -> None:
        self._offices = offices
        self._families = [
            [[self._pattern(form) for form in post] for post in posts] for posts in words["apart"].values()
        ]
        self._ministers = frozenset(words["portfolios"]["heads"])
        self._kin = [frozenset(group.split()) for group in words["portfolios"]["kin"]]
        self._portfolios = frozenset().union(*self._kin)

    def apart(self, left: Wording, right: Wording) -> bool:
        """One person does not hold both at a time."""
        return self._portfolios_apart(left, right) or any(
            self._in_family(left, right, posts) for posts in self._families
        )

    def _pattern(self, form: str) -> _Pattern:
        office = self._offices.read(form.removeprefix(_ANY).removeprefix(_ONLY))
        if office is None:
            return _Pattern(form, frozenset(), charged=False)
        charge = (frozenset(office.words) - {office.head}) | set(office.body.split())
        return _Pattern(office.head, charge, form.startswith(_ANY), form.startswith(_ONLY))

    def _in_family(self, left: Wording, right: Wording, posts: list[list[_Pattern]]) -> bool:
        mine = {index for index, post in enumerate(posts) if any(_fits(left, pattern) for pattern in post)}
        yours = {index for index, post in enumerate(posts) if any(_fits(right, pattern) for pattern in post)}
        return bool(mine and yours) and not mine & yours

    def _portfolios_apart(self, left: Wording, right: Wording) -> bool:
        """Two ministers are two people, unless the portfolio of one may be a part or another name of the other's."""
        if left.head not in self._ministers or right.head not in self._ministers:
            return False
        mine, yours = self._portfolios & set(left.words), self._portfolios & set(right.words)
        if not mine or not yours or mine & yours:
            return False
        return not any(group & mine and group & yours for group in self._kin)


def _fits(office: Wording, pattern: _Pattern) -> bool:
    if office.head != pattern.head:
        return False
    tokens = set(office.words) - {office.head}
    if (pattern.charged and not tokens) or (pattern.bare and tokens):
        return False
    for modifier in office.modifiers:
        if modifier.startswith(_OF):
            tokens.update(modifier.removeprefix(_OF).split())
    return pattern.charge <= tokens
