"""The word lists by which it is told what figures are about, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.lasting import Lasting


class Lists:
    """The tables of `rules/about.toml`, made ready once for all stories.

    Attributes:
        words: the tables.
        triggers: for each first lemma, the things that it may speak of, with the lemmas that must follow.
        adjacent: things with what stands right before and right behind their figures.
        by_unit: things with the units that tell them by themselves.
        by_topic: things of which a bare figure speaks in a story on the matter, with its kinds and the story's words.
        comparing: words between a figure and the time that it is compared with.
        lasting: words before a day since or until which something lasted.
        according: what stands before the body that measured it.
        age_gap: what may stand between a name and its age.
        part_of: what follows a number that counts some of more.
        home: what stands between a place and the number of those who live there.
        ago: words for a time that is years back.
        rate: what stands behind a price or a number for each of something.
        lengths: tells what lasts so long.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        concepts: Mapping[str, Mapping[str, Any]] = words["concept"]
        self.words = words
        self.triggers = _triggers(concepts)
        self.lengths = Lasting(words["lasting"])
        self.adjacent: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
            (name, tuple(spec.get("adjacent", ())), tuple(spec.get("behind", ())))
            for name, spec in concepts.items()
            if "adjacent" in spec or "behind" in spec
        ]
        self.by_unit: list[tuple[str, list[str]]] = [
            (name, words["dimension"][spec["unit"]]) for name, spec in concepts.items() if spec.get("whole_unit")
        ]
        self.by_topic: list[tuple[str, list[str], frozenset[str]]] = [
            (name, spec["default_for"], frozenset(spec.get("topic", ())))
            for name, spec in concepts.items()
            if spec.get("default_for")
        ]
        self.comparing = frozenset(words["comparing"])
        self.lasting = tuple(f"{word} " for word in words["lasting_since"])
        self.according = re.compile(rf"(?:{words['according']}) (?:the )?\Z", re.IGNORECASE)
        self.age_gap = re.compile(rf"[ ,(]{{1,2}}(?:(?:{words['age_gap']}) )?")
        self.part_of = re.compile(rf" of (?:(?:{words['part_of']})\b|\d[\d,]*\b)")
        self.home = re.compile(rf"(?:{words['home']}) (?:\w{{1,12}} ){{0,2}}\Z", re.IGNORECASE)
        self.ago = re.compile(rf"\b(?:{words['ago']})\b", re.IGNORECASE)
        self.rate = re.compile(rf"[ ,]{{1,2}}(?:\w{{1,12}} )?(?:{words['rate']})", re.IGNORECASE)


def kinds(concept: Mapping[str, Any]) -> frozenset[str]:
    """The kinds of names to which a thing may belong."""
    owner = concept.get("owner", ())
    return frozenset((owner,) if isinstance(owner, str) else owner)


def _triggers(concepts: Mapping[str, Mapping[str, Any]]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """For each first lemma: the things it may speak of, with the lemmas that must follow."""
    triggers: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for concept, spec in concepts.items():
        for entry in (*spec.get("words", ()), *spec.get("phrases", ())):
            first, *follow = entry.split()
            triggers.setdefault(first, []).append((concept, tuple(follow)))
    return triggers
