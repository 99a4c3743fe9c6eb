"""The report in a terminal."""

from __future__ import annotations

import dataclasses
import re

import pytest
from rich.cells import cell_len

from checker import fields
from checker.model import Event, Report
from checker.report import text
from checker.report.wording import words
from checker.rules import Ruleset
from tests.report.sample import COURIER, HERALD, claim, row, sample


def test_plain_has_no_escape_and_no_box() -> None:
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2500-\u257f]",
        text.render(sample(), 100, colour=False),
    )


def test_colour_only_where_asked() -> None:
    coloured = text.render(sample(), 100, colour=True)
    assert "\x1b[1;31m" in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b" not in plain
    assert [line.rstrip() for line in plain.splitlines()] == text.render(sample(), 100, colour=False).splitlines()


@pytest.mark.parametrize("colour", [False, True])
def test_a_story_cannot_steer_the_terminal(*, colour: bool) -> None:
    evil = dataclasses.replace(
        HERALD, name="a\x1b]0;owned\x07.txt", title="\x1b[2J\x9b2J", text="Say \x1b[31mred\x1b[0m."
    )
    finding = row(
        "conflict", "error", "x", "It says \x1b[31mred\x07 and \u202ederc.",
        [claim(evil, "item", "\x1b[31mred\x1b[0m")], [claim(COURIER, "item", "Port")],
    )  # fmt: skip
    event = Event("e", (evil.name, COURIER.name), (finding,))
    shown = text.render(Report("cross-source", "m", (evil, COURIER), (event,)), 80, colour=colour)
    ours = re.sub(r"\x1b\[[0-9;]*m", "", shown) if colour else shown
    assert not re.search(r"[\x1b\x07\x9b\u202e]", ours)
    assert "‹U+001B›[31mred‹U+001B›[0m" in ours
    assert "\x1b[31mred" not in shown


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit(width: int) -> None:
    assert max(map(cell_len, text.render(sample(), width, colour=False).splitlines())) <= width


def test_order_and_last_line() -> None:
    lines = text.render(sample(), 200, colour=False).splitlines()
    heads = [line for line in lines if re.match(r" {2}\d ", line)]
    assert heads == [
        "  1 Person: variant, warning",
        "  2 Quantity: conflict, error",
        "  3 Person: variant, error",
        "  4 Person: missing, warning",
        "  5 Count: update, note",
        "  6 Quotation: variant, note",
        "  7 Agreed item: variant, warning",
        "  8 Action: conflict, error",
    ]
    assert lines[-1].startswith("8 differences to look at in 10 stories on 2 events:")
    assert "1 could not be decided" in lines[-2]


def test_wide_characters_stay_in_line() -> None:
    left = dataclasses.replace(HERALD, text="小泉進次郎", name="a")
    right = dataclasses.replace(COURIER, text="Koizumi", name="b")
    finding = row(
        "variant", "error", "x", "M.", [claim(left, "person", "小泉進次郎")], [claim(right, "person", "Koizumi")]
    )
    shown = text.render(
        Report("cross-source", "m", (left, right), (Event("e", ("a", "b"), (finding,)),)), 80, colour=False
    )
    rows = [line for line in shown.splitlines() if re.search(r"  [ab]\Z", line)]
    assert len({cell_len(line) for line in rows}) == 1


def test_nothing_found_is_one_line() -> None:
    assert text.render(Report("cross-source", "m", (), ()), 80, colour=False) == "Nothing to compare: no stories.\n"


def test_every_field_has_a_name_and_a_place_in_the_order(ruleset: Ruleset) -> None:
    known = set(fields.load(ruleset))
    assert set(words()["fields"]) == known
    assert set(words()["desk_order"]) == known
