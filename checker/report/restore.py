"""A report from its JSON: all that the renderings need of it, so that they are the same as of the report itself.

What only the comparison needs is not in the JSON, and comes back as nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from checker.model import (
    About,
    Amount,
    Aside,
    Claim,
    Clock,
    Comparison,
    Doubt,
    Event,
    Interval,
    Name,
    Report,
    Side,
    Story,
    Value,
    Wording,
)


def restored(form: Mapping[str, Any], given: Mapping[str, Story]) -> Report:
    """The report.

    Args:
        form: JSON, version 1, as `report_form` gives it.
        given: its stories as they were read, by the names that they have in it.

    Raises:
        KeyError, TypeError, ValueError, ArithmeticError, AttributeError: this is no such JSON.
    """
    stories = tuple(_story(story, given[story["name"]]) for story in form["stories"])
    events = tuple(_event(event) for event in form["events"])
    return Report(form["mode"], form["model"], stories, events, form.get("draft", ""))


def _story(form: Mapping[str, Any], given: Story) -> Story:
    told = (Aside(aside["start"], aside["end"], aside["reason"]) for aside in form["set_aside"])
    known = {(aside.start, aside.end): aside for aside in given.set_aside}
    asides = tuple(known.get((aside.start, aside.end), aside) for aside in told)
    return dataclasses.replace(given, **{**form, "published": _day(form["published"]), "set_aside": asides})


def _event(form: Mapping[str, Any]) -> Event:
    return Event(
        id=form["id"],
        stories=tuple(form["stories"]),
        comparisons=tuple(_comparison(row) for row in form["comparisons"]),
        one_sided=tuple(_claim(claim, claim["field"]) for claim in form["one_sided"]),
        copies=tuple(map(tuple, form.get("copies", ()))),
        may_be=tuple(_doubt(doubt) for doubt in form.get("may_be", ())),
    )


def _doubt(form: Mapping[str, Any]) -> Doubt:
    return Doubt(form["event"], tuple(form["stories"]), form["likelihood"])


def _comparison(form: Mapping[str, Any]) -> Comparison:
    sides = tuple(Side(_claim(side, form["field"]), side["group"]) for side in form["sides"])
    return Comparison(**{**form, "sides": sides})


def _claim(form: Mapping[str, Any], field: str) -> Claim[Value]:
    about = form["about"]
    return Claim(
        field=field,
        story=form["story"],
        start=form["start"],
        end=form["end"],
        text=form["text"],
        value=_value(form["value"]),
        about=About(**{**about, "scope": frozenset(about.get("scope", ()))}),
    )


def _value(form: Mapping[str, Any]) -> Value:
    """The kinds of value differ in what they must have."""
    own: dict[str, Any] = {key: tuple(value) if type(value) is list else value for key, value in form.items()}
    if "amount" in own:
        return Amount(**own | {key: Decimal(own[key]) for key in ("amount", "amount_to") if key in own})
    if "name" in own:
        return Name(**own)
    if "words" in own:
        return Wording(**own)
    if isinstance(own["start"], int):
        return Clock(**own)
    return Interval(**own | {"start": _day(own["start"]), "end": _day(own["end"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
