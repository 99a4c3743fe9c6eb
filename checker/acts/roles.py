"""Who does what a verb says, and to what it is done: subjects and objects, said or only thought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.acts.arguments import SUBJECTS, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

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
        self, token: Token, beside: Sequence[Token], family: Mapping[str, Any], *, measured: bool
    ) -> tuple[Token | None, Token | None]:
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
            by = next((one for one in token.children if one.dep_ == "agent"), None)
            who = next(iter(by.children), None) if by is not None and by not in beside else None
            return who, (what if what is not None and what not in beside and not measured else subject)
        if " ".join([token.lemma_.lower(), *(one.lemma_.lower() for one in beside)]) in family.get("by_subject", ()):
            return None, subject
        if what is None or what in beside or measured:
            what = _brought_in(beside) or self._ordered_one(token)
        return (None, subject) if what is None and family.get("turns") else (subject, what)

    def subject(self, token: Token, depth: int = 0) -> Token | None:
        """The subject of a verb, or the one that it shares: of the verb beside or above, the noun that it tells of."""
        own = own_subject(token)
        head, kind = token.head, token.dep_
        if own is not None:
            return head if own.lower_ in _RELATIVES and kind == "relcl" else own
        if kind in ("acl", "relcl"):
            return head if kind == "relcl" or token.tag_ in ("VBN", "VBG") else None
        if kind == "pcomp":
            head, kind = head.head, "xcomp"
        if kind not in _SHARING or head.pos_ not in ("VERB", "AUX", "ADJ") or depth > _DEEPEST:
            return None
        done = object_of(head)
        is_ordered = token.dep_ == "xcomp" and done is not None and head.lemma_.lower() in self._ordered
        return done if is_ordered else self.subject(head, depth + 1)

    def _ordered_one(self, token: Token) -> Token | None:
        """Who is to do what somebody orders; the parser takes that for the subject of what follows."""
        if token.lemma_.lower() not in self._ordered:
            return None
        clauses = (one for one in token.children if one.dep_ in ("ccomp", "xcomp"))
        return next((found for one in clauses if (found := own_subject(one)) is not None), None)


def is_passive(token: Token) -> bool:
    """Whether the subject of a verb is what it is done to."""
    if any(one.dep_ in ("auxpass", "nsubjpass") for one in token.children):
        return True
    if token.tag_ != "VBN" or any(one.dep_ in ("aux", "dobj", *SUBJECTS) for one in token.children):
        return False
    return token.dep_ == "acl" or (token.dep_ == "conj" and is_passive(token.head))


def object_of(token: Token) -> Token | None:
    """The direct object of a verb."""
    return next((one for one in token.children if one.dep_ == "dobj"), None)


def satellites(token: Token) -> dict[str, Token]:
    """The words that may be part of a predicate: particles, prepositions, complements, and the nouns in them."""
    found: dict[str, Token] = {}
    for child in token.children:
        if child.dep_ not in _SATELLITES:
            continue
        found.setdefault(child.lower_, child)
        if child.dep_ != "prep":
            found.setdefault(child.lemma_.lower(), child)
        for inner in child.children:
            if inner.dep_ == "pobj" and child.dep_ == "prep":
                found.setdefault(inner.lemma_.lower(), inner)
            elif inner.dep_ == "prep" and child.dep_ in ("prep", "advmod", "dobj"):
                found.setdefault(inner.lower_, inner)
                found.update((one.lemma_.lower(), one) for one in inner.children if one.dep_ == "pobj")
    return found


def _brought_in(beside: Sequence[Token]) -> Token | None:
    """What a preposition of the predicate brings in, or the subject of its complement: left the rate unchanged."""
    for one in beside:
        wanted = ("pobj",) if one.dep_ == "prep" else SUBJECTS
        found = next((inner for inner in one.children if inner.dep_ in wanted and inner not in beside), None)
        if found is not None:
            return found
    return None
