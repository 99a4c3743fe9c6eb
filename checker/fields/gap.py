"""Gaps in the grammar, where a word that the sentence cannot do without is missing.

Value: `Wording` with the words beside the gap, and its kind as `head` (see `checker.gaps`). About: `context` the stems
of the sentence. Size: none, a gap is there or it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from checker.around import Around, around
from checker.gaps import gaps
from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Parsed, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ENDS = frozenset({"", "\n", ".", "!", "?", '"'})


class Field:
    """Finds where something is evidently missing.

    Args:
        words: the tables of `rules/gap.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """A claim for every gap in an English story; headlines, questions and scraps have a grammar of their own."""
        if parsed.story.language != "en":
            return
        for sentence in parsed.sentences:
            tokens = [token for token in sentence.span if not token.is_space]
            if not self._is_whole(parsed, sentence, tokens):
                continue
            for gap in gaps(tokens, self._words):
                beside = [token for token in tokens if gap.first.i <= token.i <= gap.last.i]
                value = Wording(tuple(token.lower_ for token in beside), gap.kind)
                about = About(thing="gap", context=_context(tokens))
                yield parsed.claim("gap", gap.first.idx, gap.last.idx + len(gap.last), value, about)

    def candidates(self, claims: Sequence[Claim[Wording]]) -> Iterator[tuple[int, int]]:
        """The pairs of one kind in different stories, as places in the list."""
        for at, to in combinations(range(len(claims)), 2):
            if claims[at].story != claims[to].story and claims[at].value.head == claims[to].value.head:
                yield at, to

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """1 where both sentences say the same: what both leave out is style."""
        fit, _ = around(left.about.context).fit(around(right.about.context))
        return float(fit >= self._words["sentence"]["fit"])

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:  # noqa: ARG002 - the protocol's
        """Nothing: two gaps that answer each other say the same."""
        return None

    def _is_whole(self, parsed: Parsed, sentence: Sentence, tokens: Sequence[Token]) -> bool:
        """A sentence of the text below the headline, from the end of another one to a full stop."""
        titled = parsed.story.title is not None and sentence.paragraph == 0
        if titled or sum(token.is_alpha for token in tokens) < self._words["sentence"]["words"]:
            return False
        before = parsed.text[: sentence.start].rstrip(" ")[-1:]
        ends = {token.text for token in tokens[-2:]}
        return before in _ENDS and not ends.isdisjoint((".", "!"))


def _context(tokens: Sequence[Token]) -> frozenset[str]:
    content = (token for token in tokens if token.pos_ in _CONTENT and not token.is_stop)
    return Around(frozenset(stem(token.lemma_.lower()) for token in content)).context()
