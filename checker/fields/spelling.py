"""Words that are in no dictionary. Value: the word in small letters; size: letters changed.

It is a finding only where the other story has a word that it is almost: `woudl`, would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import OSA

from checker.model import About, AnyClaim, Difference, Wording
from checker.vocabulary import is_word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Parsed


class Field:
    """Finds words that no table knows.

    Args:
        words: the tables of `rules/spelling.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._letters: int = words["find"]["letters"]
        self._share: float = words["find"]["share"]
        self._few: int = words["find"]["few"]
        self._known = frozenset(words["find"]["known"])

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """A claim for every unknown word in an English story that is no name."""
        if parsed.story.language != "en":
            return
        vocab = parsed.doc.vocab
        named = {mention.start for mention in parsed.mentions}
        plain = [token for token in parsed.doc if self._is_plain(token) and token.idx not in named]
        unknown = [t for t in plain if not is_word(t.text, vocab) and t.lower_ not in self._known]
        # Too many of them are another language, or verse.
        if len(unknown) > max(self._few, self._share * len(plain)):
            return
        for token in unknown:
            value = Wording((token.lower_,), token.lower_)
            yield parsed.claim("spelling", token.idx, token.idx + len(token), value, About(thing="spelling"))

    def _is_plain(self, token: Token) -> bool:
        """Long enough, and without a capital but at the head of a sentence."""
        if len(token) < self._letters or not token.is_alpha:
            return False
        return bool(token.is_lower or (token.is_sent_start and token.is_title and not token.ent_type))

    def candidates(self, claims: Sequence[AnyClaim]) -> Iterator[tuple[int, int]]:  # noqa: ARG002 - the protocol's
        """No pair of them: each is held against the words of the other story."""
        return iter(())

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How many letters two words are apart."""
        distance = OSA.distance(left.value.head, right.value.head)
        return Difference("spelling", float(distance)) if distance else None
