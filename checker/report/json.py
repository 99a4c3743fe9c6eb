"""The report as JSON, version 1: fields may be added, never renamed."""

from __future__ import annotations

import dataclasses
import functools
import json
from datetime import date
from decimal import Decimal
from typing import Any

from checker.model import AnyClaim, Comparison, Event, Report, Side, Story

VERSION = 1


@functools.cache
def _shown(record: type) -> tuple[tuple[str, object], ...]:
    """The attributes of a record that are no matter of its own, each with its default."""
    return tuple((f.name, f.default) for f in dataclasses.fields(record) if not f.metadata.get("internal"))


def plain(value: object) -> Any:
    """A record as JSON types: amounts as exact decimal strings, dates in ISO form, defaults left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        stated = ((name, getattr(value, name), default) for name, default in _shown(type(value)))
        return {name: plain(item) for name, item, default in stated if item != default}
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def claim_form(claim: AnyClaim) -> dict[str, Any]:
    """A claim as JSON."""
    return {
        "field": claim.field,
        "story": claim.story,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "value": plain(claim.value),
        "about": plain(claim.about),
    }


def _side(side: Side) -> dict[str, Any]:
    form = claim_form(side.claim)
    del form["field"]
    return form | {"group": side.group}


def _comparison(row: Comparison) -> dict[str, Any]:
    known: dict[str, Any] = {"known": True, "note": row.note} if row.known else {}
    if row.suppressed:
        known["suppressed"] = row.suppressed
    return {
        "field": row.field,
        "verdict": row.verdict,
        "reason": row.reason,
        "rule": row.rule,
        "severity": row.severity,
        "message": row.message,
        "evidence": row.evidence,
        "fingerprint": row.fingerprint,
        **known,
        "sides": [_side(side) for side in row.sides],
    }


def _event(event: Event) -> dict[str, Any]:
    form: dict[str, Any] = {
        "id": event.id,
        "stories": list(event.stories),
        "comparisons": [_comparison(row) for row in event.comparisons],
        "one_sided": [claim_form(claim) for claim in event.one_sided],
    }
    if event.copies:
        form["copies"] = plain(event.copies)
    if event.may_be:
        form["may_be"] = plain(event.may_be)
    return form


def _story(story: Story) -> dict[str, Any]:
    return {
        "name": story.name,
        "title": story.title,
        "published": story.published.isoformat() if story.published else None,
        "dateline": story.dateline,
        "language": story.language,
        "set_aside": [{"start": a.start, "end": a.end, "reason": a.reason} for a in story.set_aside],
    }


def report_form(report: Report) -> dict[str, Any]:
    """The whole report as JSON types, in a fixed order."""
    return {
        "version": VERSION,
        "mode": report.mode,
        **({"draft": report.draft} if report.draft else {}),
        "model": report.model,
        "stories": [_story(story) for story in report.stories],
        "events": [_event(event) for event in report.events],
    }


def render(report: Report) -> str:
    """The report as JSON text."""
    return json.dumps(report_form(report), ensure_ascii=False, indent=1) + "\n"
