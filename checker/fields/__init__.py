"""The kinds of fact, a module each.

A module of the same name as its rules file holds a class `Field` with two methods: `find` measures out the claims of a
story, `differ` measures how two values differ. Thresholds, severities, words and messages stand in `rules/<name>.toml`,
and its table `[pairing]` tells `checker.pair` which claims may answer each other:

- `by`: `identity` (a name or a date says itself what answers it), `about` (what is measured does), `slot` (all that
  is known of two figures, weighed: `checker.slots`), `likeness` (the field has a method `likeness(left, right)`, 0 to
  1, and where there are many claims `candidates(claims)`, the index pairs worth a look), or `referent` (whom the
  words stand for does: `checker.referents`, once names are paired);
- for `identity`: `firm`, differences that are one thing in whatever sentence; `compatible_likeness` and
  `compatible_slot`, how alike the sentences, or they and what they are about, must be for other harmless ones; `alone`,
  harmless ones where nothing else fits; `alike` with `alike_size` and `alike_likeness`, two spellings of one name;
  `slot` and `slot_or_likeness`, when two values answer each other by what they are about; `residue`, by mode, the
  likeness of sentences in which leftovers do;
- for `identity` a field may have a method `answers(claims, claims, difference)`: why two facts of other values, with
  all their mentions, are of one thing all the same, an empty text where nothing tells, None where they are of two;
  `vague` are differences that leave room for such an answer;
- for `about`: `slot`, `slot_or_likeness`, `only_one`, `same_likeness`, `compatible_likeness`, `residue`;
- for `slot`: how likely two figures must answer one question, `same` when they are equal, `compatible` when their
  difference is harmless, `open` when they cannot be compared, `answers` when they differ, `guess` when one of them may
  state no fact of its own; `slot` as for `about`; `residue`;
- for `likeness`: `likeness`, and by mode `likeness_in`;
- `modes`, the modes in which the field is compared at all; `yields`, the field whose rows about the same words stand
  for its own;
- `listed = false` for fields of which every word is a claim: only their differences are shown.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from checker.model import AnyClaim, Difference
from checker.parsed import Parsed
from checker.rules import Ruleset


class Field(Protocol):
    """What a field module offers, as its class `Field`."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        """Compile the field's word lists, the tables of its rules file."""

    def find(self, parsed: Parsed) -> Iterator[AnyClaim]:
        """Every mention of this kind of fact in a story, in any order."""

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two values differ; None when they are the same. Symmetric, and a pure function of the claims."""


def load(ruleset: Ruleset) -> dict[str, Field]:
    """Every field, by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").Field(ruleset.words(name)) for name in names}
