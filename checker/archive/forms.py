"""Records as an archive's tables hold them, and back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from checker.align.records import Edge, Signature
from checker.model import Aside, Report, Story
from checker.report.json import report_form
from checker.report.restore import restored

_ID = 16


def identity(story: Story) -> str:
    """The key of a story: its name and its content as it was read; what is done with it later changes nothing."""
    day = story.published.isoformat() if story.published else ""
    return sha256(json.dumps([story.name, story.title, day, story.text]).encode()).hexdigest()[:_ID]


def story_row(story: Story) -> dict[str, Any]:
    """The columns of a story, but for its key."""
    row = {f.name: _writable(getattr(story, f.name)) for f in dataclasses.fields(story)}
    return row | {"set_aside": json.dumps([[a.start, a.end, a.reason, a.inline] for a in story.set_aside])}


def story(row: Mapping[str, Any]) -> Story:
    """The story of these columns."""
    asides = tuple(Aside(*aside) for aside in json.loads(row["set_aside"]))
    return Story(**{**row, "set_aside": asides})


def signature_text(signature: Signature) -> str:
    """A signature as JSON."""
    form = {f.name: getattr(signature, f.name) for f in dataclasses.fields(signature)}
    return json.dumps(form, default=date.isoformat, separators=(",", ":"))


def signature(text: str) -> Signature:
    """The signature of this JSON."""
    form = {key: _tuples(value) for key, value in json.loads(text).items()}
    return Signature(**form | {"published": _day(form["published"])})


def edge_row(edge: Edge) -> tuple[Any, ...]:
    """The columns of what is known of a pair."""
    return edge.left, edge.right, edge.score, json.dumps(edge.why), edge.veto, edge.copy


def report_text(report: Report) -> str:
    """The report on one event as JSON, version 1; the texts of its stories stand with the stories."""
    return json.dumps(report_form(report), ensure_ascii=False, separators=(",", ":"))


def report(text: str, stories: Mapping[str, Story]) -> Report:
    """The report of this JSON, as far as it can be shown: what only the comparison needs is not in it.

    Args:
        text: JSON, version 1.
        stories: its stories by the names that they have in it.
    """
    return restored(json.loads(text), stories)


def _writable(value: Any) -> Any:
    """Half a character, which no file can hold, as a question mark."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _tuples(value: Any) -> Any:
    """Lists, and lists of lists, as tuples."""
    return tuple([tuple(item) if type(item) is list else item for item in value]) if type(value) is list else value
