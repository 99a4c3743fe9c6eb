"""Markdown: what is text stays where it stands, what is none is set aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker import Checker, Story
from checker.clean import clean
from checker.normalise import normalise
from checker.paragraphs import body, glued
from checker.position import position
from checker.read import read
from checker.rules import Ruleset

FRONT = '---\ntitle: "The bridge"\ndate: 2026-03-04\nlang: de-AT\n---\n'


def story(ruleset: Ruleset, folder: Path, text: str, name: str = "a.md") -> Story:
    path = folder / name
    path.write_bytes(text.encode())
    (found,), errors = read([str(path)], ruleset.words("read"))
    assert errors == []
    assert found.text == text
    ends = [0, *(aside.end for aside in found.set_aside)]
    assert all(aside.start >= end for aside, end in zip(found.set_aside, ends, strict=False))
    return found


def told(found: Story) -> list[str]:
    return normalise(found.text, body(found), glued(found))[0].split("\n\n")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Two ships sank.", ["Two ships sank."]),
        ("# The port\n\nTwo ships *sank*.", ["The port", "Two ships sank."]),
        ("The port\n========\n\nTwo ships __sank__.", ["The port", "Two ships sank."]),
        ("Some **12\nships** sank\nat night.", ["Some 12 ships sank at night."]),
        ('A [big ship](http://a.example/b_(c) "See") sank.', ["A big ship sank."]),
        ("A [big ship][1] sank.[^2]\n\n[1]: http://a.example\n[^2]: Or two.", ["A big ship sank.", "Or two."]),
        ("See ![a ship](ship-12.png) here.", ["See a ship here."]),
        ("Run `make 12` and <https://a.example/12> now.", ["Run and now."]),
        ("Two <b>big</b> ships<br/>sank. <!-- 12 -->", ["Two big ships", "sank. "]),
        ("> Two ships\n> sank.\n\n- one\n  more\n- two\n\n1. three", ["Two ships sank.", "one more", "two", "three"]),
        ("| Port | Ships |\n|---|--:|\n| Tarnow | 12 |", ["Port ", "Ships ", "Tarnow ", "12 "]),
        ("Two.\n\n```sh\nrun 12\n```\n\n    run 13\n\nThree.", ["Two.", "Three."]),
        ("Two.\n\n<!-- not\n\n12 -->\n\n<script>\nlet a = 12\n</script>\n\nThree.", ["Two.", "Three."]),
        ("<div align='center'>\n\nTwo ships.\n\n</div>", ["Two ships."]),
        (
            "Five * 3 is 15, 5*3 too, and snake_case_12 is a name.",
            ["Five * 3 is 15, 5*3 too, and snake_case_12 is a name."],
        ),
        ("The price rose 5\\% to \\$12.", ["The price rose 5% to $12."]),
        ("Two.\n\n***\n\nThree.", ["Two.", "Three."]),
        ('{{< figure src="12.png" >}}\n\nTwo {{ ships }} sank.', ["Two sank."]),
        ("Two.\r\n\r\n- one\r\n- two **bold\r\nships**\r\n", ["Two.", "one", "two bold ships"]),
        (FRONT + "\nTwo ships sank.", ["Two ships sank."]),
        ("+++\ntitle = 'x'\n+++\nTwo ships sank.", ["Two ships sank."]),
        ("---\n\nTwo ships sank.", ["Two ships sank."]),
        ("`open 12\n\nTwo ** ships [sank.", ["`open 12", "Two ** ships sank."]),
    ],
)
def test_what_is_read(ruleset: Ruleset, tmp_path: Path, text: str, paragraphs: list[str]) -> None:
    assert [part for part in told(story(ruleset, tmp_path, text)) if part.strip()] == paragraphs


def test_what_front_matter_states(ruleset: Ruleset, tmp_path: Path) -> None:
    found = story(ruleset, tmp_path, FRONT + "Zwei Schiffe.")
    assert (found.title, found.published, found.language) == ("The bridge", date(2026, 3, 4), "de")
    assert [aside.reason for aside in found.set_aside] == ["front matter"]


@pytest.mark.parametrize("front", ["---\ndate: 2026-02-31\nlang: 12\n---\n", "---\ndate: soon\n---\n", ""])
def test_front_matter_that_states_nothing(ruleset: Ruleset, tmp_path: Path, front: str) -> None:
    found = story(ruleset, tmp_path, front + "# Two ships\n\nThey sank.")
    assert (found.title, found.published, found.language) == ("Two ships", None, "en")


def test_every_stretch_has_its_reason(ruleset: Ruleset, tmp_path: Path) -> None:
    found = story(ruleset, tmp_path, "A `12` [b](c.md) *d* <!-- e -->\n\n```\nf\n```\n\n[g]: h\n")
    assert [(aside.reason, aside.inline) for aside in found.set_aside] == [
        ("code", True),
        ("markup", True),
        ("link target", True),
        ("markup", True),
        ("markup", True),
        ("comment", True),
        ("code", False),
        ("link target", False),
    ]


def test_only_markdown_is_read_as_such(ruleset: Ruleset, tmp_path: Path) -> None:
    assert story(ruleset, tmp_path, "# Two *ships*", "a.txt").set_aside == ()


def test_cleaning_keeps_what_was_set_aside(ruleset: Ruleset, tmp_path: Path) -> None:
    found = story(
        ruleset, tmp_path, FRONT + "Two `x` ships sank off the port of Tarnow on Friday night.\n\nPhoto: AP\n"
    )
    cleaned = clean(found, ruleset.words("clean"), ruleset.words("dateline"))
    assert [aside.reason for aside in cleaned.set_aside] == ["front matter", "code", "photo credit"]


def test_claims_stand_where_the_file_has_them(checker: Checker, ruleset: Ruleset, tmp_path: Path) -> None:
    found = story(ruleset, tmp_path, "# Port\n\nThe storm sank `99` **12\nships** off [Tarnow](t.md?n=77).\n")
    counts = [claim for claim in checker.claims(found) if claim.field == "count"]
    assert [claim.text for claim in counts] == ["12\nships"]
    assert position(found, counts[0].start)[1:] == (3, 23)


@pytest.mark.parametrize("piece", ["[", "![", "<", "`", "*", "](", "{{", "> ", "- ", "|", "<!--", "_"])
def test_much_of_one_thing_is_read_in_time(ruleset: Ruleset, tmp_path: Path, piece: str) -> None:
    assert story(ruleset, tmp_path, "Two " + piece * 3000)
