"""The record of bilingual files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model import Anchor

State = Literal["translated", "untranslated", "fuzzy", "obsolete", "do-not-translate"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One language's text of a unit.

    Attributes:
        text: what a reader sees: inline tags flattened, escapes resolved.
        language: as the file states it (`pt-BR`), empty where it states none.
        anchors: where in the file the text stands; the first is that of its first character.
        placeholders: what stands for something else in the text, in order: the tags that hold no words of it.
    """

    text: str
    language: str
    anchors: tuple[Anchor, ...]
    placeholders: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line of the file on which the text begins."""
        return self.anchors[0].line


@dataclass(frozen=True, slots=True)
class Unit:
    """An original and its translation, as a bilingual file pairs them.

    Attributes:
        path: the file, as it was named.
        id: what the file calls the unit; not always unique, and empty where it calls it nothing.
        source, target: the original and its translation; an untranslated unit may have an empty target.
        state: `fuzzy` where a person has still to look at it.
        comments: what the file says of it to translators.
    """

    path: str
    id: str
    source: Segment
    target: Segment
    state: State = "translated"
    comments: tuple[str, ...] = ()
