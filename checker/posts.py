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
        self._sectors = {word: name for name, listed in words["sectors"]["words"].items() for word in listed}
        self._together = [frozenset(row.split()) for row in words["sectors"]["together"]]
        self._bodies = frozenset(words["bodies"]["kinds"])

    def apart(self, left: Wording, right: Wording) -> bool:
        """One person does not hold both at a time."""
        if self._portfolios_apart(left, right) or self._sectors_apart(left, right):
            return True
        return any(self._in_family(left, right, posts) for posts in self._families)

    def of_two_bodies(self, left: Wording, right: Wording) -> bool:
        """Offices of two bodies of one kind: two universities."""
        mine, yours = _tokens(left), _tokens(right)
        kinds = self._bodies & mine & yours
        names = [_of(office) - self._bodies for office in (left, right)]
        return bool(kinds) and all(names) and not names[0] & yours and not names[1] & mine

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

    def _sectors_apart(self, left: Wording, right: Wording) -> bool:
        """In the service of two that nobody serves at once; an office of two services is of either."""
        mine, yours = (
            {self._sectors[word] for word in (*_tokens(office), office.head) if word in self._sectors}
            for office in (left, right)
        )
        if len(mine) != 1 or len(yours) != 1 or mine == yours:
            return False
        return not any(mine | yours <= row for row in self._together)

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
    beside = set(office.words) - {office.head}
    if (pattern.charged and not beside) or (pattern.bare and beside):
        return False
    return pattern.charge <= beside | _of(office)


def _tokens(office: Wording) -> set[str]:
    """What the office is charged with and the words of its body."""
    return (set(office.words) - {office.head}) | _of(office)


def _of(office: Wording) -> set[str]:
    """The words of the body or country that the office belongs to."""
    return {word for one in office.modifiers if one.startswith(_OF) for word in one.removeprefix(_OF).split()}
