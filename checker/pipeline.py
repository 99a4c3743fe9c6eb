"""The whole flow in one place; nothing else knows the order."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain
from pathlib import Path

from checker import fields
from checker import glossary as termbase
from checker.across.compare import across, languages_of
from checker.align import align
from checker.align.records import Alignment
from checker.clean import clean
from checker.compare import compare, order
from checker.dateline import complete, recognise
from checker.errors import UsageError
from checker.executors import Executor, Here
from checker.extract import extract, parse, unread
from checker.inside import inside
from checker.judge import Judge
from checker.kinds import Kinds
from checker.language import Parser
from checker.model import AnyClaim, Doubt, Event, Mode, Report, Story
from checker.pair import pair
from checker.parsed import Parsed
from checker.referents import referents
from checker.renderings import renderings
from checker.reports import identity, together
from checker.rules import Ruleset, load
from checker.sums import sums
from checker.vocabulary import is_word

_Pair = tuple[Story, Story]


class Checker:
    """Rules and language pipeline, loaded once, for any number of checks.

    Args:
        mode: `cross-source`, `draft` or `translation`.
        rules: folders of the user's own rules, laid over the shipped ones; or all rules, where they have been loaded.
        model: name or path of a spaCy pipeline.
        glossary: termbases, CSV or TBX files.

    Attributes:
        mode: as given.
        ruleset: the rules in force.

    Raises:
        RuleError: a rule file cannot be used.
        GlossaryError: a termbase cannot be used.
        ModelError: on first use, when no pipeline can be loaded.
    """

    def __init__(
        self,
        mode: Mode = "cross-source",
        rules: Iterable[Path | str] | Ruleset = (),
        model: str | None = None,
        glossary: Iterable[Path | str] = (),
    ) -> None:
        ruleset = rules if isinstance(rules, Ruleset) else load(Path(folder) for folder in rules)
        concepts = termbase.load(glossary, ruleset.words("glossary"), ruleset.words("read"))
        self._set_up(mode, ruleset.extended("glossary", {"concepts": concepts}), model)

    def __getstate__(self) -> tuple[Mode, Ruleset, str | None]:
        return self.mode, self.ruleset, self._model

    def __setstate__(self, state: tuple[Mode, Ruleset, str | None]) -> None:
        self._set_up(*state)

    def _set_up(self, mode: Mode, ruleset: Ruleset, model: str | None) -> None:
        self.mode: Mode = mode
        self.ruleset: Ruleset = ruleset
        self._model = model
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
        executor: Executor | None = None,
    ) -> Report:
        """Where the stories that report one event disagree.

        Args:
            stories: any number, each with a name of its own.
            same_event: they are known to report one event; the alignment is left out.
            draft: in mode `draft`, the name of the story that the others are sources of; the first one if None.
            events: names of stories that are known to report one event, which no other story reports.
            executor: where the events are compared; in this process if None.

        Raises:
            UsageError: two stories share a name, or no story is called like the draft or a name in `events`.
        """
        read = self.clean(stories)
        draft = self._draft(draft, stories)
        named = {story.name: story for story in read}
        _refuse(events, named.keys())
        found = align(read, self.ruleset, [list(named)] if same_event and read else events)
        # A story alone is parsed only when it is all there is to check: of a large pile most have nothing to be
        # compared with.
        compared = [group for group in found.groups if len(group) > 1 or len(read) == 1]
        tasks = [(tuple(named[name] for name in group), draft) for group in compared]
        reports = dict(zip(compared, (executor or Here(self)).map(compare_event, tasks), strict=True))
        for report in reports.values():
            named |= {story.name: story for story in report.stories}
        return Report(
            self.mode,
            next((report.model for report in reports.values()), ""),
            tuple(named.values()),
            placed([reports[group].events[0] if group in reports else _alone(group) for group in found.groups], found),
            draft or "" if self.mode == "draft" else "",
        )

    def compare(self, stories: Sequence[Story], draft: str | None = None) -> Report:
        """What the stories of one event say against each other, and each against itself.

        Args:
            stories: cleaned, in the order of their names.
            draft: the name of the draft, where there is one.
        """
        if len(stories) > 1:
            # The year that a dateline lacks, from the others.
            stories = complete(stories, self.ruleset.words("dateline"))
        return self._compared(stories, self._parsed([stories])[0], draft)

    def check_pairs(self, pairs: Sequence[_Pair]) -> Report:
        """Where translations disagree with their originals: every pair is an event of its own, parsed with many others.

        Args:
            pairs: an original and its translation, each story with a name of its own; one original may have several
                translations.

        Raises:
            UsageError: two stories share a name.
        """
        _refuse_twice(dict.fromkeys(chain.from_iterable(pairs)))
        parts = portions(pairs, self.ruleset.words("language")["characters"])
        return together(self.mode, [report for part in parts for report in self.check_each(part)])

    def check_each(self, pairs: Sequence[_Pair]) -> list[Report]:
        """A report for each original and its translation, or source and draft, all of them parsed together.

        Args:
            pairs: the two stories of a pair have different names.
        """
        # Nothing is set aside: what is translated is to be right, a byline too; and it would be found in English alone.
        dates = self.ruleset.words("dateline")
        whole = {story: recognise(story, dates) for story in dict.fromkeys(chain.from_iterable(pairs))}
        groups = [complete(sorted(map(whole.__getitem__, pair), key=lambda it: it.name), dates) for pair in pairs]
        return [
            self._compared(group, parsed, pair[self.mode == "draft"].name)
            for pair, group, parsed in zip(pairs, groups, self._parsed(groups), strict=True)
        ]

    def _parsed(self, groups: Sequence[Sequence[Story]]) -> list[list[Parsed]]:
        """The stories of each group, what is read of them, all of them read together and each once."""
        abroad = [self._abroad(group) for group in groups]
        home = [
            story for group, names in zip(groups, abroad, strict=True) for story in group if story.name not in names
        ]
        distinct = list(dict.fromkeys(home))
        read = dict(zip(distinct, parse(distinct, self._parser, self.ruleset), strict=True))
        return [
            [unread(story, self._parser) if story.name in names else read[story] for story in group]
            for group, names in zip(groups, abroad, strict=True)
        ]

    def _abroad(self, stories: Sequence[Story]) -> set[str]:
        """In mode `translation` the stories that are not in English: the pipeline cannot read them."""
        if self.mode != "translation":
            return set()
        return {name for name, language in languages_of(stories, self._judge).items() if language != "en"}

    def _compared(self, stories: Sequence[Story], parsed: Sequence[Parsed], draft: str | None) -> Report:
        event = self._event(tuple(story.name for story in stories), parsed, draft)
        return Report(self.mode, self._parser.model, tuple(stories), (event,))

    def _event(self, names: tuple[str, ...], stories: Sequence[Parsed], draft: str | None) -> Event:
        """What the stories of one event say against each other, and each against itself."""
        active = self._judge.active
        home = [item for item in stories if not item.unread]
        # Of a story that is not in English only the terms of the house can be read.
        terms = {name: field for name, field in active.items() if name == "glossary"}
        claims = {item.story.name: extract(item, terms if item.unread else active) for item in stories}
        claims = self._kinds.settle(claims, {item.story.name: item.story.text for item in stories})
        paired = pair(home, claims, self._judge)
        rows = [
            *paired,
            *referents(home, claims, paired, self._judge),
            *sums(claims),
            *renderings(stories, claims, self._judge, draft),
            *(row for item in home for row in inside(item, claims[item.story.name], self._judge)),
        ]
        comparisons, one_sided = compare(rows, [item.story for item in home], claims, self._judge, draft)
        if self.mode == "translation":
            found = across([item.story for item in stories], claims, _dictionary(home), self._judge, draft)
            comparisons = tuple(sorted((*comparisons, *found), key=order)) if found else comparisons
        return dataclasses.replace(_alone(names), comparisons=comparisons, one_sided=one_sided)

    def _draft(self, draft: str | None, stories: Sequence[Story]) -> str | None:
        """The name of the draft: as given, else the first story's."""
        if draft is not None and draft not in {story.name for story in stories}:
            raise UsageError(f"{draft}: no story of this name")
        return draft if draft is not None or not stories else stories[0].name

    def claims(self, story: Story) -> tuple[AnyClaim, ...]:
        """The claims of one story, by position."""
        return extract(parse(self.clean([story]), self._parser, self.ruleset)[0], self._judge.fields)

    def align(self, stories: Sequence[Story]) -> tuple[Event, ...]:
        """The events alone, nothing compared."""
        found = align(self.clean(stories), self.ruleset)
        return placed([_alone(group) for group in found.groups], found)

    def clean(self, stories: Sequence[Story]) -> tuple[Story, ...]:
        """The stories by name, with what is not theirs set aside, and title, day and place where they are stated."""
        _refuse_twice(stories)
        return tuple(sorted(map(self._cleaned, stories), key=lambda story: story.name))

    def _cleaned(self, story: Story) -> Story:
        dates = self.ruleset.words("dateline")
        return recognise(clean(story, self.ruleset.words("clean"), dates), dates)


def _dictionary(stories: Sequence[Parsed]) -> Callable[[str], bool]:
    """Whether a word is English, as far as the pipeline of these stories knows."""
    return partial(is_word, vocab=stories[0].doc.vocab) if stories else lambda _: True


def compare_event(checker: Checker, task: tuple[Sequence[Story], str | None]) -> Report:
    """Work for an executor: the stories of one event, and the name of the draft."""
    return checker.compare(*task)


def _alone(names: tuple[str, ...]) -> Event:
    """The event of these stories, nothing compared."""
    return Event(identity(names), names)


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


def portions(pairs: Iterable[_Pair], most: int) -> Iterator[list[_Pair]]:
    """Pairs that are parsed together: of a catalogue of many thousand not all can be held in memory at once.

    Args:
        pairs: in an order in which those with one original follow each other.
        most: characters of a portion; a longer pair is a portion of its own.
    """
    part: list[_Pair] = []
    length = 0
    for two in pairs:
        own = sum(len(story.text) for story in two)
        if part and length + own > most:
            yield part
            part, length = [], 0
        part.append(two)
        length += own
    if part:
        yield part


def _refuse_twice(stories: Iterable[Story]) -> None:
    for name, times in Counter(story.name for story in stories).items():
        if times > 1:
            raise UsageError(f"{name}: two stories of this name")


def _refuse(events: Sequence[Sequence[str]], known: AbstractSet[str]) -> None:
    names = [name for event in events for name in event]
    for name in names:
        if name not in known:
            raise UsageError(f"{name}: no story of this name")
        if names.count(name) > 1:
            raise UsageError(f"{name}: stands in two events, or in one twice")
