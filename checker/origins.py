"""From which file each story was read, as the report names it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath
from typing import Any

from checker.model import Story
from checker.read import source
from checker.report.places import SourceFile


def origins(
    stories: Iterable[Story], paths: Mapping[str, str], words: Mapping[str, Any], mended: AbstractSet[str]
) -> dict[str, SourceFile]:
    """The files of the stories, by the stories' names.

    Args:
        stories: as read.
        paths: of their files, by their names.
        words: the tables of `rules/read.toml`.
        mended: the names of those that are drafts or translations.

    Raises:
        StoryError: a file is gone.
    """
    return {story.name: _origin(story, paths[story.name], words, story.name in mended) for story in stories}


def shown(path: str) -> str:
    """A path as build servers know it: seen from the working folder where it lies below."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - without following links
    here = Path.cwd()
    seen = absolute.relative_to(here) if absolute.is_relative_to(here) else PurePath(path)
    return seen.as_posix().encode("utf-8", "replace").decode("utf-8")


def _origin(story: Story, path: str, words: Mapping[str, Any], mended: bool) -> SourceFile:  # noqa: FBT001
    text = source(path, words)
    name = shown(path) if text else story.name
    verbatim = bool(text) and text == story.text
    marked = story if text and not verbatim and story.origin else None
    return SourceFile(name, text, verbatim=verbatim, mended=mended, story=marked)
