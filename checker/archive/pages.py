"""The archive as pages: an index, and a page for each event whose stories differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.archive import forms
from checker.archive.add import Watch, labelled
from checker.errors import UsageError
from checker.files import write_atomic
from checker.report.html import fill, render
from checker.report.wording import counted, words

if TYPE_CHECKING:
    from checker.archive.store import Entry, Store


def write(store: Store, folder: Path, why: Mapping[str, str], watch: Watch, since: date | None = None) -> int:
    """Write `index.html` and the events' pages; pages of the same names are written over, others left alone.

    Args:
        store: the archive.
        folder: where to; made when it does not exist.
        why: the reason behind each rule, by its id.
        watch: told what is done, item by item.
        since: leave out the events that were over before this day.

    Returns:
        How many events have a page.

    Raises:
        UsageError: the folder cannot be written to.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: {(error.strerror or str(error)).lower()}") from error
    entries = store.entries(since)
    differing = [entry for entry in entries if entry.findings]
    for entry in watch(differing, "Writing pages", len(differing)):
        report = forms.report(store.report(entry.id), labelled(store.stories(entry.id)))
        write_atomic(folder / f"event-{entry.id}.html", render(report, why))
    doubts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event, other, title in store.doubts():
        doubts[event].append((other, title))
    write_atomic(folder / "index.html", _index(entries, doubts, since))
    return len(differing)


def _index(entries: list[Entry], doubts: Mapping[str, list[tuple[str, str]]], since: date | None) -> str:
    said = words()["archive"]
    differing = [entry for entry in entries if entry.findings]
    headline = said["found" if differing else "clean"].format(
        difference=counted("difference", sum(entry.findings or 0 for entry in differing)),
        event=counted("event", len(differing)),
        since=said["since"].format(day=since.isoformat()) if since else "",
    )
    rest = [entry for entry in entries if not entry.findings]
    tables = [(*said["differing"], differing), (*said["agreeing"], rest)]
    pages = {entry.id for entry in differing}
    return fill("archive.html.j2", "archive.css", headline=headline, tables=tables, doubts=doubts, pages=pages)
