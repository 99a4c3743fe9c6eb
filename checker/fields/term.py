"""Names and coined words of any kind, by their spelling: drugs, ships, storms, satellites.

Value: `Wording` with the word in small letters as `head` and, as modifiers, what the story takes it for: `word` or the
kind of name. Size: the share of letters in which two spellings differ.

Persons and places are compared with their like in their own fields. Here stands what is no name, and names that one
story takes for a person's and the other for a body's or a town's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from checker.model import About, AnyClaim, Difference, Wording
from checker.places import fold, gazetteer
from checker.stems import stem
from checker.vocabulary import is_word

if TYPE_CHECKING:
    from spacy.vocab import Vocab

    from checker.parsed import Parsed

_PLAIN = "word"


class Field:
    """Finds words that no dictionary has, and sets those that are almost alike side by side.

    Args:
        words: the tables of `rules/term.toml`, with places and names of people.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        find = words["find"]
        self._letters: int = find["letters"]
        self._likeness: float = find["likeness"]
        self._ending: int = find["ending"]
        self._share: float = find["share"]
        self._few: int = find["few"]
        self._styles: list[tuple[str, str]] = [(one, other) for one, other in find["styles"]]
        self._known = frozenset(words["spelling"]["find"]["known"])
        self._given = frozenset(name.lower() for name in words["mentions"]["person"]["given"])
        self._gazetteer = gazetteer(words["places"])

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """The first mention of every unknown word of an English story."""
        if parsed.story.language != "en":
            return
        kinds = {start: mention.kind for mention in parsed.mentions for start in range(mention.start, mention.end)}
        tokens = [token for token in parsed.doc if token.is_alpha and len(token) >= self._letters]
        vocab = parsed.doc.vocab
        unknown = [token for token in tokens if self._is_unknown(token.text, vocab)]
        plain = sum(token.is_lower for token in unknown)
        # Too many of them are another language.
        if plain > max(self._few, self._share * len(tokens)):
            return
        seen: set[str] = set()
        for token in unknown:
            word = fold(token.text)
            if word not in seen:
                seen.add(word)
                value = Wording((word,), word, (kinds.get(token.idx, _PLAIN),))
                yield parsed.claim("term", token.idx, token.idx + len(token), value, About(thing="term"))

    def candidates(self, claims: Sequence[AnyClaim]) -> Iterator[tuple[int, int]]:
        """The pairs of two stories of which each is the other's only likeness, and which no other field compares."""
        stories: dict[str, list[int]] = {}
        for index, claim in enumerate(claims):
            stories.setdefault(claim.story, []).append(index)
        for left, right in combinations(stories.values(), 2):
            pairs = list(self._near(claims, left, right))
            times = Counter(index for pair in pairs for index in pair)
            yield from (pair for pair in pairs if all(times[index] == 1 for index in pair))

    def likeness(self, left: AnyClaim, right: AnyClaim) -> float:
        """1 for the pairs that are looked at: they have been chosen."""
        return float(left.story != right.story)

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two words differ in their letters."""
        if left.value.head == right.value.head:
            return None
        likeness = OSA.normalized_similarity(left.value.head, right.value.head)
        return Difference("spelling", round(1 - likeness, 4))

    def _is_unknown(self, word: str, vocab: Vocab) -> bool:
        lower = fold(word)
        known = is_word(word, vocab) or lower in self._known or lower in self._given
        return not known and not word.isupper() and self._gazetteer.find(word) is None

    def _near(self, claims: Sequence[AnyClaim], left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
        """The pairs of words of two stories that are almost one, and each of one story only."""
        heads = [{claims[index].value.head for index in side} for side in (left, right)]
        mine = [index for index in left if claims[index].value.head not in heads[1]]
        yours = [index for index in right if claims[index].value.head not in heads[0]]
        if not mine or not yours:
            return
        texts = [[claims[index].value.head for index in side] for side in (mine, yours)]
        scores = process.cdist(*texts, scorer=OSA.normalized_similarity, score_cutoff=self._likeness)
        for row, column in zip(*scores.nonzero(), strict=True):
            one, other = mine[int(row)], yours[int(column)]
            if self._may_be_one(claims[one].value, claims[other].value):
                yield one, other

    def _may_be_one(self, one: Wording, other: Wording) -> bool:
        """No other field compares them, and they are no two forms or styles of one word."""
        if one.modifiers == other.modifiers and one.modifiers != (_PLAIN,):
            return False
        left, right = one.head, other.head
        if left[0] != right[0] or self._in_style(left) == self._in_style(right):
            return False
        return not self._is_inflected(left, right)

    def _is_inflected(self, left: str, right: str) -> bool:
        """Two words that differ at their ends may be forms of one."""
        start = next((at for at, pair in enumerate(zip(left, right, strict=False)) if len(set(pair)) > 1), None)
        if start is None or stem(left) == stem(right):
            return True
        return min(len(left), len(right)) - start < self._ending

    def _in_style(self, word: str) -> str:
        for one, other in self._styles:
            word = word.replace(other, one)
        return word
