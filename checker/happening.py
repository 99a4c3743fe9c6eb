"""What happens at a date or an hour: the verb or noun that it belongs to, and who and what takes part.

A date is nothing without its happening: `the funeral will be held on Thursday` and `she will be buried on Friday` share
no word and tell two days for one thing. `rules/happening.toml` says which verbs and nouns are one happening.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from checker.dateline import opening
from checker.grammar.patterns import word_before
from checker.model import AnyClaim, Happening
from checker.places import Gazetteer, gazetteer
from checker.ties import Ties

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from checker.parsed import Mention, Parsed, Sentence

# Begins the kind of what stands in no list: a lemma.
UNLISTED = "~"
_SUBJECTS = ("nsubj", "nsubjpass")
_ARGUMENTS = (*_SUBJECTS, "dobj", "attr", "dative", "oprd")
_BESIDE = ("compound", "poss", "nmod", "appos")
_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
# How far up a date is followed to what it belongs to: grammar that is deeper is most often misread.
_DEPTH = 6
_LONGEST_DATELINE = 150
_WHEN = ("DATE", "TIME")
_STOPS = ".\"'"


@dataclass(frozen=True, slots=True)
class _Governor:
    """What a date belongs to; a noun, a verb or both."""

    kind: str
    phase: str
    noun: Token | None
    verb: Token | None


class Happenings:
    """Finds what happens at a date.

    Args:
        words: the tables of `rules/happening.toml`.
        places: those of `rules/places.toml`.
        synonyms: those of `rules/synonyms.toml`.
    """

    def __init__(self, words: Mapping[str, Any], places: Mapping[str, Any], synonyms: Mapping[str, Any]) -> None:
        self._places = gazetteer(places)
        self._word = Ties(synonyms).word
        self._verbs: dict[str, str] = {}
        self._nouns: dict[str, str] = {}
        # What moves, or who acts, with what it does: the mud came down, robbers fled.
        self._moves: dict[tuple[str, str], str] = {}
        for kind, spec in words["kind"].items():
            self._verbs.update(dict.fromkeys(spec.get("verbs", ()), kind))
            self._nouns.update(dict.fromkeys(spec.get("nouns", ()), kind))
            moves = spec.get("moves", words["verbs"]["moves"])
            self._moves.update(dict.fromkeys(product(spec.get("movers", ()), moves), kind))
        # Nouns that the kind's own verbs name: contact is lost, a signal is received, and both is one.
        self._said = {
            kind: frozenset(verb.split()[-1] for verb in spec.get("verbs", ()) if " " in verb)
            for kind, spec in words["kind"].items()
        }
        self._short = frozenset(kind for kind, spec in words["kind"].items() if spec.get("short"))
        self._once = frozenset(kind for kind, spec in words["kind"].items() if spec.get("once"))
        self._nights = tuple(f"{night} " for night in words["nights"])
        self._closed = frozenset(words["phase"]["closed"])
        self._reopening: str = words["phase"]["reopening"]
        self._phases: dict[str, str] = {}
        for phase in ("begin", "end"):
            self._phases.update(dict.fromkeys(words["phase"][phase], phase))
        self._same = {noun: group[0] for group in words["participants"]["same"] for noun in group}
        self._general = frozenset(words["participants"]["general"])
        self._supports = frozenset(words["verbs"]["support"])
        self._plans = frozenset(words["verbs"]["plan"])
        self._undone = frozenset(words["verbs"]["undone"])
        self._ahead = frozenset(words["verbs"]["ahead"])
        self._will = frozenset(words["verbs"]["will"])
        self._habits = frozenset(words["verbs"]["habits"])
        self._maybe = frozenset(words["verbs"]["maybe"])
        self._relations: Mapping[str, str] = words["relations"]
        self._marks: Mapping[str, str] = words["marks"]
        self._plain = frozenset(words["modifiers"]["plain"])
        self._lead: int = words["lead"]

    def of(self, parsed: Parsed, start: int, end: int, *, within: bool = False) -> Happening | None:
        """What happens at the date at these characters; None where the words do not tell for sure.

        Args:
            parsed: the story.
            start: where the date stands.
            end: where it ends.
            within: a date before its noun counts too (`the 83rd-minute goal`), not only a day (`Sunday's vote`).
        """
        span = parsed.doc.char_span(start, end, alignment_mode="expand")
        if span is None or start < body_of(parsed, start):
            return None
        relation = self._relations.get(word_before(parsed.text, start), "at")
        if parsed.text.endswith(self._nights, 0, start):
            relation = "at"
        since = relation == "since"
        found = self._last_time(_top(span)) if since else self._governor(_top(span), span.start, within=within)
        if found is None:
            return None
        if relation == "until" and self._is_closed(found.verb):
            # `Closed until Monday`: it opens then.
            opens = _Governor(self._reopening, "", None, found.verb)
            when = "past" if _is_past(found.verb) else "future"
            return self._happening(parsed, opens, range(span.start, span.end), "at", when)
        tense = "" if since else self._tense(found.verb, found.noun)
        if tense is None or not relation or self._is_undone(found, denied=since):
            # It may be, or was not to be: what happened on another day is something else.
            return Happening(kind="", relation="")
        return self._happening(parsed, found, range(span.start, span.end), relation, tense)

    def _happening(self, parsed: Parsed, found: _Governor, date: range, relation: str, tense: str) -> Happening:
        sentence = parsed.sentence_at(parsed.doc[date.start].idx)
        around = self._around(parsed, date)
        objects: frozenset[str] = frozenset()
        if is_headline(parsed, sentence):
            # The grammar of a headline is guessed; whom it names takes part.
            names, nouns = around.named(sentence.start, sentence.end), objects
        else:
            names, nouns = around.of(found.noun, found.verb if _is_argument(found) else None)
            if found.noun is None and found.verb is not None:
                objects = around.objects(found.verb)
        if found.kind in self._once:
            names = around.whose(found.noun, found.verb)
        if relation == "since" and found.noun is not None:
            nouns = frozenset({found.noun.lemma_.lower()})
        marks = self._marks_of(found.noun, found.verb if _is_argument(found) else None)
        return Happening(
            kind=found.kind,
            phase="" if found.kind in self._short and found.phase == "begin" else found.phase,
            relation=relation,
            tense="future" if "next" in marks and tense != "past" else tense,
            names=names,
            nouns=nouns - {found.kind},
            objects=objects - self._said[found.kind] if found.kind in self._said else objects,
            marks=marks,
            modifiers=self._modifiers_of(found.noun, date),
            lead=sentence.index <= self._lead,
        )

    def counted(self, parsed: Parsed, noun: Token, kind: str, start: int, end: int) -> Happening:
        """Of what row a noun with an ordinal is: `names` and `objects` whose, `nouns` what it is counted among."""
        span = parsed.doc.char_span(start, end, alignment_mode="expand")
        date = range(span.start, span.end) if span is not None else range(noun.i, noun.i)
        around = self._around(parsed, date)
        names, owners, among = around.counted(noun)
        sentence = parsed.sentence_at(start)
        if is_headline(parsed, sentence):
            names |= around.named(sentence.start, sentence.end)
        return Happening(kind=kind, names=names, objects=owners, nouns=among, modifiers=self._modifiers_of(noun, date))

    def _around(self, parsed: Parsed, date: range) -> _Participants:
        return _Participants(parsed, self._places, self._same, self._general, date)

    def _is_closed(self, verb: Token | None) -> bool:
        return verb is not None and any(one.lower_ in self._closed for one in (verb, *verb.children))

    def _is_undone(self, found: _Governor, *, denied: bool) -> bool:
        """What was put off or does not happen has no day; only what has not happened since then has."""
        verb = found.verb
        if verb is None or not _is_argument(found):
            return False
        if found.noun is None and found.kind and not found.kind.startswith(UNLISTED):
            # `Brought the plane down` puts nothing forward.
            return _is_denied(verb) and not denied
        return verb.lemma_.lower() in self._undone or (_is_denied(verb) and not denied)

    def kind_of(self, token: Token) -> str:
        """The happening that a verb or noun tells of, empty for none in the lists."""
        table = self._verbs if token.pos_ in _VERBS else self._nouns
        lemma = token.lemma_.lower()
        bare = table.get(lemma) or table.get(token.lower_, "")
        moved = (self._moves.get((mover, lemma)) for mover in _movers(token))
        more = (table.get(f"{lemma} {one}") for one in _companions(token))
        return next(filter(None, (*moved, *more)), bare)

    # --- the verb or noun that a date belongs to ---

    def _last_time(self, root: Token) -> _Governor | None:
        """`The first final since 1987`, `has not played a final since 1987`: of what that was the last time."""
        for node in islice(root.ancestors, _DEPTH):
            if node.pos_ in _VERBS:
                ranked = next((noun for noun in _arguments(node) if self._is_ranked(noun)), None)
                if ranked is not None or _is_denied(node):
                    return _Governor("since", "", ranked, node)
                return None
            if self._is_ranked(node):
                return _Governor("since", "", node, _verb_of(node))
        return None

    def _is_ranked(self, noun: Token) -> bool:
        return _is_noun(noun) and bool(self._marks_of(noun, None) - {"next", "another"})

    def _governor(self, root: Token, first: int, *, within: bool) -> _Governor | None:
        """None for a date that dates no happening of the lists."""
        behind = root.doc[first - 2] if first > 1 and root.doc[first - 1].pos_ == "ADP" else root
        if behind.i < first and _is_noun(behind) and self.kind_of(behind):
            # `At its next meeting on 25 June`: the grammar often hangs the date on the verb.
            return _Governor(self.kind_of(behind), "", behind, _verb_of(behind))
        attributive = root.dep_ in (*_BESIDE, "amod", "nummod", "npadvmod")
        before = root
        for node in islice(root.ancestors, _DEPTH):
            inside = attributive and node.i > first
            if node.pos_ in _VERBS:
                # `Friday's closing price fell` is not what happened on Friday.
                bare = before.i == root.i and before.dep_ == "npadvmod"
                return None if inside and not bare else self._by_verb(node, root)
            if _is_noun(node) and (self.kind_of(node) or node.lemma_.lower() in self._phases):
                named = not inside or within or root.dep_ == "poss"
                return self._by_noun(node, inside=inside) if named else None
            if _is_noun(node) and inside and not within:
                return None
            before = node
        return None

    def _by_noun(self, node: Token, *, inside: bool) -> _Governor | None:
        kind = self.kind_of(node)
        phase = self._phases.get(node.lemma_.lower(), "")
        if kind or inside:
            return _Governor(kind, "", node, _verb_of(node)) if kind else None
        return self._by_phase(phase, node)

    def _by_phase(self, phase: str, node: Token) -> _Governor:
        """`The start of the talks`, `the conclusion`."""
        for prep in (child for child in node.children if child.dep_ == "prep"):
            for noun in (child for child in prep.children if child.dep_ == "pobj"):
                kind = self.kind_of(noun)
                if kind:
                    return _Governor(kind, phase, noun, _verb_of(node))
        return _Governor("", phase, node, _verb_of(node))

    def _by_verb(self, verb: Token, date: Token) -> _Governor | None:
        lemma = verb.lemma_.lower()
        clause = _told_when(verb)
        if clause is not None:
            return self._by_verb(clause, date)
        meant = self._meant(verb)
        if meant is not None:
            # `It was agreed on Monday to meet` dates the agreement.
            return self._by_verb(meant, date) if meant.i < date.i else None
        kind = self.kind_of(verb)
        phase = "" if kind else self._phases.get(lemma, "")
        empty = lemma in self._plans or not self._supports.isdisjoint(
            (lemma, *(f"{lemma} {c}" for c in _companions(verb)))
        )
        for noun in _arguments(verb) if phase or empty else ():
            told = self.kind_of(noun) if _is_noun(noun) and noun.i != date.i else ""
            if told:
                return _Governor(told, phase, noun, verb)
            ended = self._phases.get(noun.lemma_.lower(), "") if empty else ""
            if ended:
                return replace(self._by_phase(ended, noun), verb=verb)
        # A happening of no list answers nothing, but may be at odds with another.
        return _Governor(kind or ("" if phase else f"{UNLISTED}{self._word(lemma)}"), phase, None, verb)

    def _meant(self, verb: Token) -> Token | None:
        """What is to come: `is expected to close`, `is due to open`."""
        planning = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
        for token in planning:
            if token.lemma_.lower() in self._plans:
                found = next((c for c in token.children if c.dep_ == "xcomp" and c.pos_ in _VERBS), None)
                if found is not None:
                    return found
        return None

    # --- when, in the grammar ---

    def _tense(self, verb: Token | None, noun: Token | None) -> str | None:
        """`past`, `future` or empty; None for what may be, would have been, or was once to be."""
        ahead = noun is not None and self._is_ahead(noun)
        if verb is None:
            return "future" if ahead else ""
        helpers = _helpers(verb)
        planned = verb.lemma_.lower() in self._plans
        if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in self._plans:
            planned, helpers = True, helpers | _helpers(verb.head)
        if any(child.lower_ in self._habits for child in verb.children):
            return None
        if helpers & self._maybe or (planned and "had" in helpers):
            return None
        again = noun is None and self._is_ahead(verb)
        return "future" if planned or ahead or again or helpers & self._will else self._told(verb, helpers)

    def _told(self, verb: Token, helpers: set[str]) -> str:
        """The tense of a verb that stands for itself."""
        if "to" in helpers:
            # `Is to open`, `advances to play`: still to come; `met to discuss` is not.
            return "future" if verb.head.tag_ in ("VBZ", "VBP") else ""
        if "being" in helpers and helpers & {"is", "are"}:
            # `Is being closed on Monday`.
            return "future"
        if verb.tag_ in ("VBD", "VBN") or helpers & {"have", "has"}:
            return "past"
        # `They meet on Friday`: what is dated in the present is to come, but a headline tells the past so.
        return "future" if verb.tag_ in ("VBP", "VBZ") and verb.lemma_.lower() in self._ahead else ""

    def _is_ahead(self, token: Token) -> bool:
        return any(self._marks.get(child.lower_) == "next" for child in token.children)

    # --- what tells it from others of its kind ---

    def _marks_of(self, noun: Token | None, verb: Token | None) -> frozenset[str]:
        words: Iterable[Token] = noun.children if noun is not None else ()
        beside = verb.children if verb is not None and noun is None else ()
        marks = {self._marks.get(token.lower_, "") for token in (*words, *beside)}
        if verb is not None and _is_denied(verb):
            marks.add("first")
        marks |= {token.lemma_.lower() for token in words if token.tag_ == "JJS"}
        return frozenset(marks - {""})

    def _modifiers_of(self, noun: Token | None, date: range) -> frozenset[str]:
        if noun is None:
            return frozenset()
        return frozenset(
            token.lemma_.lower()
            for token in noun.children
            if token.dep_ in ("amod", "compound")
            and token.pos_ in ("ADJ", "NOUN")
            and token.tag_ != "JJS"
            and token.i not in date
            and token.lower_ not in self._plain
            and token.lower_ not in self._marks
            and token.is_alpha
        )


class _Participants:
    """Who and what takes part in a happening."""

    def __init__(
        self, parsed: Parsed, places: Gazetteer, same: Mapping[str, str], general: frozenset[str], date: range
    ) -> None:
        self._parsed = parsed
        self._places = places
        self._same = same
        self._general = general
        self._date = date
        self._first = body_of(parsed, parsed.doc[date.start].idx)

    def named(self, start: int, end: int) -> frozenset[str]:
        """The names that stand in a stretch of the story."""
        return frozenset(self._known(m.name) for m in self._parsed.mentions if start <= m.start < end)

    def of(self, noun: Token | None, verb: Token | None) -> tuple[frozenset[str], frozenset[str]]:
        """The names, and the lemmas of the other nouns, that the noun and the verb of a happening govern."""
        heads = list(_arguments(verb)) if verb is not None else []
        heads += list(_below(noun)) if noun is not None else []
        names: set[str] = set()
        nouns: set[str] = set()
        for token in heads:
            for one in (token, *_below(token)):
                if one.i in self._date or one.idx < self._first or (noun is not None and one.i == noun.i):
                    continue
                self._add(one, names, nouns)
        return frozenset(names), frozenset(nouns)

    def whose(self, noun: Token | None, verb: Token | None) -> frozenset[str]:
        """To whom what happens once has happened; a bare `he` or `the actor` is the one whom the story is about."""
        if noun is not None:
            heads = [
                one for one in _below(noun) if one.dep_ in ("poss", "pobj") and one.head.lower_ in ("of", noun.lower_)
            ]
        else:
            heads = [one for one in _arguments(verb) if one.dep_ in _SUBJECTS] if verb is not None else []
            heads = heads or (_subject_before(verb) if verb is not None else [])
        names: set[str] = set()
        others: set[str] = set()
        for token in heads[:1]:
            for one in (token, *(child for child in token.children if child.dep_ == "appos")):
                self._add(one, names, others)
        plain = not heads or heads[0].pos_ == "PRON" or (heads[0].pos_ == "NOUN" and heads[0].tag_ == "NN")
        return frozenset(names) or (self._principal() if plain else frozenset())

    def _principal(self) -> frozenset[str]:
        """The person whom the story names before all others."""
        people = [m for m in self._parsed.mentions if m.kind == "person"]
        counts = Counter(m.name for m in people).most_common(2)
        if not counts:
            return frozenset()
        # Of two that are named as often it is the one with whom the story opens.
        clear = len(counts) == 1 or counts[0][1] > counts[1][1] or counts[0][0] == people[0].name
        return frozenset({counts[0][0]}) if clear else frozenset()

    def _known(self, name: str) -> str:
        """A place under the name that it is known by: the USA are the United States."""
        place = self._places.find(name)
        return place.name if place is not None and not place.doubtful else name

    def counted(self, noun: Token) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Whose row it is, by name and by noun, and of what: `her third term`, `the ninth storm of the season`.

        What qualifies the noun, and what whoever is the third did there; of the clause around it only who acts.
        """
        owners: set[str] = set()
        others: set[str] = set()
        among: set[str] = set()
        clauses = [
            child for child in (*noun.children, *noun.head.children) if child.i > noun.i and _tells_of(child, noun)
        ]
        acting = [child for child in noun.children if child.dep_ == "poss"]
        # A noun before it tells its kind, as an adjective does, not among what it is counted.
        qualifying = [one for one in _below(noun) if one.dep_ != "poss" and (one.dep_ == "pobj" or one.pos_ != "NOUN")]
        for clause in clauses:
            for one in (child for child in _arguments(clause) if child.i != noun.i):
                (acting if one.dep_ in _SUBJECTS else qualifying).append(one)
        verb = noun.head if noun.head.pos_ in _VERBS else noun.head.head
        if verb.pos_ in _VERBS:
            acting += [one for one in _arguments(verb) if one.dep_ in _SUBJECTS and one.i != noun.i]
        timed = [child for one in (noun, *clauses) for child in one.children if child.dep_ == "npadvmod"]
        for token in acting:
            self._add(token, owners, others)
        for token in (*qualifying, *timed):
            if token.i not in self._date:
                self._add(token, among, among)
        return frozenset(owners), frozenset(others), frozenset(one.lower() for one in among)

    def objects(self, verb: Token) -> frozenset[str]:
        """To what it is done, by lemma."""
        names: set[str] = set()
        nouns: set[str] = set()
        own = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            own.append(verb.head)
        for token in own:
            self._add(token, names, nouns)
        return frozenset(nouns)

    def _add(self, token: Token, names: set[str], nouns: set[str]) -> None:
        if any(f.start <= token.idx < f.end and f.kind != "other" for f in self._parsed.figures):
            return
        mention = self._mention(token)
        if mention is not None:
            names.add(self._known(mention.name))
        elif token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME"):
            names.add(self._known(_whole(token)))
        elif token.pos_ != "PROPN" and _is_noun(token) and token.lemma_.lower() not in self._general:
            lemma = token.lemma_.lower()
            nouns.add(self._same.get(lemma, lemma))
        elif token.lower_ in ("he", "she", "his", "her"):
            names |= self._person_before(token)

    def _mention(self, token: Token) -> Mention | None:
        return next((m for m in self._parsed.mentions if m.start <= token.idx < m.end), None)

    def _person_before(self, token: Token) -> set[str]:
        """The one person whom the sentence, or else the one before it, names before the pronoun."""
        sentence = self._parsed.sentence_at(token.idx)
        for index in (sentence.index, sentence.index - 1):
            if index < 0:
                continue
            start, end = self._parsed.sentences[index].start, min(self._parsed.sentences[index].end, token.idx)
            people = {m.name for m in self._parsed.mentions if m.kind == "person" and start <= m.start < end}
            if people:
                return people if len(people) == 1 else set()
        return set()


def alone(claims: Sequence[AnyClaim], exact: frozenset[str] = frozenset()) -> Iterator[AnyClaim]:
    """The claims of one story, each told whether it is the only one of its kind of happening.

    Args:
        claims: of one field.
        exact: how exactly a date must be stated to tell a day: the landslide of 2009 is no other Monday's.
    """
    values: dict[tuple[str, str, str, bool], set[str]] = {}
    for claim in claims:
        if claim.about.happening is not None:
            values.setdefault(_sort(claim, claim.about.happening, exact), set()).add(repr(claim.value))
    for claim in claims:
        happening = claim.about.happening
        if happening is not None and len(values[_sort(claim, happening, exact)]) == 1:
            yield replace(claim, about=replace(claim.about, happening=replace(happening, alone=True)))
        else:
            yield claim


def _sort(claim: AnyClaim, happening: Happening, exact: frozenset[str]) -> tuple[str, str, str, bool]:
    return happening.kind, happening.phase, happening.relation, getattr(claim.value, "stated", "") in exact


def _verb_of(noun: Token) -> Token | None:
    """The verb in whose clause a noun stands."""
    return next((node for node in islice(noun.ancestors, _DEPTH) if node.pos_ in _VERBS), None)


def _arguments(verb: Token) -> Iterator[Token]:
    """Subject and objects, also behind prepositions; the subject of the verb before, or what the verb qualifies."""
    own = [child for child in verb.children if child.dep_ in _ARGUMENTS]
    if not any(child.dep_ in _SUBJECTS for child in own):
        own += _subject_before(verb)
    for child in verb.children:
        if child.dep_ in ("prep", "agent"):
            own += [inner for inner in child.children if inner.dep_ == "pobj"]
    for token in own:
        yield from (token, *token.conjuncts)
        if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
            yield token.head.head


def _companions(verb: Token) -> Iterator[str]:
    """What makes another verb of a verb: its particle, its object (`take place`, `go to the polls`), what rises."""
    for child in verb.children:
        if child.dep_ == "prep":
            inner = [one for one in child.children if one.dep_ == "pobj"]
            if not any(one.ent_type_ in _WHEN for one in inner):
                # `Took place on Thursday` takes nothing on.
                yield child.lower_
            yield from (one.lemma_.lower() for one in inner if one.pos_ == "NOUN")
        elif child.dep_ in ("prt", "advmod", "dobj"):
            yield child.lower_
        elif child.dep_ in _SUBJECTS:
            yield from (one.lemma_.lower() for one in (child, *child.lefts) if one.pos_ == "NOUN")


def _told_when(verb: Token) -> Token | None:
    """`It was noon when the wheels met the tarmac`: of what the hour is told."""
    it = any(child.lower_ == "it" and child.dep_ in _SUBJECTS for child in verb.children)
    if verb.pos_ != "AUX" or not it:
        return None
    clauses = (child for node in (verb, *verb.children) for child in node.children if child.pos_ in _VERBS)
    return next((one for one in clauses if any(child.lower_ == "when" for child in one.children)), None)


def _movers(verb: Token) -> Iterator[str]:
    """What does it of itself: the mud, a mass of mud."""
    for child in verb.children:
        if child.dep_ == "nsubj" and child.pos_ in _NOUNS:
            of = [one for link in child.children if link.lower_ == "of" for one in link.children if one.dep_ == "pobj"]
            yield from (one.lemma_.lower() for one in (child, *child.conjuncts, *of))


def _subject_before(verb: Token) -> list[Token]:
    if verb.dep_ in ("acl", "relcl"):
        return [verb.head]
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and verb.head.pos_ in _VERBS:
        return [child for child in verb.head.children if child.dep_ in _SUBJECTS]
    return []


def _below(token: Token) -> Iterator[Token]:
    """The names and nouns that a noun carries: `Oslo's`, `of the river`, `with the farmers`."""
    for child in token.children:
        if child.dep_ in _BESIDE:
            yield child
        elif child.dep_ == "prep":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def is_headline(parsed: Parsed, sentence: Sentence) -> bool:
    """The first of several paragraphs, without a full stop."""
    if sentence.paragraph or not parsed.sentences[-1].paragraph:
        return False
    last = next(one for one in reversed(parsed.sentences) if not one.paragraph)
    return parsed.text[last.end - 1] not in _STOPS


def _top(span: Span) -> Token:
    """The token by which a date hangs on the sentence: `March` of a date is no march."""
    top = span.root
    while span.start <= top.head.i < span.end and top.head.i != top.i:
        top = top.head
    return top


def body_of(parsed: Parsed, at: int) -> int:
    """Where the paragraph of a character begins behind its dateline."""
    start = parsed.text.rfind("\n\n", 0, at) + len("\n\n")
    start = start if start > 1 else 0
    return start + opening(parsed.text[start : start + _LONGEST_DATELINE])


def _whole(token: Token) -> str:
    """A name that no list has, with the capitalised words before it."""
    first = token.i
    while first > token.sent.start and token.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return str(token.doc[first : token.i + 1].text)


def _tells_of(clause: Token, noun: Token) -> bool:
    """`The second singer to appear`, also where the grammar hangs the clause on the verb."""
    if clause.head.i == noun.i:
        return clause.dep_ in ("acl", "relcl")
    return clause.dep_ in ("xcomp", "advcl") and clause.i == noun.i + 2 and clause.doc[noun.i + 1].lower_ == "to"


def _is_argument(found: _Governor) -> bool:
    """The verb itself is the happening, or says directly that its noun happens."""
    verb, noun = found.verb, found.noun
    return noun is None or verb is None or verb.i in (noun.head.i, noun.head.head.i)


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _is_noun(token: Token) -> bool:
    """By its word class, or by its place: a `final` that is played is no adjective."""
    return token.pos_ in _NOUNS or (token.pos_ == "ADJ" and token.dep_ in (*_ARGUMENTS, "pobj"))


def _is_past(verb: Token | None) -> bool:
    """Told of what was, by the verb or its helper."""
    return verb is not None and any(one.tag_ == "VBD" for one in (verb, *verb.children) if one.pos_ in _VERBS)


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
