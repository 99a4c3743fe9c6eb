"""Whom descriptions stand for: rows of the names and descriptions of one person, one body or one group.

The rows of names come first: they say which names of several stories are one person's. A description belongs to the
name that its story puts beside it; else to the only one who goes by such a noun in any of the stories; else to the only
one of whom the stories tell the same act. What nobody's name answers is one referent where two stories use one noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from checker.deeds import Deeds
from checker.described import WHOSE
from checker.judge import Judge
from checker.model import About, AnyClaim, Difference, Name
from checker.pair import Row
from checker.parsed import Parsed
from checker.places import gazetteer
from checker.vocabulary import is_word

_FIELD = "description"
_NAMED = {"person": "person", "organisation": "body"}
_AGE = re.compile(r",? \(?(\d{1,3})\b[,.;)]")
_ROUNDS = 3
# Descriptions without a noun, and the sign by which they are known.
_BARE = {"aged": "age ", "national": "of "}


@dataclass(slots=True)
class _Referent:
    """Somebody of the event.

    Attributes:
        kind: `person`, `body` or `group`.
        names: every mention by name.
        told: every description.
        called: classes of nouns for it.
        acts: what it does and suffers.
    """

    kind: str
    names: list[AnyClaim] = field(default_factory=list)
    told: list[AnyClaim] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)

    def take(self, claim: AnyClaim) -> None:
        self.told.append(claim)
        self.called.add(claim.about.thing)
        for one in claim.about.context:
            if one != WHOSE:
                (self.acts if ":" in one else self.called).add(one)


def referents(
    stories: Sequence[Parsed], claims: Mapping[str, Sequence[AnyClaim]], rows: Iterable[Row], judge: Judge
) -> tuple[Row, ...]:
    """The rows in which somebody is described.

    Args:
        stories: the stories of one event.
        claims: the claims of each story, by name.
        rows: the rows of the other fields.
        judge: for the word lists.
    """
    words = judge.ruleset.words(_FIELD)
    cast = _Cast(words)
    for row in rows:
        if row.field in _NAMED and not row.inside:
            cast.add(row, judge)
    for story in stories:
        cast.watch(story)
    for story in stories:
        cast.recognise(story)
    cast.resolve([claim for name in sorted(claims) for claim in claims[name] if claim.field == _FIELD])
    return tuple(cast.rows())


class _Cast:
    """Everybody of an event."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self._acts = Deeds(words["acts"])
        self._kinds = {thing: kind for kind in ("person", "body", "group") for thing in words[kind]}
        self._posts = frozenset(words["near"]["posts"])
        self._near: dict[str, set[str]] = {}
        for one, other in words["near"]["classes"]:
            self._near.setdefault(one, set()).add(other)
            self._near.setdefault(other, set()).add(one)
        self._kinds_of_body = frozenset(word.lower() for word in words["organisation"]["forms"]["last"])
        self._gazetteer = gazetteer(words["places"])
        self._all: list[_Referent] = []
        self._known: dict[str, list[tuple[tuple[str, ...], _Referent, str]]] | None = None
        self._by_name: dict[tuple[str, str, str], _Referent] = {}

    def add(self, row: Row, judge: Judge) -> None:
        """The bearer of the names of a row; of names that are at odds nobody knows whose they are."""
        names = {claim.value.name: claim for claim in row.claims}
        if not all(judge.agree(one, other) for one, other in combinations(names.values(), 2)):
            return
        referent = _Referent(_NAMED[row.field], names=list(row.claims))
        self._all.append(referent)
        for claim in row.claims:
            self._by_name.setdefault((claim.story, _NAMED[claim.field], claim.value.name), referent)

    def watch(self, story: Parsed) -> None:
        """What a story tells of those whom it names: what they do and suffer, and how old they are."""
        heads = _heads(story)
        for mention in story.mentions:
            referent = self._by_name.get((story.story.name, _NAMED.get(mention.kind, ""), mention.name))
            if referent is None:
                continue
            age = _AGE.match(story.text, mention.end)
            if age and mention.kind == "person":
                referent.called.add(f"age {age[1]}")
            for token in heads.get(mention.start, ()):
                referent.acts |= self._acts.of(token)

    def recognise(self, story: Parsed) -> None:
        """Names of the event where this story's capitals did not tell them, and towns that stand for teams."""
        if self._known is None:
            self._known = self._keys(story.doc.vocab)
        known = self._known
        read = [claim for one in self._all for claim in one.names if claim.story == story.story.name]
        tokens = list(story.doc)
        done = 0
        for token in tokens:
            for words, referent, kind in known.get(token.lower_, ()):
                end = token.i + len(words)
                if not token.text[0].isupper() or tuple(t.lower_ for t in tokens[token.i : end]) != words:
                    continue
                if token.i < done or not self._is_meant(kind, tokens, token.i, end):
                    continue
                stop = tokens[end - 1].idx + len(tokens[end - 1])
                claim = story.claim(
                    _FIELD,
                    token.idx,
                    stop,
                    Name(referent.names[0].value.name),
                    About(thing="town" if kind == "town" else "name"),
                )
                if not any(_is_taken(claim, other, referent.kind, story) for other in read):
                    referent.told.append(replace(claim, weak=True))
                    done = end

    def _is_meant(self, kind: str, tokens: Sequence[Any], first: int, end: int) -> bool:
        """A team's town is no place here: nothing happens in it. A house's short name is one: somebody is at it."""
        placed = bool(first) and tokens[first - 1].lower_ in self._words["phrase"]["where"]
        if kind != "town":
            return kind == "name" or placed
        after = tokens[end] if end < len(tokens) else None
        goes_on = after is not None and (after.text in (",", "-", ")") or (after.is_alpha and after.text[0].isupper()))
        return not placed and not goes_on

    def _keys(self, vocab: Any) -> dict[str, list[tuple[tuple[str, ...], _Referent, str]]]:
        """What to look for, by its first word; what two of the event go by tells nobody."""
        found: dict[tuple[tuple[str, ...], str], dict[int, _Referent]] = {}
        for one in self._all:
            for name in sorted({claim.value.name for claim in one.names if not claim.weak}):
                for words, kind in self._forms(tuple(name.lower().split()), one.kind, vocab):
                    found.setdefault((words, kind), {})[id(one)] = one
        keys: dict[str, list[tuple[tuple[str, ...], _Referent, str]]] = {}
        for words, kind in sorted(found, key=lambda form: (-len(form[0]), form)):
            if len(found[words, kind]) == 1:
                (referent,) = found[words, kind].values()
                keys.setdefault(words[0], []).append((words, referent, kind))
        return keys

    def _forms(self, words: tuple[str, ...], bearer: str, vocab: Any) -> Iterator[tuple[tuple[str, ...], str]]:
        """By what else the bearer of a name goes: surname, given name, nickname, the town of a team, a house's name."""
        if len(words) < 2 or not all(word.isalpha() for word in words):  # noqa: PLR2004 - a name of several words
            return
        yield words, "name"
        if bearer == "person":
            yield from ((part, "name") for part in (words[:1], words[-1:]) if self._is_telling(part[0], vocab))
        elif words[-1] in self._kinds_of_body:
            yield from [(words[:-1], "house")] if len(words) > 2 else ()  # noqa: PLR2004 - Ann Lowry Clinic
        elif words[-1].endswith("s") and self._is_town(" ".join(words[:-1])):
            yield words[-1:], "name"
            yield words[:-1], "town"

    def _is_town(self, name: str) -> bool:
        place = self._gazetteer.find(name)
        return place is not None and place.type not in ("country", "demonym")

    def _is_telling(self, word: str, vocab: Any) -> bool:
        """A part of a name that is no place and no word."""
        long = len(word) >= self._words["phrase"]["letters"]
        return long and self._gazetteer.find(word) is None and not is_word(word, vocab)

    def resolve(self, told: Sequence[AnyClaim]) -> None:
        """Give each description its referent."""
        for claim in told:
            self._give(claim)
        # Whose name stands beside them is known, though nothing may be known of him.
        left = [claim for claim in told if not claim.about.owner]
        for _ in range(_ROUNDS):
            left = [claim for claim in left if not self._is_taken(claim)]
        self._unnamed(left)

    def _give(self, claim: AnyClaim) -> None:
        """A description to the bearer of the name that stands beside it."""
        kind = self._kinds[claim.about.thing]
        referent = self._by_name.get((claim.story, kind, claim.about.owner)) if claim.about.owner else None
        if referent is not None:
            referent.take(claim)

    def _is_taken(self, claim: AnyClaim) -> bool:
        kind = self._kinds[claim.about.thing]
        if kind == "group":
            return False
        # `The company` is one that its own story names; somebody whom it does not name is no minor figure elsewhere.
        cast = [
            one
            for one in self._all
            if one.kind == kind and (_names_in(one, claim.story) or (kind == "person" and self._is_leading(one)))
        ]
        # Somebody's wife or coach is known by what happens to her only.
        found = [] if WHOSE in claim.about.context else self._by_noun(claim, cast)
        if len(found) != 1 and kind == "person":
            acts = {one for one in claim.about.context if ":" in one}
            found = [
                one for one in found or cast if one.acts & acts and _fits(claim, one) and self._is_free(claim, one)
            ]
        if len(found) != 1:
            return False
        found[0].take(claim)
        return True

    def _is_leading(self, referent: _Referent) -> bool:
        """Named more than once, or where the story begins."""
        opening: int = self._words["phrase"]["first_sentences"]
        return len(referent.names) > 1 or any(name.sentence < opening for name in referent.names)

    def _is_free(self, claim: AnyClaim, referent: _Referent) -> bool:
        """Nobody is known by one post and meant by another."""
        posts = referent.called & self._posts
        return not posts or claim.about.thing in posts or claim.about.thing not in self._posts

    def _by_noun(self, claim: AnyClaim, cast: Sequence[_Referent]) -> list[_Referent]:
        thing = claim.about.thing
        if thing in _BARE:
            signs = {sign for sign in claim.about.context if sign.startswith(_BARE[thing])}
            return [one for one in cast if signs & one.called and _fits(claim, one)]
        found = [one for one in cast if thing in one.called and _fits(claim, one)]
        if found:
            return found
        acts = {one for one in claim.about.context if ":" in one}
        near = self._near.get(thing, set())
        return [one for one in cast if near & one.called and acts & one.acts and _fits(claim, one)]

    def _unnamed(self, left: Sequence[AnyClaim]) -> None:
        """Descriptions that no name answers."""
        groups: dict[str, _Referent] = {}
        for claim in left:
            thing = claim.about.thing
            if self._kinds[thing] == "body" or thing in _BARE or WHOSE in claim.about.context:
                continue
            if thing not in groups:
                groups[thing] = _Referent(self._kinds[thing])
                self._all.append(groups[thing])
            groups[thing].take(claim)

    def rows(self) -> Iterator[Row]:
        """A row for everybody who is described and stands in two stories."""
        for referent in self._all:
            claims = sorted((*referent.names, *referent.told), key=lambda c: (c.story, c.start, c.end))
            if not referent.told or len({claim.story for claim in claims}) < 2:  # noqa: PLR2004 - across stories
                continue
            if (not referent.names and self._is_plain(referent)) or self._is_introduced(referent, claims):
                continue
            reason = _reason(referent)
            yield Row(_FIELD, tuple(claims), "one referent", difference=Difference(reason))

    def _is_introduced(self, referent: _Referent, claims: Sequence[AnyClaim]) -> bool:
        """All stories name him, and descriptions stand beside his name only: the rows of names say it all."""
        named = {claim.story for claim in referent.names}
        return named == {claim.story for claim in claims} and all(claim.about.owner for claim in referent.told)

    def _is_plain(self, referent: _Referent) -> bool:
        """All stories use the same nouns."""
        heads: dict[str, set[tuple[str, ...]]] = {}
        for claim in referent.told:
            value = claim.value
            words = value.words[len(value.modifiers) :] if referent.kind == "group" else value.words
            heads.setdefault(claim.story, set()).add(words)
        return len({frozenset(one) for one in heads.values()}) == 1


def _is_taken(claim: AnyClaim, other: AnyClaim, kind: str, story: Parsed) -> bool:
    """The words were read as a name of the same kind, or are a part of a longer one: Lowry of Lowry Foundation."""
    if claim.end <= other.start or other.end <= claim.start:
        return False
    before, after = story.story.text[: claim.start][-1:], story.story.text[claim.end : claim.end + 1]
    longer = other.end - other.start > claim.end - claim.start
    return _NAMED[other.field] == kind or (longer and "-" not in (before, after))


def _names_in(referent: _Referent, story: str) -> bool:
    return any(name.story == story for name in referent.names)


def _reason(referent: _Referent) -> str:
    if referent.kind == "group":
        return "group"
    things = {claim.about.thing for claim in referent.told}
    return "description" if things - {"name", "town"} else "town" if "town" in things else "name"


def _fits(claim: AnyClaim, referent: _Referent) -> bool:
    """The description gives its referent no other nationality, no other age and no other side in one act."""
    for sign in ("of ", "age "):
        mine = {one for one in claim.about.context if one.startswith(sign)}
        yours = {one for one in referent.called if one.startswith(sign)}
        if mine and yours and not mine & yours:
            return False
    return not any(_other_side(act) in referent.acts and act not in referent.acts for act in claim.about.context)


def _other_side(act: str) -> str:
    """Who kills is not killed: `kill:s` for `kill:o`."""
    verb, sign, role = act.partition(":")
    return f"{verb}:{'o' if role == 's' else 's'}" if sign else ""


def _heads(story: Parsed) -> dict[int, list[Any]]:
    """The tokens by which names hang on their sentences, by the first character of the name."""
    places = story.doc.to_array("IDX")
    heads: dict[int, list[Any]] = {}
    for mention in story.mentions:
        first, end = places.searchsorted((mention.start, mention.end))
        for token in story.doc[int(first) : int(end)]:
            if token.head.i == token.i or not first <= token.head.i < end:
                heads.setdefault(mention.start, []).append(token)
    return heads
