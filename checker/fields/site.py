"""Where somebody was born, died or lives, where something was made, is held or based, and in which country a town lies.

Value: `Name`, as written or the kind of place (`home`, `hospital`), with what it is as `kind`. About: `thing` what is
told of it (`birth`), `owner` of whom or what, by name, `scope` the sort of thing, `context` the days.
Size: always 1 for two places, 0 for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from checker.bearings import Bearings, Subject
from checker.fields.place import Field as Places
from checker.model import About, AnyClaim, Claim, Difference, Name
from checker.names import match
from checker.places import fold, gazetteer
from checker.towns import Towns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Mention, Parsed, Sentence

_KIND = "kind of place"
_COUNTRY = "country"
_EVENT = "place"
_PLACE = "@"
_REACH = 60


class Field:
    """Finds and compares places by what they are to something.

    Args:
        words: the tables of `rules/site.toml`, with places.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self._gazetteer = gazetteer(words["places"])
        self._places = Places({**words["place"], "places": words["places"]})
        self._relations: Mapping[str, Any] = words["relation"]
        self._kinds = {noun: kind for kind, nouns in words["kinds"].items() for noun in nouns}
        self._groups = {noun: group for group, nouns in words["groups"].items() for noun in nouns}
        self._levels = {type_: level for level, types in words["levels"].items() for type_ in types}
        self._towns = Towns(words["towns"], self._gazetteer)
        phrases = words["phrases"]
        self._phrases = [
            *((name, re.compile(rf"{form}\Z"), False) for name, form in phrases["before"]),
            *((name, re.compile(form), True) for name, form in phrases["behind"]),
        ]
        self._ahead = frozenset(words["compare"]["ahead"])
        self._owner_match: float = words["compare"]["owner_match"]

    def find(self, parsed: Parsed) -> Iterator[Claim[Name]]:
        """A claim for every place that belongs to one of the verbs and nouns of the rules."""
        bearings = Bearings(parsed, self._words["grammar"])
        for start, end, value, token in self._spots(parsed):
            about = self._beside(parsed, start, end) or self._about(parsed, bearings, token)
            if about is not None:
                yield parsed.claim("site", start, end, value, about)
        for town, start, end, country in self._towns.find(parsed):
            about = About(thing=_COUNTRY, canonical=True, owner=town)
            yield parsed.claim("site", start, end, Name(country, "country"), about)

    def candidates(self, claims: Sequence[AnyClaim]) -> Iterator[tuple[int, int]]:
        """What two stories tell of one thing, where each tells it once, and where they agree."""
        facts: dict[tuple[str, str], list[int]] = {}
        for index, claim in enumerate(claims):
            facts.setdefault((claim.about.thing, claim.story), []).append(index)
        for (thing, story), (other, elsewhere) in combinations(facts, 2):
            if thing == other and story != elsewhere:
                yield from self._answers(claims, facts[thing, story], facts[thing, elsewhere])

    def likeness(self, left: AnyClaim, right: AnyClaim) -> float:
        """1 for the pairs that are looked at: they have been chosen."""
        return float(left.about.thing == right.about.thing)

    def differ(self, left: AnyClaim, right: AnyClaim) -> Difference | None:
        """How two places differ; None when they are one."""
        difference = self._places.differ(left, right)
        if difference is None or difference.name not in ("other", "spelling", "transliteration"):
            return None if difference is None else Difference("same", 0.0)
        return Difference("other" if difference.name == "other" else "same", difference.size)

    def _spots(self, parsed: Parsed) -> Iterator[tuple[int, int, Name, Token]]:
        """Names of places, and homes and hospitals."""
        named: set[int] = set()
        for mention in parsed.mentions:
            span = parsed.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            named.update(token.i for token in span)
            # A town that is a surname too may have been taken for a firm.
            known = mention.kind == "organisation" and self._gazetteer.find(mention.name) is not None
            if (mention.kind == "place" or known) and mention.type != "demonym":
                yield mention.start, mention.end, Name(mention.name, self._type(mention)), span.root
        for token in parsed.doc:
            kind = self._kinds.get(token.lemma_.lower())
            if kind and token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj" and token.tag_ in ("NN", "NNP"):
                start = (
                    token.left_edge.idx
                    if token.i - token.left_edge.i <= self._words["compare"]["longest"]
                    else token.idx
                )
                yield start, token.idx + len(token), Name(kind, _KIND), token

    def _type(self, mention: Mention) -> str | None:
        known = self._gazetteer.find(mention.name)
        return known.type if known is not None else mention.type or None

    def _beside(self, parsed: Parsed, start: int, end: int) -> About | None:
        """What stands right beside the place: Jane Roe, 51, from Acton; Acton-born Jane Roe."""
        for name, form, behind in self._phrases:
            if behind:
                found = form.match(parsed.text, end)
                owner = next((m.name for m in parsed.mentions if found and m.start == found.end()), "")
            else:
                found = form.search(parsed.text, max(0, start - _REACH), start)
                owner = next((m.name for m in parsed.mentions if found and m.end == found.start()), "")
            if owner:
                return About(thing=name, canonical=True, owner=owner)
        return None

    def _about(self, parsed: Parsed, bearings: Bearings, place: Token) -> About | None:
        """The first of the relations that what the place belongs to tells of."""
        for bearing in bearings.of(place):
            for name, spec in self._relations.items():
                if bearing.preposition in spec["prepositions"] and self._tells(bearing.head, spec):
                    doubtful = bearings.is_doubtful(bearing.head)
                    about = None if doubtful else self._told(parsed, bearing.head, bearings.subject(bearing.head), name)
                    if about is not None:
                        return about
        return None

    def _tells(self, head: Token, spec: Mapping[str, Any]) -> bool:
        if head.pos_ == "NOUN":
            return bool(spec.get("nouns")) and self._groups.get(head.lower_) in spec["groups"]
        if head.lemma_.lower() not in spec["verbs"] or head.pos_ not in ("VERB", "AUX"):
            return False
        needed = spec["verbs"][head.lemma_.lower()]
        if needed == "object":
            return head.tag_ == "VBN" or any(child.dep_ in ("dobj", "obj") for child in head.children)
        return not needed or any(child.lower_ == needed for child in head.children)

    def _told(self, parsed: Parsed, head: Token, subject: Subject | None, name: str) -> About | None:
        """What the relation says of its subject; None when it is not of the sort that the relation is told of."""
        spec = self._relations[name]
        sentence = parsed.sentence_at(head.idx)
        if sentence.index > spec.get("lead", sentence.index):
            return None
        context = self._context(parsed, sentence)
        if spec["of"] == "event":
            event = spec.get("event") or (self._groups.get(subject.noun, "") if subject is not None else "")
            ahead = not self._ahead.isdisjoint(token.lower_ for token in sentence.span)
            status = "forecast" if ahead else "actual"
            known = event in spec["groups"]
            return (
                About(thing=f"{_EVENT} of {event}", canonical=True, status=status, context=context) if known else None
            )
        if subject is None:
            return None
        group = self._groups.get(subject.noun, "")
        if not subject.name and (spec["of"] == "person" or group not in spec["groups"]):
            return None
        return About(thing=name, canonical=True, owner=subject.name, scope=frozenset({group} - {""}), context=context)

    def _context(self, parsed: Parsed, sentence: Sentence) -> frozenset[str]:
        """The days of the sentence, and the places of the story, marked."""
        days = {
            repr(figure.value)
            for figure in parsed.figures
            if figure.kind == "date" and sentence.start <= figure.start < sentence.end
        }
        places = {_PLACE + fold(mention.name) for mention in parsed.mentions if mention.kind != "person"}
        return frozenset(days | places)

    def _answers(self, claims: Sequence[AnyClaim], left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
        """The pairs of one owner; two places answer each other only where each story tells of one of their level."""
        for one, other in product(left, right):
            if not self._may_be_of_one(claims[one].about, claims[other].about):
                continue
            difference = self.differ(claims[one], claims[other])
            if difference is None or difference.name == "same":
                yield one, other
            elif self._are_of_one_level(claims[one].value, claims[other].value):
                mine, yours = (self._rivals(claims, index, side) for index, side in ((one, left), (other, right)))
                if not mine and not yours and self._may_conflict(claims[one], claims[other]):
                    yield one, other

    def _rivals(self, claims: Sequence[AnyClaim], index: int, side: list[int]) -> list[int]:
        """Other places of the same level that the story gives for the same thing, whosoever it is."""
        return [
            other
            for other in side
            if other != index
            and self._are_of_one_level(claims[index].value, claims[other].value)
            and self.differ(claims[index], claims[other]) is not None
            and (
                claims[other].about.owner == claims[index].about.owner
                or not claims[index].about.owner
                or not claims[other].about.owner
            )
        ]

    def _may_be_of_one(self, left: About, right: About) -> bool:
        if left.owner and right.owner:
            return match(left.owner, right.owner) >= self._owner_match
        if left.thing == _COUNTRY:
            return False
        return not left.scope or not right.scope or left.scope == right.scope

    def _may_conflict(self, left: AnyClaim, right: AnyClaim) -> bool:
        """What happens once happens in one place; other things only where both stories give one day and one place."""
        relation, _, event = left.about.thing.partition(" of ")
        spec = self._relations.get(relation, {"once": True})
        if left.about.status != right.about.status:
            return False
        named = (
            _PLACE + fold(left.value.name) in right.about.context
            or _PLACE + fold(right.value.name) in left.about.context
        )
        if spec.get("fluid") and named:
            return False
        days = {day for day in left.about.context & right.about.context if not day.startswith(_PLACE)}
        return bool(spec.get("once") or event in spec.get("sole", ()) or days)

    def _are_of_one_level(self, left: Name, right: Name) -> bool:
        """Two towns, two countries, home and hospital; of what no list knows nobody can say."""
        if _KIND in (left.kind, right.kind):
            return left.kind == right.kind
        one, other = self._gazetteer.find(left.name), self._gazetteer.find(right.name)
        if one is None or other is None:
            return (
                one is other
                and bool(left.kind)
                and left.kind == right.kind
                and left.kind in self._words["compare"]["settled"]
            )
        mine, yours = self._levels.get(one.type), self._levels.get(other.type)
        return mine is not None and mine == yours
