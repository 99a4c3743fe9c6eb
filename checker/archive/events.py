"""Which stories of the archive report one event: matched day by day, each day against the days around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from checker.align.cluster import cluster
from checker.align.matcher import Matcher
from checker.align.records import Edge, Signature
from checker.archive.store import Member, Store
from checker.dateline import nearest

if TYPE_CHECKING:
    from checker.pipeline import Checker


@dataclass(frozen=True, slots=True)
class Partition:
    """What one piece of matching needs, and nothing else: it can be done anywhere and in any order.

    Attributes:
        first: the first of the days around; None where nothing has a day.
        before: what is matched already, or will be before this, of those days.
        batch: what is matched against that and against itself.
    """

    first: date | None
    before: tuple[Signature, ...]
    batch: tuple[Signature, ...]


def match_partition(checker: Checker, partition: Partition) -> list[Edge]:
    """Work for an executor: the pairs of the batch."""
    matcher = Matcher(checker.ruleset.words("align"))
    matcher.add(partition.before)
    return matcher.match(partition.batch)


def settle(store: Store, words: Mapping[str, Any]) -> None:
    """Let the stories without a date count as of a day, which decides what they are matched against.

    It is the day of their dateline in the year that fits the stories that came in with them, else the newest of those
    days.

    Args:
        store: the archive.
        words: the tables of `rules/dateline.toml`.
    """
    known = store.near_days()
    if known:
        store.settle([(key, nearest(story, known, words) or known[-1]) for key, story in store.dayless()])


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
        first = partition.first
        if first:
            self._matcher.forget(first)
            self._held = {name: day for name, day in self._held.items() if day is None or day >= first}
        if not self._held.keys() <= {signature.name for signature in partition.before}:
            # A matcher does not forget a story without a date.
            self._matcher, self._held = Matcher(self._settings), {}
        self._matcher.add([signature for signature in partition.before if signature.name not in self._held])
        self._held = {signature.name: signature.published for signature in (*partition.before, *partition.batch)}
        return self._matcher.match(partition.batch)


def batches(waiting: Iterable[Member], most: int) -> list[tuple[Member, ...]]:
    """The stories day by day, a long day in parts; what is left of them after some batches gives the same others."""
    days = (list(members) for _, members in groupby(waiting, key=lambda member: member.day))
    return [tuple(members[start : start + most]) for members in days for start in range(0, len(members), most)]


def partitions(store: Store, parts: Iterable[Sequence[Member]], days: int) -> Iterator[Partition]:
    """The partition of each batch, in order.

    Args:
        store: the archive, as it is before the first of them is matched.
        parts: batches in the order of their days.
        days: how many days apart two stories of one event may be.
    """
    window = _Window(store, days)
    for members in parts:
        day = members[0].day
        before = window.move(day)
        batch = store.signatures([member.id for member in members])
        yield Partition(day and day - window.reach, tuple(before), tuple(batch))
        window.add(day, batch)


class _Window:
    """The signatures of the days around a day that moves on: as many before it and after it as it reaches."""

    def __init__(self, store: Store, days: int) -> None:
        self._store = store
        self.reach = timedelta(days=days)
        self._held: dict[str, tuple[date | None, Signature]] = {}
        self._last: date | None = None

    def move(self, day: date | None) -> list[Signature]:
        """What is around this day, by name."""
        if day is None:
            found: list[tuple[str, date | None]] = [
                (key, None) for key in self._store.dateless() if key not in self._held
            ]
        else:
            first = day - self.reach
            self._held = {key: entry for key, entry in self._held.items() if entry[0] and entry[0] >= first}
            start = max(first, self._last + timedelta(days=1)) if self._last else first
            self._last = day + self.reach
            found = [(key, of) for key, of in self._store.days(start, self._last) if key not in self._held]
        signatures = self._store.signatures([key for key, _ in found])
        self._held |= {key: (when, read) for (key, when), read in zip(found, signatures, strict=True)}
        return [self._held[key][1] for key in sorted(self._held)]

    def add(self, day: date | None, batch: Iterable[Signature]) -> None:
        self._held |= {signature.name: (day, signature) for signature in batch}


def join(store: Store, batch: Sequence[Member], edges: Sequence[Edge], settings: Mapping[str, Any]) -> None:
    """Put a batch into events.

    Only what hangs together with it inside the window of days is grouped anew, with all that is in one event with any
    of that; events that change are to be compared. An event is called after the story that founded it, and keeps the
    name for as long as it has that story. Of two that become one, the earlier one's name stays.

    Args:
        store: the archive.
        batch: stories that are in no event yet.
        edges: their pairs.
        settings: the tables of `rules/align.toml`.
    """
    store.join(edges)
    # What is older than the window is left as it is, or an archive of years would hang together and be grouped anew.
    since = batch[0].day - timedelta(days=settings["days"]) if batch[0].day else None
    around = store.around([member.id for member in batch], settings["threshold"], since)
    members = {member.id: member for member in around}
    groups = cluster(members, store.edges(list(members)), settings).groups
    before: dict[str, set[str]] = {}
    for member in members.values():
        before.setdefault(member.event, set()).add(member.id)
    named = {_name([members[key] for key in group]): set(group) for group in groups}
    store.regroup({name: group for name, group in named.items() if before.get(name) != group})
    store.drop(sorted(before.keys() - named.keys()))


def _name(group: Sequence[Member]) -> str:
    founders = [member for member in group if member.event == member.id]
    return min(founders or group, key=lambda member: member.order).id
