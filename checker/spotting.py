"""Names on the page: runs of capitalised words, cut and sorted by what stands in and around them.

The parser's entities vote; titles, offices, lists, known names and the words beside a name decide over them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.lexicon import Lexicon
from checker.places import fold

if TYPE_CHECKING:
    from checker.parsed import Parsed

_VOTES = {
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
_CALENDAR = frozenset({"DATE", "TIME"})
# How sure a kind is: a guess, the parser's vote, its surroundings, its own form, a title or a list of known names.
GUESS, VOTE, CONTEXT, FORM, SURE = range(5)
_TWO = 2
_LONGEST_NAME = 8
_LONGEST_ROLE = 9
_LONGEST_ACRONYM = 6


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


@dataclass(slots=True)
class Spot:
    """A name in its place: the words `first` up to `last`, and how sure its kind is."""

    kind: str
    first: int
    last: int
    type: str = ""
    sure: int = VOTE
    role: tuple[int, int] | None = None


class Spotter:
    """Finds the names of one story.

    Args:
        parsed: the story.
        lexicon: the word lists.
    """

    def __init__(self, parsed: Parsed, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._text = parsed.text
        self.words = _words(parsed, lexicon)
        self._lower = [word.lower for word in self.words]
        self._titles = _title_words(parsed, lexicon, self.words)
        body = (word.text for word, title in zip(self.words, self._titles, strict=True) if not title)
        self._in_body = frozenset(body)
        self.spots: list[Spot] = []

    def run(self) -> list[Spot]:
        """Every name, in order; words in headlines only where the word lists know them."""
        at = 0
        while at < len(self.words):
            if not self.words[at].capital:
                at += 1
                continue
            end = self._body_with_of(at) or self._long_entity(at)
            if end:
                at = end
                continue
            end = self._run_end(at)
            if self.in_title(at):
                self._headline(at, end)
            else:
                self._segment(at, end)
            at = end
        self.spots = sorted((spot for spot in self.spots if not self._is_common(spot)), key=lambda spot: spot.first)
        self._lists()
        return self.spots

    def _is_common(self, spot: Spot) -> bool:
        """A single word with a capital for its place only: elsewhere in the story it stands without."""
        word = self.words[spot.first]
        return spot.last - spot.first == 1 and spot.sure <= VOTE and word.opens and word.lower in self._in_body

    def is_general(self, words: list[str]) -> bool:
        """Party, Committee, University: words that end the names of many bodies."""
        return all(word.title() in self._lexicon.body_last for word in words)

    def in_title(self, at: int) -> bool:
        """The word stands in a line whose capitals prove nothing."""
        return self._titles[at]

    def text(self, first: int, last: int) -> str:
        """The words from `first` up to `last`, as written."""
        return self._text[self.words[first].start : self.words[last - 1].end]

    # --- runs ---

    def _run_end(self, at: int) -> int:
        """The end of the run of capitalised words, particles and quoted nicknames that begins here."""
        words, end = self.words, at + 1
        while end < len(words):
            before = words[end - 1]
            if words[end].text == '"' and (after := self._nickname(end)):
                end = after
            elif not words[end].joined or (before.possessive and not self._one_body(end - 1, end)):
                break
            elif words[end].capital:
                end += 1
            elif words[end].text in self._lexicon.particles and self._goes_on(end):
                end += 1
            else:
                break
        return end

    def _goes_on(self, at: int) -> bool:
        """Particles that lead to another capitalised word of the same name."""
        for after in range(at + 1, min(at + 3, len(self.words))):
            if not self.words[after].joined:
                return False
            if self.words[after].capital:
                return True
            if self.words[after].text not in self._lexicon.particles:
                return False
        return False

    def _nickname(self, quote: int) -> int:
        """The end of `"The Chin" Gigante` when a quoted nickname opens here, else 0."""
        words = self.words
        for close in range(quote + 2, min(quote + 5, len(words) - 1)):
            if words[close].text == '"':
                inside = words[quote + 1 : close]
                name = words[close + 1]
                spaced = self._text[words[quote].start - 1] == " " and name.start == words[close].end + 1
                if spaced and name.capital and inside[-1].capital:
                    return close + 2
                return 0
        return 0

    def _one_body(self, one: int, other: int) -> bool:
        """A possessive inside a name: Sam's Club, People's Bank."""
        left, right = self.words[one], self.words[other]
        return (
            right.capital
            and left.entity == right.entity != -1
            and left.label in ("ORG", "FAC")
            and right.text in self._lexicon.body_last | self._lexicon.place_last
        )

    def _body_with_of(self, at: int) -> int:
        """Bank of Japan, Ministry of Foreign Affairs: spotted as one body; its end, or 0 when none begins here."""
        words, lexicon = self.words, self._lexicon
        run = self._run_end(at)
        head = next((i for i in range(at, run) if words[i].text in lexicon.body_first), -1)
        if head < 0 or head != run - 1 or run >= len(words) or words[run].text != "of" or self.in_title(at):
            return 0
        end = self._of_part(run)
        if not end:
            return 0
        first = self._skip_openers(at, run)
        for i in range(first, head):
            if lexicon.offices.head_at(self._lower, i) and not lexicon.offices.describes(self._lower[i + 1]):
                return 0
        self._add("organisation", first, end, sure=FORM)
        return end

    def _long_entity(self, at: int) -> int:
        """Status of Forces Agreement, Battle of Britain: the parser's entity across small words; its end, or 0."""
        run = self._run_end(at)
        first = self._skip_openers(at, run)
        if (
            first >= run
            or self.words[first].label not in _VOTES
            or self.words[first].label == "PERSON"
            or self.in_title(at)
        ):
            return 0
        entity, end = self.words[first].entity, first + 1
        while end < len(self.words) and self.words[end].entity == entity and (self.words[end].joined or end == first):
            end += 1
        small = {word.text for word in self.words[first:end] if not word.capital and word.text != '"'}
        if (
            end <= run
            or not self.words[end - 1].capital
            or not small <= self._lexicon.joins | {"the"}
            or not small & {"of", "for"}
        ):
            return 0
        if any(self._lexicon.offices.head_at(self._lower, i) for i in range(first, end)):
            return 0
        place = self._lexicon.gazetteer.find(self.text(first, end))
        kind, type_ = ("place", place.type) if place else _VOTES[self.words[first].label]
        self._add(kind, first, end, type_=type_, sure=FORM)
        return end

    def _of_part(self, of: int) -> int:
        """The end of what follows `of` in the name of a body: capitalised words, and more of them behind and/of/for."""
        words, lexicon, end, at = self.words, self._lexicon, 0, of
        while at < len(words) and words[at].joined and (words[at].text in lexicon.joins):
            at += 1
            if at < len(words) and words[at].text == "the" and words[at].joined:
                at += 1
            if at >= len(words) or not words[at].capital or not words[at].joined:
                break
            if words[at - 1].text == "and" and (words[at].lower in lexicon.titles or words[at].text in lexicon.given):
                break
            if words[at].text in lexicon.never or (
                words[at - 1].text == "on" and lexicon.gazetteer.find(words[at].text)
            ):
                break
            joined_by_and = words[at - 1].text in ("and", "&")
            if joined_by_and and (self._body_begins(at) or lexicon.gazetteer.find(words[at].text)):
                break
            stop = self._run_end(at)
            for i in range(at, stop):
                if i > at and (lexicon.offices.head_at(self._lower, i) or words[i].text in lexicon.given):
                    stop = i
                    break
            end = at = stop
            if words[stop - 1].possessive or stop - of > _LONGEST_NAME + 4:
                break
        return end

    def _body_begins(self, at: int) -> bool:
        return any(
            self.words[i].text in self._lexicon.body_first | self._lexicon.body_last
            for i in range(at, self._run_end(at))
        )

    # --- one run ---

    def _segment(self, first: int, last: int) -> None:
        """Cuts a run at titles and offices; what follows them is a person."""
        lexicon = self._lexicon
        first = self._skip_openers(first, last)
        if first >= last:
            return
        if self._is_body(first, last):
            self._plain(first, last)
            return
        for at in range(first, last):
            if lexicon.titles and self._lower[at].rstrip(".") in lexicon.titles and at + 1 < last:
                self._plain(first, at)
                self._person(at + 1, last, SURE)
                return
            length = self._office_at(at)
            if length and not (at > first and self.words[at - 1].text in lexicon.given):
                self._office(first, at, at + length, last)
                return
        if self._lower[first - 1] in ("of", "for") and first > 1:
            first = self._skip_charge(first, last)
        self._plain(first, last)

    def _office_at(self, at: int) -> int:
        """How many words from here are the noun of an office; `Gen` is a title with its full stop, else a name."""
        word = self.words[at]
        if word.lower in self._lexicon.pointed:
            return 0
        return self._lexicon.offices.head_at([w.rstrip(".") for w in self._lower[at : at + 4]], 0)

    def _skip_charge(self, first: int, last: int) -> int:
        """Minister of | Defense Shinjiro Koizumi: the words that belong to the office."""
        if not any(
            self._lexicon.offices.head_at(self._lower, first - 1 - back) == back
            for back in (1, 2, 3)
            if first - 1 - back >= 0
        ):
            return first
        at = first
        while at < last and self._lexicon.offices.charges(self._lower[at]):
            at += 1
        return at

    def _office(self, first: int, head: int, end: int, last: int) -> None:
        """A run with an office in it: what stands before is a name of its own, what follows is the holder's."""
        offices = self._lexicon.offices
        lower = [w.rstrip(".") for w in self._lower[:last]]
        start = head
        while start > first and offices.describes(lower[start - 1]):
            start -= 1
        while end < last and (offices.head_at(lower, end) or offices.describes(lower[end])) and end + 1 < last:
            end += offices.head_at(lower, end) or 1
        self._plain(first, start)
        if end >= last:
            return
        if self._known_place(end, last, FORM) or (
            last - end > 1 and self.words[last - 1].text in self._lexicon.body_last
        ):
            self._plain(end, last)
        else:
            self._person(end, last, SURE)

    def _skip_openers(self, first: int, last: int) -> int:
        """Words with a capital only because they open the sentence; an article is never part of a name."""
        while first < last:
            word = self.words[first]
            if word.lower in ("the", "a", "an"):
                first += 1
                continue
            opener = word.lower in self._lexicon.openers
            common = last - first > 1 and not word.tag.startswith("NNP") and word.entity == -1
            if not word.opens or not (opener or common) or self._known(first, last):
                break
            first += 1
        return first

    def _known(self, first: int, last: int) -> bool:
        """The run as a whole, or its first two words, are a name that the lists know."""
        ends = {last, min(first + 2, last)} - {first + 1}
        return any(
            self._lexicon.body(self.text(first, end)) or self._lexicon.gazetteer.find(self.text(first, end))
            for end in sorted(ends)
        )

    def _is_body(self, first: int, last: int) -> bool:
        """The run ends as names of bodies do, and no person stands in it."""
        if last - first < 2 or self.words[last - 1].text not in self._lexicon.body_last:  # noqa: PLR2004 - a name and its noun
            return False
        if self._lexicon.body(self.text(first, last)):
            return True
        return self.words[first].text not in self._lexicon.given or self.words[first].label != "PERSON"

    def _plain(self, first: int, last: int) -> None:
        """A run without titles."""
        words, lexicon = self.words, self._lexicon
        first = self._skip_openers(first, last)
        while first < last and words[last - 1].text in lexicon.particles:
            last -= 1
        if first >= last:
            return
        for at in range(first, last):
            if self._is_never(at, first):
                if at + 1 < last and lexicon.body(self.text(at, at + 2)):
                    continue
                self._plain(first, at)
                self._plain(at + 1, last)
                return
        if self._hyphenated(first, last) or self._known_part(first, last):
            return
        self._sort(first, last)

    def _is_never(self, at: int, first: int) -> bool:
        """A month or the like, unless it is the surname behind a given name."""
        word, lexicon = self.words[at], self._lexicon
        if word.text in lexicon.surnames_too and at > first and self.words[at - 1].text in lexicon.given:
            return False
        return word.text in lexicon.never or (word.label in _CALENDAR and lexicon.gazetteer.find(word.text) is None)

    def _hyphenated(self, first: int, last: int) -> bool:
        """Japan-US, Franco-German: the places on both sides."""
        word = self.words[first]
        if last - first != 1 or "-" not in word.text or self._lexicon.gazetteer.find(word.text):
            return False
        parts = word.text.split("-")
        return any(self._lexicon.gazetteer.find(part) for part in parts if part[:1].isupper())

    def _known_part(self, first: int, last: int) -> bool:
        """A known body or place in the run: spotted, and the rest of the run by itself."""
        whole = self._lexicon.body(self.text(first, last))
        if whole and not (last - first == 1 and self._is_plain_word(first)):
            self._add("organisation", first, last, sure=SURE)
            return True
        if self._known_place(first, last, SURE):
            return True
        if (
            self._is_body(first, last)
            or self._one_entity(first, last, "PERSON")
            or self.words[first].text in self._lexicon.given
        ):
            return False
        for size in range(min(last - first - 1, self._lexicon.longest_body), 0, -1):
            for at in range(first, last - size + 1):
                if self._lexicon.body(self.text(at, at + size)) and not (size == 1 and self._is_plain_word(at)):
                    self._plain(first, at)
                    self._add("organisation", at, at + size, sure=SURE)
                    self._plain(at + size, last)
                    return True
        return self._place_in_front(first, last)

    def _place_in_front(self, first: int, last: int) -> bool:
        """Iranian Island, London Breed, Boston Red Sox: cut behind the place unless the parser sees one name."""
        for size in range(min(last - first - 1, self._lexicon.gazetteer.longest), 0, -1):
            place = self._lexicon.gazetteer.find(self.text(first, first + size))
            if place is None or place.doubtful:
                continue
            rest_is_kind = last - first - size == 1 and self.words[last - 1].text in self._lexicon.place_last
            if place.type != "demonym" and (rest_is_kind or self._one_entity(first, last)):
                return False
            if place.type == "demonym" and self._one_entity(
                first, last, "ORG", "EVENT", "FAC", "LAW", "WORK_OF_ART", "LOC"
            ):
                return False
            if self.words[first].entity == -1 and place.type != "demonym":
                return False
            self._add("place", first, first + size, type_=place.type, sure=SURE)
            self._segment(first + size, last)
            return True
        return False

    def _known_place(self, first: int, last: int, sure: int) -> bool:
        place = (
            self._lexicon.gazetteer.find(self.text(first, last))
            if last - first <= self._lexicon.gazetteer.longest
            else None
        )
        if place is None:
            return False
        if place.doubtful and self._vote(first, last)[0] != "place" and not self._inside(first):
            return False
        if place.doubtful:
            sure = CONTEXT if self._inside(first) else VOTE
        self._add("place", first, last, type_=place.type, sure=sure)
        return True

    def _is_plain_word(self, at: int) -> bool:
        """Labour, Meta, Fed at the head of a sentence may be plain words."""
        word = self.words[at]
        return word.opens and word.entity == -1 and not word.text.isupper()

    # --- sorting ---

    def _sort(self, first: int, last: int) -> None:
        """A run that no list knows as a whole."""
        words, lexicon, size = self.words, self._lexicon, last - first
        head, tail = words[first], words[last - 1]
        kind, type_ = self._vote(first, last)
        if self._is_body(first, last) or self._is_team(first, last):
            self._add("organisation", first, last, sure=FORM)
        elif size > 1 and tail.text in lexicon.place_last and not (kind == "person" and head.text in lexicon.given):
            self._add("place", first, last, type_=tail.lower, sure=FORM)
        elif size > 1 and head.text in lexicon.place_first and kind != "person":
            self._add("place", first, last, sure=FORM)
        elif self._beside_place_word(first, last):
            pass
        elif 1 < size <= _LONGEST_NAME and self._is_person_form(first, last, kind):
            self._person(first, last, FORM)
        elif kind == "person" and first and self._lower[first - 1] == "the" and not self._noun_behind(last):
            self._add("organisation", first, last, sure=CONTEXT if tail.lower.endswith("s") else GUESS)
        elif kind == "person":
            self._person(first, last, VOTE)
        elif self._inside(first) and (size == 1 or kind in ("", "place")):
            self._add("place", first, last, sure=CONTEXT if kind == "place" else VOTE)
        elif kind:
            self._add(kind, first, last, type_=type_, sure=VOTE)
        else:
            self._guess(first, last)

    def _is_team(self, first: int, last: int) -> bool:
        """New Orleans Saints, Philadelphia 76ers: a town and a plural."""
        if last - first < 2 or not self._lower[last - 1].endswith("s"):  # noqa: PLR2004 - a town and a nickname
            return False
        if self.words[last - 1].text in self._lexicon.place_last:
            return False
        town = self._lexicon.gazetteer.find(self.text(first, last - 1))
        return town is not None and town.type in ("city", "capital", "state", "region")

    def _is_person_form(self, first: int, last: int, kind: str) -> bool:
        """A given name first, an age or `who` behind, a calling before."""
        words, lexicon = self.words, self._lexicon
        before = self._lower[first - 1] if first else ""
        if any(words[i].text == '"' for i in range(first, last)) or any(
            len(words[i].text) == 2 and words[i].text[1] == "." for i in range(first + 1, last - 1)
        ):
            return True
        if words[first].text in lexicon.given:
            return kind in ("person", "") or words[last - 1].text not in lexicon.body_last
        if words[first].text in lexicon.family_first and kind in ("person", "") and not words[first].opens:
            return True
        if before in lexicon.callings or (words[first].joined and first and self._role_before(first)):
            return True
        return self._age_behind(last) or (self._lower[last : last + 2] == [",", "who"] and kind != "organisation")

    def _noun_behind(self, last: int) -> bool:
        """The Koizumi cabinet: the name stands before a noun of its own."""
        return last < len(self.words) and self.words[last].joined and self.words[last].tag in ("NN", "NNS")

    def _age_behind(self, last: int) -> bool:
        after = self.words[last : last + 3]
        return (
            len(after) == 3
            and after[0].text == ","
            and after[1].text.isdigit()
            and len(after[1].text) <= 2
            and after[2].text in ",.;)"
        )  # noqa: PLR2004

    def _beside_place_word(self, first: int, last: int) -> bool:
        """The village of Ziranag, Hormozgan province."""
        lexicon = self._lexicon
        of = first
        while of and self._lower[of - 1] in ("the", "of"):
            of -= 1
        if of < first and "of" in self._lower[of:first] and of and self._lower[of - 1] in lexicon.place_common:
            self._add("place", first, last, type_=self._lower[of - 1], sure=FORM)
            return True
        behind = self._lower[last] if last < len(self._lower) and self.words[last].joined else ""
        if behind in lexicon.place_common and not self.words[last - 1].possessive:
            self._add("place", first, last, type_=behind, sure=FORM)
            return True
        return False

    def _guess(self, first: int, last: int) -> None:
        """No list and no vote: acronyms, and capitalised words in the middle of a sentence, are bodies of some kind."""
        word = self.words[first]
        if last - first == 1 and word.opens and not (word.text.isupper() and len(word.text) > 1):
            behind = self.words[last] if last < len(self.words) else word
            if behind.lower in self._lexicon.speaks and word.tag.startswith("NNP"):
                self._person(first, last, GUESS)
                return
            if not (word.tag == "NNP" and behind.joined and behind.tag in ("VBD", "VBZ", "MD")):
                return
        if last - first == 1 and len(word.text) == 1:
            return
        if all(w.text.isupper() and len(w.text) > _LONGEST_ACRONYM for w in self.words[first:last]):
            return
        if all(
            w.tag.startswith(("NNP", "NN")) or not w.tag or w.text.isupper()
            for w in self.words[first:last]
            if w.capital
        ):
            self._add("organisation", first, last, type_="name", sure=GUESS)

    def _vote(self, first: int, last: int) -> tuple[str, str]:
        """What the parser says of these words: the label that covers most of them."""
        labels = [word.label for word in self.words[first:last] if word.label in _VOTES]
        if not labels:
            return "", ""
        return _VOTES[max(sorted(set(labels)), key=labels.count)]

    def _one_entity(self, first: int, last: int, *labels: str) -> bool:
        """One entity of the parser, of one of these labels, covers all words."""
        entity, label = self.words[first].entity, self.words[first].label
        return (
            entity != -1 and all(w.entity == entity for w in self.words[first:last]) and (not labels or label in labels)
        )

    def _inside(self, at: int) -> bool:
        return bool(at) and self._lower[at - 1] in self._lexicon.inside

    # --- persons ---

    def _person(self, first: int, last: int, sure: int) -> None:
        """A person's name, with suffix and office."""
        lexicon, words = self._lexicon, self.words
        while (
            first < last
            and words[first].lower.rstrip(".") in lexicon.titles | lexicon.offices.short.keys()
            and last - first > 1
        ):
            first += 1
        for at in range(first + 1, last):
            country = words[at].text.isupper() and lexicon.gazetteer.find(words[at].text)
            if country or self._is_never(at, first):
                self._plain(at if country else at + 1, last)
                last = at
                break
        while (
            last - first > _TWO
            and words[first].text.isalpha()
            and words[first].text.isupper()
            and words[first + 1].text in lexicon.given
        ):
            first += 1
        while last - first > 1 and (
            words[last - 1].lower.rstrip(".") in lexicon.degrees
            or (last - first > _TWO and words[last - 1].tag.startswith("VB"))
        ):
            last -= 1
        if first >= last or words[first].text in lexicon.never:
            return
        comma = last + 1 < len(words) and words[last].text == ","
        suffix = last + 1 if comma else last
        if (
            suffix < len(words)
            and words[suffix].capital
            and words[suffix].lower.rstrip(".") in lexicon.suffixes - lexicon.degrees
            and suffix > last
        ):
            last = suffix + 1
        role = self._role_before(first) or self._role_behind(last)
        self._add("person", first, last, sure=sure, role=role)

    def _role_before(self, name: int) -> tuple[int, int] | None:
        """The office right before a name, as words from, up to; with a comma between when the name ends there too."""
        at = name
        titles = self._lexicon.titles
        while at and self._lower[at - 1].rstrip(".") in titles and self._lower[at - 1] != "justice":
            at -= 1
        if at and self.words[at - 1].text == ",":
            end = name
            while end < len(self.words) and (
                self.words[end].capital or self.words[end].text in self._lexicon.particles
            ):
                end += 1
            if end >= len(self.words) or self.words[end].text not in ",.;)":
                return None
            at -= 1
            return self._office_ending(at, apposed=True)
        return self._office_ending(at) if at and self.words[at].joined else None

    def _office_ending(self, end: int, *, apposed: bool = False) -> tuple[int, int] | None:
        head = self._head_before(end)
        if head is None:
            return None
        start = head
        while start and end - start < _LONGEST_ROLE and self.words[start].joined and self._belongs(start - 1):
            start -= 1
        start = self._skip_determiners(start, head)
        if apposed and not (
            start
            and self._lower[start - 1] in ("the", "a", "an", "his", "her", "its", "their")
            or self.words[start].opens
            or self.words[start].capital
        ):
            return None
        return start, end

    def _head_before(self, end: int) -> int | None:
        """Where the noun of the office begins that ends here, or that ends before `of ...` up to here."""
        offices, lower = self._lexicon.offices, self._lower
        for back in (3, 2, 1):
            if end >= back and self._office_at(end - back) == back:
                return end - back
        for link in range(end - 2, max(end - _LONGEST_NAME, 0), -1):
            if not self.words[link + 1].joined:
                return None
            if lower[link] in ("of", "for") and set(lower[link + 1 : end]) - {"the", "and"}:
                for back in (3, 2, 1):
                    if link >= back and offices.head_at(lower[link - back : link], 0) == back:
                        return link - back
            elif not (self.words[link].capital or offices.charges(lower[link]) or lower[link] in ("and", "the")):
                return None
        return None

    def _belongs(self, at: int) -> bool:
        """The word is part of the office that follows it."""
        word = self.words[at]
        if word.opens and word.lower in self._lexicon.openers and not self._lexicon.offices.describes(word.lower):
            return False
        if word.capital or self._lexicon.offices.describes(word.lower):
            return True
        if word.lower == "of":
            return at > 0 and self.words[at - 1].capital and self.words[at - 1].joined
        return (
            word.tag in ("NN", "NNS", "JJ")
            and word.lower not in self._lexicon.openers
            and self._text[word.start].isalpha()
        )

    def _skip_determiners(self, start: int, head: int) -> int:
        offices, openers = self._lexicon.offices, self._lexicon.openers
        while start < head:
            word = self.words[start]
            if word.lower not in openers or offices.describes(word.lower) or (word.capital and not word.opens):
                break
            start += 1
        return start

    def _role_behind(self, end: int) -> tuple[int, int] | None:
        """Jane Roe, chief executive of Acme, ...; Jane Roe, 51, the mayor of X."""
        words, lower, offices = self.words, self._lower, self._lexicon.offices
        if end >= len(words) - 1 or words[end].text != ",":
            return None
        start = end + 1
        if words[start].text.isdigit() and start + 2 < len(words) and words[start + 1].text == ",":
            start += 2
        if start < len(words) and lower[start] in ("the", "a", "an", "who", "then"):
            start += 1
        for at in range(start, min(start + 6, len(words))):
            length = offices.head_at(lower, at)
            if length:
                return self._linked(start, at + length)
            if not (at == start or words[at].joined) or not (
                words[at].capital or offices.describes(lower[at]) or lower[at] == "of" or words[at].tag in ("NN", "JJ")
            ):
                return None
        return None

    def _linked(self, start: int, end: int) -> tuple[int, int] | None:
        """The office with what it is charged with: of the Red Crescent, for East Asian affairs."""
        words, lower = self.words, self._lower
        at = end
        while at < len(words) and words[at].joined and at - end < _LONGEST_ROLE:
            if (
                words[at].capital
                or lower[at] in ("of", "for", "the", "and", "at")
                or words[at].tag in ("NN", "NNS", "JJ")
            ):
                at += 1
            else:
                break
        while at > end and lower[at - 1] in ("of", "for", "the", "and", "at"):
            at -= 1
        whole = at >= len(words) or words[at].text in ",.;:)" or not words[at].joined
        return (start, at) if whole else (start, end) if end >= len(words) or words[end].text in ",.;" else None

    # --- headlines and lists ---

    def _headline(self, first: int, last: int) -> None:
        """Only what the lists know: capitals prove nothing here."""
        at = first
        while at < last:
            at = self._headline_name(at, last) or at + 1

    def _headline_name(self, at: int, last: int) -> int:
        lexicon = self._lexicon
        for end in range(min(at + 5, last), at, -1):
            text = self.text(at, end)
            place = lexicon.gazetteer.find(text)
            if lexicon.body(text) and not (end - at == 1 and self.words[at].entity == -1 and not text.isupper()):
                self._add("organisation", at, end, sure=SURE)
                return end
            if place is not None and not place.doubtful:
                self._add("place", at, end, type_=place.type, sure=SURE)
                return end
        if self.words[at].text in lexicon.given and self.words[at].label == "PERSON":
            end = at + 1
            while end < last and self.words[end].entity == self.words[at].entity:
                end += 1
            while end > at + 1 and self.words[end - 1].text not in self._in_body:
                end -= 1
            if end > at + 1:
                self._add("person", at, end, sure=FORM)
                return end
        return 0

    def _lists(self) -> None:
        """The worst-hit villages were Tonban, Gavarzin and Gourian: all are places."""
        listed, last = False, 0
        for spot in self.spots:
            between = self._lower[last : spot.first]
            listed = (listed and set(between) <= {",", "and", "&"}) or self._opens_list(spot.first)
            if listed and spot.sure < SURE and spot.kind != "place":
                spot.kind, spot.type, spot.role, spot.sure = "place", "", None, FORM
            last = spot.last

    def _opens_list(self, first: int) -> bool:
        for at in range(first - 1, max(first - 6, -1), -1):
            if self._lower[at] in self._lexicon.place_listed:
                return True
            if self.words[at].capital or self._lower[at] in (".", ";", "said"):
                return False
        return False

    def _add(
        self,
        kind: str,
        first: int,
        last: int,
        *,
        type_: str = "",
        sure: int = VOTE,
        role: tuple[int, int] | None = None,
    ) -> None:
        self.spots.append(Spot(kind, first, last, type_, sure, role))


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
        place, hyphen, rest = token.partition("-")
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


def same_words(words: list[Word], spot: Spot) -> Iterator[str]:
    """The folded words of a name."""
    for word in words[spot.first : spot.last]:
        if word.text not in ('"', ",", "'"):
            yield fold(word.text)
