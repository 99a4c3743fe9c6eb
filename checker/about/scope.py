"""Which place a figure is of: `39 in London`, `London lost 81`."""

from __future__ import annotations

from checker.about.reading import Reading
from checker.parsed import Mention, Sentence


class Scopes:
    """The places of the figures of one story.

    Args:
        reading: the story.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._close: int = reading.words["close"]
        self._prepositions = frozenset(reading.words["prepositions"])

    def of(self, start: int, end: int, sentence: Sentence) -> frozenset[str]:
        """The places that the figure at these characters is itself tied to."""
        places = [m for m in self._reading.names_in(sentence) if m.kind == "place"]
        for mention in places:
            if end <= mention.start and self._ties(self._reading.text[end : mention.start].split()):
                return frozenset({mention.name})
        before = next((m for m in reversed(places) if m.end <= start), None)
        return frozenset({before.name}) if before is not None and self._is_subject(before, start) else frozenset()

    def _ties(self, between: list[str]) -> bool:
        """The words between a figure and a place tie them together."""
        return len(between) <= self._close and not self._prepositions.isdisjoint(between) and not _breaks(between)

    def _is_subject(self, mention: Mention, start: int) -> bool:
        """The place is the subject of what governs the figure."""
        reading = self._reading
        subject, token = reading.root(mention.start, mention.end), reading.anchor(start, start + 1)
        if subject is None or token is None or subject.dep not in ("nsubj", "conj"):
            return False
        governs = subject.head in (token.head, token.head.head)
        return governs and reading.text[mention.end : start].count(",") == 0


def _breaks(words: list[str]) -> bool:
    return any(word[-1] in ",.;:" or word == "and" for word in words)
