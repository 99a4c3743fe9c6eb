"""The open findings as a GitLab code quality report.

GitLab sets the report of a merge request against the one of its target, by fingerprint: each must be there once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from checker.model import Report
from checker.report.places import Finding, SourceFile, findings
from checker.report.visible import one_line

# GitLab's own scale is info, minor, major, critical, blocker.
_SEVERITIES = {"error": "critical", "warning": "major", "note": "minor", "none": "info"}


def render(report: Report, origins: Mapping[str, SourceFile], errors: Sequence[str] = ()) -> str:
    """A list of issues.

    Args:
        report: what was found.
        origins: the files of the stories.
        errors: what could not be checked.
    """
    same: Counter[str] = Counter()
    issues = [_error(error) for error in errors]
    for finding in findings(report, origins):
        if finding.is_open:
            key = f"{finding.row.fingerprint}\0{finding.place.path}"
            same[key] += 1
            issues.append(_issue(finding, _digest(f"{key}\0{same[key]}")))
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    place = finding.place
    return {
        "description": finding.text,
        "check_name": finding.row.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.row.severity],
        "location": {"path": one_line(place.path), "lines": {"begin": place.start[0] if place.start else 1}},
    }


def _error(error: str) -> dict[str, Any]:
    path = error.partition(": ")[0]
    return {
        "description": one_line(error),
        "check_name": "unreadable",
        "fingerprint": _digest(error),
        "severity": "blocker",
        "location": {"path": one_line(path), "lines": {"begin": 1}},
    }


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
