"""Questions to the parse of one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = frozenset({"nummod", "compound", "quantmod", "amod", "det", "predet", "npadvmod", "appos"})
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
# More edges than any sentence has: the two are of different trees.
_NO_PATH = 99


def counted_noun(anchor: Token, end: int) -> Token | None:
    """The noun that a number counts, or the one right behind it.

    Args:
        anchor: the token that bears the number.
        end: the character behind the number.
    """
    head = anchor
    while (
        head.dep_ in _COUNTED
        and head.head.i != head.i
        and (head.like_num or head.pos_ in ("NUM", "ADV", "SYM") or head.i == anchor.i)
    ):
        head = head.head
    if head.i != anchor.i and head.pos_ in ("NOUN", "PROPN") and head.idx >= anchor.idx:
        return head
    after = anchor.i + 1
    doc = anchor.doc
    return doc[after] if after < len(doc) and doc[after].pos_ == "NOUN" and doc[after].idx >= end else None


def lemma_of(token: Token, endings: Iterable[str]) -> str:
    """The lemma; in a headline verbs pass for names and keep their endings, which are taken off."""
    lemma: str = token.lemma_.lower()
    if token.pos_ != "PROPN":
        return lemma
    return next(
        (lemma.removesuffix(end) for end in endings if lemma.endswith(end) and len(lemma) > len(end) + 2), lemma
    )


def is_selection(anchor: Token, noun: Token | None) -> bool:
    """`The five worst-hit villages`: the number counts some of the villages, chosen by a superlative."""
    return noun is not None and any(token.tag_ in ("JJS", "RBS") for token in anchor.doc[anchor.i + 1 : noun.i])


def is_of_another_clause(start: Token, anchor: Token, token: Token) -> bool:
    """The word governs another figure (`shot three, killing one`), or the clause that this figure's clause hangs on."""
    if start.dep_.startswith("nsubj") and token.pos_ == "VERB" and token in list(start.head.ancestors):
        return True
    for child in token.children:
        counted = child.like_num or any(inner.dep_ == "nummod" for inner in child.children)
        if counted and child.dep_ in _OBJECTS and not child.is_ancestor(anchor) and child.i != anchor.i:
            return start not in (child, token)
    return False


def steps(left: Token, right: Token) -> int:
    """Edges of the parse tree between two tokens of a sentence."""
    up = {left.i: 0}
    token, count = left, 0
    while token.head.i != token.i:
        token, count = token.head, count + 1
        up[token.i] = count
    token, count = right, 0
    while token.i not in up:
        if token.head.i == token.i:
            return _NO_PATH
        token, count = token.head, count + 1
    return up[token.i] + count
