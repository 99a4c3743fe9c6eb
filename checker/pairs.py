"""Originals and translations: which files are pairs, and the check of them all in one report."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from checker.cache import Cache
from checker.config import Config, Pairs
from checker.errors import ConfigError, ExtraError, StoryError
from checker.model import Event, Mode, Report, Story
from checker.origins import origins
from checker.patterns import Pattern
from checker.read import load
from checker.report.places import SourceFile

_CODE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files, by their paths as seen from the folder of the configuration.

    Attributes:
        original, translation: the paths.
        languages: of the two, ISO 639-1; of the second empty when the paths do not tell.
        mode: what the second is to the first.
    """

    original: str
    translation: str
    languages: tuple[str, str]
    mode: Mode


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of the pairs.

    Attributes:
        report: one event for each pair that could be read.
        origins: the files of the stories.
        errors: what could not be read, a line each.
    """

    report: Report
    origins: Mapping[str, SourceFile]
    errors: tuple[str, ...]


def find(config: Config) -> tuple[Pair, ...]:
    """The pairs of a configuration, each once, by original and then by translation.

    Raises:
        ConfigError: a pattern for pairs finds none.
    """
    found: dict[tuple[str, str], Pair] = {}
    for place, pairs in enumerate(config.pairs):
        own = list(_pairs(config.root, pairs))
        if not own:
            raise ConfigError(
                f"{config.path}: pairs[{place}]: no two files match {pairs.original.text} and {pairs.translation.text}"
            )
        for pair in own:
            found.setdefault((pair.original, pair.translation), pair)
    return tuple(found[key] for key in sorted(found))


def among(pairs: Iterable[Pair], changed: Collection[str]) -> tuple[Pair, ...]:
    """The pairs of which a file is among these."""
    return tuple(pair for pair in pairs if pair.original in changed or pair.translation in changed)


def check(
    config: Config,
    pairs: Sequence[Pair],
    words: Mapping[str, Any],
    cache: Path | None,
    tell: Callable[[Iterable[Pair]], Iterable[Pair]] = iter,
) -> Checked:
    """Every pair as an event of its own, in one report.

    Args:
        config: rules and model.
        pairs: what to check.
        words: the tables of `rules/read.toml`.
        cache: the folder of results that are kept, if they are.
        tell: gives the pairs one by one, and may tell how far it is.
    """
    shelf = _Shelf(config.root, words)
    checkers = {mode: _Checks(config, mode, cache) for mode in {pair.mode for pair in pairs}}
    reports: list[Report] = []
    for pair in tell(pairs):
        stories = shelf.stories(pair)
        if stories:
            reports.append(checkers[pair.mode].report(stories))
    return Checked(_together(config, reports), shelf.origins, tuple(shelf.errors))


class _Shelf:
    """Stories by their paths, each read once."""

    def __init__(self, root: Path, words: Mapping[str, Any]) -> None:
        self._root = root
        self._words = words
        self._stories: dict[str, Story | None] = {}
        self.origins: dict[str, SourceFile] = {}
        self.errors: list[str] = []

    def stories(self, pair: Pair) -> tuple[Story, Story] | None:
        original = self._story(pair.original, pair.languages[0], mended=False)
        translation = self._story(pair.translation, pair.languages[1], mended=True)
        return (original, translation) if original and translation else None

    def _story(self, path: str, language: str, *, mended: bool) -> Story | None:
        if path not in self._stories:
            self._stories[path] = self._read(path, language, mended=mended)
        return self._stories[path]

    def _read(self, path: str, language: str, *, mended: bool) -> Story | None:
        place = str(self._root / path)
        name = named(self._root, path)
        try:
            story = load(name, place, self._words)
            story = dataclasses.replace(story, language=language or story.language)
            self.origins |= origins([story], {name: place}, self._words, {name} if mended else set())
        except (StoryError, ExtraError) as error:
            self.errors.append(f"{name}: {str(error).removeprefix(f'{place}: ')}")
            return None
        return story


class _Checks:
    """The checks of one mode; rules and language are loaded when something must be checked."""

    def __init__(self, config: Config, mode: Mode, cache: Path | None) -> None:
        self._config = config
        self._mode = mode
        self._cache = Cache(cache, mode, config.rules, config.model, config.glossary) if cache else None
        self._checker: Any = None

    def report(self, stories: Sequence[Story]) -> Report:
        # In a draft the second file is the one to be mended.
        draft = stories[1].name if self._mode == "draft" else None

        def check() -> Report:
            if self._checker is None:
                from checker.pipeline import Checker

                own = self._config
                self._checker = Checker(mode=self._mode, rules=own.rules, model=own.model, glossary=own.glossary)
            report: Report = self._checker.check(stories, same_event=True, draft=draft)
            return report

        return self._cache.report(stories, [True, draft], check) if self._cache else check()


def named(root: Path, path: str) -> str:
    """A path below a folder as the report names it: seen from the working folder, else from that folder."""
    here = Path.cwd()
    seen = (root.relative_to(here) / path).as_posix() if root.is_relative_to(here) else path
    # A file's name need not be text; a story's must, to be printed.
    return seen.encode("utf-8", "replace").decode("utf-8")


def _together(config: Config, reports: Sequence[Report]) -> Report:
    """One report of many; a story that stands in several is told once."""
    stories: dict[str, Story] = {}
    events: list[Event] = []
    for report in reports:
        events += report.events
        for story in report.stories:
            stories.setdefault(story.name, story)
    return Report(
        mode=config.pairs[0].mode,
        model=next((report.model for report in reports if report.model), ""),
        stories=tuple(stories[name] for name in sorted(stories)),
        events=tuple(sorted(events, key=lambda event: event.stories)),
    )


def _pairs(root: Path, pairs: Pairs) -> Iterator[Pair]:
    originals = {match[0]: path for path, match in _matching(root, pairs.original)}
    for path, (parts, language) in _matching(root, pairs.translation):
        original = originals.get(parts)
        if original is None or original == path or (pairs.languages and language not in pairs.languages):
            continue
        if not pairs.languages and language == pairs.language:
            # content/en is no translation of itself.
            continue
        yield Pair(original, path, (_code(pairs.language), _code(language)), pairs.mode)


def _matching(root: Path, pattern: Pattern) -> Iterator[tuple[str, tuple[tuple[str, ...], str]]]:
    """The files that fit a pattern, hidden ones and folders left out, as seen from the root."""
    for folder, folders, files in os.walk(root / pattern.folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = PurePosixPath(Path(folder).relative_to(root).as_posix())
        for file in sorted(files):
            path = (below / file).as_posix()
            match = pattern.match(path)
            if match and not file.startswith("."):
                yield path, match


def _code(language: str) -> str:
    match = _CODE.match(language)
    return match[0].lower() if match else ""
