"""What was agreed, pledged, announced, ordered, and terms of a type, such as surface-to-air missiles.

Value: `Wording` with the lemmas of the noun phrase, the canonical `head` noun, and as `modifiers` its type, or where it
has none the other content words, canonical. About: `thing` is `term` for a phrase with a type, else `item`; `owner`
every type that the story gives to the head of a term, `context` the stems of the sentence.
Size: always 0.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from checker.parsed import Parsed

_WITHIN = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
_LINKS = frozenset({"of", "on", "in", "for", "between", "including", "to"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LONGEST = 14
_REACH = 6
TERM = "term"


class Field:
    """Items, by head noun and type.

    Args:
        words: the tables of `rules/item.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._alike = words["alike"]
        self._verbs = frozenset(verb for verbs in words["verbs"].values() for verb in verbs)
        self._vague = frozenset(words["words"]["vague"])
        self._canonical = {word: group[0] for group in words["words"]["synonyms"] for word in group}
        self._families: dict[str, str] = {}
        self._same_type: dict[str, str] = {}
        self._heads: dict[str, frozenset[str]] = {}
        for name, family in words["family"].items():
            self._heads[name] = frozenset(family.get("heads", ()))
            for group in family["types"]:
                for one in group:
                    self._families[one] = name
                    self._same_type[one] = group[0]
        alternatives = "|".join(re.escape(one) for one in sorted(self._families, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Phrases with a type wherever they stand, and the objects of verbs of agreement."""
        typed = []
        types = defaultdict(set)
        for match in self._pattern.finditer(parsed.text):
            span = parsed.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            head = self._head(span, match.group().lower()) if span is not None else None
            if span is not None and head is not None:
                typed.append((span, head, match.group().lower()))
                types[self._lemma(head)].add(match.group().lower())
        for span, head, kind in typed:
            whole = parsed.doc[span.start : max(span.end, head.i + 1)]
            value = Wording((kind, *_lemmas(whole[len(span) :])), self._lemma(head), (kind,))
            owner = " ".join(sorted(types[self._lemma(head)]))
            about = About(thing=TERM, owner=owner, context=self._context(parsed, head))
            yield parsed.claim("item", whole.start_char, whole.end_char, value, about)
        told: set[int] = set()
        for verb in parsed.doc:
            if verb.pos_ == "VERB" and verb.lemma_ in self._verbs:
                for noun in _objects(verb):
                    if noun.i not in told:
                        told.add(noun.i)
                        yield from self._object(parsed, noun)

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How much two phrases look like one thing; terms of a type meet terms of the same family only."""
        a, b = left.value, right.value
        if (left.about.thing == TERM) is not (right.about.thing == TERM):
            return 0.0
        if a.head != b.head:
            return 0.0
        shared = len(left.about.context & right.about.context)
        around = shared / min(len(left.about.context), len(right.about.context))
        if left.about.thing == TERM:
            if a.modifiers == b.modifiers:
                return 1.0
            relation = self._types(left, right)
            if relation == "term" and set(left.about.owner.split()) & set(right.about.owner.split()):
                # Both lists hold another type of the family: what is left over of each is one thing under two names.
                return (1 + around) / 2
            bar = self._alike.get(relation, 1.0)
            return (1 + around) / 2 if around >= bar and shared >= self._alike["shared"] else 0.0
        inside = _dice(frozenset((a.head, *a.modifiers)), frozenset((b.head, *b.modifiers)))
        share = self._alike["inside"]
        return share * inside + (1 - share) * around if inside >= self._alike["least_inside"] else 0.0

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """How two phrases differ.

        `term`: one type under two names. `other-type`: two types, and neither story has the other's. `synonym`, `part`,
        `other`: harmless.
        """
        a, b = left.value, right.value
        if a == b:
            return None
        if left.about.thing == TERM and right.about.thing == TERM and a.modifiers != b.modifiers:
            types = {"left_type": a.modifiers[0], "right_type": b.modifiers[0]}
            return Difference(self._types(left, right) or "other", detail=types)
        if a.head == b.head and a.modifiers == b.modifiers:
            return Difference("synonym")
        if a.head == b.head and (set(a.modifiers) <= set(b.modifiers) or set(b.modifiers) <= set(a.modifiers)):
            return Difference("part")
        return Difference("other")

    def _types(self, left: Claim[Wording], right: Claim[Wording]) -> str:
        """What two terms with different types are to each other; empty when one story has both types."""
        one, other = left.value.modifiers[0], right.value.modifiers[0]
        if self._families[one] != self._families[other] or left.value.head != right.value.head:
            return ""
        if one in right.about.owner.split() or other in left.about.owner.split():
            return ""
        return "term" if self._same_type[one] == self._same_type[other] else "other-type"

    def _head(self, span: Span, kind: str) -> Token | None:
        """The noun that a type word qualifies, where its family is used of this noun: behind it, or shortly before."""
        wanted = self._heads[self._families[kind]]
        behind: Token | None = None
        for one in span.doc[span.end : span.end + _REACH]:
            if one.pos_ in _NOUNS and one.dep_ != "appos":
                behind = one
            elif behind is not None or not (one.pos_ in ("ADJ", "CCONJ", "PUNCT") and one.lower_ not in ",.;:"):
                break
        if behind is not None and (not wanted or self._lemma(behind) in wanted):
            return behind
        before = reversed(span.doc[max(span.sent.start, span.start - 2 * _REACH) : span.start])
        return next((one for one in before if self._lemma(one) in wanted), None) if "-" in kind else None

    def _object(self, parsed: Parsed, noun: Token) -> Iterator[Claim[Wording]]:
        kept = _phrase(noun)
        modifiers = {self._lemma(token) for token in kept if token.i != noun.i and _is_content(token)} - self._vague
        if noun.lemma_ in self._vague or not modifiers:
            return
        last = kept[-1]
        value = Wording(_lemmas(kept), self._lemma(noun), tuple(sorted(modifiers)))
        about = About(thing="item", context=self._context(parsed, noun))
        yield parsed.claim("item", kept[0].idx, last.idx + len(last), value, about)

    def _lemma(self, token: Token) -> str:
        lemma = token.lemma_.lower()
        return str(self._canonical.get(lemma) or self._canonical.get(token.lower_, lemma))

    def _context(self, parsed: Parsed, token: Token) -> frozenset[str]:
        span = parsed.sentence_at(token.idx).span
        return frozenset(stem(self._lemma(one)) for one in span if _is_content(one))


def _objects(verb: Token) -> Iterator[Token]:
    """The nouns that a verb governs: its objects, those behind its prepositions, those of what is to be done."""
    waiting, seen = [verb], 0
    while waiting and seen < _LONGEST:
        one = waiting.pop(0)
        seen += 1
        for child in one.children:
            if child.i < verb.i and child.dep_ != "nsubjpass":
                continue
            if child.dep_ in ("dobj", "pobj", "nsubjpass") and child.pos_ in _NOUNS:
                yield child
                yield from (token for token in child.conjuncts if token.i > child.i and token.pos_ in _NOUNS)
            elif (
                (child.dep_ in ("xcomp", "conj") and child.pos_ == "VERB")
                or (child.dep_ == "prep" and child.lower_ in ("on", "to"))
                or child.dep_ == "pcomp"
            ):
                waiting.append(child)


def _phrase(noun: Token) -> list[Token]:
    """A noun with what belongs to it, in order: modifiers before, of-phrases and what is included behind."""
    kept = [noun]
    for token in kept:
        for child in token.children:
            behind = child.dep_ == "prep" and child.lower_ in _LINKS
            if len(kept) < _LONGEST and (
                child.dep_ in _WITHIN or behind or (child.dep_ in ("pobj", "conj") and token.i != noun.i)
            ):
                kept.append(child)
    return sorted(kept, key=lambda token: token.i)


def _lemmas(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(token.lemma_.lower() for token in tokens if _is_content(token))


def _is_content(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and not token.is_stop


def _dice(left: frozenset[str], right: frozenset[str]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
