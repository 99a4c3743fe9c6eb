"""Title, day of publication and place of a story, as its text gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from checker.model import Story
from checker.paragraphs import is_aside
from checker.stamps import Day, Stamp, blocks, read_stamp

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]{0,30}"
_MIXED = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]{0,30}"
_DATELINE = re.compile(
    rf"""
    (?P<place>(?:{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}}|{_MIXED}(?:[ ](?:de[ ])?{_MIXED}){{0,3}}))
    (?P<region>(?:,[ ]{_MIXED}(?:[ ]{_MIXED}){{0,3}}){{0,2}}?)
    (?:,?[ ](?P<date>(?:[A-Z][a-z]{{2,8}}\.?[ ]\d{{1,2}}|\d{{1,2}}[ ][A-Z][a-z]{{2,8}}\.?)(?:,?[ ]\d{{4}})?))?
    ,?[ ]?(?:\((?P<source>[^()]{{2,60}})\))?
    (?P<mark>[ ]?(?:--|[—–―‒])[ ]?|[ ][-_][ ]|(?<=[)\d])-[ ]?|-(?=[A-ZÀ-ÖØ-Þ"“])|:[ ])
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}$")
_HEADLINE_STOP = re.compile(r"(?<!\b[A-Z])(?<![.…])[.。:;,][\"'”’»)\]]{0,2}$")
_SHORTEST_BODY = 40
_SHORTEST_PLACE = 4


def recognise(story: Story, words: Mapping[str, Any]) -> Story:
    """The story with its title, day of publication and place filled in from its text, where it has none.

    What is set aside is passed over, except that date lines and bylines among it are read. A day inside the running
    story is never taken, nor one that could be read two ways.

    Args:
        story: cleaned or not.
        words: the tables of `rules/dateline.toml`.
    """
    spans = blocks(story.text, words)
    head = [(span, story.text[span[0] : span[1]]) for span in spans[: words["limits"]["head"]]]
    stamps = _stamps([text for _, text in head], words)
    own = [text for span, text in head if not is_aside(story, *span) and not read_stamp(text, words)]
    first = next((text for text in own if _is_body(text)), "")
    place, day = _dateline(first, words)
    more = len(spans) > len(head) or len(own) > 1
    return replace(
        story,
        title=story.title or (_title(own, words["limits"]) if more else None),
        published=story.published or _published(stamps, day, words["limits"]["update"]),
        dateline=story.dateline or place or next((stamp.place for stamp in stamps if stamp.place), None),
    )


def complete(stories: Sequence[Story], words: Mapping[str, Any]) -> list[Story]:
    """The stories of one event, with the year of their datelines taken from those that state one.

    `TOKYO, Jan 16` beside a story of 17 January 2026 was published in 2026. Nothing is completed where no story
    has a date, or where the two days are further apart than `limits.event` days.

    Args:
        stories: recognised stories that report one event.
        words: the tables of `rules/dateline.toml`.
    """
    known = sorted({story.published for story in stories if story.published})
    return [replace(story, published=story.published or nearest(story, known, words)) for story in stories]


def opening(paragraph: str) -> int:
    """How many characters the dateline at the head of a paragraph takes, its mark with it; 0 for none."""
    match = _DATELINE.match(paragraph)
    return match.end() if match else 0


def nearest(story: Story, known: Sequence[date], words: Mapping[str, Any]) -> date | None:
    """The day of a dateline without a year that lies closest to a day that is known; None where none is close."""
    if not known:
        return None
    spans = blocks(story.text, words)[: words["limits"]["head"]]
    heads = [story.text[start:end] for start, end in spans]
    day = next((day for day in (_dateline(text, words)[1] for text in heads) if day), None)
    if day is None or day.year is not None:
        return None
    years = {other.year + shift for other in known for shift in (-1, 0, 1)}
    dates = sorted(found for found in (replace(day, year=year).date() for year in years) if found)
    best = min(dates, key=lambda found: (min(abs((found - other).days) for other in known), found), default=None)
    near = best is not None and min(abs((best - other).days) for other in known) <= words["limits"]["event"]
    return best if near else None


def _stamps(head: Sequence[str], words: Mapping[str, Any]) -> list[Stamp]:
    """The date lines at the head; further down a bare date is the heading of a day in a chronicle."""
    stamps: list[Stamp] = []
    bodies = 0
    for text in head:
        bodies += _is_body(text)
        stamp = read_stamp(text, words)
        if stamp and (bodies < words["limits"]["standfirst"] or any(day.label for day in stamp.days)):
            stamps.append(stamp)
    return stamps


def _is_body(text: str) -> bool:
    return len(text) >= _SHORTEST_BODY and bool(_SENTENCE_END.search(text))


def _title(own: Sequence[str], limits: Mapping[str, int]) -> str | None:
    """The first paragraph where it is a headline: short, without a full stop, and a body follows."""
    if not own or len(own[0]) > limits["title"] or len(own[0].split()) > limits["title_words"]:
        return None
    if _HEADLINE_STOP.search(own[0]) or not any(map(str.isalpha, own[0])):
        return None
    return own[0] if len(own) == 1 or any(_SENTENCE_END.search(text) for text in own[1:]) else None


def _published(stamps: Sequence[Stamp], dateline: Day | None, apart: int) -> date | None:
    """What is called the day of publication, else a bare day, else the dateline's, else the last update."""
    days = [day for stamp in stamps for day in stamp.days]
    for label in ("published", ""):
        stated = [day.date() for day in days if day.label == label and day.year]
        if len(set(stated)) == 1:
            return stated[0]
        if label and stated:
            # Called so twice, of two days: one of them is another story's.
            return None
    if dateline and dateline.year:
        return dateline.date()
    updated = next((found for found in (day.date() for day in days if day.label == "updated") if found), None)
    partial = [dateline, *days] if dateline else days
    for day in partial:
        if updated and day.year is None and day.label != "updated":
            near = replace(day, year=updated.year).date()
            if near and timedelta(0) <= updated - near <= timedelta(days=apart):
                return near
    return updated


def _dateline(text: str, words: Mapping[str, Any]) -> tuple[str | None, Day | None]:
    """Place and day at the head of the first paragraph: `TOKYO, Jan 16 (Reuters) -`."""
    match = _DATELINE.match(text)
    if not match or len(text) - match.end() < _SHORTEST_BODY // 2:
        return None, None
    place, source = match["place"], match["source"] or ""
    named = place + match["region"]
    day = next((_day(part, words) for part in (match["date"], source) if part and _day(part, words)), None)
    sourced = source in words["agencies"]["names"] or day is not None
    known = place.casefold() in {city.casefold() for city in words["place"]["cities"]}
    if place in words["place"]["never"] or place in words["agencies"]["names"]:
        return None, None
    if match["mark"].startswith(":"):
        certain = known
    elif match["mark"] == "-":
        certain = sourced or (place.isupper() and len(place) > _SHORTEST_PLACE)
    else:
        certain = sourced or known or (place.isupper() and len(place) >= _SHORTEST_PLACE)
    return (named, day) if certain else (None, None)


def _day(text: str, words: Mapping[str, Any]) -> Day | None:
    stamp = read_stamp(text, words)
    return stamp.days[0] if stamp and stamp.days else None
