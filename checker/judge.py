"""Fields measure, rules judge: the two brought together, in the mode of a check."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from checker.fields import Field
from checker.model import FINDINGS, Amount, AnyClaim, Difference, Interval, Mode
from checker.rules import Rule, Ruleset


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything that is needed to say what two claims are to each other.

    Attributes:
        fields: every field, by name.
        ruleset: the rules and word lists in force.
        mode: the mode of the check.
    """

    fields: Mapping[str, Field]
    ruleset: Ruleset
    mode: Mode

    @property
    def active(self) -> dict[str, Field]:
        """The fields that the mode compares: the others are not looked for."""
        spoken = {rule.field for rule in self.ruleset.rules if self.mode in rule.modes}
        return {
            name: field
            for name, field in self.fields.items()
            if name in spoken and self.mode in self.ruleset.words(name)["pairing"].get("modes", (self.mode,))
        }

    def measure(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two claims of one field differ, None when their values are the same."""
        return self.fields[left.field].differ(left, right)

    def grounds(self, claim: AnyClaim) -> Hashable:
        """All of a claim that `measure` depends on."""
        value = repr(claim.value)
        if self.ruleset.words(claim.field)["pairing"].get("by", "likeness") == "likeness":
            # Wordings are compared with what stands around them.
            return value, claim.about
        if isinstance(claim.value, Amount) and claim.value.currency:
            # Sums are compared by the rates of their years.
            return value, claim.about.years
        # Whether a date tells its year, or how long ago it was, stands in its words.
        return (value, claim.text) if isinstance(claim.value, Interval) else value

    def rule(self, field: str, difference: Difference) -> Rule:
        """What the rules say of a difference.

        Raises:
            RuleError: no rule covers it.
        """
        return self.ruleset.judge(field, difference, self.mode)

    def is_harmless(self, field: str, difference: Difference | None) -> bool:
        """The difference is no finding."""
        return difference is None or self.rule(field, difference).verdict not in FINDINGS

    def is_open(self, field: str, difference: Difference | None) -> bool:
        """The two cannot be compared."""
        return difference is not None and self.rule(field, difference).verdict == "undecided"

    def support(self, left: AnyClaim, right: AnyClaim) -> bool:
        """One claim bears out the other; a sum in a currency that cannot be converted bears out nothing."""
        difference = self.measure(left, right)
        open_sum = isinstance(left.value, Amount) and self.is_open(left.field, difference)
        return not open_sum and self.is_harmless(left.field, difference)

    def agree(self, left: AnyClaim, right: AnyClaim) -> bool:
        """Two claims of one field do not contradict each other."""
        return self.is_harmless(left.field, self.measure(left, right))
