"""Questions to the parse of one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from checker.tree import Node

_COUNTED = frozenset({"nummod", "compound", "quantmod", "amod", "det", "predet", "npadvmod", "appos"})
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
# More edges than any sentence has: the two are of different trees.
_NO_PATH = 99


def counted_noun(anchor: Node, end: int) -> Node | None:
    """The noun that a number counts, or the one right behind it.

    Args:
        anchor: the token that bears the number.
        end: the character behind the number.
    """
    head = anchor
    while (
        head.dep in _COUNTED
        and head.head.i != head.i
        and (head.like_num or head.pos in ("NUM", "ADV", "SYM") or head.i == anchor.i)
    ):
        head = head.head
    if head.i != anchor.i and head.pos in ("NOUN", "PROPN") and head.idx >= anchor.idx:
        return head
    after = anchor.i + 1
    nodes = anchor.nodes
    return nodes[after] if after < len(nodes) and nodes[after].pos == "NOUN" and nodes[after].idx >= end else None


def lemma_of(token: Node, endings: Iterable[str]) -> str:
    """The lemma; in a headline verbs pass for names and keep their endings, which are taken off."""
    lemma = token.lemma
    if token.pos != "PROPN":
        return lemma
    return next(
        (lemma.removesuffix(end) for end in endings if lemma.endswith(end) and len(lemma) > len(end) + 2), lemma
    )


def is_selection(anchor: Node, noun: Node | None) -> bool:
    """`The five worst-hit villages`: the number counts some of the villages, chosen by a superlative."""
    return noun is not None and any(token.tag in ("JJS", "RBS") for token in anchor.nodes[anchor.i + 1 : noun.i])


def is_of_another_clause(start: Node, anchor: Node, token: Node) -> bool:
    """The word governs another figure (`shot three, killing one`), or the clause that this figure's clause hangs on."""
    if start.dep.startswith("nsubj") and token.pos == "VERB" and token in start.head.ancestors:
        return True
    for child in token.children:
        counted = child.like_num or any(inner.dep == "nummod" for inner in child.children)
        if counted and child.dep in _OBJECTS and child not in anchor.ancestors and child.i != anchor.i:
            return start not in (child, token)
    return False


def steps(left: Node, right: Node) -> int:
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
