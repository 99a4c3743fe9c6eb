"""What is done by and to somebody: two stories that tell one act of one person each mean the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOES, _SUFFERS = "s", "o"
_ROLE = {"nsubj": _DOES, "nsubjpass": _SUFFERS, "dobj": _SUFFERS, "agent": _DOES}
_OBJECTS = frozenset({"dobj", "dative", "ccomp"})
_STATES = frozenset({"acomp", "oprd", "attr", "xcomp", "ccomp"})


class Deeds:
    """Reads acts with the words of `rules/description.toml`.

    Args:
        words: its table `[acts]`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._same: Mapping[str, str] = words["same"]
        self._meant: Mapping[str, list[str]] = words["of"]
        self._transitive = frozenset(words["transitive"])
        self._dies = frozenset(words["dies"])

    def of(self, head: Token) -> frozenset[str]:
        """The acts in which the referent of a noun takes part, as `kill:s` (who does it) or `kill:o` (to whom)."""
        return frozenset(act for verb, role in _parts(head) for act in self._named(verb, role))

    def meant(self, thing: str) -> frozenset[str]:
        """The acts that a noun of this class tells by itself: a victim dies."""
        return frozenset(self._meant.get(thing, ()))

    def _named(self, verb: Token, role: str) -> Iterator[str]:
        act = self._same.get(verb.lemma_.lower())
        if act is None:
            return
        objectless = act in self._transitive and not any(child.dep_ in _OBJECTS for child in verb.children)
        if role == _DOES and verb.tag_ in ("VBN", "VBD") and objectless:
            role = _SUFFERS
        if act not in self._transitive and verb.pos_ == "NOUN":
            role = _DOES  # his death
        yield f"{act}:{role}"
        if act in self._dies and role == _SUFFERS:
            yield f"die:{_DOES}"


def _parts(head: Token) -> Iterator[tuple[Token, str]]:
    """The verbs, and the nouns and adjectives that tell an act, of which the noun is a part, and which part."""
    above = head.head
    if head.dep_ in ("conj", "appos") and above.i != head.i:
        yield from _parts(above) if above.dep_ not in ("conj", "appos") else ()
    role = _ROLE.get(head.dep_)
    if role is not None:
        yield from _with_states(above, role)
    elif head.dep_ == "pobj" and above.dep_ == "agent":
        yield above.head, _DOES
    elif head.dep_ == "poss" or (head.dep_ == "pobj" and above.lower_ == "of"):
        yield (above if head.dep_ == "poss" else above.head), _SUFFERS
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ == "acl":
            yield child, _DOES
        elif child.dep_ == "relcl" and any(part.tag_ in ("WP", "WDT") for part in child.children):
            passive = any(part.dep_ == "nsubjpass" for part in child.children)
            yield child, _SUFFERS if passive else _DOES


def _with_states(verb: Token, role: str) -> Iterator[tuple[Token, str]]:
    """The verb, the ones joined to it, and the state that it puts the subject in: found dead, is guilty."""
    yield verb, role
    for child in verb.children:
        if child.dep_ == "conj" and not any(part.dep_ in _ROLE for part in child.children if part.i < child.i):
            passive = any(part.dep_ == "auxpass" for part in child.children)
            yield child, _SUFFERS if passive else role
        elif child.dep_ in _STATES:
            yield child, _DOES if child.pos_ == "ADJ" else role
