"""Scores, offices, codes, causes: what they are about says which claims answer each other."""

from __future__ import annotations

from checker.pair.facts import Facts
from checker.pair.records import Answer, Fact, Rank
from checker.pair.vetoes import is_single
from checker.slots import same_slot


class ByAbout:
    """Answers of one field's facts to each other, by what they are about.

    Args:
        facts: of the field.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._settings = facts.settings

    def answer(self, left: Fact, right: Fact) -> Answer | None:
        """How two facts answer each other; None where they do not."""
        slot = same_slot(left.lead.about, right.lead.about, self._facts.words)
        known = self._facts.measure(left, right)
        difference = known.difference
        if slot <= 0 and difference is not None:
            return None
        thing = left.lead.about.thing
        alike = self._facts.alike(left, right)
        told = f"both tell {thing or 'the same'}"
        if difference is None:
            certain = slot > 0 and bool(thing)
            bar = min(self._settings["same_likeness"], self._facts.residue)
            return Answer(Rank.SAME, 1 + slot, told) if certain or alike >= bar else None
        bar = self._settings["only_one" if self._facts.are_only(left, right) else "slot_or_likeness"]
        certain = slot >= self._settings["slot"] or (bool(thing) and slot + alike >= bar)
        if known.harmless:
            fits = certain or alike >= self._settings["compatible_likeness"]
            if known.open:
                # What cannot be compared is set side by side only where either story has nothing else to offer.
                fits = fits and (self._facts.are_only(left, right) or alike >= self._facts.words["open_likeness"])
                return Answer(Rank.OPEN, slot, told) if fits else None
            return Answer(Rank.SAME, slot - difference.size / 10, told) if fits else None
        if is_single(left, right, difference, self._facts.words):
            return None
        # A guess answers nothing by itself, except where the sentence is known to be the same.
        guess = left.lead.weak or right.lead.weak
        fits = (certain and not guess) or alike >= self._facts.residue
        return Answer(Rank.ANSWERS, slot + alike - difference.size, told) if fits else None
