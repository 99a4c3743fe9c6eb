"""What is done with reports as a whole: several become one, and stories are given other names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain

from checker.model import AnyClaim, Comparison, Event, Mode, Report, Story


def identity(names: Iterable[str]) -> str:
    """The id of the event that stories of these names report."""
    return sha256("\0".join(sorted(names)).encode()).hexdigest()[:12]


def together(mode: Mode, reports: Sequence[Report]) -> Report:
    """One report of many; a story that stands in several is told once."""
    stories: dict[str, Story] = {}
    for story in chain.from_iterable(report.stories for report in reports):
        stories.setdefault(story.name, story)
    return Report(
        mode=mode,
        model=next((report.model for report in reports if report.model), ""),
        stories=tuple(stories[name] for name in sorted(stories)),
        events=tuple(sorted(chain.from_iterable(one.events for one in reports), key=lambda event: event.stories)),
    )


def renamed(report: Report, given: Mapping[str, Story]) -> Report:
    """The report as if its stories had had other names, and come from other files.

    Args:
        report: of one event.
        given: the stories by the names that they have in the report.
    """
    names = {name: story.name for name, story in given.items()}
    stories = (
        dataclasses.replace(story, name=names[story.name], origin=given[story.name].origin) for story in report.stories
    )
    return dataclasses.replace(
        report,
        stories=tuple(sorted(stories, key=lambda story: story.name)),
        events=tuple(_event(event, names) for event in report.events),
    )


def _event(event: Event, names: Mapping[str, str]) -> Event:
    called = tuple(sorted(names[name] for name in event.stories))
    return dataclasses.replace(
        event,
        id=identity(called),
        stories=called,
        comparisons=tuple(_row(row, names) for row in event.comparisons),
        one_sided=tuple(_claim(claim, names) for claim in event.one_sided),
    )


def _row(row: Comparison, names: Mapping[str, str]) -> Comparison:
    sides = (dataclasses.replace(side, claim=_claim(side.claim, names)) for side in row.sides)
    return dataclasses.replace(row, sides=tuple(sides))


def _claim(claim: AnyClaim, names: Mapping[str, str]) -> AnyClaim:
    return dataclasses.replace(claim, story=names[claim.story])
