"""Whether a run fails: on findings as grave as what was named, or graver, that nobody has dealt with."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import get_args

from checker.model import FINDINGS, Comparison, Report, Severity

# From the mildest: a run fails on what is named and on everything after it.
VERDICTS = ("update", "variant", "missing", "conflict", "never")
SEVERITIES = ("note", "warning", "error")
NAMES = (*VERDICTS, *SEVERITIES)


def fails(report: Report, fail_on: Iterable[str]) -> bool:
    """Whether a finding is as grave as the mildest that is named, among the verdicts or among the severities.

    Args:
        report: what was found.
        fail_on: verdicts and severities; `update` if empty.
    """
    named = tuple(fail_on) or (VERDICTS[0],)
    verdicts, severities = _from(VERDICTS, named), _from(SEVERITIES, named)
    rows = (row for event in report.events for row in event.comparisons if row.verdict in FINDINGS and not row.known)
    return any(row.verdict in verdicts or row.severity in severities for row in rows)


def regraded(report: Report, severities: Mapping[str, Severity]) -> Report:
    """The report with the severities that somebody gave to rules; with `none` what a rule says is no finding."""
    if not severities:
        return report

    def given(row: Comparison) -> Comparison:
        severity = severities.get(row.rule, row.severity)
        if severity == row.severity or row.verdict not in FINDINGS:
            return row
        verdict = "compatible" if severity == get_args(Severity)[-1] else row.verdict
        return dataclasses.replace(row, severity=severity, verdict=verdict)

    events = tuple(
        dataclasses.replace(event, comparisons=tuple(map(given, event.comparisons))) for event in report.events
    )
    return dataclasses.replace(report, events=events)


def _from(scale: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
    least = min((scale.index(name) for name in named if name in scale), default=len(scale))
    return scale[least:]
