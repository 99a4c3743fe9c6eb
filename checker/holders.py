"""Offices beside names: Defence Minister Jane Roe; Jane Roe, chief executive of Acme; the mayor of Acton, Jane Roe."""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.page import Page

_LONGEST_ROLE = 9
_FARTHEST_HEAD = 8


class Holders:
    """Finds the office that stands beside a name.

    Args:
        page: the words of the story.
        lexicon: the word lists.
    """

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self._page = page
        self._words = page.words
        self._lower = page.lower
        self._lexicon = lexicon

    def office_at(self, at: int) -> int:
        """How many words from here are the noun of an office; `Gen` is a title with its full stop, else a name."""
        word = self._words[at]
        if word.lower in self._lexicon.pointed:
            return 0
        return self._lexicon.offices.head_at([w.rstrip(".") for w in self._lower[at : at + 4]], 0)

    def trade_at(self, at: int) -> int:
        """How many words from here are the noun of a trade."""
        words = [w.lower if w.opens else w.text for w in self._words[at : at + 3]]
        return self._lexicon.offices.trade_at(words, 0)

    def before(self, name: int) -> tuple[int, int] | None:
        """The office or trade right before a name, as words from, up to; behind a comma only where the name ends."""
        at = name
        titles = self._lexicon.titles
        while at and self._lower[at - 1].rstrip(".") in titles and self._lower[at - 1] != "justice":
            at -= 1
        if at and self._words[at - 1].text == ",":
            end = name
            while end < len(self._words) and (
                self._words[end].capital or self._words[end].text in self._lexicon.particles
            ):
                end += 1
            if end >= len(self._words) or self._words[end].text not in ",.;)":
                return None
            at -= 1
            return self._office_ending(at, apposed=True)
        return self._office_ending(at) if at and self._words[at].joined else None

    def is_office_before(self, name: int) -> bool:
        """An office stands right before; a trade would not tell a person from a firm: the miner Norland."""
        found = self.before(name)
        return found is not None and not self.trade_at(found[1] - 1)

    def is_office_behind(self, end: int) -> bool:
        """An office that only a person holds stands right behind; firms and countries lead, own and chair too."""
        found = self.behind(end)
        if found is None or self._lower[end] == "is":
            return False
        text = self._page.text(*found)
        return not self.trade_at(found[0]) and self._lexicon.offices.is_of_person(text)

    def behind(self, end: int) -> tuple[int, int] | None:
        """Jane Roe, chief executive of Acme, ...; Jane Roe, 51, the mayor of X; Jane Roe is a nurse."""
        words, lower, offices = self._words, self._lower, self._lexicon.offices
        start = self._apposed_from(end)
        if start is None:
            return None
        if lower[start - 1] == "who" and offices.acts(lower[start]):
            return self._linked(start, start + 1)
        for at in range(start, min(start + 6, len(words))):
            length = offices.head_at(lower, at) or self.trade_at(at)
            if length:
                return self._linked(start, at + length)
            if not (at == start or words[at].joined) or not (
                words[at].capital
                or offices.describes(lower[at])
                or words[at].tag in ("NN", "JJ")
                # The Bank of Norland governor; but the son of a governor is none.
                or (lower[at] == "of" and words[at - 1].capital)
            ):
                return None
        return None

    def _apposed_from(self, end: int) -> int | None:
        """Where what is said of the name begins that ends here: behind its comma, age and article, or behind `is a`."""
        words, lower = self._words, self._lower
        if end >= len(words) - 2:
            return None
        if lower[end] == "is" and lower[end + 1] in ("a", "an", "the"):
            return end + 2
        if words[end].text != ",":
            return None
        start = end + 1
        if words[start].text.isdigit() and start + 3 < len(words) and words[start + 1].text == ",":
            start += 2
        if lower[start] == "who" and lower[start + 1] in ("is", "was"):
            start += 2
        opens = self._lexicon.offices.opens(lower[start])
        return start + 1 if opens and start + 1 < len(words) else start

    def _office_ending(self, end: int, *, apposed: bool = False) -> tuple[int, int] | None:
        start = self._office_up_to(end)
        if start is None:
            return None
        # Captain and centre back, chairman and chief executive: two posts of one person.
        first = self._office_up_to(start - 1) if start > 1 and self._lower[start - 1] == "and" else None
        start = start if first is None else first
        if apposed and not (
            (start and self._lower[start - 1] in ("the", "a", "an", "his", "her", "its", "their"))
            or self._words[start].opens
            or self._words[start].capital
        ):
            return None
        return start, end

    def _office_up_to(self, end: int) -> int | None:
        """Where the office begins that ends here."""
        head = self._head_before(end)
        if head is None:
            return None
        start = head
        while start and end - start < _LONGEST_ROLE and self._words[start].joined and self._belongs(start - 1):
            start -= 1
        return self._skip_determiners(start, head)

    def _head_before(self, end: int) -> int | None:
        """Where the noun of the office begins that ends here, or that ends before `of ...` up to here."""
        offices, lower = self._lexicon.offices, self._lower
        for back in (3, 2, 1):
            if end >= back and back in (self.office_at(end - back), self.trade_at(end - back)):
                return end - back
        for link in range(end - 2, max(end - _FARTHEST_HEAD, 0), -1):
            if not self._words[link + 1].joined:
                return None
            if lower[link] in ("of", "for") and set(lower[link + 1 : end]) - {"the", "and"}:
                for back in (3, 2, 1):
                    if link >= back and offices.head_at(lower[link - back : link], 0) == back:
                        return link - back
            elif not (self._words[link].capital or offices.charges(lower[link]) or lower[link] in ("and", "the")):
                return None
        return None

    def _belongs(self, at: int) -> bool:
        """The word is part of the office that follows it."""
        word = self._words[at]
        if word.opens and word.lower in self._lexicon.openers and not self._lexicon.offices.describes(word.lower):
            return False
        if word.capital or self._lexicon.offices.describes(word.lower):
            return True
        if word.lower == "of":
            return at > 0 and self._words[at - 1].capital and self._words[at - 1].joined
        return word.tag in ("NN", "NNS", "JJ") and word.lower not in self._lexicon.openers and word.text[0].isalpha()

    def _skip_determiners(self, start: int, head: int) -> int:
        offices, openers = self._lexicon.offices, self._lexicon.openers
        while start < head:
            word = self._words[start]
            if word.lower not in openers or offices.describes(word.lower) or (word.capital and not word.opens):
                break
            start += 1
        return start

    def _linked(self, start: int, end: int) -> tuple[int, int] | None:
        """The office with what it is charged with: of the Red Crescent, for East Asian affairs."""
        words, lower = self._words, self._lower
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
        if at >= len(words) or words[at].text in ",.;:)" or not words[at].joined:
            return start, at
        closed = end >= len(words) or words[end].text in ",.;" or self._lexicon.offices.leads_on(lower[end])
        return (start, end) if closed else None
