"""Findings that somebody decided to live with."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from checker import baseline, suppressions
from checker.errors import SuppressionError
from checker.model import Comparison, Event, Report, Story
from checker.patterns import Pattern
from checker.report import html, markdown, text
from checker.report.json import report_form
from checker.report.places import SourceFile
from checker.suppressions import Ground, Suppression
from tests.report.sample import WHY, claim, row

DAY = date(2026, 6, 1)
GROUND = Ground(DAY, {"item.x", "item.y"})
BESIDE = "<!-- checker: ignore item.x until=2026-12-31 reason=Agreed. -->"
ENTRY = '[[suppress]]\nrule = "item.x"\nuntil = 2026-12-31\nreason = "Agreed."\n'


def report(left: str, right: str = "Two ships.", wording: str = "Three ships", name: str = "de/a.md") -> Report:
    one, two = Story(name=name, text=left), Story(name="en/a.md", text=right)
    found = row("conflict", "error", "x", "M.", [claim(one, "item", wording)], [claim(two, "item", "Two ships")])
    return Report("translation", "m", (one, two), (Event("e", (name, "en/a.md"), (found,)),))


def only(told: Report) -> Comparison:
    return told.events[0].comparisons[0]


def origins(told: Report) -> dict[str, SourceFile]:
    return {story.name: SourceFile(story.name, story.text, verbatim=True) for story in told.stories}


def settled(told: Report, files: dict[str, SourceFile] | None = None, ground: Ground = GROUND) -> suppressions.Outcome:
    files = files or origins(told)
    found = [one for name, origin in files.items() for one in suppressions.beside(name, origin)[0]]
    return suppressions.applied(told, found, files, ground)


def entry(**changed: object) -> Suppression:
    return dataclasses.replace(Suppression("s.toml: suppress[0]", "item.x", date(2026, 12, 31), "Agreed."), **changed)  # type: ignore[arg-type]


# --- beside the text ---


@pytest.mark.parametrize(
    "left",
    [
        f"{BESIDE}\nThree ships.\n",
        f"Three ships. {BESIDE}\n",
        f"One.\n\nSome\nThree ships\n{BESIDE}\nmore.\n\nOther.",
        f"One.\n\n{BESIDE}\n\nThree ships.\n\nOther.",
        f"One.\r\n\r\n{BESIDE}\r\n\r\n\r\nThree ships.\r\n",
        f"{BESIDE}\n \t\nThree ships.",
        f"{BESIDE}\r\nOther\r\nThree ships.",
        f"# Three ships\n{BESIDE}",
    ],
)
def test_a_comment_holds_for_its_paragraph_or_the_next(left: str) -> None:
    outcome = settled(report(left))
    assert (only(outcome.report).known, only(outcome.report).suppressed, outcome.said) == (True, "beside", ())
    assert only(outcome.report).note.startswith("Agreed. (until 2026-12-31, de/a.md:")


@pytest.mark.parametrize(
    "left",
    [
        f"Three ships.\n\n{BESIDE}\n",
        f"{BESIDE}\n\nOther.\n\nThree ships.",
        f"{BESIDE} Other.\n\nThree ships.",
        f"Other.\n{BESIDE}\n\nThree ships.",
        f"Other.\r\n{BESIDE}\r\n\r\nThree ships.",
    ],
)
def test_and_for_no_other(left: str) -> None:
    outcome = settled(report(left))
    assert not only(outcome.report).known
    (line,) = outcome.said
    assert line.startswith("de/a.md:")
    assert "stale" in line


def test_in_the_original_it_holds_too() -> None:
    assert only(settled(report("Three ships.", f"{BESIDE}\nTwo ships.")).report).known


def test_another_rule_is_not_meant() -> None:
    outcome = settled(report(f"{BESIDE.replace('item.x', 'item.y')}\nThree ships."))
    assert not only(outcome.report).known
    assert "stale" in outcome.said[0]


def test_after_its_last_day_it_suppresses_nothing() -> None:
    told = report(f"{BESIDE}\nThree ships.")
    assert only(settled(told, ground=Ground(date(2026, 12, 31), GROUND.rules)).report).known
    outcome = settled(told, ground=Ground(date(2027, 1, 1), GROUND.rules))
    assert not only(outcome.report).known
    assert outcome.said == ("de/a.md:1: the suppression of item.x expired on 2026-12-31",)


def test_a_rule_that_is_not_there_is_named() -> None:
    outcome = settled(report(f"{BESIDE.replace('item.x', 'item.z')}\nThree ships."))
    assert outcome.said == ("de/a.md:1: item.z: no such rule; it suppresses nothing",)


def test_one_that_is_wrong_is_named_and_suppresses_nothing() -> None:
    origin = SourceFile("a.md", "One.\n\n<!-- checker: ignore item.x reason=Agreed. -->\n", verbatim=True)
    found, (line,) = suppressions.beside("a", origin)
    assert found == ()
    assert line == "a.md:3: checker: until= must give a day, such as until=2027-01-31; it suppresses nothing"


@pytest.mark.parametrize(
    ("page", "known"),
    [
        (f"{BESIDE}<p>About <b>Three</b>\n ships&nbsp;sank.</p><p>Other.</p>", True),
        (f"<p>{BESIDE}Three ships.</p>", True),
        (f"{BESIDE}<div><h2> </h2><p>Three ships.</p></div>", True),
        (f"{BESIDE}<p>Other.</p><p>Three ships.</p>", False),
        (f"<p>Three ships.</p>{BESIDE}", False),
    ],
)
def test_in_a_page_it_holds_for_the_element_that_follows(page: str, known: bool) -> None:  # noqa: FBT001
    told = report("Three ships.")
    outcome = settled(told, {"de/a.md": SourceFile("de/a.html", page), "en/a.md": SourceFile("en/a.md", "")})
    assert only(outcome.report).known is known


# --- in a file ---


@pytest.mark.parametrize(
    "one",
    [
        entry(),
        entry(text="Three ships"),
        entry(text="Two ships"),
        entry(files=(Pattern("de/**"),)),
        entry(files=(Pattern("x"), Pattern("en/*.md"))),
    ],
)
def test_an_entry_covers(one: Suppression) -> None:
    outcome = suppressions.applied(report("Three ships."), [one], origins(report("Three ships.")), GROUND)
    assert (only(outcome.report).suppressed, outcome.said) == ("file", ())


@pytest.mark.parametrize(
    "one",
    [
        entry(rule="item.y"),
        entry(text="Three"),
        entry(files=(Pattern("fr/**"),)),
        entry(files=(Pattern("de/**"),), text="Two ships"),
    ],
)
def test_an_entry_does_not_cover(one: Suppression) -> None:
    told = report("Three ships.")
    outcome = suppressions.applied(told, [one], origins(told), GROUND)
    assert outcome.report == told
    assert "stale" in outcome.said[0]


def test_of_a_part_nothing_in_a_file_is_stale() -> None:
    told = report("Three ships.")
    outcome = suppressions.applied(told, [entry(rule="item.y")], origins(told), Ground(DAY, GROUND.rules, whole=False))
    assert outcome.said == ()


def test_what_is_harmless_is_not_suppressed() -> None:
    told = report("Three ships.")
    harmless = dataclasses.replace(only(told), verdict="compatible")
    calm = dataclasses.replace(told, events=(dataclasses.replace(told.events[0], comparisons=(harmless,)),))
    assert suppressions.applied(calm, [entry()], {}, GROUND).report == calm


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text(f'{ENTRY}files = ["de/**"]\ntext = "Three  ships"\n', encoding="utf-8")
    (one,) = suppressions.read(path, "sub/")
    assert (one.rule, one.until, one.reason, one.text) == ("item.x", date(2026, 12, 31), "Agreed.", "Three ships")
    assert one.files == (Pattern("sub/de/**"),)
    assert one.place == f"{path}: suppress[0]"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("x = ", "Invalid value"),
        ("suppress = 1", "suppress: must be tables"),
        ("other = 1", "other: unknown key"),
        (f"{ENTRY}line = 3", "suppress[0].line: unknown key; known are rule, until"),
        (ENTRY.replace('rule = "item.x"\n', ""), "suppress[0].rule: missing"),
        (ENTRY.replace('"Agreed."', '" "'), "suppress[0].reason: missing"),
        (ENTRY.replace("until = 2026-12-31\n", ""), "suppress[0].until: must be a day"),
        (ENTRY.replace("2026-12-31", '"2026-12-31"'), "suppress[0].until: must be a day"),
        (ENTRY.replace("2026-12-31", "2026-12-31T10:00:00"), "suppress[0].until: must be a day"),
        (f"{ENTRY}text = 1", "suppress[0].text: not text"),
        (f'{ENTRY}files = "de"', "suppress[0].files: must be a list"),
        (f"{ENTRY}files = []", "suppress[0].files: must be a list"),
        (f"{ENTRY}{ENTRY}text = 1", "suppress[1].text: not text"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, form: str, said: str) -> None:
    path = tmp_path / "s.toml"
    path.write_text(form, encoding="utf-8")
    with pytest.raises(SuppressionError) as refused:
        suppressions.read(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert said in str(refused.value)


# --- in the report ---


def test_it_stays_visible() -> None:
    told = settled(report(f"{BESIDE}\nThree ships.")).report
    shown = text.render(told, 100, colour=False)
    assert shown.startswith(
        "Suppressed: 1 finding\n    Agreed item: Three ships / Two ships\n      Agreed. (until 2026-12-31"
    )
    assert "1 finding suppressed" in shown
    assert "baseline" not in shown + markdown.render(told)
    assert "**Suppressed: 1 finding**" in markdown.render(told)
    assert '<p class="known">Suppressed, with the note <q dir="auto">Agreed.' in html.render(told, WHY)
    (form,) = report_form(told)["events"][0]["comparisons"]
    assert (form["known"], form["suppressed"]) == (True, "beside")


def test_it_does_not_enter_a_baseline() -> None:
    assert '"findings": []' in baseline.written(settled(report(f"{BESIDE}\nThree ships.")).report)
