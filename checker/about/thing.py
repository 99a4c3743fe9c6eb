"""The thing that a figure is about, and whose it is: what its unit, its words, its place or its neighbour tell."""

from __future__ import annotations

import re

from checker.about.concept import Concepts
from checker.about.lists import kinds
from checker.about.owner import Owners
from checker.about.reading import TIMES, Reading, unit_of
from checker.parsed import Figure, Sentence

_ARTICLE = len(" of the ")
_PARENTHESIS = re.compile(r"\([^()]{0,40}\)")


class Things:
    """The things that the figures of one story are about.

    Args:
        reading: the story.
        concepts: the things that its words speak of.
        owners: whose its figures are.
    """

    def __init__(self, reading: Reading, concepts: Concepts, owners: Owners) -> None:
        self._reading = reading
        self._concepts = concepts
        self._owners = owners
        self._words = reading.words
        self._far: int = reading.words["far"]
        self._measured_from = frozenset(reading.words["measured_from"])
        self._known: dict[int, tuple[str, str]] = {}

    def of(self, index: int) -> tuple[str, str]:
        """The thing in the word lists, and whose it is, of the figure of this index; empty where nothing tells."""
        if index not in self._known:
            self._known[index] = self._find(index)
        return self._known[index]

    def _find(self, index: int) -> tuple[str, str]:
        figure = self._reading.figures[index]
        sentence = self._reading.parsed.sentence_at(figure.start)
        thing, owner = self._by_words(index, figure, sentence)
        if thing == "age":
            return thing, self._owners.aged(figure, sentence)
        if thing and not owner:
            wanted = kinds(self._words["concept"].get(thing, {}))
            owner = self._owners.of(wanted, figure.start, figure.end, sentence) if wanted else ""
        return thing, owner

    def _by_words(self, index: int, figure: Figure, sentence: Sentence) -> tuple[str, str]:
        """The thing, and whose it is where the same words tell that, the surest evidence first."""
        anchor = self._reading.anchor(figure.start, figure.end)
        if anchor is None or figure.kind in TIMES:
            return "", ""
        if self._is_age(figure):
            return "age", ""
        noun = self._reading.counted(anchor, figure)
        thing, owner = self._concepts.of(figure, anchor, noun, sentence), ""
        if not thing and self._is_share_of_company(figure):
            thing = "stake"
        if not thing:
            owner = self._distance_from(figure)
            thing = "distance" if owner else ""
        if not thing and not self._reading.share_of(figure, anchor):
            thing, owner = self._by_topic(figure, sentence)
        if not thing and noun is None:
            thing = self._listed(index, figure, sentence)
        return thing, owner

    def _listed(self, index: int, figure: Figure, sentence: Sentence) -> str:
        """The thing of the figure before, for one that goes on its list: `39 in London, 22 in Paris`."""
        before = self._reading.earlier(index, sentence)
        if before is None:
            return ""
        earlier = self._reading.figures[before]
        if earlier.start < sentence.start or earlier.kind != figure.kind:
            return ""
        thing = self.of(before)[0]
        return thing if self._reading.has_unit(thing, figure) else ""

    def _is_age(self, figure: Figure) -> bool:
        """A bare number of years between commas is an age: `Oakes, 53, was convicted`."""
        written = self._reading.text[figure.start : figure.end]
        return unit_of(figure) == "year" and written.split()[-1].isdigit()

    def _is_share_of_company(self, figure: Figure) -> bool:
        """`13.8 percent of Calder`: a percentage of a company is a stake."""
        if figure.kind != "percent" or not self._reading.text.startswith(" of ", figure.end):
            return False
        mentions = self._reading.parsed.mentions
        return any(m.kind == "organisation" and 0 < m.start - figure.end <= _ARTICLE for m in mentions)

    def _distance_from(self, figure: Figure) -> str:
        """The place from which a length is measured: `35 miles southwest of Oslo`."""
        if figure.kind != "quantity" or unit_of(figure) not in self._words["dimension"]["length"]:
            return ""
        for mention in self._reading.parsed.mentions:
            if mention.kind == "place" and 0 <= mention.start - figure.end <= self._far:
                between = self._reading.text[figure.end : mention.start]
                words = _PARENTHESIS.sub(" ", between).lower().replace("-", "").split()
                # The word that ties them stands before the name, or before its article.
                if not self._measured_from.isdisjoint(words[-2:]):
                    return mention.name
        return ""

    def _by_topic(self, figure: Figure, sentence: Sentence) -> tuple[str, str]:
        """In a story on elections a bare percentage beside a candidate is a share of the vote."""
        for concept, fields, topic in self._reading.lists.by_topic:
            if figure.kind in fields and self._reading.lemmas & topic:
                wanted = kinds(self._words["concept"][concept])
                owner = self._owners.of(wanted, figure.start, figure.end, sentence)
                if owner:
                    return concept, owner
        return "", ""
