"""What sets two facts that differ apart, whatever else speaks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.model import Amount, Difference
from checker.pair.records import Fact


def is_single(left: Fact, right: Fact, difference: Difference, words: Mapping[str, Any]) -> bool:
    """One figure is a handful and the other many times that: one person of many, not another total.

    Figures that are worlds apart are of two things too, unless million and billion were mistaken.

    Args:
        left: a fact.
        right: another of the same field.
        difference: of their values.
        words: the tables of rules/pairing.toml.
    """
    amounts = [fact.lead.value.amount for fact in (left, right) if isinstance(fact.lead.value, Amount)]
    if not amounts or difference.name == "magnitude":
        return False
    handful = min(amounts) <= words["handful"] and difference.size >= words["handful_apart"]
    return bool(handful or difference.size >= words["worlds_apart"])
