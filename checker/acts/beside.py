"""What is said beside a predicate in its own clause: figures, days, places, other words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.acts.arguments import Arguments
from checker.model import Amount, Interval
from checker.parsed import Figure, Parsed
from checker.stems import stem

if TYPE_CHECKING:
    from checker.tree import Node

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "xcomp", "conj", "csubj"})
_ARGUMENTS = frozenset({"pobj", "dobj", "npadvmod", "attr", "nsubjpass", "dative"})


class Beside:
    """Reads the clauses of one story.

    Args:
        parsed: the story.
        words: the tables of `rules/predicate.toml`.
        arguments: its nouns.
    """

    def __init__(self, parsed: Parsed, words: Mapping[str, Any], arguments: Arguments) -> None:
        self._figures = parsed.figures
        self._starts = [figure.start for figure in parsed.figures]
        self._when = frozenset(words["verbs"]["when"])
        self._where, self._charged = frozenset(words["verbs"]["where"]), frozenset(words["verbs"]["charged"])
        self._coarse = frozenset(words["evidence"]["coarse"])
        self._arguments = arguments

    def detail(self, clause: Sequence[Node], roles: Sequence[Node]) -> frozenset[str]:
        """The names and nouns of the clause, and what stands with its roles."""
        found: set[str] = set()
        for one in clause:
            if one.dep in _ARGUMENTS and one not in roles:
                found |= self._arguments.keys(one)
        found |= _to_do(clause[0])
        for one in roles:
            found |= self._arguments.detail(one)
            found -= self._arguments.keys(one)
        return frozenset(found)

    def qualities(self, clause: Sequence[Node], roles: Sequence[Node]) -> frozenset[str]:
        """What kind of things the nouns of the clause are, and what its verb is to do: ordered to pay."""
        nouns = [one for one in clause if one.dep in _ARGUMENTS and one not in roles]
        to_do = {f"to {one}.do" for one in _to_do(clause[0])}
        return frozenset(to_do).union(*(self._arguments.qualities(one) for one in (*nouns, *roles)))

    def where(self, token: Node, roles: Sequence[Node]) -> frozenset[str]:
        """The nouns that say in, at or among what it was done, or of what one is guilty; names say so by themselves."""
        found: set[str] = set()
        for one in (token, *roles):
            # The parser hangs `of murder` on whoever is convicted of it.
            is_charge = one is token or one.pos == "PROPN"
            for inner in _brought_in(one, self._where | self._charged if is_charge else self._where):
                if self.figure_at(inner) is None:
                    found |= {key for key in self._arguments.keys(inner) if key[0] != "="}
        return frozenset(found)

    def figures(self, clause: Sequence[Node]) -> frozenset[str]:
        """The amounts of a clause."""
        found = (figure for one in clause if (figure := self.figure_at(one)) is not None)
        return frozenset(
            f"{one.kind}:{one.value.amount.normalize():f}" for one in found if isinstance(one.value, Amount)
        )

    def times(self, token: Node, roles: Sequence[Node], *, is_ahead: bool) -> frozenset[str]:
        """When it was done: on Monday, in March; the launch in 2023 failed; came in 2003 when she agreed to pose.

        Not the day that something lasts from or to. A year sets what was done apart from the news of the day, but not
        what is still to come.
        """
        found = {one for one in self._days(token) if not is_ahead or one.rpartition("/")[2] not in self._coarse}
        above = token
        while above.dep in ("xcomp", "advcl"):
            above = above.head
            found.update(self._days(above))
        found.update(one for role in roles for one in self._days(role) if one.endswith("/year") and not is_ahead)
        return frozenset(found)

    def _days(self, token: Node) -> Iterator[str]:
        """The dates that stand with a word."""
        beside = (one for one in token.children if one.dep in ("npadvmod", "advmod", "nmod"))
        yield from filter(None, map(self._day, (*beside, *_brought_in(token, self._when))))

    def _day(self, token: Node) -> str:
        """The date that a word is part of, as in `Act.times`; empty for none."""
        figure = self.figure_at(token)
        value = figure.value if figure else None
        if not isinstance(value, Interval):
            return ""
        if value.start is not None and value.end is not None:
            return f"{value.start}/{value.end}/{value.stated}"
        return f"{value.month}-{value.day}-{value.weekday}/{value.stated}"

    def figure_at(self, token: Node) -> Figure | None:
        """The figure that a word is part of."""
        at = bisect_right(self._starts, token.idx) - 1
        figure = self._figures[at] if at >= 0 else None
        return figure if figure is not None and token.idx < figure.end else None

    def is_measure(self, token: Node | None) -> bool:
        """What a verb has for an object is only how much: lost 2.3 percent."""
        figure = self.figure_at(token) if token is not None else None
        return figure is not None and figure.kind in ("percent", "money", "quantity")


def clause(token: Node) -> list[Node]:
    """The words of a verb's own clause."""
    found, waiting = [token], list(token.children)
    for one in waiting:
        if one.dep in _CLAUSES and one.pos in ("VERB", "AUX"):
            continue
        found.append(one)
        waiting.extend(one.children)
    return found


def _to_do(token: Node) -> set[str]:
    """What a verb is to do, or lets others do: allowed to decide, barred from deciding."""
    clauses = [one for one in token.children if one.dep in ("xcomp", "ccomp") and one.pos == "VERB"]
    from_doing = [one for prep in token.children if prep.lower == "from" for one in prep.children]
    told = [one for one in clauses if one.dep == "xcomp" or any(child.lower == "to" for child in one.children)]
    return {stem(one.lemma) for one in (*told, *from_doing) if one.pos == "VERB"}


def _brought_in(token: Node, by: frozenset[str]) -> Iterator[Node]:
    for prep in token.children:
        if prep.dep == "prep" and prep.lower in by:
            yield from (one for one in prep.children if one.dep == "pobj")
