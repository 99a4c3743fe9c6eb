"""Which files of a project belong together: originals with translations, and files that hold both."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from checker.config import Bilingual, Config, Pairs
from checker.errors import ConfigError
from checker.model import Mode
from checker.patterns import LANGUAGE, Pattern

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

    @property
    def paths(self) -> tuple[str, ...]:
        """Those of its files."""
        return self.original, self.translation


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """A file that holds originals with their translations: PO, XLIFF, TMX.

    Attributes:
        path: as seen from the folder of the configuration.
        fuzzy: with the units that somebody has still to look at.
    """

    path: str
    fuzzy: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """That of the file."""
        return (self.path,)


@dataclass(frozen=True, slots=True)
class Untranslated:
    """Originals that have no translation into a language in which others have one.

    Attributes:
        originals: their paths.
        among: how many originals there are.
        language: as the patterns have it; empty where the translations have none.
        fails: the run fails for it.
    """

    originals: tuple[str, ...]
    among: int
    language: str
    fails: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What belongs together.

    Attributes:
        files: each once, by path.
        untranslated: what has no counterpart, where somebody wants to know.
    """

    files: tuple[Pair | BilingualFile, ...]
    untranslated: tuple[Untranslated, ...] = ()


def find(config: Config) -> Found:
    """The pairs of a configuration, by original and then by translation.

    Raises:
        ConfigError: a pattern finds none.
    """
    found: dict[tuple[str, ...], Pair | BilingualFile] = {}
    untranslated: list[Untranslated] = []
    for place, pairs in enumerate(config.pairs):
        own: list[Pair] | list[BilingualFile]
        if isinstance(pairs, Bilingual):
            own = list(_bilingual(config.root, pairs))
            none = f"no file matches {pairs.files.text}"
        else:
            own, lacking = _Matches(config.root, pairs).pairs()
            untranslated += lacking
            none = f"no two files match {pairs.original.text} and {pairs.translation.text}"
        if not own:
            raise ConfigError(f"{config.path}: pairs[{place}]: {none}")
        for one in own:
            found.setdefault(one.paths, one)
    return Found(tuple(found[key] for key in sorted(found)), tuple(untranslated))


def among(found: Found, paths: Collection[str] | None) -> Found:
    """What has to do with these paths; all if None."""
    if paths is None:
        return found
    files = tuple(file for file in found.files if any(path in paths for path in file.paths))
    untranslated = (
        replace(one, originals=tuple(path for path in one.originals if path in paths)) for one in found.untranslated
    )
    return Found(files, tuple(one for one in untranslated if one.originals))


def named(root: Path, path: str) -> str:
    """A path below a folder as the report names it: seen from the working folder, else from that folder."""
    here = Path.cwd()
    seen = (root.relative_to(here) / path).as_posix() if root.is_relative_to(here) else path
    # A file's name need not be text; a story's must, to be printed.
    return seen.encode("utf-8", "replace").decode("utf-8")


@dataclass
class _Matches:
    """The originals and the translations of two patterns."""

    root: Path
    patterns: Pairs
    _done: dict[str, set[str]] = field(default_factory=dict)

    def pairs(self) -> tuple[list[Pair], list[Untranslated]]:
        patterns = self.patterns
        originals = {match[0]: path for path, match in _matching(self.root, patterns.original)}
        found: list[Pair] = []
        # Where the paths do not tell, one language may have been named.
        only = "" if LANGUAGE in patterns.translation.text else "".join(patterns.languages)
        for path, (parts, told) in _matching(self.root, patterns.translation):
            language = told or only
            original = originals.get(parts)
            if original is None or original == path or not self._is_wanted(language):
                continue
            self._done.setdefault(language, set()).add(original)
            found.append(Pair(original, path, (_code(patterns.language), _code(language)), patterns.mode))
        translations = {pair.translation for pair in found}
        return found, list(self._lacking([path for path in originals.values() if path not in translations]))

    def _is_wanted(self, language: str) -> bool:
        """One of those that are named, or any but that of the originals: content/en is no translation of itself."""
        named = self.patterns.languages
        return language in named if named else language != self.patterns.language

    def _lacking(self, originals: list[str]) -> Iterator[Untranslated]:
        how = self.patterns.untranslated
        for language in self.patterns.languages or sorted(self._done):
            left = tuple(path for path in originals if path not in self._done.get(language, ()))
            if left and how != "ignore":
                yield Untranslated(left, len(originals), language, how == "fail")


def _bilingual(root: Path, wanted: Bilingual) -> Iterator[BilingualFile]:
    for path, (_, language) in _matching(root, wanted.files):
        if not wanted.languages or language in wanted.languages:
            yield BilingualFile(path, wanted.fuzzy)


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
