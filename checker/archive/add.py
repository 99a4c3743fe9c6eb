"""Stories into the archive, in three rounds: all are taken in, then matched day by day, then their events compared.

Each round goes in steps, each of them written whole or not at all. What a round does next depends on what the archive
holds and on nothing else, so that a run which is killed is finished by the next one as if nothing had happened.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar

from checker.align.copies import copies
from checker.align.records import Signature
from checker.align.signature import signature
from checker.archive import forms
from checker.archive.events import join, settle
from checker.archive.matching import Roller, batches, partitions, spread
from checker.archive.store import Store
from checker.errors import CheckerError
from checker.executors import Cluster, Executor
from checker.model import FINDINGS, Story
from checker.pipeline import compare_event
from checker.read import distinct, find, full_name, load

if TYPE_CHECKING:
    from checker.pipeline import Checker

Item = TypeVar("Item")
# Called with items, what is done with them, and how many there are; gives the items.
Watch = Callable[[Iterable[Any], str, int], Iterable[Any]]


def add(
    store: Store, paths: Sequence[str], checker: Checker, executor: Executor, watch: Watch
) -> tuple[int, list[CheckerError]]:
    """Add stories, and compare the events that they touch.

    Args:
        store: the archive, open for writing.
        paths: files, folders and patterns, see `checker.read`. A story that the archive has already is left out.
        checker: for its rules.
        executor: where the work is done.
        watch: told what is done, item by item.

    Returns:
        How many stories were new, and what could not be read, in the order of the paths.
    """
    steps = checker.ruleset.words("archive")["steps"]
    new, errors = _take(store, paths, checker, executor, watch)
    _match(store, checker, executor, watch, steps["matched"])
    _compare(store, executor, watch, steps["compared"])
    return new, errors


# --- first round ---


def _take(
    store: Store, paths: Sequence[str], checker: Checker, executor: Executor, watch: Watch
) -> tuple[int, list[CheckerError]]:
    words, most = checker.ruleset.words("read"), checker.ruleset.words("archive")["steps"]["read"]
    files, failed = find(paths, words)
    chunks = _chunks(watch(files, "Reading stories", len(files)), most)
    new = 0
    for prepared in executor.map(prepare, _fresh(store, chunks, words, failed)):
        with store.step():
            store.receive(prepared)
        new += len(prepared)
    with store.step():
        settle(store, checker.ruleset.words("dateline"))
    return new, [error for _, error in sorted(failed, key=lambda item: item[0])]


def _fresh(
    store: Store,
    chunks: Iterable[Sequence[tuple[int, str]]],
    words: Mapping[str, Any],
    failed: list[tuple[int, CheckerError]],
) -> Iterator[list[tuple[str, Story]]]:
    """The stories of each chunk of files that the archive does not have, with their keys; what fails is noted."""
    seen: set[str] = set()
    for chunk in chunks:
        read: dict[str, Story] = {}
        for order, path in chunk:
            try:
                story = load(full_name(path), path, words)
            except CheckerError as error:
                failed.append((order, error))
            else:
                read[forms.identity(story)] = story
        # Those before are on their way, and not yet in the archive.
        seen |= store.known(list(read))
        yield [(key, story) for key, story in read.items() if key not in seen]
        seen |= read.keys()


def prepare(checker: Checker, stories: Sequence[tuple[str, Story]]) -> list[tuple[str, Story, Signature]]:
    """Work for an executor: stories with their keys, cleaned, and their signatures, which go by the key."""
    prepared = []
    for key, story in stories:
        (clean,) = checker.clean([story])
        prepared.append((key, clean, signature(dataclasses.replace(clean, name=key), checker.ruleset)))
    return prepared


# --- second round ---


def _match(store: Store, checker: Checker, executor: Executor, watch: Watch, most: int) -> None:
    settings = checker.ruleset.words("align")
    parts = batches(store.unmatched(), most)
    work = partitions(store, parts, settings["window"])
    # Another process of this machine would take longer to be told of the stories than matching them takes.
    found = spread(executor, work) if isinstance(executor, Cluster) else map(Roller(settings).match, work)
    for batch, edges in zip(watch(parts, "Matching stories", len(parts)), found, strict=True):
        with store.step():
            join(store, batch, edges, settings)


# --- third round ---


def _compare(store: Store, executor: Executor, watch: Watch, most: int) -> None:
    due = store.due()
    reports = executor.map(compare_event, (([*labelled(store.stories(event)).values()], None) for event in due))
    for chunk in _chunks(watch(zip(due, reports, strict=True), "Comparing events", len(due)), most):
        with store.step():
            for name, report in chunk:
                (event,) = report.events
                event = dataclasses.replace(event, copies=_copies(store, name))
                told = forms.report_text(dataclasses.replace(report, events=(event,)))
                store.keep(name, told, sum(row.verdict in FINDINGS for row in event.comparisons))


def _copies(store: Store, event: str) -> tuple[tuple[str, ...], ...]:
    """The stories of an event that carry one text, by their short names."""
    short = labels(store.stories(event))
    same = copies(store.edges(list(short)))
    return tuple(sorted(tuple(sorted(short[key] for key in group)) for group in same))


def labels(stories: Sequence[tuple[str, Story]]) -> dict[str, str]:
    """A short name for each story of an event, by its key: the file's, with its folders where that is needed.

    Two that came under one name, the same file on two days, have part of their keys behind it.
    """
    names = sorted({story.name for _, story in stories})
    short = dict(zip(names, distinct([PurePath(name).parts for name in names]), strict=True))
    often = Counter(story.name for _, story in stories)
    return {
        key: f"{short[story.name]} ({key[:6]})" if often[story.name] > 1 else short[story.name]
        for key, story in stories
    }


def labelled(stories: Sequence[tuple[str, Story]]) -> Mapping[str, Story]:
    """The stories of an event by their short names, in order."""
    short = labels(stories)
    named = {short[key]: dataclasses.replace(story, name=short[key]) for key, story in stories}
    return dict(sorted(named.items()))


def _chunks(items: Iterable[Item], most: int) -> Iterator[list[Item]]:
    left = iter(items)
    while chunk := list(islice(left, most)):
        yield chunk
