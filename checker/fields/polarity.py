"""Whether something was done or not, and how strongly: negation, opposites, steps of a scale, modality.

Value: `Wording` with the lemma of the word, `head` its family of opposites, its scale or else its stem, `polarity` -1 when it is
negated, `strength` the class of its modal verb. About: `thing` the kind of claim, `context` the stems of the sentence with
marks: `>x` a neighbour, `<x` a word governed or governing, `+f`/`-f` a side of a family that the sentence holds, `=s:n` a step of a scale, `#n` one for each
denial, `~n` one for each word that may stand for one.
Size: how well the two sentences fit, 0 to 1; for `strength` the steps between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Parsed, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "acomp", "dative", "oprd"})
_OTHER = {"+": "-", "-": "+"}
_OPPOSITE, _SCALE, _PREDICATE = "opposite", "scale", "predicate"


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a claim."""

    stems: frozenset[str]
    near: frozenset[str]
    governed: frozenset[str]
    sides: frozenset[str]
    denials: int
    negatives: int


class Field:
    """Predicates and words that have an opposite.

    Args:
        words: the tables of `rules/polarity.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._fit = words["fit"]
        self._reach: int = words["reach"]["neighbours"]
        self._span: int = words["reach"]["span"]
        self._negators = frozenset(words["negation"]["words"])
        self._idioms = tuple(words["negation"]["idioms"])
        self._implicit = frozenset(words["negation"]["implicit"])
        self._negative = frozenset(words["negation"]["negative"])
        self._modal = {word: kind for kind, listed in words["modality"].items() for word in listed}
        self._skip = frozenset(words["words"]["skip"])
        self._canonical = {
            stem(word): stem(group.split()[0]) for group in words["words"]["synonyms"] for word in group.split()
        }
        self._families: dict[str, list[tuple[str, str]]] = {}
        for left, right in words["opposites"]["pairs"]:
            self._add_family(left.split(), right.split())
        for prefix, listed in words["opposites"]["prefixed"].items():
            for word in listed.split():
                self._add_family([word], [prefix + word])
        self._steps = {
            word: (name, step)
            for name, steps in words["scale"].items()
            for step, listed in enumerate(steps)
            for word in listed
        }

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every predicate, every word with a listed opposite, every step of a scale."""
        for sentence in parsed.sentences:
            yield from self._read(parsed, sentence)

    def candidates(self, left: Sequence[Claim[Wording]], right: Sequence[Claim[Wording]]) -> Iterator[tuple[int, int]]:
        """The pairs, as places in the two lists, of which likeness can be more than 0: few of all."""
        groups: defaultdict[str, list[int]] = defaultdict(list)
        for at, claim in enumerate(right):
            for key in self._keys(claim):
                groups[key].append(at)
        for at, claim in enumerate(left):
            wanted = {other for key in self._partners(claim) for other in groups.get(key, ())}
            yield from ((at, other) for other in sorted(wanted))

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How much two claims look like answers to each other, 0 to 1; needs sentences that fit and shared neighbours.

        Two plain statements of one thing are no answer worth a row: 0.
        """
        if left.about.thing != right.about.thing:
            return 0.0
        bars = self._fit.get(self._relation(left, right))
        if bars is None:
            return 0.0
        fit, near = self._fits(left, right)
        if fit < bars["sentence"] or near < bars["near"] or self._certainty(left, right) < bars["certainty"]:
            return 0.0
        return float(bars["base"] + (1 - bars["base"]) * (fit + near) / 2)

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """What turns one into the other.

        `negation` the same word denied, `negated` a clause denied that the other story words otherwise, `opposite`,
        `strength`, `modality`, `paraphrase`.
        """
        if left.value == right.value:
            return None
        relation = self._relation(left, right)
        if relation == "modality":
            return Difference("modality")
        if relation == "strength":
            return Difference(
                "strength", abs(self._steps[left.value.words[0]][1] - self._steps[right.value.words[0]][1])
            )
        if relation in ("negation", "negated", "opposite"):
            return Difference(relation, round(self._certainty(left, right), 2))
        return Difference("paraphrase")

    def _relation(self, left: Claim[Wording], right: Claim[Wording]) -> str:
        """What the two would be to each other if they are answers; empty for nothing."""
        a, b = left.value, right.value
        around, beside = _around(left.about.context), _around(right.about.context)
        if a.polarity != b.polarity:
            denied, plain = (around, beside) if a.polarity < 0 else (beside, around)
            if denied.denials <= plain.denials or denied.negatives <= plain.negatives:
                return ""
            return "negation" if a.head == b.head else "negated"
        if a.polarity < 0:
            return "denied" if a.head == b.head else ""
        if left.about.thing == _OPPOSITE:
            even = around.denials == beside.denials
            return "opposite" if even and self._are_swapped(a, b, around.sides, beside.sides) else ""
        if left.about.thing == _SCALE:
            return self._step_relation(a, b, around, beside)
        modal = a.head == b.head and a.strength and b.strength and a.strength != b.strength
        return "modality" if modal else ""

    def _are_swapped(self, a: Wording, b: Wording, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether the words stand on two sides of one family, each more often in its own sentence than in the other's."""
        mine, other = self._sides(a), self._sides(b)
        return any(
            opposite in other
            and _count(left, one) > _count(right, one)
            and _count(right, opposite) > _count(left, opposite)
            for one in mine
            if (opposite := _OTHER[one[0]] + one[1:])
        )

    def _step_relation(self, a: Wording, b: Wording, around: _Around, beside: _Around) -> str:
        if a.head != b.head or around.denials != beside.denials or self._steps[a.words[0]] == self._steps[b.words[0]]:
            return ""
        mark = f"={a.head}:"
        both = any(one.startswith(mark) and one in beside.sides for one in around.sides)
        return "" if both else "strength"

    def _fits(self, left: Claim[Wording], right: Claim[Wording]) -> tuple[float, float]:
        """How well the sentences agree, and how many of the neighbours of each stand in the other's sentence."""
        a, b = _around(left.about.context), _around(right.about.context)
        if not a.stems or not b.stems:
            return 0.0, 0.0
        shared = len(a.stems & b.stems)
        near = len(a.near & b.stems) + len(b.near & a.stems)
        if shared < self._fit["shared"]:
            return 0.0, 0.0
        return 2 * shared / (len(a.stems) + len(b.stems)), near / max(1, len(a.near) + len(b.near))

    def _certainty(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How sure it is that the two say the same of the same: the mean of fit, neighbours and governed words shared."""
        a, b = _around(left.about.context).governed, _around(right.about.context).governed
        tied = len(a & b) / min(len(a), len(b)) if a and b else 0.0
        return (sum(self._fits(left, right)) + tied) / 3

    def _read(self, parsed: Parsed, sentence: Sentence) -> Iterator[Claim[Wording]]:
        tokens = [token for token in sentence.span if not token.is_space]
        members = [(token, self._members(token)) for token in tokens if token.dep_ != "aux"]
        negators = [token for token in tokens if self._is_negator(parsed.text, token)]
        negated: dict[int, Token] = {}
        for token in negators:
            negated.setdefault(_target(token).i, token)
        negatives = 0
        for token in tokens:
            lemma = token.lemma_.lower()
            if lemma in self._negative or token.lower_ in self._negative:
                negatives += 1
                target = next((child for child in token.children if child.dep_ in ("xcomp", "pcomp")), None)
                if lemma in self._implicit and target is not None:
                    negated.setdefault(target.i, token)
        denials = len(negators)
        content = [
            (token.i, self._stem(token))
            for token in tokens
            if token.pos_ in _CONTENT
            and not token.is_stop
            and token.lower_ not in self._skip
            and token.lower_ not in self._negators
        ]
        sides: set[str] = set()
        for family, side in (one for _, listed in members for one in listed):
            sides.add(next(mark for n in range(len(members)) if (mark := f"{side}{family}#{n}") not in sides))
        sides |= {f"={scale}:{step}" for token in tokens for scale, step in self._scale(token)}
        marks = frozenset({one for _, one in content} | sides | _tally("#", denials) | _tally("~", denials + negatives))
        for token, listed in members:
            things = []
            if listed and token.i not in negated and token.pos_ != "PROPN":
                things.append((_OPPOSITE, listed[0][0]))
            things.extend((_SCALE, scale) for scale, _ in self._scale(token))
            if token.i in negated or (token.pos_ == "VERB" and token.lemma_ not in self._skip) or _is_complement(token):
                things.append((_PREDICATE, self._stem(token)))
            if things:
                context = marks | self._near(content, token) | self._governed(token)
                words = tuple(dict.fromkeys((token.lemma_.lower(), token.lower_ if listed else token.lemma_.lower())))
                polarity, strength = (-1 if token.i in negated else 1), self._strength(token)
            for thing, head in things:
                start, end = self._extent(token, negated.get(token.i), with_object=thing == _SCALE)
                value = Wording(words, head, (), polarity, strength)
                yield parsed.claim("polarity", start, end, value, About(thing=thing, context=context))

    def _add_family(self, left: list[str], right: list[str]) -> None:
        name = f"{left[0]}/{right[0]}"
        for side, listed in (("+", left), ("-", right)):
            for word in listed:
                self._families.setdefault(word, []).append((name, side))

    def _members(self, token: Token) -> list[tuple[str, str]]:
        lower, lemma = token.lower_, token.lemma_.lower()
        listed = self._families.get(lower, [])
        return (
            listed + [one for one in self._families.get(lemma, ()) if one not in listed] if lemma != lower else listed
        )

    def _scale(self, token: Token) -> list[tuple[str, int]]:
        step = self._steps.get(token.lemma_.lower())
        return [step] if step else []

    def _sides(self, value: Wording) -> list[str]:
        return [side + family for word in value.words for family, side in self._families.get(word, ())]

    def _keys(self, claim: Claim[Wording]) -> list[str]:
        """Under which the claim is found by its partners."""
        value = claim.value
        if claim.about.thing == _OPPOSITE:
            return self._sides(value)
        if claim.about.thing == _SCALE:
            return [value.head]
        polar = "denied" if value.polarity < 0 else "plain"
        return [polar, f"{polar} {value.head}", *([f"modal {value.head}"] if value.strength else [])]

    def _partners(self, claim: Claim[Wording]) -> list[str]:
        value = claim.value
        if claim.about.thing == _OPPOSITE:
            return [_OTHER[one[0]] + one[1:] for one in self._sides(value)]
        if claim.about.thing == _SCALE:
            return [value.head]
        if value.polarity < 0:
            return ["plain", f"denied {value.head}"]
        return ["denied", *([f"modal {value.head}"] if value.strength else [])]

    def _stem(self, token: Token) -> str:
        one = stem(token.lemma_.lower())
        return self._canonical.get(one, one)

    def _near(self, content: list[tuple[int, str]], token: Token) -> frozenset[str]:
        """The content words that stand next to it, and the one that it depends on."""
        before = [one for at, one in content if at < token.i][-self._reach :]
        after = [one for at, one in content if at > token.i][: self._reach]
        return frozenset(">" + one for one in (*before, *after))

    def _governed(self, token: Token) -> frozenset[str]:
        """Who does it and to what: subject, objects, what prepositions bring in; of an adjective its noun."""
        waiting = [token.head] if token.dep_ in ("amod", "advmod", "compound", "attr", "acomp", "xcomp") else []
        found = {one for one in waiting if one.pos_ != "AUX"}
        waiting.append(token)
        for one in waiting:
            for child in one.children:
                if child.dep_ in _ARGUMENTS:
                    found.add(child)
                elif child.dep_ in ("prep", "agent"):
                    waiting.append(child)
                if child.dep_ == "dobj" and len(waiting) < self._reach:
                    waiting.append(child)
        return frozenset(f"<{self._stem(one)}" for one in found if one.i != token.i and one.pos_ in _CONTENT)

    def _is_negator(self, text: str, token: Token) -> bool:
        if token.lower_ not in self._negators:
            return False
        around = text[max(0, token.idx - 12) : token.idx + 24].lower()
        return not any(idiom in around for idiom in self._idioms)

    def _strength(self, token: Token) -> str:
        for child in token.children:
            if child.dep_ == "aux" and child.lower_ in self._modal:
                return self._modal[child.lower_]
        return ""

    def _extent(self, token: Token, negator: Token | None, *, with_object: bool) -> tuple[int, int]:
        """The word, from the one that denies it on when that stands close, up to its object if wanted."""
        first = last = token
        if with_object:
            last = next(
                (one for one in token.children if one.dep_ == "dobj" and 0 < one.i - token.i <= self._span), token
            )
        if negator is not None and abs(negator.i - token.i) <= self._span:
            first, last = (negator, token) if negator.i < token.i else (token, negator)
            while first.i > token.sent.start and first.nbor(-1).pos_ == "AUX":
                first = first.nbor(-1)
        return first.idx, last.idx + len(last)


def _target(negator: Token) -> Token:
    """What a negative word denies: the verb, the complement of a copula, the noun."""
    if negator.lower_ == "without":
        return next(iter(negator.children), negator.head)
    head = negator.head
    if head.pos_ == "AUX":
        return next((child for child in head.children if child.dep_ in ("attr", "acomp")), head)
    return head


def _is_complement(token: Token) -> bool:
    return token.dep_ in ("attr", "acomp") and token.head.pos_ == "AUX"


def _tally(mark: str, count: int) -> set[str]:
    return {f"{mark}{n}" for n in range(count)}


def _count(sides: frozenset[str], side: str) -> int:
    return sum(mark.startswith(f"{side}#") for mark in sides)


@lru_cache(maxsize=1 << 14)
def _around(context: frozenset[str]) -> _Around:
    return _Around(
        stems=frozenset(one for one in context if one[0] not in "><+-=#~"),
        near=frozenset(one[1:] for one in context if one[0] == ">"),
        governed=frozenset(one for one in context if one[0] == "<"),
        sides=frozenset(one for one in context if one[0] in "+-="),
        denials=sum(one[0] == "#" for one in context),
        negatives=sum(one[0] == "~" for one in context),
    )
