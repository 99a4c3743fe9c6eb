"""The open findings as annotations of a GitHub workflow: lines that its runner reads from the output.

GitHub shows ten annotations of a kind for each step and drops the rest, so the gravest come first, and a line says how
many are left out. What a story has may not end the line, the file's name or the command.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from checker.model import Report, Severity
from checker.report.places import Finding, SourceFile, failures, findings
from checker.report.visible import one_line
from checker.report.wording import words

_KINDS: tuple[tuple[str, tuple[Severity, ...]], ...] = (
    ("error", ("error",)),
    ("warning", ("warning",)),
    ("notice", ("note", "none")),
)
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, origins: Mapping[str, SourceFile], errors: Sequence[str] = ()) -> str:
    """A line for each annotation.

    Args:
        report: what was found.
        origins: the files of the stories.
        errors: what could not be checked.
    """
    found = findings(report, origins)
    lines: list[str] = []
    for kind, severities in _KINDS:
        told = [_error(error) for error in errors] if kind == "error" else []
        told += [_annotation(kind, finding) for finding in failures(found, severities)]
        lines += _first(kind, told)
    return "".join(f"{line}\n" for line in lines)


def enclosed(text: str) -> str:
    """A text that goes to the same output, so enclosed that no line of it is taken for a command."""
    # Nothing can hold the digest of itself.
    token = sha256(text.encode("utf-8", "replace")).hexdigest()
    return f"::stop-commands::{token}\n{text.rstrip()}\n::{token}::\n"


def _first(kind: str, told: Sequence[str]) -> Iterator[str]:
    most = int(words()["most_annotations"])
    yield from told[:most]
    if len(told) > most:
        one, several = words()["counted"][f"more_{kind}"]
        yield str(one if len(told) == most + 1 else several).format(len(told) - most)


def _annotation(kind: str, finding: Finding) -> str:
    place = finding.place
    properties = {"file": place.path}
    if place.start and place.end:
        properties |= {"line": str(place.start[0]), "endLine": str(place.end[0])}
        if place.start[0] == place.end[0]:
            # Columns are of one line; the last is the last character's.
            properties |= {"col": str(place.start[1]), "endColumn": str(max(place.end[1] - 1, place.start[1]))}
    properties["title"] = finding.row.rule
    stated = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{kind} {stated}::{_escaped(finding.text, _DATA)}"


def _error(error: str) -> str:
    return f"::error::{_escaped(error, _DATA)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in one_line(text))
