"""Who does what a verb says, and to what it is done: subjects and objects, said or only thought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.acts.arguments import SUBJECTS, own_subject

if TYPE_CHECKING:
    from checker.tree import Node

_RELATIVES = frozenset({"who", "which", "that", "whom"})
# Clauses that share the subject of the verb over them.
_SHARING = frozenset({"conj", "xcomp", "advcl", "acomp", "oprd"})
_SATELLITES = frozenset({"agent", "prt", "advmod", "prep", "dobj", "acomp", "attr", "oprd", "ccomp"})
_DEEPEST = 6


class Roles:
    """Finds the arguments of verbs.

    Args:
        ordered: verbs of which the object does what follows: asked the firm to leave.
    """

    def __init__(self, ordered: frozenset[str]) -> None:
        self._ordered = ordered

    def of(
        self, token: Node, beside: Sequence[Node], family: Mapping[str, Any], *, measured: bool
    ) -> tuple[Node | None, Node | None]:
        """Who does it, and what it is done to.

        Args:
            token: the verb.
            beside: the other words of the predicate, which are no argument of it.
            family: the settings of its family.
            measured: its object says only how much.
        """
        subject = self.subject(token)
        what = object_of(token)
        if is_passive(token):
            by = next((one for one in token.children if one.dep == "agent"), None)
            who = next(iter(by.children), None) if by is not None and by not in beside else None
            return who, (what if what is not None and what not in beside and not measured else subject)
        if " ".join([token.lemma, *(one.lemma for one in beside)]) in family.get("by_subject", ()):
            return None, subject
        if what is None or what in beside or measured:
            what = _brought_in(beside) or self._ordered_one(token)
        return (None, subject) if what is None and family.get("turns") else (subject, what)

    def subject(self, token: Node, depth: int = 0) -> Node | None:
        """The subject of a verb, or the one that it shares: of the verb beside or above, the noun that it tells of."""
        own = own_subject(token)
        head, kind = token.head, token.dep
        if own is not None:
            return head if own.lower in _RELATIVES and kind == "relcl" else own
        if kind in ("acl", "relcl"):
            return head if kind == "relcl" or token.tag in ("VBN", "VBG") else None
        if kind == "pcomp":
            head, kind = head.head, "xcomp"
        if kind not in _SHARING or head.pos not in ("VERB", "AUX", "ADJ") or depth > _DEEPEST:
            return None
        done = object_of(head)
        is_ordered = token.dep == "xcomp" and done is not None and head.lemma in self._ordered
        return done if is_ordered else self.subject(head, depth + 1)

    def _ordered_one(self, token: Node) -> Node | None:
        """Who is to do what somebody orders; the parser takes that for the subject of what follows."""
        if token.lemma not in self._ordered:
            return None
        clauses = (one for one in token.children if one.dep in ("ccomp", "xcomp"))
        return next((found for one in clauses if (found := own_subject(one)) is not None), None)


def is_passive(token: Node) -> bool:
    """Whether the subject of a verb is what it is done to."""
    if any(one.dep in ("auxpass", "nsubjpass") for one in token.children):
        return True
    if token.tag != "VBN" or any(one.dep in ("aux", "dobj", *SUBJECTS) for one in token.children):
        return False
    return token.dep == "acl" or (token.dep == "conj" and is_passive(token.head))


def object_of(token: Node) -> Node | None:
    """The direct object of a verb."""
    return next((one for one in token.children if one.dep == "dobj"), None)


def satellites(token: Node) -> dict[str, Node]:
    """The words that may be part of a predicate: particles, prepositions, complements, and the nouns in them."""
    found: dict[str, Node] = {}
    for child in token.children:
        if child.dep not in _SATELLITES:
            continue
        found.setdefault(child.lower, child)
        if child.dep != "prep":
            found.setdefault(child.lemma, child)
        for inner in child.children:
            if inner.dep == "pobj" and child.dep == "prep":
                found.setdefault(inner.lemma, inner)
            elif inner.dep == "prep" and child.dep in ("prep", "advmod", "dobj"):
                found.setdefault(inner.lower, inner)
                found.update((one.lemma, one) for one in inner.children if one.dep == "pobj")
    return found


def _brought_in(beside: Sequence[Node]) -> Node | None:
    """What a preposition of the predicate brings in, or the subject of its complement: left the rate unchanged."""
    for one in beside:
        wanted = ("pobj",) if one.dep == "prep" else SUBJECTS
        found = next((inner for inner in one.children if inner.dep in wanted and inner not in beside), None)
        if found is not None:
            return found
    return None
