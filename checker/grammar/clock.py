"""Times of day as they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checker.grammar.patterns import either, word_before
from checker.model import Clock

Found = tuple[int, int, Clock]

_HOUR = 60
_REACH = 20
_DAY = 24 * _HOUR
_HALF_DAY = 12
_HALF = r"[ ]?(?P<half>[ap]\.m\.|[ap]\.m\b|[AP]\.M\.|[ap]m\b|[AP]M\b|[ap]\. m\.)"
_TWELVE = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?:[:.]\d\d)?)?" + _HALF)
_TWENTY_FOUR = re.compile(
    r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?P<hours>[ ]?(?:hours|hrs|h)\b)?"
)
_MILITARY = re.compile(r"(?P<hour>[01]\d|2[0-4])[.:]?(?P<minute>[0-5]\d)(?!\d)(?P<hours>[ ]?(?:hours|hrs|h)\b)?")
_SHARED = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?:[ ]?[-\u2013][ ]?| to |(?P<and> and ))"
    r"(?=\d{1,2}(?:[:.]\d\d)?[ ]?[apAP]\.? ?[mM])"
)
_SHIFTED = re.compile(r"(?P<sign>[+-])(?P<hour>\d{1,2})(?::?(?P<minute>\d\d))?(?!\d)")
_BRACKET = re.compile(r"[ ]\((?:[01]?\d|2[0-4])[:.]?[0-5]\d[ ]?(?:hours )?[A-Z]{3}")
_TWELVE_OF = re.compile(r"12[ ](?=[a-z])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


class Clocks:
    """The grammar of times of day, compiled from `[times]`, `[clock]` and `[zones]` of rules/figures.toml."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        table = words["clock"]
        self._times: dict[str, int] = words["times"]
        self._zones: dict[str, int] = words["zones"]
        self._late = frozenset(table["late"])
        self._night = frozenset(table["night"])
        parts = either([*table["late"], *table["early"]])
        self._o_clock = re.compile(rf"[ ]o['\u2019]clock\b(?:[ ](?:in the )?(?P<part>{parts}))?", re.IGNORECASE)
        minutes, hours = either(table["minutes"]), either(table["hours"])
        self._minutes: dict[str, int] = table["minutes"]
        self._hours: dict[str, int] = table["hours"]
        larger = rf"(?![- ][a-z]*(?:{minutes}|teen|ty|hundred|thousand)\b)"
        told = rf"(?:in the|at) (?P<part>{parts})\b|(?P<half>[ap]\.?m\b\.?)"
        ends = rf"(?=[ ]?[,.;:!?\n)]|[ ](?:{either(table['ends'])})\b|\Z)"
        self._spoken = re.compile(
            rf"(?P<minute>{minutes}|[12]?\d)(?P<unit>[ ]minutes?)?[ ](?P<past>past|after|to|before)[ ]"
            rf"(?P<hour>{hours})\b{larger}(?:[ ](?:{told})|(?P<ends>{ends}))?",
            re.IGNORECASE,
        )
        self._part = re.compile(rf"[ ](?:in the|at) (?P<part>{parts})\b", re.IGNORECASE)
        self._zone = re.compile(rf"[ ]?\(?(?:hours )?(?P<zone>{either([*self._zones, *table['local']])})\b")
        # Behind four digits the bare word is more often the first of "local people".
        self._bare_local = frozenset(word for word in table["local"] if " " not in word)
        self._between = frozenset(words["ranges"]["between"])
        self._before = frozenset(table["before"])
        self.starts = frozenset((*self._times, *(word for word in self._minutes if word.isalpha())))

    def at(self, text: str, start: int) -> Found | None:
        """The time of day that begins at a character, if one does."""
        word = _WORD.match(text, start)
        spoken = self._of_words(text, start)
        if word and not spoken:
            minutes = self._times.get(word.group().lower())
            return self._zoned(text, start, word.end(), minutes, minutes + 1) if minutes is not None else None
        if spoken:
            return spoken
        twelve = _TWELVE_OF.match(text, start)
        named = self.at(text, twelve.end()) if twelve else None
        if named:
            return start, *named[1:]
        return self._of_twelve(text, start) or self._of_shared_half(text, start) or self._of_twenty_four(text, start)

    def o_clock(self, text: str, start: int, end: int, hour: int) -> Found | None:
        """`four o'clock`, the number read already."""
        match = self._o_clock.match(text, end)
        if match is None or not 1 <= hour <= _HALF_DAY:
            return None
        late = (match["part"] or "").lower() in self._late
        first = (hour % _HALF_DAY + _HALF_DAY * late) * _HOUR
        _, stop, clock = self._zoned(text, start, match.end(), first, first + _HOUR)
        return start, stop, replace(clock, half_open=match["part"] is None)

    def _of_words(self, text: str, start: int) -> Found | None:
        """`A quarter past four`, `20 minutes to five in the morning`; `five to six` may be two numbers."""
        match = self._spoken.match(text, start)
        if match is None:
            return None
        told = match["part"] or match["half"]
        past = match["past"].lower()
        if not (told or past == "past" or (past == "to" and self._is_hour(text, match))):
            return None
        minute = self._minutes.get(match["minute"].lower()) or int(match["minute"])
        hour = self._hours[match["hour"].lower()] % _HALF_DAY + _HALF_DAY * self._is_late(match)
        first = (hour * _HOUR + (minute if past in ("past", "after") else -minute)) % _DAY
        _, stop, clock = self._zoned(text, start, match.end(), first, first + 1)
        return start, stop, replace(clock, half_open=told is None)

    def _is_hour(self, text: str, match: re.Match[str]) -> bool:
        """`To` is a clock's where the words end there, and what stands before is no number of something."""
        telling = match["unit"] or match["minute"].lower() == "quarter"
        behind = text[max(0, match.start() - _REACH) : match.start()].removesuffix("a ")
        return match["ends"] is not None and word_before(behind, len(behind)) in (self._before if telling else ("at",))

    def _is_late(self, match: re.Match[str]) -> bool:
        """In the second half of the day, as the words say; at twelve at night the first begins."""
        part = (match["part"] or "").lower()
        night = part in self._night and self._hours[match["hour"].lower()] == _HALF_DAY
        return not night and (part in self._late or (match["half"] or "").lower().startswith("p"))

    def _of_twelve(self, text: str, start: int) -> Found | None:
        match = _TWELVE.match(text, start)
        if match is None:
            return None
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if not (1 <= hour <= _HALF_DAY and minute < _HOUR):
            return None
        first = (hour % _HALF_DAY + _HALF_DAY * (match["half"][0] in "pP")) * _HOUR + minute
        return self._zoned(text, start, match.end(), first, first + (1 if match["minute"] else _HOUR))

    def _of_shared_half(self, text: str, start: int) -> Found | None:
        """`6-8pm`, `11 to 2pm`: the half of the day stands for both hours, where it can."""
        match = _SHARED.match(text, start)
        if match and match["and"] and word_before(text, start) not in self._between:
            return None
        last = self._of_twelve(text, match.end()) if match else None
        if match is None or last is None or not 1 <= int(match["hour"]) <= _HALF_DAY:
            return None
        first = (int(match["hour"]) % _HALF_DAY) * _HOUR + int(match["minute"] or 0)
        if first + _HALF_DAY * _HOUR < last[2].start:
            first += _HALF_DAY * _HOUR
        if first >= last[2].start:
            return None
        return start, last[1], Clock(first, last[2].end, last[2].offset)

    def _of_twenty_four(self, text: str, start: int) -> Found | None:
        """`16:05`; without the colon only where a zone, `hours` or the time of another zone says that it is one."""
        match = _TWENTY_FOUR.match(text, start)
        if match is None:
            match = _MILITARY.match(text, start)
            if match is None or not (match["hours"] or self._is_said(text, match)):
                return None
        first = int(match["hour"]) * _HOUR + int(match["minute"])
        if first > _DAY:
            return None
        part, end = self._part.match(text, match.end()), match.end()
        if part and 1 <= int(match["hour"]) <= _HALF_DAY:
            night = part["part"].lower() in self._night and int(match["hour"]) == _HALF_DAY
            late = not night and part["part"].lower() in self._late
            first = first % (_HALF_DAY * _HOUR) + _HALF_DAY * _HOUR * late
            end = part.end()
        return self._zoned(text, match.start(), end, first % _DAY, first % _DAY + 1)

    def _is_said(self, text: str, match: re.Match[str]) -> bool:
        """Whether the words around four digits say that they are a time."""
        if match.group()[0] == "0" and word_before(text, match.start()) in self._before:
            return True
        zone = self._zone.match(text, match.end())
        return bool((zone and zone["zone"] not in self._bare_local) or _BRACKET.match(text, match.end()))

    def _zoned(self, text: str, start: int, end: int, first: int, last: int) -> Found:
        """The time with the zone that stands behind it."""
        match = self._zone.match(text, end)
        if match is None:
            return start, end, Clock(first, last)
        offset = self._zones.get(match["zone"])
        end = match.end()
        shift = _SHIFTED.match(text, end) if offset == 0 else None
        if shift:
            minutes = int(shift["hour"]) * _HOUR + int(shift["minute"] or 0)
            offset, end = (minutes if shift["sign"] == "+" else -minutes), shift.end()
        return start, end, Clock(first, last, offset)
