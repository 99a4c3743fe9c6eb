"""Where somebody was born, died or lives, where something was made, is held or based, and in which country a town lies.

Value: `Name`, as written or the kind of place (`home`, `hospital`), with what it is as `kind`. About: `thing` what is told
of it (`birth`), `owner` of whom or what, by name or by its common noun, `scope` the sort of thing, `context` its days.
Size: always 1 for two places, 0 for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from checker.bearings import Bearings
from checker.fields.place import Field as Places
from checker.model import About, AnyClaim, Claim, Difference, Name
from checker.names import match
from checker.places import gazetteer
from checker.towns import Towns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Parsed

_KIND = "kind of place"
_COUNTRY = "country"


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
        self._owner_match: float = words["compare"]["owner_match"]

    def find(self, parsed: Parsed) -> Iterator[Claim[Name]]:
        """A claim for every place that belongs to one of the verbs and nouns of the rules."""
        bearings = Bearings(parsed, self._words["grammar"])
        for start, end, value, token in self._spots(parsed):
            about = self._about(parsed, bearings, token)
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
            if mention.kind == "place" and mention.type != "demonym":
                yield mention.start, mention.end, Name(mention.name, mention.type or None), span.root
        for token in parsed.doc:
            kind = self._kinds.get(token.lemma_.lower())
            if kind and token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj" and token.tag_ in ("NN", "NNP"):
                start = (
                    token.left_edge.idx
                    if token.i - token.left_edge.i <= self._words["compare"]["longest"]
                    else token.idx
                )
                yield start, token.idx + len(token), Name(kind, _KIND), token

    def _about(self, parsed: Parsed, bearings: Bearings, place: Token) -> About | None:
        """The first of the relations that what the place belongs to tells of."""
        for bearing in bearings.of(place):
            for name, spec in self._relations.items():
                if bearing.preposition in spec["prepositions"] and self._tells(bearing.head, spec):
                    return (
                        None if bearings.is_doubtful(bearing.head) else self._told(parsed, bearings, bearing.head, name)
                    )
        return None

    def _tells(self, head: Token, spec: Mapping[str, Any]) -> bool:
        if head.lemma_.lower() in spec.get("nouns", ()):
            return head.pos_ == "NOUN"
        if head.lemma_.lower() not in spec["verbs"] or head.pos_ not in ("VERB", "AUX"):
            return False
        with_ = spec["verbs"][head.lemma_.lower()]
        if with_ == "VBN":
            return head.tag_ == "VBN"
        return not with_ or any(child.lower_ == with_ for child in head.children)

    def _told(self, parsed: Parsed, bearings: Bearings, head: Token, name: str) -> About | None:
        spec = self._relations[name]
        sentence = parsed.sentence_at(head.idx)
        days = frozenset(
            repr(figure.value)
            for figure in parsed.figures
            if figure.kind == "date" and sentence.start <= figure.start < sentence.end
        )
        subject = bearings.subject(head)
        if head.pos_ == "NOUN" or subject is None:
            return None
        group = self._groups.get(subject.noun, subject.noun)
        if spec["of"] == "person" and not subject.name:
            return None
        if spec["of"] == "thing" and not subject.name and group not in spec["groups"]:
            return None
        if spec["of"] == "event":
            if group not in spec["groups"]:
                return None
            return About(thing=f"{name} of {group}", canonical=True, context=days)
        return About(thing=name, canonical=True, owner=subject.name, scope=frozenset({group} - {""}), context=days)

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
                if not mine and not yours and self._is_of_one_time(claims[one].about, claims[other].about):
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

    def _is_of_one_time(self, left: About, right: About) -> bool:
        """What happens once happens at one time; other things only where both stories give one day."""
        name = left.thing.split(" of ")[0]
        once = (
            left.thing == _COUNTRY
            or self._relations[name].get("once")
            or left.thing.split(" of ")[-1] in self._relations[name].get("sole", ())
        )
        return bool(once or left.context & right.context)

    def _are_of_one_level(self, left: Name, right: Name) -> bool:
        """Two towns, two countries, home and hospital; of what no list knows nobody can say."""
        if left.kind == _KIND or right.kind == _KIND:
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
