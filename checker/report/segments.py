"""A story's text cut where its compared spans begin and end, so that spans that overlap can be shown."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A compared stretch of a text.

    Attributes:
        rank: index of its row in the report; the lowest is the gravest and is shown where spans overlap.
        start, end: characters of the text, half-open.
    """

    rank: int
    start: int
    end: int


def runs(spans: Iterable[Span]) -> Iterator[tuple[int, int, Span]]:
    """Stretches that do not overlap, in order, each with the gravest span that covers it."""
    waiting = sorted((span for span in spans if span.start < span.end), key=lambda span: (span.start, span))
    active: list[Span] = []
    position = 0
    following = 0
    while following < len(waiting) or active:
        if not active:
            position = waiting[following].start
        while following < len(waiting) and waiting[following].start <= position:
            heapq.heappush(active, waiting[following])
            following += 1
        while active and active[0].end <= position:
            heapq.heappop(active)
        if not active:
            continue
        gravest = active[0]
        stop = gravest.end
        # A graver span that begins inside cuts this one short; a lesser one waits behind it.
        while following < len(waiting) and waiting[following].start < stop:
            if waiting[following] < gravest:
                stop = waiting[following].start
                break
            heapq.heappush(active, waiting[following])
            following += 1
        yield position, stop, gravest
        position = stop
