"""The acts that a story tells: a predicate in canonical form, who does it, to what, and how it is told."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.act import ANYONE, Act
from checker.arguments import SUBJECTS, Arguments
from checker.model import Amount, Interval
from checker.moods import PLAN, Mood, Moods
from checker.parsed import Figure, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUN = "noun"
_TURNED = {"one": "other", "other": "one"}
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "xcomp", "conj", "csubj"})
_SATELLITES = frozenset({"agent", "prt", "advmod", "prep", "dobj", "acomp", "attr", "oprd", "ccomp"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What a predicate is.

    Attributes:
        head: its family, its scale, or its own lemma.
        side: the side of the family, the step of the scale; empty for a lemma.
        words: as listed.
    """

    head: str
    side: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A predicate of a story.

    Attributes:
        kind: in canonical form.
        mood: how it is told.
        act: what stands around it.
        tokens: the words that make it what it is, in order.
    """

    kind: Kind
    mood: Mood
    act: Act
    tokens: tuple[Token, ...]


class Vocabulary:
    """The predicates of `rules/predicate.toml`."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        # Named so that no family is taken for a verb.
        self.families: Mapping[str, Mapping[str, Any]] = {
            f"{family['one'][0]}/{family['other'][0]}": family for family in words["family"].values()
        }
        self.skip = frozenset(words["verbs"]["skip"])
        self.links = frozenset(words["verbs"]["links"])
        self.stays = frozenset(words["verbs"]["stays"])
        self.nouns: dict[str, list[Kind]] = defaultdict(list)
        self._phrases: dict[str, list[Kind]] = defaultdict(list)
        for name, family in self.families.items():
            for side in ("one", "other"):
                for phrase in family[side]:
                    self._add(name, side, phrase)
                for noun in family.get(f"{side}_nouns", ()):
                    self.nouns[noun].append(Kind(name, side, (noun,)))
        for name, steps in words["scale"].items():
            for step, listed in enumerate(steps):
                for phrase in listed:
                    self._add(name, str(step), phrase)
        self._prefixed = {
            prefix + word: word
            for prefix, listed in words["polarity"]["opposites"]["prefixed"].items()
            for word in listed.split()
        }

    def kinds(self, token: Token, satellites: Mapping[str, Token]) -> list[tuple[Kind, Sequence[Token]]]:
        """What the word is with the words beside it: of each family and scale the longest phrase, else its lemma."""
        found: dict[str, Kind] = {}
        lemma = token.lemma_.lower()
        for kind in self._phrases.get(lemma, []) + (self._phrases.get(token.lower_, []) if lemma != token.lower_ else []):
            fits = all(word in satellites for word in kind.words[1:])
            if fits and len(kind.words) > len(found.get(kind.head, Kind("", "", ())).words):
                found[kind.head] = kind
        # `turn down` is nothing of what `turn` is: only the longest phrases stand.
        longest = max((len(kind.words) for kind in found.values()), default=0)
        kinds = [kind for kind in found.values() if len(kind.words) == longest]
        if kinds:
            return [(kind, [satellites[word] for word in kind.words[1:]]) for kind in kinds]
        particle = next((word for word, one in satellites.items() if one.dep_ == "prt"), "")
        if particle:
            return [(Kind(f"{lemma} {particle}", "", (lemma, particle)), [satellites[particle]])]
        return [] if lemma in self.skip else [(Kind(lemma, "", (lemma,)), [])]

    def quality(self, token: Token) -> Kind:
        """What an adjective says; `unarmed` is the other side of `armed`."""
        word = token.lower_
        if word in self._prefixed:
            return Kind(self._prefixed[word], "", (word, ""))
        return Kind(word, "", (word,))

    def _add(self, head: str, side: str, phrase: str) -> None:
        words = tuple(phrase.split())
        self._phrases[words[0]].append(Kind(head, side, words))


class Acts:
    """Reads the acts of one story.

    Args:
        parsed: the story.
        words: the tables of `rules/predicate.toml`.
        vocabulary: made from them.
    """

    def __init__(self, parsed: Parsed, words: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        self._parsed = parsed
        self._vocabulary = vocabulary
        self._arguments = Arguments(parsed, words)
        self._moods = Moods(parsed, words)
        self._starts = [figure.start for figure in parsed.figures]
        self._when = frozenset(words["verbs"]["when"])
        self._coarse = frozenset(words["evidence"]["coarse"])
        self._come, self._anyone = frozenset(words["verbs"]["come"]), frozenset(words["nouns"]["anyone"])
        self._ordered = frozenset(words["verbs"]["ordered"])

    def read(self) -> Iterator[Told]:
        """Every predicate, sentence by sentence."""
        for sentence in self._parsed.sentences:
            for token in sentence.span:
                yield from self._predicates(token)

    def _predicates(self, token: Token) -> Iterator[Told]:
        # The tagger takes `to lower the tax` for an adjective.
        is_verb = token.pos_ in ("VERB", "AUX") or any(one.dep_ == "aux" for one in token.children)
        if is_verb and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            yield from self._verb(token)
        elif token.pos_ == "NOUN":
            yield from self._event(token)
        elif token.pos_ == "ADJ":
            yield from self._state(token)

    def _verb(self, token: Token) -> Iterator[Told]:
        satellites = _satellites(token)
        for kind, beside in self._vocabulary.kinds(token, satellites):
            if token.pos_ == "AUX" and len(kind.words) == 1:
                continue
            family = self._vocabulary.families.get(kind.head, {})
            who, what = self._roles(token, beside, turns=bool(family.get("turns")))
            mood = self._moods.of(token)
            yield Told(kind, mood, self._act(token, mood, who, what), (token, *beside))

    def _state(self, token: Token) -> Iterator[Told]:
        """What is said of a subject: the airport is closed, was found guilty; remained closed is not opened."""
        verb = token.head
        own = next((one for one in token.children if one.dep_ in SUBJECTS), None)
        if own is None and (token.dep_ not in ("acomp", "attr", "oprd", "ccomp") or verb.pos_ not in ("VERB", "AUX")):
            return
        if own is None and token.dep_ != "oprd" and verb.lemma_.lower() not in self._vocabulary.links:
            return
        subject = own if own is not None else (_object(verb) or self._subject(verb))
        if subject is None:
            return
        mood = self._moods.of(verb)
        denier = self._moods.of(token).denier or mood.denier
        mood = Mood(mood.status, denier, mood.speaker)
        for kind, _ in self._vocabulary.kinds(token, {}):
            quality = kind if kind.side else self._vocabulary.quality(token)
            if kind.side in _TURNED and verb.lemma_.lower() in self._vocabulary.stays and denier is None:
                # What remains closed has not been opened.
                quality, mood = Kind(kind.head, _TURNED[kind.side], kind.words), Mood(mood.status, verb, mood.speaker)
            yield Told(quality, mood, self._act(verb, mood, None, subject), (token,))

    def _event(self, token: Token) -> Iterator[Told]:
        """A noun that stands for an act: the rejection of the plan, a rise in prices, no job cuts."""
        for kind in self._vocabulary.nouns.get(token.lemma_.lower(), ()):
            inner = [one for prep in token.children if prep.dep_ == "prep" for one in prep.children if one.dep_ == "pobj"]
            inner += [one for one in token.children if one.dep_ in ("compound", "poss")]
            what = inner[0] if inner else None
            denier = next((one for one in token.children if one.lower_ == "no" and one.dep_ == "det"), None)
            mood = self._moods.of(token.head) if self._is_denied(token, denier) else Mood(NOUN, denier)
            act = self._act(token, mood, None, what)
            if what is None and denier is not None and kind.words[0] in self._anyone:
                act = replace(act, what=frozenset({ANYONE}))
            yield Told(kind, mood, act, (token,))

    def _is_denied(self, token: Token, denier: Token | None) -> bool:
        """Whether it is said that there was no such act: there were no cuts, no injuries were reported."""
        verb = token.head
        stands = token.dep_ == "attr" or (token.dep_ in ("nsubjpass", "dobj") and verb.lemma_.lower() in self._come)
        return denier is not None and stands and verb.pos_ in ("VERB", "AUX")

    def _roles(self, token: Token, beside: Sequence[Token], *, turns: bool) -> tuple[Token | None, Token | None]:
        """Who does it, and what it is done to."""
        subject = self._subject(token)
        if _is_passive(token):
            by = next((one for one in token.children if one.dep_ == "agent"), None)
            return (next(iter(by.children), None) if by is not None else None), subject
        what = _object(token)
        if what is not None and (what in beside or self._is_measure(what)):
            what = None
        if what is None:
            preps = [one for one in beside if one.dep_ == "prep"]
            what = next((inner for prep in preps for inner in prep.children if inner.dep_ == "pobj"), None)
        if what is not None and what in beside:
            what = None
        return (None, subject) if what is None and turns else (subject, what)

    def _subject(self, token: Token, depth: int = 0) -> Token | None:
        """The subject of a verb, or the one that it has in thought: of the verb beside, of the noun that it tells of."""
        own = next((one for one in token.children if one.dep_ in SUBJECTS), None)
        head, kind = token.head, token.dep_
        if own is not None:
            return head if own.lower_ in _RELATIVES and kind == "relcl" else own
        if kind in ("acl", "relcl"):
            return head if token.tag_ in ("VBN", "VBG") or kind == "relcl" else None
        if kind == "pcomp":
            return self._subject(head.head, depth + 1) if head.head.pos_ == "VERB" and depth < 6 else None  # noqa: PLR2004
        if kind not in ("conj", "xcomp", "advcl", "acomp", "oprd") or head.pos_ not in ("VERB", "AUX", "ADJ") or depth > 5:  # noqa: PLR2004
            return None
        done = _object(head)
        if kind == "xcomp" and done is not None and head.lemma_.lower() in self._ordered:
            return done
        return self._subject(head, depth + 1)

    def _act(self, token: Token, mood: Mood, who: Token | None, what: Token | None) -> Act:
        clause = _clause(token)
        figures, times = self._figures(clause), self._times(token)
        if mood.status == PLAN:
            # A year sets what was done apart from the news of the day, not what is still to come.
            times = frozenset(one for one in times if one.rpartition("/")[2] not in self._coarse)
        detail: set[str] = set()
        for one in clause:
            if one.dep_ in ("pobj", "dobj", "npadvmod", "attr") and one not in (who, what):
                detail |= self._arguments.keys(one)
        for argument in (who, what):
            if argument is not None:
                detail |= self._arguments.detail(argument)
        of_who = self._arguments.keys(who) if who is not None else frozenset()
        of_what = self._arguments.keys(what) if what is not None else frozenset()
        source = self._arguments.keys(mood.speaker) if mood.speaker is not None else frozenset()
        return Act(of_who, of_what, frozenset(detail) - of_who - of_what, figures, times, source)

    def _figures(self, clause: Sequence[Token]) -> frozenset[str]:
        """The amounts of a clause."""
        found = (self._figure_at(one) for one in clause)
        return frozenset(f"{one.kind}:{one.value.amount.normalize():f}" for one in found if one and isinstance(one.value, Amount))

    def _times(self, token: Token) -> frozenset[str]:
        """When it was done: last night, on Monday, in March; not the day that something else lasts from or to."""
        beside = [one for one in token.children if one.dep_ in ("npadvmod", "advmod", "nmod")]
        beside += [one for prep in token.children if prep.lower_ in self._when for one in prep.children if one.dep_ == "pobj"]
        times: set[str] = set()
        for one in beside:
            figure = self._figure_at(one)
            value = figure.value if figure else None
            if isinstance(value, Interval) and value.start is not None and value.end is not None:
                times.add(f"{value.start}/{value.end}/{value.stated}")
            elif isinstance(value, Interval):
                times.add(f"{value.weekday}/{value.stated}")
        return frozenset(times)

    def _figure_at(self, token: Token) -> Figure | None:
        """The figure that a word is part of."""
        at = bisect_right(self._starts, token.idx) - 1
        figure = self._parsed.figures[at] if at >= 0 else None
        return figure if figure is not None and token.idx < figure.end else None

    def _is_measure(self, token: Token) -> bool:
        """What a verb has for an object is only how much: lost 2.3 percent."""
        figure = self._figure_at(token)
        return figure is not None and figure.kind in ("percent", "money", "quantity")


def _is_passive(token: Token) -> bool:
    if any(one.dep_ in ("auxpass", "nsubjpass") for one in token.children):
        return True
    if token.tag_ != "VBN" or any(one.dep_ in ("aux", "dobj", *SUBJECTS) for one in token.children):
        return False
    return token.dep_ == "acl" or (token.dep_ == "conj" and _is_passive(token.head))


def _object(token: Token) -> Token | None:
    return next((one for one in token.children if one.dep_ == "dobj"), None)


def _satellites(token: Token) -> dict[str, Token]:
    """The words that may be part of the predicate: particles, prepositions, complements, and the nouns in them."""
    found: dict[str, Token] = {}
    for child in token.children:
        if child.dep_ in _SATELLITES:
            found.setdefault(child.lower_, child)
            if child.dep_ != "prep":
                found.setdefault(child.lemma_.lower(), child)
            inner = (one for one in child.children if one.dep_ == "pobj" and child.dep_ == "prep")
            found.update((one.lemma_.lower(), one) for one in inner)
            found.update((one.lower_, one) for one in child.children if one.dep_ == "prep" and child.dep_ in ("prep", "advmod"))
    return found


def _clause(token: Token) -> list[Token]:
    """The words of a verb's own clause."""
    found, waiting = [token], list(token.children)
    for one in waiting:
        if one.dep_ in _CLAUSES and one.pos_ in ("VERB", "AUX"):
            continue
        found.append(one)
        waiting.extend(one.children)
    return found
