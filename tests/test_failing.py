"""Whether a run fails. The verdicts are tested with the command."""

from __future__ import annotations

import dataclasses

import pytest

from checker.baseline import applied
from checker.failing import fails, regraded
from checker.model import Report, Severity
from tests.report.sample import sample
from tests.test_baseline import entry, rows


def only(severity: Severity) -> Report:
    kept = tuple(row for row in rows(sample()) if row.severity == severity)
    return dataclasses.replace(sample(), events=(dataclasses.replace(sample().events[0], comparisons=kept),))


@pytest.mark.parametrize(
    ("severity", "fail_on", "failed"),
    [
        ("error", ["error"], True),
        ("error", ["note"], True),
        ("warning", ["warning"], True),
        ("note", ["note"], True),
        ("warning", ["error"], False),
        ("note", ["error"], False),
        ("note", ["warning"], False),
        ("none", ["note"], False),
        ("none", [], False),
        ("note", ["error", "update"], True),
        ("warning", ["error", "never"], False),
        ("error", ["never"], False),
    ],
)
def test_severities(severity: Severity, fail_on: list[str], failed: bool) -> None:  # noqa: FBT001
    assert fails(only(severity), fail_on) is failed


def test_nothing_and_nothing_new_fail_no_run() -> None:
    assert not fails(dataclasses.replace(sample(), events=()), ["note"])
    assert not fails(applied(sample(), map(entry, rows(sample()))), ["note"])


def test_severities_of_ones_own() -> None:
    report = regraded(sample(), {"quantity.value": "note", "count.running-figure": "error", "x.y": "error"})
    changed = [row for row, old in zip(rows(report), rows(sample()), strict=True) if row != old]
    assert [(row.rule, row.severity) for row in changed] == [
        ("quantity.value", "note"),
        ("count.running-figure", "error"),
    ]


def test_with_none_it_is_no_finding() -> None:
    (changed,) = [row for row in rows(regraded(sample(), {"quantity.value": "none"})) if row.rule == "quantity.value"]
    assert (changed.verdict, changed.severity) == ("compatible", "none")


def test_what_is_harmless_stays_harmless() -> None:
    assert regraded(sample(), {"money.rounding": "error"}) == sample()
