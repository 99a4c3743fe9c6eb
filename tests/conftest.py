"""What the tests share: one ruleset and one parser for the whole session."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import Checker
from checker.extract import parse
from checker.language import Parser
from checker.model import AnyClaim, Story
from checker.parsed import Parsed
from checker.rules import Ruleset, load


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    return load()


@pytest.fixture(scope="session")
def parser(ruleset: Ruleset) -> Parser:
    return Parser(ruleset.words("language"))


@pytest.fixture(scope="session")
def parsed(ruleset: Ruleset, parser: Parser) -> Callable[..., Parsed]:
    """A function that parses one text as a story."""

    def build(text: str, **story: object) -> Parsed:
        return parse([Story(name="story", text=text, **story)], parser, ruleset)[0]  # type: ignore[arg-type]

    return build


@pytest.fixture(scope="session")
def claims(ruleset: Ruleset, parsed: Callable[..., Parsed]) -> Callable[..., list[AnyClaim]]:
    """A function that finds the claims of one field in one text."""
    from checker import fields

    loaded = fields.load(ruleset)

    def find(field: str, text: str, **story: object) -> list[AnyClaim]:
        return sorted(loaded[field].find(parsed(text, **story)), key=lambda claim: claim.start)

    return find


@pytest.fixture(scope="session")
def checker(parser: Parser) -> Checker:
    """One checker for every test; it shares the parser."""
    made = Checker()
    made._parser = parser  # noqa: SLF001 - the model is loaded once
    return made
