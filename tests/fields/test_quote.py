"""Quotations: what counts as one, who said it, and how two of them differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim, Comparison

Find = Callable[..., list[AnyClaim]]
Rows = Callable[..., list[Comparison]]
SAFE = "The coastal railway remains absolutely safe for passengers"


def _spoken(found: list[AnyClaim]) -> list[str]:
    return [claim.text for claim in found]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ('"We will rebuild the harbour," the mayor said.', ["We will rebuild the harbour"]),
        ("“We will rebuild the harbour,” the mayor said.", ["We will rebuild the harbour"]),
        ("'We will rebuild the harbour,' the mayor said.", ["We will rebuild the harbour"]),
        ("'We won't rebuild the sailors' harbour,' she said.", ["We won't rebuild the sailors' harbour"]),
        (
            '"We will rebuild the harbour," the mayor said, "and every boat in it."',
            ["We will rebuild the harbour", "and every boat in it"],
        ),
        (
            '"We will rebuild the harbour. Nobody will lose a boat."',
            ["We will rebuild the harbour", "Nobody will lose a boat"],
        ),
        (
            '"We will rebuild the harbour.\n\n"And we will do it soon," the mayor said.',
            ["We will rebuild the harbour", "And we will do it soon"],
        ),
    ],
)
def test_what_is_a_quotation(claims: Find, text: str, spoken: list[str]) -> None:
    assert _spoken(claims("quote", text)) == spoken


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "silver fleet" left at noon.',
        'The ministry listed "dual-use" goods.',
        'Salvatore "the Baker" Greco was freed.',
        'She starred in "The Long Winter Of Our Harbour" last year.',
        "The sailors' boats and the anglers' huts were lost in the '90s.",
        "It's the mayor's and the council's harbour, isn't it?",
        "The board is 5'10\" wide and 6'2\" long.",
        'He said "we will rebuild the harbour and left.',
        "The mayor said the harbour would be rebuilt.",
        "",
    ],
)
def test_what_is_no_quotation(claims: Find, text: str) -> None:
    assert _spoken(claims("quote", text)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'"{SAFE}," the transport ministry said.', "transport ministry"),
        (f'"{SAFE}," said the transport ministry.', "transport ministry"),
        (f'A statement from the transport ministry said, "{SAFE}."', "transport ministry"),
        (f'According to the transport ministry, "{SAFE}."', "transport ministry"),
        (f'The transport ministry spoke at noon. The ministry said it was calm. "{SAFE}," it said.', "ministry"),
        (f'"{SAFE}."', ""),
    ],
)
def test_who_said_it(claims: Find, text: str, speaker: str) -> None:
    assert claims("quote", text)[-1].about.owner == speaker


def test_the_words_lose_their_punctuation(claims: Find) -> None:
    found = claims("quote", '"The U.S.-led [allied] fleet, of course, sails," he said.')
    assert found[0].value.words == ("the", "us", "led", "fleet", "of", "course", "sails")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (SAFE, SAFE, "same"),
        (SAFE, "The coastal railway remains absolutely safe for the passengers", "small-words"),
        (SAFE, "The coastal railway remains safe", "ellipsis"),
        (SAFE, "absolutely safe for passengers and crews", "ellipsis"),
        (SAFE, "The coastal railway remains fairly safe for passengers", "altered"),
        ("We did not sell the old ferry to anyone", "We did sell the old ferry to anyone", "altered"),
        ("We won't honour the old ferry contract", "We will not honor the old ferry contract", "spelling"),
    ],
)
def test_how_two_quotations_differ(rows: Rows, left: str, right: str, reason: str) -> None:
    said = [f'"{words}," the transport ministry said.' for words in (left, right)]
    assert [row.reason for row in rows("quote", *said)] == [reason]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f'"{SAFE}," the ministry said.', "The ministry said the coastal railway was still reliable."),
        (f'"{SAFE}," the ministry said.', '"Two new trains have been ordered for the summer," the ministry said.'),
        ('"We will help the farmers to rebuild," she said.', '"We will help the fishermen to sell," she said.'),
        (f'"{SAFE}," the ministry said.', '"Prices for passengers remain too high," the union said.'),
    ],
)
def test_other_sentences_are_no_pair(rows: Rows, left: str, right: str) -> None:
    assert rows("quote", left, right) == []


def test_a_translated_quotation_is_never_a_finding(rows: Rows) -> None:
    left, right = f'"{SAFE}," she said.', '"The coastal railway remains reliable for passengers," she said.'
    assert [row.verdict for row in rows("quote", left, right, "translation")] == ["compatible"]


def test_hostile_marks_take_no_time(claims: Find) -> None:
    assert claims("quote", "\"' " * 3000) == []
