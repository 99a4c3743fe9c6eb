"""The acts of a story, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.acts.act import ANYONE, UNKNOWN, Act
from checker.acts.arguments import Arguments, own_subject
from checker.acts.beside import Beside, clause
from checker.acts.moods import ACTUAL, OPEN, PLAN, Mood, Moods
from checker.acts.predicates import Kind, Vocabulary
from checker.acts.roles import Roles, object_of, satellites
from checker.parsed import Parsed

if TYPE_CHECKING:
    from checker.tree import Node

NOUN = "noun"
_TURNED = {"one": "other", "other": "one"}


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
    tokens: tuple[Node, ...]


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
        self._arguments = Arguments(parsed, words, vocabulary)
        self._moods = Moods(parsed, words)
        self._beside = Beside(parsed, words, self._arguments)
        self._roles = Roles(frozenset(words["verbs"]["ordered"]))
        self._come, self._anyone = frozenset(words["verbs"]["come"]), frozenset(words["nouns"]["anyone"])
        self._earlier = frozenset(words["nouns"]["earlier"])
        self._bring, self._arrive, self._to_what = (
            frozenset(words["verbs"][name]) for name in ("bring", "arrive", "to_what")
        )

    def read(self) -> Iterator[Told]:
        """Every predicate, sentence by sentence."""
        for sentence in self._parsed.sentences:
            for token in self._parsed.nodes(sentence):
                yield from self._predicates(token)

    def _predicates(self, token: Node) -> Iterator[Told]:
        # The tagger takes `to lower the tax` for an adjective.
        is_verb = token.pos in ("VERB", "AUX") or any(one.dep == "aux" for one in token.children)
        if is_verb and token.dep not in ("aux", "auxpass", "amod", "compound"):
            yield from self._verb(token)
        elif token.pos == "NOUN":
            yield from self._event(token)
        elif token.pos == "ADJ":
            yield from self._state(token)

    def _verb(self, token: Node) -> Iterator[Told]:
        measured = self._beside.is_measure(object_of(token))
        for kind, beside in self._vocabulary.kinds(token, satellites(token)):
            # `Declined to say` is nothing of what declined is.
            if len(kind.words) == 1 and (token.pos == "AUX" or (kind.side and self._moods.governs(token))):
                continue
            if len(kind.words) == 1 and self._is_link(token):
                # What it stays says `_state`.
                continue
            family = self._vocabulary.families.get(kind.head, {})
            who, what = self._roles.of(token, beside, family, measured=measured)
            mood = self._mood(token, beside, what)
            done = self._act(token, mood, who, what)
            told = kind
            if family.get("persons") and ANYONE not in done.what and not any(one[0] == "=" for one in done.what):
                # A shot is not fired as a manager is.
                told = Kind(" ".join(kind.words), "", kind.words)
            yield Told(told, mood, done, (token, *beside))

    def _is_link(self, token: Node) -> bool:
        """Whether the verb says only what something goes on being: stays open."""
        is_said = any(one.dep in ("acomp", "attr", "oprd") for one in token.children)
        return is_said and token.lemma in self._vocabulary.stays

    def _mood(self, token: Node, beside: Sequence[Node], what: Node | None) -> Mood:
        """How it is told; denied where a word of the predicate is (pleaded not guilty), open where it was earlier."""
        mood = self._moods.of(token)
        denier = next((neg for one in beside for neg in one.children if neg.dep == "neg"), None)
        if denier is not None and mood.denier is None:
            mood = replace(mood, denier=denier)
        is_earlier = what is not None and any(one.lower in self._earlier for one in what.children)
        return mood.under(OPEN) if is_earlier else mood

    def _state(self, token: Node) -> Iterator[Told]:
        """What is said of a subject: the airport is closed, was found guilty; remained closed is not opened."""
        verb = token.head
        own = own_subject(token)
        if own is None and (token.dep not in ("acomp", "attr", "oprd", "ccomp") or verb.pos not in ("VERB", "AUX")):
            return
        if own is None and token.dep != "oprd" and verb.lemma not in self._vocabulary.links:
            return
        subject = own if own is not None else (object_of(verb) or self._roles.subject(verb))
        if subject is None:
            return
        mood = self._moods.of(verb)
        denier = self._moods.of(token).denier or mood.denier
        mood = Mood(mood.status, denier, mood.speaker)
        for kind, _ in self._vocabulary.kinds(token, {}):
            quality = kind if kind.side else self._vocabulary.quality(token)
            if kind.side in _TURNED and self._goes_on(verb, token) and denier is None:
                # What remains closed has not been opened.
                quality, mood = Kind(kind.head, _TURNED[kind.side], kind.words), Mood(mood.status, verb, mood.speaker)
                if mood.status == PLAN:
                    # What will remain so is so now.
                    now = Mood(ACTUAL, verb, mood.speaker)
                    yield Told(quality, now, self._act(verb, now, None, subject), (token,))
            yield Told(quality, mood, self._act(verb, mood, None, subject), (token,))

    def _goes_on(self, verb: Node, state: Node) -> bool:
        """Whether a state is one that has not changed: remained closed, is still closed."""
        beside = (*verb.children, *state.children)
        return verb.lemma in self._vocabulary.stays or any(one.lower in self._vocabulary.still for one in beside)

    def _event(self, token: Node) -> Iterator[Told]:
        """A noun that stands for an act: the rejection of the plan, a rise in prices, no job cuts."""
        for kind in self._vocabulary.nouns.get(token.lemma, ()):
            inner = [*_brought(token, ("prep",)), *self._given(token)]
            inner += [one for one in token.children if one.dep in ("compound", "poss")]
            what = inner[0] if inner else _apposed(token)
            denier = next((one for one in token.children if one.lower == "no" and one.dep == "det"), None)
            mood = self._moods.of(token.head) if self._is_denied(token, denier) else self._came(token, denier)
            act = self._act(token, mood, None, what)
            if what is None and denier is not None and kind.words[0] in self._anyone:
                act = replace(act, what=frozenset({ANYONE}))
            yield Told(kind, mood, act, (token,))

    def _given(self, token: Node) -> list[Node]:
        """What the verb over such a noun gives it to: gave its approval to the merger."""
        verb = token.head
        if token.dep != "dobj" or verb.lemma not in self._bring:
            return []
        return [one for one in _brought(verb, ("prep", "dative")) if one.head.lower in self._to_what]

    def _came(self, token: Node, denier: Node | None) -> Mood:
        """How such a noun is told: as a fact where it says what became of a figure, or what somebody saw."""
        verb = token.head
        if denier is None and _apposed(token) is not None:
            return Mood(ACTUAL)
        is_told = (token.dep == "dobj" and verb.lemma in self._bring) or (
            token.dep == "nsubj" and verb.lemma in self._arrive
        )
        return self._moods.of(verb) if denier is None and is_told else Mood(NOUN, denier)

    def _is_denied(self, token: Node, denier: Node | None) -> bool:
        """Whether it is said that there was no such act: there were no cuts, no injuries were reported."""
        verb = token.head
        stands = token.dep == "attr" or (token.dep in ("nsubjpass", "dobj") and verb.lemma in self._come)
        return denier is not None and stands and verb.pos in ("VERB", "AUX")

    def _act(self, token: Node, mood: Mood, who: Node | None, what: Node | None) -> Act:
        words, roles = clause(token), [one for one in (who, what) if one is not None]
        return Act(
            who=self._arguments.keys(who) or frozenset({UNKNOWN}) if who is not None else frozenset(),
            what=self._arguments.keys(what) if what is not None else frozenset(),
            detail=self._beside.detail(words, roles),
            qualities=self._beside.qualities(words, roles),
            where=self._beside.where(token, roles),
            figures=self._beside.figures(words),
            times=self._beside.times(token, roles, is_ahead=mood.status != ACTUAL),
            speaker=self._arguments.keys(mood.speaker) if mood.speaker is not None else frozenset(),
        )


def _brought(token: Node, kinds: tuple[str, ...]) -> list[Node]:
    """What the prepositions of a word bring in."""
    return [one for prep in token.children if prep.dep in kinds for one in prep.children if one.dep == "pobj"]


def _apposed(token: Node) -> Node | None:
    """The noun of whose figure a noun for an act tells: sales of 3 million, a rise of 2 percent."""
    if token.dep != "appos":
        return None
    noun = token.head
    while noun.dep in ("pobj", "prep") and noun.head.pos in ("NOUN", "ADP"):
        noun = noun.head
    return noun if noun.pos == "NOUN" else None
