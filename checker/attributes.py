"""The model's attribute ruler, which asks of no word twice what its rules say of it.

The ruler turns tags into parts of speech and mends lemmas. Nearly all of its rules look at one word at a time, yet its
matcher tries every rule at every word, which is a sixth of the time of the whole pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_Match = tuple[int, int, int]
# What a rule may look at to be known by a word's form, tag and place in the grammar alone.
_KNOWN = frozenset({"TAG", "DEP", "ORTH", "TEXT", "NORM", "LOWER", "SHAPE", "PREFIX", "SUFFIX", "LENGTH", "IS_SPACE"})


def remember(ruler: Any) -> None:
    """Make a ruler remember what it says of a word; its rules and what they do stay as they are."""
    ruler.matcher = _Remembering(ruler.vocab, ruler.patterns)


class _Remembering:
    """Stands in for a ruler's matcher.

    Args:
        vocab: of the pipeline.
        rules: the ruler's, in order: a match is known by its rule's place.
    """

    def __init__(self, vocab: Vocab, rules: Sequence[Mapping[str, Any]]) -> None:
        self._vocab = vocab
        self._single, self._others = Matcher(vocab), Matcher(vocab)
        for place, rule in enumerate(rules):
            matcher = self._single if all(map(_is_of_one_word, rule["patterns"])) else self._others
            matcher.add(vocab.strings.add(str(place)), rule["patterns"])
        self._of_word = lru_cache(maxsize=1 << 15)(self._matched)

    def __call__(self, doc: Doc, **options: Any) -> list[_Match]:
        """Every rule that matches, with the first word and the end of what it matches."""
        words = doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        found = [(rule, at, at + 1) for at, word in enumerate(words) for rule in self._of_word(*word)]
        return found + self._others(doc, **options)

    def _matched(self, form: int, tag: int, dep: int) -> Iterable[int]:
        """The rules that match a word by itself."""
        doc = Doc(self._vocab, words=[self._vocab.strings[form]])
        doc[0].tag, doc[0].dep = tag, dep
        return tuple(rule for rule, _, _ in self._single(doc, allow_missing=True))


def _is_of_one_word(pattern: Sequence[Mapping[str, Any]]) -> bool:
    return len(pattern) == 1 and pattern[0].keys() <= _KNOWN
