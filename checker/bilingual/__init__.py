"""Bilingual files: XLIFF 1.2 and 2, PO and TMX to units, and these to pairs of stories.

One module per format; what a file holds decides its format, not its name alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.bilingual import po, tmx, xliff1, xliff2, xml
from checker.bilingual.unit import Segment, Unit
from checker.errors import CheckerError, StoryError
from checker.model import Origin, Story
from checker.read.raw import contents, printable, refuse_kind

Pair = tuple[Story, Story]

_CODE = re.compile(r"([A-Za-z]{2,3})(?![A-Za-z])")
_SPACE = re.compile(r"\s+")


def is_bilingual(path: str, words: Mapping[str, Any]) -> bool:
    """Whether a file holds originals and translations, by its suffix.

    Args:
        path: the file.
        words: the tables of `rules/read.toml`.
    """
    return path.lower().endswith(tuple(words["bilingual"]["suffixes"]))


def read(paths: Sequence[str], words: Mapping[str, Any]) -> tuple[list[Unit], list[CheckerError]]:
    """The units of bilingual files, and what could not be read, both in the order of the paths.

    Args:
        paths: files.
        words: the tables of `rules/read.toml`.

    Returns:
        Every unit, whatever its state; and the errors, whose messages begin with the path.
    """
    found: list[Unit] = []
    errors: list[CheckerError] = []
    for path in paths:
        name = printable(path)
        try:
            found.extend(units(path, name, words))
        except CheckerError as error:
            errors.append(type(error)(f"{name}: {error}"))
    return found, errors


def units(path: str, name: str, words: Mapping[str, Any]) -> list[Unit]:
    """The units of one bilingual file, whatever their state.

    Args:
        path: where it is.
        name: how it is to be called.
        words: the tables of `rules/read.toml`.

    Raises:
        StoryError: it cannot be read; the message does not name it.
    """
    data = contents(path, int(words["bilingual"]["bytes"]))
    if not data.strip():
        raise StoryError("empty")
    refuse_kind(data)
    found = list(_of_xml(name, xml.parse(data, words))) if xml.is_xml(data) else list(po.units(name, data, words))
    most = int(words["bilingual"]["units"])
    if len(found) > most:
        raise StoryError(f"too large: more than {most:,} units")
    return found


def pairs(given: Iterable[Unit], words: Mapping[str, Any], *, fuzzy: bool = False) -> list[Pair]:
    """Units as originals and translations, for `Checker.check_pairs`; see `ready`."""
    return [pair for _, pair in ready(given, words, fuzzy=fuzzy)]


def ready(given: Iterable[Unit], words: Mapping[str, Any], *, fuzzy: bool = False) -> list[tuple[Unit, Pair]]:
    """The units that can be checked, each with its original and its translation.

    What is untranslated, obsolete or not to be translated is left out. The stories are called by file, line, id and
    language: `shop.po:12 (greeting, en)`.

    Args:
        given: as read.
        words: the tables of `rules/read.toml`.
        fuzzy: with the units that a person has still to look at.
    """
    names: Counter[str] = Counter()
    wanted = ("translated", "fuzzy") if fuzzy else ("translated",)
    longest = int(words["bilingual"]["name"])
    found: list[tuple[Unit, Pair]] = []
    for unit in given:
        if unit.state in wanted and _says_something(unit.source) and _says_something(unit.target):
            told = unit.source.language, unit.target.language
            languages = told if all(told) and told[0] != told[1] else ("original", "translation")
            original = _story(unit, unit.source, languages[0], names, longest)
            found.append((unit, (original, _story(unit, unit.target, languages[1], names, longest))))
    return found


def _says_something(segment: Segment) -> bool:
    return any(map(str.isalnum, segment.text))


def _story(unit: Unit, segment: Segment, side: str, names: Counter[str], longest: int) -> Story:
    called = _SPACE.sub(" ", unit.id).strip()
    called = f"{called[:longest].rstrip()}…" if len(called) > longest else called
    name = f"{unit.path}:{segment.line} ({f'{called}, ' if called else ''}{side})"
    names[name] += 1
    # A file of one line, or one that gives no ids.
    unique = f"{name} #{names[name]}" if names[name] > 1 else name
    code = _CODE.match(segment.language)
    return Story(
        name=unique,
        text=segment.text,
        language=code[1].lower() if code else "en",
        origin=Origin(unit.path, segment.anchors),
    )


def _of_xml(path: str, root: xml.Element) -> Iterable[Unit]:
    if root.tag == "tmx":
        return tmx.units(path, root)
    version = root.get("version").partition(".")[0]
    if root.tag == "xliff" and version in ("1", "2"):
        return xliff1.units(path, root) if version == "1" else xliff2.units(path, root)
    raise StoryError(f"neither XLIFF 1.2, XLIFF 2 nor TMX: its root is <{root.tag}>")
