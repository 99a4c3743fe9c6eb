"""The facts of one field: the mentions of each gathered, story by story, and how two of them differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from checker.judge import Judge
from checker.model import FINDINGS, AnyClaim, Difference
from checker.pair.records import Fact, Measured
from checker.pair.sentences import Sentences

# A likeness that nothing reaches, for what a field's settings leave out.
NEVER = 9.0


class Facts:
    """All facts of one field in one event.

    Args:
        name: the field's.
        pool: its claims, story by story.
        sentences: of the stories.
        judge: for the field's `[pairing]` table and for what counts as harmless.

    Attributes:
        name: as given.
        field: measures how its claims differ.
        mode: of the check.
        settings: its table `[pairing]`.
        by: what says which of its claims answer each other.
        residue: in a draft or a translation, the likeness of sentences in which what is left over answers each other.
        words: the tables of rules/pairing.toml.
        all: the facts, by story.
        leads: the claims that speak for them.
    """

    def __init__(self, name: str, pool: Sequence[Sequence[AnyClaim]], sentences: Sentences, judge: Judge) -> None:
        self.name = name
        self.field: Any = judge.fields[name]
        self.mode = judge.mode
        self.settings: Mapping[str, Any] = judge.ruleset.words(name)["pairing"]
        self.by: str = self.settings.get("by", "likeness")
        self.residue: float = self.settings.get("residue", {}).get(self.mode, NEVER)
        self.words = judge.ruleset.words("pairing")
        self._judge = judge
        self._sentences = sentences
        self._kinds: dict[object, int] = {}
        self._measured: dict[tuple[int, int], Measured] = {}
        self.all = [fact for story, claims in enumerate(pool) for fact in self._gather(story, claims)]
        self.leads = [fact.lead for fact in self.all]

    def _gather(self, story: int, claims: Sequence[AnyClaim]) -> list[Fact]:
        """Mentions with one value and one thing they are about are one fact; wordings are facts of their own."""
        groups: dict[object, list[AnyClaim]] = {}
        for index, claim in enumerate(claims):
            about = claim.about
            key: tuple[object, ...]
            if self.by == "likeness":
                key = (index,)
            elif self.by == "identity":
                key = (repr(claim.value),)
            else:
                key = (repr(claim.value), about.thing, about.owner, about.scope, about.other_event, about.status)
            groups.setdefault(key, []).append(claim)
        return [self._fact(story, group) for group in groups.values()]

    def _fact(self, story: int, claims: Sequence[AnyClaim]) -> Fact:
        lead = claims[0] if self.by != "slot" else _merged(claims)
        kind = self._kinds.setdefault(self._judge.grounds(lead), len(self._kinds))
        currency = getattr(lead.value, "currency", None) or ""
        return Fact(story, tuple(claims), lead, kind, currency, self._sentences.of(story, claims))

    def measure(self, left: Fact, right: Fact) -> Measured:
        """How the facts' values differ, and what the rules say of that."""
        key = left.kind, right.kind
        known = self._measured.get(key)
        if known is None:
            known = self._measured[key] = self._judged(self._judge.measure(left.lead, right.lead))
        return known

    def _judged(self, difference: Difference | None) -> Measured:
        if difference is None:
            return Measured(None)
        verdict = self._judge.rule(self.name, difference).verdict
        return Measured(difference, verdict not in FINDINGS, verdict == "undecided")

    def agree(self, left: Fact, right: Fact) -> bool:
        """Both may stand in one row: their values do not differ, or in two currencies."""
        return left.currency != right.currency or self.measure(left, right).harmless

    def alike(self, left: Fact, right: Fact) -> float:
        """The likeness of the two most similar sentences in which the facts are mentioned."""
        return self._sentences.alike(left.sentences, right.sentences)

    def are_only(self, left: Fact, right: Fact) -> bool:
        """Either story has one figure for a thing from the word lists, whoever it belongs to."""
        return left.lead.about.canonical and all(
            self._tellings[fact.story, fact.lead.about.thing] == 1 for fact in (left, right)
        )

    @cached_property
    def _tellings(self) -> Counter[tuple[int, str]]:
        """How many figures each story has for each thing."""
        return Counter((fact.story, fact.lead.about.thing) for fact in self.all)


def _merged(claims: Sequence[AnyClaim]) -> AnyClaim:
    """The first mention, with what stands around every mention."""
    if len(claims) == 1:
        return claims[0]
    abouts = [claim.about for claim in claims]
    merged = replace(
        abouts[0],
        near=frozenset().union(*(about.near for about in abouts)),
        around=frozenset().union(*(about.around for about in abouts)),
        context=frozenset().union(*(about.context for about in abouts)),
    )
    return replace(claims[0], about=merged)
