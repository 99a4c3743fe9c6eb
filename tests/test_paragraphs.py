"""Paragraphs are the same however the lines of a text are broken."""

from __future__ import annotations

import textwrap

import pytest

from checker.paragraphs import paragraphs

HEADLINE = "Harbour bridge to close for nine months"
FIRST = (
    "The harbour bridge will close to traffic for nine months from March while its deck is replaced, the city's works "
    "department said on Tuesday after a long debate in the council."
)
SECOND = (
    "Ferries will run every ten minutes during the closure, and lorries will be sent over the northern crossing, which "
    "was widened two years ago at a cost of 40 million dollars."
)


def split(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n \n", "\n\n\n"])
def test_a_blank_line_parts(between: str) -> None:
    assert split(between.join([HEADLINE, FIRST, SECOND])) == [HEADLINE, FIRST, SECOND]


def test_a_line_a_paragraph() -> None:
    assert split(f"{HEADLINE}\n{FIRST}\n{SECOND}") == [HEADLINE, FIRST, SECOND]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
def test_wrapped_lines_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in (HEADLINE, FIRST, SECOND))
    assert split(wrapped) == [HEADLINE, FIRST, SECOND]


def test_short_lines_stay_apart() -> None:
    assert split("Works begin\nBy Jo Ash\nThe works begin today.") == [
        "Works begin",
        "By Jo Ash",
        "The works begin today.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\n"])
def test_nothing_has_no_paragraphs(text: str) -> None:
    assert paragraphs(text) == ()
