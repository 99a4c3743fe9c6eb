"""The words of a story as names are looked for in them: capitals, gaps, the parser's tags and entities, headlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.lexicon import Lexicon
from checker.vocabulary import is_word

if TYPE_CHECKING:
    from checker.parsed import Parsed

VOTES = {
    "PERSON": ("person", ""),
    "ORG": ("organisation", ""),
    "GPE": ("place", ""),
    "LOC": ("place", ""),
    "FAC": ("place", "building"),
    "PRODUCT": ("organisation", "product"),
    "EVENT": ("organisation", "event"),
    "WORK_OF_ART": ("organisation", "work"),
    "LAW": ("organisation", "law"),
}


@dataclass(slots=True)
class Word:
    """A word or a mark.

    Attributes:
        text: without the possessive ending.
        start, end: characters, without the possessive ending.
        capital: begins like a name.
        joined: nothing but one space between it and the word before.
        opens: the first word of a sentence or a quotation.
        possessive: has the ending 's.
        label, entity: the parser's entity that covers it: its label and its number, -1 for none.
        tag: the parser's part of speech.
    """

    text: str
    lower: str
    start: int
    end: int
    capital: bool
    joined: bool
    opens: bool
    possessive: bool
    label: str = ""
    entity: int = -1
    tag: str = ""


class Page:
    """The words of one story.

    Args:
        parsed: the story.
        lexicon: the word lists.

    Attributes:
        words: words and marks, in order.
        lower: the same in small letters.
        in_body: the words outside headlines, as written.
    """

    def __init__(self, parsed: Parsed, lexicon: Lexicon) -> None:
        self._text = parsed.text
        self._vocab = parsed.doc.vocab
        self.words = _words(parsed, lexicon)
        self.lower = [word.lower for word in self.words]
        self._titles = _title_words(parsed, lexicon, self.words)
        self.in_body = frozenset(word.text for word, title in zip(self.words, self._titles, strict=True) if not title)

    def in_title(self, at: int) -> bool:
        """The word stands in a line whose capitals prove nothing."""
        return self._titles[at]

    def is_word(self, at: int) -> bool:
        """The word is one of the language, in any form, and no name that only its capital tells."""
        return is_word(self.words[at].text, self._vocab)

    def text(self, first: int, last: int) -> str:
        """The words from `first` up to `last`, as written."""
        return self._text[self.words[first].start : self.words[last - 1].end]

    def vote(self, first: int, last: int) -> tuple[str, str]:
        """What the parser says of these words: the label that covers most of them."""
        labels = [word.label for word in self.words[first:last] if word.label in VOTES]
        if not labels:
            return "", ""
        return VOTES[max(sorted(set(labels)), key=labels.count)]

    def one_entity(self, first: int, last: int, *labels: str) -> bool:
        """One entity of the parser, of one of these labels, covers all words."""
        entity, label = self.words[first].entity, self.words[first].label
        return (
            entity != -1 and all(w.entity == entity for w in self.words[first:last]) and (not labels or label in labels)
        )


def _words(parsed: Parsed, lexicon: Lexicon) -> list[Word]:
    text = parsed.text
    tags = {token.idx: token.tag_ for token in parsed.doc}
    opening = {sentence.start for sentence in parsed.sentences}
    words: list[Word] = []
    after_mark, end = True, -1
    for start, token in _tokens(text, lexicon):
        possessive = token.endswith("'s") and len(token) > 2  # noqa: PLR2004 - the ending itself
        bare = token[:-2] if possessive else token
        joined = start == end + 1 and text[end] == " "
        capital = (
            bare[0].isupper() or _is_joined_name(bare, lexicon) or (bare[0].isdigit() and bare[2:] in ("ers", "ERS"))
        )
        opens = start in opening or after_mark
        words.append(
            Word(
                bare,
                bare.lower(),
                start,
                start + len(bare),
                capital,
                joined,
                opens,
                possessive,
                tag=tags.get(start, ""),
            )
        )
        end = start + len(token)
        after_mark = token in ('"', ":")
    _label(words, parsed)
    return words


def _tokens(text: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Where each word starts, and the word; Japan-US and US-made are cut behind the place."""
    for match in lexicon.tokens.finditer(text):
        start, token = match.start(), match.group()
        place, hyphen, rest = token.partition("-") if "-" in token else (token, "", "")
        if hyphen and place[:1].isupper() and rest and _cuts(place, rest, token, lexicon):
            yield start, place
            yield start + len(place), "-"
            yield start + len(place) + 1, rest
        else:
            yield start, token


def _cuts(place: str, rest: str, whole: str, lexicon: Lexicon) -> bool:
    find = lexicon.gazetteer.find
    return find(place) is not None and find(whole) is None and (rest[0].islower() or find(rest) is not None)


def _is_joined_name(word: str, lexicon: Lexicon) -> bool:
    """al-Bashir, el-Sheikh: a particle, and the name behind its hyphen."""
    particle, hyphen, rest = word.partition("-")
    return bool(hyphen) and particle in lexicon.particles and rest[:1].isupper()


def _label(words: list[Word], parsed: Parsed) -> None:
    """Give every word the label of the parser's entity that covers it."""
    at = 0
    for number, entity in enumerate(parsed.doc.ents):
        while at < len(words) and words[at].end <= entity.start_char:
            at += 1
        while at < len(words) and words[at].start < entity.end_char:
            words[at].label, words[at].entity = entity.label_, number
            at += 1


def _title_words(parsed: Parsed, lexicon: Lexicon, words: list[Word]) -> list[bool]:
    """For each word, whether it stands in a line whose capitals prove nothing; nowhere when that is every line."""
    flags = [False] * len(words)
    at, any_body = 0, False
    for sentence in parsed.sentences:
        first = at
        while at < len(words) and words[at].start < sentence.end:
            at += 1
        inside = words[first:at]
        long = [word for word in inside if len(word.text) >= lexicon.long_word and word.text[0].isalpha()]
        title = (
            len(long) >= lexicon.title_words
            and inside[-1].text not in '.?!"'
            and sum(word.capital for word in long) > lexicon.title_case * len(long)
        )
        any_body |= not title and len(long) >= lexicon.title_words
        flags[first:at] = [title] * (at - first)
    return flags if any_body else [False] * len(words)
