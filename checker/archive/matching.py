"""Which pairs of stories may report one event: day by day, each day against the days around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from checker.align.matcher import Matcher
from checker.align.records import Edge, Signature
from checker.archive.store import Member, Store
from checker.executors import Cluster

if TYPE_CHECKING:
    from checker.pipeline import Checker

Day = tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Partition:
    """What one piece of matching needs, and nothing else: it can be done anywhere and in any order.

    Attributes:
        first: the first of the days around; None where nothing has a day.
        before: what is matched already, or will be before this, of those days.
        batch: what is matched against that and against itself.
    """

    first: date | None
    before: tuple[Day, ...]
    batch: Day


def match_days(checker: Checker, days: Sequence[Day]) -> list[Edge]:
    """Work for an executor: the pairs of the last of these, against those before it and against itself."""
    matcher = Matcher(checker.ruleset.words("align"))
    for day in days[:-1]:
        matcher.add(day)
    return matcher.match(days[-1])


def spread(cluster: Cluster, work: Iterable[Partition]) -> Iterator[list[Edge]]:
    """The pairs of each partition, in order, found on a cluster; a day that several need is sent once."""

    def items() -> Iterator[list[Any]]:
        sent: dict[int, tuple[Day, Any]] = {}
        for partition in work:
            days = (*partition.before, partition.batch)
            sent = {id(day): sent.get(id(day)) or (day, cluster.send(day)) for day in days}
            yield [sent[id(day)][1] for day in days]

    return cluster.map(match_days, items())


class Roller:
    """Matches one partition after another, in order, without beginning anew for each: the pairs are the same.

    Args:
        settings: the tables of `rules/align.toml`.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._matcher = Matcher(settings)
        self._held: dict[str, date | None] = {}

    def match(self, partition: Partition) -> list[Edge]:
        """The pairs of the batch."""
        before = [signature for day in partition.before for signature in day]
        first = partition.first
        if first:
            self._matcher.forget(first)
            self._held = {name: day for name, day in self._held.items() if day is None or day >= first}
        if not self._held.keys() <= {signature.name for signature in before}:
            # A matcher does not forget a story without a date.
            self._matcher, self._held = Matcher(self._settings), {}
        self._matcher.add([signature for signature in before if signature.name not in self._held])
        self._held = {signature.name: signature.published for signature in (*before, *partition.batch)}
        return self._matcher.match(partition.batch)


def batches(waiting: Sequence[Member], most: int) -> list[Sequence[Member]]:
    """The stories, by day, in whole days as long as these are no more than so many together; a longer day in parts.

    How rare a word is shows only among many stories, so that small days are taken together. What is left after some
    batches gives the same others.
    """
    found = []
    start = 0
    while start < len(waiting):
        end = min(start + most, len(waiting))
        while end < len(waiting) and waiting[start].day != waiting[end - 1].day == waiting[end].day:
            end -= 1
        found.append(waiting[start:end])
        start = end
    return found


def partitions(store: Store, parts: Iterable[Sequence[Member]], days: int) -> Iterator[Partition]:
    """The partition of each batch, in order.

    Args:
        store: the archive, as it is before the first of them is matched.
        parts: batches in the order of their days.
        days: how many days apart two stories of one event may be.
    """
    window = _Window(store, timedelta(days=days))
    for members in parts:
        first, last = members[0].day, members[-1].day
        before = window.move(first, last)
        batch = tuple(store.signatures([member.id for member in members]))
        yield Partition(first and first - window.reach, before, batch)
        window.add(last, batch)


class _Window:
    """The days around some days that move on: as many before them and after them as it reaches."""

    def __init__(self, store: Store, reach: timedelta) -> None:
        self._store = store
        self.reach = reach
        self._held: list[tuple[date | None, Day]] = []
        self._last: date | None = None

    def move(self, first: date | None, last: date | None) -> tuple[Day, ...]:
        """What is around these days."""
        if first is None or last is None:
            found = self._store.dateless() if not self._held else []
        else:
            start = first - self.reach
            self._held = [(day, held) for day, held in self._held if day and day >= start]
            if self._last:
                start = max(start, self._last + timedelta(days=1))
            self._last = last + self.reach
            found = self._store.days(start, self._last)
        for day, members in groupby(found, key=lambda member: member.day):
            self.add(day, tuple(self._store.signatures([member.id for member in members])))
        return tuple(held for _, held in self._held)

    def add(self, day: date | None, batch: Day) -> None:
        self._held.append((day, batch))
