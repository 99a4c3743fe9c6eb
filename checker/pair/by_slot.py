"""Figures that agree: how likely they answer one question, by all that is known of them."""

from __future__ import annotations

from checker.pair.facts import Facts
from checker.pair.records import Answer, Fact, Rank
from checker.slots import Slots


class BySlot:
    """Answers of one field's figures to each other.

    Args:
        facts: of the field.
        slots: what is known of them.
    """

    def __init__(self, facts: Facts, slots: Slots) -> None:
        self._facts = facts
        self._slots = slots
        self._same: float = facts.settings["same"]
        self._compatible: float = facts.settings["compatible"]

    def answer(self, left: Fact, right: Fact) -> Answer | None:
        """How two figures answer each other; None where they differ or do not."""
        difference, harmless, is_open = self._facts.measure(left, right)
        if not harmless or is_open:
            return None
        alike = self._facts.alike(left, right)
        measured = self._slots.measures(left.lead, right.lead, alike, difference)
        likely = self._slots.likelihood(left.lead, right.lead, measured)
        told = f"both tell {left.lead.about.thing or 'the same'}"
        is_residue = alike >= self._facts.residue
        if difference is None:
            return Answer(Rank.SAME, 1 + likely, told) if is_residue or likely >= self._same else None
        fits = is_residue or likely >= self._compatible
        return Answer(Rank.SAME, likely - difference.size / 10, told) if fits else None
