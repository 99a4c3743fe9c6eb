"""Topics with sides that exclude one another, by the phrases that tell them.

Phrases are looked for in the words of a sentence and not in its grammar: these things are told in few ways, and the
parser errs most in the short, crowded sentences in which they stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from checker.tree import Node

_ENDINGS = ("", "s", "ed", "ing")
_GAP = frozenset({".."})
_STOPS = frozenset(";.:?!")
# Of each word of a sentence its small letters and its lemma.
Words = Sequence[tuple[str, str]]
_PLAIN = ("{}",)
_BINARY = 2
# Words from an adjective to its noun: the left jet engine.
_NEXT = 3


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One way to tell one side of a topic.

    Attributes:
        topic, side: of `rules/state.toml`.
        words: the words that may stand in each place, a gap for any few others.
        is_hint: it only shows that the story may tell this side.
    """

    topic: str
    side: str
    words: tuple[frozenset[str], ...]
    is_hint: bool = False

    def stands_in(self, present: frozenset[str]) -> bool:
        """Whether all of it may stand among these words."""
        return not any(listed.isdisjoint(present) for listed in self.words if listed is not _GAP)


class _Found(NamedTuple):
    """A phrase in a sentence: from which word to which, and the noun that it is of."""

    phrase: _Phrase
    first: int
    last: int
    owner: str


class Side(NamedTuple):
    """A side of a topic, as a sentence tells it.

    Attributes:
        topic, side: of `rules/state.toml`.
        owner: the noun that it is of, empty for most topics.
        first, last: the words of the phrase, as places in the sentence.
        start: the first word with what denies it.
        is_told: as a fact.
    """

    topic: str
    side: str
    owner: str
    first: int
    last: int
    start: int
    is_told: bool


class Topics:
    """The topics of the rules.

    Args:
        words: the tables of `rules/state.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        find = words["find"]
        self._gap: int = find["gap"]
        self._reach: int = find["reach"]
        self._before: int = find["before"]
        self._denials, self._doubts = frozenset(find["denials"]), frozenset(find["doubts"])
        self._idioms = frozenset(find["idioms"])
        self._topics: Mapping[str, Any] = words["topic"]
        self._heads: dict[str, dict[str, str]] = {}
        phrases: list[_Phrase] = []
        for topic, spec in self._topics.items():
            self._heads[topic] = {one: group.split()[0] for group in spec.get("of", ()) for one in group.split()}
            for side, listed in self._sides(topic).items():
                phrases.extend(_phrases(topic, side, listed, spec.get("told", _PLAIN)))
            for side, listed in spec.get("hints", {}).items():
                phrases.extend(_phrases(topic, side, listed, _PLAIN, is_hint=True))
        self._phrases = _indexed(phrases)
        self._keys = frozenset(self._phrases)

    def find(self, tokens: Sequence[Node], words: Words) -> Iterator[Side]:
        """Every side that a sentence tells, also what it only denies or fears.

        Args:
            tokens: of the sentence.
            words: what they are written as.
        """
        keys = self._keys.intersection(chain.from_iterable(words))
        if not keys:
            return
        told = {id(phrase): phrase for word in sorted(keys) for phrase in self._phrases[word]}
        present = frozenset(chain.from_iterable(words))
        whole = [phrase for phrase in told.values() if phrase.stands_in(present)]
        found = [one for phrase in whole for one in self._spans(phrase, tokens, words)]
        for one in _longest(found):
            side, is_told, start = self._told(one, tokens)
            yield Side(one.phrase.topic, side, one.owner, one.first, one.last, start, is_told)

    def _sides(self, topic: str) -> Mapping[str, Sequence[str]]:
        """The sides of a topic, which may be those of another one."""
        spec = self._topics[topic]
        sides: Mapping[str, Sequence[str]] = self._topics[spec["like"]]["sides"] if "like" in spec else spec["sides"]
        return sides

    def _spans(self, phrase: _Phrase, tokens: Sequence[Node], words: Words) -> Iterator[_Found]:
        """Where a phrase stands."""
        heads = self._heads[phrase.topic]
        for at, pair in enumerate(words):
            if phrase.words[0].isdisjoint(pair):
                continue
            last = self._end(phrase.words, words, at)
            if last is not None and heads:
                last = _head(heads, tokens, last)
            if last is not None:
                yield _Found(phrase, at, last, heads[words[last][1]] if heads else "")

    def _end(self, wanted: Sequence[frozenset[str]], words: Words, at: int) -> int | None:
        """Where a phrase ends that begins here, None where it does not stand here."""
        gap, end = 0, at
        for listed in wanted:
            if listed is _GAP:
                gap = self._gap
                continue
            found = _next(words, at, listed, gap)
            if found is None:
                return None
            gap, end, at = 0, found, found + 1
        return end

    def _told(self, found: _Found, tokens: Sequence[Node]) -> tuple[str, bool, int]:
        """The side that is told, as a fact or not, and where it begins: with the word that denies it."""
        phrase, first, last, _ = found
        before = tokens[max(0, first - self._before) : first]
        if phrase.is_hint or any(_is(one, self._doubts) for one in before):
            return phrase.side, False, first
        near = range(max(0, first - self._reach), last)
        denials = [at for at in near if tokens[at].lower in self._denials and not _is_own(phrase, tokens[at])]
        if not denials:
            return phrase.side, True, first
        sides = list(self._sides(phrase.topic))
        turns = len(sides) == _BINARY and self._topics[phrase.topic].get("turns", True)
        idiom = any(" ".join(one.lower for one in tokens[at : at + 2]) in self._idioms for at in denials)
        if idiom or len(denials) > 1 or not turns:
            return phrase.side, False, first
        return sides[1 - sides.index(phrase.side)], True, min(first, denials[0])


def _phrases(
    topic: str, side: str, listed: Sequence[str], told: Sequence[str], *, is_hint: bool = False
) -> Iterator[_Phrase]:
    """What a side may be told by, in each of the ways in which its topic is told."""
    for way in told:
        for one in listed:
            words = tuple(_GAP if word in _GAP else _forms(word) for word in way.replace("{}", one).split())
            yield _Phrase(topic, side, words, is_hint)


def _indexed(phrases: Sequence[_Phrase]) -> dict[str, list[_Phrase]]:
    """Each phrase under those of its words that the fewest phrases have."""
    times = Counter(word for phrase in phrases for listed in phrase.words for word in listed)
    found: defaultdict[str, list[_Phrase]] = defaultdict(list)
    for phrase in phrases:
        places = (listed for listed in phrase.words if listed is not _GAP)
        for word in min(places, key=lambda listed: sum(times[word] for word in listed)):
            found[word].append(phrase)
    return dict(found)


def _forms(alternatives: str) -> frozenset[str]:
    """The words that may stand in one place: each with the regular forms that the tagger may take for another word."""
    return frozenset(
        (word[:-1] if ending[:1] in ("e", "i") and word[-1:] == "e" else word) + ending
        for word in alternatives.split("/")
        for ending in (_ENDINGS if word.isalpha() else ("",))
    )


def _next(words: Words, at: int, wanted: frozenset[str], gap: int) -> int | None:
    """Where one of these words stands, with at most so many others before it in the clause."""
    for place in range(at, min(at + gap + 1, len(words))):
        if not wanted.isdisjoint(words[place]):
            return place
        if words[place][0] in _STOPS:
            return None
    return None


def _head(heads: Mapping[str, str], tokens: Sequence[Node], last: int) -> int | None:
    """The noun behind an adjective, with at most one word between."""
    for at in range(last + 1, min(last + _NEXT, len(tokens))):
        if tokens[at].lemma in heads:
            return at
        if tokens[at].pos not in ("NOUN", "ADJ", "PROPN") and tokens[at].lower != "-":
            return None
    return None


def _is(token: Node, wanted: frozenset[str]) -> bool:
    return token.lower in wanted or token.lemma in wanted


def _is_own(phrase: _Phrase, token: Node) -> bool:
    """The phrase itself has this word."""
    return any(_is(token, wanted) for wanted in phrase.words)


def _longest(found: Sequence[_Found]) -> Iterator[_Found]:
    """Of the phrases of one topic that end in one word the longest: `no one was injured` tells of no injury."""
    taken: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.first - f.last, f.first, f.phrase.is_hint, f.phrase.side)):
        if not any(_covers(other, one) for other in taken):
            taken.append(one)
            yield one


def _covers(other: _Found, one: _Found) -> bool:
    if other.phrase.topic != one.phrase.topic or one.first < other.first or other.last < one.last:
        return False
    return other.last == one.last or other.phrase.side == one.phrase.side
