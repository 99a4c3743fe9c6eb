"""Names on the page: runs of capitalised words, cut and sorted by what stands in and around them.

The parser's entities vote; titles, offices, lists, known names and the words beside a name decide over them.
"""

from __future__ import annotations

from checker.holders import Holders
from checker.lexicon import Lexicon
from checker.page import Page
from checker.runs import Runs
from checker.spot import CONTEXT, FORM, GUESS, SURE, VOTE, Spot

_CALENDAR = frozenset({"DATE", "TIME"})
_TWO = 2
_LONGEST_NAME = 8
_OLDEST = 120
_LONGEST_ACRONYM = 6
# Shorter names of towns are abbreviations of states, or given names: Mo.
_SHORTEST_TOWN = 4


class Spotter:
    """Finds the names of one story.

    Args:
        page: the words of the story.
        lexicon: the word lists.
    """

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self._page = page
        self._words = page.words
        self._lower = page.lower
        self._lexicon = lexicon
        self._runs = Runs(page, lexicon)
        self._holders = Holders(page, lexicon)
        self._spots: list[Spot] = []

    def run(self) -> list[Spot]:
        """Every name, in order; words in headlines only where the word lists know them."""
        at = 0
        while at < len(self._words):
            if not self._words[at].capital:
                at += 1
                continue
            whole = self._runs.body(at) or self._runs.entity(at)
            if whole:
                self._spots.append(whole)
                at = whole.last
                continue
            end = self._runs.end(at)
            if self._page.in_title(at):
                self._headline(at, end)
            else:
                self._segment(at, end)
            at = end
        self._spots = sorted((spot for spot in self._spots if not self._is_common(spot)), key=lambda spot: spot.first)
        self._lists()
        return self._spots

    def _is_common(self, spot: Spot) -> bool:
        """A single word with a capital for its place only: a common noun, or one that stands without it elsewhere."""
        word = self._words[spot.first]
        if spot.last - spot.first > 1 or spot.sure > VOTE or not word.opens:
            return False
        return word.lower in self._page.in_body or (word.tag in ("NN", "NNS") and self._page.is_word(spot.first))

    def _segment(self, first: int, last: int) -> None:
        """Cuts a run at titles and offices; what follows them is a person."""
        lexicon = self._lexicon
        first = self._runs.skip_openers(first, last)
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
            length = self._holders.office_at(at)
            if length and not (at > first and self._words[at - 1].text in lexicon.given):
                self._office(first, at, at + length, last)
                return
        if first > _TWO and self._lower[first - 1] == "the" and self._lower[first - 2] in ("of", "for"):
            first = self._skip_charge(first, last, first - 2)
        elif self._lower[first - 1] in ("of", "for") and first > 1:
            first = self._skip_charge(first, last, first - 1)
        self._plain(first, last)

    def _skip_charge(self, first: int, last: int, of: int) -> int:
        """Minister of | Defense Jon Berg: the words that belong to the office."""
        if not any(
            self._lexicon.offices.head_at(self._lower, of - back) == back for back in (1, 2, 3) if of - back >= 0
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
        if all(offices.head_at(lower, at) or offices.describes(lower[at]) for at in range(end, last)):
            return
        if self._known_place(end, last, FORM) or (
            last - end > 1 and self._words[last - 1].text in self._lexicon.body_last
        ):
            self._plain(end, last)
        else:
            self._person(end, last, SURE)

    def _is_body(self, first: int, last: int) -> bool:
        """The run ends as names of bodies do, and no person stands in it."""
        if last - first < _TWO or self._words[last - 1].text not in self._lexicon.body_last:
            return False
        if (
            self._lexicon.body(self._page.text(first, last))
            or self._words[last - 1].text not in self._lexicon.body_or_surname
        ):
            return True
        return self._words[first].text not in self._lexicon.given

    def _plain(self, first: int, last: int) -> None:
        """A run without titles."""
        words, lexicon = self._words, self._lexicon
        first = self._runs.skip_openers(first, last)
        while first < last and words[last - 1].text in lexicon.particles:
            last -= 1
        if first >= last:
            return
        for at in range(first, last):
            if self._is_never(at, first):
                if at + 1 < last and lexicon.body(self._page.text(at, at + 2)):
                    continue
                self._plain(first, at)
                self._plain(at + 1, last)
                return
        if self._hyphenated(first, last) or self._known_part(first, last) or self._body_and_person(first, last):
            return
        second = self._second_person(first, last)
        if second:
            self._person(first, second, FORM)
            first = second
        self._sort(first, last)

    def _is_never(self, at: int, first: int) -> bool:
        """A month or the like, unless it is the surname behind a given name."""
        word, lexicon = self._words[at], self._lexicon
        if word.text in lexicon.surnames_too and at > first and self._words[at - 1].text in lexicon.given:
            return False
        return word.text in lexicon.never or (word.label in _CALENDAR and lexicon.gazetteer.find(word.text) is None)

    def _hyphenated(self, first: int, last: int) -> bool:
        """Japan-US, Franco-German: the places on both sides."""
        word = self._words[first]
        if last - first != 1 or "-" not in word.text or self._lexicon.gazetteer.find(word.text):
            return False
        parts = word.text.split("-")
        return any(self._lexicon.gazetteer.find(part) for part in parts if part[:1].isupper())

    def _known_part(self, first: int, last: int) -> bool:
        """A known body or place in the run: spotted, and the rest of the run by itself."""
        whole = self._lexicon.body(self._page.text(first, last))
        if whole and not (last - first == 1 and self._is_plain_word(first)):
            self._add("organisation", first, last, sure=SURE)
            return True
        if self._known_place(first, last, SURE):
            return True
        if (
            self._is_body(first, last)
            or self._page.one_entity(first, last, "PERSON")
            or self._words[first].text in self._lexicon.given
        ):
            return False
        for size in range(min(last - first - 1, self._lexicon.longest_body), 0, -1):
            for at in range(first, last - size + 1):
                if self._lexicon.body(self._page.text(at, at + size)) and not (size == 1 and self._is_plain_word(at)):
                    self._plain(first, at)
                    self._add("organisation", at, at + size, sure=SURE)
                    self._plain(at + size, last)
                    return True
        return self._place_in_front(first, last)

    def _body_and_person(self, first: int, last: int) -> bool:
        """Center Party | Maria Lund: a body and the person who speaks for it, with nothing between."""
        words, lexicon = self._words, self._lexicon
        for at in range(first, last - 1):
            after = words[at + 1]
            person = after.text in lexicon.given or (after.label == "PERSON" and after.entity != words[first].entity)
            person |= last - at > _TWO and not any(self._page.is_word(i) for i in range(at + 1, last))
            if words[at].text in lexicon.body_last and words[at].text not in lexicon.body_or_surname and person:
                self._plain(first, at + 1)
                self._person(at + 1, last, FORM)
                return True
        return False

    def _second_person(self, first: int, last: int) -> int:
        """Piotr Nowak | Stefan Wolski met: where a second full name begins, with nothing between; 0 for nowhere."""
        words, given = self._words, self._lexicon.given
        if words[first].text not in given:
            return 0
        for at in range(first + _TWO, last - 1):
            before = words[at - 1].text
            full = before not in given and before not in self._lexicon.particles and len(before) > _TWO
            if words[at].text in given and full and "." not in before:
                return at
        return 0

    def _place_in_front(self, first: int, last: int) -> bool:
        """Iranian Island, London Breed, Boston Red Sox: cut behind the place unless the parser sees one name."""
        for size in range(min(last - first - 1, self._lexicon.gazetteer.longest), 0, -1):
            place = self._lexicon.gazetteer.find(self._page.text(first, first + size))
            if place is None or place.doubtful:
                continue
            if place.type != "demonym" and size == 1 and last - first == _TWO and self._is_person_form(first, last, ""):
                # Milan Dorvek, the police chief: a given name that is a town's.
                return False
            rest_is_kind = last - first - size == 1 and self._words[last - 1].text in self._lexicon.place_last
            if place.type != "demonym" and (rest_is_kind or self._page.one_entity(first, last)):
                return False
            person = self._words[first + size].text in self._lexicon.given
            if (
                place.type == "demonym"
                and not person
                and self._page.one_entity(first, last, "ORG", "EVENT", "FAC", "LAW", "WORK_OF_ART", "LOC")
            ):
                return False
            if self._words[first].entity == -1 and place.type != "demonym":
                return False
            self._add("place", first, first + size, type_=place.type, sure=SURE)
            self._segment(first + size, last)
            return True
        return False

    def _known_place(self, first: int, last: int, sure: int) -> bool:
        place = (
            self._lexicon.gazetteer.find(self._page.text(first, last))
            if last - first <= self._lexicon.gazetteer.longest
            else None
        )
        if place is None:
            return False
        if place.doubtful and self._page.vote(first, last)[0] != "place" and not self._inside(first):
            return False
        if place.doubtful:
            sure = CONTEXT if self._inside(first) else VOTE
        self._add("place", first, last, type_=place.type, sure=sure)
        return True

    def _is_plain_word(self, at: int) -> bool:
        """Labour, Meta, Fed at the head of a sentence may be plain words."""
        word = self._words[at]
        return word.opens and word.entity == -1 and not word.text.isupper()

    def _sort(self, first: int, last: int) -> None:
        """A run that no list knows as a whole."""
        words, lexicon, size = self._words, self._lexicon, last - first
        head, tail = words[first], words[last - 1]
        kind, type_ = self._page.vote(first, last)
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
        if last - first < _TWO or not self._lower[last - 1].endswith("s"):
            return False
        if self._words[last - 1].text in self._lexicon.place_last:
            return False
        name = self._page.text(first, last - 1)
        town = self._lexicon.gazetteer.find(name)
        if town is None or (len(name) < _SHORTEST_TOWN and town.name != name):
            return False
        return town.type in ("city", "capital", "state", "region")

    def _is_person_form(self, first: int, last: int, kind: str) -> bool:
        """A given name first, an age or `who` behind, a calling before."""
        words, lexicon = self._words, self._lexicon
        before = self._lower[first - 1] if first else ""
        if any(words[i].text == '"' for i in range(first, last)) or any(
            len(words[i].text) == _TWO and words[i].text[1] == "." for i in range(first + 1, last - 1)
        ):
            return True
        if words[first].text in lexicon.given:
            return kind in ("person", "") or words[last - 1].text not in lexicon.body_last
        if words[first].text in lexicon.family_first and kind in ("person", "") and not words[first].opens:
            return True
        if before in lexicon.callings or (words[first].joined and first and self._holders.is_office_before(first)):
            return True
        if self._age_behind(last) or self._holders.is_office_behind(last):
            return True
        return self._lower[last : last + 2] == [",", "who"] and kind != "organisation"

    def _noun_behind(self, last: int) -> bool:
        """The Berg cabinet: the name stands before a noun of its own."""
        return last < len(self._words) and self._words[last].joined and self._words[last].tag in ("NN", "NNS")

    def _age_behind(self, last: int) -> bool:
        """Jane Roe, 51, ..."""
        comma, age, mark = [*(word.text for word in self._words[last : last + 3]), "", "", ""][:3]
        return comma == "," and age.isdigit() and int(age) < _OLDEST and mark in (",", ".", ";", ")")

    def _beside_place_word(self, first: int, last: int) -> bool:
        """The village of Sary-Kol, Osh province."""
        lexicon = self._lexicon
        of = first
        while of and self._lower[of - 1] in ("the", "of"):
            of -= 1
        if of < first and "of" in self._lower[of:first] and of and self._lower[of - 1] in lexicon.place_common:
            self._add("place", first, last, type_=_singular(self._lower[of - 1]), sure=FORM)
            return True
        behind = self._lower[last] if last < len(self._lower) and self._words[last].joined else ""
        if behind in lexicon.place_common and not self._words[last - 1].possessive:
            self._add("place", first, last, type_=_singular(behind), sure=FORM)
            return True
        return False

    def _guess(self, first: int, last: int) -> None:
        """No list and no vote: acronyms, and capitalised words in the middle of a sentence, are bodies of some kind."""
        word = self._words[first]
        if last - first == 1 and word.opens and not (word.text.isupper() and len(word.text) > 1):
            behind = self._words[last] if last < len(self._words) else word
            if self._age_behind(last):
                self._person(first, last, CONTEXT)
                return
            if behind.lower in self._lexicon.speaks and word.tag.startswith("NNP"):
                self._person(first, last, GUESS)
                return
            name = word.tag == "NNP" or not self._page.is_word(first)
            if not (name and behind.joined and behind.tag in ("VBD", "VBZ", "VBP", "MD")):
                return
        if last - first == 1 and len(word.text) == 1:
            return
        if all(w.text.isupper() and len(w.text) > _LONGEST_ACRONYM for w in self._words[first:last]):
            return
        if all(
            w.tag.startswith(("NNP", "NN")) or not w.tag or w.text.isupper()
            for w in self._words[first:last]
            if w.capital
        ):
            self._add("organisation", first, last, type_="name", sure=GUESS)

    def _inside(self, at: int) -> bool:
        return bool(at) and self._lower[at - 1] in self._lexicon.inside

    def _person(self, first: int, last: int, sure: int) -> None:
        """A person's name, with suffix and office."""
        lexicon, words = self._lexicon, self._words
        while last - first > 1 and self._is_title(first):
            first += 1
        first = self._skip_callings(first, last)
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
        role = self._holders.before(first) or self._holders.behind(last)
        self._spots.append(Spot("person", first, last, "", sure, role))

    def _is_title(self, at: int) -> bool:
        """Mr, Gov.; `Gen` only with its full stop."""
        word = self._words[at].lower
        bare = word.rstrip(".")
        return bare in self._lexicon.titles or (
            bare in self._lexicon.offices.short and word not in self._lexicon.pointed
        )

    def _skip_callings(self, first: int, last: int) -> int:
        """Comedian | Jane Roe, 76ers Fired | Jim Roe: what opens the sentence before a given name is no part of it."""
        words, given = self._words, self._lexicon.given
        word = words[first]
        if (
            word.opens
            and last - first > _TWO
            and (word.lower in self._lexicon.callings or self._holders.trade_at(first))
        ):
            return first + 1
        place = self._lexicon.gazetteer.find(word.text)
        if last - first > _TWO and words[first + 1].text in given and place is not None and place.type == "demonym":
            # The Kenyan | Jane Roe.
            self._add("place", first, first + 1, type_="demonym", sure=SURE)
            return first + 1
        position = next(
            (at for at in range(first + 1, last - 1) if words[at].text in given and _is_acronym(words[at - 1].text)), 0
        )
        if position:
            return position
        charged = word.text in self._lexicon.body_last or self._lexicon.offices.charges(word.lower)
        if word.text in given or word.text.endswith(".") or not (word.opens or word.text[0].isdigit() or charged):
            return first
        return next((at for at in range(first + 1, last - 1) if words[at].text in given), first)

    def _headline(self, first: int, last: int) -> None:
        """Only what the lists know: capitals prove nothing here."""
        at = first
        while at < last:
            at = self._headline_name(at, last) or at + 1

    def _headline_name(self, at: int, last: int) -> int:
        lexicon = self._lexicon
        for end in range(min(at + 5, last), at, -1):
            text = self._page.text(at, end)
            place = lexicon.gazetteer.find(text)
            if lexicon.body(text) and not (end - at == 1 and self._words[at].entity == -1 and not text.isupper()):
                self._add("organisation", at, end, sure=SURE)
                return end
            if place is not None and not place.doubtful:
                self._add("place", at, end, type_=place.type, sure=SURE)
                return end
        if self._words[at].text in lexicon.given and self._words[at].label == "PERSON":
            end = at + 1
            while end < last and self._words[end].entity == self._words[at].entity:
                end += 1
            while end > at + 1 and self._words[end - 1].text not in self._page.in_body:
                end -= 1
            if end > at + 1:
                self._add("person", at, end, sure=FORM)
                return end
        return 0

    def _lists(self) -> None:
        """The worst-hit villages were Sary-Kol, Kyzyl-Bulak and Chon-Tash: all are places."""
        listed, last = "", 0
        for spot in self._spots:
            between = self._lower[last : spot.first]
            listed = self._opens_list(spot.first) or (listed if set(between) <= {",", "and", "&"} else "")
            if listed and spot.sure < SURE:
                spot.kind, spot.type, spot.role, spot.sure = "place", listed, None, FORM
            last = spot.last

    def _opens_list(self, first: int) -> str:
        """What is listed here: `village` behind "the worst-hit villages were"; else empty."""
        for at in range(first - 1, max(first - 6, -1), -1):
            if self._lower[at] in self._lexicon.place_listed:
                return _singular(self._lower[at])
            if self._words[at].capital or self._lower[at] in (".", ";", "said"):
                return ""
        return ""

    def _add(self, kind: str, first: int, last: int, *, type_: str = "", sure: int = VOTE) -> None:
        self._spots.append(Spot(kind, first, last, type_, sure))


def _is_acronym(word: str) -> bool:
    """QB, CEO: a position before a name."""
    return word.isupper() and word.isalpha() and 1 < len(word) < _LONGEST_ACRONYM


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
