"""Who measured a figure, where several bodies measure one thing: the magnitude of a quake."""

from __future__ import annotations

from checker.about.reading import Reading
from checker.parsed import Sentence
from checker.tree import Node


class Sources:
    """The measuring bodies of one story.

    Args:
        reading: the story.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._saying = frozenset(reading.words["saying"])
        self._measurers = frozenset(reading.words["measurers"])

    def of(self, thing: str, anchor: Node, sentence: Sentence) -> str:
        """Initials (`usgs`), or `institute` and the like; empty for what nobody in particular measures."""
        reading = self._reading
        if not reading.words["concept"].get(thing, {}).get("measured"):
            return ""
        bodies = [m for m in reading.names_in(sentence) if m.kind == "organisation"]
        according = reading.lists.according
        found = {_initials(m.name) for m in bodies if according.search(reading.text, sentence.start, m.start)}
        verb = anchor
        while verb.head.i != verb.i and verb.lemma not in self._saying:
            verb = verb.head
        for subject in (child for child in verb.children if child.dep == "nsubj"):
            for token in (subject, *reading.joined(subject)):
                named = [m for m in bodies if m.start <= token.idx < m.end]
                found |= {_initials(m.name) for m in named}
                if not named and token.lemma in self._measurers:
                    found.add(token.lemma)
        return " ".join(sorted(found))


def _initials(name: str) -> str:
    """What a body's acronym would be: `U.S. Geological Survey` and `USGS` are `usgs`."""
    if " " not in name:
        return name.lower().replace(".", "")
    return "".join(
        part if part.isupper() else part[0] for part in name.replace(".", "").split() if part[0].isupper()
    ).lower()
