"""Stories of the archive into events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from checker.align.cluster import cluster
from checker.align.records import Edge
from checker.archive.store import Member, Store
from checker.dateline import nearest


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
    store.join(_near(store, edges, settings["window"]))
    # What is older than the window is left as it is, or an archive of years would hang together and be grouped anew.
    first = batch[0].day
    since = first - timedelta(days=settings["window"]) if first else None
    around = store.around([member.id for member in batch], settings["threshold"], since)
    members = {member.id: member for member in around}
    found = cluster(members, store.edges(list(members)), settings)
    before: dict[str, set[str]] = {}
    for member in members.values():
        before.setdefault(member.event, set()).add(member.id)
    named = {_name([members[key] for key in group]): set(group) for group in found.groups}
    store.regroup({name: group for name, group in named.items() if before.get(name) != group})
    gone = sorted(before.keys() - named.keys())
    store.drop(gone)
    events = {key: name for name, group in named.items() for key in group}
    pairs = [(events[pair.left], events[pair.right], pair.score) for pair in found.maybe]
    maybe = [(min(one, other), max(one, other), score) for one, other, score in pairs]
    store.doubt(sorted(named), gone, maybe)


def _near(store: Store, edges: Sequence[Edge], most: int) -> list[Edge]:
    """The pairs that are not too many days apart, by the days that they count as of where they have no date."""
    days = store.days_of(name for edge in edges for name in (edge.left, edge.right))

    def apart(edge: Edge) -> int:
        left, right = days[edge.left], days[edge.right]
        return abs((left - right).days) if left and right else 0

    return [edge for edge in edges if apart(edge) <= most]


def _name(group: Sequence[Member]) -> str:
    founders = [member for member in group if member.event == member.id]
    return min(founders or group, key=lambda member: member.order).id
