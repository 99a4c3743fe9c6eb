"""All that is known of what a figure is about, gathered from the rooms."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from checker.about.concept import Concepts
from checker.about.event import Events
from checker.about.lists import Lists
from checker.about.owner import Owners
from checker.about.reading import Reading, unit_of
from checker.about.scope import Scopes
from checker.about.source import Sources
from checker.about.status import Statuses
from checker.about.syntax import is_selection, lemma_of
from checker.about.thing import Things
from checker.model import About, Amount
from checker.parsed import Figure, Parsed, Sentence
from checker.ties import Ties
from checker.tree import Node, Stretch

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


class Surroundings:
    """What the figures of one story are about.

    Args:
        parsed: the story.
        lists: the word lists.
        ties: reads the grammar around figures.
    """

    def __init__(self, parsed: Parsed, lists: Lists, ties: Ties) -> None:
        self._reading = reading = Reading(parsed, lists)
        self._words = lists.words
        self._ties = ties
        self._scopes = Scopes(reading)
        self._sources = Sources(reading)
        self._owners = Owners(reading)
        self._things = Things(reading, Concepts(reading, self._scopes), self._owners)
        self._events = Events(reading, self._things)
        self._statuses = Statuses(reading, self._things)
        self._starts = [figure.start for figure in parsed.figures]
        self._crowds = Counter(parsed.sentence_at(figure.start).index for figure in parsed.figures)
        self._known: dict[int, About] = {}

    def of(self, start: int, end: int) -> About:
        """What the figure at these characters is about."""
        figures = self._reading.figures
        found = bisect_right(self._starts, start) - 1
        if found < 0 or figures[found].end <= start:
            found += 1
        if found >= len(figures) or figures[found].start >= end:
            return About()
        # A table that was taken for a sentence tells nothing by its words.
        crowd = self._crowds[self._reading.parsed.sentence_at(start).index]
        return About() if crowd > self._words["most_figures"] else self._about(found)

    def _about(self, index: int) -> About:
        if index not in self._known:
            figure = self._reading.figures[index]
            anchor = self._reading.anchor(figure.start, figure.end)
            if anchor is None:
                return About()
            self._known[index] = self._find(index, figure, anchor)
        return self._known[index]

    def _find(self, index: int, figure: Figure, anchor: Node) -> About:
        """The figure's own surroundings; a conversion in brackets takes those of what it converts."""
        sentence = self._reading.parsed.sentence_at(figure.start)
        if figure.kind in ("date", "time"):
            return self._moment(anchor, sentence)
        before = self._reading.earlier(index, sentence)
        if before is not None and self._is_conversion(before, index):
            return self._about(before)
        return self._own(index, anchor, sentence)

    def _is_conversion(self, before: int, index: int) -> bool:
        """`1,000 km (600 miles)`: the second figure says the first again."""
        first, second = self._reading.figures[before], self._reading.figures[index]
        return self._reading.text[first.end : second.start].strip() == "(" and first.kind == second.kind != "count"

    def _moment(self, anchor: Node, sentence: Sentence) -> About:
        """What happens at a date or time: the verb or noun that it belongs to."""
        head = anchor
        while head.head.i != head.i and head.pos not in ("VERB", "AUX"):
            head = head.head
        told = head.pos == "VERB" and head.lemma not in self._words["saying"]
        return About(
            thing=lemma_of(head, self._words["endings"]),
            # In the lead the day is that of the event, not of something else about it.
            canonical=told and sentence.index <= self._words["lead"],
            context=self._context(anchor, sentence),
        )

    def _own(self, index: int, anchor: Node, sentence: Sentence) -> About:
        figure = self._reading.figures[index]
        noun = self._reading.counted(anchor, figure)
        thing, owner = self._things.of(index)
        stretch = self._reading.parsed.stretch(figure.start, figure.end)
        near, around = self._ties.of(stretch, noun) if stretch is not None else (frozenset(), frozenset())
        counted = noun.lemma if noun is not None else self._reading.share_of(figure, anchor)
        lasts = self._lasts(figure, stretch) if not thing and stretch is not None else ""
        thing = thing or lasts
        status = "chosen" if is_selection(anchor, noun) else self._statuses.of(figure, thing, anchor, sentence)
        return About(
            thing=thing or counted,
            canonical=bool(thing) and (bool(owner) or not self._words["concept"].get(thing, {}).get("owned")),
            owner=owner,
            scope=self._scopes.of(figure.start, figure.end, sentence),
            other_event=self._events.of(figure, thing, sentence, own=bool(lasts)),
            status=status,
            source=self._sources.of(thing, anchor, sentence),
            context=self._context(anchor, sentence),
            doer=self._owners.doer(noun or anchor),
            noun=self._ties.word(counted) if counted else "",
            near=near,
            around=around,
        )

    def _lasts(self, figure: Figure, stretch: Stretch) -> str:
        """What lasts so long."""
        return self._reading.lists.lengths.of(stretch, unit_of(figure)) if isinstance(figure.value, Amount) else ""

    def _context(self, anchor: Node, sentence: Sentence) -> frozenset[str]:
        """The content words on either side of a figure."""
        low = max(sentence.span.start, anchor.i - self._words["near"])
        high = min(sentence.span.end, anchor.i + self._words["near"])
        said = self._reading.said
        return frozenset(
            said[token.i]
            for token in anchor.nodes[low:high]
            if token.pos in _CONTENT and not token.like_num and token.end - token.idx > 1
        )
