"""SARIF."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from checker.baseline import Entry, applied
from checker.model import Report
from checker.report import sarif
from checker.report.places import SourceFile
from checker.rules import Ruleset
from tests.report.hostile import hostile
from tests.report.sample import sample

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif.json").read_text(encoding="utf-8"))
FILES = {story.name: SourceFile(f"in/{story.name}", story.text, verbatim=True) for story in sample().stories}


@pytest.fixture
def run(ruleset: Ruleset) -> Any:
    """The only run of the log of a report; every log is valid."""

    def make(report: Report, origins: dict[str, SourceFile] = FILES, errors: Sequence[str] = ()) -> dict[str, Any]:
        log = json.loads(sarif.render(report, origins, ruleset.rules, errors))
        Draft7Validator.check_schema(SCHEMA)
        Draft7Validator(SCHEMA).validate(log)
        (only,) = log["runs"]
        return dict(only)

    return make


def test_every_finding_is_a_result(run: Any) -> None:
    results = run(sample())["results"]
    assert len(results) == 8
    first = next(it for it in results if it["ruleId"] == "quantity.value")
    assert first["level"] == "error"
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "in/agency-5"},
                "region": {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 26},
            }
        }
    ]
    assert [it["id"] for it in first["relatedLocations"]] == [1, 2, 3, 4, 5, 6]
    assert first["partialFingerprints"]["storyChecker/v1"] == sample().events[0].comparisons[0].fingerprint


def test_rules_that_spoke_have_their_help(run: Any, ruleset: Ruleset) -> None:
    made = run(sample())
    rules = made["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} <= {it["ruleId"] for it in made["results"]}
    for result in made["results"]:
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (rule,) = [rule for rule in rules if rule["id"] == "quantity.value"]
    (known,) = [rule for rule in ruleset.rules if rule.id == "quantity.value"]
    assert " ".join(known.why.split()) in rule["help"]["text"]
    assert known.fires[0][0] in rule["help"]["markdown"]


def test_nothing_found_is_a_valid_log(run: Any) -> None:
    made = run(dataclasses.replace(sample(), events=()))
    assert made["results"] == []
    assert made["invocations"] == [{"executionSuccessful": True}]


def test_what_could_not_be_read_is_told(run: Any) -> None:
    (invocation,) = run(sample(), errors=["a.md: empty", "b.md: {0}"])["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [it["message"]["text"] for it in invocation["toolExecutionNotifications"]] == ["a.md: empty", "b.md: {{0}}"]


def test_known_findings_are_suppressed(run: Any) -> None:
    row = sample().events[0].comparisons[0]
    known = applied(sample(), [Entry(row.fingerprint, "", "", (), "Seen.")])
    assert [it["suppressions"] for it in run(known)["results"] if "suppressions" in it] == [
        [{"kind": "external", "justification": "Seen."}]
    ]
    beside = dataclasses.replace(row, known=True, suppressed="beside")
    event = dataclasses.replace(sample().events[0], comparisons=(beside,))
    (result,) = run(dataclasses.replace(sample(), events=(event,)))["results"]
    assert result["suppressions"] == [{"kind": "inSource"}]


def test_of_a_page_only_the_file(run: Any) -> None:
    for result in run(sample(), {name: SourceFile(name, "<p>") for name in FILES})["results"]:
        assert "region" not in result["locations"][0]["physicalLocation"]


def test_hostile_words_stay_words(run: Any) -> None:
    made = run(*hostile())
    assert len(made["results"]) == 4
    for result in made["results"]:
        text = result["message"]["text"]
        assert "](" not in text
        assert "{0}" not in text.replace("{{0}}", "")
        assert not {"\x1b", "\x00", "\n", "\u202e", "\ud800"} & set(text)
        (place,) = result["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%2Cb%3Ac/%3A%3Ax%250A.md"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.md", "a%20b.md"),
        ("c:/x.md", "c%3A/x.md"),
        ("/x/y.md", "file:///x/y.md"),
        ("ü.md", "%C3%BC.md"),
        ("a#b?c.md", "a%23b%3Fc.md"),
    ],
)
def test_a_path_is_a_reference(run: Any, path: str, uri: str) -> None:
    report, files = hostile()
    made = run(report, {name: dataclasses.replace(origin, path=path) for name, origin in files.items()})
    assert {it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for it in made["results"]} == {uri}
