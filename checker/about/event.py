"""Which event a figure is of: the one told, an earlier one, or one somewhere else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from checker.about.reading import Reading
from checker.about.thing import Things
from checker.model import AGO, Interval
from checker.parsed import Figure, Mention, Sentence
from checker.tree import Node


class Events:
    """The events that one story tells of beside its own.

    Args:
        reading: the story.
        things: what its figures are about.
    """

    def __init__(self, reading: Reading, things: Things) -> None:
        self._reading = reading
        self._things = things
        words = reading.words
        self._compared: int = words["compared"]
        self._far: int = words["far"]
        self._lead: int = words["lead"]
        self._old: int = words["other_event_days"]
        self._previous, self._coming = frozenset(words["previous"]), frozenset(words["coming"])
        self._carrying = frozenset(words["carrying_event"])
        self._prepositions = frozenset(words["prepositions"])
        self._indefinite, self._disasters = frozenset(words["indefinite"]), frozenset(words["disasters"])

    def of(self, figure: Figure, thing: str, sentence: Sentence, *, own: bool) -> str:
        """What sets the event of the figure apart from the event told; empty when nothing does.

        A date belongs to the nearest of several figures for one thing: `62 percent, up from 56 in 2021`. Of what lasts,
        only a date of its own tells: those who were seized last year were held until today.

        Args:
            figure: an amount.
            thing: what it is about.
            sentence: in which it stands.
            own: only what dates the figure itself counts.
        """
        behind = self._reading.behind(figure).split()[:1]
        if behind and behind[0] in self._previous:
            return behind[0]
        found = [event for event in self._others.get(sentence.index, ()) if self._is_dated(figure, event[1], own=own)]
        if not found:
            carried = sentence.index and self._reading.parsed.nodes(sentence)[0].lemma in self._carrying
            return self._others.get(sentence.index - 1, [("", 0)])[-1][0] if carried else ""
        key, place = min(found, key=lambda event: abs(event[1] - figure.start))
        return "" if self._has_nearer(figure, thing, place) else key

    def _has_nearer(self, figure: Figure, thing: str, place: int) -> bool:
        """Between the figure and a date behind it stands another for the same thing."""
        return any(
            figure.start < other.start < place and other.kind == figure.kind and self._things.of(index)[0] == thing
            for index, other in enumerate(self._reading.figures)
        )

    def _is_dated(self, figure: Figure, place: int, *, own: bool) -> bool:
        """The date at a place is the figure's: it dates what governs the figure, or who does that unless `own`."""
        reading = self._reading
        before = reading.text[figure.end : place].lower().split()[-self._compared :]
        if not reading.lists.comparing.isdisjoint(before):
            # `6,000 more than in August` is a figure of today.
            return False
        date, anchor = reading.anchor(place, place + 1), reading.anchor(figure.start, figure.end)
        if date is None or anchor is None:
            return True
        told = next((token for token in date.ancestors if token.pos in ("VERB", "AUX")), None)
        if told is None or told.i == anchor.i or any(told.i == token.i for token in anchor.ancestors):
            return True
        doc = reading.parsed.doc
        subjects = [doc[subject.i] for subject in _subjects_over(anchor)] if not own else []
        return any(subject.left_edge.i <= told.i <= subject.right_edge.i for subject in subjects)

    @cached_property
    def _others(self) -> dict[int, list[tuple[str, int]]]:
        """Sentences that tell of another event, by index: its place or time, and where the words for it stand."""
        others: dict[int, list[tuple[str, int]]] = {}
        for key, at in (*self._elsewhere(), *self._dated()):
            others.setdefault(self._reading.parsed.sentence_at(at).index, []).append((key, at))
        return others

    def _dated(self) -> Iterator[tuple[str, int]]:
        """The times that are not the story's own, and where they stand."""
        today = self._reading.parsed.story.published
        dated = [(f, f.value) for f in self._reading.figures if f.kind == "date" and isinstance(f.value, Interval)]
        years = [value.start.year for figure, value in dated if value.start and not self._is_to_come(figure)]
        year = today.year if today else max(years, default=0)
        for figure, value in dated:
            # What has lasted since then, or ended with it, is of today.
            if not self._reading.before(figure).endswith(self._reading.lists.lasting):
                key = self._time(figure, value, year)
                if key:
                    yield key, figure.start

    def _time(self, figure: Figure, value: Interval, year: int) -> str:
        """A date that is not of the story's own time; empty where it is."""
        reading, today = self._reading, self._reading.parsed.story.published
        if value.start is None or value.end is None:
            # Years ago, in a story with no date, is some earlier event's.
            if reading.lists.ago.search(reading.text[figure.start : figure.end]):
                return AGO
            # A bare month, in a story with no date: only the lead may speak of today.
            late = reading.parsed.sentence_at(figure.start).index > 1
            return f"-{value.month:02}" if value.stated == "month" and value.month and late else ""
        if today is None:
            return f"{value.start.year}" if value.end.year <= year and value.start.year < year else ""
        if value.end > today or (today - value.end).days < self._old:
            return ""
        return f"-{value.start.month:02}" if value.start.year == year else f"{value.start.year}"

    def _is_to_come(self, figure: Figure) -> bool:
        """A date of what will be: it says nothing of the story's own year."""
        sentence = self._reading.parsed.sentence_at(figure.start)
        return any(
            token.lemma in self._coming for token in self._reading.parsed.nodes(sentence) if token.idx < figure.start
        )

    def _elsewhere(self) -> Iterator[tuple[str, int]]:
        """The places of `a quake in China` that the lead does not know: today's would be `the` quake."""
        places = [m for m in self._reading.names if m.kind == "place"]
        sentences = self._reading.parsed.sentences
        lead = sentences[min(self._lead, len(sentences) - 1)].end
        told = {m.name for m in places if m.start < lead}
        for mention in places:
            if mention.start >= lead and mention.name not in told and self._is_new_at(mention):
                yield mention.name, mention.start

    def _is_new_at(self, mention: Mention) -> bool:
        """`A quake in` this place."""
        root = self._reading.root(mention.start, mention.end)
        link = root.head if root is not None else None
        if link is None or link.dep != "prep" or link.lower not in self._prepositions:
            return False
        new = any(child.dep == "det" and child.lower in self._indefinite for child in link.head.children)
        return new and link.head.lemma in self._disasters


def _subjects_over(anchor: Node) -> Iterator[Node]:
    """The subjects of all that governs a token."""
    for token in anchor.ancestors:
        yield from (child for child in token.children if child.dep.startswith("nsubj"))
