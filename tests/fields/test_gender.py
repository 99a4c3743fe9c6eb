"""He or she: only in sentences that say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim, Comparison, Mode

Rows = Callable[..., list[Comparison]]


def _texts(row: Comparison) -> tuple[str, ...]:
    return tuple(side.claim.text for side in row.sides)


def test_pronouns_are_claims(claims: Callable[..., list[AnyClaim]]) -> None:
    found = claims("gender", "She gave him her coat.")
    assert [(claim.text, claim.value.head) for claim in found] == [
        ("She", "feminine"),
        ("him", "masculine"),
        ("her", "feminine"),
    ]


@pytest.mark.parametrize("text", ["", "They gave them their coat.", "The woman left.", "I saw you and it."])
def test_no_pronoun_no_claim(claims: Callable[..., list[AnyClaim]], text: str) -> None:
    assert claims("gender", text) == []


@pytest.mark.parametrize("mode", ["translation", "draft"])
def test_a_pronoun_that_changed(rows: Rows, mode: Mode) -> None:
    left = "The minister said he would visit the flooded valley on Monday."
    right = "The minister said she would visit the flooded valley on Monday."
    assert [_texts(row) for row in rows("gender", left, right, mode)] == [("he", "she")]


def test_between_outlets_it_may_be_another_person(rows: Rows) -> None:
    left = "The minister said he would visit the flooded valley on Monday."
    right = "The minister said she would visit the flooded valley on Monday."
    assert [row.verdict for row in rows("gender", left, right, "cross-source")] == ["compatible"]


def test_a_translation_may_word_it_freely(rows: Rows) -> None:
    left = "Once elected, the minister promised that he would soon visit the flooded valley."
    right = "After the vote the minister vowed that she would see families of the flooded valley."
    assert [_texts(row) for row in rows("gender", left, right, "translation")] == [("he", "she")]
    assert rows("gender", left, right, "cross-source") == []


@pytest.mark.parametrize("mode", ["translation", "cross-source"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The minister said he would visit the valley.", "The minister said he would visit the valley."),
        ("The minister said he would visit the valley.", "The minister would visit the valley."),
        ("The minister visited it with his family.", "The minister and family visited it."),
        ("He praised her sister and his brother.", "He praised his brother and her sister."),
        ("He told his wife that she would see the valley.", "He told his wife she was going to see the valley."),
        ("The nurse said she had treated forty people.", "The mayor said he had counted the chairs in the hall."),
    ],
)
def test_nothing_is_found(rows: Rows, left: str, right: str, mode: Mode) -> None:
    assert rows("gender", left, right, mode) == []
