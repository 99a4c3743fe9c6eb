"""Names in a story: who and what is mentioned where, in the fullest form that the story gives.

Spotting finds names one by one. Here the story speaks as a whole: a bare surname belongs to the full name, a name that
is a person's once is that person's always, a headline's capitals count when the body knows the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from checker.lexicon import Lexicon
from checker.names import compare
from checker.page import Page
from checker.parsed import Mention
from checker.places import fold
from checker.spot import FORM, GUESS, SURE, VOTE, Spot
from checker.spotting import Spotter

if TYPE_CHECKING:
    from checker.parsed import Parsed

# Differences that leave one person's name one person's: the longer form is the fuller one.
_SAME_PERSON = frozenset({"order", "title", "initial", "part", "nickname", "diacritics"})
_latest: list[tuple[Mapping[str, Any], Lexicon]] = []


def mentions(parsed: Parsed, words: Mapping[str, Any]) -> tuple[Mention, ...]:
    """Every mention of a named person, organisation or place, in order, never overlapping.

    Args:
        parsed: the story, with sentences; figures and mentions are not read.
        words: the tables of `rules/mentions.toml` and of the files that it uses.
    """
    lexicon = _lexicon(words)
    return _Story(Page(parsed, lexicon), lexicon).mentions()


def _lexicon(words: Mapping[str, Any]) -> Lexicon:
    """The lexicon of these tables; made once for all the stories of a check."""
    if not _latest or _latest[0][0] is not words:
        _latest[:] = [(words, Lexicon(words))]
    return _latest[0][1]


class _Story:
    """All names of one story."""

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self._page = page
        self._words = page.words
        self._lexicon = lexicon
        self._spots = Spotter(page, lexicon).run()
        self._longer: dict[str, list[str]] = {}

    def mentions(self) -> tuple[Mention, ...]:
        self._vote()
        full = self._full_names()
        self._spread(full)
        self._longer = self._longer_bodies()
        self._spots.sort(key=lambda spot: (spot.first, -spot.last))
        self._share_types()
        roles: dict[str, tuple[int, int]] = {}
        names = [self._name(spot, full) for spot in self._spots]
        for spot, name in zip(self._spots, names, strict=True):
            if spot.kind == "person" and spot.role and name not in roles:
                roles[name] = spot.role
        found: list[Mention] = []
        for spot, name in zip(self._spots, names, strict=True):
            mention = self._mention(spot, name, roles)
            if not found or found[-1].end <= mention.start:
                found.append(mention)
        return tuple(found)

    def _share_types(self) -> None:
        """What a place is called once it is throughout: the village of Ziranag, then Ziranag."""
        types = {
            fold(self._text(spot)): spot.type for spot in reversed(self._spots) if spot.kind == "place" and spot.type
        }
        for spot in self._spots:
            if spot.kind == "place" and not spot.type:
                spot.type = types.get(fold(self._text(spot)), "")

    def _text(self, spot: Spot) -> str:
        return self._page.text(spot.first, spot.last)

    def _vote(self) -> None:
        """A name is of one kind throughout the story: the surest, else the most frequent."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        sure: dict[str, dict[str, int]] = defaultdict(dict)
        for spot in self._spots:
            word = fold(self._text(spot))
            votes[word][spot.kind] += 1
            sure[word][spot.kind] = max(spot.sure, sure[word].get(spot.kind, GUESS))
        for spot in self._spots:
            word = fold(self._text(spot))
            if len(votes[word]) > 1:
                kind = max(sorted(votes[word]), key=lambda k: (sure[word][k], votes[word][k]))
                if kind != spot.kind:
                    spot.kind, spot.type, spot.sure = kind, "", sure[word][kind]
                    spot.role = spot.role if kind == "person" else None

    # --- full names ---

    def _full_names(self) -> dict[str, list[str]]:
        """For each word by which a person may be called, the fullest names that have it."""
        people = (spot for spot in self._spots if spot.kind == "person" and self._words_in(spot) > 1)
        forms = {form: order for order, form in enumerate(dict.fromkeys(self._text(spot) for spot in people))}
        fullest: list[str] = []
        sharing: dict[str, list[str]] = defaultdict(list)
        for form in sorted(forms, key=lambda f: (-len(f.split()), f.isupper(), forms[f])):
            words = fold(form).split()
            alike = dict.fromkeys(other for word in words for other in sharing[word])
            if not any(_one_person(form, other) for other in alike):
                fullest.append(form)
                for word in words:
                    sharing[word].append(form)
        full: dict[str, list[str]] = defaultdict(list)
        for form in fullest:
            for key in self._keys(form):
                full[key].append(form)
        return full

    def _words_in(self, spot: Spot) -> int:
        return sum(word.text[0].isalpha() for word in self._words[spot.first : spot.last])

    def _keys(self, form: str) -> list[str]:
        """The surname; the family name that stands first; the given name, marked, for when no surname fits."""
        parts = [part.strip(',"') for part in form.split()]
        parts = [part for part in parts if part and part.lower().rstrip(".") not in self._lexicon.suffixes]
        if not parts:
            return []
        keys = [fold(parts[-1])]
        if parts[0] in self._lexicon.family_first:
            keys.append(fold(parts[0]))
        particle = len(parts) - 2
        while particle > 0 and parts[particle] in self._lexicon.particles:
            keys.append(fold(" ".join(parts[particle:])))
            particle -= 1
        keys.append(f"given {fold(parts[0])}")
        keys.extend(
            f"given {fold(part)}"
            for part, raw in zip(parts[1:-1], form.split()[1:-1], strict=False)
            if raw.startswith('"')
        )
        return list(dict.fromkeys(keys))

    def _spread(self, full: Mapping[str, list[str]]) -> None:
        """Bare surnames of known persons, wherever they stand and whatever they were taken for."""
        taken: set[int] = set()
        for spot in self._spots:
            if spot.last - spot.first == 1 and spot.kind != "person" and self._may_be_person(spot, full):
                spot.kind, spot.type, spot.sure = "person", "", FORM
            taken.update(range(spot.first, spot.last))
        known = self._known_elsewhere()
        at = 0
        while at < len(self._words):
            if at in taken or not self._words[at].capital:
                at += 1
                continue
            at = self._claim(at, full, known, taken)

    def _may_be_person(self, spot: Spot, full: Mapping[str, list[str]]) -> bool:
        """A surname of the story is no town and no company; a given name only where nothing better is known."""
        if self._is_surname(spot.first, full):
            return spot.kind == "organisation" or spot.sure < SURE
        given = full.get(f"given {fold(self._words[spot.first].text)}", [])
        return len(given) == 1 and spot.kind == "organisation" and spot.sure <= VOTE

    def _claim(self, at: int, full: Mapping[str, list[str]], known: Mapping[str, Spot], taken: set[int]) -> int:
        """A word that nothing claimed: a known person's, or a name that stands elsewhere in the story."""
        for end in range(min(at + 5, len(self._words)), at, -1):
            if not self._words[end - 1].capital or any(
                i in taken or (i > at and not self._words[i].joined) for i in range(at, end)
            ):
                continue
            key = fold(self._page.text(at, end))
            model = known.get(key)
            if model is not None and (end - at > 1 or model.sure > GUESS):
                self._spots.append(Spot(model.kind, at, end, model.type, FORM))
                return end
        if self._is_surname(at, full):
            self._spots.append(Spot("person", at, at + 1, "", FORM))
        return at + 1

    def _known_elsewhere(self) -> dict[str, Spot]:
        """The names of the body, by their folded form."""
        return {fold(self._text(spot)): spot for spot in reversed(self._spots) if not self._page.in_title(spot.first)}

    def _is_surname(self, at: int, full: Mapping[str, list[str]]) -> bool:
        word = self._words[at]
        key = fold(word.text)
        return key in full and len(key) > 2 and word.text not in self._lexicon.never  # noqa: PLR2004 - "Xi" alone is spotted

    def _longer_bodies(self) -> dict[str, list[str]]:
        """For the last words of each body's name, the names that end with them: Sox, Boston Red Sox."""
        names = list(dict.fromkeys(self._text(spot) for spot in self._spots if spot.kind == "organisation"))
        longer: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names, key=lambda n: (-len(n.split()), names.index(n))):
            words = fold(name).split()
            for at in range(1, len(words)):
                if all(word.title() in self._lexicon.body_last for word in words[at:]):
                    continue
                tail = longer[" ".join(words[at:])]
                if not any(fold(other).endswith(fold(name)) for other in tail):
                    tail.append(name)
        return longer

    # --- mentions ---

    def _name(self, spot: Spot, full: Mapping[str, list[str]]) -> str:
        """The fullest form of the name in this story."""
        text = self._text(spot)
        if spot.kind == "organisation":
            longer = self._longer.get(fold(text), [])
            return longer[0] if len(longer) == 1 else text
        if spot.kind != "person":
            return text
        if self._words_in(spot) == 1 or (key := fold(text)) in full:
            key = fold(text)
            people = full.get(key) or full.get(f"given {key}", [])
            return people[0] if len(people) == 1 else text
        people = [form for form in full.get(fold(text.split()[-1].strip('",')), []) if _one_person(text, form)]
        return people[0] if people else text

    def _mention(self, spot: Spot, name: str, roles: Mapping[str, tuple[int, int]]) -> Mention:
        start, end = self._words[spot.first].start, self._words[spot.last - 1].end
        if spot.kind != "person":
            return Mention(spot.kind, start, end, name, type=spot.type)
        role = spot.role or roles.get(name)
        if role is None:
            return Mention("person", start, end, name)
        text = self._page.text(*role)
        if spot.role is None:
            return Mention("person", start, end, name, text)
        return Mention("person", start, end, name, text, self._words[role[0]].start, self._words[role[1] - 1].end)


def _one_person(one: str, other: str) -> bool:
    """Two forms of one story are one person's when only the fullness of the name differs."""
    difference = compare(one, other)
    return difference is None or difference.name in _SAME_PERSON
