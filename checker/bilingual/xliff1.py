"""XLIFF 1.2."""

from __future__ import annotations

from collections.abc import Iterator

from checker.bilingual.inline import flattened
from checker.bilingual.unit import Segment, State, Unit
from checker.bilingual.xml import Element

# Tags around text, and tags that hold native code or stand for it.
_TEXT = frozenset({"g", "mrk", "sub"})
_PLACEHOLDERS = frozenset({"x", "bx", "ph"})
_FUZZY = ("needs-", "new")


def units(path: str, root: Element) -> Iterator[Unit]:
    """The units of every file of the document, in order.

    The `<seg-source>` of a unit says the same as its `<source>`, `<alt-trans>` is nobody's translation yet: both are
    passed over.

    Args:
        path: the file, as it was named.
        root: `<xliff version="1.2">`.
    """
    for file in root.elements("file"):
        languages = file.get("source-language"), file.get("target-language")
        for unit in file.descendants("trans-unit"):
            source = unit.first("source")
            if source is not None:
                yield _unit(path, file, unit, source, languages)


def _unit(path: str, file: Element, unit: Element, source: Element, languages: tuple[str, str]) -> Unit:
    target = unit.first("target")
    original = flattened(source, source.language or languages[0], _role)
    told = languages[1] if target is None else target.language or languages[1]
    translation = Segment("", told, original.anchors) if target is None else flattened(target, told, _role)
    return Unit(
        path=path,
        id=unit.get("resname") or unit.get("id"),
        source=original,
        target=translation,
        state=_state(file, unit, target, translation),
        comments=tuple(text for note in unit.elements("note") if (text := note.text().strip())),
    )


def _state(file: Element, unit: Element, target: Element | None, translation: Segment) -> State:
    if "no" in (unit.get("translate"), file.get("translate")):
        return "do-not-translate"
    state = "" if target is None else target.get("state")
    if not translation.text.strip() or state in ("new", "needs-translation"):
        return "untranslated"
    return "fuzzy" if state.startswith(_FUZZY) or unit.get("approved") == "no" else "translated"


def _role(element: Element) -> str:
    if element.tag in _TEXT:
        return "text"
    return "placeholder" if element.tag in _PLACEHOLDERS else "nothing"
