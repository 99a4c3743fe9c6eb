"""An original and its translation, or any two texts in two languages: where figures, days and names are at odds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from checker.across.code import spoken
from checker.across.days import Day, at_odds, months, weekdays
from checker.across.figures import Figure, figures
from checker.across.fit import unfit
from checker.across.identify import identify
from checker.across.kinds import kind_of, numbers_a_part, said_until
from checker.across.labels import Labels
from checker.across.matching import Gap, Text, answers, gaps, is_held
from checker.across.names import IsWord, Names
from checker.across.negation import unanswered
from checker.across.segments import addresses, doubled, untranslated
from checker.across.sources import lost_names
from checker.across.tables import tables
from checker.across.units import Scale, scale
from checker.compare import agreed, ruled
from checker.foreign import is_foreign
from checker.judge import Judge
from checker.model import AnyClaim, Claim, Comparison, Difference, Interval, Name, Story, Value, Wording
from checker.pair import Row
from checker.paragraphs import body
from checker.places import gazetteer
from checker.sounds import script

_EVIDENCE = "the same place in the two languages"
_ALONE = "nothing in the other language answers it"


def languages_of(stories: Sequence[Story], judge: Judge) -> dict[str, str]:
    """The language of each story, by its name: as said, else as its words have it; empty for one without tables.

    What nobody called foreign, and what is in no language that has tables, is English if its letters are Latin. What
    stands beside a story that is said to be in another language is likely what it is said to be.
    """
    told = any(story.language != "en" for story in stories)
    return {story.name: _language(story, judge, "least_beside" if told else "least") for story in stories}


def _language(story: Story, judge: Judge, least: str) -> str:
    if not is_foreign(story.text, story.language, judge.ruleset.words("counterpart")):
        return "en"
    if story.language != "en":
        return tables(story.language).code
    found = identify(story.text, judge.ruleset.words("across"), least=least)
    return "en" if not found and script(story.text) == "latin" else found


def across(
    stories: Sequence[Story],
    claims: Mapping[str, Sequence[AnyClaim]],
    is_word: IsWord,
    judge: Judge,
    original: str | None = None,
) -> tuple[Comparison, ...]:
    """What stories in different languages say against each other.

    Args:
        stories: of one event; two of one language are not compared here.
        claims: those of the stories in English, by name.
        is_word: whether a word is an English one.
        judge: fields, rules and mode.
        original: the name of the story that the others are translations of, where it is known.
    """
    languages = languages_of(stories, judge)
    found: list[Comparison] = []
    for left, right in combinations(stories, 2):
        if languages[left.name] == languages[right.name] and left.language == right.language:
            continue
        pair = _Pair(left, right, languages, judge, original)
        found += pair.untranslated()
        if languages[left.name] == languages[right.name]:
            continue
        found += pair.rows()
        for one, other in ((left, right), (right, left)):
            if languages[one.name] == "en":
                found += _names(one.text, claims.get(one.name, ()), other, languages[other.name], is_word, judge)
                found += _lost(other, languages[other.name], one, judge, original=other.name == original)
    return tuple(found)


def _lost(story: Story, language: str, english: Story, judge: Judge, *, original: bool) -> Iterator[Comparison]:
    """The names of a story in another language that the English one lost, each once."""
    lost: dict[tuple[str, str], list[AnyClaim]] = {}
    if not language:
        return
    words, places = judge.ruleset.words("across"), judge.ruleset.words("places")
    text = spoken(_kept(story))
    for start, end, field in lost_names(text, language, english.text, words, places, original=original):
        said = story.text[start:end]
        claim: AnyClaim = Claim(field, story.name, start, end, said, Name(said))
        lost.setdefault((field, said), []).append(claim)
    yield from _missing(lost, judge)


def _kept(story: Story) -> str:
    """The text of a story, blank where something was set aside; paragraphs stay apart."""
    kept = ["\n" if character == "\n" else " " for character in story.text]
    for start, end in body(story):
        kept[start:end] = story.text[start:end]
    return "".join(kept)


def _missing(
    lost: Mapping[tuple[str, str], Sequence[AnyClaim]], judge: Judge, name: str = "missing"
) -> Iterator[Comparison]:
    """A row for each name that one of the texts lacks, or of which that cannot be told."""
    difference = Difference(name)
    for (field, _), mentions in lost.items():
        rule = judge.ruleset.find(field, difference, judge.mode)
        if rule is not None:
            yield ruled(Row(field, tuple(mentions), _ALONE), rule, difference, mentions)


def _names(  # noqa: PLR0913 - two stories and what is known of them
    english: str, claims: Sequence[AnyClaim], other: Story, language: str, is_word: IsWord, judge: Judge
) -> Iterator[Comparison]:
    """The names of an English story that the other one lacks, or may hold unread, each once."""
    places = gazetteer(judge.ruleset.words("places"))
    given: Sequence[str] = judge.ruleset.words("mentions")["person"]["given"]
    labels = Labels(english, is_word, judge.ruleset.words("across")["labels"], given, places)
    names = Names(
        spoken(_kept(other)), language, judge.ruleset.words("across"), judge.ruleset.words("places"), is_word, english
    )
    found: dict[str, dict[tuple[str, str], list[AnyClaim]]] = {}
    for claim in claims:
        if (answer := names.answer(claim)) and not labels.holds(claim):
            found.setdefault(answer, {}).setdefault((claim.field, claim.value.name), []).append(claim)
    for told, mentions in found.items():
        yield from _missing(mentions, judge, told)


class _Pair:
    """Two stories in two languages."""

    def __init__(
        self, left: Story, right: Story, languages: Mapping[str, str], judge: Judge, original: str | None
    ) -> None:
        self._stories = (left, right)
        # Which of them is the translation, which is to be mended.
        self._translation = 0 if right.name == original else 1
        self._languages = (languages[left.name], languages[right.name])
        self._judge = judge
        words = judge.ruleset.words("across")
        self._words = words
        self._scale: Scale = scale(judge.ruleset.words("quantity"), words["conversion"])

    def rows(self) -> Iterator[Comparison]:
        """The findings, then what agrees."""
        left, right = (self._paragraphs(side) for side in (0, 1))
        if not _are_parallel(left, right, self._words["parallel"]):
            left, right = [self._whole(0)], [self._whole(1)]
        for at, (one, other) in enumerate(zip(left, right, strict=True)):
            beside = (left[max(0, at - 1) : at + 2], right[max(0, at - 1) : at + 2])
            found = [gap for gap in gaps(one, other, self._scale) if not _is_beside(gap, beside)]
            found += unfit(one, other, self._scale, self._words)
            for gap in found:
                yield from self._finding(gap, one, other)
            told = {figure for gap in found for figure in gap}
            yield from (self._agreed(pair, one, other) for pair in answers(one, other) if told.isdisjoint(pair))
            yield from self._days(one, other)
            yield from self._denials(one, other, beside)
            yield from self._passages(one, other)
        yield from self._addresses()

    def _denials(self, one: Text, other: Text, beside: tuple[Sequence[Text], Sequence[Text]]) -> Iterator[Comparison]:
        """A plain `not` of one of them that the other does not answer in any way, nor what stands around it."""
        words = self._words["negation"]
        for side, (own, answer) in enumerate(((one, other), (other, one))):
            found = unanswered(own.text, own.language, answer.text, answer.language, words)
            if found is not None and not _is_moved(beside[side], beside[1 - side], words):
                value = Wording((own.text[found.start : found.end].lower(),), polarity=-1)
                yield from self._alone(
                    "polarity", "across", side, found.start + own.start, found.end + own.start, value
                )

    def _passages(self, one: Text, other: Text) -> Iterator[Comparison]:
        """Sentences of the second that are doubled."""
        words = self._judge.ruleset.words("segment")
        for side, (own, answer) in enumerate(((one, other), (other, one))):
            if found := doubled(answer.text, own.text, words):
                yield self._passage("doubled", side, own.start + found.start, own.start + found.end)

    def _addresses(self) -> Iterator[Comparison]:
        """Addresses that only one of the stories has."""
        found = [addresses(_kept(story)) for story in self._stories]
        for side, held in enumerate(found):
            for said, passage in held.items():
                if said not in found[1 - side]:
                    yield from self._alone("code", "lost-address", side, *passage, Wording((said.lower(),)))

    def _passage(self, name: str, side: int, start: int, end: int) -> Comparison:
        words = tuple(self._stories[side].text[start:end].lower().split())
        return next(self._alone("segment", name, side, start, end, Wording(words)))

    def _alone(self, field: str, name: str, side: int, start: int, end: int, value: Value) -> Iterator[Comparison]:  # noqa: PLR0913 - a claim
        """A finding about one of the stories."""
        story = self._stories[side]
        claim: AnyClaim = Claim(field, story.name, start, end, story.text[start:end], value)
        difference = Difference(name)
        rule = self._judge.ruleset.find(field, difference, self._judge.mode)
        if rule is not None:
            yield ruled(Row(field, (claim,), _ALONE), rule, difference, (claim,))

    def untranslated(self) -> Iterator[Comparison]:
        """Paragraphs that are the same in both stories."""
        words = self._judge.ruleset.words("segment")
        written = [[(story.text[start:end], start) for start, end in body(story)] for story in self._stories]
        side = self._translation
        held = {text.strip() for text, _ in written[1 - side]}
        for text, start in written[side]:
            if text.strip() in held and (found := untranslated(text, text, words)):
                yield self._passage("untranslated", side, start + found.start, start + found.end)

    def _days(self, one: Text, other: Text) -> Iterator[Comparison]:
        """Months and weekdays of which each text has one that the other has not."""
        named = [(months(text.text, text.language), weekdays(text.text, text.language)) for text in (one, other)]
        for kind, numbers in enumerate(((one.figures, other.figures), ((), ()))):
            for pair in at_odds(named[0][kind], named[1][kind], numbers):
                claims = [
                    self._day(day, text, side, kind)
                    for side, (day, text) in enumerate(zip(pair, (one, other), strict=True))
                ]
                difference = Difference("translated")
                rule = self._judge.rule("date", difference)
                yield ruled(Row("date", tuple(claims), _EVIDENCE, difference=difference), rule, difference, claims)

    def _day(self, day: Day, text: Text, side: int, kind: int) -> AnyClaim:
        story = self._stories[side]
        value = (
            Interval(None, None, weekday=day.number, stated="weekday")
            if kind
            else Interval(None, None, month=day.number, stated="month")
        )
        start, end = text.start + day.start, text.start + day.end
        return Claim("date", story.name, start, end, story.text[start:end], value)

    def _finding(self, gap: Gap, one: Text, other: Text) -> Iterator[Comparison]:
        claims = [
            self._claim(figure, text, side)
            for side, (figure, text) in enumerate(zip(gap, (one, other), strict=True))
            if figure
        ]
        name = "translated" if len(claims) > 1 else "missing"
        texts = zip(gap, (one, other), strict=True)
        if name == "missing" and any(
            numbers_a_part(figure, text.text, text.language) for figure, text in texts if figure
        ):
            return
        field = claims[-1].field
        difference = Difference(name)
        rule = self._judge.ruleset.find(field, difference, self._judge.mode)
        if rule is None:
            return
        claims = [replace(claim, field=field) for claim in claims]
        evidence = _EVIDENCE if len(claims) > 1 else _ALONE
        yield ruled(Row(field, tuple(claims), evidence, difference=difference), rule, difference, claims)

    def _agreed(self, pair: tuple[Figure, Figure], one: Text, other: Text) -> Comparison:
        """Two figures that say the same; what they count is told by the one that tells more."""
        claims = [
            self._claim(figure, text, side) for side, (figure, text) in enumerate(zip(pair, (one, other), strict=True))
        ]
        field = next((claim.field for claim in claims if claim.field != "count"), "count")
        return agreed(Row(field, tuple(replace(claim, field=field) for claim in claims), _EVIDENCE))

    def _claim(self, figure: Figure, text: Text, side: int) -> AnyClaim:
        story = self._stories[side]
        field, value = kind_of(figure, text.text, self._languages[side], self._words)
        start, end = text.start + figure.start, text.start + said_until(figure, text.text)
        return Claim(field, story.name, start, end, story.text[start:end], value)

    def _paragraphs(self, side: int) -> list[Text]:
        return [self._text(side, start, end) for start, end in body(self._stories[side])]

    def _whole(self, side: int) -> Text:
        """The story in one piece, blank where something was set aside."""
        return self._made(side, _kept(self._stories[side]), 0)

    def _text(self, side: int, start: int, end: int) -> Text:
        return self._made(side, self._stories[side].text[start:end], start)

    def _made(self, side: int, text: str, start: int) -> Text:
        language = self._languages[side]
        said = spoken(text)
        return Text(said, language, bool(language), figures(said, language), start)


def _are_parallel(left: Sequence[Text], right: Sequence[Text], settings: Mapping[str, float]) -> bool:
    """As many paragraphs in both, and none that is far too long for the one that stands in its place."""
    if len(left) != len(right):
        return False
    one, other = (1 + sum(len(text.text) for text in side) for side in (left, right))
    for own, answer in zip(left, right, strict=True):
        share = sorted((len(own.text) / one, len(answer.text) / other))
        if max(len(own.text), len(answer.text)) > settings["letters"] and share[1] > settings["uneven"] * share[0]:
            return False
    return True


def _is_moved(own: Sequence[Text], other: Sequence[Text], words: Mapping[str, Any]) -> bool:
    """Around the place the other text denies what nothing of this one answers."""
    return any(
        unanswered(answer.text, answer.language, text.text, text.language, words) is not None
        for text, answer in zip(own, other, strict=True)
    )


def _is_beside(gap: Gap, beside: tuple[Iterable[Text], Iterable[Text]]) -> bool:
    """A figure of it stands in a paragraph before or behind: sentences move."""
    held = [frozenset(value for text in side for figure in text.figures for value in figure.all) for side in beside]
    return any(
        figure is not None and is_held(figure, held[1 - side]) and not _said_twice(gap)
        for side, figure in enumerate(gap)
    )


def _said_twice(gap: Gap) -> bool:
    """One of the pair has its answer, and was taken because it is said more often than there."""
    return gap.left is not None and gap.right is not None
