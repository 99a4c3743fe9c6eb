"""Names and dates: the value itself says what answers it."""

from __future__ import annotations

from checker.model import Difference, Interval
from checker.pair.facts import NEVER, Facts
from checker.pair.records import Answer, Fact, Rank
from checker.slots import same_slot


class ByIdentity:
    """Answers of one field's facts to each other, by their values.

    Args:
        facts: of the field.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._settings = facts.settings

    def answer(self, left: Fact, right: Fact) -> Answer | None:
        """How two facts answer each other; None where they do not."""
        known = self._facts.measure(left, right)
        difference = known.difference
        if difference is None:
            return Answer(Rank.SAME, 1.0, "the same value")
        alike, about = self._facts.alike(left, right), left.lead.about
        slot = same_slot(about, right.lead.about, self._facts.words) if about.thing else 0.0
        if known.harmless:
            return self._harmless(difference, alike, slot, is_open=known.open)
        if isinstance(left.lead.value, Interval) and left.lead.text.lower() == right.lead.text.lower():
            # The same words of another day: `today`, in two stories.
            return None
        told = self._told(left, right, difference)
        if told:
            return Answer(Rank.TOLD, 1.0, told)
        surely = max(slot, alike - self._settings.get("one_post_likeness", NEVER))
        if self._is_one_post(left, right, difference, surely):
            return Answer(Rank.ANSWERS, slot + alike, f"the same {about.thing or 'sentence'}")
        return self._other(difference, alike, 0.0 if told is None else slot, about.thing)

    def _told(self, left: Fact, right: Fact, difference: Difference) -> str | None:
        """What the field itself knows of the two; None where they are of two things."""
        field = self._facts.field
        told: str | None = field.answers(left.claims, right.claims, difference) if hasattr(field, "answers") else ""
        return told

    def _is_one_post(self, left: Fact, right: Fact, difference: Difference, told: float) -> bool:
        """Two given names of one surname, both written out, where the post, the age or the sentence is the same."""
        whole = " " in left.lead.text and " " in right.lead.text
        return told > 0 and whole and difference.name in self._settings.get("one_post", ())

    def _harmless(self, difference: Difference, alike: float, slot: float, *, is_open: bool) -> Answer | None:
        """One thing in other words; some of these only where the sentences tell the same, or nothing else fits."""
        settings = self._settings
        firm = difference.name in settings.get("firm", ())
        told = slot > 0 and slot + alike >= settings.get("compatible_slot", NEVER)
        if not firm and not told and alike < settings.get("compatible_likeness", 0.0):
            return None
        if is_open:
            return Answer(Rank.OPEN, alike, "nothing else in the other story answers either")
        if difference.name in settings.get("alone", ()):
            return Answer(Rank.ALIKE, alike, "harmless, and nothing else in the other story answers either")
        return Answer(Rank.SAME, 0.9 - difference.size / 2, "compatible values")

    def _other(self, difference: Difference, alike: float, slot: float, thing: str) -> Answer | None:
        """Two spellings of one name, or two values where both stories tell one thing."""
        settings = self._settings
        near = difference.name in settings.get("alike", ())
        if near and (difference.size <= settings["alike_size"] or alike >= settings["alike_likeness"] or slot > 0):
            evidence = "spelled alike, and nothing else in the other story answers either"
            return Answer(Rank.ALIKE, 1 - difference.size + alike, evidence)
        if slot >= settings.get("slot", NEVER) or slot + alike >= settings.get("slot_or_likeness", NEVER):
            return Answer(Rank.ANSWERS, 1 + slot + alike, f"the same {thing}")
        if alike >= self._facts.residue:
            return Answer(Rank.ANSWERS, alike, "the same sentence, and nothing else in the other story answers either")
        return None
