"""What a figure is tied to in the grammar of its sentence, in canonical words.

`Near` is what the figure itself belongs to: the noun that it counts with its modifiers and complements, and what
governs it up to the verb. `Around` is what else that verb governs. Two figures that are tied to like words answer each
other, however differently their sentences are built: `a trial of nine weeks`, `the seven-week trial`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.stems import stem
from checker.tree import Node, Stretch

_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "appos", "relcl", "acl", "advmod", "npadvmod", "prt"})
_LINKS = frozenset({"prep", "agent", "dative"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd", "xcomp", "prt", "advmod", "conj"})
_CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "relcl", "acl"})


class Ties:
    """Reads the grammar around figures.

    Args:
        words: the tables of `rules/synonyms.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._same = {word: group.split()[0] for group in words["same"] for word in group.split()}
        self._skip = frozenset(words["skip"])
        self._kept = frozenset(words["kept_verbs"])
        self._steps: int = words["steps"]

    def of(self, figure: Stretch, noun: Node | None) -> tuple[frozenset[str], frozenset[str]]:
        """The canonical words near a figure, and those around it.

        Args:
            figure: its tokens.
            noun: the noun that it counts, if it counts one.
        """
        inside = {token.i for token in figure.nodes}
        near = list(self._below(figure.root))
        if noun is not None:
            near += [noun, *self._below(noun)]
        head = noun if noun is not None else figure.root
        path = list(self._above(head))
        near += path
        around = [word for token in path if token.pos in ("VERB", "AUX") for word in self._governed(token)]
        around += [word for token in path if token.pos in ("NOUN", "PROPN") for word in self._below(token)]
        close = self._canonical(token for token in near if token.i not in inside)
        return close, self._canonical(token for token in around if token.i not in inside) - close

    def word(self, lemma: str) -> str:
        """The canonical form of a word: the first of its synonyms, else its stem."""
        return self._same.get(lemma) or stem(lemma)

    def _below(self, head: Node) -> Iterator[Node]:
        """Modifiers and complements of a noun: of the contract, transport (helicopters)."""
        for child in head.children:
            if child.dep in _MODIFIERS:
                yield child
            elif child.dep in _LINKS:
                for inner in child.children:
                    if inner.dep in ("pobj", "pcomp"):
                        yield inner
                        yield from (word for word in inner.children if word.dep in _MODIFIERS)

    def _above(self, token: Node) -> Iterator[Node]:
        """What governs it, up to the first verb, and the verb on which that hangs."""
        verbs = 0
        for _ in range(self._steps):
            if token.head.i == token.i or (verbs and token.dep not in _CLAUSES):
                return
            token = token.head
            verbs += token.pos == "VERB"
            yield token
            if verbs > 1:
                return

    def _governed(self, verb: Node) -> Iterator[Node]:
        """Who does it and to what."""
        for child in verb.children:
            if child.dep in _ARGUMENTS:
                yield child
                yield from (word for word in child.children if word.dep in _MODIFIERS)
            elif child.dep in _LINKS:
                yield from (word for word in child.children if word.dep in ("pobj", "pcomp"))

    def _canonical(self, tokens: Iterator[Node]) -> frozenset[str]:
        found = (self.word(token.lemma) for token in tokens if self._tells(token))
        return frozenset(found)

    def _tells(self, token: Node) -> bool:
        lemma = token.lemma
        skipped = lemma in self._skip and not (token.pos == "VERB" and lemma in self._kept)
        return token.pos in _WORDS and len(lemma) > 1 and not token.like_num and not skipped
