"""The tokenizer keeps compounds whole, and cuts everything else as the model's own does."""

from __future__ import annotations

import importlib

import pytest
from spacy.language import Language

from checker.language import MODELS, Parser
from checker.rules import Ruleset

TEXT = (
    "The U.S. didn't say it'd bring 3.5m surface-to-air rounds (a State-of-the-Art kind) to O'Neill's at 5pm; "
    "see http://example.org/one-to-one or mail a.b@example.org. Gov. Roe's one-on-one with J.R. cost £4bn, don't ask."
)


@pytest.fixture(scope="module")
def bare() -> Language:
    """The model as it comes."""
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    loaded: Language = importlib.import_module(name).load()
    return loaded


def words(parser: Parser, text: str) -> list[str]:
    return [token.text for token in parser.parse([text])[0]]


@pytest.mark.parametrize("compound", ["surface-to-air", "State-of-the-Art", "one-on-one", "SURFACE-TO-AIR"])
def test_a_compound_is_one_word(parser: Parser, compound: str) -> None:
    assert words(parser, f"They talked of {compound} systems.") == ["They", "talked", "of", compound, "systems", "."]


@pytest.mark.parametrize("other", ["U.S.-Japan", "10-to-12", "well-known", "surface-to-air-launched"])
def test_other_hyphens_are_cut_as_before(parser: Parser, bare: Language, other: str) -> None:
    assert words(parser, f"A {other} case.") == [token.text for token in bare(f"A {other} case.")]


def test_everything_else_is_cut_as_before(parser: Parser, bare: Language) -> None:
    plain = TEXT.replace("surface-to-air", "old").replace("State-of-the-Art", "new").replace("one-on-one", "talk")
    assert words(parser, plain) == [token.text for token in bare(plain)]


def test_a_model_that_is_named_is_told_the_same(ruleset: Ruleset, parser: Parser, bare: Language) -> None:
    named = Parser(ruleset.words("language"), model=f"{bare.meta['lang']}_{bare.meta['name']}")
    assert words(named, TEXT) == words(parser, TEXT)
    assert named.model == parser.model
