"""Where a sentence lacks a word that it cannot do without, by the classes of its words and what may stand beside what.

Good English leaves much unsaid: the house he lives in, said the minister, went on. What may be such a form is no gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "SYM"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_MARKS = frozenset({",", ".", ";", ")"})
# What cannot follow each other but where something fell out between them.
_EMPTY = frozenset({(",", ","), (",", "."), (":", ","), ("(", ","), ("(", ")")})


class Gap(NamedTuple):
    """A place where something is missing.

    Attributes:
        kind: what is missing: `subject`, `noun` (behind a preposition, an article or a title), `owner` (before 's), or
            `phrase` (between two marks).
        first, last: the words beside the gap.
    """

    kind: str
    first: Token
    last: Token


def gaps(tokens: Sequence[Token], words: Mapping[str, Any]) -> Iterator[Gap]:
    """The gaps of one sentence, those of one kind together.

    Args:
        tokens: the words and marks of the sentence, blanks left out.
        words: the tables of `rules/gap.toml`.
    """
    yield from _Subject(words["subject"]).find(tokens)
    yield from _Noun(words["noun"]).find(tokens)
    yield from _owner(tokens)
    yield from _phrase(tokens)


class _Subject:
    """A finite verb without a subject: the first of its sentence, or behind `if` and the like."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._have = frozenset(words["have"])
        self._subjectless = frozenset(words["subjectless"])
        self._turning = frozenset(words["turning"])
        self._opening = frozenset(words["opening"])
        self._times = frozenset(words["times"])
        self._marks = frozenset(words["marks"])
        self._finite = frozenset(words["finite"])
        self._reporting = frozenset(words["reporting"])

    def find(self, tokens: Sequence[Token]) -> Iterator[Gap]:
        """The verbs that lack a subject."""
        main = tokens[0] if self._is_headless(tokens) else self._main(tokens)
        if main is not None:
            # Easily won, last year blocked: the subject may have stood on either side of what stands in front.
            front = any(token.text == "," for token in tokens if token.i < main.i)
            yield Gap("subject", main if front else tokens[0], main)
        for mark, verb in pairwise(tokens):
            if mark.lower_ in self._marks and mark.dep_ == "mark" and verb.tag_ in _FINITE:
                head = _governor(verb)
                if mark.head in (verb, head) and head.pos_ in ("VERB", "AUX") and not _has_subject(head):
                    yield Gap("subject", mark, verb)

    def _is_headless(self, tokens: Sequence[Token]) -> bool:
        """Verbs at the head that the parser takes for something else: Consists of, Told them that."""
        first, second = tokens[0], tokens[1]
        if first.lower_ in self._finite:
            return second.pos_ in ("ADP", "PART") or second.tag_ == "VBG"
        if first.dep_ != "ROOT" or first.tag_ not in ("VBD", "VBZ", "VBN"):
            return False
        if first.lower_ in self._reporting:
            # In "Said the mayor: ..." a mark follows the subject, here it is the verb of what was said.
            said = [token for token in tokens if token.dep_ in _SUBJECTS and token.i > first.i][:1]
            return bool(said) and said[0].nbor().tag_ in (*_FINITE, "VBP")
        below = {child.dep_ for child in first.children}
        return (
            first.tag_ == "VBN"
            and bool(below & {"dobj", "ccomp"})
            and not below & {*_SUBJECTS, "aux", "auxpass", "conj"}
        )

    def _main(self, tokens: Sequence[Token]) -> Token | None:
        """The verb of the main clause, with nothing before it that could be its subject, nor behind."""
        root = next((token for token in tokens if token.dep_ == "ROOT"), None)
        if root is None or root.pos_ not in ("VERB", "AUX") or _has_subject(root) or not tokens[0].text[0].isupper():
            return None
        helpers = [child for child in root.children if child.dep_ in ("aux", "auxpass") and child.i < root.i]
        verb = helpers[0] if helpers else root
        before = [token for token in tokens if token.i < verb.i]
        if verb.tag_ not in _FINITE or verb.lower_ in self._subjectless or not self._is_front(before):
            return None
        return None if self._may_turn(verb, before) else verb

    def _is_front(self, before: Sequence[Token]) -> bool:
        """What stands before the verb is nothing, an adverb, `last year`, or a phrase up to its only comma."""
        rest = list(before)
        while rest and rest[-1].pos_ == "ADV":
            rest.pop()
        if not rest:
            return True
        if len(rest) == 2 and rest[0].lower_ in self._opening and rest[1].lower_ in self._times:  # noqa: PLR2004 - two words
            return True
        opens = rest[0].pos_ in ("ADP", "SCONJ", "ADV", "VERB") and not any(token.text == '"' for token in rest)
        return opens and rest[-1].text == "," and sum(token.text == "," for token in rest) == 1

    def _may_turn(self, verb: Token, before: Sequence[Token]) -> bool:
        """Said the mayor, Had it rained, On the hill stood a castle: the subject may follow unseen."""
        if verb.i + 1 >= len(verb.doc):
            return True
        behind = verb.nbor()
        while behind.pos_ in ("ADV", "PART") and behind.i + 1 < len(verb.doc):
            behind = behind.nbor()
        follows = behind.pos_ in _NOMINAL and behind.tag_ not in ("WDT", "IN") and behind.lower_ != "that"
        if not follows:
            return bool(before) and verb.lemma_ == "be"
        if before:
            return verb.lemma_.lower() in self._turning or verb.pos_ == "AUX"
        return verb.lemma_.lower() in self._turning or (verb.pos_ == "AUX" and verb.lower_ not in self._have)


class _Noun:
    """A preposition, an article or a title with nothing behind it that it could belong to."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._strict = frozenset(words["strict"])
        self._loose = frozenset(words["loose"])
        self._agent = frozenset(words["agent"])
        self._heads = frozenset(words["heads"])
        self._articles = frozenset(words["articles"])
        self._titles = frozenset(words["titles"])
        self._verbs = frozenset(words["verbs"])
        self._places = frozenset(words["places"])
        self._idioms = frozenset(words["idioms"])
        self._measures = frozenset(words["measures"])
        self._two = frozenset(words["two"])
        self._no_noun = frozenset(words["no_noun"])
        self._bare = frozenset(words["bare"])
        self._leaders = frozenset(words["leaders"])

    def find(self, tokens: Sequence[Token]) -> Iterator[Gap]:
        """The words that lack what belongs to them."""
        for at, (token, behind) in enumerate(pairwise(tokens)):
            lower = token.lower_
            after = tokens[at + 2] if at + 2 < len(tokens) else None
            before = tokens[at - 1] if at else None
            if lower in self._articles:
                gap = self._article(behind, after)
            elif lower in self._titles:
                gap = behind.is_lower and behind.tag_ in _FINITE
            elif lower in self._two:
                # Hurting both and killing a third: only behind a preposition is `both` the first of two.
                gap = behind.pos_ == "CCONJ" and (token.pos_ == "ADP" or (before is not None and before.pos_ == "ADP"))
            elif before is None:
                gap = lower in self._heads and behind.text == "," and token.is_title
            else:
                gap = self._preposition(token, before, behind, after)
            if gap:
                yield Gap("noun", token, behind)

    def _article(self, behind: Token, after: Token | None) -> bool:
        if behind.text in _MARKS:
            return after is None or after.pos_ != "INTJ"
        if behind.tag_ == "MD":
            return after is not None and (after.tag_ == "VB" or after.pos_ == "ADV")
        return behind.lower_ in self._verbs or behind.lower_ in self._no_noun

    def _preposition(self, token: Token, before: Token, behind: Token, after: Token | None) -> bool:
        spaced = bool(token.whitespace_) and behind.text in _MARKS
        if not self._hangs(token, before, spaced=spaced):
            return False
        # A blank before the full stop tells as much as the grammar.
        if not (spaced and before.pos_ in _NOUNS) and _is_relative(token):
            return False
        if behind.text in _MARKS:
            return _is_no_aside(behind) if behind.text == "," else spaced or token.lower_ not in self._loose
        return self._is_no_object(token, behind, after)

    def _is_no_object(self, token: Token, behind: Token, after: Token | None) -> bool:
        """What follows can begin nothing that belongs to the preposition."""
        firm = token.lower_ in self._strict or token.lower_ in self._agent
        if behind.dep_ == "cc":
            return firm and after is not None and after.pos_ == "PROPN" and after.is_title
        if behind.lower_ in self._places and behind.whitespace_:
            bare = token.lower_ in self._bare or token.lower_ in self._agent
            return bare and (after is None or after.lower_ not in self._measures)
        return behind.is_lower and behind.tag_ in _FINITE and behind.lower_ in self._verbs

    def _hangs(self, token: Token, before: Token, *, spaced: bool) -> bool:
        """The preposition belongs to a noun right before it, or names who did what was done."""
        if token.lower_ in self._agent:
            passive = any(child.dep_ == "auxpass" for child in before.children) or before.dep_ == "acl"
            return before.tag_ == "VBN" and passive
        if token.lower_ in self._strict and before.lower_ not in self._idioms:
            return before.pos_ in _NOUNS or spaced or before.lower_ in self._leaders
        return token.lower_ in self._loose and before.pos_ in _NOUNS and (spaced or token.head == before)


def _owner(tokens: Sequence[Token]) -> Iterator[Gap]:
    """'s at the head of a sentence, or apart from a word that owns nothing."""
    for at, token in enumerate(tokens[:-1]):
        if token.text != "'s" or not token.whitespace_:
            continue
        before = tokens[at - 1] if at else None
        if before is None or (
            before.whitespace_
            and (before.pos_ in ("ADP", "SCONJ", "DET", "CCONJ", "VERB", "AUX") or before.text == ",")
        ):
            yield Gap("owner", token, token)


def _phrase(tokens: Sequence[Token]) -> Iterator[Gap]:
    """Two marks with nothing between them, and a comma that opens the sentence."""
    if tokens[0].text == ",":
        yield Gap("phrase", tokens[0], tokens[1])
    for one, other in pairwise(tokens):
        if (one.text, other.text) in _EMPTY and (one.text != "(" or (one.i and one.nbor(-1).whitespace_)):
            yield Gap("phrase", one, other)


def _governor(verb: Token) -> Token:
    return verb.head if verb.dep_ in ("aux", "auxpass") else verb


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _is_relative(token: Token) -> bool:
    """The crew he was captain of, nothing to take note of, what it is a part of: what belongs to it stands before."""
    if any(one.dep_ == "relcl" for one in (token, *token.ancestors)):
        return True
    before = token.doc[token.sent.start : token.i]
    return any(one.tag_ in _RELATIVE or (one.tag_ == "TO" and one.dep_ == "aux") for one in before)


def _is_no_aside(comma: Token) -> bool:
    """Not `with, among others, the mayor`, nor `love for, and fear of, the sea`: there the noun follows."""
    rest = [token for token in comma.sent if token.i > comma.i and not token.is_space]
    opened = any(a.pos_ == "ADP" and b.text == "," and b.i < comma.i for a, b in pairwise(comma.sent))
    if not rest or opened or rest[0].pos_ in ("CCONJ", "INTJ", "PUNCT"):
        return False
    return rest[0].pos_ in _NOMINAL or not any(token.text == "," for token in rest)
