"""A ruler that remembers says of every word what the model's own says."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from checker.attributes import remember
from checker.language import MODELS

TEXTS = (
    "The mayor said he did not know who'd been hurt. That is what it was; there were 12, y'all.",
    "He ain't gonna talk, c'mon!  Let's go, I gotta.\n\nNothin' doin' for 'em: she does what you'd do.",
    "HE HAS TALKED. It has had its day, has it not? Somethin' like that, 'nuff said. Can they? They can't.",
)


@pytest.fixture(scope="module")
def models() -> list[Language]:
    """The model as it comes, and one with a ruler that remembers."""
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    plain, remembering = (importlib.import_module(name).load(exclude=["ner"]) for _ in range(2))
    remember(remembering.get_pipe("attribute_ruler"))
    return [plain, remembering]


def said(doc: Doc) -> list[tuple[str, ...]]:
    return [(token.text, token.pos_, token.tag_, token.lemma_, token.dep_, str(token.morph)) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_is_said_of_every_word(models: list[Language], text: str) -> None:
    plain, remembering = models
    assert said(remembering(text)) == said(plain(text))
    # Once more, from memory.
    assert said(remembering(text)) == said(plain(text))


def test_rules_on_more_than_one_word_and_on_other_things_hold_and_the_last_rule_wins() -> None:
    vocab = English().vocab
    rules: list[Any] = [
        {"patterns": [[{"LOWER": "west"}], [{"LOWER": "old"}, {"LOWER": "town"}]], "attrs": {"LEMMA": "one"}},
        {"patterns": [[{"LOWER": "gate"}, {"LOWER": "east"}]], "attrs": {"LEMMA": "two"}, "index": 1},
        {"patterns": [[{"LOWER": "east", "IS_SENT_START": True}]], "attrs": {"LEMMA": "three"}},
        {"patterns": [[{"ORTH": "East"}]], "attrs": {"LEMMA": "four"}},
    ]
    plain, remembering = AttributeRuler(vocab), AttributeRuler(vocab)
    for ruler in (plain, remembering):
        ruler.add_patterns(rules)
    remember(remembering)
    words = ["East", "of", "the", "Old", "Town", "gate", "east", "of", "west", "town", "gate", "East"]
    assert said(remembering(Doc(vocab, words=words))) == said(plain(Doc(vocab, words=words)))
