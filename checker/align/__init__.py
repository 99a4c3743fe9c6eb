"""Which stories report one event, by cheap features: nothing is parsed to learn that it stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.cluster import cluster
from checker.align.matcher import Matcher
from checker.align.records import Alignment
from checker.align.signature import signature
from checker.model import Story
from checker.rules import Ruleset


def align(stories: Sequence[Story], ruleset: Ruleset) -> Alignment:
    """The stories by the event that they report: signatures, pairs that may be one event, groups.

    Args:
        stories: with what is not theirs set aside, each with a name of its own.
        ruleset: for the settings in `rules/align.toml` and the names of places.
    """
    settings = ruleset.words("align")
    edges = Matcher(settings).match([signature(story, ruleset) for story in stories])
    return cluster([story.name for story in stories], edges, settings)
