"""The whole flow in one place; nothing else knows the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from checker import fields
from checker import glossary as termbase
from checker.align import align
from checker.clean import clean
from checker.compare import compare
from checker.dateline import complete, recognise
from checker.errors import UsageError
from checker.extract import extract, parse
from checker.inside import inside
from checker.judge import Judge
from checker.kinds import Kinds
from checker.language import Parser
from checker.model import AnyClaim, Event, Mode, Report, Story
from checker.pair import pair
from checker.parsed import Parsed
from checker.referents import referents
from checker.renderings import renderings
from checker.rules import Ruleset, load
from checker.sums import sums


class Checker:
    """Rules and language pipeline, loaded once, for any number of checks.

    Args:
        mode: `cross-source`, `draft` or `translation`.
        rules: folders of the user's own rules, laid over the shipped ones.
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
        rules: Iterable[Path | str] = (),
        model: str | None = None,
        glossary: Iterable[Path | str] = (),
    ) -> None:
        self.mode: Mode = mode
        ruleset = load(Path(folder) for folder in rules)
        concepts = termbase.load(glossary, ruleset.words("glossary"), ruleset.words("read"))
        self.ruleset: Ruleset = ruleset.extended("glossary", {"concepts": concepts})
        self._judge = Judge(fields.load(self.ruleset), self.ruleset, mode)
        self._kinds = Kinds(self.ruleset.words("kinds"))
        self._parser = Parser(self.ruleset.words("language"), model)

    def check(self, stories: Sequence[Story], *, same_event: bool = False, draft: str | None = None) -> Report:
        """Where the stories that report one event disagree.

        Args:
            stories: any number, each with a name of its own.
            same_event: they are known to report one event; the alignment is left out.
            draft: in mode `draft`, the name of the story that the others are sources of; the first one if None.

        Raises:
            UsageError: two stories share a name, or no story is called like the draft.
        """
        read = self._clean(stories)
        draft = self._draft(draft, stories)
        groups = [tuple(story.name for story in read)] if same_event and read else align(read, self.ruleset)
        read = self._dated(read, groups)
        # A story alone is parsed only when it is all there is to check: of a large pile most have nothing to be
        # compared with.
        compared = {name for group in groups if len(group) > 1 or len(read) == 1 for name in group}
        parsed = parse([story for story in read if story.name in compared], self._parser, self.ruleset)
        events = tuple(
            self._event(group, [item for item in parsed if item.story.name in group], draft) for group in groups
        )
        model = self._parser.model if compared else ""
        return Report(self.mode, model, read, events, draft or "" if self.mode == "draft" else "")

    def check_pairs(self, pairs: Sequence[tuple[Story, Story]]) -> Report:
        """Where translations disagree with their originals: every pair is an event of its own, parsed with many others.

        Args:
            pairs: an original and its translation, each story with a name of its own; one original may have several
                translations.

        Raises:
            UsageError: two stories share a name.
        """
        stories = {story.name: story for story in self._clean(list(dict.fromkeys(chain.from_iterable(pairs))))}
        originals = {tuple(sorted((one.name, other.name))): one.name for one, other in pairs}
        groups = sorted(originals)
        for group in groups:
            dated = complete([stories[name] for name in group], self.ruleset.words("dateline"))
            stories.update(zip(group, dated, strict=True))
        events: list[Event] = []
        # Of a catalogue of many thousand units not all can be held in memory at once.
        step: int = self.ruleset.words("language")["pairs"]
        for part in (groups[at : at + step] for at in range(0, len(groups), step)):
            names = list(dict.fromkeys(chain.from_iterable(part)))
            texts = parse([stories[name] for name in names], self._parser, self.ruleset)
            parsed = dict(zip(names, texts, strict=True))
            events += [self._event(group, [parsed[name] for name in group], originals[group]) for group in part]
        return Report(self.mode, self._parser.model if events else "", tuple(stories.values()), tuple(events))

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
            *renderings(stories, claims, self._judge, draft),
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
        groups = align(self._clean(stories), self.ruleset)
        return tuple(Event(_identity(group), group) for group in groups)

    def _dated(self, stories: Sequence[Story], groups: Sequence[Sequence[str]]) -> tuple[Story, ...]:
        """The stories, each with the year that its dateline lacks taken from the others of its event."""
        words = self.ruleset.words("dateline")
        events = [[story for story in stories if story.name in group] for group in map(frozenset, groups)]
        dated = [story for event in events for story in (complete(event, words) if len(event) > 1 else event)]
        return tuple(sorted(dated, key=lambda story: story.name))

    def _clean(self, stories: Sequence[Story]) -> tuple[Story, ...]:
        for name, times in Counter(story.name for story in stories).items():
            if times > 1:
                raise UsageError(f"{name}: two stories of this name")
        dates = self.ruleset.words("dateline")
        cleaned = (recognise(clean(story, self.ruleset.words("clean"), dates), dates) for story in stories)
        return tuple(sorted(cleaned, key=lambda story: story.name))


def _identity(names: Sequence[str]) -> str:
    return sha256("\0".join(sorted(names)).encode()).hexdigest()[:12]
