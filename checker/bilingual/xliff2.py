"""XLIFF 2.0 and 2.1."""

from __future__ import annotations

from collections.abc import Iterator

from checker.bilingual.inline import flattened
from checker.bilingual.unit import Segment, State, Unit
from checker.bilingual.xml import Element

_TEXT = frozenset({"pc", "mrk"})
_PLACEHOLDERS = frozenset({"ph", "sc", "cp"})


def units(path: str, root: Element) -> Iterator[Unit]:
    """The segments of every unit of the document, in order, each a unit of its own.

    Args:
        path: the file, as it was named.
        root: `<xliff version="2.0">`.
    """
    languages = root.get("srcLang"), root.get("trgLang")
    for file in root.elements("file"):
        for unit, kept in _units(file, keep=file.get("translate") == "no"):
            notes = [text for note in unit.descendants("note") if (text := note.text().strip())]
            segments = list(unit.elements("segment"))
            for segment in segments:
                source = segment.first("source")
                if source is not None:
                    name = unit.get("name") or unit.get("id")
                    named = f"{name}/{segment.get('id')}" if len(segments) > 1 and segment.get("id") else name
                    yield _unit(path, named, segment, source, languages, tuple(notes), keep=kept)


def _units(parent: Element, *, keep: bool) -> Iterator[tuple[Element, bool]]:
    """The units, with whether they are to stay as they are: what a group says holds inside it."""
    waiting = [(child, keep) for child in parent.elements("group", "unit")][::-1]
    while waiting:
        element, kept = waiting.pop()
        said = element.get("translate")
        kept = said == "no" if said else kept
        if element.tag == "unit":
            yield element, kept
        else:
            waiting.extend([(child, kept) for child in element.elements("group", "unit")][::-1])


def _unit(  # noqa: PLR0913 - what unit and segment say
    path: str,
    name: str,
    segment: Element,
    source: Element,
    languages: tuple[str, str],
    notes: tuple[str, ...],
    *,
    keep: bool,
) -> Unit:
    target = segment.first("target")
    original = flattened(source, source.language or languages[0], _role)
    told = languages[1] if target is None else target.language or languages[1]
    translation = Segment("", told, original.anchors) if target is None else flattened(target, told, _role)
    return Unit(path, name, original, translation, _state(segment, translation, keep=keep), notes)


def _state(segment: Element, translation: Segment, *, keep: bool) -> State:
    if keep:
        return "do-not-translate"
    if not translation.text.strip():
        return "untranslated"
    # Without a state it is `initial` by the letter of the standard; tools that write no state mean a translation.
    needs = "needs" in segment.get("subState") or segment.get("state") == "initial"
    return "fuzzy" if needs else "translated"


def _role(element: Element) -> str:
    if element.tag in _TEXT:
        return "text"
    return "placeholder" if element.tag in _PLACEHOLDERS else "nothing"
