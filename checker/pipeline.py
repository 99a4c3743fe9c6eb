"""The whole flow in one place; nothing else knows the order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256
from pathlib import Path

from checker import fields
from checker.align import align
from checker.align.records import Alignment
from checker.clean import clean
from checker.compare import compare
from checker.dateline import complete, recognise
from checker.errors import UsageError
from checker.extract import extract, parse
from checker.inside import inside
from checker.judge import Judge
from checker.kinds import Kinds
from checker.language import Parser
from checker.model import AnyClaim, Doubt, Event, Mode, Report, Story
from checker.pair import pair
from checker.parsed import Parsed
from checker.referents import referents
from checker.rules import Ruleset, load
from checker.sums import sums


class Checker:
    """Rules and language pipeline, loaded once, for any number of checks.

    Args:
        mode: `cross-source`, `draft` or `translation`.
        rules: folders of the user's own rules, laid over the shipped ones.
        model: name or path of a spaCy pipeline.

    Attributes:
        mode: as given.
        ruleset: the rules in force.

    Raises:
        RuleError: a rule file cannot be used.
        ModelError: on first use, when no pipeline can be loaded.
    """

    def __init__(self, mode: Mode = "cross-source", rules: Iterable[Path | str] = (), model: str | None = None) -> None:
        self.mode: Mode = mode
        self.ruleset: Ruleset = load(Path(folder) for folder in rules)
        self._judge = Judge(fields.load(self.ruleset), self.ruleset, mode)
        self._kinds = Kinds(self.ruleset.words("kinds"))
        self._parser = Parser(self.ruleset.words("language"), model)

    def check(
        self,
        stories: Sequence[Story],
        *,
        same_event: bool = False,
        draft: str | None = None,
        events: Sequence[Sequence[str]] = (),
    ) -> Report:
        """Where the stories that report one event disagree.

        Args:
            stories: any number, each with a name of its own.
            same_event: they are known to report one event; the alignment is left out.
            draft: in mode `draft`, the name of the story that the others are sources of; the first one if None.
            events: names of stories that are known to report one event, which no other story reports.

        Raises:
            UsageError: two stories share a name, or no story is called like the draft or a name in `events`.
        """
        read = self._clean(stories)
        _refuse(events, {story.name for story in read})
        draft = self._draft(draft, stories)
        known = [[story.name for story in read]] if same_event and read else events
        found = align(read, self.ruleset, known)
        groups = found.groups
        read = self._dated(read, groups)
        # A story alone is parsed only when it is all there is to check: of a large pile most have nothing to be
        # compared with.
        compared = {name for group in groups if len(group) > 1 or len(read) == 1 for name in group}
        parsed = parse([story for story in read if story.name in compared], self._parser, self.ruleset)
        made = tuple(
            self._event(group, [item for item in parsed if item.story.name in group], draft) for group in groups
        )
        return Report(self.mode, self._parser.model if compared else "", read, placed(made, found))

    def _event(self, names: tuple[str, ...], stories: Sequence[Parsed], draft: str | None) -> Event:
        """What the stories of one event say against each other, and each against itself."""
        active = self._judge.active
        claims = {item.story.name: extract(item, active) for item in stories}
        claims = self._kinds.settle(claims, {item.story.name: item.story.text for item in stories})
        paired = pair(stories, claims, self._judge)
        rows = [
            *paired,
            *referents(stories, claims, paired, self._judge),
            *sums(claims),
            *(row for item in stories for row in inside(item, claims[item.story.name], self._judge)),
        ]
        comparisons, one_sided = compare(rows, [item.story for item in stories], claims, self._judge, draft)
        return Event(_identity(names), names, comparisons, one_sided)

    def _draft(self, draft: str | None, stories: Sequence[Story]) -> str | None:
        """The name of the draft: as given, else the first story's."""
        if draft is not None and draft not in {story.name for story in stories}:
            raise UsageError(f"{draft}: no story of this name")
        return draft if draft is not None or not stories else stories[0].name

    def claims(self, story: Story) -> tuple[AnyClaim, ...]:
        """The claims of one story, by position."""
        return extract(parse(self._clean([story]), self._parser, self.ruleset)[0], self._judge.fields)

    def align(self, stories: Sequence[Story]) -> tuple[Event, ...]:
        """The events alone, nothing compared."""
        found = align(self._clean(stories), self.ruleset)
        return placed([Event(_identity(group), group) for group in found.groups], found)

    def _dated(self, stories: Sequence[Story], groups: Sequence[Sequence[str]]) -> tuple[Story, ...]:
        """The stories, each with the year that its dateline lacks taken from the others of its event."""
        words = self.ruleset.words("dateline")
        events = [[story for story in stories if story.name in group] for group in map(frozenset, groups)]
        dated = [story for event in events for story in (complete(event, words) if len(event) > 1 else event)]
        return tuple(sorted(dated, key=lambda story: story.name))

    def _clean(self, stories: Sequence[Story]) -> tuple[Story, ...]:
        names = [story.name for story in stories]
        for name in names:
            if names.count(name) > 1:
                raise UsageError(f"{name}: two stories of this name")
        dates = self.ruleset.words("dateline")
        cleaned = (recognise(clean(story, self.ruleset.words("clean"), dates), dates) for story in stories)
        return tuple(sorted(cleaned, key=lambda story: story.name))


def placed(events: Iterable[Event], found: Alignment) -> tuple[Event, ...]:
    """The events with what else is known of their stories: copies of one text, events that may be the same."""
    named = {event.stories[0]: event for event in events}
    doubts: dict[str, list[Doubt]] = {name: [] for name in named}
    for maybe in found.maybe:
        for one, other in ((maybe.left, maybe.right), (maybe.right, maybe.left)):
            doubts[one].append(Doubt(named[other].id, named[other].stories, maybe.score))
    return tuple(
        dataclasses.replace(
            event,
            copies=tuple(group for group in found.copies if group[0] in event.stories),
            may_be=tuple(sorted(doubts[name], key=lambda doubt: doubt.stories)),
        )
        for name, event in named.items()
    )


def _refuse(events: Sequence[Sequence[str]], known: AbstractSet[str]) -> None:
    names = [name for event in events for name in event]
    for name in names:
        if name not in known:
            raise UsageError(f"{name}: no story of this name")
        if names.count(name) > 1:
            raise UsageError(f"{name}: stands in two events, or in one twice")


def _identity(names: Sequence[str]) -> str:
    return sha256("\0".join(sorted(names)).encode()).hexdigest()[:12]
