"""What an author tells the checker in the text itself: `checker: ignore RULE until=DATE reason=WORDS`.

In Markdown and web pages it stands in a comment, `<!-- checker: ignore count.value until=2027-01-31 reason=... -->`;
readers of formats with comments of their own hand the words of each comment to `remark`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

# Why the stretch of a comment is set aside.
ASIDE = "comment for the checker"
# More is no text; what comes after suppresses nothing.
_MOST = 1000
# Of a comment that is longer nothing more is read.
_LONGEST = 2000
_CALL = re.compile(r"\s{0,80}checker:", re.IGNORECASE)
_IGNORE = "ignore"
_UNTIL, _REASON = "until=", "reason="


@dataclass(frozen=True, slots=True)
class Remark:
    """What one comment says.

    Attributes:
        start, end: characters of the text, the comment's own marks among them.
        rule: the id of the rule that is not to speak.
        until: the last day on which it holds.
        reason: why.
        fault: what is wrong with it, empty when nothing is.
    """

    start: int
    end: int
    rule: str = ""
    until: date | None = None
    reason: str = ""
    fault: str = ""


def remarks(text: str) -> tuple[Remark, ...]:
    """The comments of a Markdown text or a web page that speak to the checker, in order."""
    found = (remark(text[start + 4 : end - 3], start, end) for start, end in _comments(text))
    return tuple(islice((said for said in found if said), _MOST))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Where each comment stands; what opens one inside another is part of it."""
    at = text.find("<!--")
    while at >= 0:
        close = text.find("-->", at + 4)
        if close < 0:
            return
        yield at, close + 3
        at = text.find("<!--", close)


def remark(words: str, start: int = 0, end: int = 0) -> Remark | None:
    """What a comment says to the checker, None when it does not speak to it.

    Args:
        words: of the comment, without its marks.
        start: where it begins.
        end: where it ends.
    """
    call = _CALL.match(words[:_LONGEST])
    if not call:
        return None
    head, mark, reason = words[call.end() : _LONGEST].partition(_REASON)
    verb, *rest = head.split() or [""]
    rules = [word for word in rest if not word.startswith(_UNTIL)]
    days = [word.removeprefix(_UNTIL) for word in rest if word.startswith(_UNTIL)]
    day = _day(days[0]) if days else None
    faults = (
        (verb != _IGNORE, f"{verb or 'nothing'}: only {_IGNORE} is known"),
        (len(rules) != 1, "one rule must be named"),
        (len(days) != 1 or day is None, f"{_UNTIL} must give a day, such as {_UNTIL}2027-01-31"),
        (not mark or not reason.strip(), f"{_REASON} must say why"),
    )
    fault = next((said for wrong, said in faults if wrong), "")
    return Remark(start, end, rules[0] if rules else "", day, " ".join(reason.split()), fault)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
