"""What arguments stand for: names in their fullest form, nouns as stems, pronouns by what they point to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.acts.act import ANYONE
from checker.acts.predicates import Vocabulary
from checker.parsed import Mention, Parsed
from checker.places import gazetteer
from checker.stems import stem

if TYPE_CHECKING:
    from checker.tree import Node

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
# What stands here is a noun, whatever the tagger takes it for: turned down a £42m bid.
_NOMINAL = ("dobj", "pobj", "nsubj", "nsubjpass")
# An office, and what it is one of: pastor of the church.
_OF = re.compile(r" (?:of|for|at|in) ")
_NOTHING: frozenset[str] = frozenset()


def own_subject(token: Node) -> Node | None:
    """The subject that stands with a verb; the parser hangs some on its auxiliary."""
    for one in (token, *(child for child in token.children if child.dep in ("aux", "auxpass"))):
        found = next((child for child in one.children if child.dep in SUBJECTS), None)
        if found is not None:
            return found
    return None


class Arguments:
    """The nouns of one story.

    Args:
        parsed: the story.
        words: the tables of `rules/predicate.toml`.
        vocabulary: made from them.
    """

    def __init__(self, parsed: Parsed, words: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        nouns, pronouns = words["nouns"], words["pronouns"]
        self._part = frozenset(nouns["part"])
        self._people = frozenset(nouns["people"])
        self._bodies = frozenset(nouns["bodies"])
        self._groups = self._people | frozenset(nouns["groups"])
        self._nobody = frozenset(words["denial"]["nobody"])
        self._ties = frozenset(nouns["ties"])
        self._idle = frozenset(nouns["idle"])
        self._vague = frozenset(nouns["vague"])
        self._person, self._thing = frozenset(pronouns["person"]), frozenset(pronouns["thing"])
        self._several = frozenset(pronouns["several"])
        self._back: int = pronouns["back"]
        self._same = vocabulary.same
        self._gazetteer = gazetteer(words["places"])
        self._parsed = parsed
        self._doc, self._tree = parsed.doc, parsed.tree
        self._mentions = _by_token(parsed)
        self._known: dict[int, frozenset[str]] = {}

    def keys(self, token: Node) -> frozenset[str]:
        """The names and nouns that it stands for; nothing when that cannot be known."""
        if token.i not in self._known:
            self._known[token.i] = _NOTHING  # A pronoun that points to itself points to nothing.
            self._known[token.i] = self._read(token)
        return self._known[token.i]

    def detail(self, token: Node) -> frozenset[str]:
        """What stands with a noun: joint, solar, the tax of families, its owner."""
        found: set[str] = set()
        own = self._mentions.get(token.i)
        for child in token.children:
            if child.dep in ("amod", "compound", "nmod") and (own is None or self._mentions.get(child.i) is not own):
                found |= self.keys(child) if child.i in self._mentions else self._word(child)
            elif child.dep == "poss":
                found |= self.keys(child)
            elif child.dep == "prep":
                for inner in child.children:
                    if inner.dep == "pobj":
                        found |= self.keys(inner)
                        found = found.union(*(self._word(one) for one in inner.children if one.dep == "amod"))
        return frozenset(found)

    def qualities(self, token: Node, above: frozenset[str] = _NOTHING) -> frozenset[str]:
        """What kind of a thing a noun is.

        The northern union is `northern.union`, the price of wheat `of wheat.price`; a part has what the whole has.
        """
        is_part = token.lemma in self._part or token.pos in ("NUM", "DET", "PRON")
        if not (is_part or token.pos in ("NOUN", "PROPN")) or token.i in self._mentions:
            return _NOTHING
        found = self._own_qualities(token) | _numbers(token)
        whole = next((one for prep, one in _complements(token) if prep.lower == "of"), None) if is_part else None
        told = frozenset(f"{one}.{self._stem(token)}" for one in found | above | self._tied(token))
        return self.qualities(whole, above | found) | told if whole is not None else told

    def _own_qualities(self, token: Node) -> frozenset[str]:
        return frozenset(
            self._stem(one)
            for one in token.children
            if one.dep in ("amod", "compound") and one.i not in self._mentions and one.lower not in self._idle
        )

    def _tied(self, token: Node) -> frozenset[str]:
        """What prepositions tie to a noun: a plan for a school, exports to Norda."""
        return frozenset(
            f"{prep.lower} {key.rpartition(' ')[2].rpartition('=')[2].lower()}"
            for prep, one in _complements(token)
            if prep.lower in self._ties
            for key in self.keys(one)
        )

    def _read(self, token: Node) -> frozenset[str]:
        if token.lower in self._person | self._thing | self._several:
            pointed = self._antecedent(token)
            return self.keys(pointed) if pointed is not None else _NOTHING
        found: set[str] = set()
        mention = self._holder(token) or self._mentions.get(token.i)
        if mention is not None:
            found.update(f"={mention.kind}={name}" for name in self._names(mention, token))
            if mention.role:
                found.add(self._canonical(_OF.split(mention.role, maxsplit=1)[0].split()[-1].lower()))
            if mention.kind == "person":
                found.add(ANYONE)
        elif self._is_nobody(token):
            return frozenset({ANYONE})
        elif token.pos in ("NOUN", "PROPN") or (token.pos in ("VERB", "ADJ") and token.dep in _NOMINAL):
            found |= self._word(token)
            found |= self._named_before(token)
            if token.lemma in self._groups:
                found.add(ANYONE)
        for child in token.children:
            found |= self._nested(token, child)
        return frozenset(found)

    def _names(self, mention: Mention, token: Node) -> Iterator[str]:
        """The name; of a place as it is best known, with its country where a capital does what a government does."""
        place = self._gazetteer.find(mention.name) if mention.kind == "place" else None
        if place is None:
            yield mention.name
            return
        yield place.name
        if place.type == "capital" and token.dep in SUBJECTS:
            yield from (self._gazetteer.country(code) for code in sorted(place.within) if "-" not in code)

    def _named_before(self, token: Node) -> frozenset[str]:
        """The name of the company, where one alone was named just before: Norda Air ... the airline."""
        is_known = any(one.lower == "the" for one in token.children) and token.lemma in self._bodies
        if not is_known or any(one.dep in ("amod", "compound", "prep", "appos") for one in token.children):
            return _NOTHING
        sentence = self._parsed.sentence_at(token.idx)
        start = self._parsed.sentences[max(0, sentence.index - self._back)].start
        before = (one for one in self._parsed.mentions if start <= one.start < token.idx and one.kind == "organisation")
        names = {one.name for one in before}
        return frozenset(f"=organisation={name}" for name in names) if len(names) == 1 else _NOTHING

    def _is_nobody(self, token: Node) -> bool:
        """Nobody, no one, none; not none of the passengers."""
        is_one = token.lower == "one" and any(one.lower == "no" for one in token.children)
        return (token.lower in self._nobody or is_one) and not any(one.dep == "prep" for one in token.children)

    def _holder(self, token: Node) -> Mention | None:
        """The person whose office begins with this noun: the Bank of Norda governor Jane Roe."""
        last = self._tree[self._doc[token.i].right_edge.i]
        mention = self._mentions.get(last.i) if last is not token else None
        is_held = mention is not None and mention.role_start <= token.idx < mention.role_end
        return mention if is_held else None

    def _nested(self, token: Node, child: Node) -> frozenset[str]:
        """What a noun is beside its own word: its apposition, the rest of an enumeration, the whole of a part."""
        if child.dep in ("appos", "conj") and child.pos in ("NOUN", "PROPN"):
            return self.keys(child)
        if child.dep == "compound" and self._mentions.get(child.i) is None and token.i in self._mentions:
            return self._word(child)
        if token.lemma not in self._part and token.pos not in ("NUM", "DET", "PRON"):
            return _NOTHING
        if child.dep in ("poss", "compound"):
            return self.keys(child) if token.pos == "NOUN" else _NOTHING
        if child.dep == "prep" and child.lower in ("of", "for"):
            return frozenset().union(*(self.keys(inner) for inner in child.children if inner.dep == "pobj"))
        return _NOTHING

    def _antecedent(self, pronoun: Node) -> Node | None:
        """The noun that a pronoun points to: the subject above or before it that fits, else one just before."""
        for noun in self._subjects_before(pronoun):
            if self._fits(pronoun, noun):
                return noun
        return None

    def _subjects_before(self, pronoun: Node) -> Iterator[Node]:
        for above in pronoun.ancestors:
            yield from (one for one in above.children if one.dep in SUBJECTS and one.i < pronoun.i)
        sentence = self._parsed.sentence_at(pronoun.idx)
        before = self._tree[sentence.span.start : pronoun.i][::-1]
        yield from (t for t in before if t.dep in (*SUBJECTS, "appos"))
        yield from (t for t in before if t.i in self._mentions)
        for at in range(sentence.index - 1, max(-1, sentence.index - 1 - self._back), -1):
            nodes = self._parsed.nodes(self._parsed.sentences[at])
            nouns = [t for t in nodes if t.dep in SUBJECTS]
            yield from sorted(nouns, key=lambda t: (t.head.dep != "ROOT", t.i))
            yield from (t for t in nodes if t.i in self._mentions and t.dep not in ("compound", *SUBJECTS))

    def _fits(self, pronoun: Node, noun: Node) -> bool:
        if noun.i == pronoun.i or pronoun in noun.ancestors:
            return False
        word, mention = pronoun.lower, self._mentions.get(noun.i)
        if noun.pos == "PRON":
            same = next((s for s in (self._person, self._thing, self._several) if word in s), _NOTHING)
            return noun.lower in same and bool(self.keys(noun))
        if noun.pos not in ("NOUN", "PROPN"):
            return False
        person = mention is not None and mention.kind == "person"
        if word in self._person:
            return person or (noun.lemma in self._people and noun.tag in ("NN", "NNP"))
        plural = noun.tag in ("NNS", "NNPS") or any(child.dep == "conj" for child in noun.children)
        if word in self._several:
            return plural or (mention is not None and mention.kind == "organisation")
        return not person and not plural and noun.lemma not in self._people

    def _word(self, token: Node) -> frozenset[str]:
        """The stem of a word, nothing for one that does not say which thing is meant."""
        return _NOTHING if token.lemma in self._vague else frozenset({self._stem(token)})

    def _stem(self, token: Node) -> str:
        return self._canonical(token.lemma)

    def _canonical(self, word: str) -> str:
        one = stem(word)
        return self._same.get(one, one)


def _complements(token: Node) -> Iterator[tuple[Node, Node]]:
    """The prepositions of a noun, each with what it brings in."""
    for prep in token.children:
        if prep.dep == "prep":
            yield from ((prep, one) for one in prep.children if one.dep == "pobj")


def _numbers(token: Node) -> frozenset[str]:
    """How many there are, where that is told: four of the climbers, three launches, the launch."""
    if token.pos == "NUM":
        return frozenset({f"#{token.lower}"})
    counted = frozenset(f"#{one.lower}" for one in token.children if one.dep == "nummod")
    has_article = any(one.lower in ("a", "an", "the", "this", "that") for one in token.children if one.dep == "det")
    is_single = token.tag == "NN" and has_article and token.dep not in ("compound", "poss", "nmod")
    return counted or (frozenset({"#one"}) if is_single else counted)


def _by_token(parsed: Parsed) -> dict[int, Mention]:
    """The name that each token is part of."""
    found: dict[int, Mention] = {}
    mentions = iter(parsed.mentions)
    mention = next(mentions, None)
    for token in parsed.tree:
        while mention is not None and mention.end <= token.idx:
            mention = next(mentions, None)
        if mention is None:
            break
        if token.end > mention.start and not token.lower.isspace():
            found[token.i] = mention
    return found
