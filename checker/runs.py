"""Runs of capitalised words, and the names of bodies that small words hold together: Bank of Japan."""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.page import VOTES, Page
from checker.spot import FORM, SURE, Spot

_LONGEST_BODY = 10
_DESCRIBING = frozenset({"JJ", "VBG", "VBN", "RB"})
# No name is longer; a page of capitals is cut here.
_LONGEST_RUN = 40


class Runs:
    """Finds runs.

    Args:
        page: the words of the story.
        lexicon: the word lists.
    """

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self._page = page
        self._words = page.words
        self._lower = page.lower
        self._lexicon = lexicon

    def end(self, at: int) -> int:
        """The end of the run of capitalised words, particles and quoted nicknames that begins here."""
        words, end = self._words, at + 1
        while end < min(len(words), at + _LONGEST_RUN):
            before = words[end - 1]
            if words[end].text == '"' and (after := self._nickname(end)):
                end = after
            elif not words[end].joined or (before.possessive and not self._one_body(end - 1, end)):
                break
            elif (
                words[end].capital
                or self._joins_given(end)
                or (words[end].text in self._lexicon.particles and self._goes_on(end))
            ):
                end += 1
            else:
                break
        return end

    def body(self, at: int) -> Spot | None:
        """Bank of Japan, Ministry of Foreign Affairs: the body whose name begins in the run that begins here."""
        words, lexicon = self._words, self._lexicon
        run = self.end(at)
        if run < len(words) and words[run].joined and words[run].text in ("of", "for", "and", "on"):
            for end in range(min(at + lexicon.longest_body, len(words)), run + 1, -1):
                if lexicon.body(self._page.text(at, end)):
                    return Spot("organisation", at, end, sure=SURE)
        head = next((i for i in range(at, run) if words[i].text in lexicon.body_first), -1)
        if head < 0 or head != run - 1 or run >= len(words) or words[run].text != "of" or self._page.in_title(at):
            return None
        end = self._of_part(run)
        if not end:
            return None
        first = self.skip_openers(at, run)
        offices = lexicon.offices
        if any(
            offices.head_at(self._lower, i) and not offices.describes(self._lower[i + 1]) for i in range(first, head)
        ):
            return None
        return Spot("organisation", first, end, sure=FORM)

    def entity(self, at: int) -> Spot | None:
        """Status of Forces Agreement, Battle of Britain: the parser's entity across small words."""
        run = self.end(at)
        first = self.skip_openers(at, run)
        if first >= run or self._words[first].label not in VOTES or self._words[first].label == "PERSON":
            return None
        number, end = self._words[first].entity, first + 1
        while end < len(self._words) and self._words[end].entity == number and self._words[end].joined:
            end += 1
        small = {word.text for word in self._words[first:end] if not word.capital and word.text != '"'}
        if end <= run or not self._words[end - 1].capital or self._page.in_title(at):
            return None
        if not small & {"of", "for"} or not small <= self._lexicon.joins:
            return None
        if any(self._lexicon.offices.head_at(self._lower, i) for i in range(first, end)):
            return None
        place = self._lexicon.gazetteer.find(self._page.text(first, end))
        kind, type_ = ("place", place.type) if place else VOTES[self._words[first].label]
        return Spot(kind, first, end, type_, FORM)

    def skip_openers(self, first: int, last: int) -> int:
        """Words with a capital only because they open the sentence; an article is never part of a name."""
        while first < last:
            word = self._words[first]
            if word.lower in ("the", "a", "an"):
                first += 1
                continue
            opener = word.lower in self._lexicon.openers
            common = last - first > 1 and not word.tag.startswith("NNP") and word.entity == -1
            common |= self._describes(first, last)
            if not word.opens or not (opener or common) or self._known(first, last):
                break
            first += 1
        return first

    def _describes(self, at: int, last: int) -> bool:
        """Ailing | Williams: a plain adjective that opens the sentence, taken for a part of the name."""
        word = self._words[at]
        return (
            last - at > 1
            and word.label == "PERSON"
            and word.tag in _DESCRIBING
            and word.text not in self._lexicon.given
            and self._page.is_word(at)
        )

    def _joins_given(self, at: int) -> bool:
        """Mehdi iran-Nejad: a compound surname of which only a later part has its capital."""
        _, hyphen, rest = self._words[at].text.partition("-")
        return bool(hyphen) and rest[:1].isupper() and self._words[at - 1].text in self._lexicon.given

    def _goes_on(self, at: int) -> bool:
        """Particles that lead to another capitalised word of the same name."""
        for after in range(at + 1, min(at + 3, len(self._words))):
            if not self._words[after].joined:
                return False
            if self._words[after].capital:
                return True
            if self._words[after].text not in self._lexicon.particles:
                return False
        return False

    def _nickname(self, quote: int) -> int:
        """The end of `"The Hat" Marek` when a quoted nickname opens here, else 0."""
        words = self._words
        for close in range(quote + 2, min(quote + 5, len(words) - 1)):
            if words[close].text == '"':
                inside = words[quote + 1 : close]
                name = words[close + 1]
                spaced = words[quote].joined and name.start == words[close].end + 1
                if spaced and name.capital and inside[-1].capital:
                    return close + 2
                return 0
        return 0

    def _one_body(self, one: int, other: int) -> bool:
        """A possessive inside a name: Sam's Club, People's Bank."""
        left, right = self._words[one], self._words[other]
        return (
            right.capital
            and left.entity == right.entity != -1
            and left.label in ("ORG", "FAC")
            and right.text in self._lexicon.body_last | self._lexicon.place_last
        )

    def _of_part(self, of: int) -> int:
        """The end of what follows `of` in the name of a body: capitalised words, and more of them behind and/of/for."""
        words, lexicon, end, at = self._words, self._lexicon, 0, of
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
            stop = self.end(at)
            for i in range(at, stop):
                if i > at and (lexicon.offices.head_at(self._lower, i) or words[i].text in lexicon.given):
                    stop = i
                    break
            end = at = stop
            if words[stop - 1].possessive or stop - of > _LONGEST_BODY:
                break
        return end

    def _body_begins(self, at: int) -> bool:
        """What follows `and` is a body of its own, not one more charge of the same one."""
        end, lexicon = self.end(at), self._lexicon
        return self._words[at].text in lexicon.body_first or (
            end - at > 1 and self._words[end - 1].text in lexicon.body_last
        )

    def _known(self, first: int, last: int) -> bool:
        """The run as a whole, or its first two words, are a name that the lists know."""
        ends = {last, min(first + 2, last)} - {first + 1}
        return any(
            self._lexicon.body(self._page.text(first, end)) or self._lexicon.gazetteer.find(self._page.text(first, end))
            for end in sorted(ends)
        )
