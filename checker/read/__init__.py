"""Files to stories, one module per format; what a file holds decides its format, not its name alone."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from checker.errors import CheckerError, StoryError
from checker.model import Origin, Story
from checker.read import docx, html, markdown, markup, plain
from checker.read.encoding import decode
from checker.read.raw import STANDARD_INPUT, contents, printable, refuse_kind


def read(
    paths: Sequence[str], words: Mapping[str, Any], stdin: BinaryIO | None = None
) -> tuple[list[Story], list[CheckerError]]:
    """The stories that the paths name, and what could not be read, both in the order of the paths.

    A file that is named twice is read once. A folder gives its files of known suffix, in sorted order, those of its
    folders too.

    Args:
        paths: files, folders, patterns such as `wire/*.txt`, or `-` for standard input (a story named `stdin`).
        words: the tables of `rules/read.toml`.
        stdin: what `-` reads, standard input by default.

    Returns:
        The stories, named by their file, or by as much of the path as tells them apart; and the errors, whose
        messages begin with the path: StoryError, or ExtraError for a format whose package is missing.
    """
    files, failed = find(paths, words)
    names = distinct([_parts(path) for _, path in files])
    stories: list[Story] = []
    for name, (order, path) in zip(names, files, strict=True):
        try:
            stories.append(load(name, path, words, stdin))
        except CheckerError as error:
            failed.append((order, error))
    return stories, [error for _, error in sorted(failed, key=lambda item: item[0])]


def load(
    name: str, path: str, words: Mapping[str, Any], stdin: BinaryIO | None = None, *, whole: bool = False
) -> Story:
    """One file as a story of this name.

    Args:
        name: how the report calls it.
        path: where it is.
        words: the tables of `rules/read.toml`.
        stdin: what `-` reads.
        whole: of a web page all its text, not the article in it alone.

    Raises:
        StoryError, ExtraError: it cannot be read; the message begins with the path.
    """
    try:
        data = contents(path, int(words["limits"]["bytes"]), stdin)
        return _story(name, printable(path), data, words, whole=whole)
    except CheckerError as error:
        raise type(error)(f"{printable(path)}: {error}") from error


def places(paths: Sequence[str], words: Mapping[str, Any]) -> dict[str, str]:
    """The path of every file that the paths name, by the name of its story."""
    files = [path for _, path in find(paths, words)[0]]
    return dict(zip(distinct([_parts(path) for path in files]), files, strict=True))


def source(path: str, words: Mapping[str, Any]) -> str:
    """The text of a file with its markup, as it was read; empty for standard input, which is read once.

    Raises:
        StoryError: it cannot be read any longer.
    """
    return "" if path == STANDARD_INPUT else decode(contents(path, int(words["limits"]["bytes"]), None), words) or ""


def find(
    paths: Sequence[str], words: Mapping[str, Any]
) -> tuple[list[tuple[int, str]], list[tuple[int, CheckerError]]]:
    """Every file once, and the paths that name none, each with the place of its argument."""
    suffixes = tuple(words["files"]["suffixes"])
    files: list[tuple[int, str]] = []
    errors: list[tuple[int, CheckerError]] = []
    seen: set[str] = set()
    for order, path in enumerate(paths):
        try:
            found = list(_expanded(path, suffixes))
        except StoryError as error:
            errors.append((order, error))
            continue
        for file in found:
            identity = file if file == STANDARD_INPUT else os.path.realpath(file)
            if identity not in seen:
                seen.add(identity)
                files.append((order, file))
    return files, errors


def _expanded(path: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    if "\0" in path:
        raise StoryError(f"{path!r}: not a file name")
    if path == STANDARD_INPUT or Path(path).is_file():
        yield path
    elif Path(path).is_dir():
        yield from _folder(path, suffixes)
    elif glob.has_magic(path) and not os.path.lexists(path):
        found = glob.glob(path, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        matches = sorted(found, key=lambda match: PurePath(match).parts)
        if not matches:
            raise StoryError(f"{printable(path)}: no file matches")
        for match in matches:
            # A pattern that ends in ** names folders and, beside them, everything inside.
            if Path(match).is_file():
                yield match
            elif Path(match).is_dir() and "**" not in path:
                yield from _folder(match, suffixes)
    else:
        yield path


def _folder(path: str, suffixes: tuple[str, ...]) -> list[str]:
    found = [
        os.path.join(folder, file)  # noqa: PTH118 - keeps a leading ./ as the caller wrote it
        for folder, _, files in os.walk(path)
        for file in files
        if file.lower().endswith(suffixes) and not file.startswith(".")
    ]
    if not found:
        raise StoryError(f"{printable(path)}: no story in this folder ({', '.join(suffixes)})")
    return sorted(found, key=lambda file: PurePath(file).parts)


def full_name(path: str) -> str:
    """What the file is called when nothing is left out: the path as it was given, `stdin` for standard input."""
    return "stdin" if path == STANDARD_INPUT else printable(os.path.normpath(path))


def _parts(path: str) -> tuple[str, ...]:
    return ("stdin",) if path == STANDARD_INPUT else PurePath(os.path.abspath(path)).parts  # noqa: PTH100


def distinct(parts: Sequence[tuple[str, ...]]) -> list[str]:
    """Paths, given by their parts, shortened to the file's name or as many folders with it as tell them apart."""
    lengths = [1] * len(parts)
    while True:
        groups: dict[tuple[str, ...], list[int]] = {}
        for place, (part, length) in enumerate(zip(parts, lengths, strict=True)):
            groups.setdefault(part[-length:], []).append(place)
        clashing = [place for group in groups.values() if len(group) > 1 for place in group]
        longer = [place for place in clashing if lengths[place] < len(parts[place])]
        if not longer:
            # A file's name need not be text; a story's must, to be printed.
            return [
                printable("/".join(part[-length:]).lstrip("/") or "/")
                for part, length in zip(parts, lengths, strict=True)
            ]
        for place in longer:
            lengths[place] += 1


def _story(name: str, path: str, data: bytes, words: Mapping[str, Any], *, whole: bool) -> Story:
    if not data.strip():
        raise StoryError("empty")
    story = _read(name, path, data, words, whole=whole)
    most = int(words["limits"]["characters"])
    if len(story.text) > most:
        raise StoryError(f"too large: a story may have {most:,} characters")
    if story.origin is None:
        return replace(story, origin=Origin(path))
    return replace(story, origin=replace(story.origin, path=path))


def _read(name: str, path: str, data: bytes, words: Mapping[str, Any], *, whole: bool) -> Story:
    if docx.is_docx(data):
        return docx.story(name, data, words)
    refuse_kind(data)
    text = decode(data, words)
    if text is None:
        raise StoryError("binary, or text in an encoding that cannot be made out")
    if not any(map(str.isalnum, text)):
        raise StoryError("empty: no letter or digit in it")
    # Nothing in a text says for sure that it is Markdown; and Markdown may begin with an element of HTML.
    if path.lower().endswith(tuple(words["markdown"]["suffixes"])):
        return markdown.story(name, text, words)
    if html.is_page(text):
        return markup.story(name, text, words) if whole else html.story(name, text, words)
    return plain.story(name, text, words)
