"""Where findings stand."""

from __future__ import annotations

import dataclasses

import pytest

from checker.model import Anchor, Comparison, Event, Origin, Report
from checker.report.places import SourceFile, findings
from tests.report.sample import COURIER, GRANARY, HERALD, claim, row, sample

FILES = {HERALD.name: SourceFile("en/herald.txt", HERALD.text, verbatim=True, mended=True)}


def told(*rows: Comparison) -> Report:
    names = tuple({side.claim.story: None for one in rows for side in one.sides})
    stories = tuple(story for story in (COURIER, HERALD, *GRANARY) if story.name in names)
    return Report("translation", "m", stories, (Event("e", names, rows),))


def conflict() -> Comparison:
    return row("conflict", "error", "x", "Two.", [claim(HERALD, "item", "14")], [claim(COURIER, "item", "16")])


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("ab", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb\rc", 4, (3, 1)),
        ("\n\n\n", 3, (4, 1)),
        ("é\u2028x", 2, (1, 3)),
        ("a\x0bb\x0cc\x85d", 6, (1, 7)),
        ("😀x", 1, (1, 2)),
    ],
)
def test_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert SourceFile("x", text, verbatim=True).position(offset) == position


def test_a_story_that_is_its_file_has_lines() -> None:
    (found,) = findings(told(conflict()), FILES)
    assert (found.place.path, found.place.start, found.place.end) == ("en/herald.txt", (1, 37), (1, 39))
    assert [(other.path, other.start) for other in found.others] == [(COURIER.name, None)]


def test_of_what_has_no_lines_only_the_file_is_known() -> None:
    origin = SourceFile("en/courier.html", f"<p>{COURIER.text}</p>", mended=True)
    plain = dataclasses.replace(FILES[HERALD.name], mended=False)
    (found,) = findings(told(conflict()), {HERALD.name: plain, COURIER.name: origin})
    assert (found.place.path, found.place.start, found.place.shown) == ("en/courier.html", None, "en/courier.html")


@pytest.mark.parametrize("mended", [HERALD, COURIER])
def test_what_is_to_be_mended_stands_first(mended: object) -> None:
    files = {
        story.name: SourceFile(story.name, story.text, verbatim=True, mended=story is mended)
        for story in (HERALD, COURIER)
    }
    (found,) = findings(told(conflict()), files)
    assert found.place.path == mended.name  # type: ignore[attr-defined]


def test_else_the_odd_one_out() -> None:
    (found,) = findings(told(sample().events[0].comparisons[0]), {})
    assert found.place.path == "agency-5"
    assert [other.group for other in found.others] == [0] * 6


def test_what_only_one_story_has_stands_there() -> None:
    lost = row("missing", "error", "lost", "Lost.", [claim(COURIER, "person", "Piet Aalders")])
    (found,) = findings(told(lost), FILES | {"x": SourceFile("x", mended=True)})
    assert (found.place.path, found.others) == (COURIER.name, ())
    assert found.text == "Lost. “Piet Aalders”"


def test_the_gravest_first_then_by_file_and_line() -> None:
    ranks = [("error", "warning", "note", "none").index(found.row.severity) for found in findings(sample(), {})]
    assert ranks == sorted(ranks)
    late = row("conflict", "error", "x", "", [claim(HERALD, "item", "agreed")])
    early = row("conflict", "error", "y", "", [claim(HERALD, "item", "port")])
    assert [found.row.reason for found in findings(told(late, early), FILES)] == ["y", "x"]


def test_only_findings() -> None:
    assert len(findings(sample(), {})) == 8
    harmless = [one for event in sample().events for one in event.comparisons if one.verdict in ("agree", "compatible")]
    assert findings(told(*harmless), {}) == []


def test_the_message_and_the_other_side_in_one_line() -> None:
    (found,) = findings(told(conflict()), FILES)
    assert found.text == f"Two. “14” Compare {COURIER.name} “16”."
    said = dataclasses.replace(conflict(), message="14 against 16.")
    (found,) = findings(told(said), FILES)
    assert found.text == f"14 against 16. Compare {COURIER.name}."


def test_a_page_knows_where_its_words_stand() -> None:
    story = dataclasses.replace(HERALD, origin=Origin("x.html", (Anchor(0, 7, 5), Anchor(30, 9, 2))))
    files = {HERALD.name: SourceFile("en/x.html", "<p>", mended=True, story=story)}
    (found,) = findings(told(conflict()), files)
    assert (found.place.start, found.place.end) == ((9, 8), (9, 10))
