"""Findings that somebody has dealt with: a run reports them as known, and does not fail for them.

A baseline is a JSON file, version 1, as `--write-baseline` writes it and the page exports it:

    {"version": 1, "findings": [
      {"fingerprint": "5d1c9f0e7a3b2846", "rule": "person.near-miss", "field": "person",
       "values": ["Shinjiro Koizumi", "Shingo Kiyozumi"], "note": "The original has it so."}]}

    fingerprint  what a finding is recognised by: its rule, field and values, so that it outlives an edit elsewhere
    rule, field  of the finding; for the reader
    values       one wording for each group of stories that agree; for the reader
    note         what somebody wants remembered; may be left out

Any other key is refused: a misspelt one would be lost in silence.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import BaselineError
from checker.model import FINDINGS, Comparison, Report
from checker.report.visible import one_line
from checker.report.wording import words

VERSION = 1
_TEXTS = ("fingerprint", "rule", "field")
_KEYS = (*_TEXTS, "values", "note")
_LARGEST = 16_000_000  # Bytes; a baseline of a hundred thousand findings is smaller.


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding of a baseline; the module's docstring says what its keys mean."""

    fingerprint: str
    rule: str
    field: str
    values: tuple[str, ...]
    note: str = ""


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a file.

    Raises:
        BaselineError: it cannot be used; the message names the file and the key.
    """
    form = _loaded(path)
    if not isinstance(form, dict) or "version" not in form:
        raise BaselineError(f"{path}: no baseline: there is no version in it")
    if type(form["version"]) is not int or form["version"] != VERSION:
        raise BaselineError(f"{path}: version: {form['version']!r:.20}; this checker reads version {VERSION}")
    _refuse_others(f"{path}: ", form, ("version", "findings"))
    entries = form.get("findings")
    if not isinstance(entries, list):
        raise BaselineError(f"{path}: findings: must be a list")
    return tuple(_entry(f"{path}: findings[{place}]", entry) for place, entry in enumerate(entries))


def applied(report: Report, entries: Iterable[Entry]) -> Report:
    """The report with the findings of the entries marked as known, with their notes."""
    notes = {entry.fingerprint: entry.note for entry in entries}

    def seen(row: Comparison) -> Comparison:
        known = row.verdict in FINDINGS and row.fingerprint in notes
        return dataclasses.replace(row, known=True, note=notes[row.fingerprint]) if known else row

    events = (dataclasses.replace(event, comparisons=tuple(map(seen, event.comparisons))) for event in report.events)
    return dataclasses.replace(report, events=tuple(events))


def stale(report: Report, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that no finding of the report answers."""
    found = {row.fingerprint for row in _findings(report)}
    return tuple(entry for entry in entries if entry.fingerprint not in found)


def written(report: Report, noted: Iterable[Entry] = ()) -> str:
    """A baseline of all findings of a report, known or new; those that are suppressed will be findings again.

    Args:
        report: what was found.
        noted: entries whose notes are kept.
    """
    notes = {entry.fingerprint: entry.note for entry in noted if entry.note}
    kept = [row for row in _findings(report) if not row.suppressed]
    entries = {row.fingerprint: _of(row, notes.get(row.fingerprint) or row.note) for row in kept}
    ordered = sorted(entries.values(), key=lambda entry: (entry.rule, entry.values, entry.fingerprint))
    form = {"version": VERSION, "findings": [_form(entry) for entry in ordered]}
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def _findings(report: Report) -> list[Comparison]:
    return [row for event in report.events for row in event.comparisons if row.verdict in FINDINGS]


def _of(row: Comparison, note: str) -> Entry:
    first: dict[int, str] = {}
    for side in row.sides:
        first.setdefault(side.group, one_line(side.claim.text)[: words()["longest"]])
    return Entry(row.fingerprint, row.rule, row.field, tuple(first[group] for group in sorted(first)), note)


def _form(entry: Entry) -> dict[str, Any]:
    form: dict[str, Any] = dataclasses.asdict(entry)
    if not entry.note:
        del form["note"]
    return form


def _loaded(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise BaselineError(f"{path}: larger than {_LARGEST // 1_000_000} MB, no baseline")
        return json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise BaselineError(f"{path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path}: not JSON ({error})") from error


def _refuse_others(where: str, form: Iterable[str], known: Sequence[str]) -> None:
    for key in form:
        if key not in known:
            raise BaselineError(f"{where}{key:.80}: unknown key; known are {', '.join(known)}")


def _entry(where: str, form: Any) -> Entry:
    if not isinstance(form, dict):
        raise BaselineError(f"{where}: must be an object")
    _refuse_others(f"{where}.", form, _KEYS)
    for key in _TEXTS:
        if not isinstance(form.get(key), str) or not form[key]:
            raise BaselineError(f"{where}.{key}: missing, or not text")
    values, note = form.get("values"), form.get("note", "")
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise BaselineError(f"{where}.values: must be a list of texts")
    if not isinstance(note, str):
        raise BaselineError(f"{where}.note: not text")
    return Entry(form["fingerprint"], form["rule"], form["field"], tuple(values), note)
