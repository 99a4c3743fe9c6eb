"""What a figure is about: the thing measured, whose it is, where, of which event, and how sure.

The words around a figure are weighed by their distance in the grammar of the sentence; `rules/about.toml` says which
words speak of which thing. What is in no list is called by the lemma of the counted noun.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.lasting import Lasting
from checker.model import AGO, About, Amount, Interval
from checker.parsed import Figure, Mention, Parsed, Sentence
from checker.ties import Ties

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_COUNTED = frozenset({"nummod", "compound", "quantmod", "amod", "det", "predet", "npadvmod", "appos"})
_LISTED = frozenset({"NOUN", "PROPN"})
_TIMES = frozenset({"date", "time", "ordinal", "other"})
_FAR = 60
# Words between `than` and the time with which something is compared, that one counted: than in the whole of 2025.
_COMPARED = 3
_ACCORDING = re.compile(r"(?:according to|measured by|by) (?:the )?\Z", re.IGNORECASE)
_AGE_GAP = re.compile(r"[ ,(]{1,2}(?:who (?:is|was) |(?:an?|the) |aged? )?")
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
_PERSON = frozenset({"person"})
_ENDINGS = ("s", "ed", "ing")
_PARENTHESIS = re.compile(r"\([^()]{0,40}\)")
_PART_OF = re.compile(r" of (?:the|them|those|these|its|their|his|her|whom|which|\d[\d,]*)\b")


class Lists:
    """The tables of `rules/about.toml`, made ready once for all stories.

    Attributes:
        words: the tables.
        triggers: for each first lemma, the things that it may speak of, with the lemmas that must follow.
        adjacent: things with what stands right before and right behind their figures.
        by_unit: things with the units that tell them by themselves.
        comparing: words between a figure and the time that it is compared with.
        lasting: words before a day since or until which something lasted.
        home: what stands between a place and the number of those who live there.
        ago: words for a time that is years back.
        rate: what stands behind a price or a number for each of something.
        lengths: tells what lasts so long.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.words = words
        self.triggers = _triggers(words)
        self.lengths = Lasting(words["lasting"])
        self.adjacent: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
            (name, tuple(spec.get("adjacent", ())), tuple(spec.get("behind", ())))
            for name, spec in words["concept"].items()
            if "adjacent" in spec or "behind" in spec
        ]
        self.by_unit: list[tuple[str, list[str]]] = [
            (name, words["dimension"][spec["unit"]])
            for name, spec in words["concept"].items()
            if spec.get("whole_unit")
        ]
        self.comparing = frozenset(words["comparing"])
        self.lasting = tuple(f"{word} " for word in words["lasting_since"])
        self.home = re.compile(rf"(?:{words['home']}) (?:\w{{1,12}} ){{0,2}}\Z", re.IGNORECASE)
        self.ago = re.compile(rf"\b(?:{words['ago']})\b", re.IGNORECASE)
        self.rate = re.compile(rf"[ ,]{{1,2}}(?:\w{{1,12}} )?(?:{words['rate']})", re.IGNORECASE)


class Surroundings:
    """What the figures of one story are about.

    Args:
        parsed: the story.
        lists: the word lists.
        ties: reads the grammar around figures.
    """

    def __init__(self, parsed: Parsed, lists: Lists, ties: Ties) -> None:
        self._parsed = parsed
        self._lists = lists
        self._words = lists.words
        self._ties = ties
        self._figures = parsed.figures
        self._starts = [figure.start for figure in parsed.figures]
        self._crowds = Counter(parsed.sentence_at(figure.start).index for figure in parsed.figures)
        self._known: dict[int, About] = {}
        self._things: dict[int, tuple[str, str]] = {}
        self._triggered: dict[int, list[tuple[Token, str, int]]] = {}

    def of(self, start: int, end: int) -> About:
        """What the figure at these characters is about."""
        found = bisect_right(self._starts, start) - 1
        if found < 0 or self._figures[found].end <= start:
            found += 1
        if found >= len(self._figures) or self._figures[found].start >= end:
            return About()
        # A table that was taken for a sentence tells nothing by its words.
        crowded = self._crowds[self._parsed.sentence_at(start).index] > self._words["most_figures"]
        return About() if crowded else self._about(found)

    def _about(self, index: int) -> About:
        """The figure's own surroundings; a conversion in brackets takes those of what it converts."""
        if index in self._known:
            return self._known[index]
        figure = self._figures[index]
        sentence = self._parsed.sentence_at(figure.start)
        anchor = self._anchor(figure.start, figure.end)
        if anchor is None:
            return About()
        before = self._before(index, sentence)
        if figure.kind in ("date", "time"):
            about = self._moment(anchor, sentence)
        elif before is not None and self._is_conversion(before, index):
            about = self._about(before)
        else:
            noun = self._counted(anchor, figure)
            about = self._own(index, anchor, noun, sentence)
        self._known[index] = about
        return about

    def _counted(self, anchor: Token, figure: Figure) -> Token | None:
        """The noun that a number counts, or that it is so many of: `a crew of 16`."""
        if figure.kind != "count":
            return None
        noun = _counted_noun(anchor, figure.end)
        if noun is not None:
            return noun
        link = anchor.head
        collective = (
            link.dep_ == "prep" and link.lower_ == "of" and link.head.lemma_.lower() in self._words["collective"]
        )
        return link.head if collective else None

    def _moment(self, anchor: Token, sentence: Sentence) -> About:
        """What happens at a date or time: the verb or noun that it belongs to."""
        head = anchor
        while head.head.i != head.i and head.pos_ not in ("VERB", "AUX"):
            head = head.head
        told = head.pos_ == "VERB" and head.lemma_.lower() not in self._words["saying"]
        return About(
            thing=_lemma(head),
            # In the lead the day is that of the event, not of something else about it.
            canonical=told and sentence.index <= self._words["lead"],
            context=self._context(anchor, sentence),
        )

    def _own(self, index: int, anchor: Token, noun: Token | None, sentence: Sentence) -> About:
        figure = self._figures[index]
        thing, owner = self._thing(index)
        span = self._parsed.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        near, around = self._ties.of(span, noun) if span is not None else (frozenset(), frozenset())
        counted = noun.lemma_.lower() if noun is not None else self._share_of(figure, anchor)
        lasts = self._lasts(figure, span) if not thing and span is not None else ""
        thing = thing or lasts
        return About(
            thing=thing or counted,
            canonical=bool(thing) and (bool(owner) or not self._words["concept"].get(thing, {}).get("owned")),
            owner=owner,
            scope=self._scope(figure.start, figure.end, sentence),
            other_event=self._other_event(figure, thing, sentence, own=bool(lasts)),
            status="chosen" if _is_selection(anchor, noun) else self._status(figure, thing, anchor, sentence),
            source=self._source(thing, anchor, sentence),
            context=self._context(anchor, sentence),
            doer=self._doer(noun or anchor),
            noun=self._ties.word(counted) if counted else "",
            near=near,
            around=around,
        )

    def _lasts(self, figure: Figure, span: Span) -> str:
        """What lasts so long."""
        value = figure.value
        return self._lists.lengths.of(span, value.unit) if isinstance(value, Amount) else ""

    def _thing(self, index: int) -> tuple[str, str]:
        """The thing in the word lists that a figure is about, and whose it is; empty where nothing tells."""
        if index not in self._things:
            # Asked for again while it is being found out, it is not known.
            self._things[index] = "", ""
            self._things[index] = self._find_thing(index)
        return self._things[index]

    def _find_thing(self, index: int) -> tuple[str, str]:
        figure = self._figures[index]
        sentence = self._parsed.sentence_at(figure.start)
        anchor = self._anchor(figure.start, figure.end)
        if anchor is None or figure.kind in _TIMES:
            return "", ""
        noun = self._counted(anchor, figure)
        before = self._before(index, sentence)
        thing, owner = self._concept(figure, anchor, noun, sentence), ""
        if self._is_age(figure):
            thing = "age"
        if not thing and self._is_share_of_company(figure):
            thing = "stake"
        distant = self._distance_from(figure)
        if not thing and distant:
            thing, owner = "distance", distant
        if not thing and not self._share_of(figure, anchor):
            thing, owner = self._by_topic(figure, sentence)
        if not thing and noun is None:
            thing = self._listed(figure, before, sentence)
        if thing == "age":
            owner = self._aged(figure, sentence)
        elif thing and not owner:
            kinds = _kinds(self._words["concept"].get(thing, {}))
            owner = self._owner(kinds, figure.start, figure.end, sentence) if kinds else ""
        return thing, owner

    def _before(self, index: int, sentence: Sentence) -> int | None:
        """The figure before, where it stands in the same sentence or the one before it."""
        start = self._parsed.sentences[max(0, sentence.index - 1)].start
        for earlier in range(index - 1, -1, -1):
            figure = self._figures[earlier]
            if figure.start < start:
                return None
            if figure.kind not in _TIMES:
                return earlier
        return None

    def _listed(self, figure: Figure, before: int | None, sentence: Sentence) -> str:
        """The thing of the figure before, for one that goes on its list: `39 in London, 22 in Paris`."""
        if before is None or self._figures[before].start < sentence.start or self._figures[before].kind != figure.kind:
            return ""
        thing = self._thing(before)[0]
        return thing if self._has_unit(thing, figure) else ""

    def _has_unit(self, thing: str, figure: Figure) -> bool:
        """The figure is in a unit in which the thing is measured."""
        unit = self._words["concept"].get(thing, {}).get("unit")
        stated = figure.value.unit if isinstance(figure.value, Amount) else None
        return not unit or not stated or stated in self._words["dimension"].get(unit, (unit,))

    def _is_conversion(self, before: int, index: int) -> bool:
        """`1,000 km (600 miles)`: the second figure says the first again."""
        first, second = self._figures[before], self._figures[index]
        return self._parsed.text[first.end : second.start].strip() == "(" and first.kind == second.kind != "count"

    def _is_age(self, figure: Figure) -> bool:
        """A bare number of years between commas is an age: `Oakes, 53, was convicted`."""
        unit = figure.value.unit if isinstance(figure.value, Amount) else None
        return unit == "year" and self._parsed.text[figure.start : figure.end].split()[-1].isdigit()

    def _aged(self, figure: Figure, sentence: Sentence) -> str:
        """Whose age it is: only a name right beside it, or the subject of its clause."""
        people = [m for m in self._names if m.kind == "person" and sentence.start <= m.start < sentence.end]
        for mention in people:
            gap = (
                self._parsed.text[figure.end : mention.start]
                if mention.start >= figure.end
                else (self._parsed.text[mention.end : figure.start])
            )
            if len(gap) <= self._words["beside"] and _AGE_GAP.fullmatch(gap):
                return mention.name
        subject = self._subject(figure.start)
        written = self._parsed.text[figure.start : figure.end]
        if subject is None or ("-" in written and self._parsed.text[figure.end : figure.end + 2].strip().isalpha()):
            # `The 39-year-old shopkeeper` is whoever the noun says.
            return ""
        found = next((m.name for m in people if m.start <= subject.idx < m.end), "")
        if found or subject.pos_ != "PRON":
            return found or (self._principal if sentence.index <= self._words["lead"] and not people else "")
        return self._carried_owner(_PERSON, sentence) or self._principal

    def _is_share_of_company(self, figure: Figure) -> bool:
        """`13.8 percent of Calder`: a percentage of a company is a stake."""
        if figure.kind != "percent" or not self._parsed.text.startswith(" of ", figure.end):
            return False
        return any(
            m.kind == "organisation" and 0 < m.start - figure.end <= len(" of the ") for m in self._parsed.mentions
        )

    def _distance_from(self, figure: Figure) -> str:
        """The place from which a length is measured: `35 miles southwest of Oslo`."""
        unit = figure.value.unit if isinstance(figure.value, Amount) else None
        if figure.kind != "quantity" or unit not in self._words["dimension"]["length"]:
            return ""
        for mention in self._parsed.mentions:
            if mention.kind == "place" and 0 <= mention.start - figure.end <= _FAR:
                words = (
                    _PARENTHESIS.sub(" ", self._parsed.text[figure.end : mention.start])
                    .lower()
                    .replace("-", "")
                    .split()
                )
                if (words and words[-1] in self._words["measured_from"]) or (
                    words[-3:-1] and words[-2] in self._words["measured_from"]
                ):
                    return mention.name
        return ""

    def _by_topic(self, figure: Figure, sentence: Sentence) -> tuple[str, str]:
        """In a story on elections a bare percentage beside a candidate is a share of the vote."""
        for concept, spec in self._words["concept"].items():
            if figure.kind in spec.get("default_for", ()) and self._lemmas & frozenset(spec["topic"]):
                owner = self._owner(_kinds(spec), figure.start, figure.end, sentence)
                if owner:
                    return concept, owner
        return "", ""

    def _share_of(self, figure: Figure, anchor: Token) -> str:
        """The whole that a percentage is of: `2% of GDP`."""
        if figure.kind != "percent":
            return ""
        after = [token for token in anchor.doc[anchor.i + 1 : anchor.i + 4] if token.lemma_ == "of"]
        noun = next((child for child in after[0].children if child.dep_ == "pobj"), None) if after else None
        return noun.lemma_.lower() if noun is not None else ""

    @cached_property
    def _names(self) -> tuple[Mention, ...]:
        """The story's names, without capitalised words that say what a figure is about (Turnout was ...)."""
        return tuple(
            m for m in self._parsed.mentions if self._parsed.text[m.start : m.end].lower() not in self._lists.triggers
        )

    @cached_property
    def _principal(self) -> str:
        """The person whom the story is about: named far more often than any other; empty where there is none."""
        counts = Counter(m.name for m in self._names if m.kind == "person").most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] < self._words["principal"] * counts[1][1]):
            return ""
        return counts[0][0]

    @cached_property
    def _named(self) -> frozenset[int]:
        """The tokens inside names: the Marine of a company's name speaks of no troops."""
        doc = self._parsed.doc
        spans = (doc.char_span(m.start, m.end, alignment_mode="contract") for m in self._names)
        return frozenset(token.i for span in spans if span is not None for token in span)

    @cached_property
    def _said(self) -> list[str]:
        """The lemma of every token, in small letters."""
        return [token.lemma_.lower() for token in self._parsed.doc]

    @cached_property
    def _lemmas(self) -> frozenset[str]:
        return frozenset(self._said)

    def _anchor(self, start: int, end: int) -> Token | None:
        """The token that bears the number."""
        span = self._parsed.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return None
        return next((token for token in reversed(span) if token.like_num or token.text[:1].isdigit()), span[-1])

    def _concept(self, figure: Figure, anchor: Token, noun: Token | None, sentence: Sentence) -> str:
        """The thing in the word lists whose words stand nearest to the figure, empty when none is in reach."""
        before = self._parsed.text[max(0, figure.start - _FAR) : figure.start].lower().rstrip()
        behind = self._parsed.text[figure.end : figure.end + _FAR].lower().lstrip()
        for concept, units in self._lists.by_unit:
            if isinstance(figure.value, Amount) and figure.value.unit in units:
                return "" if self._is_otherwise(concept, anchor, sentence) else concept
        for concept, endings, beginnings in self._lists.adjacent:
            beside = before.endswith(endings) or behind.startswith(beginnings)
            if beside and self._fits(concept, figure, noun, anchor):
                return concept
        best, name = float(self._words["reach"]), ""
        start = noun if noun is not None else anchor
        for token, concept, length in self._spoken(sentence):
            if not self._fits(concept, figure, noun, token):
                continue
            cost = self._distance(start, anchor, token) - length * self._words["phrase_bonus"]
            if cost < best:
                best, name = cost, concept
        return name

    def _is_otherwise(self, concept: str, anchor: Token, sentence: Sentence) -> bool:
        """A word stands nearer that makes it another thing: the magnitude of an aftershock is not the quake's."""
        spec = self._words["concept"][concept]
        words = sorted((abs(i - anchor.i), self._said[i]) for i in range(sentence.span.start, sentence.span.end))
        near = next((word for _, word in words if word in spec.get("unless", ()) or word in spec["words"]), "")
        return near in spec.get("unless", ())

    def _spoken(self, sentence: Sentence) -> list[tuple[Token, str, int]]:
        """The words of a sentence that may speak of a thing, with the thing and how many words follow for it."""
        if sentence.index not in self._triggered:
            self._triggered[sentence.index] = list(self._find_spoken(sentence))
        return self._triggered[sentence.index]

    def _find_spoken(self, sentence: Sentence) -> Iterator[tuple[Token, str, int]]:
        for token in sentence.span:
            if token.i in self._named:
                continue
            spoken = {_lemma(token): None, token.lower_: None}
            for concept, follow in (entry for word in spoken for entry in self._lists.triggers.get(word, ())):
                if not follow or tuple(self._said[token.i + 1 : token.i + 1 + len(follow)]) == follow:
                    yield token, concept, len(follow)

    def _fits(self, concept: str, figure: Figure, noun: Token | None, token: Token) -> bool:
        """A word of the lists may speak of this figure: kind, unit, and what the sentence has beside it."""
        spec = self._words["concept"][concept]
        if figure.kind not in spec["fields"] or not self._has_unit(concept, figure):
            return False
        if "with" in spec and not any(word in spec["with"] for word in self._said[token.sent.start : token.sent.end]):
            return False
        if "whole" in spec:
            whole = self._share_of(figure, self._anchor(figure.start, figure.end) or token)
            if whole and whole not in spec["whole"]:
                return False
        counted = noun is not None and noun.i == token.i
        return counted or (not spec.get("exact") and self._counts(spec, figure, noun, token))

    def _counts(self, spec: Mapping[str, Any], figure: Figure, noun: Token | None, token: Token) -> bool:
        """What the figure counts, if the story names it, is what the thing is counted in: the killed are people."""
        if noun is None:
            if token.lemma_.lower() not in spec.get("scoped", ()):
                return True
            sentence = self._parsed.sentence_at(figure.start)
            return self._is_of_people(figure) or bool(self._scope(figure.start, figure.end, sentence))
        group = self._words["group"].get(spec.get("of", ""))
        return group is None or noun.lemma_.lower() in group or noun.pos_ not in _LISTED

    def _is_of_people(self, figure: Figure) -> bool:
        """`22 of its residents`."""
        words = self._parsed.text[figure.end : figure.end + _FAR].lower().split()[:3]
        return words[:1] == ["of"] and any(
            w.strip(".,;").removesuffix("s") in self._words["group"]["people"] for w in words
        )

    def _distance(self, start: Token, anchor: Token, token: Token) -> float:
        words = self._words
        low, high = sorted((anchor.i, token.i))
        between = token.doc[low + 1 : high]
        figures = sum(
            1
            for f in self._parsed.figures
            if between
            and f.kind not in _TIMES
            and between[0].idx <= f.start
            and f.end <= between[-1].idx + len(between[-1])
        )
        clauses = sum(1 for word in between if word.text in ",;:")
        steps = min(_steps(start, token), _steps(anchor, token))
        line = (high - low) * words["line_cost"]
        apart = words["other_clause_cost"] * _is_of_another_clause(start, anchor, token)
        return float(steps / 2 + line + figures * words["figure_cost"] + clauses * words["clause_cost"] + apart)

    def _owner(self, kinds: frozenset[str], start: int, end: int, sentence: Sentence) -> str:
        """The nearest name of the kinds that is not a source: before the figure if one stands there, else after it."""
        by_subject = kinds & frozenset(self._words["owned_by_subject"])
        told = self._by_subject(kinds, start, sentence) if by_subject else None
        if told is not None:
            return told
        near = [
            m
            for m in self._names
            if m.kind in kinds and sentence.start <= m.start < sentence.end and not self._is_source(m)
        ]
        fence = max((f.end for f in self._parsed.figures if sentence.start <= f.start and f.end <= start), default=0)
        before = [m for m in near if m.end <= start]
        after = [m for m in near if m.start >= end]
        if before and before[-1].start >= fence:
            return before[-1].name
        if after and not any(end <= f.start < after[0].start for f in self._parsed.figures):
            return after[0].name
        if before:
            return before[-1].name
        return self._carried_owner(kinds, sentence) or self._spoken_of(kinds, sentence)

    def _by_subject(self, kinds: frozenset[str], start: int, sentence: Sentence) -> str | None:
        """Whose it is by the grammar: a place is home to so many, or the subject has them; None where that is open."""
        home = self._lists.home.search(self._parsed.text, max(0, start - _FAR), start)
        named = [m for m in self._names if home and m.kind in kinds and 0 <= home.start() - m.end <= 1]
        if named:
            return named[0].name
        subject = self._subject(start)
        if subject is None:
            return None
        found = next((m for m in self._names if m.start <= subject.idx < m.end), None)
        if found is not None:
            return found.name if found.kind in kinds else None
        return self._carried_owner(kinds, sentence) if subject.pos_ == "NOUN" else None

    def _spoken_of(self, kinds: frozenset[str], sentence: Sentence) -> str:
        """The story's principal, where a pronoun of the sentence must mean him."""
        meant = any(
            token.tag_ in ("PRP", "PRP$") and token.lower_ in self._words["personal"] for token in sentence.span
        )
        return self._principal if "person" in kinds and meant else ""

    def _doer(self, token: Token) -> str:
        """The person, by name, who does what the figure counts."""
        while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        if subject is None or token.lemma_.lower() in self._words["saying"]:
            return ""
        return next((m.name for m in self._names if m.kind == "person" and m.start <= subject.idx < m.end), "")

    def _subject(self, start: int) -> Token | None:
        """The subject of the clause that the figure stands in; of a relative clause, what it belongs to."""
        token = self._anchor(start, start + 1)
        while token is not None:
            if token.dep_ == "appos":
                return token.head
            subject = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                clause = token
                while clause.dep_ == "conj":
                    clause = clause.head
                return clause.head if subject.tag_ in ("WDT", "WP") and clause.dep_ == "relcl" else subject
            token = token.head if token.head.i != token.i else None
        return None

    def _carried_owner(self, kinds: frozenset[str], sentence: Sentence) -> str:
        """The subject of the sentence before, for a sentence that goes on with a pronoun."""
        if sentence.index == 0 or sentence.span[0].lemma_.lower() not in self._words["carrying"]:
            return ""
        before = self._parsed.sentences[sentence.index - 1]
        return next((m.name for m in self._names if m.kind in kinds and before.start <= m.start < before.end), "")

    def _source(self, thing: str, anchor: Token, sentence: Sentence) -> str:
        """Who measured it, where several bodies measure one thing: initials (`usgs`), or `institute` and the like."""
        if not self._words["concept"].get(thing, {}).get("measured"):
            return ""
        bodies = [m for m in self._names if m.kind == "organisation" and sentence.start <= m.start < sentence.end]
        found = {_initials(m.name) for m in bodies if _ACCORDING.search(self._parsed.text, sentence.start, m.start)}
        verb = anchor
        while verb.head.i != verb.i and verb.lemma_.lower() not in self._words["saying"]:
            verb = verb.head
        for subject in (child for child in verb.children if child.dep_ == "nsubj"):
            for token in (subject, *subject.conjuncts):
                named = [m for m in bodies if m.start <= token.idx < m.end]
                found |= {_initials(m.name) for m in named}
                if not named and token.lemma_.lower() in self._words["measurers"]:
                    found.add(token.lemma_.lower())
        return " ".join(sorted(found))

    def _is_source(self, mention: Mention) -> bool:
        span = self._parsed.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return False
        root = span.root
        while root.dep_ == "conj":
            root = root.head
        return root.dep_ == "nsubj" and root.head.lemma_.lower() in self._words["saying"]

    def _scope(self, start: int, end: int, sentence: Sentence) -> frozenset[str]:
        """The places that the figure itself is tied to: `39 in London`, `London lost 81`."""
        places = [m for m in self._names if m.kind == "place" and sentence.start <= m.start < sentence.end]
        for mention in places:
            between = self._parsed.text[end : mention.start].split()
            if (
                end <= mention.start
                and len(between) <= self._words["close"]
                and set(between) & set(self._words["prepositions"])
                and not _breaks(between)
            ):
                return frozenset({mention.name})
        before = next((m for m in reversed(places) if m.end <= start), None)
        return frozenset({before.name}) if before is not None and self._is_subject_of(before, start) else frozenset()

    def _is_subject_of(self, mention: Mention, start: int) -> bool:
        subject = self._parsed.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        token = self._anchor(start, start + 1)
        if subject is None or token is None or subject.root.dep_ not in ("nsubj", "conj"):
            return False
        return (
            subject.root.head in (token.head, token.head.head)
            and self._parsed.text[mention.end : start].count(",") == 0
        )

    def _other_event(self, figure: Figure, thing: str, sentence: Sentence, *, own: bool) -> str:
        """What sets the event of the figure apart from the event told; empty when nothing does.

        A date belongs to the nearest of several figures for one thing: `62 percent, up from 56 in 2021`. Of what lasts,
        only a date of its own tells: those who were seized last year were held until today.
        """
        behind = self._parsed.text[figure.end : figure.end + _FAR].lower().split()[:1]
        if behind and behind[0] in self._words["previous"]:
            return behind[0]
        found = [event for event in self._events.get(sentence.index, ()) if self._is_dated(figure, event[1], own=own)]
        if not found:
            carried = sentence.index and sentence.span[0].lemma_.lower() in self._words["carrying_event"]
            return self._events.get(sentence.index - 1, [("", 0)])[-1][0] if carried else ""
        key, place = min(found, key=lambda event: abs(event[1] - figure.start))
        low, high = sorted((figure.start, place))
        nearer = any(
            low < f.start < high and f.kind == figure.kind and f is not figure and self._thing(i)[0] == thing
            for i, f in enumerate(self._figures)
            if low < f.start < high and f.start > figure.start
        )
        return "" if nearer else key

    def _is_dated(self, figure: Figure, place: int, *, own: bool) -> bool:
        """The date at a place is the figure's: it dates what governs the figure, or who does that unless `own`."""
        before = self._parsed.text[figure.end : place].lower().split()[-_COMPARED:]
        if self._lists.comparing & set(before):
            # `6,000 more than in August` is a figure of today.
            return False
        date, anchor = self._anchor(place, place + 1), self._anchor(figure.start, figure.end)
        if date is None or anchor is None:
            return True
        told = next((token for token in date.ancestors if token.pos_ in ("VERB", "AUX")), None)
        above = {anchor.i, *(token.i for token in anchor.ancestors)}
        if told is None or told.i in above:
            return True
        if own:
            return False
        heads = [
            child.left_edge.i
            for token in anchor.ancestors
            for child in token.children
            if child.dep_.startswith("nsubj")
        ]
        ends = [
            child.right_edge.i
            for token in anchor.ancestors
            for child in token.children
            if child.dep_.startswith("nsubj")
        ]
        return any(low <= told.i <= high for low, high in zip(heads, ends, strict=True))

    def _is_to_come(self, figure: Figure) -> bool:
        """A date of what will be: it says nothing of the story's own year."""
        sentence = self._parsed.sentence_at(figure.start)
        return any(token.lemma_.lower() in self._words["coming"] for token in sentence.span if token.idx < figure.start)

    @cached_property
    def _events(self) -> dict[int, list[tuple[str, int]]]:
        """Sentences that tell of another time, by index: the time, and where the words for it stand."""
        events = self._elsewhere()
        today = self._parsed.story.published
        dated = [(f, f.value) for f in self._parsed.figures if f.kind == "date" and isinstance(f.value, Interval)]
        years = [v.start.year for f, v in dated if v.start and not self._is_to_come(f)]
        year = today.year if today else max(years, default=0)
        for figure, value in dated:
            sentence = self._parsed.sentence_at(figure.start)
            if self._parsed.text[max(0, figure.start - _FAR) : figure.start].lower().endswith(self._lists.lasting):
                # What has lasted since then, or ended with it, is of today.
                continue
            if value.start is None or value.end is None:
                # Years ago, in a story with no date, is some earlier event's.
                if self._lists.ago.search(self._parsed.text[figure.start : figure.end]):
                    events.setdefault(sentence.index, []).append((AGO, figure.start))
                # A bare month, in a story with no date: only the lead may speak of today.
                elif value.stated == "month" and value.month and sentence.index > 1:
                    events.setdefault(sentence.index, []).append((f"-{value.month:02}", figure.start))
            elif today is None:
                if value.end.year <= year and value.start.year < year:
                    events.setdefault(sentence.index, []).append((f"{value.start.year}", figure.start))
            elif value.end <= today and (today - value.end).days >= self._words["other_event_days"]:
                same_year = value.start.year == year
                key = f"-{value.start.month:02}" if same_year else f"{value.start.year}"
                events.setdefault(sentence.index, []).append((key, figure.start))
        return events

    def _elsewhere(self) -> dict[int, list[tuple[str, int]]]:
        """Sentences that bring in `a quake in China`, a place unknown to the lead: today's would be `the` quake."""
        places = [m for m in self._names if m.kind == "place"]
        lead = self._parsed.sentences[min(self._words["lead"], len(self._parsed.sentences) - 1)].end
        told = {m.name for m in places if m.start < lead}
        events: dict[int, list[tuple[str, int]]] = {}
        for mention in places:
            if mention.start >= lead and mention.name not in told and self._is_new_event_at(mention):
                sentence = self._parsed.sentence_at(mention.start)
                events.setdefault(sentence.index, []).append((mention.name, mention.start))
        return events

    def _is_new_event_at(self, mention: Mention) -> bool:
        """`A quake in` this place."""
        span = self._parsed.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        link = span.root.head if span is not None else None
        if link is None or link.dep_ != "prep" or link.lower_ not in self._words["prepositions"]:
            return False
        new = any(child.dep_ == "det" and child.lower_ in self._words["indefinite"] for child in link.head.children)
        return new and link.head.lemma_.lower() in self._words["disasters"]

    def _status(self, figure: Figure, thing: str, anchor: Token, sentence: Sentence) -> str:
        before = self._parsed.text[max(0, figure.start - _FAR) : figure.start].lower().split()[-1:]
        first = bool(set(before) & set(self._words["first"]))
        if figure.kind == "count" and (first or _PART_OF.match(self._parsed.text, figure.end)):
            return "part"
        if figure.kind in ("count", "quantity") and self._is_more(figure) and self._is_told_before(figure, thing):
            return "more"
        if figure.kind in ("money", "count") and self._lists.rate.match(self._parsed.text, figure.end):
            return "rate"
        verb = next((token for token in (anchor.head, anchor.head.head) if token.pos_ in ("VERB", "AUX")), None)
        helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"} if verb is not None else set()
        if "have" not in helpers and helpers & set(self._words["modal"]):
            return "hypothetical"
        low = max(sentence.span.start, anchor.i - self._words["near"])
        lemmas = {self._said[token.i] for token in anchor.doc[low : anchor.i] if token.pos_ != "PROPN"}
        for status in ("poll", "forecast", "threshold", "hypothetical"):
            if not lemmas.isdisjoint(self._words[status]):
                return status
        return "actual"

    def _is_told_before(self, figure: Figure, thing: str) -> bool:
        """Whether an earlier figure is about the same thing: without one there is nothing to come on top of."""
        earlier = (i for i, f in enumerate(self._figures) if f.start < figure.start and f.kind == figure.kind)
        return not thing or any(self._thing(i)[0] == thing for i in earlier)

    def _is_more(self, figure: Figure) -> bool:
        """`Two more victims`, `another 2,000`, `adding three years`: what comes on top, not the whole."""
        before = self._parsed.text[max(0, figure.start - _FAR) : figure.start].lower().split()[-1:]
        after = [w.rstrip(".,;:") for w in self._parsed.text[figure.end : figure.end + _FAR].lower().split()[:2]]
        return bool(set(before) & set(self._words["more_before"])) or (
            len(after) > 1
            and after[0] in self._words["more_after"]
            and after[1].isalpha()
            and after[1] not in self._words["joining"]
        )

    def _context(self, anchor: Token, sentence: Sentence) -> frozenset[str]:
        low, high = (
            max(sentence.span.start, anchor.i - self._words["near"]),
            min(sentence.span.end, anchor.i + self._words["near"]),
        )
        return frozenset(
            self._said[token.i]
            for token in anchor.doc[low:high]
            if token.pos_ in _CONTENT and not token.like_num and len(token) > 1
        )


def _is_of_another_clause(start: Token, anchor: Token, token: Token) -> bool:
    """The word governs another figure (`shot three, killing one`), or the clause that this figure's clause hangs on."""
    if start.dep_.startswith("nsubj") and token.pos_ == "VERB" and token in list(start.head.ancestors):
        return True
    for child in token.children:
        counted = child.like_num or any(inner.dep_ == "nummod" for inner in child.children)
        if counted and child.dep_ in _OBJECTS and not child.is_ancestor(anchor) and child.i != anchor.i:
            return start not in (child, token)
    return False


def _is_selection(anchor: Token, noun: Token | None) -> bool:
    """`The five worst-hit villages`: the number counts some of the villages, chosen by a superlative."""
    return noun is not None and any(token.tag_ in ("JJS", "RBS") for token in anchor.doc[anchor.i + 1 : noun.i])


def _kinds(concept: Mapping[str, Any]) -> frozenset[str]:
    """The kinds of names to which a thing may belong."""
    owner = concept.get("owner", ())
    return frozenset((owner,) if isinstance(owner, str) else owner)


def _initials(name: str) -> str:
    """What a body's acronym would be: `U.S. Geological Survey` and `USGS` are `usgs`."""
    if " " not in name:
        return name.lower().replace(".", "")
    return "".join(
        part if part.isupper() else part[0] for part in name.replace(".", "").split() if part[0].isupper()
    ).lower()


def _lemma(token: Token) -> str:
    """The lemma; in a headline verbs pass for names and keep their endings."""
    lemma: str = token.lemma_.lower()
    if token.pos_ != "PROPN":
        return lemma
    return next(
        (lemma.removesuffix(end) for end in _ENDINGS if lemma.endswith(end) and len(lemma) > len(end) + 2), lemma
    )


def _breaks(words: list[str]) -> bool:
    return any(word[-1] in ",.;:" or word == "and" for word in words)


def _triggers(words: Mapping[str, Any]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """For each first lemma: the things it may speak of, with the lemmas that must follow."""
    triggers: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for concept, spec in words["concept"].items():
        for entry in (*spec.get("words", ()), *spec.get("phrases", ())):
            first, *follow = entry.split()
            triggers.setdefault(first, []).append((concept, tuple(follow)))
    return triggers


def _counted_noun(anchor: Token, end: int) -> Token | None:
    """The noun that the number counts."""
    head = anchor
    while (
        head.dep_ in _COUNTED
        and head.head.i != head.i
        and (head.like_num or head.pos_ in ("NUM", "ADV", "SYM") or head.i == anchor.i)
    ):
        head = head.head
    if head.i != anchor.i and head.pos_ in ("NOUN", "PROPN") and head.idx >= anchor.idx:
        return head
    after = anchor.i + 1
    doc = anchor.doc
    return doc[after] if after < len(doc) and doc[after].pos_ == "NOUN" and doc[after].idx >= end else None


def _steps(left: Token, right: Token) -> int:
    """Edges of the parse tree between two tokens of a sentence."""
    up = {left.i: 0}
    token, steps = left, 0
    while token.head.i != token.i:
        token, steps = token.head, steps + 1
        up[token.i] = steps
    token, steps = right, 0
    while token.i not in up:
        if token.head.i == token.i:
            return 99
        token, steps = token.head, steps + 1
    return up[token.i] + steps
