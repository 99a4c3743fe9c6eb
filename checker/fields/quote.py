"""Direct quotations: what stands inside quotation marks, and who said it.

Value: `Wording` with the words inside the marks, lower case, without punctuation, hyphens taken apart. Every sentence
of a quotation is a claim, so is every piece of an interrupted one, and what follows a semicolon or `including`. About:
`owner` who said it, `source` the same where a person is named with the words, `context` the stems of the content words.
Size: the share of words that differ, 0 to 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.parsed import Parsed

_OPENS = re.compile(r"(?:(?<=[\s(\[/-])|^)\"(?=\S)")
_CLOSES = re.compile(r"(?<=\S)\"")
_OPENS_SINGLE = re.compile(r"(?:(?<=[\s(\[])|^)'(?=[A-Za-z0-9])")
_CLOSES_SINGLE = re.compile(r"(?<=[^\s'])'(?![A-Za-z0-9])")
_PART_END = re.compile(r"(?<=[a-z]{2}[.!?]) (?=[A-Z'])|; |,? (?=including )")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,6}")
_BRACKETED = re.compile(r"\[[^\[\]]{0,80}\]")

_EDGES = " .,;:'\""

Span = tuple[int, int]


class Field:
    """Quotations, by speaker and words.

    Args:
        words: the tables of `rules/quote.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._least = words["quotation"]
        self._alike = words["alike"]
        self._speakers = {name: frozenset(listed) for name, listed in words["speakers"].items()}
        self._translated: list[str] = words["translated"]["phrases"]
        self._head: int = words["translated"]["head"]
        self._small = frozenset(words["words"]["small"])
        self._negative = frozenset(words["words"]["negative"])
        self._contractions = {short: long.split() for short, long in words["contractions"].items()}
        self._spelling = dict(words["spelling"])
        self._canonical = {stem(word): group[0] for group in words["words"]["synonyms"] for word in group}

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every part of what stands inside quotation marks that is more than a term."""
        if '"' not in parsed.text and "'" not in parsed.text:
            return
        quotations = _quotations(parsed.text)
        head = parsed.text[: self._head].lower()
        status = "translated" if any(phrase in head for phrase in self._translated) else "actual"
        speakers = _Speakers(parsed, quotations, self._speakers)
        for span in quotations:
            source, owner = speakers.of(span)
            for start, end in _parts(parsed.text, span):
                spoken = _words(parsed.text[start:end])
                if len(spoken) >= self._least["words"] and not _is_title(parsed.text[start:end]):
                    content = self._content(spoken)
                    about = About(thing="words", owner=owner, status=status, source=source, context=content)
                    yield parsed.claim("quote", start, end, Wording(spoken), about)

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How much two quotations look like one, 0 to 1; the fewer hints at one speaker, the more words must agree."""
        a, b = left.about.context, right.about.context
        shared = len(a & b)
        if shared < min(self._alike["shared"], max(len(a), len(b))) or not shared:
            same = left.value.words == right.value.words
            return self._alike["replaced"] if not same and self._is_reworded(left, right) else float(same)
        alike = 2 * shared / (len(a) + len(b))
        if alike >= self._alike["part"]:
            alike = max(alike, self._alike["contained"] * shared / min(len(a), len(b)))
        one = self._one_speaker(left.about.owner, right.about.owner)
        if one is False and bool(left.about.source) != bool(right.about.source):
            # The prime minister may be whom the other story names.
            one = None
        bar = self._alike["unknown" if one is None else "same_speaker" if one else "other_speaker"]
        if alike < bar:
            return self._alike["replaced"] if self._is_reworded(left, right) else 0.0
        return (1 + alike) / 2

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """Whether the same was said, and by the same person.

        `speaker`, `spelling`, `small-words`, `ellipsis`, `retranslated`, `altered` (size: share of words that differ).
        """
        a, b = self._plain(left.value.words), self._plain(right.value.words)
        if a == b:
            return self._of_same_words(left, right, len(a))
        if [word for word in a if word not in self._small] == [word for word in b if word not in self._small]:
            return Difference("small-words")
        if self._is_part(a, b) or self._is_part(b, a):
            return Difference("ellipsis")
        return Difference(
            "retranslated" if self._is_retranslated(left, right) else "altered",
            float(Indel.normalized_distance(a, b)),
        )

    def _of_same_words(self, left: Claim[Wording], right: Claim[Wording], words: int) -> Difference | None:
        """Said by two people, or only spelled in two ways."""
        speakers = left.about.source, right.about.source
        if words >= self._least["telling"] and all(speakers) and self._one_speaker(*speakers) is False:
            return Difference("speaker", detail={"left_speaker": speakers[0], "right_speaker": speakers[1]})
        return None if left.value == right.value else Difference("spelling")

    def _is_retranslated(self, left: Claim[Wording], right: Claim[Wording]) -> bool:
        """An outlet that translates tells it otherwise; it does not replace one word by another."""
        if "translated" not in (left.about.status, right.about.status):
            return False
        a, b = self._plain(left.value.words), self._plain(right.value.words)
        return len(a) != len(b) or not self._replaced(a, b)

    def _is_reworded(self, left: Claim[Wording], right: Claim[Wording]) -> bool:
        """One speaker's sentence of which one word is another, though few of its words tell anything."""
        if not self._one_speaker(left.about.owner, right.about.owner):
            return False
        return self._replaced(self._plain(left.value.words), self._plain(right.value.words))

    def _replaced(self, left: list[str], right: list[str]) -> bool:
        """The shorter stands in the longer, word for word, but for one telling word that is another there."""
        part, whole = sorted((left, right), key=len)
        if len(part) < self._least["replaced"]:
            return False
        for at in range(len(whole) - len(part) + 1):
            apart = [(x, y) for x, y in zip(part, whole[at:], strict=False) if x != y]
            if len(apart) == 1 and not self._small.intersection(apart[0]):
                return True
        return False

    def _one_speaker(self, left: str, right: str) -> bool | None:
        """Whether two speakers are one, near-misses in spelling included; None when either is unknown."""
        a, b = set(left.split()), set(right.split())
        if not a or not b:
            return None
        if 2 * len(a & b) >= min(len(a), len(b)):
            return True
        near, least = self._alike["name"], self._alike["name_letters"]
        return any(fuzz.ratio(x, y) >= near for x in a for y in b if min(len(x), len(y)) >= least)

    def _content(self, spoken: tuple[str, ...]) -> frozenset[str]:
        stems = (stem(word) for word in self._plain(spoken) if word not in self._small)
        return frozenset(self._canonical.get(one, one) for one in stems)

    def _plain(self, spoken: tuple[str, ...]) -> list[str]:
        """The words with contractions taken apart, in American spelling, small numbers as digits."""
        plain: list[str] = []
        for word in spoken:
            parts = self._contractions.get(word, (word,))
            plain.extend(self._spelling.get(part, part) for part in parts)
        return plain

    def _is_part(self, part: list[str], whole: list[str]) -> bool:
        """Whether one is the other with words left out, or begins where the other has not ended yet."""
        if len(part) > len(whole):
            return False
        if any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1)):
            return True
        rest = iter(whole)
        if all(word in rest for word in part):
            return sum(w in self._negative for w in part) == sum(w in self._negative for w in whole)
        longest = range(len(part) - 1, self._least["overlap"] - 1, -1)
        return any(part[-n:] == whole[:n] or part[:n] == whole[-n:] for n in longest)


class _Speakers:
    """Who says what stands between the marks of a story."""

    def __init__(self, parsed: Parsed, quotations: list[Span], words: Mapping[str, frozenset[str]]) -> None:
        self._parsed = parsed
        self._quotations = quotations
        self._persons = words["persons"]
        self._documents = words["documents"]
        self._pronouns = words["pronouns"]
        self._last = ""
        self._verbs = [
            token
            for token in (parsed.doc if quotations else ())
            if token.lemma_.lower() in words["verbs"] and not any(a <= token.idx < b for a, b in quotations)
        ]

    def of(self, quotation: Span) -> tuple[str, str]:
        """The person named with the words, or nothing; and whoever is meant, taken from before if need be."""
        verb = self._nearest(quotation)
        named, words = self._who(verb) if verb is not None else (False, "")
        if verb is not None and not words:
            words = self._antecedent(verb)
            named = bool(words)
        if words:
            self._last = words
        elif verb is not None:
            before = (self._who(one)[1] for one in reversed(self._verbs) if one.i < verb.i)
            self._last = next(filter(None, before), self._last)
        return (self._last if named else ""), self._last

    def _who(self, verb: Token) -> tuple[bool, str]:
        """Whether the subject of a reporting verb is a named person, and its words; none for a pronoun."""
        subject = _subject(verb)
        tokens = [token for token in _phrase(subject) if token.lower_ not in self._documents] if subject else []
        if all(token.pos_ == "ADJ" for token in tokens) or tokens[0].lower_ in self._pronouns:
            return False, ""
        name = self._name(subject) if subject is not None else ""
        named = bool(name) or (subject is not None and subject.ent_type_ == "PERSON")
        return named, name or " ".join(token.lower_ for token in tokens)

    def _antecedent(self, verb: Token) -> str:
        """Whom a pronoun means: the one person named before it in its paragraph, outside of all quotations."""
        subject = _subject(verb)
        if subject is None or subject.lower_ not in self._persons:
            return ""
        start = self._parsed.text.rfind("\n\n", 0, verb.idx) + 1
        before = {
            m.name.lower()
            for m in self._parsed.mentions
            if m.kind == "person"
            and start <= m.start < verb.idx
            and not any(a <= m.start < b for a, b in self._quotations)
        }
        return before.pop() if len(before) == 1 else ""

    def _nearest(self, quotation: Span) -> Token | None:
        """The reporting verb of the quotation: in its sentence, or straight after it, or before it in its paragraph."""
        text, (start, end) = self._parsed.text, quotation
        first, last = self._parsed.sentence_at(start), self._parsed.sentence_at(max(start, end - 1))
        best: tuple[int, int, Token] | None = None
        for verb in self._verbs:
            after = verb.idx >= end
            gap = verb.idx - end if after else start - verb.idx
            between = text[end : verb.idx] if after else text[verb.idx : start]
            if "\n\n" in between or (after and verb.idx >= last.end and ". " in between):
                continue
            inside = first.start <= verb.idx < last.end
            rank = (0 if inside else 1, gap, verb)
            if best is None or rank[:2] < best[:2]:
                best = rank
        return best[2] if best else None

    def _name(self, subject: Token) -> str:
        """The name of the subject, or the name that stands behind it: `the minister, Ana Reyes`."""
        for token in (subject, *(child for child in subject.children if child.dep_ == "appos")):
            for mention in self._parsed.mentions:
                if mention.kind == "person" and mention.start <= token.idx < mention.end:
                    return mention.name.lower()
        return ""


def _subject(verb: Token) -> Token | None:
    """Who says: the subject, also behind its verb, or the one that something is according to."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if subjects:
        return subjects[0]
    for child in verb.children:
        if child.dep_ == "prep":
            objects = [one for one in child.children if one.dep_ == "pobj"]
            if child.lower_ == "to" and objects and verb.lower_ == "according":
                return objects[0]
    if verb.dep_ in ("conj", "advcl") and verb.head.pos_ == "VERB":
        return next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    return next(
        (child for child in verb.children if child.dep_ in ("dobj", "attr", "npadvmod") and child.i > verb.i), None
    )


def _phrase(head: Token) -> list[Token]:
    """The words that name the speaker, in order, without what is only told about him."""
    kept = [head]
    for token in kept:
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod", "poss", "prep", "pobj") and len(kept) < 12:  # noqa: PLR2004
                kept.append(child)
    return [
        token for token in sorted(kept, key=lambda token: token.i) if token.pos_ in ("PROPN", "NOUN", "ADJ", "PRON")
    ]


def _quotations(text: str) -> list[Span]:
    """What stands inside quotation marks, outermost pairs only, marks excluded.

    A paragraph that ends inside a quotation closes it; the next one opens it again.
    """
    spans: list[Span] = []
    start = 0
    for paragraph in text.split("\n\n"):
        goes_on = text.startswith('"', start + len(paragraph) + 2)
        found = _pairs(paragraph, _OPENS, _CLOSES, goes_on=goes_on)
        single = _pairs(paragraph, _OPENS_SINGLE, _CLOSES_SINGLE)
        found += [one for one in single if not any(a <= one[0] < b or a < one[1] <= b for a, b in found)]
        spans.extend(sorted((start + a, start + b) for a, b in found if a < b))
        start += len(paragraph) + 2
    return spans


def _pairs(paragraph: str, opens: re.Pattern[str], closes: re.Pattern[str], *, goes_on: bool = False) -> list[Span]:
    spans: list[Span] = []
    at = 0
    while opening := opens.search(paragraph, at):
        closing = _closing(paragraph, closes, opening.end())
        if closing is None:
            if goes_on:
                spans.append((opening.end(), len(paragraph)))
            break
        spans.append((opening.end(), closing.start()))
        at = closing.end()
    return spans


def _closing(paragraph: str, closes: re.Pattern[str], at: int) -> re.Match[str] | None:
    """The mark that ends a quotation; a single one behind an s may be a possessive, then a surer one is preferred."""
    first = None
    for closing in closes.finditer(paragraph, at):
        first = first or closing
        if closing.group() == '"' or paragraph[closing.start() - 1] not in "sS":
            return closing
    return first


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a quotation, and of these what stands by itself, without the stops at their ends."""
    cuts = [span[0], *(stop.start() for stop in _PART_END.finditer(text, *span)), span[1]]
    for start, end in pairwise(cuts):
        at, last = start, end
        while at < last and text[at] in _EDGES:
            at += 1
        while at < last and text[last - 1] in _EDGES:
            last -= 1
        if at < last:
            yield at, last


def _words(said: str) -> tuple[str, ...]:
    said = _INITIALS.sub(lambda match: match.group().replace(".", ""), _BRACKETED.sub(" ", said))
    return tuple(word.lower() for word in _WORD.findall(said))


def _is_title(said: str) -> bool:
    """Every longer word has a capital: the title of a work, a law, a meeting."""
    longer = [word for word in _WORD.findall(said) if len(word) > 3]  # noqa: PLR2004
    return bool(longer) and all(word[0].isupper() or word[0].isdigit() for word in longer)
