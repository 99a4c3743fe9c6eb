"""Which claim answers which, inside one event, over any number of stories.

Mentions of one fact in one story are gathered first. Facts of different stories are then joined, the surest first:

- *the same*: their values agree or are compatible, and nothing that is known of what they are about is at odds;
- *alike*: names spelled almost alike, where neither has its match in the other story;
- *told*: what the field itself knows to be of one happening, whatever vaguer match either has in the other story;
- *answering*: what neither story shares with the other, but both say of one thing, or in one sentence;
- *open*: what cannot be compared, where nothing else answers either.

A fact that has its match in a story never answers another fact there: whatever can be explained as agreement is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, combinations, permutations, product
from typing import Any, NamedTuple

from checker.judge import Judge
from checker.likeness import likeness
from checker.model import Amount, AnyClaim, Difference, Interval
from checker.parsed import Parsed
from checker.slots import Slots, same_slot


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
    """The mentions of one fact in one story.

    Attributes:
        story: the story's place among the stories.
        claims: the mentions.
        lead: the first of them, which speaks for all.
        kind: a number for what the fact differs by: two facts of one kind are to any other fact the same.
        currency: that of a sum of money, else empty.
        sentences: in which it is mentioned, counted through all stories.
    """

    story: int
    claims: tuple[AnyClaim, ...]
    lead: AnyClaim
    kind: int
    currency: str
    sentences: tuple[int, ...]


class _Edge(NamedTuple):
    """Two facts that may answer each other."""

    rank: int
    strength: float
    left: int
    right: int
    evidence: str
    # Whether it holds however much else the two stories have in common on the thing.
    sure: bool = False


_SAME, _ALIKE, _TOLD, _ANSWERS, _OPEN = range(5)
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
    for name in judge.active:
        # Descriptions are paired by whom they stand for: `checker.referents`.
        if judge.ruleset.words(name)["pairing"].get("by") == "referent":
            continue
        pool = [[claim for claim in claims[story.story.name] if claim.field == name] for story in stories]
        rows.extend(_Joiner(name, pool, sentences, judge).rows())
    return tuple(row for row in rows if not _is_told_already(row, rows, judge))


def _is_told_already(row: Row, rows: Sequence[Row], judge: Judge) -> bool:
    """Another field, to which this one `yields`, sets the same words of the same stories against each other."""
    other = judge.ruleset.words(row.field)["pairing"].get("yields", "")
    stories = {claim.story for claim in row.claims}
    return len(stories) > 1 and any(
        all(any(_overlap(claim, told) for told in rival.claims) for claim in row.claims)
        for rival in rows
        if rival.field == other
    )


def _overlap(one: AnyClaim, other: AnyClaim) -> bool:
    return one.story == other.story and one.start < other.end and other.start < one.end


def leftovers(
    stories: Sequence[Parsed], claims: Mapping[str, Sequence[AnyClaim]], judge: Judge
) -> Iterator[tuple[tuple[AnyClaim, ...], tuple[AnyClaim, ...], Mapping[str, float]]]:
    """The pairs of figures that differ and have no match in each other's story, with what they have in common.

    What the weights of `[leftover]` in rules/pairing.toml are fitted to; the arguments are those of `pair`.
    """
    sentences = _Sentences(stories)
    for name in judge.fields:
        pool = [[claim for claim in claims[story.story.name] if claim.field == name] for story in stories]
        yield from _Joiner(name, pool, sentences, judge).leftovers()


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
        if len(left.sentences) == len(right.sentences) == 1:
            return matrix[left.sentences[0]][right.sentences[0]]
        return max(matrix[row][column] for row in left.sentences for column in right.sentences)

    def of(self, story: int, claims: Sequence[AnyClaim]) -> tuple[int, ...]:
        """The sentences in which a story makes these claims, counted through all stories."""
        return tuple({self._first[story] + claim.sentence: None for claim in claims})


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
        self._kinds: dict[object, int] = {}
        self._facts = [fact for story, claims in enumerate(pool) for fact in self._gather(story, claims)]
        self._measured: dict[tuple[int, int], tuple[Difference | None, bool]] = {}
        self._slots = Slots([fact.lead for fact in self._facts], self._words) if self._by == "slot" else None
        self._cluster = list(range(len(self._facts)))
        self._members = {index: [index] for index in self._cluster}
        self._evidence: dict[int, str] = {}
        # Which fact has its match in which story, for sure or vaguely, and what was joined between two stories.
        self._matched: set[tuple[int, int, str]] = set()
        self._vaguely: set[tuple[int, int, str]] = set()
        self._joined: dict[tuple[int, int, str], list[_Edge]] = {}
        self._answers: dict[tuple[int, int], tuple[int, float, str] | None] = {}

    def rows(self) -> Iterator[Row]:
        """The rows, each a set of facts that were joined."""
        self._join(self._edges())
        if self._slots is not None:
            self._join(self._left_over(self._slots))
        for key in sorted(self._members, key=lambda k: min(self._members[k])):
            claims = [claim for index in sorted(self._members[key]) for claim in self._facts[index].claims]
            yield Row(self._name, tuple(claims), self._evidence.get(key, ""))

    def leftovers(self) -> Iterator[tuple[tuple[AnyClaim, ...], tuple[AnyClaim, ...], Mapping[str, float]]]:
        """The figures that are left when those that agree are joined."""
        if self._slots is None:
            return
        self._join(self._edges())
        for left, right, measured in self._leftovers(self._slots):
            one, other = self._facts[left], self._facts[right]
            if not self._measure(one, other)[1]:
                yield one.claims, other.claims, measured

    def _join(self, edges: Iterable[_Edge]) -> None:
        """Join facts, the surest first."""
        for edge in sorted(edges, key=lambda e: (e.rank, -e.strength, e.left, e.right)):
            same = edge.rank == _SAME
            one, other = self._cluster[edge.left], self._cluster[edge.right]
            taken = self._matched if edge.rank == _TOLD else self._matched | self._vaguely
            if not same and (not self._is_free(edge, taken) or self._is_explained(edge)):
                continue
            joins = one != other and self._may_join(self._members[one], self._members[other], edge)
            if self._is_across(edge) and (same or joins) and self._settles(edge):
                matched = self._vaguely if same and self._is_vague(edge) else self._matched
                matched |= self._matches(edge)
                if self._by in ("about", "slot"):
                    self._joined.setdefault(self._place(edge), []).append(edge)
            if not joins:
                continue
            for index in self._members[other]:
                self._cluster[index] = one
            self._members[one] += self._members.pop(other)
            known = self._evidence.pop(other, "") or self._evidence.get(one, "")
            self._evidence[one] = edge.evidence if not same else known or edge.evidence

    def _settles(self, edge: _Edge) -> bool:
        """Nothing else in either story may answer the two: no loose likeness, no name that two may have."""
        loose = self._pairing.get("loose", ())
        difference = self._measure(self._facts[edge.left], self._facts[edge.right])[0] if loose else None
        apart = difference is not None and difference.name in loose
        return not apart and self._ambiguous.isdisjoint((edge.left, edge.right))

    @cached_property
    def _ambiguous(self) -> frozenset[int]:
        """Facts that may be any of several of their story: a surname that two people have is nobody's match."""
        short = self._pairing.get("ambiguous", ())
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

    def _is_vague(self, edge: _Edge) -> bool:
        """One side tells less than the other: `in June` is a match of any day of June, but not the only one."""
        difference = self._measure(self._facts[edge.left], self._facts[edge.right])[0]
        return difference is not None and difference.name in self._pairing.get("vague", ())

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
        return [self._fact(story, group) for group in groups.values()]

    def _fact(self, story: int, claims: Sequence[AnyClaim]) -> _Fact:
        lead = claims[0] if self._by != "slot" else _merged(claims)
        kind = self._kinds.setdefault(self._judge.grounds(lead), len(self._kinds))
        currency = getattr(lead.value, "currency", None) or ""
        return _Fact(story, tuple(claims), lead, kind, currency, self._sentences.of(story, claims))

    def _edges(self) -> Iterator[_Edge]:
        judges = {
            "identity": self._by_identity,
            "about": self._by_about,
            "slot": self._by_slot,
            "likeness": self._by_likeness,
        }
        judge = judges[self._by]
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
        if self._slots is not None:
            own = (
                pair
                for story in {fact.story: None for fact in self._facts}
                for pair in combinations([i for i, f in enumerate(self._facts) if f.story == story], 2)
            )
            return chain(self._slots.comparable([fact.lead for fact in self._facts]), own)
        if self._by == "identity":
            return self._of_like_kinds()
        groups: dict[str, dict[int, list[int]]] = {}
        for index, fact in enumerate(self._facts):
            groups.setdefault(fact.lead.about.thing, {}).setdefault(fact.story, []).append(index)
        return chain.from_iterable(self._within(list(group.values())) for group in groups.values())

    def _of_like_kinds(self) -> Iterator[tuple[int, int]]:
        """Pairs of facts of which nothing is known yet but their kinds, and these may answer each other."""
        kinds: dict[int, list[int]] = {}
        for index, fact in enumerate(self._facts):
            kinds.setdefault(fact.kind, []).append(index)
        for one, other in combinations(kinds.values(), 2):
            if self._may_answer(*self._measure(self._facts[one[0]], self._facts[other[0]])):
                yield from ((min(pair), max(pair)) for pair in product(one, other))
        for alike in kinds.values():
            yield from combinations(alike, 2)

    def _may_answer(self, difference: Difference | None, harmless: bool) -> bool:  # noqa: FBT001 - as measured
        """Whether anything around two names can make them answer each other when their values differ like this."""
        settings = self._pairing
        by_surroundings = {"slot", "slot_or_likeness"} & settings.keys() or self._mode in settings.get("residue", {})
        return difference is None or harmless or difference.name in settings.get("alike", ()) or bool(by_surroundings)

    def _within(self, stories: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
        """Pairs of facts of two stories; of one story only where both are about a thing from the word lists."""
        for one, other in combinations(stories, 2):
            yield from product(one, other)
        if self._by == "about":
            for own in stories:
                yield from combinations([i for i in own if self._facts[i].lead.about.canonical], 2)

    def _is_repeated(self, left: _Fact, right: _Fact) -> bool:
        """One story says one thing twice, in two ways: `about 50 hurt` in the headline, `at least 50 injured` below."""
        if self._by not in ("about", "slot"):
            return False
        one, other = left.lead.about, right.lead.about
        difference, harmless = self._measure(left, right)
        same = one.canonical and one.thing == other.thing
        return harmless and (same or (self._slots is not None and difference is None))

    def _measure(self, left: _Fact, right: _Fact) -> tuple[Difference | None, bool]:
        """How the facts' values differ, and whether that is harmless."""
        key = left.kind, right.kind
        known = self._measured.get(key)
        if known is None:
            difference = self._judge.measure(left.lead, right.lead)
            known = self._measured[key] = difference, self._judge.is_harmless(self._name, difference)
        return known

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
        told = self._field.answers(left.claims, right.claims, difference) if hasattr(self._field, "answers") else ""
        if told:
            return _TOLD, 1.0, told
        surely = max(slot, alike - self._pairing.get("one_post_likeness", _NEVER))
        if self._is_one_post(left, right, difference, surely):
            return _ANSWERS, slot + alike, f"the same {left.lead.about.thing or 'sentence'}"
        return self._other_identity(difference, alike, 0.0 if told is None else slot, left.lead.about.thing)

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

    def _by_slot(self, left: _Fact, right: _Fact) -> tuple[int, float, str] | None:
        """Figures that agree: how likely they are answers to one question, by all that is known of them."""
        assert self._slots is not None  # noqa: S101 - this is how the field pairs
        settings = self._pairing
        difference, harmless = self._measure(left, right)
        if not harmless or self._judge.is_open(self._name, difference):
            return None
        alike = self._sentences.alike(left, right)
        measured = self._slots.measures(left.lead, right.lead, alike, difference)
        likely = self._slots.likelihood(left.lead, right.lead, measured)
        told = f"both tell {left.lead.about.thing or 'the same'}"
        if difference is None:
            return (_SAME, 1 + likely, told) if self._is_residue(alike) or likely >= settings["same"] else None
        fits = self._is_residue(alike) or likely >= settings["compatible"]
        return (_SAME, likely - difference.size / 10, told) if fits else None

    def _left_over(self, slots: Slots) -> Iterator[_Edge]:
        """Figures that differ, without a match in the other story: what both still have to tell of one thing."""
        for left, right, measured in self._leftovers(slots):
            one, other = self._facts[left], self._facts[right]
            difference = self._measure(one, other)[0]
            is_open = self._judge.is_open(self._name, difference)
            if difference is None or (not is_open and _is_single(one, other, difference, self._words)):
                continue
            likely = slots.likelihood(one.lead, other.lead, measured, leftover=True)
            evidence = f"both tell {one.lead.about.thing or 'the same'}"
            if is_open and likely >= self._pairing["open"]:
                yield _Edge(_OPEN, likely, left, right, evidence)
            if is_open:
                continue
            slot = same_slot(one.lead.about, other.lead.about, self._words)
            told = slot >= self._pairing["slot"] or (slot > 0 and measured["concept"] and measured["alone"])
            sure = likely >= self._pairing["guess" if one.lead.weak or other.lead.weak else "answers"]
            # Where something sets the two apart for good, nothing is likely.
            fits = sure or (told and likely > 0 and not (one.lead.weak or other.lead.weak))
            if fits or self._is_residue(measured["sentence"]):
                strength = likely + measured["sentence"] - difference.size / 10
                yield _Edge(_ANSWERS, strength, left, right, evidence, sure)

    def _leftovers(self, slots: Slots) -> Iterator[tuple[int, int, dict[str, float]]]:
        """Pairs of figures without a match in each other's story, with what they have in common."""
        pairs = [
            pair
            for pair in slots.comparable([fact.lead for fact in self._facts])
            if self._is_free(_Edge(_ANSWERS, 0.0, *pair, ""), self._matched)
        ]
        left: dict[tuple[int, int, str], set[int]] = {}
        for pair in pairs:
            for index, other in (pair, pair[::-1]):
                fact = self._facts[index]
                place = fact.story, self._facts[other].story, slots.kind(fact.lead)
                left.setdefault(place, set()).add(self._cluster[index])
        for one, other in pairs:
            a, b = self._facts[one], self._facts[other]
            difference, harmless = self._measure(a, b)
            if harmless and not self._judge.is_open(self._name, difference):
                continue
            measured = slots.measures(a.lead, b.lead, self._sentences.alike(a, b), difference)
            kind = slots.kind(a.lead)
            measured["alone"] = (
                bool(kind)
                and kind == slots.kind(b.lead)
                and len(left[a.story, b.story, kind]) == 1 == len(left[b.story, a.story, kind])
            )
            if slots.is_single(a.lead, b.lead):
                sure = measured["alone"] and a.lead.about.status == b.lead.about.status
                measured["several"] = not (sure and self._are_new(a, b))
            yield one, other, measured

    def _are_new(self, left: _Fact, right: _Fact) -> bool:
        """Neither value is told in the other's story of whatever else."""
        return not any(
            self._measure(fact, other)[0] is None
            for fact, other in chain(product([left], self._facts), product([right], self._facts))
            if other.story != fact.story and other.story in (left.story, right.story)
        )

    def _is_residue(self, alike: float) -> bool:
        """In a draft or a translation what is left over in like sentences answers each other."""
        return bool(alike >= self._pairing.get("residue", {}).get(self._mode, _NEVER))

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
        key = left.kind, right.kind
        if key not in self._answers:
            self._answers[key] = self._answer(left, right)
        answer = self._answers[key]
        if answer is None:
            return None
        rank, strength, evidence = answer
        same = self._measure(left, right)[0] is None
        return rank, strength if same else strength + self._sentences.alike(left, right) / 10, evidence

    def _answer(self, left: _Fact, right: _Fact) -> tuple[int, float, str] | None:
        """The same for all facts of these kinds, whatever their sentences have in common."""
        value = self._field.likeness(left.lead, right.lead)  # type: ignore[attr-defined]
        if value < self._pairing.get("likeness_in", {}).get(self._mode, self._pairing["likeness"]):
            return None
        difference, harmless = self._measure(left, right)
        if difference is None:
            return _SAME, 1 + value, "the same words"
        return _SAME if harmless else _ANSWERS, value, "like words of the same speaker or on the same matter"

    def _matches(self, edge: _Edge) -> set[tuple[int, int, str]]:
        """Which fact has its match in which story; a sum in one currency leaves room for the sum in another."""
        left, right = self._facts[edge.left], self._facts[edge.right]
        return {(edge.left, right.story, right.currency), (edge.right, left.story, left.currency)}

    def _is_free(self, edge: _Edge, matched: set[tuple[int, int, str]]) -> bool:
        """Neither fact has its match in the other's story."""
        return matched.isdisjoint(self._matches(edge))

    def _is_explained(self, edge: _Edge) -> bool:
        """The two stories have a match on this very thing already; what is left over is something else about it."""
        left, right = self._facts[edge.left], self._facts[edge.right]
        if edge.rank != _ANSWERS or edge.sure or self._by not in ("about", "slot") or not left.lead.about.canonical:
            return False
        return any(
            same_slot(self._facts[e.left].lead.about, left.lead.about, self._words) > 0
            and _currencies(self._facts[e.left], self._facts[e.right]) == _currencies(left, right)
            for e in self._joined.get(self._place(edge), ())
        )

    def _may_join(self, one: Sequence[int], other: Sequence[int], edge: _Edge) -> bool:
        """A row holds one fact of a story, or several that agree, as all facts joined for agreeing must."""
        left, right = ([self._facts[index] for index in row] for row in (one, other))
        if edge.rank == _SAME:
            return all(self._agree(a, b) for a, b in product(_of_each_kind(left), _of_each_kind(right)))
        return all(a.story != b.story or self._agree(a, b) for a, b in product(left, right))

    def _agree(self, left: _Fact, right: _Fact) -> bool:
        return left.currency != right.currency or self._measure(left, right)[1]


def _of_each_kind(facts: Sequence[_Fact]) -> Iterable[_Fact]:
    return {fact.kind: fact for fact in facts}.values()


def _merged(claims: Sequence[AnyClaim]) -> AnyClaim:
    """The first mention, with what stands around every mention."""
    if len(claims) == 1:
        return claims[0]
    abouts = [claim.about for claim in claims]
    merged = replace(
        abouts[0],
        near=frozenset().union(*(about.near for about in abouts)),
        around=frozenset().union(*(about.around for about in abouts)),
        context=frozenset().union(*(about.context for about in abouts)),
    )
    return replace(claims[0], about=merged)


def _is_single(left: _Fact, right: _Fact, difference: Difference, words: Mapping[str, Any]) -> bool:
    """One figure is a handful and the other many times that: one person of many, not another total.

    Figures that are worlds apart are of two things too, unless million and billion were mistaken.
    """
    amounts = [fact.lead.value.amount for fact in (left, right) if isinstance(fact.lead.value, Amount)]
    if not amounts or difference.name == "magnitude":
        return False
    handful = min(amounts) <= words["handful"] and difference.size >= words["handful_apart"]
    return bool(handful or difference.size >= words["worlds_apart"])


def _currencies(left: _Fact, right: _Fact) -> tuple[str, ...]:
    """Sums in one currency are explained only by sums in the same."""
    return tuple(sorted((left.currency, right.currency)))
