"""Offices as written, taken apart: `former Japanese Minister of Defense` is defence + minister, former, of Japan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.places import Gazetteer, fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,5}|[^\W_]+(?:['&/-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Office:
    """An office in normal form.

    Attributes:
        words: what it is charged with, sorted, and its head: `("defence", "minister")`.
        head: its noun.
        modifiers: what changes who holds it: `former`, `acting`, `deputy`, ...; sorted.
        key: the office under its one name where it has several: `defence minister`; empty when it names no one post.
        country: ISO code of the country it belongs to, empty when it is not said.
        body: the folded name of the organisation or place it belongs to.
    """

    words: tuple[str, ...]
    head: str
    modifiers: tuple[str, ...]
    key: str
    country: str
    body: str


class Offices:
    """Reads offices with the words of `rules/role.toml`.

    Args:
        offices: its table `[offices]`.
        gazetteer: known places.
    """

    def __init__(self, offices: Mapping[str, Any], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.short: Mapping[str, str] = offices["short"]
        self._same: Mapping[str, str] = offices["same"]
        self._terms: Mapping[str, str] = offices["terms"]
        self._modifiers: Mapping[str, str] = offices["modifiers"]
        self._sole = frozenset(offices["sole"])
        self._state = frozenset(offices["state"])
        self._links = frozenset(offices["links"])
        self._portfolio = frozenset(offices["portfolio"])
        self._heads = _by_first_word({*offices["heads"], *self.short})
        self._acts: Mapping[str, str] = offices["acts"]
        self._shared = frozenset(offices["shared"])
        self._opening = frozenset(offices["opening"])
        self._on = frozenset(offices["on"])
        self._skipped = frozenset(offices["skipped"])
        self._others = frozenset(offices["others"])
        self._trades = _by_first_word(offices["trades"])

    def head_at(self, words: Sequence[str], at: int) -> int:
        """How many of the lower-case words from `at` on are the noun of an office; 0 when it is none."""
        return _longest(self._heads, words, at)

    def trade_at(self, words: Sequence[str], at: int) -> int:
        """How many of the words from `at` on, as written, are the noun of a trade; Baker is a name."""
        return _longest(self._trades, words, at)

    def acts(self, word: str) -> bool:
        """A verb that tells of an office: heads, chairs."""
        return word in self._acts

    def is_of_person(self, text: str) -> bool:
        """The office is one that only a person holds."""
        office = self.read(text)
        return office is not None and office.head not in self._shared

    def opens(self, word: str) -> bool:
        """A word that stands before an office that follows its holder: the, his, who."""
        return word in self._opening

    def leads_on(self, word: str) -> bool:
        """A word behind an office that goes on about its holder: who, from."""
        return word in self._on

    def describes(self, word: str) -> bool:
        """A lower-case word that stands in names of offices beside the head."""
        return word in self._portfolio or word in self._modifiers

    def charges(self, word: str) -> bool:
        """A lower-case word that says what an office is charged with."""
        return word in self._portfolio

    def read(self, text: str) -> Office | None:
        """The office that the words name; None when no word of them is the noun of an office."""
        words = [match.group().removesuffix("'s").removesuffix("'") for match in _WORD.finditer(text)]
        if words and words[0] in self._acts:
            words[:1] = [self._acts[words[0]], "of"]
        words = [part for word in words for part in self._spelled_out(word)]
        words, country = self._without_country(words)
        lower = [word.lower() for word in words]
        at = self._head(lower, [lower[0], *words[1:]] if words else words)
        if at is None:
            return None
        if "and" in lower[at[0] :] or "and" in lower[: at[0]]:
            double = any(self.head_at(lower, i) for i in range(lower.index("and") + 1, len(lower)))
            if double:
                return Office(
                    tuple(word for word in lower if word not in self._skipped), lower[at[1] - 1], (), "", country, ""
                )
        first, last = at
        head = self._one(" ".join(lower[first:last]))
        modifiers: set[str] = set()
        charge: list[str] = []
        body: list[str] = []
        after = next((i for i, word in enumerate(lower) if word in self._links), len(lower))
        for index, word in enumerate(lower):
            if first <= index < last or word in self._skipped or word in self._links:
                continue
            if word in self._modifiers and index <= last:
                modifiers.add(self._modifiers[word])
            elif (word in self._portfolio or not words[index][0].isupper()) and not (
                after < first and words[index][0].isupper()
            ):
                charge.append(self._one(word))
            else:
                body.append(word)
        return self._office(sorted(set(charge)), head, modifiers, country, fold(" ".join(body)))

    def term(self, words: Sequence[str]) -> str:
        """The one name of an office, from the words of its normal form."""
        phrase = " ".join(words)
        return self._terms.get(phrase, phrase)

    def of_state(self, term: str) -> bool:
        """One person can't hold two of these."""
        return term in self._state

    def _office(self, charge: list[str], head: str, modifiers: set[str], country: str, body: str) -> Office:
        for prefix in ("deputy", "vice"):
            if head.startswith(f"{prefix} ") and head != "vice president":
                head, modifiers = head.removeprefix(f"{prefix} "), modifiers | {"deputy"}
        if head == "president" and "deputy" in modifiers:
            head, modifiers = "vice president", modifiers - {"deputy"}
        term = self.term([*charge, head])
        sole = term in self._sole or (bool(charge) and head == "minister") or term.endswith(" minister")
        key = term if sole and not modifiers & self._others else ""
        return Office((*charge, head), head, tuple(sorted(modifiers)), key, country, body)

    def _spelled_out(self, word: str) -> Sequence[str]:
        """CEO is chief executive, Gov is governor; ex-minister and president-elect are two words."""
        front, _, rest = word.partition("-")
        if rest and (front.lower() in self._modifiers or rest.lower() in self._modifiers):
            return [front, rest]
        long = self.short.get(word.lower())
        return [word] if long is None else long.split()

    def _one(self, word: str) -> str:
        return self._same.get(word, word)

    def _head(self, lower: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
        """The last noun of an office before the first `of`; of what follows only when nothing stands before."""
        found = None
        for index, word in enumerate(lower):
            if word in self._links and found:
                return found
            length = max(self.head_at(lower, index), self.trade_at(words, index))
            if length and (found is None or index >= found[1]):
                found = index, index + length
        return found

    def _without_country(self, words: list[str]) -> tuple[list[str], str]:
        """The words without the first country among them, and its code."""
        for length in range(min(4, len(words)), 0, -1):
            for at in range(len(words) - length + 1):
                place = self._gazetteer.find(" ".join(words[at : at + length]))
                if place is not None and place.type in ("country", "demonym") and len(place.within) == 1:
                    return words[:at] + words[at + length :], min(place.within)
        return words, ""


def _by_first_word(phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """The phrases, in small letters, by their first word; longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p.split()), p)):
        words = tuple(phrase.lower().split())
        found.setdefault(words[0], []).append(words)
    return found


def _longest(phrases: Mapping[str, list[tuple[str, ...]]], words: Sequence[str], at: int) -> int:
    """How many words the longest phrase has that stands here, 0 for none."""
    return next(
        (len(phrase) for phrase in phrases.get(words[at], ()) if tuple(words[at : at + len(phrase)]) == phrase), 0
    )
