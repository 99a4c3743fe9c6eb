"""TMX 1.4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.bilingual.inline import flattened
from checker.bilingual.unit import Segment, State, Unit
from checker.bilingual.xml import Element

_ALL = "*all*"


def units(path: str, root: Element) -> Iterator[Unit]:
    """The units, in order; one that holds several translations is one for each.

    Args:
        path: the file, as it was named.
        root: `<tmx>`.
    """
    header, body = root.first("header"), root.first("body")
    stated = header.get("srclang") if header else ""
    for unit in body.elements("tu") if body else ():
        variants = [(variant, variant.first("seg")) for variant in unit.elements("tuv")]
        segments = [flattened(seg, variant.language, _role) for variant, seg in variants if seg is not None]
        wanted = unit.get("srclang") or stated
        source = _source(segments, "" if wanted == _ALL else wanted)
        notes = tuple(text for note in unit.elements("note") if (text := note.text().strip()))
        for segment in segments:
            if source is not None and segment is not source:
                state: State = "translated" if segment.text.strip() else "untranslated"
                yield Unit(path, unit.get("tuid"), source, segment, state, notes)


def _source(segments: Sequence[Segment], wanted: str) -> Segment | None:
    """The segment in the source language, the first one where none is in it."""
    for alike in (_whole, _main):
        for segment in segments:
            if wanted and alike(segment.language) == alike(wanted):
                return segment
    return segments[0] if segments else None


def _whole(language: str) -> str:
    return language.lower()


def _main(language: str) -> str:
    return language.lower().partition("-")[0]


def _role(element: Element) -> str:
    if element.tag in ("hi", "sub"):
        return "text"
    return "placeholder" if element.tag == "ph" else "nothing"
