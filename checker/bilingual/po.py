"""Gettext catalogues (PO).

Read here and not with a library: polib and translate-toolkit do not say on which line a translation stands, and read on
over what is broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from checker.bilingual.unit import Segment, State, Unit
from checker.errors import StoryError
from checker.model import Anchor
from checker.read.encoding import decode_strictly

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,2}\])?)\s{0,9}(?=\")")
_STRING = re.compile(r'"((?:[^"\\\r\n]|\\.)*)"\s{0,99}$')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|[0-7]{1,3}|.)")
_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]{2,40})")
_HEADER = re.compile(r"^(Language|X-Source-Language):[ \t]{0,9}([A-Za-z0-9_@.-]{2,35})", re.MULTILINE | re.IGNORECASE)
# Old catalogues name their language in the address of the team alone: `German <de@li.example>`.
_TEAM = re.compile(r"^Language-Team:[^\n<]{0,200}<([a-z]{2})@", re.MULTILINE)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LOCALE = re.compile(r"[a-z]{2,3}(?:[_-](?:[A-Z]{2}|[A-Z][a-z]{3}))?")
# The name of the file, LC_MESSAGES, and the folder of the language.
_NEAREST = 3
_SAMPLE = 4096
# What stands in the charset of a template that nobody has filled in.
_UNFILLED = ("CHARSET",)


def units(path: str, data: bytes, words: Mapping[str, Any]) -> Iterator[Unit]:
    """The entries of a catalogue, in order; every plural form is a unit of its own.

    The first form answers the singular, the others the plural. A catalogue with a single form has only the plural's.

    Args:
        path: the file, as it was named.
        data: the whole file.
        words: the tables of `rules/read.toml`.

    Raises:
        StoryError: a line is no part of a catalogue, or the file is in another encoding than it says.
    """
    match = _CHARSET.search(data[:_SAMPLE])
    charset = match[1].decode("ascii") if match else None
    entries = _entries(decode_strictly(data, None if charset in _UNFILLED else charset))
    languages = words["bilingual"]["po_language"], _named(path, words["bilingual"]["po_folders"])
    for entry in entries:
        if "msgid" not in entry.parts or entry.first_translation is None:
            raise StoryError(f"line {entry.line}: an entry without {'msgstr' if 'msgid' in entry.parts else 'msgid'}")
        if not entry.parts["msgid"].text and "msgctxt" not in entry.parts:
            languages = _stated(entry.first_translation.text, languages, words["bilingual"]["po_folders"])
        else:
            yield from _units(path, entry, languages)


def _stated(header: str, known: tuple[str, str], codes: Sequence[str]) -> tuple[str, str]:
    """The languages that a header gives, else those that are known."""
    stated: dict[str, str] = {key.lower(): value for key, value in _HEADER.findall(header)}
    team = _TEAM.search(header)
    told = known[1] or (str(team[1]) if team and team[1] in codes else "")
    return stated.get("x-source-language", known[0]), stated.get("language", told)


def _named(path: str, codes: Sequence[str]) -> str:
    """The language of `de.po` and `locale/pt_BR/LC_MESSAGES/shop.po`; empty where name and folders give none."""
    for part in PurePath(path).parts[: -_NEAREST - 1 : -1]:
        for piece in part.split("."):
            if _LOCALE.fullmatch(piece) and re.split("[_-]", piece)[0] in codes:
                return piece.replace("_", "-")
    return ""


@dataclass(slots=True)
class _Text:
    """The strings behind one keyword, joined."""

    text: str = ""
    anchors: list[Anchor] = field(default_factory=list)

    def add(self, string: str, line: int, column: int) -> None:
        """Add what stands between two quotation marks; every escape shifts what follows it."""
        at = 0
        for match in _ESCAPE.finditer(string):
            self._add(string[at : match.start()], line, column + at)
            self._add(_unescaped(match[1]), line, column + match.start())
            at = match.end()
        self._add(string[at:], line, column + at)

    def _add(self, text: str, line: int, column: int) -> None:
        if text:
            self.anchors.append(Anchor(len(self.text), line, column))
            self.text += text


@dataclass(slots=True)
class _Entry:
    """What stands between two blank lines, more or less."""

    line: int
    parts: dict[str, _Text] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    obsolete: bool = False

    @property
    def first_translation(self) -> _Text | None:
        return next((text for key, text in self.parts.items() if key.startswith("msgstr")), None)


def _unescaped(code: str) -> str:
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _ESCAPES.get(code, code)


def _entries(text: str) -> Iterator[_Entry]:
    entry, key = _Entry(1), ""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        stripped = line.strip()
        obsolete = stripped.startswith("#~")
        content = stripped[2:].lstrip() if obsolete else stripped
        if not content or (obsolete and content.startswith("|")):
            continue
        if content.startswith("#") or _opens(content, entry):
            if entry.first_translation is not None:
                yield entry
                entry, key = _Entry(number), ""
            if content.startswith("#"):
                _comment(content, entry)
                continue
        key = _line(line, content, number, entry, key)
        entry.obsolete |= obsolete
    if entry.parts:
        yield entry


def _opens(content: str, entry: _Entry) -> bool:
    """Whether a line begins the next entry."""
    match = _KEYWORD.match(content)
    return match is not None and match[1] in ("msgctxt", "msgid") and entry.first_translation is not None


def _comment(content: str, entry: _Entry) -> None:
    kind, said = content[1:2], content[2:].strip()
    if kind == ",":
        entry.flags.update(flag.strip() for flag in said.split(","))
    elif kind not in (":", "|") and content[1:].strip(". "):
        entry.comments.append(said if kind == "." else content[1:].strip())


def _line(line: str, content: str, number: int, entry: _Entry, key: str) -> str:
    """Take up a keyword with its string, or a string that goes on with the one above."""
    match = _KEYWORD.match(content)
    if match:
        key = match[1]
        if key in entry.parts:
            raise StoryError(f"line {number}: {key} twice in one entry")
        entry.parts[key] = _Text()
        entry.lines[key] = number
    string = _STRING.match(content, match.end() if match else 0)
    if string is None or not key:
        raise StoryError(f"line {number}: not a line of a PO file: {content[:40]}")
    entry.parts[key].add(string[1], number, line.rindex(content) + string.start(1) + 1)
    return key


def _units(path: str, entry: _Entry, languages: tuple[str, str]) -> Iterator[Unit]:
    keys = [key for key in entry.parts if key.startswith("msgstr")]
    for key in keys:
        singular = key == "msgstr" or (key == "msgstr[0]" and len(keys) > 1)
        original = "msgid" if singular or "msgid_plural" not in entry.parts else "msgid_plural"
        context = entry.parts.get("msgctxt") or entry.parts["msgid"]
        source, target = (
            Segment(
                entry.parts[part].text, language, tuple(entry.parts[part].anchors) or (Anchor(0, entry.lines[part]),)
            )
            for part, language in zip((original, key), languages, strict=True)
        )
        form = key.removeprefix("msgstr")
        yield Unit(path, context.text + form, source, target, _state(entry, target), tuple(entry.comments))


def _state(entry: _Entry, target: Segment) -> State:
    if entry.obsolete:
        return "obsolete"
    if not target.text.strip():
        return "untranslated"
    return "fuzzy" if "fuzzy" in entry.flags else "translated"
