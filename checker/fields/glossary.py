"""Terms of the house's termbases.

Value: `Wording` with the term's words as the termbase has them, its concept as head, and as modifiers its status, its
side and its language. About: `status` is `quoted` inside quotation marks. Size: 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.glossary import Term
from checker.model import About, AnyClaim, Difference, Wording
from checker.normalise import PARAGRAPH_BREAK
from checker.parsed import Parsed
from checker.wordings import Finder


class Field:
    """What the termbases name.

    Args:
        words: the tables of `rules/glossary.toml`, with the concepts of the termbases as `concepts`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._terms = [(concept, term) for concept in words.get("concepts", ()) for term in concept.terms]
        self._finder = Finder([term for _, term in self._terms], words)
        self._values = [
            Wording(tuple(term.text.split()), concept.id, (term.status, term.side, term.language))
            for concept, term in self._terms
        ]
        self._places: dict[str, list[int]] = {}
        for place, (concept, _) in enumerate(self._terms):
            self._places.setdefault(concept.id, []).append(place)

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """Every term in the text, of whatever language and status: which of them matter the mode decides."""
        for found in self._finder.find(parsed.text, parsed.story.language) if self._terms else ():
            paragraph = parsed.text.rfind(PARAGRAPH_BREAK, 0, found.start) + 1
            quoted = parsed.text.count('"', paragraph, found.start) % 2
            about = About(thing="term", status="quoted" if quoted else "actual")
            yield parsed.claim("glossary", found.start, found.end, self._values[found.term], about)

    def terms(self, concept: str) -> tuple[Term, ...]:
        """What a concept is called."""
        return tuple(self._terms[place][1] for place in self._places[concept])

    def may_hold(self, text: str, concept: str, term: Term) -> bool:
        """Whether a text has the words of a term in whatever form: see `Finder.may_hold`."""
        return any(
            self._terms[place][1] == term and self._finder.may_hold(text, place) for place in self._places[concept]
        )

    def candidates(self, _claims: Sequence[AnyClaim]) -> Iterator[tuple[int, int]]:
        """None: `checker.renderings` knows which terms answer each other."""
        yield from ()

    def likeness(self, _left: AnyClaim, _right: AnyClaim) -> float:
        """Never alike: see `candidates`."""
        return 0.0

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:  # noqa: ARG002 - the shape of every field
        """Nothing: rows of terms come with their difference."""
        return None
