"""Places in a row: the 18th protest, her third term, a Category 4 storm, a goal in the 88th minute.

Value: `Wording` with the number as its word (`18th`) and the lemma of what is counted as its head. First to third are
read only where the noun or its company makes them a place in a row: elsewhere they come and go with the wording (`for
the first time`, `a second later`). About: `happening`, whose row it is. Size: 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from checker.grammar.patterns import either, word_before
from checker.happening import Happenings, is_headline
from checker.model import Amount, AnyClaim, Claim, Difference, Happening, Wording
from checker.moments import compared_names, same_happening
from checker.parsed import Figure, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
# `To appear`: words behind a noun.
_CLAUSE = 2
_FINISH = "finish"
_PLACES = ("advmod", "acomp", "attr", "oprd", "npadvmod", "dobj", "xcomp")


class Field:
    """Ordinal numbers.

    Args:
        words: the tables of `rules/ordinal.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._least: int = words["least"]
        self._reach: int = words["reach"]
        row = words["row"]
        self._same = {noun: group.split()[0] for group in row["same"] for noun in group.split()}
        self._rows = frozenset(self._same.values())
        self._single = frozenset(row["single"])
        self._names = frozenset(row["names"])
        self._finishing = frozenset(row["finishing"])
        self._joined = frozenset(row["joined"])
        self._occasions = frozenset(row["occasions"])
        self._units = frozenset(row["units"])
        self._moments = frozenset(words["moments"]["nouns"])
        self._before_moment = frozenset(words["moments"]["before"])
        self._telling = frozenset(row["telling"])
        self._placing = frozenset(row["placing"])
        self._prepositions = frozenset(row["prepositions"])
        scale = words["scale"]
        self._scales = frozenset(scale["nouns"])
        self._changing = frozenset(scale["changing"])
        self._numbers: Mapping[str, int] = scale["numbers"]
        number = rf"(?P<number>\d{{1,3}}(?![\d.,]\d|[\w%])|(?:{either(self._numbers)})\b)"
        self._scale = re.compile(rf"\b(?P<noun>{either(scale['nouns'])})[ -]{number}", re.IGNORECASE)
        self._label = re.compile(rf"\b(?P<noun>[a-z]{{3,20}}) No\.? ?{number}")
        self._happening: Mapping[str, Any] = words["happening"]
        self._happenings = Happenings(words["happening"], words["places"], words["synonyms"])

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every ordinal that is a place in a row, and every number of a scale."""
        found = [*self._ordinals(parsed), *self._minutes(parsed), *self._numbered(parsed)]
        yield from _alone(found)

    def candidates(self, claims: Sequence[AnyClaim]) -> Iterable[tuple[int, int]]:
        """Places in one row only."""
        rows: dict[str, list[int]] = {}
        for index, claim in enumerate(claims):
            rows.setdefault(claim.value.head, []).append(index)
        for row in rows.values():
            yield from combinations(row, 2)

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """Another place in the row."""
        return None if left.value.words == right.value.words else Difference("other", 1.0)

    def answers(
        self, left: Sequence[Claim[Wording]], right: Sequence[Claim[Wording]], _difference: Difference
    ) -> str | None:
        """Of what row both tell the place, in words; empty where nothing tells, None for moments of two happenings."""
        for one, other in product(left, right):
            here, there = one.about.happening, other.about.happening
            if here is not None and there is not None and self._are_of_one(one, here, there):
                return f"both count: {one.value.head}"
        return None if left[0].value.head in self._moments else ""

    def _are_of_one(self, one: Claim[Wording], here: Happening, there: Happening) -> bool:
        if one.value.head in self._moments:
            return same_happening(here, there, self._happening, frozenset()) == "names"
        shared, apart = compared_names(here.names, there.names, self._happening["owner_match"])
        if apart or (here.objects and there.objects and not here.objects & there.objects):
            return False
        if here.kind == _FINISH:
            return shared and here.alone and there.alone
        if here.kind in self._single and here.alone and there.alone:
            # The one row of its kind that either story tells.
            fits = here.kind not in self._names or _overlap(here.nouns | here.objects, there.nouns | there.objects)
            return fits and _overlap(here.nouns, there.nouns) and _overlap(here.modifiers, there.modifiers)
        # Else it must be counted among the very same: the third of the season is not the third of the afternoon.
        named = {name.lower() for name in here.names | there.names}
        if (here.nouns ^ there.nouns) - named or here.modifiers != there.modifiers:
            return False
        told = shared and here.kind in self._rows and "is" in here.marks & there.marks
        return told or bool(here.nouns & there.nouns)

    # --- what is counted ---

    def _ordinals(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        for figure in parsed.figures:
            if figure.kind != "ordinal" or not isinstance(figure.value, Amount):
                continue
            finish = self._finish(parsed, figure)
            if finish is not None:
                yield finish
                continue
            noun = self._noun(parsed, figure)
            if noun is None:
                continue
            number = int(figure.value.amount)
            kind = self._kind(noun)
            small = number < self._least
            if kind and not (small and not self._is_row(noun, kind)):
                yield self._claim(parsed, figure.start, figure.end, number, kind, noun, weak=small)

    def _finish(self, parsed: Parsed, figure: Figure) -> Claim[Wording] | None:
        """`Pell came fourth`: the place is nobody else's."""
        span = parsed.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        verb = span.root.head if span is not None else None
        if span is None or verb is None or span.root.dep_ not in _PLACES or verb.lemma_.lower() not in self._finishing:
            return None
        who = [child for child in verb.children if child.dep_ == "nsubj"]
        names = frozenset(m.name for m in parsed.mentions for one in who if m.start <= one.idx < m.end)
        sentence = parsed.sentence_at(figure.start)
        ranks = [f for f in parsed.figures if f.kind == "ordinal" and sentence.start <= f.start < sentence.end]
        # Fifth in one race and third in another.
        if not names or len(ranks) > 1 or not isinstance(figure.value, Amount):
            return None
        happening = Happening(kind=_FINISH, names=names)
        about = replace(parsed.about(figure.start, figure.end), thing=_FINISH, canonical=False, happening=happening)
        value = Wording((_nth(int(figure.value.amount)),), head=_FINISH)
        return replace(parsed.claim("ordinal", figure.start, figure.end, value, about), weak=True)

    def _noun(self, parsed: Parsed, figure: Figure) -> Token | None:
        span = parsed.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        if span is None:
            return None
        following = parsed.doc[span.end : span.end + self._reach]
        head = span.root.head
        if head in following and head.pos_ == "NOUN":
            return head
        if isinstance(figure.value, Amount) and figure.value.amount < self._least:
            return None
        return next((token for token in following if token.pos_ == "NOUN"), None)

    def _kind(self, noun: Token) -> str:
        """The row: by the noun, and for what comes in a row by what happens each time."""
        lemma: str = noun.lemma_.lower()
        kind: str = self._same.get(lemma, lemma)
        if not self._is_joined(noun):
            return kind
        verb = _verb_of(noun)
        act = self._same.get(verb.lemma_.lower(), "") if verb is not None else ""
        if lemma in self._units:
            return f"{act} {kind} in a row".strip()
        if lemma in self._occasions:
            return f"{act or kind} in a row"
        return f"{kind} in a row" if lemma in self._same else kind

    def _is_joined(self, noun: Token) -> bool:
        """`The third consecutive rise`, `the third rise in a row`."""
        before = noun.doc[max(noun.sent.start, noun.i - self._reach) : noun.i]
        behind = noun.doc[noun.i + 1 : noun.i + 4].text.lower()
        return any(token.lower_ in self._joined for token in before) or behind.startswith("in a row")

    def _is_row(self, noun: Token, kind: str) -> bool:
        """What is counted so seldom that even the first to third of it are a place in a row."""
        if self._is_joined(noun) or kind in self._moments or noun.lemma_.lower() in self._same:
            return True
        # The second singer to appear there.
        behind = noun.doc[noun.i + 1 : noun.i + 1 + _CLAUSE]
        return len(behind) == _CLAUSE and behind[0].lower_ == "to" and behind[1].pos_ in ("VERB", "AUX")

    def _claim(  # noqa: PLR0913 - what a claim is made of
        self, parsed: Parsed, start: int, end: int, number: int, kind: str, noun: Token, *, weak: bool
    ) -> Claim[Wording]:
        if kind in self._moments:
            happening = self._happenings.of(parsed, start, end, within=True)
            # Whose goal it is: whoever is named last before the minute.
            actor = _person_before(parsed, start)
            if happening is not None and actor:
                happening = replace(happening, names=frozenset({actor}))
        else:
            happening = self._ranked(parsed, noun, kind, start, end)
        about = replace(parsed.about(start, end), thing=kind, canonical=False, happening=happening)
        claim = parsed.claim("ordinal", start, end, Wording((_nth(number),), head=kind), about)
        return replace(claim, weak=weak)

    def _ranked(self, parsed: Parsed, noun: Token, kind: str, start: int, end: int) -> Happening | None:
        """Of what row it is, where the sentence tells its place (`it is her third term`) and does not just call it so.

        `After her third marriage` tells of one of several; another story may tell of another.
        """
        counted = self._happenings.counted(parsed, noun, kind, start, end)
        if noun.dep_ in self._telling:
            return replace(counted, marks=frozenset({"is"}))
        placed = noun.dep_ in self._placing or is_headline(parsed, parsed.sentence_at(start)) or kind in self._scales
        labelled = noun.idx <= start or kind in self._names
        behind = noun.dep_ == "pobj" and noun.head.lower_ in self._prepositions
        return counted if placed or behind or labelled else None

    def _minutes(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """`On 61 minutes` is in the 61st."""
        for figure in parsed.figures:
            value = figure.value
            if figure.kind != "quantity" or not isinstance(value, Amount) or value.unit not in self._moments:
                continue
            if value.amount == int(value.amount) and word_before(parsed.text, figure.start) in self._before_moment:
                span = parsed.doc.char_span(figure.start, figure.end, alignment_mode="expand")
                if span is not None:
                    yield self._claim(
                        parsed, figure.start, figure.end, int(value.amount), str(value.unit), span.root, weak=True
                    )

    def _numbered(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """`Category 4`, `rocket No. 4`."""
        for match in self._scale.finditer(parsed.text):
            yield from self._label_claim(parsed, match, match["noun"].lower())
        for match in self._label.finditer(parsed.text):
            kind = self._same.get(match["noun"])
            if kind:
                yield from self._label_claim(parsed, match, kind)

    def _label_claim(self, parsed: Parsed, match: re.Match[str], kind: str) -> Iterator[Claim[Wording]]:
        span = parsed.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            return
        verb = _verb_of(span.root)
        if verb is not None and verb.lemma_.lower() in self._changing:
            # What has weakened to one category was of another before.
            return
        written = match["number"].lower()
        number = int(written) if written.isdigit() else self._numbers[written]
        yield self._claim(parsed, match.start(), match.end(), number, kind, span[0], weak=True)


def _alone(claims: Sequence[Claim[Wording]]) -> Iterator[Claim[Wording]]:
    """The claims of a story, each told whether it is the only place in its row, a first aside."""
    places: dict[tuple[str, frozenset[str]], set[str]] = {}
    for claim in claims:
        if not _is_first(claim):
            places.setdefault(_row(claim), set()).add(claim.value.words[0])
    for claim in claims:
        happening = claim.about.happening
        if happening is not None and len(places.get(_row(claim), ())) == 1:
            yield replace(claim, about=replace(claim.about, happening=replace(happening, alone=True)))
        else:
            yield claim


def _row(claim: Claim[Wording]) -> tuple[str, frozenset[str]]:
    """What is counted; of those who came in at a place, who."""
    happening = claim.about.happening
    finished = happening is not None and happening.kind == _FINISH
    return claim.value.head, happening.names if finished and happening is not None else frozenset()


def _overlap(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or bool(left & right)


def _is_first(claim: Claim[Wording]) -> bool:
    return claim.value.words == ("1st",)


def _person_before(parsed: Parsed, start: int) -> str:
    begun = parsed.sentence_at(start).start
    people = [m.name for m in parsed.mentions if m.kind == "person" and begun <= m.start and m.end <= start]
    return people[-1] if people else ""


def _verb_of(noun: Token) -> Token | None:
    """The verb in whose clause a noun stands."""
    node = noun
    while node.head.i != node.i:
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return None


def _nth(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
