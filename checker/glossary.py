"""Termbases: which words a house has agreed on, from CSV and TBX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from checker.bilingual import xml
from checker.errors import GlossaryError, StoryError
from checker.read.encoding import decode_strictly
from checker.read.raw import contents, refuse_kind

Status = Literal["preferred", "allowed", "forbidden"]
STATUSES: tuple[Status, ...] = ("preferred", "allowed", "forbidden")

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Term:
    """One way to say a thing.

    Attributes:
        text: as written.
        status: what the house says of it.
        language: an ISO 639 code, empty where the termbase names no language.
        side: `source` or `target` in a termbase that goes from one language to another, else empty.
    """

    text: str
    status: Status
    language: str = ""
    side: Literal["source", "target", ""] = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing, and what it is called.

    Attributes:
        id: what the termbase calls it; the source term in a CSV file.
        terms: in the order of the file.
        note: what the termbase says of it to writers.
    """

    id: str
    terms: tuple[Term, ...]
    note: str = ""


def load(paths: Iterable[Path | str], words: Mapping[str, Any], limits: Mapping[str, Any]) -> tuple[Concept, ...]:
    """The concepts of termbases, in the order of the files.

    A CSV file has the columns source term, target term, status and note, and a heading: the two languages (`en,de`)
    or `source,target`. Commas, semicolons or tabs part the columns; no status is `preferred`. A word that
    is forbidden whatever it stands for needs no source term.

    Args:
        paths: CSV or TBX files.
        words: the tables of `rules/glossary.toml`.
        limits: the tables of `rules/read.toml`.

    Raises:
        GlossaryError: a file cannot be used; the message names it, and the line where there is one.
    """
    found: list[Concept] = []
    for path in paths:
        try:
            data = contents(str(path), int(limits["bilingual"]["bytes"]))
            refuse_kind(data)
            if xml.is_xml(data):
                found.extend(_tbx(xml.parse(data, limits), words["status"]))
            else:
                found.extend(_csv(decode_strictly(data, None), words))
        except StoryError as error:
            raise GlossaryError(f"{path}: {error}") from error
    return tuple(found)


def _csv(text: str, words: Mapping[str, Any]) -> Iterator[Concept]:
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    languages: tuple[str, str] | None = None
    concepts: dict[str, list[Term]] = {}
    notes: dict[str, str] = {}
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if languages is None:
                languages = _languages(cells, words["heading"])
                continue
            source, target, status, note = (*cells, "", "", "")[:4]
            judged = _status(status, words["status"], reader.line_num)
            if not target or not (source or judged == "forbidden"):
                raise StoryError(f"line {reader.line_num}: needs a source term and a target term")
            known = [Term(source, "preferred", languages[0], "source")] if source else []
            concepts.setdefault(source or target, known).append(Term(target, judged, languages[1], "target"))
            notes[source or target] = notes.get(source or target) or note
    except csv.Error as error:
        raise StoryError(f"line {reader.line_num}: {error}") from error
    for source, terms in concepts.items():
        yield Concept(source, tuple(terms), notes[source])


def _languages(cells: list[str], heading: Mapping[str, list[str]]) -> tuple[str, str]:
    """The languages that the heading names, empty ones where it names the columns instead."""
    first = [cell.lower() for cell in cells[:_COLUMNS]]
    if len(first) == _COLUMNS and first[0] in heading["source"] and first[1] in heading["target"]:
        return "", ""
    codes = [match[1] for match in map(_CODE.match, first) if match]
    if len(codes) < _COLUMNS:
        raise StoryError("line 1: needs a heading: two languages (en,de,status,note) or source,target,status,note")
    return codes[0], codes[1]


def _status(stated: str, names: Mapping[str, list[str]], line: int) -> Status:
    if not stated:
        return "preferred"
    found = next((status for status in STATUSES if stated.lower() in names[status]), None)
    if found is None:
        raise StoryError(f"line {line}: the status {stated!r} is not one of {', '.join(STATUSES)}")
    return found


def _tbx(root: xml.Element, names: Mapping[str, list[str]]) -> Iterator[Concept]:
    if root.tag not in ("martif", "tbx"):
        raise StoryError(f"no TBX file: its root is <{root.tag}>")
    for place, entry in enumerate(root.descendants("termEntry", "conceptEntry"), start=1):
        terms: list[Term] = []
        for language in entry.elements("langSet", "langSec"):
            code = _CODE.match(language.language)
            for term in language.descendants("term"):
                written = " ".join(term.text().split())
                if written and code:
                    terms.append(Term(written, _status_of(language, term, names), code[1].lower()))
        note = next((" ".join(note.text().split()) for note in entry.descendants("note")), "")
        yield Concept(entry.get("id") or str(place), tuple(terms), note)


def _status_of(language: xml.Element, term: xml.Element, names: Mapping[str, list[str]]) -> Status:
    """What stands beside the term, in the element that holds it."""
    for holder in language.descendants("tig", "ntig", "termGrp", "termSec"):
        if any(inside is term for inside in holder.descendants("term")):
            for note in holder.descendants("termNote", "administrativeStatus"):
                if note.tag == "administrativeStatus" or note.get("type") == "administrativeStatus":
                    return _status(note.text().strip(), names, note.line)
    return "preferred"
