"""Text that means harm, shown and not obeyed."""

from __future__ import annotations

import pytest

from checker.report.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31m", "‹U+001B›[31m"),
        ("\x00\x07\x7f", "‹U+0000›‹U+0007›‹U+007F›"),
        ("\x9b", "‹U+009B›"),
        ("\u202egpj", "‹U+202E›gpj"),
        ("\ud83d", "\ufffd"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
    ],
)
def test_harm_is_shown(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    "text", ["plain", "a\tb\nc", "מרכז\u200f", "می\u200cخواهم", "👩\u200d🚀", "é", "小泉", "\u00a0", ""]
)
def test_ordinary_text_stays(text: str) -> None:
    assert visible(text) == text


def test_one_line() -> None:
    assert one_line(" a\n\n b\x1b ") == "a b‹U+001B›"
