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
    assert lines[-1] == "For a page to read add --open, or --html report.html"
    assert lines[-2].startswith("8 differences to look at in 10 stories on 2 events:")
    assert "1 could not be decided" in lines[-3]


def told(left: str, right: str, message: str = "M.", names: tuple[str, str] = ("a", "b")) -> Report:
    """Two stories of one line each, which is all that differs."""
    one, two = (
        dataclasses.replace(HERALD, text=left, name=names[0]),
        dataclasses.replace(COURIER, text=right, name=names[1]),
    )
    finding = row("variant", "error", "x", message, [claim(one, "person", left)], [claim(two, "person", right)])
    return Report("cross-source", "m", (one, two), (Event("e", names, (finding,)),))


WIDE = ["小泉進次郎", "Lindqvist 🔥", "👩‍👩‍👧 family", "Jose\u0301", "한글", "नमस्ते", "ｶﾞ", "مارتا"]


@pytest.mark.parametrize("wording", WIDE)
def test_wide_characters_stay_in_line(wording: str) -> None:
    shown = text.render(told(wording, "Koizumi"), 80, colour=False)
    rows = [line for line in shown.splitlines() if re.search(r"  [ab]\Z", line)]
    assert len(rows) == 2
    assert len({cell_len(line) for line in rows}) == 1


@pytest.mark.parametrize("wording", WIDE)
def test_wide_characters_fit(wording: str) -> None:
    story = f"Who was it? {wording * 9} said so {wording * 9}, and {wording} said it again, loudly."
    one, two = dataclasses.replace(HERALD, text=story), dataclasses.replace(COURIER, text=story)
    finding = row("variant", "error", "x", story, [claim(one, "person", wording, 17)], [claim(two, "person", wording)])
    event = Event("e", (one.name, two.name), (finding,))
    shown = text.render(Report("cross-source", "m", (one, two), (event,)), 40, colour=False)
    assert max(map(cell_len, shown.splitlines())) <= 40


def test_what_does_not_fit_beside_a_wording_stands_under_it() -> None:
    names = ("the-morning-chronicle-of-the-coast.txt", "b.txt")
    shown = text.render(told("He saw a very long quotation here", "He saw it", names=names), 60, colour=False)
    place = shown.splitlines().index("    He saw a very long quotation here")
    assert shown.splitlines()[place + 1 : place + 4] == [
        "      the-morning-chronicle-of-the-coast.txt",
        "    He saw it",
        "      b.txt",
    ]
    assert "    He saw it                          b.txt" in text.render(
        told("He saw a very long quotation here", "He saw it", names=names), 80, colour=False
    )


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (60, "      … said. Mayor Thomas Brandl said that nobody was …"),
        (80, "      … the survey said. Mayor Thomas Brandl said that nobody was hurt and …"),
    ],
)
def test_a_wording_stands_in_its_sentence(width: int, line: str) -> None:
    assert line in text.render(sample(), width, colour=False).splitlines()


def test_no_sentence_where_there_is_no_room() -> None:
    lines = text.render(sample(), 20, colour=False).splitlines()
    assert sum("Thomas Brandl" in line for line in lines) == 2
    assert not [line for line in lines if line.strip() == "…"]


def test_the_wording_that_shows_the_difference_stands_for_all() -> None:
    lines = text.render(sample(), 100, colour=False).splitlines()
    place = lines.index("  3 Person: variant, error")
    assert lines[place + 1].startswith("    Marta Lindqvist  ")
    assert lines[place + 3] == "      also Ms Lindqvist"


def test_stories_are_not_torn_from_their_dates() -> None:
    names = ("morning-post.txt", "evening-standard.txt")
    lines = text.render(told("A", "B", names=names), 45, colour=False).splitlines()
    assert lines[1:3] == ["morning-post.txt (2026-03-04)", "evening-standard.txt (2026-03-05)"]


def test_the_last_line_says_what_to_open() -> None:
    page = f"out/{'long/' * 30}report.html"
    assert text.render(sample(), 60, colour=False, page=page).endswith(f"\nOpen {page}\n")
    assert "\x1b" not in text.render(sample(), 60, colour=False, page="a\x1b[2J.html")


def test_nothing_found_is_one_line() -> None:
    assert text.render(Report("cross-source", "m", (), ()), 80, colour=False) == "Nothing to compare: no stories.\n"


def test_every_field_has_a_name_and_a_place_in_the_order(ruleset: Ruleset) -> None:
    # Passages of a translation have rules and no module: no story alone holds one.
    known = set(fields.load(ruleset)) | {rule.field for rule in ruleset.rules}
    assert set(words()["fields"]) == known
    assert set(words()["desk_order"]) == known | set(words()["desk_things"])
