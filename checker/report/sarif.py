"""The report as SARIF 2.1.0, the form that code scanning reads.

A result stands at the place to be mended, with the other sides as related locations. Known and suppressed findings are
results with a suppression, so that they stay visible and nobody is asked to look again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.model import Report
from checker.report.places import Finding, Place, SourceFile, findings
from checker.report.visible import one_line
from checker.report.wording import words
from checker.rules import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# The name under which a finding's fingerprint is kept; a change in how it is made makes it v2.
_FINGERPRINT = "storyChecker/v1"
_JOINER = "\u2060"


def render(report: Report, origins: Mapping[str, SourceFile], rules: Iterable[Rule], errors: Sequence[str] = ()) -> str:
    """The log.

    Args:
        report: what was found.
        origins: the files of the stories.
        rules: those that judged it, for their help.
        errors: what could not be checked.
    """
    found = findings(report, origins)
    spoken = {finding.row.rule for finding in found}
    described = [rule for rule in sorted(rules, key=lambda rule: rule.id) if rule.id in spoken]
    places = {rule.id: place for place, rule in enumerate(described)}
    driver = {"name": "Story Checker", "version": __version__, "rules": [_rule(rule) for rule in described]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(errors)],
        "results": [_result(finding, places) for finding in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _invocation(errors: Sequence[str]) -> dict[str, Any]:
    form: dict[str, Any] = {"executionSuccessful": not errors}
    if errors:
        form["toolExecutionNotifications"] = [{"level": "error", "message": _message(error)} for error in errors]
    return form


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(rule.why.split())
    return {
        "id": rule.id,
        "name": _camel(rule.id),
        "shortDescription": {"text": _camel(rule.id, " ").capitalize()},
        "fullDescription": {"text": why},
        "help": {"text": _help(rule, why), "markdown": _help(rule, why, "`", "- ")},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.field, rule.verdict]},
    }


def _help(rule: Rule, why: str, mark: str = "", item: str = "") -> str:
    """Why there is such a rule, and stories in which it speaks and in which it does not."""
    parts = [why]
    for kind, examples in (("fires", rule.fires), ("silent", rule.silent)):
        for pair in examples[:1]:
            lines = [f"{item}{mark}{' '.join(text.replace('`', '').split())}{mark}" for text in pair]
            parts.append(
                "\n".join([words()["sentences"][kind], "", *lines] if mark else [words()["sentences"][kind], *lines])
            )
    return "\n\n".join(parts)


def _camel(identity: str, between: str = "") -> str:
    parts = identity.replace(".", "-").split("-")
    return between.join(parts if between else (part.capitalize() for part in parts))


def _result(finding: Finding, places: Mapping[str, int]) -> dict[str, Any]:
    row = finding.row
    form: dict[str, Any] = {"ruleId": row.rule}
    if row.rule in places:
        form["ruleIndex"] = places[row.rule]
    form |= {
        "level": row.severity,
        "message": _message(finding.text),
        "locations": [_location(finding.place)],
        "partialFingerprints": {_FINGERPRINT: row.fingerprint},
    }
    if finding.others:
        form["relatedLocations"] = [
            _location(other) | {"id": place, "message": _message(Finding.quoted(other))}
            for place, other in enumerate(finding.others, 1)
        ]
    if row.known:
        kind = "inSource" if row.suppressed == "beside" else "external"
        form["suppressions"] = [{"kind": kind} | ({"justification": one_line(row.note)} if row.note else {})]
    return form


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.start and place.end:
        physical["region"] = {
            "startLine": place.start[0],
            "startColumn": place.start[1],
            "endLine": place.end[0],
            "endColumn": place.end[1],
        }
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    """A path as a reference: `a:b` and `//a` would else name a scheme or a host."""
    uri = quote(path, errors="replace")
    return f"file://{uri}" if path.startswith("/") else uri


def _message(text: str) -> dict[str, str]:
    """Plain text in which nothing is a link or a place to be filled in."""
    plain = one_line(text).replace("](", f"]{_JOINER}(")
    return {"text": plain.replace("{", "{{").replace("}", "}}")}
