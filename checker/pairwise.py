"""Bitexts checked, each on its own: what is kept is not checked again, the rest is done in any number of processes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.bitexts import Bitext
from checker.cache import Cache, Ground, kept
from checker.model import Mode, Report, Story
from checker.reports import renamed, together

if TYPE_CHECKING:
    from checker.pipeline import Checker
    from checker.rules import Ruleset

_Two = tuple[Story, Story]


@dataclass(frozen=True, slots=True)
class Setup:
    """What the checks are done with.

    Attributes:
        rules: folders of the user's own rules.
        model: name or path of a spaCy pipeline; the usual one if None.
        glossary: termbases.
        cache: the folder of results that are kept, if they are.
        jobs, cluster: see `checker.executors.executor`.
    """

    rules: tuple[Path, ...] = ()
    model: str | None = None
    glossary: tuple[Path, ...] = ()
    cache: Path | None = None
    jobs: int = 1
    cluster: str | None = None


def check(
    bitexts: Sequence[Bitext],
    setup: Setup,
    ruleset: Ruleset,
    tell: Callable[[Iterable[Report]], Iterable[Report]] = iter,
) -> Report:
    """Every bitext as an event of its own, in one report.

    Args:
        bitexts: what to check; the names of all stories are different, and one original may have many translations.
        setup: what with.
        ruleset: the rules in force.
        tell: gives the reports on the bitexts one by one, and may tell how far it is.

    Raises:
        UsageError: results cannot be kept where they should.
    """
    modes = sorted({bitext.mode for bitext in bitexts})
    with ExitStack() as stack:
        cache = stack.enter_context(kept(setup.cache, ruleset.words("cache")["days"])) if setup.cache else None
        checks = [_Checks(mode, setup, ruleset, cache) for mode in modes]
        found = (one for check in checks for one in check.reports([it for it in bitexts if it.mode == check.mode]))
        return together(modes[0] if len(modes) == 1 else "translation", list(tell(found)))


def check_portion(checker: Checker, pairs: Sequence[_Two]) -> list[Report]:
    """Work for an executor."""
    return checker.check_each(pairs)


class _Checks:
    """The checks of one mode; the language is loaded when something must be checked."""

    def __init__(self, mode: Mode, setup: Setup, ruleset: Ruleset, cache: Cache | None) -> None:
        self.mode = mode
        self._setup = setup
        self._ruleset = ruleset
        self._cache = cache
        # Of the two names the one that comes first by the alphabet is told first: what is to be mended.
        self._called: Sequence[str] = ruleset.words("cache")["called"][mode]

    def reports(self, bitexts: Sequence[Bitext]) -> Iterator[Report]:
        """One for each, those that are kept first; what a catalogue says twice is checked once."""
        groups: dict[_Two, list[Bitext]] = {}
        for bitext in bitexts:
            groups.setdefault(self._nameless(bitext), []).append(bitext)
        for two, report in self._each(list(groups)):
            given = [story.name for story in two]
            for bitext in groups[two]:
                yield renamed(report, dict(zip(given, (bitext.original, bitext.translation), strict=True)))

    def _nameless(self, bitext: Bitext) -> _Two:
        """The two texts without their names and files: where they stand does not change what is wrong with them."""
        original, translation = self._called
        return (
            dataclasses.replace(bitext.original, name=original, origin=None),
            dataclasses.replace(bitext.translation, name=translation, origin=None),
        )

    def _each(self, pairs: Sequence[_Two]) -> Iterator[tuple[_Two, Report]]:
        """The report on each, from what is kept, or made and kept from then on."""
        keys = dict.fromkeys(pairs)
        waiting: list[_Two] = list(pairs)
        if self._cache:
            ground = Ground(self.mode, self._setup.rules, self._setup.model, self._setup.glossary)
            keys = {two: ground.key(two) for two in pairs}
            found = {two: self._cache.get(keys[two], {story.name: story for story in two}) for two in pairs}
            yield from ((two, report) for two, report in found.items() if report)
            waiting = [two for two, report in found.items() if not report]
        for part in self._parts(waiting):
            if self._cache:
                self._cache.put((keys[two], report) for two, report in part)
            yield from part

    def _parts(self, pairs: Sequence[_Two]) -> Iterator[list[tuple[_Two, Report]]]:
        """Reports on the pairs, as many at a time as are parsed together."""
        if not pairs:
            return
        from checker.executors import executor
        from checker.pipeline import Checker, portions

        setup = self._setup
        checker = Checker(self.mode, self._ruleset, setup.model, setup.glossary)
        parts = list(portions(pairs, self._ruleset.words("language")["characters"]))
        with executor(checker, setup.jobs, setup.cluster) as made:
            for part, reports in zip(parts, made.map(check_portion, parts), strict=True):
                yield list(zip(part, reports, strict=True))
