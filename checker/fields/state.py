"""What was the case where only one thing can have been: insured or not, a pistol or a shotgun, the left engine or the right.

Value: `Wording` with the words that tell it, `head` the topic, `modifiers` the side of it, `strength` `told`, or `doubted`
where it is denied, feared, asked or told of another time. About: `thing` is the topic, `owner` the noun that the topic
is of (the engine), `scope` the people named in the sentence, or the one of whom the topic is told, `context` its stems. Size: 1.

Phrases are looked for in the words of a sentence and not in its grammar: these are told in few ways, and the parser
errs most in the short, crowded sentences in which they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from checker.model import About, Claim, Difference, Interval, Wording
from checker.names import match
from checker.numbered import Numbered
from checker.stems import stem
from checker.titles import Titles
from checker.trends import Trends

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Parsed, Sentence

_ENDINGS = ("", "s", "ed", "ing")
_GAP = frozenset({".."})
_TITLE = "title"
_TREND = "which way it went"
_NUMBERED = "number in the name"
TOLD, DOUBTED = "told", "doubted"
_State = Claim[Wording]


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


class Field:
    """Topics with sides that exclude one another.

    Args:
        words: the tables of `rules/state.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        find = words["find"]
        self._gap: int = find["gap"]
        self._reach: int = find["reach"]
        self._before: int = find["before"]
        self._back: int = find["back"]
        self._denials, self._doubts = frozenset(find["denials"]), frozenset(find["doubts"])
        self._elsewhen = frozenset(find["elsewhen"])
        self._idioms = frozenset(find["idioms"])
        self._coarse = frozenset(find["coarse"])
        self._numbered = Numbered(words["numbered"])
        self._titles = Titles(words["title"])
        self._trends = Trends(words["trend"])
        self._names: float = words["compare"]["names"]
        self._shared: int = words["compare"]["shared"]
        self._topics: Mapping[str, Any] = words["topic"]
        self._phrases: defaultdict[str, list[_Phrase]] = defaultdict(list)
        self._heads: dict[str, dict[str, str]] = {}
        for topic, spec in self._topics.items():
            self._heads[topic] = {one: group.split()[0] for group in spec.get("of", ()) for one in group.split()}
            for side, listed in self._sides(spec).items():
                self._add(_phrases(topic, side, listed, spec.get("told", ["{}"])))
            for side, listed in spec.get("hints", {}).items():
                self._add(_phrases(topic, side, listed, ["{}"], is_hint=True))

    def find(self, parsed: Parsed) -> Iterator[_State]:
        """Every side that the story tells of a topic, also what it only denies, fears or recalls."""
        for one in self._numbered.find(parsed):
            value = Wording((one.name, one.number), _NUMBERED, (one.number,), strength=TOLD)
            about = About(thing=_NUMBERED, canonical=True, owner=one.name, context=one.others)
            yield from (parsed.claim("state", start, end, value, about) for start, end in one.spans)
        for start, end, words in self._titles.find(parsed):
            value = Wording(words, _TITLE, words, strength=TOLD)
            yield parsed.claim("state", start, end, value, About(thing=_TITLE, canonical=True))
        for one in self._trends.find(parsed):
            value = Wording((one.side, one.measure), _TREND, (one.side,), strength=TOLD if one.is_told else DOUBTED)
            about = About(thing=_TREND, canonical=True, owner=one.measure, context=one.shares)
            yield parsed.claim("state", one.start, one.end, value, about)
        for sentence in parsed.sentences:
            tokens = list(sentence.span)
            found = [one for at in range(len(tokens)) for one in self._at(tokens, at)]
            if not found:
                continue
            context, people = self._context(tokens), _people(parsed, sentence)
            is_asked = tokens[-1].text == "?" or self._is_elsewhen(parsed, sentence, tokens)
            for phrase, first, last, owner in _longest(found):
                side, strength, start = self._told(phrase, tokens, first, last)
                if self._topics[phrase.topic].get("personal"):
                    people = self._holder(parsed, sentence, tokens[first].idx)
                value = Wording(
                    tuple(one.lower_ for one in tokens[first : last + 1]),
                    phrase.topic,
                    (side,),
                    strength=DOUBTED if is_asked else strength,
                )
                about = About(thing=phrase.topic, canonical=True, owner=owner, scope=people, context=context)
                end = tokens[last].idx + len(tokens[last])
                yield parsed.claim("state", tokens[start].idx, end, value, about)

    def candidates(self, claims: Sequence[_State]) -> Iterator[tuple[int, int]]:
        """What two stories tell of one topic, where each tells but one side of it."""
        stories: defaultdict[tuple[str, str], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for index, claim in enumerate(claims):
            stories[claim.about.thing, claim.about.owner][claim.story].append(index)
        for (thing, _), by_story in stories.items():
            if thing == _TITLE:
                yield from self._of_one_work(claims, list(by_story.values()))
                continue
            single = [listed for listed in by_story.values() if len({claims[i].value.modifiers for i in listed}) == 1]
            for left, right in combinations(single, 2):
                yield from (
                    (i, j)
                    for i in left
                    for j in right
                    if claims[i].value.strength == claims[j].value.strength == TOLD
                    and self._may_answer(claims[i], claims[j])
                )

    def _of_one_work(self, claims: Sequence[_State], stories: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
        """Titles that are nearly one, of which neither story has the other's."""
        for left, right in combinations(stories, 2):
            mine, yours = ({claims[i].value.words for i in side} for side in (left, right))
            for i, j in product(left, right):
                one, other = claims[i].value.words, claims[j].value.words
                if one not in yours and other not in mine and self._titles.are_near(one, other):
                    yield i, j

    def likeness(self, left: _State, right: _State) -> float:
        """1 for the pairs that are looked at: they have been chosen."""
        return float(left.about.thing == right.about.thing)

    def differ(self, left: _State, right: _State) -> Difference | None:
        """Another side of the topic, or the same in other words."""
        if left.value.modifiers != right.value.modifiers:
            return Difference("title" if left.about.thing == _TITLE else "other", 1.0)
        return None if left.value.words == right.value.words else Difference("wording", 1.0)

    def _add(self, phrases: Iterable[_Phrase]) -> None:
        for phrase in phrases:
            for word in sorted(phrase.words[0]):
                self._phrases[word].append(phrase)

    def _sides(self, spec: Mapping[str, Any]) -> Mapping[str, Any]:
        """The sides of a topic, which may be those of another one."""
        sides: Mapping[str, Any] = self._topics[spec["like"]]["sides"] if "like" in spec else spec["sides"]
        return sides

    def _may_answer(self, left: _State, right: _State) -> bool:
        """The sentences have enough in common, and do not speak of other people."""
        one, other = left.about.scope, right.about.scope
        if left.about.thing == _NUMBERED:
            # What one story is about the other one does not even mention.
            return left.value.modifiers[0] not in right.about.context and right.value.modifiers[0] not in left.about.context
        if left.about.thing == _TREND:
            # By two percentages that differ two periods may be told.
            shares, others = left.about.context, right.about.context
            return not (shares and others) or bool(shares & others)
        spec = self._topics[left.about.thing]
        is_told_of = bool(one and other) or (spec.get("personal", False) and bool(one or other))
        if is_told_of and not any(match(a, b) >= self._names for a in one for b in other):
            return False
        own = frozenset(stem(word) for word in (*left.value.words, *right.value.words))
        return len((left.about.context & right.about.context) - own) >= spec.get("shared", self._shared)

    # --- one phrase ---

    def _at(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[_Phrase, int, int, str]]:
        """The phrases that begin with a word: with its place, that of the last word, and the noun they are of."""
        token = tokens[at]
        for word in dict.fromkeys((token.lower_, token.lemma_.lower())):
            for phrase in self._phrases.get(word, ()):
                last = self._end(phrase.words, tokens, at)
                heads = self._heads[phrase.topic]
                if last is not None and not heads:
                    yield phrase, at, last, ""
                elif last is not None:
                    head = self._head(heads, tokens, last)
                    if head is not None:
                        yield phrase, at, head, heads[tokens[head].lemma_.lower()]

    def _end(self, words: Sequence[frozenset[str]], tokens: Sequence[Token], at: int) -> int | None:
        """Where a phrase ends that begins here, None where it does not stand here."""
        gap = 0
        for index, wanted in enumerate(words):
            if wanted == _GAP:
                gap = self._gap
                continue
            while at < len(tokens) and not _is(tokens[at], wanted):
                if not gap or tokens[at].text in ";.:?!":
                    return None
                gap -= 1
                at += 1
            if at >= len(tokens):
                return None
            gap = 0
            at += index < len(words) - 1
        return at

    def _head(self, heads: Mapping[str, str], tokens: Sequence[Token], last: int) -> int | None:
        """The noun behind an adjective, with at most one word between: the left jet engine."""
        for at in range(last + 1, min(last + 3, len(tokens))):
            if tokens[at].lemma_.lower() in heads:
                return at
            if tokens[at].pos_ not in ("NOUN", "ADJ", "PROPN") and tokens[at].text != "-":
                return None
        return None

    def _told(
        self, phrase: _Phrase, tokens: Sequence[Token], first: int, last: int
    ) -> tuple[str, str, int]:
        """The side that is told, as a fact or not, and where it begins: with the word that denies it."""
        before = tokens[max(0, first - self._before) : first]
        if phrase.is_hint or any(one.lower_ in self._doubts or one.lemma_.lower() in self._doubts for one in before):
            return phrase.side, DOUBTED, first
        sides = list(self._sides(self._topics[phrase.topic]))
        near = range(max(0, first - self._reach), last)
        denials = [at for at in near if tokens[at].lower_ in self._denials and not _is_own(phrase, tokens[at])]
        if any(" ".join(one.lower_ for one in tokens[at : at + 2]) in self._idioms for at in denials):
            return phrase.side, DOUBTED, first
        if not denials:
            return phrase.side, TOLD, first
        if len(denials) > 1 or len(sides) != 2 or not self._topics[phrase.topic].get("turns", True):
            return phrase.side, DOUBTED, first
        return sides[1 - sides.index(phrase.side)], TOLD, min(first, denials[0])

    # --- its sentence ---

    def _holder(self, parsed: Parsed, sentence: Sentence, at: int) -> frozenset[str]:
        """The person named last before a word, in its sentence or one shortly before, else the first one behind it."""
        start = parsed.sentences[max(0, sentence.index - self._back)].start
        named = [one for one in parsed.mentions if one.kind == "person" and start <= one.start < sentence.end]
        before = [one for one in named if one.start <= at]
        return frozenset(one.name for one in (before[-1:] or named[:1]))

    def _context(self, tokens: Sequence[Token]) -> frozenset[str]:
        content = (one for one in tokens if one.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and not one.is_stop)
        return frozenset(stem(one.lemma_.lower()) for one in content)

    def _is_elsewhen(self, parsed: Parsed, sentence: Sentence, tokens: Sequence[Token]) -> bool:
        """The sentence speaks of another time: last year, in 2017."""
        if any(one.lower_ in self._elsewhen for one in tokens):
            return True
        return any(
            isinstance(one.value, Interval) and one.value.stated in self._coarse
            for one in parsed.figures
            if sentence.start <= one.start < sentence.end and not parsed.text.startswith("'s", one.end)
        )


def _phrases(topic: str, side: str, listed: Sequence[str], told: Sequence[str], *, is_hint: bool = False) -> Iterator[_Phrase]:
    """What a side may be told by, in each of the ways in which its topic is told."""
    for way in told:
        for one in listed:
            words = tuple(_forms(word) for word in way.replace("{}", one).split())
            yield _Phrase(topic, side, words, is_hint)


def _forms(alternatives: str) -> frozenset[str]:
    """The words that may stand in one place: each with the regular forms that the tagger may take for another word."""
    words = alternatives.split("/")
    return frozenset(
        (word[:-1] if ending[0] in "ei" and word[-1:] == "e" else word) + ending if ending else word
        for word in words
        for ending in (_ENDINGS if word.isalpha() else ("",))
    )


def _is(token: Token, wanted: frozenset[str]) -> bool:
    return token.lower_ in wanted or token.lemma_.lower() in wanted


def _is_own(phrase: _Phrase, token: Token) -> bool:
    """The phrase itself has this word."""
    return any(_is(token, wanted) for wanted in phrase.words)


def _people(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    named = (one for one in parsed.mentions if one.kind == "person" and sentence.start <= one.start < sentence.end)
    return frozenset(one.name for one in named)


def _longest(
    found: Sequence[tuple[_Phrase, int, int, str]],
) -> Iterator[tuple[_Phrase, int, int, str]]:
    """Of the phrases of one topic that end in one word the longest: `no one was injured` tells of no injury."""
    taken: list[tuple[str, str, int, int]] = []
    for phrase, first, last, owner in sorted(found, key=lambda one: (one[1] - one[2], one[1], one[0].is_hint, one[0].side)):
        if not any(
            topic == phrase.topic and start <= first and last <= end and (last == end or side == phrase.side)
            for topic, side, start, end in taken
        ):
            taken.append((phrase.topic, phrase.side, first, last))
            yield phrase, first, last, owner
