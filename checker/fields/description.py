"""Descriptions: people and bodies called by what they are.

Value: `Wording` of the phrase without its article, its head the class of its noun; size: always 0.
About: the class, and the name that the story puts beside it, if any, as owner; context: acts and further classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.deeds import Deeds
from checker.described import WHOSE, Describer
from checker.model import About, AnyClaim, Difference, Wording

if TYPE_CHECKING:
    from checker.parsed import Parsed


class Field:
    """Finds descriptions; which of them answer each other `checker.referents` knows.

    Args:
        words: the tables of `rules/description.toml`, with places.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._describer = Describer(words)
        self._acts = Deeds(words["acts"])

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every description, weak: it makes no finding."""
        tokens = parsed.doc
        for phrase in self._describer.phrases(parsed):
            head = tokens[phrase.head]
            start, end = tokens[phrase.first].idx, head.idx + len(head)
            told = tuple(token.lower_ for token in tokens[phrase.first : phrase.head + 1])
            modifiers = tuple(sorted(told[: len(told) - len(phrase.noun.before) - 1]))
            about = About(
                thing=phrase.noun.thing,
                canonical=True,
                owner=phrase.owner,
                context=self._acts.of(head)
                | self._acts.meant(phrase.noun.thing)
                | phrase.also
                | ({WHOSE} if phrase.whose else frozenset()),
            )
            yield replace(
                parsed.claim("description", start, end, Wording(told, phrase.noun.thing, modifiers), about), weak=True
            )

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """Two descriptions never contradict each other."""
        return None if left.value == right.value else Difference("description")
