"""Whether something was done or not, and how strongly: negation, opposites, steps of a scale, modality.

Value: `Wording` with the lemma of the word and its form, `head` its family of opposites, its scale or else its stem,
`polarity` -1 when it is denied, `strength` the class of its modal verb. About: `thing` is `opposite`, `scale` or
`predicate`, `context` what stands around it; as kinds of words it counts the sides of families (`+rise/fall`), the
steps of scales (`control:1`), denials, and words that may stand for one.
Size: how sure it is that the two say it of the same, 0 to 1; for `strength` the steps between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.around import Around, around
from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Parsed, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "acomp", "dative", "oprd"})
_OTHER = {"+": "-", "-": "+"}
_OPPOSITE, _SCALE, _PREDICATE = "opposite", "scale", "predicate"


_DENIAL, _NEGATIVE = "denial", "negative"
# A word with what it may be claimed as: the kind of claim, and the head that this kind has.
_Things = list[tuple[str, str]]


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
        self._lengths = {name: len(steps) for name, steps in words["scale"].items()}

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every predicate, every word with a listed opposite, every step of a scale."""
        for sentence in parsed.sentences:
            yield from self._read(parsed, sentence)

    def candidates(self, claims: Sequence[Claim[Wording]]) -> Iterator[tuple[int, int]]:
        """The pairs of claims of different stories, as places in the list, that can be alike at all: few of all."""
        groups: defaultdict[str, list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            for key in self._keys(claim):
                groups[key].append(at)
        for at, claim in enumerate(claims):
            wanted = {other for key in self._partners(claim) for other in groups.get(key, ())}
            yield from ((at, to) for to in sorted(wanted) if to > at and claims[to].story != claim.story)

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How much two claims look like answers to each other, 0 to 1; needs sentences that fit and shared neighbours.

        From .5 when it is certain that they say it of the same, from .25 when they would in a translation, else 0.
        """
        if left.about.thing != right.about.thing:
            return 0.0
        bars = self._fit.get(self._relation(left, right))
        if bars is None:
            return 0.0
        a, b = around(left.about.context), around(right.about.context)
        fit, near = a.fit(b)
        if fit < bars["sentence"] or near < bars["near"]:
            return 0.0
        score: float = bars["base"] + (1 - bars["base"]) * (fit + near) / 2
        return (1 + score) / 2 if _certainty(a, b) >= bars["certain"] else (1 + score) / 4

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
            sure = _certainty(around(left.about.context), around(right.about.context))
            return Difference(relation, round(sure, 2))
        return Difference("paraphrase")

    def _relation(self, left: Claim[Wording], right: Claim[Wording]) -> str:
        """What the two would be to each other if they are answers; empty for nothing."""
        a, b = left.value, right.value
        here, there = around(left.about.context), around(right.about.context)
        if len(here.stems & there.stems) < self._fit["shared"]:
            return ""
        if a.polarity < 0 or b.polarity < 0:
            return self._denial(a, b, here.kinds, there.kinds)
        if left.about.thing == _PREDICATE:
            return _plain(a, b, here.kinds, there.kinds)
        if a.words == b.words or here.kinds[_DENIAL] != there.kinds[_DENIAL]:
            return "same" if a.words == b.words else ""
        if left.about.thing == _OPPOSITE:
            return "opposite" if self._are_swapped(a, b, here.kinds, there.kinds) else ""
        return "strength" if self._are_apart(a, b, here.kinds, there.kinds) else ""

    def _denial(self, a: Wording, b: Wording, here: Mapping[str, int], there: Mapping[str, int]) -> str:
        """What a denied word is to another; nothing when the other sentence has as many words that may deny.

        Nor when it has the opposite: what is not open is closed.
        """
        if a.polarity == b.polarity:
            return "denied" if a.head == b.head else ""
        word, denied, plain = (a, here, there) if a.polarity < 0 else (b, there, here)
        if not all(denied[kind] > plain[kind] for kind in (_DENIAL, _NEGATIVE)):
            return ""
        if any(plain[_OTHER[side[0]] + side[1:]] > denied[_OTHER[side[0]] + side[1:]] for side in self._sides(word)):
            return ""
        return "negation" if a.head == b.head else "negated"

    def _are_swapped(self, a: Wording, b: Wording, here: Mapping[str, int], there: Mapping[str, int]) -> bool:
        """Whether the words stand on two sides of a family, each more often in its own sentence than in the other."""
        others = self._sides(b)
        return any(
            other in others and here[one] > there[one] and there[other] > here[other]
            for one in self._sides(a)
            if (other := _OTHER[one[0]] + one[1:])
        )

    def _are_apart(self, a: Wording, b: Wording, here: Mapping[str, int], there: Mapping[str, int]) -> bool:
        """Whether the words are two steps of one scale, and no step of it stands in both sentences."""
        steps = range(self._lengths[a.head]) if a.head == b.head else ()
        apart = self._steps[a.words[0]] != self._steps[b.words[0]]
        return bool(steps) and apart and not any(here[f"{a.head}:{n}"] and there[f"{a.head}:{n}"] for n in steps)

    def _read(self, parsed: Parsed, sentence: Sentence) -> Iterator[Claim[Wording]]:
        tokens = [token for token in sentence.span if token.text[0].isalnum() or token.lower_ in self._negators]
        families = {token.i: listed for token in tokens if (listed := self._members(token))}
        steps = {token.i: step for token in tokens if (step := self._steps.get(token.lemma_.lower()))}
        denied, kinds = self._denials(parsed.text, tokens)
        kinds.update(side + family for listed in families.values() for family, side in listed)
        kinds.update(f"{scale}:{step}" for scale, step in steps.values())
        content = {token.i: self._stem(token) for token in tokens if self._is_content(token)}
        stems = frozenset(content.values())
        for token in tokens:
            things = self._things(token, families.get(token.i), steps.get(token.i), is_denied=token.i in denied)
            if things:
                governed = _governed(token, content, self._reach)
                context = Around(stems, self._near(content, token), governed, kinds).context()
                words = (token.lemma_.lower(),) if token.i not in families else (token.lemma_.lower(), token.lower_)
                polarity, strength = (-1 if token.i in denied else 1), self._strength(token)
            for thing, head in things:
                start, end = self._extent(token, denied.get(token.i), with_object=thing == _SCALE)
                value = Wording(tuple(dict.fromkeys(words)), head, (), polarity, strength)
                yield parsed.claim("polarity", start, end, value, About(thing=thing, context=context))

    def _denials(self, text: str, tokens: list[Token]) -> tuple[dict[int, Token], Counter[str]]:
        """Each word that is denied with the word that denies it; how many words deny, or may stand for a denial."""
        denied: dict[int, Token] = {}
        kinds: Counter[str] = Counter()
        for token in tokens:
            if self._is_negator(text, token):
                denied.setdefault(_target(token).i, token)
                kinds.update((_DENIAL, _NEGATIVE))
            elif token.lemma_.lower() in self._negative or token.lower_ in self._negative:
                kinds[_NEGATIVE] += 1
                target = next((child for child in token.children if child.dep_ in ("xcomp", "pcomp")), None)
                if token.lemma_.lower() in self._implicit and target is not None:
                    denied.setdefault(target.i, token)
        return denied, kinds

    def _things(
        self, token: Token, families: list[tuple[str, str]] | None, step: tuple[str, int] | None, *, is_denied: bool
    ) -> _Things:
        things = [(_SCALE, step[0])] if step else []
        if families and not is_denied and token.pos_ != "PROPN":
            things.append((_OPPOSITE, families[0][0]))
        if is_denied or (token.pos_ == "VERB" and token.lemma_ not in self._skip) or _is_complement(token):
            things.append((_PREDICATE, self._stem(token)))
        return things

    def _is_content(self, token: Token) -> bool:
        hidden = token.is_stop or token.lower_ in self._skip or token.lower_ in self._negators
        return token.pos_ in _CONTENT and not hidden and token.text[0].isalnum()

    def _add_family(self, left: list[str], right: list[str]) -> None:
        name = f"{left[0]}/{right[0]}"
        for side, listed in (("+", left), ("-", right)):
            for word in listed:
                self._families.setdefault(word, []).append((name, side))

    def _members(self, token: Token) -> list[tuple[str, str]]:
        """The families that the word belongs to, in this form or as a lemma, with its side."""
        listed = self._families.get(token.lower_, []) + self._families.get(token.lemma_.lower(), [])
        return list(dict.fromkeys(listed)) if listed and token.dep_ != "aux" else []

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
        return [polar, f"{polar} {value.head}"]

    def _partners(self, claim: Claim[Wording]) -> list[str]:
        value = claim.value
        if claim.about.thing == _OPPOSITE:
            return [side + one[1:] for one in self._sides(value) for side in _OTHER]
        if claim.about.thing == _SCALE:
            return [value.head]
        if value.polarity < 0:
            return ["plain", f"denied {value.head}"]
        return ["denied", f"plain {value.head}"]

    def _stem(self, token: Token) -> str:
        one = stem(token.lemma_.lower())
        return self._canonical.get(one, one)

    def _near(self, content: Mapping[int, str], token: Token) -> frozenset[str]:
        """The content words that stand next to it."""
        places = list(content)
        left, right = bisect_left(places, token.i), bisect_right(places, token.i)
        near = places[max(0, left - self._reach) : left] + places[right : right + self._reach]
        return frozenset(content[place] for place in near)

    def _is_negator(self, text: str, token: Token) -> bool:
        if token.lower_ not in self._negators:
            return False
        around = text[max(0, token.idx - 12) : token.idx + 24].lower()
        return not any(idiom in around for idiom in self._idioms)

    def _strength(self, token: Token) -> str:
        for child in token.children:
            if child.dep_ == "aux" and child.lower_ in self._modal:
                return str(self._modal[child.lower_])
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


def _governed(token: Token, content: Mapping[int, str], reach: int) -> frozenset[str]:
    """Who does it and to what: subject, objects, what prepositions bring in; of an adjective its noun."""
    waiting = [token.head] if token.dep_ in ("amod", "advmod", "compound", "attr", "acomp", "xcomp") else []
    found = {one.i for one in waiting if one.pos_ != "AUX"}
    waiting.append(token)
    for one in waiting:
        for child in one.children:
            kind = child.dep_
            if kind in _ARGUMENTS:
                found.add(child.i)
            elif kind in ("prep", "agent"):
                waiting.append(child)
            if kind == "dobj" and len(waiting) < reach:
                waiting.append(child)
    return frozenset(content[at] for at in found if at != token.i and at in content)


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


def _plain(a: Wording, b: Wording, here: Mapping[str, int], there: Mapping[str, int]) -> str:
    """What two words that are not denied are to each other."""
    if a.head != b.head or here[_DENIAL] != there[_DENIAL]:
        return ""
    return "modality" if a.strength and b.strength and a.strength != b.strength else "same"


def _certainty(left: Around, right: Around) -> float:
    return (sum(left.fit(right)) + left.tied(right)) / 3
