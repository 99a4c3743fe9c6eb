"""Bitexts checked, each on its own: what is kept is not checked again, the rest is done in any number of processes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

# Where a text stands does not change what is wrong with it, and is no part of what is kept: it is called by what it is.
# What comes first by name is told first, and that is what is to be mended.
_CALLED: Mapping[Mode, tuple[str, str]] = {
    "translation": ("the original", "its translation"),
    "draft": ("the source", "the draft"),
    "cross-source": ("the second story", "the first story"),
}
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
        self._ground = Ground(mode, setup.rules, setup.model, setup.glossary) if cache else None

    def reports(self, bitexts: Sequence[Bitext]) -> Iterator[Report]:
        """One for each, those that are kept first."""
        waiting: dict[_Two, list[Bitext]] = {}
        for bitext in bitexts:
            two = _nameless(bitext)
            report = self._kept(two)
            if report:
                yield _of(bitext, report)
            else:
                # What a catalogue says twice is checked once.
                waiting.setdefault(two, []).append(bitext)
        for two, report in self._made(list(waiting)):
            for bitext in waiting[two]:
                yield _of(bitext, report)

    def _kept(self, two: _Two) -> Report | None:
        if not self._cache or not self._ground:
            return None
        return self._cache.get(self._ground.key(two), _given(two))

    def _made(self, pairs: Sequence[_Two]) -> Iterator[tuple[_Two, Report]]:
        if not pairs:
            return
        from checker.executors import executor
        from checker.pipeline import Checker, portions

        setup = self._setup
        checker = Checker(self.mode, setup.rules, setup.model, setup.glossary)
        parts = list(portions(pairs, self._ruleset.words("language")["characters"]))
        with executor(checker, setup.jobs, setup.cluster) as made:
            for part, reports in zip(parts, made.map(check_portion, parts), strict=True):
                if self._cache and self._ground:
                    self._cache.put(zip(map(self._ground.key, part), reports, strict=True))
                yield from zip(part, reports, strict=True)


def _nameless(bitext: Bitext) -> _Two:
    original, translation = _CALLED[bitext.mode]
    return (
        dataclasses.replace(bitext.original, name=original, origin=None),
        dataclasses.replace(bitext.translation, name=translation, origin=None),
    )


def _given(two: _Two) -> Mapping[str, Story]:
    return {story.name: story for story in two}


def _of(bitext: Bitext, report: Report) -> Report:
    original, translation = _CALLED[bitext.mode]
    return renamed(report, {original: bitext.original, translation: bitext.translation})
