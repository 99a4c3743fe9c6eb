"""Numbers that count something.

Value: `Amount` with `of`, the lemma of the counted noun; the claim covers the number through that noun (`54,000 US
troops`). A number with no noun is weak unless the words around it say what it measures. Size: the distance of the two
numbers as a share of the larger, 0 to 1.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.amounts import Amounts
from checker.model import Amount, Claim, Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from checker.parsed import Figure, Parsed

# How many words may stand between a number and its noun: "the 12 worst-hit coastal fishing villages".
_REACH = 7
_NOUNS = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM"})
_JOINS = frozenset({"-", "/", "'s"})


class Field:
    """Counts, by what they count.

    Args:
        words: the tables of `rules/count.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._amounts = Amounts(words["tolerance"])
        self._pronoun = frozenset(words["numbers"]["pronoun"])
        self._single = frozenset(words["numbers"]["single"])
        self._says = frozenset(words["numbers"]["says"])
        self._skipped = frozenset(words["numbers"]["skipped"])

    def find(self, parsed: Parsed) -> Iterator[Claim[Amount]]:
        """Every number that counts."""
        for figure in parsed.figures:
            if figure.kind == "count" and isinstance(figure.value, Amount):
                claim = self._claim(parsed, figure, figure.value)
                if claim:
                    yield claim

    def differ(self, left: Claim[Amount], right: Claim[Amount]) -> Difference | None:
        """How two numbers differ, whatever noun they go with."""
        return self._amounts.differ(left.value, right.value)

    def _claim(self, parsed: Parsed, figure: Figure, value: Amount) -> Claim[Amount] | None:
        span = parsed.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        noun = self._counted(span[-1]) if span is not None else None
        written = parsed.text[figure.start : figure.end].lower()
        if written in (self._pronoun if noun is None else self._single if self._speaks(noun) else ()):
            return None
        end = figure.end if noun is None else max(figure.end, noun.idx + len(noun))
        about = parsed.about(figure.start, figure.end)
        of = None if noun is None else noun.lemma_.lower()
        claim = parsed.claim("count", figure.start, end, replace(value, of=of), about)
        # Nothing is counted in tenths: "around 4.0" measures what the words do not name.
        tells = (about.canonical or about.noun) and value.amount == value.amount.to_integral_value()
        return claim if noun is not None or tells else replace(claim, weak=True)

    def _speaks(self, noun: Token) -> bool:
        """`One dealer said`: any dealer."""
        return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in self._says

    def _counted(self, number: Token) -> Token | None:
        """The noun that a number counts: the last of the run of nouns and adjectives behind it."""
        doc, found = number.doc, None
        for token in doc[number.i + 1 : number.i + 1 + _REACH]:
            if token.is_sent_start:
                break
            if token.pos_ in _NOUNS and token.lemma_.lower() not in self._skipped:
                found = token
            elif token.text not in _JOINS and (token.pos_ not in _BETWEEN or found is not None):
                break
        return found
