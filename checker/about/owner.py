"""Whose a figure is: the person, company, party or place that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from checker.about.reading import Reading
from checker.parsed import Figure, Mention, Sentence
from checker.tree import Node

_PERSON = frozenset({"person"})


class Owners:
    """The owners of the figures of one story.

    Args:
        reading: the story.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._names = reading.names
        words = reading.words
        self._beside: int = words["beside"]
        self._far: int = words["far"]
        self._lead: int = words["lead"]
        self._most: float = words["principal"]
        self._saying = frozenset(words["saying"])
        self._personal, self._carrying = frozenset(words["personal"]), frozenset(words["carrying"])
        self._by_subject_only = frozenset(words["owned_by_subject"])

    def of(self, kinds: frozenset[str], start: int, end: int, sentence: Sentence) -> str:
        """The nearest name of the kinds that is not a source: before the figure if one stands there, else after it."""
        told = self._by_subject(kinds, start, sentence) if kinds & self._by_subject_only else None
        if told is not None:
            return told
        near = [m for m in self._reading.names_in(sentence) if m.kind in kinds and not self._is_source(m)]
        figures = self._reading.figures
        fence = max((f.end for f in figures if sentence.start <= f.start and f.end <= start), default=0)
        before = [m for m in near if m.end <= start]
        after = [m for m in near if m.start >= end]
        if before and before[-1].start >= fence:
            return before[-1].name
        if after and not any(end <= f.start < after[0].start for f in figures):
            return after[0].name
        if before:
            return before[-1].name
        return self._carried(kinds, sentence) or self._spoken_of(kinds, sentence)

    def aged(self, figure: Figure, sentence: Sentence) -> str:
        """Whose age it is: only a name right beside it, or the subject of its clause."""
        people = [m for m in self._reading.names_in(sentence) if m.kind == "person"]
        beside = next((m.name for m in people if self._is_beside(m, figure)), None)
        if beside is not None:
            return beside
        subject = self._subject(figure.start)
        text = self._reading.text
        written = text[figure.start : figure.end]
        if subject is None or ("-" in written and text[figure.end : figure.end + 2].strip().isalpha()):
            # `The 39-year-old shopkeeper` is whoever the noun says.
            return ""
        found = _name_at(people, subject)
        if found or subject.pos != "PRON":
            return found or (self._principal if sentence.index <= self._lead and not people else "")
        return self._carried(_PERSON, sentence) or self._principal

    def doer(self, token: Node) -> str:
        """The person, by name, who does what the figure counts."""
        while token.head.i != token.i and token.pos not in ("VERB", "AUX"):
            token = token.head
        subject = next((child for child in token.children if child.dep == "nsubj"), None)
        if subject is None or token.lemma in self._saying:
            return ""
        return _name_at([m for m in self._names if m.kind == "person"], subject)

    def _by_subject(self, kinds: frozenset[str], start: int, sentence: Sentence) -> str | None:
        """Whose it is by the grammar: a place is home to so many, or the subject has them; None where that is open."""
        home = self._reading.lists.home.search(self._reading.text, max(0, start - self._far), start)
        named = [m for m in self._names if home and m.kind in kinds and 0 <= home.start() - m.end <= 1]
        if named:
            return named[0].name
        subject = self._subject(start)
        if subject is None:
            return None
        found = next((m for m in self._names if m.start <= subject.idx < m.end), None)
        if found is not None:
            return found.name if found.kind in kinds else None
        return self._carried(kinds, sentence) if subject.pos == "NOUN" else None

    def _is_beside(self, mention: Mention, figure: Figure) -> bool:
        """Nothing but a few small words stands between a name and an age."""
        text, behind = self._reading.text, mention.start >= figure.end
        gap = text[figure.end : mention.start] if behind else text[mention.end : figure.start]
        return len(gap) <= self._beside and bool(self._reading.lists.age_gap.fullmatch(gap))

    def _spoken_of(self, kinds: frozenset[str], sentence: Sentence) -> str:
        """The story's principal, where a pronoun of the sentence must mean him."""
        meant = any(
            token.tag in ("PRP", "PRP$") and token.lower in self._personal
            for token in self._reading.parsed.nodes(sentence)
        )
        return self._principal if "person" in kinds and meant else ""

    @cached_property
    def _principal(self) -> str:
        """The person whom the story is about: named far more often than any other; empty where there is none."""
        counts = Counter(m.name for m in self._names if m.kind == "person").most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] < self._most * counts[1][1]):
            return ""
        return counts[0][0]

    def _subject(self, start: int) -> Node | None:
        """The subject of the clause that the figure stands in; of a relative clause, what it belongs to."""
        token = self._reading.anchor(start, start + 1)
        while token is not None:
            if token.dep == "appos":
                return token.head
            subject = next((child for child in token.children if child.dep in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                clause = token
                while clause.dep == "conj":
                    clause = clause.head
                return clause.head if subject.tag in ("WDT", "WP") and clause.dep == "relcl" else subject
            token = token.head if token.head.i != token.i else None
        return None

    def _carried(self, kinds: frozenset[str], sentence: Sentence) -> str:
        """The subject of the sentence before, for a sentence that goes on with a pronoun."""
        if sentence.index == 0 or self._reading.parsed.nodes(sentence)[0].lemma not in self._carrying:
            return ""
        before = self._reading.parsed.sentences[sentence.index - 1]
        return next((m.name for m in self._reading.names_in(before) if m.kind in kinds), "")

    def _is_source(self, mention: Mention) -> bool:
        """The name is of somebody who says so."""
        root = self._reading.root(mention.start, mention.end)
        if root is None:
            return False
        while root.dep == "conj":
            root = root.head
        return root.dep == "nsubj" and root.head.lemma in self._saying


def _name_at(names: Sequence[Mention], token: Node) -> str:
    """The name of which a token is part; empty for none."""
    return next((m.name for m in names if m.start <= token.idx < m.end), "")
