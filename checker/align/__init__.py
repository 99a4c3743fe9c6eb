"""Which stories report one event, by cheap features: nothing is parsed to learn that it stands alone."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from checker.align.cluster import cluster
from checker.align.copies import are_copies
from checker.align.matcher import Matcher
from checker.align.records import Alignment, Edge
from checker.align.signature import signature
from checker.model import Story
from checker.rules import Ruleset


def align(stories: Sequence[Story], ruleset: Ruleset, events: Sequence[Sequence[str]] = ()) -> Alignment:
    """The stories by the event that they report: signatures, pairs that may be one event, groups.

    Args:
        stories: with what is not theirs set aside, each with a name of its own.
        ruleset: for the settings in `rules/align.toml` and the names of places.
        events: names of stories of which it is known that they report one event, and no other story does.
    """
    settings = ruleset.words("align")
    signatures = {story.name: signature(story, ruleset) for story in stories}
    known = {name for event in events for name in event}
    asked = [signed for name, signed in signatures.items() if name not in known]
    edges = Matcher(settings).match(asked) if asked else []
    # Of stories that are known to belong together all that is left to learn is which of them are copies.
    same = [
        Edge(one, other, 1.0, copy=True)
        for event in events
        for one, other in itertools.combinations(sorted(event), 2)
        if are_copies(signatures[one].sentences, signatures[other].sentences, settings["copy"])
    ]
    found = cluster(signatures, [*edges, *same], settings)
    free = [group for group in found.groups if known.isdisjoint(group)]
    return dataclasses.replace(found, groups=tuple(sorted([*free, *(tuple(sorted(event)) for event in events)])))
