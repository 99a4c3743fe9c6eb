"""The dictionary that comes with the language model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.vocab import Vocab

from checker.parsed import Parsed
from checker.vocabulary import is_word


@pytest.mark.parametrize(
    "word",
    [
        "years",
        "received",
        "Although",
        "organised",
        "organized",
        "metres",
        "quickly",
        "largest",
        "cities",
        "the",
        "went",
    ],
)
def test_words(parsed: Callable[..., Parsed], word: str) -> None:
    assert is_word(word, parsed("Hello.").doc.vocab)


@pytest.mark.parametrize("word", ["yersa", "recived", "woudl", "Altough", "zorble"])
def test_no_words(parsed: Callable[..., Parsed], word: str) -> None:
    assert not is_word(word, parsed("Hello.").doc.vocab)


def test_without_a_dictionary_all_are_words() -> None:
    assert is_word("zorble", Vocab())
