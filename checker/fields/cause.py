"""What something came of: died of a heart attack, a fire blamed on faulty wiring, cause unknown.

Value: `Wording` with the words of the cause, `head` its kind (`heart`, `electrical`, `unknown`, ...). About: `thing`
is what it is the cause of (`death`, or `accident` for fires, crashes, collapses and the like); a death is its person's.
Size: 1.

Only causes of the kinds that `rules/cause.toml` lists are read: whether two others exclude each other nobody can tell
by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from checker.model import About, Claim, Difference, Wording
from checker.parsed import Parsed, Sentence

_UNKNOWN = "unknown"
_WORD = re.compile(r"[\w'-]+")


class Field:
    """Causes.

    Args:
        words: the tables of `rules/cause.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        find = words["find"]
        self._reach: int = find["reach"]
        self._gap: int = find["gap"]
        self._kinds = {phrase: kind for kind, listed in words["kind"].items() for phrase in listed}
        listed = sorted(self._kinds, key=lambda phrase: (-len(phrase), phrase))
        self._told = frozenset(find["told"])
        self._first = frozenset(phrase.split()[0] for phrase in listed)
        self._cause = re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)
        self._leads = re.compile(rf"\b(?:{find['leads']})\b", re.IGNORECASE)
        self._follows = re.compile(rf"[ ,]*\b(?:{find['follows']})\b", re.IGNORECASE)
        self._open = re.compile(rf"\b{find['open']}", re.IGNORECASE)
        self._denied = re.compile(rf"\b(?:{find['denied']})\b", re.IGNORECASE)
        self._effects = {word: name for name, listed in words["effect"].items() for word in listed}
        self._general = frozenset(words["compare"]["general"])
        self._together = frozenset(frozenset(pair) for pair in words["compare"]["together"])

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every stated cause of a death or an accident, and every statement that it is not known."""
        for sentence in parsed.sentences:
            text = parsed.text[sentence.start : sentence.end]
            for first, last, kind in self._spans(text):
                start, end = sentence.start + first, sentence.start + last
                effect = self._effect(sentence, start)
                if effect:
                    value = Wording(tuple(parsed.text[start:end].lower().split()), kind)
                    owner = self._owner(parsed, sentence, start) if effect == "death" else ""
                    yield parsed.claim("cause", start, end, value, About(thing=effect, canonical=True, owner=owner))

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """Another cause, a cause that the other story does not know, or one kind of cause in two wordings."""
        one, other = left.value, right.value
        if one.words == other.words:
            return None
        if _UNKNOWN in (one.head, other.head):
            return Difference("wording" if one.head == other.head else "unknown", 1.0)
        general = one.head in self._general or other.head in self._general
        if one.head == other.head or general or frozenset((one.head, other.head)) in self._together:
            return Difference("wording", 1.0)
        return Difference("other", 1.0)

    def _spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a cause stands in a sentence, and of which kind it is."""
        words = frozenset(_WORD.findall(text.lower()))
        for found in self._open.finditer(text) if words & self._told else ():
            yield found.start(), found.end(), _UNKNOWN
        for found in self._cause.finditer(text) if words & self._first else ():
            before = text[max(0, found.start() - self._reach) : found.start()]
            between = max((lead.end() for lead in self._leads.finditer(before)), default=-1)
            told = 0 <= between >= len(before) - self._gap and not any(mark in before[between:] for mark in ".;:")
            if (told or self._follows.match(text, found.end())) and not self._denied.search(before):
                yield found.start(), found.end(), self._kinds[found.group().lower()]

    def _effect(self, sentence: Sentence, at: int) -> str:
        """What came of it: the nearest word of the sentence for a death or an accident."""
        near = [
            (abs(token.idx - at), effect)
            for token in sentence.span
            if (effect := self._effects.get(token.lemma_.lower()) or self._effects.get(token.lower_, ""))
        ]
        return min(near)[1] if near else ""

    def _owner(self, parsed: Parsed, sentence: Sentence, at: int) -> str:
        """Who died: the last person named in the sentence up to here."""
        people = [m for m in parsed.mentions if m.kind == "person" and sentence.start <= m.start < at]
        return people[-1].name if people else ""
