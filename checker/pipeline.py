"""The whole flow in one place; nothing else knows the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from checker import fields
from checker.across.compare import across, language_of
from checker.align import align
from checker.clean import clean
from checker.compare import compare, order
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
from checker.rules import Ruleset, load
from checker.sums import sums
from checker.vocabulary import is_word


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
        compared -= self._abroad(read)
        parsed = parse([story for story in read if story.name in compared], self._parser, self.ruleset)
        events = tuple(
            self._event(
                group,
                [item for item in parsed if item.story.name in group],
                [story for story in read if story.name in group],
                draft,
            )
            for group in groups
        )
        return Report(self.mode, self._parser.model if compared else "", read, events)

    def _abroad(self, stories: Sequence[Story]) -> set[str]:
        """In mode `translation` the stories that are not in English: the pipeline cannot read them."""
        if self.mode != "translation":
            return set()
        return {story.name for story in stories if language_of(story, self._judge) != "en"}

    def _event(
        self, names: tuple[str, ...], stories: Sequence[Parsed], told: Sequence[Story], draft: str | None
    ) -> Event:
        """What the stories of one event say against each other, and each against itself.

        Args:
            names: of the stories.
            stories: those that were parsed.
            told: all of them.
            draft: as in `check`.
        """
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
        if self.mode == "translation":
            found = across(told, claims, _dictionary(stories), self._judge)
            comparisons = tuple(sorted((*comparisons, *found), key=order)) if found else comparisons
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
        names = [story.name for story in stories]
        for name in names:
            if names.count(name) > 1:
                raise UsageError(f"{name}: two stories of this name")
        dates = self.ruleset.words("dateline")
        cleaned = (recognise(clean(story, self.ruleset.words("clean"), dates), dates) for story in stories)
        return tuple(sorted(cleaned, key=lambda story: story.name))


def _dictionary(stories: Sequence[Parsed]) -> Callable[[str], bool]:
    """Whether a word is English, as far as the pipeline of these stories knows."""
    return partial(is_word, vocab=stories[0].doc.vocab) if stories else lambda _: True


def _identity(names: Sequence[str]) -> str:
    return sha256("\0".join(sorted(names)).encode()).hexdigest()[:12]
