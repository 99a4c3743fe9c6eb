"""Noun phrases that tell who somebody is instead of naming him, and the name that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.model import Amount
from checker.places import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Figure, Mention, Parsed, Sentence

# The mark of a description that tells to whom its referent belongs: his wife, the club's coach.
WHOSE = "whose"
# From a phrase to the word before the comma that stands before it.
_BEHIND = 2
_NOUNS = frozenset({"NOUN", "PROPN"})
_KINDS = {"person": "person", "body": "organisation", "group": ""}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the word lists.

    Attributes:
        kind: `person`, `body` or `group`.
        thing: its class, under which all nouns for one referent answer each other.
        before: the words before it that belong to it: `gang` of `gang member`.
    """

    kind: str
    thing: str
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description in a story.

    Attributes:
        noun: what it says.
        first, head: tokens: the first word behind the article, and the noun.
        also: further classes that its words tell: an age, a nationality.
        new: it brings somebody into the story.
        whose: it says to whom its referent belongs.
        owner: the name that it stands beside, or empty.
    """

    noun: Noun
    first: int
    head: int
    also: frozenset[str] = frozenset()
    new: bool = False
    whose: bool = False
    owner: str = ""


_AGED, _NATIONAL = Noun("person", "aged"), Noun("person", "national")


class Describer:
    """Finds descriptions with the words of `rules/description.toml`.

    Args:
        words: its tables, with places.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.phrase: Mapping[str, Any] = words["phrase"]
        self.apart = frozenset(self.phrase["apart"])
        self.new = frozenset(self.phrase["new"])
        self.known = frozenset(self.phrase["known"])
        self.joins = frozenset(self.phrase["joins"])
        self.verbs = frozenset(self.phrase["is"])
        self.telling = frozenset(f"{verb}{end}" for verb in words["acts"]["same"] for end in ("s", "es"))
        self.gazetteer = gazetteer(words["places"])
        self._nouns: dict[str, list[Noun]] = {}
        for kind in _KINDS:
            for thing, forms in words[kind].items():
                for form in forms:
                    *before, last = form.split()
                    self._nouns.setdefault(last, []).append(Noun(kind, thing, tuple(before)))
        for nouns in self._nouns.values():
            nouns.sort(key=lambda noun: -len(noun.before))

    def phrases(self, parsed: Parsed) -> Iterator[Phrase]:
        """Every description of a story, in order."""
        reader = _Reader(parsed, self)
        yield from reader.phrases()
        yield from reader.bare()

    def noun(self, tokens: Sequence[Token], at: int) -> Noun | None:
        """The noun of the lists that ends at a token, the longest first."""
        for noun in self._nouns.get(tokens[at].lower_, ()):
            start = at - len(noun.before)
            if start >= 0 and all(tokens[start + n].lower_ == word for n, word in enumerate(noun.before)):
                return noun
        return None


class _Reader:
    """Reads one story."""

    def __init__(self, parsed: Parsed, describer: Describer) -> None:
        self._parsed = parsed
        self._by = describer
        self._tokens = list(parsed.doc)
        self._starts = {mention.start: mention for mention in parsed.mentions}
        self._ends = {mention.end: mention for mention in parsed.mentions}
        self._inside: dict[int, Mention] = {}
        for token, mention in _covered(self._tokens, parsed.mentions):
            self._inside[token] = mention
        self._titles: dict[int, bool] = {}
        self._ages = {
            figure.start: figure
            for figure in parsed.figures
            if isinstance(figure.value, Amount)
            and parsed.text[figure.start : figure.end].lower().endswith(describer.phrase["aged"])
        }

    def phrases(self) -> Iterator[Phrase]:
        for sentence in self._parsed.sentences:
            last: Phrase | None = None
            for token in sentence.span:
                noun = self._by.noun(self._tokens, token.i)
                if noun is None or not self._is_head(token, sentence):
                    continue
                found = self._phrase(token, noun, sentence, last)
                if found is not None:
                    last = found
                    yield found

    def bare(self) -> Iterator[Phrase]:
        """The 16-year-old; the American: nobody's noun, but an age or a people tells who it is."""
        ends = {figure.end: figure for figure in self._ages.values()}
        starts = {token.idx: token.i for token in self._tokens}
        for token in self._tokens:
            end = token.idx + len(token)
            mine = self._starts.get(token.idx)
            if end not in ends and (mine is None or mine.end != end or mine.type != "demonym"):
                continue
            after = self._tokens[token.i + 1] if token.i + 1 < len(self._tokens) else None
            mention = self._starts.get(after.idx) if after is not None else None
            owner = mention.name if mention is not None and mention.kind == "person" else ""
            if not owner and after is not None and (after.pos_ in (*_NOUNS, "ADJ", "NUM") or after.text == "-"):
                continue
            if token.i and self._tokens[token.i - 1].lower_ in self._by.apart:
                continue
            if end in ends and ends[end].start in starts:
                first = starts[ends[end].start]
                if first and self._tokens[first - 1].lower_ in self._by.apart:
                    continue
                yield Phrase(_AGED, first, token.i, frozenset({_age(ends[end])}), owner=owner)
            elif mine is not None and mine.end == end and mine.type == "demonym":
                place = self._by.gazetteer.find(token.text)
                known = token.i and self._tokens[token.i - 1].lower_ in (
                    *self._by.known,
                    self._by.phrase["aged"].lstrip("-"),
                )
                if place is not None and (owner or known) and token.tag_ not in ("NNS", "NNPS"):
                    yield Phrase(_NATIONAL, token.i, token.i, frozenset({f"of {place.name}"}), owner=owner)

    def _is_head(self, token: Token, sentence: Sentence) -> bool:
        """The noun stands for itself: it is no verb, no part of a name and qualifies no other noun."""
        titled = self._is_title(sentence)
        named = self._inside.get(token.i)
        if token.pos_ not in _NOUNS or (named is not None and not self._is_misread(named, token, titled=titled)):
            return False
        if token.is_title and not titled and token.i != sentence.span.start and token.i + 1 not in self._inside:
            return self._tokens[token.i - 1].pos_ in ("DET", "ADJ") and self._is_last(token, titled=False)
        return self._is_last(token, titled=titled)

    def _is_last(self, token: Token, *, titled: bool) -> bool:
        """The noun qualifies no other one behind it; in headlines the parser cannot tell."""
        after = self._tokens[token.i + 1] if token.i + 1 < len(self._tokens) else None
        if after is None or after.i in self._inside:
            return True
        compound = titled or (token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i)
        return not (compound and after.pos_ in _NOUNS and after.lower_ not in self._by.telling) and after.text != "-"

    def _is_misread(self, mention: Mention, token: Token, *, titled: bool) -> bool:
        """What looks like a name is a noun with a capital."""
        whole = mention.start == token.idx and mention.kind != "person"
        return (titled or whole) and mention.end == token.idx + len(token)

    def _is_title(self, sentence: Sentence) -> bool:
        if sentence.index not in self._titles:
            words = [t for t in sentence.span if t.is_alpha and len(t) >= self._by.phrase["long_word"]]
            capitals = sum(word.text[0].isupper() for word in words)
            self._titles[sentence.index] = capitals > self._by.phrase["title_case"] * max(1, len(words))
        return self._titles[sentence.index]

    def _phrase(self, head: Token, noun: Noun, sentence: Sentence, last: Phrase | None) -> Phrase | None:
        outer, first = self._reach(head, noun, sentence)
        before = self._tokens[outer : head.i]
        words = {token.lower_ for token in before}
        counted = bool(before) and before[0].tag_ == "CD" and before[0].idx not in self._ages
        if counted or words & self._by.apart or (outer and self._tokens[outer - 1].text == "-"):
            return None
        owner = self._owner(outer, head, noun, last)
        new = bool(words & self._by.new)
        whose = any(token.tag_ in ("PRP$", "WP$") for token in before) or self._tokens[max(0, outer - 1)].tag_ == "POS"
        phrase = Phrase(noun, first, head.i, frozenset(self._also(before)), new, whose, owner)
        known = whose or bool(words & self._by.known)
        return phrase if owner or self._refers(phrase, outer, sentence, known=known) else None

    def _refers(self, phrase: Phrase, outer: int, sentence: Sentence, *, known: bool) -> bool:
        """A description without a name beside it points at somebody, whom the story has or now brings in."""
        noun, head = phrase.noun, self._tokens[phrase.head]
        opening = sentence.index < self._by.phrase["first_sentences"]
        plain = phrase.first == phrase.head - len(noun.before)
        if head.dep_ == "attr" or self._partitive(outer) or self._is_of(head) or (phrase.new and not opening):
            return False
        bare = plain and noun.kind == "person" and phrase.first == outer and not phrase.whose
        if bare and outer != sentence.span.start and not self._is_title(sentence):
            return False  # to play host
        if noun.kind == "person":
            return known or opening or self._is_title(sentence)
        return not phrase.whose and (plain or noun.kind == "group") and (noun.kind == "group" or known or opening)

    def _reach(self, head: Token, noun: Noun, sentence: Sentence) -> tuple[int, int]:
        """Where the phrase begins, with its article and without; no name and no possessor belongs to it."""
        outer = max(head.left_edge.i, head.i - self._by.phrase["longest"], sentence.span.start)
        outer = min(outer, head.i - len(noun.before))
        for at in range(head.i - 1, outer - 1, -1):
            token = self._tokens[at]
            if (
                token.tag_ in ("POS", "IN", "CC", "TO")
                or (token.is_punct and token.text != "-")
                or token.pos_ == "VERB"
            ):
                outer = at + 1
                break
            mention = self._inside.get(at)
            if mention is not None and mention.kind == "person" and self._inside.get(head.i) is not mention:
                outer = at + 1
                break
        first = outer
        while first < head.i and self._tokens[first].pos_ == "DET":
            first += 1
        return outer, first

    def _partitive(self, outer: int) -> bool:
        """One of the suspects."""
        return outer > 1 and self._tokens[outer - 1].lower_ == "of" and self._tokens[outer - 2].lower_ in self._by.new

    def _is_of(self, head: Token) -> bool:
        """The body of Jane Roe, the son of John Doe."""
        after = self._tokens[head.i + 1 : head.i + 1 + _BEHIND]
        named = [self._inside[token.i].kind == "person" for token in after[1:] if token.i in self._inside]
        return any(named) and after[0].lower_ == "of"

    def _also(self, before: Sequence[Token]) -> Iterator[str]:
        for token in before:
            place = self._by.gazetteer.find(token.text) if token.text[0].isupper() else None
            if place is not None and place.type == "demonym":
                yield f"of {place.name}"
            if token.idx in self._ages:
                yield _age(self._ages[token.idx])

    def _owner(self, outer: int, head: Token, noun: Noun, last: Phrase | None) -> str:
        """The name that the description stands right before or behind, or that a form of `be` joins to it."""
        kind = _KINDS[noun.kind]
        if not kind:
            return ""
        for mention in self._beside(outer, head):
            if mention is not None and mention.kind == kind:
                return mention.name
        if last is not None and last.owner and last.noun.kind == noun.kind and outer == last.head + _BEHIND:
            return last.owner if self._tokens[outer - 1].lower_ in self._by.joins else ""
        return ""

    def _beside(self, outer: int, head: Token) -> Iterator[Mention | None]:
        tokens = self._tokens
        end = head.i + 1
        if end < len(tokens):
            yield self._starts.get(tokens[end].idx)
            if tokens[end].text == "," and end + 1 < len(tokens) and head.dep_ != "conj":
                mention = self._starts.get(tokens[end + 1].idx)
                if mention is not None and self._parsed.text[mention.end : mention.end + 1] in (",", ".", ";"):
                    yield mention
        yield self._apposed(outer)
        parts = list(head.head.children)
        if head.dep_ == "attr" and head.head.lemma_ in self._by.verbs and all(part.dep_ != "neg" for part in parts):
            yield from (self._inside.get(part.i) for part in parts if part.dep_ == "nsubj")

    def _apposed(self, outer: int) -> Mention | None:
        """Jane Roe, a driver; Jane Roe, 40, the driver."""
        tokens = self._tokens
        if outer < _BEHIND or tokens[outer - 1].text != ",":
            return None
        at = outer - _BEHIND
        if tokens[at].is_digit and at > 1 and tokens[at - 1].text == ",":
            at -= _BEHIND
        return self._ends.get(tokens[at].idx + len(tokens[at]))


def _age(figure: Figure) -> str:
    return f"age {figure.value.amount}" if isinstance(figure.value, Amount) else ""


def _covered(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    """The tokens inside names."""
    at = 0
    for token in tokens:
        while at < len(mentions) and mentions[at].end <= token.idx:
            at += 1
        if at < len(mentions) and mentions[at].start <= token.idx:
            yield token.i, mentions[at]
