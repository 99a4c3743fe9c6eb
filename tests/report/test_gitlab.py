"""GitLab code quality."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from jsonschema import Draft7Validator

from checker.baseline import applied
from checker.model import Report
from checker.report import gitlab
from checker.report.places import SourceFile
from tests.report.hostile import hostile
from tests.report.sample import sample
from tests.report.test_github import many
from tests.test_baseline import entry, rows

# What GitLab's documentation asks of a report, recorded.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}  # fmt: skip
FILES = {story.name: SourceFile(f"in/{story.name}", story.text, verbatim=True) for story in sample().stories}


def made(report: Report, origins: dict[str, SourceFile] = FILES, errors: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The issues; every report is valid, and no fingerprint is there twice."""
    issues: list[dict[str, Any]] = json.loads(gitlab.render(report, origins, errors))
    Draft7Validator(SCHEMA).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def test_every_finding_is_an_issue() -> None:
    issues = made(sample())
    assert [issue["severity"] for issue in issues] == ["critical"] * 3 + ["major"] * 3 + ["minor"] * 2
    assert issues[0]["location"] == {"path": "in/agency-5", "lines": {"begin": 3}}
    assert issues[0]["check_name"] == "quantity.value"


def test_an_edit_elsewhere_changes_no_fingerprint() -> None:
    moved = {name: dataclasses.replace(origin, source=f"\n{origin.source}") for name, origin in FILES.items()}
    assert [it["fingerprint"] for it in made(sample(), moved)] == [it["fingerprint"] for it in made(sample())]


def test_the_same_finding_twice_has_two_fingerprints() -> None:
    (event,) = many(1).events
    twice = dataclasses.replace(event, comparisons=event.comparisons * 2)
    assert len(made(dataclasses.replace(many(1), events=(twice,)))) == 2


def test_known_findings_are_left_out() -> None:
    assert made(applied(sample(), map(entry, rows(sample())))) == []


def test_what_could_not_be_read_is_an_issue_of_its_file() -> None:
    (issue,) = made(dataclasses.replace(sample(), events=()), errors=["de/a.md: empty"])
    assert issue["location"]["path"] == "de/a.md"
    assert issue["severity"] == "blocker"


def test_of_a_page_the_first_line() -> None:
    assert {it["location"]["lines"]["begin"] for it in made(sample(), {})} == {1}


def test_hostile_words_stay_words() -> None:
    for issue in made(*hostile()):
        assert not {"\x1b", "\x00", "\n", "\u202e", "\ud800"} & set(issue["description"])
