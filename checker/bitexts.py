"""Originals with their translations, or sources with drafts, read from the files that hold them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker import bilingual
from checker.errors import CheckerError
from checker.model import Mode, Story
from checker.origins import origins, shown
from checker.pairs import BilingualFile, Pair, named
from checker.read import load
from checker.report.places import SourceFile


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two texts that must say the same.

    Attributes:
        original: or a source.
        translation: or the draft that was made from it.
        mode: what the second is to the first.
    """

    original: Story
    translation: Story
    mode: Mode = "translation"


@dataclass(frozen=True, slots=True)
class Texts:
    """What was read.

    Attributes:
        bitexts: in the order of the files, and in that in which they stand there.
        origins: the files of the stories, by the stories' names.
        errors: what could not be read, a line each.
    """

    bitexts: tuple[Bitext, ...]
    origins: Mapping[str, SourceFile]
    errors: tuple[str, ...]


def read(files: Iterable[Pair | BilingualFile], root: Path, words: Mapping[str, Any]) -> Texts:
    """The bitexts of files; one that cannot be read costs only itself.

    Args:
        files: their paths as seen from the root.
        root: a folder.
        words: the tables of `rules/read.toml`.
    """
    reader = _Reader(root, words)
    found = [bitext for file in files for bitext in reader.bitexts(file)]
    return Texts(tuple(found), reader.origins, tuple(reader.errors))


class _Reader:
    """Reads every file once."""

    def __init__(self, root: Path, words: Mapping[str, Any]) -> None:
        self._root = root
        self._words = words
        self._stories: dict[str, Story | None] = {}
        self.origins: dict[str, SourceFile] = {}
        self.errors: list[str] = []

    def bitexts(self, file: Pair | BilingualFile) -> list[Bitext]:
        if isinstance(file, BilingualFile):
            return self._units(file)
        original = self._story(file.original, file.languages[0], mended=False)
        translation = self._story(file.translation, file.languages[1], mended=True)
        return [Bitext(original, translation, file.mode)] if original and translation else []

    def _units(self, file: BilingualFile) -> list[Bitext]:
        name = named(self._root, file.path)
        try:
            units = bilingual.units(str(self._root / file.path), name, self._words)
        except CheckerError as error:
            self.errors.append(f"{name}: {error}")
            return []
        found: list[Bitext] = []
        for unit, (original, translation) in bilingual.ready(units, self._words, fuzzy=file.fuzzy):
            path = shown(str(self._root / file.path))
            self.origins[original.name] = SourceFile(path, story=original)
            self.origins[translation.name] = SourceFile(
                path, mended=True, story=translation, notes=unit.comments, with_it=(original.name,)
            )
            found.append(Bitext(original, translation))
        return found

    def _story(self, path: str, language: str, *, mended: bool) -> Story | None:
        if path not in self._stories:
            self._stories[path] = self._read(path, language, mended=mended)
        return self._stories[path]

    def _read(self, path: str, language: str, *, mended: bool) -> Story | None:
        place = str(self._root / path)
        name = named(self._root, path)
        try:
            story = load(name, place, self._words, whole=True)
            story = dataclasses.replace(story, language=language or story.language)
            self.origins |= origins([story], {name: place}, self._words, {name} if mended else set())
        except CheckerError as error:
            self.errors.append(f"{name}: {str(error).removeprefix(f'{place}: ')}")
            return None
        return story
