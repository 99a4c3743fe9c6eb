"""What can have been in one way only: insured or not, a pistol or a shotgun, the left engine or the right.

Value: `Wording` with the words that tell it, `head` the topic, `modifiers` the side of it, `strength` `told`, or
`doubted` where it is denied, feared, asked or told of another time. About: `thing` is the topic, `owner` the noun that
it is of (the engine), `scope` the people named in the sentence, or the one of whom it is told, `context` the stems of
the sentence. Size: 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from checker.model import About, Claim, Difference, Interval, Wording
from checker.names import match
from checker.numbered import Numbered
from checker.parsed import Parsed, Sentence
from checker.stems import stem
from checker.titles import Titles
from checker.topics import Side, Topics, Words
from checker.tree import Node
from checker.trends import Trends

_TITLE, _TREND, _NUMBERED = "title", "which way it went", "number in the name"
TOLD, DOUBTED = "told", "doubted"
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_State = Claim[Wording]


class Field:
    """Topics with sides that exclude one another, and the numbers, titles and trends of which there is but one.

    Args:
        words: the tables of `rules/state.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        find, compare = words["find"], words["compare"]
        self._back: int = find["back"]
        self._elsewhen, self._coarse = frozenset(find["elsewhen"]), frozenset(find["coarse"])
        self._names: float = compare["names"]
        self._shared: int = compare["shared"]
        self._specs: Mapping[str, Any] = words["topic"]
        self._topics = Topics(words)
        self._numbered = Numbered(words["numbered"])
        self._titles = Titles(words["title"])
        self._trends = Trends(words["trend"])

    def find(self, parsed: Parsed) -> Iterator[_State]:
        """Every side that the story tells of a topic, also what it only denies, fears or recalls."""
        for one in self._numbered.find(parsed):
            value = Wording((one.name, one.number), _NUMBERED, (one.number,), strength=TOLD)
            about = About(thing=_NUMBERED, canonical=True, owner=one.name, context=one.others)
            yield from (parsed.claim("state", start, end, value, about) for start, end in one.spans)
        for start, end, title in self._titles.find(parsed):
            value = Wording(title, _TITLE, title, strength=TOLD)
            yield parsed.claim("state", start, end, value, About(thing=_TITLE, canonical=True))
        for sentence in parsed.sentences:
            tokens = parsed.nodes(sentence)
            spelled = [(token.lower, token.lemma) for token in tokens]
            yield from self._went(parsed, sentence, tokens, spelled)
            yield from self._read(parsed, sentence, tokens, spelled)

    def candidates(self, claims: Sequence[_State]) -> Iterator[tuple[int, int]]:
        """What two stories tell of one topic, where each tells but one side of it, and not the same.

        That both killed people or both went to appeal is no line of a report.
        """
        stories: defaultdict[tuple[str, str], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for index, claim in enumerate(claims):
            stories[claim.about.thing, claim.about.owner][claim.story].append(index)
        for (thing, _), by_story in stories.items():
            if thing == _TITLE:
                yield from self._of_one_work(claims, list(by_story.values()))
                continue
            single = [listed for listed in by_story.values() if len({claims[i].value.modifiers for i in listed}) == 1]
            for left, right in combinations(single, 2):
                yield from ((i, j) for i, j in product(left, right) if self._may_answer(claims[i], claims[j]))

    def likeness(self, left: _State, right: _State) -> float:
        """1 for the pairs that are looked at: they have been chosen."""
        return float(left.about.thing == right.about.thing)

    def differ(self, left: _State, right: _State) -> Difference | None:
        """Another side of the topic, or another title."""
        if left.value.modifiers == right.value.modifiers:
            return None
        return Difference("title" if left.about.thing == _TITLE else "other", 1.0)

    # --- which claims answer each other ---

    def _of_one_work(self, claims: Sequence[_State], stories: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
        """Titles that are nearly one, of which neither story has the other's."""
        for left, right in combinations(stories, 2):
            mine, yours = ({claims[i].value.words for i in side} for side in (left, right))
            for i, j in product(left, right):
                one, other = claims[i].value.words, claims[j].value.words
                if one not in yours and other not in mine and self._titles.are_near(one, other):
                    yield i, j

    def _may_answer(self, left: _State, right: _State) -> bool:
        """Both are told as facts, and nothing shows that they are about two things."""
        if not left.value.strength == right.value.strength == TOLD or left.value.modifiers == right.value.modifiers:
            return False
        if left.about.thing == _NUMBERED:
            # What one story is about the other one does not even mention.
            mine, yours = left.value.modifiers[0], right.value.modifiers[0]
            return mine not in right.about.context and yours not in left.about.context
        if left.about.thing == _TREND:
            # By two percentages that differ two periods may be told.
            shares, others = left.about.context, right.about.context
            return not (shares and others) or bool(shares & others)
        return self._are_of_one(left, right) and self._share_enough(left, right)

    def _are_of_one(self, left: _State, right: _State) -> bool:
        """The sentences do not speak of other people."""
        one, other = left.about.scope, right.about.scope
        personal = bool(self._specs[left.about.thing].get("personal"))
        is_told_of = bool(one or other) if personal else bool(one and other)
        return not is_told_of or any(match(a, b) >= self._names for a, b in product(one, other))

    def _share_enough(self, left: _State, right: _State) -> bool:
        own = frozenset(stem(word) for word in (*left.value.words, *right.value.words))
        shared = (left.about.context & right.about.context) - own
        return len(shared) >= int(self._specs[left.about.thing].get("shared", self._shared))

    # --- what a sentence tells ---

    def _went(self, parsed: Parsed, sentence: Sentence, tokens: Sequence[Node], words: Words) -> Iterator[_State]:
        for trend in self._trends.find(parsed, sentence, tokens, words):
            strength = TOLD if trend.is_told else DOUBTED
            value = Wording((trend.side, trend.measure), _TREND, (trend.side,), strength=strength)
            about = About(thing=_TREND, canonical=True, owner=trend.measure, context=trend.shares)
            yield parsed.claim("state", trend.start, trend.end, value, about)

    def _read(self, parsed: Parsed, sentence: Sentence, tokens: Sequence[Node], words: Words) -> Iterator[_State]:
        found = list(self._topics.find(tokens, words))
        if not found:
            return
        context, people = _context(parsed, tokens), _people(parsed, sentence)
        is_open = tokens[-1].lower == "?" or self._is_elsewhen(parsed, sentence, tokens)
        for one in found:
            scope = self._holder(parsed, sentence, tokens[one.first].idx) if self._is_personal(one) else people
            about = About(thing=one.topic, canonical=True, owner=one.owner, scope=scope, context=context)
            told = tuple(word for word, _ in words[one.first : one.last + 1])
            value = Wording(told, one.topic, (one.side,), strength=TOLD if one.is_told and not is_open else DOUBTED)
            yield parsed.claim("state", tokens[one.start].idx, tokens[one.last].end, value, about)

    def _is_personal(self, one: Side) -> bool:
        return bool(self._specs[one.topic].get("personal"))

    def _holder(self, parsed: Parsed, sentence: Sentence, at: int) -> frozenset[str]:
        """The person named last before a word, in its sentence or one shortly before, else the first one behind it."""
        start = parsed.sentences[max(0, sentence.index - self._back)].start
        named = [one for one in parsed.mentions if one.kind == "person" and start <= one.start < sentence.end]
        before = [one for one in named if one.start <= at]
        return frozenset(one.name for one in (before[-1:] or named[:1]))

    def _is_elsewhen(self, parsed: Parsed, sentence: Sentence, tokens: Sequence[Node]) -> bool:
        """The sentence speaks of another time: ten years ago, in 2017."""
        if any(one.lower in self._elsewhen for one in tokens):
            return True
        return any(
            isinstance(one.value, Interval) and one.value.stated in self._coarse
            for one in parsed.figures
            if sentence.start <= one.start < sentence.end and not parsed.text.startswith("'s", one.end)
        )


def _context(parsed: Parsed, tokens: Sequence[Node]) -> frozenset[str]:
    content = (one for one in tokens if one.pos in _CONTENT and not parsed.doc[one.i].is_stop)
    return frozenset(stem(one.lemma) for one in content)


def _people(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    named = (one for one in parsed.mentions if one.kind == "person" and sentence.start <= one.start < sentence.end)
    return frozenset(one.name for one in named)
