"""Which words are English, by the tables of the model's lemmatizer: the lemmas of WordNet and irregular forms."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

_TABLES = ("lemma_index", "lemma_exc", "lemma_rules")


def share(pipeline: Language) -> None:
    """Let every document of a pipeline reach the tables of its lemmatizer, where it has them."""
    lookups = getattr(pipeline.get_pipe("lemmatizer"), "lookups", None) if pipeline.has_pipe("lemmatizer") else None
    for name in _TABLES:
        if lookups is not None and lookups.has_table(name):
            pipeline.vocab.lookups.set_table(name, lookups.get_table(name))


@lru_cache(maxsize=65536)
def is_word(word: str, vocab: Vocab) -> bool:
    """Whether the word or what it is a form of is in the tables; True for all words where the model has none."""
    known, endings = _tables(vocab)
    word = word.lower()
    if not known or word in known or vocab[word].is_stop:
        return True
    return any(word.endswith(old) and word[: len(word) - len(old)] + new in known for old, new in endings)


@lru_cache(maxsize=2)
def _tables(vocab: Vocab) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Every lemma and irregular form, and the endings of the regular ones with what stands for them in the lemma."""
    if not all(vocab.lookups.has_table(name) for name in _TABLES):
        return frozenset(), ()
    index, irregular, rules = (vocab.lookups.get_table(name) for name in _TABLES)
    known = {word for words in index.values() for word in words} | {
        word for forms in irregular.values() for word in forms
    }
    endings = {(old, new) for pairs in rules.values() for old, new in pairs if old.isalpha()}
    return frozenset(known), tuple(sorted(endings))
