"""Which claim answers which, inside one event, over any number of stories.

Mentions of one fact in one story are gathered first. Facts of different stories are then joined, the surest first:

- *the same*: their values agree or are compatible, and nothing that is known of what they are about is at odds;
- *alike*: names spelled almost alike, where neither has its match in the other story;
- *answering*: what neither story shares with the other, but both say of one thing, or in one sentence;
- *open*: what cannot be compared, where nothing else answers either.

A fact that has its match in a story never answers another fact there: whatever can be explained as agreement is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, permutations, product
from typing import Any

from checker.judge import Judge
from checker.likeness import likeness
from checker.model import Amount, AnyClaim, Difference, Interval
from checker.parsed import Parsed
from checker.slots import same_slot


@dataclass(frozen=True, slots=True)
class Row:
    """Claims that answer each other.

    Attributes:
        field: the kind of fact.
        claims: every mention, by story and position.
        evidence: why they answer each other; empty for a fact that one story alone states.
        inside: the claims are one story's own, set against each other.
        difference: what they are to each other, where that is known without comparing them two by two.
    """

    field: str
    claims: tuple[AnyClaim, ...]
    evidence: str
    inside: bool = False
    difference: Difference | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Fact:
    """The mentions of one fact in one story; the first speaks for all."""

    story: int
    claims: tuple[AnyClaim, ...]

    @property
    def lead(self) -> AnyClaim:
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class _Edge:
    """Two facts that may answer each other."""

    rank: int
    strength: float
    left: int
    right: int
    evidence: str


_SAME, _ALIKE, _ANSWERS, _OPEN = 0, 1, 2, 3
# A likeness that nothing reaches, for what a field's settings leave out.
_NEVER = 9.0


def pair(stories: Sequence[Parsed], claims: Mapping[str, Sequence[AnyClaim]], judge: Judge) -> tuple[Row, ...]:
    """The rows of the fact table, those that one story alone states included.

    Args:
        stories: the stories of one event, in order of their names.
        claims: the claims of each story, by name.
        judge: for each field's `[pairing]` table and for what counts as harmless.
    """
    sentences = _Sentences(stories)
    rows: list[Row] = []
    for name in judge.fields:
        pool = [[claim for claim in claims[story.story.name] if claim.field == name] for story in stories]
        rows.extend(_Joiner(name, pool, sentences, judge).rows())
    return tuple(rows)


class _Sentences:
    """The likeness of every two sentences of the event's stories, measured once."""

    def __init__(self, stories: Sequence[Parsed]) -> None:
        self._texts = [story.text[s.start : s.end] for story in stories for s in story.sentences]
        self._first: list[int] = []
        total = 0
        for story in stories:
            self._first.append(total)
            total += len(story.sentences)

    @cached_property
    def _matrix(self) -> list[list[float]]:
        matrix: list[list[float]] = likeness(self._texts).tolist()
        return matrix

    def alike(self, left: _Fact, right: _Fact) -> float:
        """The likeness of the two most similar sentences in which the facts are mentioned."""
        matrix = self._matrix
        if len(left.claims) == len(right.claims) == 1:
            return matrix[self._first[left.story] + left.lead.sentence][self._first[right.story] + right.lead.sentence]
        rows = {self._first[left.story] + claim.sentence for claim in left.claims}
        columns = {self._first[right.story] + claim.sentence for claim in right.claims}
        return max(matrix[row][column] for row in rows for column in columns)


class _Joiner:
    """Joins the facts of one field."""

    def __init__(self, name: str, pool: Sequence[Sequence[AnyClaim]], sentences: _Sentences, judge: Judge) -> None:
        self._name = name
        self._field = judge.fields[name]
        self._sentences = sentences
        self._judge = judge
        self._mode = judge.mode
        ruleset = judge.ruleset
        self._pairing: Mapping[str, Any] = ruleset.words(name)["pairing"]
        self._by: str = self._pairing.get("by", "likeness")
        self._words = ruleset.words("pairing")
        self._facts = [fact for story, claims in enumerate(pool) for fact in self._gather(story, claims)]
        self._measured: dict[tuple[object, ...], tuple[Difference | None, bool]] = {}

    def rows(self) -> Iterator[Row]:
        """The rows, each a set of facts that were joined."""
        cluster = list(range(len(self._facts)))
        members = {index: [index] for index in cluster}
        evidence: dict[int, str] = {}
        matched: set[tuple[int, int, str]] = set()
        joined: dict[tuple[int, int, str], list[_Edge]] = {}
        for edge in sorted(self._edges(), key=lambda e: (e.rank, -e.strength, e.left, e.right)):
            same = edge.rank == _SAME
            one, other = cluster[edge.left], cluster[edge.right]
            if not same and (not self._is_free(edge, matched) or self._is_explained(edge, joined)):
                continue
            joins = one != other and self._may_join(members[one], members[other], edge)
            if self._is_across(edge) and (same or joins) and self._settles(edge):
                matched |= self._matches(edge)
                joined.setdefault(self._place(edge), []).append(edge)
            if not joins:
                continue
            for index in members[other]:
                cluster[index] = one
            members[one] += members.pop(other)
            known = evidence.pop(other, "") or evidence.get(one, "")
            evidence[one] = edge.evidence if not same else known or edge.evidence
        for key in sorted(members, key=lambda k: min(members[k])):
            claims = [claim for index in sorted(members[key]) for claim in self._facts[index].claims]
            yield Row(self._name, tuple(claims), evidence.get(key, ""))

    def _settles(self, edge: _Edge) -> bool:
        """Nothing else in either story may answer the two: no loose likeness, no name that two may have."""
        loose = self._pairing.get("loose", ())
        difference = self._measure(self._facts[edge.left], self._facts[edge.right])[0] if loose else None
        apart = difference is not None and difference.name in loose
        return not apart and self._vague.isdisjoint((edge.left, edge.right))

    @cached_property
    def _vague(self) -> frozenset[int]:
        """Facts that may be any of several of their story: a surname that two people have is nobody's match."""
        short = self._pairing.get("vague", ())
        longer = Counter(
            one
            for one, other in permutations(range(len(self._facts)), 2)
            if short
            and self._facts[one].story == self._facts[other].story
            and len(self._facts[one].lead.value.name) < len(self._facts[other].lead.value.name)
            and (difference := self._measure(self._facts[one], self._facts[other])[0]) is not None
            and difference.name in short
        )
        return frozenset(one for one, times in longer.items() if times > 1)

    def _is_across(self, edge: _Edge) -> bool:
        return self._facts[edge.left].story != self._facts[edge.right].story

    def _place(self, edge: _Edge) -> tuple[int, int, str]:
        """The two stories and the thing that an edge is about."""
        left, right = self._facts[edge.left], self._facts[edge.right]
        return min(left.story, right.story), max(left.story, right.story), left.lead.about.thing

    def _gather(self, story: int, claims: Sequence[AnyClaim]) -> list[_Fact]:
        """Mentions with one value and one thing they are about are one fact; wordings are facts of their own."""
        groups: dict[object, list[AnyClaim]] = {}
        for index, claim in enumerate(claims):
            about = claim.about
            key: tuple[object, ...]
            if self._by == "likeness":
                key = (index,)
            elif self._by == "identity":
                key = (repr(claim.value),)
            else:
                key = (repr(claim.value), about.thing, about.owner, about.scope, about.other_event, about.status)
            groups.setdefault(key, []).append(claim)
        return [_Fact(story, tuple(group)) for group in groups.values()]

    def _edges(self) -> Iterator[_Edge]:
        judge = {"identity": self._by_identity, "about": self._by_about, "likeness": self._by_likeness}[self._by]
        for i, j in self._comparable():
            left, right = self._facts[i], self._facts[j]
            if left.story != right.story or self._is_repeated(left, right):
                edge = judge(left, right)
                if edge is not None:
                    rank, strength, evidence = edge
                    yield _Edge(rank, strength, i, j, evidence)

    def _comparable(self) -> Iterable[tuple[int, int]]:
        """Facts that may answer each other at all: any two names, but only claims about one thing.

        A field of many claims may know better: its `candidates` are the pairs worth a look.
        """
        if hasattr(self._field, "candidates"):
            pairs: Iterable[tuple[int, int]] = self._field.candidates([fact.lead for fact in self._facts])
            return pairs
        if self._by == "identity":
            return combinations(range(len(self._facts)), 2)
        groups: dict[str, dict[int, list[int]]] = {}
        for index, fact in enumerate(self._facts):
            groups.setdefault(fact.lead.about.thing, {}).setdefault(fact.story, []).append(index)
        return chain.from_iterable(self._within(list(group.values())) for group in groups.values())

    def _within(self, stories: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
        """Pairs of facts of two stories; of one story only where both are about a thing from the word lists."""
        for one, other in combinations(stories, 2):
            yield from product(one, other)
        if self._by == "about":
            for own in stories:
                yield from combinations([i for i in own if self._facts[i].lead.about.canonical], 2)

    def _is_repeated(self, left: _Fact, right: _Fact) -> bool:
        """One story says one thing twice, in two ways: `about 50 hurt` in the headline, `at least 50 injured` below."""
        about = left.lead.about
        return (
            self._by == "about"
            and about.canonical
            and about.thing == right.lead.about.thing
            and self._measure(left, right)[1]
        )

    def _measure(self, left: _Fact, right: _Fact) -> tuple[Difference | None, bool]:
        """How the facts' values differ, and whether that is harmless."""
        # Wordings are compared with what stands around them, so that their values alone are no key.
        around = (left.lead.about, right.lead.about) if self._by == "likeness" else ()
        key = (repr(left.lead.value), repr(right.lead.value), *around)
        if key not in self._measured:
            difference = self._judge.measure(left.lead, right.lead)
            self._measured[key] = difference, self._judge.is_harmless(self._name, difference)
        return self._measured[key]

    def _by_identity(self, left: _Fact, right: _Fact) -> tuple[int, float, str] | None:
        """Names and dates: the value says what the claim is about."""
        difference, harmless = self._measure(left, right)
        if difference is None:
            return _SAME, 1.0, "the same value"
        alike = self._sentences.alike(left, right)
        slot = same_slot(left.lead.about, right.lead.about, self._words) if left.lead.about.thing else 0.0
        if harmless:
            return self._harmless_identity(difference, alike, slot)
        if isinstance(left.lead.value, Interval) and left.lead.text.lower() == right.lead.text.lower():
            # The same words of another day: `today`, in two stories.
            return None
        if self._is_one_post(
            left, right, difference, max(slot, alike - self._pairing.get("one_post_likeness", _NEVER))
        ):
            return _ANSWERS, slot + alike, f"the same {left.lead.about.thing or 'sentence'}"
        return self._other_identity(difference, alike, slot, left.lead.about.thing)

    def _is_one_post(self, left: _Fact, right: _Fact, difference: Difference, told: float) -> bool:
        """Two given names of one surname, both written out, where the post, the age or the sentence is the same."""
        whole = " " in left.lead.text and " " in right.lead.text
        return told > 0 and whole and difference.name in self._pairing.get("one_post", ())

    def _harmless_identity(self, difference: Difference, alike: float, slot: float) -> tuple[int, float, str] | None:
        """One thing in other words; some of these only where the sentences tell the same, or nothing else fits."""
        settings = self._pairing
        firm = difference.name in settings.get("firm", ())
        told = slot > 0 and slot + alike >= settings.get("compatible_slot", _NEVER)
        if not firm and not told and alike < settings.get("compatible_likeness", 0.0):
            return None
        if self._judge.is_open(self._name, difference):
            return _OPEN, alike, "nothing else in the other story answers either"
        if difference.name in settings.get("alone", ()):
            return _ALIKE, alike, "harmless, and nothing else in the other story answers either"
        return _SAME, 0.9 - difference.size / 2, "compatible values"

    def _other_identity(
        self, difference: Difference, alike: float, slot: float, thing: str
    ) -> tuple[int, float, str] | None:
        """Two spellings of one name, or two values where both stories tell one thing."""
        settings = self._pairing
        near = difference.name in settings.get("alike", ())
        if near and (difference.size <= settings["alike_size"] or alike >= settings["alike_likeness"] or slot > 0):
            evidence = "spelled alike, and nothing else in the other story answers either"
            return _ALIKE, 1 - difference.size + alike, evidence
        if slot >= settings.get("slot", _NEVER) or slot + alike >= settings.get("slot_or_likeness", _NEVER):
            return _ANSWERS, 1 + slot + alike, f"the same {thing}"
        if alike >= settings.get("residue", {}).get(self._mode, _NEVER):
            return _ANSWERS, alike, "the same sentence, and nothing else in the other story answers either"
        return None

    def _by_about(self, left: _Fact, right: _Fact) -> tuple[int, float, str] | None:
        """Figures: what is measured says which claims answer each other."""
        settings = self._pairing
        slot = same_slot(left.lead.about, right.lead.about, self._words)
        difference, harmless = self._measure(left, right)
        if slot <= 0 and difference is not None:
            return None
        thing = left.lead.about.thing
        alike = self._sentences.alike(left, right)
        told = f"both tell {thing or 'the same'}"
        if difference is None:
            known = slot > 0 and bool(thing)
            bar = min(settings["same_likeness"], settings.get("residue", {}).get(self._mode, _NEVER))
            return (_SAME, 1 + slot, told) if known or alike >= bar else None
        bar = settings["only_one" if self._are_only(left, right) else "slot_or_likeness"]
        certain = slot >= settings["slot"] or (bool(thing) and slot + alike >= bar)
        if harmless:
            fits = certain or alike >= settings["compatible_likeness"]
            if self._judge.is_open(self._name, difference):
                # What cannot be compared is set side by side only where either story has nothing else to offer.
                only = self._are_only(left, right) or alike >= self._words["open_likeness"]
                return (_OPEN, slot, told) if fits and only else None
            return (_SAME, slot - difference.size / 10, told) if fits else None
        if _is_single(left, right, difference, self._words):
            return None
        # A guess answers nothing by itself, except where the sentence is known to be the same.
        guess = left.lead.weak or right.lead.weak
        fits = (certain and not guess) or alike >= settings.get("residue", {}).get(self._mode, _NEVER)
        return (_ANSWERS, slot + alike - difference.size, told) if fits else None

    def _are_only(self, left: _Fact, right: _Fact) -> bool:
        """Either story has one figure for a thing from the word lists, whoever it belongs to."""
        return left.lead.about.canonical and all(
            self._tellings[fact.story, fact.lead.about.thing] == 1 for fact in (left, right)
        )

    @cached_property
    def _tellings(self) -> Counter[tuple[int, str]]:
        """How many figures each story has for each thing."""
        return Counter((fact.story, fact.lead.about.thing) for fact in self._facts)

    def _by_likeness(self, left: _Fact, right: _Fact) -> tuple[int, float, str] | None:
        """Wordings: the field itself says how much two of them look like answers to each other."""
        if self._sentences.alike(left, right) < self._pairing.get("sentence", 0.0):
            return None
        value = self._field.likeness(left.lead, right.lead)  # type: ignore[attr-defined]
        if value < self._pairing.get("likeness_in", {}).get(self._mode, self._pairing["likeness"]):
            return None
        difference, harmless = self._measure(left, right)
        if difference is None:
            return _SAME, 1 + value, "the same words"
        rank = _SAME if harmless else _ANSWERS
        return (
            rank,
            value + self._sentences.alike(left, right) / 10,
            "like words of the same speaker or on the same matter",
        )

    def _matches(self, edge: _Edge) -> set[tuple[int, int, str]]:
        """Which fact has its match in which story; a sum in one currency leaves room for the sum in another."""
        left, right = self._facts[edge.left], self._facts[edge.right]
        return {(edge.left, right.story, _currency(right)), (edge.right, left.story, _currency(left))}

    def _is_free(self, edge: _Edge, matched: set[tuple[int, int, str]]) -> bool:
        """Neither fact has its match in the other's story."""
        return not matched & self._matches(edge)

    def _is_explained(self, edge: _Edge, joined: Mapping[tuple[int, int, str], Sequence[_Edge]]) -> bool:
        """The two stories have a match on this very thing already; what is left over is something else about it."""
        left, right = self._facts[edge.left], self._facts[edge.right]
        if edge.rank != _ANSWERS or self._by != "about" or not left.lead.about.canonical:
            return False
        return any(
            same_slot(self._facts[e.left].lead.about, left.lead.about, self._words) > 0
            and _currencies(self._facts[e.left], self._facts[e.right]) == _currencies(left, right)
            for e in joined.get(self._place(edge), ())
        )

    def _may_join(self, one: Sequence[int], other: Sequence[int], edge: _Edge) -> bool:
        """A row holds one fact of a story, or several that agree, as all facts joined for agreeing must."""
        for left, right in product(one, other):
            a, b = self._facts[left], self._facts[right]
            bound = edge.rank == _SAME or a.story == b.story
            if bound and _currency(a) == _currency(b) and not self._measure(a, b)[1]:
                return False
        return True


def _is_single(left: _Fact, right: _Fact, difference: Difference, words: Mapping[str, Any]) -> bool:
    """One figure is a handful and the other many times that: one person of many, not another total.

    Figures that are worlds apart are of two things too, unless million and billion were mistaken.
    """
    amounts = [fact.lead.value.amount for fact in (left, right) if isinstance(fact.lead.value, Amount)]
    if not amounts or difference.name == "magnitude":
        return False
    handful = min(amounts) <= words["handful"] and difference.size >= words["handful_apart"]
    return bool(handful or difference.size >= words["worlds_apart"])


def _currency(fact: _Fact) -> str:
    return getattr(fact.lead.value, "currency", None) or ""


def _currencies(left: _Fact, right: _Fact) -> tuple[str, ...]:
    """Sums in one currency are explained only by sums in the same."""
    return tuple(sorted((_currency(left), _currency(right))))
