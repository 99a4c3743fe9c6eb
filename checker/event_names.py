"""Names across the stories of one event: what one story is sure of helps to read the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.places import fold, gazetteer
from checker.vocabulary import is_word

if TYPE_CHECKING:
    from checker.parsed import Mention, Parsed

# Of two kinds with as many votes the first wins.
_KINDS = ("person", "organisation", "place")
_SHORTEST = 4


def share(stories: Sequence[Parsed], words: Mapping[str, Any]) -> tuple[Parsed, ...]:
    """The stories of one event, in which a name is of one kind everywhere and is found wherever it stands.

    Args:
        stories: the stories, with their mentions.
        words: the tables of `rules/mentions.toml`.
    """
    if len(stories) < 2:  # noqa: PLR2004 - nobody to learn from
        return tuple(stories)
    known = _Known(stories, words)
    return tuple(replace(story, mentions=known.mentions(story)) for story in stories)


class _Known:
    """What the stories of an event together know of its names."""

    def __init__(self, stories: Sequence[Parsed], words: Mapping[str, Any]) -> None:
        self._places = gazetteer(words["places"])
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._people: dict[str, set[str]] = defaultdict(set)
        self._models: dict[str, Mention] = {}
        for story in stories:
            for mention in story.mentions:
                text = story.text[mention.start : mention.end]
                self._votes[fold(text)][mention.kind] += 1
                if " " in text or not is_word(text, story.doc.vocab):
                    self._models.setdefault(text, mention)
                if mention.kind == "person" and " " in mention.name:
                    for word in (mention.name.split()[0], mention.name.split()[-1]):
                        self._people[fold(word)].add(mention.name)
        forms = sorted((form for form in self._models if len(form) >= _SHORTEST), key=lambda form: (-len(form), form))
        self._forms = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])") if forms else None

    def mentions(self, story: Parsed) -> tuple[Mention, ...]:
        """The mentions of a story, and those that it takes the others to see."""
        found = [self._settled(mention, story) for mention in story.mentions]
        return tuple(sorted((*found, *self._overlooked(story)), key=lambda mention: mention.start))

    def _settled(self, mention: Mention, story: Parsed) -> Mention:
        text = story.text[mention.start : mention.end]
        kind = self._kind(text, mention.kind)
        if kind == mention.kind:
            return mention
        return replace(mention, kind=kind, name=text, type="", role="", role_start=0, role_end=0)

    def _kind(self, text: str, kind: str) -> str:
        """What most mentions in the event are; a bare word that is one person's surname or given name is that person's."""
        if kind == "person" or self._places.find(text) is not None:
            return kind
        votes = self._votes[fold(text)]
        if (
            kind == "organisation"
            and votes["person"] == 0
            and len(self._people.get(fold(text), ())) == 1
            and votes[kind] == 1
        ):
            return "person"
        return max(_KINDS, key=lambda other: (votes[other], -_KINDS.index(other)))

    def _overlooked(self, story: Parsed) -> Iterator[Mention]:
        """Names of the other stories that stand where this one's reader saw none, as in headlines."""
        if self._forms is None:
            return
        taken = [(mention.start, mention.end) for mention in story.mentions]
        for match in self._forms.finditer(story.text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                model = self._models[match.group()]
                kind = self._kind(match.group(), model.kind)
                name = model.name if kind == model.kind else match.group()
                yield replace(
                    model, kind=kind, start=match.start(), end=match.end(), name=name, role_start=0, role_end=0, role=""
                )
