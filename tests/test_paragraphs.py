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


def test_lines_wider_than_anybody_wraps_are_joined_where_none_ends_a_sentence() -> None:
    wide = textwrap.fill(" ".join([FIRST.rstrip("."), SECOND.rstrip("."), FIRST]), 150)
    assert len(split(wide)) == 1
    assert len(split(f"{FIRST}\n{SECOND}\n{FIRST}")) == 3


def test_a_line_that_goes_on_behind_a_quotation_mark() -> None:
    assert len(split("The lamp is called\n'never' by those who know it.")) == 1


def test_chinese_lines_are_twice_as_wide() -> None:
    line = "市长在星期一宣布大桥将于下个月重新开放并感谢所有参与修复工作的人们"
    assert len(split(f"{line}\n{line}\n{line}。")) == 1
    assert len(split(f"{line}。\n短行。\n{line}。")) == 3


def test_short_lines_stay_apart() -> None:
    assert split("Works begin\nBy Jo Ash\nThe works begin today.") == [
        "Works begin",
        "By Jo Ash",
        "The works begin today.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\n"])
def test_nothing_has_no_paragraphs(text: str) -> None:
    assert paragraphs(text) == ()
