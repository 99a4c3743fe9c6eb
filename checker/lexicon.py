"""The word lists with which names are found, made ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from checker.offices import Offices
from checker.places import fold, gazetteer


class Lexicon:
    """The tables of `rules/mentions.toml` and of the files that it uses.

    Attributes:
        gazetteer: known places.
        offices: the nouns of offices and what stands beside them.
        bodies: known organisations, folded name to canonical name; acronyms are in `acronyms`, as written.
        tokens: the expression that cuts a text into words, abbreviations and single marks.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        person, organisation, other = words["person"], words["organisation"]["forms"], words["other"]
        kinds = words["places"]["kinds"]
        self.gazetteer = gazetteer(words["places"])
        self.offices = Offices(words["role"]["offices"], self.gazetteer)
        self.titles = _lower(person["titles"])
        self.suffixes = _lower(person["suffixes"])
        self.degrees = _lower(person["degrees"])
        self.particles = frozenset(person["particles"])
        self.family_first = frozenset(person["family_first"])
        self.given = frozenset(person["given"])
        self.speaks = frozenset(person["speaks"])
        self.callings = frozenset(person["callings"])
        self.body_last = frozenset(organisation["last"])
        self.body_or_surname = frozenset(organisation["surnames_too"])
        self.body_first = frozenset(organisation["first"])
        self.joins = frozenset(organisation["joins"])
        self.place_last = frozenset(kinds["last"])
        self.place_first = frozenset(kinds["first"])
        self.place_common = frozenset(kinds["common"])
        self.place_listed = frozenset(kinds["listed"])
        self.inside = frozenset(kinds["inside"])
        self.directions = frozenset(kinds["directions"])
        self.directed = frozenset(kinds["directed"])
        self.never = frozenset(other["never"])
        self.surnames_too = frozenset(other["surnames_too"])
        self.pointed = frozenset(other["pointed"])
        self.openers = frozenset(other["openers"])
        self.title_case: float = other["title_case"]
        self.title_words: int = other["title_words"]
        self.long_word: int = other["long_word"]
        self._bodies: dict[str, str] = {}
        for name, also in words["organisation"]["known"].items():
            for form in (name, *also):
                self._bodies[_acronym_key(form)] = name
        self.longest_body = max(len(key.split()) for key in self._bodies)
        self.tokens = _tokens(self, words)

    def body(self, name: str) -> str | None:
        """The canonical name of a known organisation; an acronym only as it is written."""
        return self._bodies.get(_acronym_key(name))


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in words)


def _acronym_key(name: str) -> str:
    bare = name.replace(".", "")
    return bare if len(bare) <= 5 and sum(map(str.isupper, bare)) > 1 else fold(name)  # noqa: PLR2004 - an acronym's length


def _tokens(lexicon: Lexicon, words: Mapping[str, Any]) -> re.Pattern[str]:
    """Abbreviations keep their full stop, so that it does not end a name; hyphens and apostrophes stay in the word."""
    short = {*lexicon.titles, *lexicon.suffixes, *lexicon.offices.short, *words["other"]["short"]}
    short |= {form.rstrip(".").lower() for state in words["places"]["state"].values() for form in state["short"]}
    single = sorted({word.split()[-1] for word in short if "." not in word})
    return re.compile(
        # Mr. Gov. Jr. Calif.; at most words there is no full stop, and no need to go through the list.
        rf"(?i:\b(?=[^\W\d_]{{1,{max(map(len, single))}}}\.)(?:{'|'.join(map(re.escape, single))})\.(?=[ ,;)]))"
        r"|(?:[^\W\d_]\.){1,6}(?![^\W_])"  # U.S. J.
        r"|[^\W_]+(?:['.&/-][^\W_]+){0,8}"
        r"|\S"
    )
