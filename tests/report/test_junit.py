"""JUnit XML."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from checker.baseline import Entry, applied
from checker.model import Report
from checker.report import junit
from checker.report.places import SourceFile
from tests.report.hostile import hostile
from tests.report.sample import sample

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))
FILES = {story.name: SourceFile(f"in/{story.name}", story.text, verbatim=True) for story in sample().stories}


def made(report: Report, origins: dict[str, SourceFile] = FILES, errors: Sequence[str] = ()) -> Any:
    """The parsed document; every document is valid, and its counts are right."""
    root = etree.fromstring(junit.render(report, origins, errors).encode())
    SCHEMA.assertValid(root)
    for of in [root, *root]:
        assert int(of.get("tests")) == len(list(of.iter("testcase")))
        assert int(of.get("failures")) == len(list(of.iter("failure")))
        assert int(of.get("errors")) == len(list(of.iter("error")))
    return root


def test_a_suite_for_each_event_and_a_failure_for_each_finding() -> None:
    root = made(sample())
    assert [len(suite) for suite in root] == [2, 6]
    failure = root.find(".//failure")
    assert failure.get("type") == "error"
    assert failure.get("message") == "The magnitude is given as 5.6 and 5.9."
    assert failure.text.splitlines()[0] == "in/agency-5:3"
    assert failure.getparent().get("classname") == "in/agency-5"


def test_no_two_cases_of_a_suite_share_a_name() -> None:
    (event, _) = sample().events
    twice = dataclasses.replace(event, comparisons=event.comparisons[:1] * 2)
    names = [case.get("name") for case in made(dataclasses.replace(sample(), events=(twice,))).iter("testcase")]
    assert names == ["quantity.value “magnitude 5.9”", "quantity.value “magnitude 5.9” (2)"]


def test_an_event_without_findings_passes() -> None:
    (event, _) = sample().events
    calm = dataclasses.replace(event, comparisons=event.comparisons[-1:])
    root = made(dataclasses.replace(sample(), events=(calm,)))
    assert [(case.get("name"), len(case)) for case in root.iter("testcase")] == [("no difference", 0)]


def test_a_story_alone_is_no_suite() -> None:
    (event, _) = sample().events
    alone = dataclasses.replace(event, stories=event.stories[:1], comparisons=())
    assert len(made(dataclasses.replace(sample(), events=(alone,)))) == 0


def test_known_findings_are_skipped() -> None:
    row = sample().events[0].comparisons[0]
    root = made(applied(sample(), [Entry(row.fingerprint, "", "", (), "Seen.")]))
    assert [it.get("message") for it in root.iter("skipped")] == ["Seen."]
    assert root.get("failures") == "7"


def test_what_could_not_be_read_is_an_error() -> None:
    root = made(sample(), errors=["a.md: empty", "b.md: \x1b binary"])
    assert [it.get("message") for it in root.iter("error")] == ["a.md: empty", "b.md: ‹U+001B› binary"]


def test_hostile_words_stay_words() -> None:
    root = made(*hostile())
    assert len(list(root.iter("failure"))) == 4
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure"}


def test_same_bytes() -> None:
    assert junit.render(sample(), FILES) == junit.render(sample(), FILES)
