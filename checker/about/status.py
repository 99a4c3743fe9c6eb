"""How sure a figure is: what is, a part or an addition, a forecast, a poll, a possibility."""

from __future__ import annotations

from checker.about.reading import Reading
from checker.about.thing import Things
from checker.parsed import Figure, Sentence
from checker.tree import Node

_DOUBTS = ("poll", "forecast", "threshold", "hypothetical")


class Statuses:
    """How sure the figures of one story are.

    Args:
        reading: the story.
        things: what its figures are about.
    """

    def __init__(self, reading: Reading, things: Things) -> None:
        self._reading = reading
        self._things = things
        words = reading.words
        self._near: int = words["near"]
        self._doubts = {status: frozenset(words[status]) for status in _DOUBTS}
        self._modal, self._first = frozenset(words["modal"]), frozenset(words["first"])
        self._more_before, self._more_after = frozenset(words["more_before"]), frozenset(words["more_after"])
        self._joining = frozenset(words["joining"])

    def of(self, figure: Figure, thing: str, anchor: Node, sentence: Sentence) -> str:
        """The status of a figure: `actual` where nothing tells otherwise.

        Args:
            figure: an amount.
            thing: what it is about.
            anchor: the token that bears the number.
            sentence: in which it stands.
        """
        return self._of_itself(figure, thing) or self._of_clause(anchor, sentence)

    def _of_itself(self, figure: Figure, thing: str) -> str:
        """What stands right beside it tells: a part, an addition, a rate."""
        lists, text = self._reading.lists, self._reading.text
        before = self._reading.before(figure).split()[-1:]
        first = not self._first.isdisjoint(before)
        if figure.kind == "count" and (first or lists.part_of.match(text, figure.end)):
            return "part"
        is_more = figure.kind in ("count", "quantity") and self._is_more(figure, before)
        if is_more and self._is_told_before(figure, thing):
            return "more"
        return "rate" if figure.kind in ("money", "count") and lists.rate.match(text, figure.end) else ""

    def _of_clause(self, anchor: Node, sentence: Sentence) -> str:
        """What governs it tells, or the words before it."""
        verb = next((token for token in (anchor.head, anchor.head.head) if token.pos in ("VERB", "AUX")), None)
        helpers = {child.lower for child in verb.children if child.dep == "aux"} if verb is not None else set()
        if "have" not in helpers and helpers & self._modal:
            return "hypothetical"
        low = max(sentence.span.start, anchor.i - self._near)
        said = self._reading.said
        lemmas = {said[token.i] for token in anchor.nodes[low : anchor.i] if token.pos != "PROPN"}
        return next((status for status, words in self._doubts.items() if not words.isdisjoint(lemmas)), "actual")

    def _is_told_before(self, figure: Figure, thing: str) -> bool:
        """Whether an earlier figure is about the same thing: without one there is nothing to come on top of."""
        figures = self._reading.figures
        earlier = (i for i, f in enumerate(figures) if f.start < figure.start and f.kind == figure.kind)
        return not thing or any(self._things.of(index)[0] == thing for index in earlier)

    def _is_more(self, figure: Figure, before: list[str]) -> bool:
        """`Two more victims`, `another 2,000`, `adding three years`: what comes on top, not the whole."""
        after = [word.rstrip(".,;:") for word in self._reading.behind(figure).split()[:2]]
        return not self._more_before.isdisjoint(before) or (
            len(after) > 1 and after[0] in self._more_after and after[1].isalpha() and after[1] not in self._joining
        )
