"""What a stretch of time is the length of: `the 19-day strike`, `17 hours of talks`, `held hostage for seven months`.

`rules/lasting.toml` says which words are one thing that lasts. A stretch between two things (`two days before the
strike`) is the length of neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from checker.tree import Node, Stretch

_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_MEASURES = ("dobj", "npadvmod", "attr", "oprd")
_STATES = ("acomp", "oprd", "dobj", "attr")


class Lasting:
    """Finds what a stretch of time is the length of.

    Args:
        words: the tables of `rules/lasting.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._nouns, self._verbs, self._since = (_by_word(words["kind"], name) for name in ("nouns", "verbs", "since"))
        self._until = {kind: frozenset(spec["until"]) for kind, spec in words["kind"].items() if "until" in spec}
        self._lasts = frozenset(words["verbs"]["last"])
        self._maybe = frozenset(words["verbs"]["maybe"])
        self._filled = frozenset(words["links"]["filled"])
        self._through = frozenset(words["links"]["through"])
        self._between = frozenset(words["between"]["behind"])
        self._after = frozenset(words["between"]["after"])
        self._reach: int = words["between"]["reach"]
        self._others = frozenset(words["between"]["others"])
        self._some = frozenset(words["between"]["before"])
        self._units = frozenset(words["units"])

    def of(self, figure: Stretch, unit: str | None) -> str:
        """The kind of thing that lasts so long; empty where the grammar does not tell, or it is in no list.

        Args:
            figure: the tokens of the stretch of time.
            unit: in which it is measured.
        """
        if unit not in self._units or self._is_possible(figure):
            return ""
        if self._is_between(figure):
            return self._begun(figure)
        return next(filter(None, map(self._kind, self._candidates(figure.root, figure))), "")

    def _is_possible(self, figure: Stretch) -> bool:
        """What may last so long does not."""
        verb = next((token for token in figure.root.ancestors if token.pos in _VERBS), None)
        return verb is not None and any(child.lower in self._maybe for child in verb.children)

    def _begun(self, figure: Stretch) -> str:
        """`Released seven months after they were seized`: from where it began to where it ended."""
        nodes = figure.root.nodes
        link = nodes[figure.end] if figure.end < len(nodes) else None
        if link is None or link.lower not in self._after:
            return ""
        verb = next((token for token in figure.root.ancestors if token.pos in _VERBS), None)
        behind = takewhile(lambda node: not node.opens, nodes[link.i + 1 : link.i + 1 + self._reach])
        first = next((node for node in behind if node.lemma in self._since), None)
        if first is None or verb is None:
            return ""
        kind = self._since[first.lemma]
        return kind if {verb.lemma, verb.head.lemma} & self._until[kind] else ""

    def _is_between(self, figure: Stretch) -> bool:
        """`Two days after`, `three years ago`, `the last two weeks`: from one thing to another, or a piece."""
        nodes = figure.root.nodes
        behind = nodes[figure.end].lower if figure.end < len(nodes) else ""
        before = nodes[figure.start - 1].lower if figure.start else ""
        return behind in self._between or before in self._some

    def _candidates(self, root: Node, figure: Stretch) -> Iterator[Node]:
        """What may last so long, the nearest in the grammar first."""
        head = root.head
        if root.dep not in ("pobj", "dobj", "ROOT") and head.pos in _NOUNS and head.i >= figure.end:
            # `A 19-day strike`.
            yield head
            return
        yield from self._filling(root)
        if any(child.lower == "of" for child in root.children):
            return
        if root.dep == "pobj" and head.lower == "of" and head.head.pos in _NOUNS:
            # `A trial of nine weeks`.
            yield from (head.head, *self._filling(head.head))
        elif root.dep == "pobj" and head.lower in self._through:
            yield from self._governed(head.head)
        elif root.dep in _MEASURES and head.pos in _VERBS:
            yield from self._measured(head)

    def _filling(self, token: Node) -> Iterator[Node]:
        """`Seven months in captivity`, `three days of rain`."""
        for link in token.children:
            if link.dep == "prep" and link.lower in self._filled:
                yield from (child for child in link.children if child.dep in ("pobj", "pcomp"))

    def _governed(self, verb: Node) -> Iterator[Node]:
        """What lasts where a verb tells for how long: `was closed`, `had been ill`, `were held in captivity`."""
        for child in verb.children:
            if child.dep in _STATES:
                # `A state of emergency`.
                yield from (child, *self._filling(child))
        yield verb
        yield from self._filling(verb)

    def _measured(self, verb: Node) -> Iterator[Node]:
        """`The talks lasted 17 hours`, `they spent a year in captivity`."""
        if verb.lemma not in self._lasts:
            return
        yield from self._filling(verb)
        yield from (child for child in verb.children if child.dep in _SUBJECTS)
        if verb.dep == "relcl":
            yield verb.head

    def _kind(self, token: Node) -> str:
        if any(child.lower in self._others for child in token.children):
            return ""
        lemma = token.lemma
        if token.pos in _VERBS:
            return self._verbs.get(lemma, "") or self._nouns.get(token.lower, "")
        return self._nouns.get(lemma, "")


def _by_word(kinds: Mapping[str, Any], table: str) -> dict[str, str]:
    """Which kind each word of a table speaks of."""
    return {word: kind for kind, spec in kinds.items() for word in spec.get(table, ())}
