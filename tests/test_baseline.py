"""Findings that are known."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from checker import baseline
from checker.baseline import Entry, applied, read, stale, written
from checker.errors import BaselineError
from checker.model import FINDINGS, Comparison, Report
from checker.report import html, text
from checker.report.json import report_form
from tests.report.sample import WHY, sample

ENTRY = {"fingerprint": "ab12", "rule": "person.near-miss", "field": "person", "values": ["Lindqvist", "Lindquist"]}


def rows(report: Report) -> list[Comparison]:
    return [row for event in report.events for row in event.comparisons]


def finding(rule: str) -> Comparison:
    return next(row for row in rows(sample()) if row.rule == rule)


def entry(row: Comparison, note: str = "") -> Entry:
    return Entry(row.fingerprint, row.rule, row.field, ("a", "b"), note)


def put(tmp_path: Path, form: Any) -> Path:
    path = tmp_path / "known.json"
    path.write_text(form if isinstance(form, str) else json.dumps(form), encoding="utf-8")
    return path


def test_what_is_written_is_read_and_makes_every_finding_known(tmp_path: Path) -> None:
    entries = read(put(tmp_path, written(sample())))
    report = applied(sample(), entries)
    assert len(entries) == 8
    assert {row.verdict in FINDINGS for row in rows(report) if row.known} == {True}
    assert not [row for row in rows(report) if row.verdict in FINDINGS and not row.known]
    assert stale(sample(), entries) == ()
    assert entries[0].values == ("14 people", "16")
    assert written(report, entries) == written(sample())


def test_nothing_else_is_known() -> None:
    harmless = next(row for row in rows(sample()) if row.verdict == "compatible")
    report = applied(sample(), [entry(finding("quantity.value")), entry(harmless), Entry("ff", "x", "x", ())])
    assert [row.rule for row in rows(report) if row.known] == ["quantity.value"]
    assert applied(sample(), []) == sample()


def test_what_nothing_answers_is_stale() -> None:
    gone = Entry("ff", "person.near-miss", "person", ("a", "b"))
    harmless = entry(next(row for row in rows(sample()) if row.verdict == "compatible"))
    assert stale(sample(), [gone, entry(finding("quantity.value")), harmless]) == (gone, harmless)


def test_notes_are_kept() -> None:
    row = finding("quantity.value")
    noted = applied(sample(), [entry(row, "Agreed with the wire.")])
    assert json.loads(written(noted))["findings"][-2]["note"] == "Agreed with the wire."
    again = json.loads(written(noted, [entry(row, "Ask again.")]))["findings"]
    assert [form["note"] for form in again if "note" in form] == ["Ask again."]


def test_the_json_form_says_so() -> None:
    report = applied(sample(), [entry(finding("quantity.value"), "Why not")])
    forms = [row for event in report_form(report)["events"] for row in event["comparisons"]]
    assert [(form["known"], form["note"]) for form in forms if "known" in form] == [(True, "Why not")]


def test_in_the_text_they_come_last_and_are_not_counted() -> None:
    report = applied(sample(), [entry(finding("quantity.value"), "As the survey\x1b[2J has it.")])
    lines = text.render(report, 100, colour=False).splitlines()
    place = lines.index("Known: 1 finding in the baseline")
    assert lines[place + 1] == "    Quantity: magnitude 5.6 / magnitude 5.9"
    assert lines[place + 2] == "      As the survey‹U+001B›[2J has it."
    assert not [line for line in lines[place:] if line[:4].strip().isdigit()]
    assert lines[-2].startswith("7 differences to look at")
    assert "1 finding known from the baseline" in " ".join(lines[-4:-2])


def test_with_nothing_new_no_event_is_told() -> None:
    report = applied(sample(), map(entry, rows(sample())))
    shown = text.render(report, 100, colour=False)
    assert shown.startswith("Known: 8 findings in the baseline\n")
    assert "No new differences in 10 stories on 2 events." in shown
    assert "No new differences" in html.render(report, WHY)


def test_an_event_with_new_findings_comes_before_one_without() -> None:
    first, second = sample().events
    known = applied(sample(), [entry(row) for row in first.comparisons])
    shown = text.render(known, 100, colour=False)
    assert shown.startswith("</title>")
    assert second.comparisons == known.events[1].comparisons


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no version"),
        ("{}", "no version"),
        ({"version": 2, "findings": [], "more": 1}, "version: 2"),
        ({"version": "1", "findings": []}, "version: '1'"),
        ({"version": True, "findings": []}, "version: True"),
        ({"version": 1}, "findings: must be a list"),
        ({"version": 1, "findings": {}}, "findings: must be a list"),
        ({"version": 1, "findings": [], "note": ""}, "note: unknown key"),
        ({"version": 1, "findings": ["x"]}, "findings[0]: must be an object"),
        ({"version": 1, "findings": [ENTRY, ENTRY | {"notes": "x"}]}, "findings[1].notes: unknown key"),
        ({"version": 1, "findings": [ENTRY | {"fingerprint": ""}]}, "findings[0].fingerprint: missing"),
        ({"version": 1, "findings": [ENTRY | {"rule": None}]}, "findings[0].rule: missing"),
        ({"version": 1, "findings": [ENTRY | {"values": "a"}]}, "findings[0].values"),
        ({"version": 1, "findings": [ENTRY | {"values": [1]}]}, "findings[0].values"),
        ({"version": 1, "findings": [ENTRY | {"note": None}]}, "findings[0].note"),
        ({"version": 1, "findings": [{key: ENTRY[key] for key in ("fingerprint", "rule", "field")}]}, "values"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, form: Any, said: str) -> None:
    path = put(tmp_path, form)
    with pytest.raises(BaselineError) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert said in str(refused.value)


def test_no_file_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="No such file"):
        read(tmp_path / "none.json")
    (tmp_path / "latin.json").write_bytes(b'{"version": 1, "findings": "\xe9"}')
    with pytest.raises(BaselineError, match="not JSON"):
        read(tmp_path / "latin.json")


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baseline, "_LARGEST", 30)
    with pytest.raises(BaselineError, match="larger"):
        read(put(tmp_path, {"version": 1, "findings": [ENTRY]}))


def test_written_form() -> None:
    assert json.loads(written(sample()))["findings"][-1] == {
        "fingerprint": finding("quote.altered-words").fingerprint,
        "rule": "quote.altered-words",
        "field": "quote",
        "values": [
            '"We will not rebuild this store in the middle of a town,"',
            '"We won\'t rebuild this store in the middle of a town,"',
        ],
    }
    empty = dataclasses.replace(sample(), events=())
    assert json.loads(written(empty)) == {"version": 1, "findings": []}
