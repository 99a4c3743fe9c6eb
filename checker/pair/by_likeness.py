"""Wordings: the field itself says how much two of them look like answers to each other."""

from __future__ import annotations

from checker.pair.facts import Facts
from checker.pair.records import Answer, Fact, Rank


class ByLikeness:
    """Answers of one field's wordings to each other.

    Args:
        facts: of the field, which has a method `likeness`.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._known: dict[tuple[int, int], Answer | None] = {}

    def answer(self, left: Fact, right: Fact) -> Answer | None:
        """How two facts answer each other; None where they do not."""
        key = left.kind, right.kind
        if key not in self._known:
            self._known[key] = self._of_kinds(left, right)
        answer = self._known[key]
        if answer is None or self._facts.measure(left, right).difference is None:
            return answer
        return answer._replace(strength=answer.strength + self._facts.alike(left, right) / 10)

    def _of_kinds(self, left: Fact, right: Fact) -> Answer | None:
        """The same for all facts of these kinds, whatever their sentences have in common."""
        value: float = self._facts.field.likeness(left.lead, right.lead)
        settings = self._facts.settings
        if value < settings.get("likeness_in", {}).get(self._facts.mode, settings["likeness"]):
            return None
        known = self._facts.measure(left, right)
        if known.difference is None:
            return Answer(Rank.SAME, 1 + value, "the same words")
        rank = Rank.SAME if known.harmless else Rank.ANSWERS
        return Answer(rank, value, "like words of the same speaker or on the same matter")
