"""The tables of an archive, and all that is asked of them; no other module speaks SQL.

stories    every story as it was read, with its signature; `day` is the day it counts as of, `event` is empty until it
           has been matched
edges      what is known of pairs of stories
maybe      pairs of events that may be one
events     every event, called after the story that founded it; `report` is empty until its stories were compared
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.align.records import Edge, Signature
from checker.archive import forms
from checker.archive.file import connection
from checker.model import Story

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_STORY = ("name", "title", "published", "dateline", "language", "set_aside", "text")


@dataclass(frozen=True, slots=True)
class Member:
    """A story of an event.

    Attributes:
        id: its key.
        name: as it was given.
        day: the day that it counts as of.
        event: the event that it is in; empty until it has been matched.
    """

    id: str
    name: str
    day: date | None
    event: str = ""

    @property
    def order(self) -> tuple[date, str, str]:
        """Its place in the order in which stories are taken."""
        return self.day or date.min, self.name, self.id


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, as it is listed.

    Attributes:
        id: see `store`.
        first, last: days of its first and last story; None where no story of the archive has a day.
        stories: how many.
        findings: how many; None when its stories are still to be compared.
        title: of the first of its stories that has one, else that story's name.
    """

    id: str
    first: date | None
    last: date | None
    stories: int
    findings: int | None
    title: str


class Store:
    """An open archive.

    Args:
        opened: the connection.
    """

    def __init__(self, opened: DuckDBPyConnection) -> None:
        self._db = opened

    @contextmanager
    def step(self) -> Iterator[None]:
        """All that is written here, or nothing."""
        self._db.begin()
        try:
            yield
        except BaseException:
            self._db.rollback()
            raise
        self._db.commit()

    # --- stories ---

    def known(self, ids: Sequence[str]) -> set[str]:
        """Those of the keys that the archive has."""
        return {key for (key,) in self._ask("SELECT id FROM stories WHERE id IN (SELECT unnest($1))", list(ids))}

    def receive(self, stories: Iterable[tuple[str, Story, Signature]]) -> None:
        """New stories, each with its key."""
        rows = []
        for key, story, signature in stories:
            row = forms.story_row(story)
            text = forms.signature_text(signature)
            rows.append((key, *(row[column] for column in _STORY), text, story.published, None))
        columns = ("id", *_STORY, "signature", "day", "event")
        self._insert("stories", columns, rows)

    def dayless(self) -> list[tuple[str, Story]]:
        """The stories that count as of no day yet, with their keys."""
        return self._stories("day IS NULL")

    def near_days(self) -> list[date]:
        """The days of the stories that came in with those, else of all."""
        new = self._ask("SELECT DISTINCT day FROM stories WHERE day IS NOT NULL AND event IS NULL ORDER BY day")
        rows = new or self._ask("SELECT DISTINCT day FROM stories WHERE day IS NOT NULL ORDER BY day")
        return [day for (day,) in rows]

    def settle(self, days: Sequence[tuple[str, date]]) -> None:
        """Let stories count as of these days."""
        for key, day in days:
            self._ask("UPDATE stories SET day = $1 WHERE id = $2", day, key)
        self._ask(
            """
            UPDATE events SET first = told.first, last = told.last
            FROM (SELECT event, min(day) AS first, max(day) AS last FROM stories GROUP BY event) told
            WHERE told.event = events.id AND events.first IS NULL
            """
        )

    def unmatched(self) -> list[Member]:
        """The stories that are in no event yet, in the order in which they are matched."""
        rows = self._ask("SELECT id, name, day FROM stories WHERE event IS NULL ORDER BY day NULLS FIRST, name, id")
        return [Member(*row) for row in rows]

    def signatures(self, ids: Sequence[str]) -> list[Signature]:
        """Their signatures, in this order."""
        rows = self._ask("SELECT id, signature FROM stories WHERE id IN (SELECT unnest($1))", list(ids))
        texts = dict(rows)
        return [forms.signature(texts[key]) for key in ids]

    def days(self, first: date, last: date) -> list[Member]:
        """The stories of these days that have been matched, by day."""
        return self._matched("day BETWEEN $1 AND $2", first, last)

    def days_of(self, ids: Iterable[str]) -> dict[str, date | None]:
        """The days that stories count as of."""
        return dict(self._ask("SELECT id, day FROM stories WHERE id IN (SELECT unnest($1))", sorted(set(ids))))

    def dateless(self) -> list[Member]:
        """The stories that have been matched while no story of the archive had a date."""
        return self._matched("day IS NULL")

    def _matched(self, where: str, *values: Any) -> list[Member]:
        query = f"SELECT id, name, day, event FROM stories WHERE event IS NOT NULL AND {where} ORDER BY day, id"  # noqa: S608
        return [Member(*row) for row in self._ask(query, *values)]

    def stories(self, event: str) -> list[tuple[str, Story]]:
        """The stories of an event with their keys, in order."""
        return self._stories("event = $1", event)

    def _stories(self, where: str, *values: Any) -> list[tuple[str, Story]]:
        rows = self._ask(f"SELECT id, {', '.join(_STORY)} FROM stories WHERE {where} ORDER BY name, id", *values)  # noqa: S608
        return [(key, forms.story(dict(zip(_STORY, row, strict=True)))) for key, *row in rows]

    # --- events ---

    def join(self, edges: Iterable[Edge]) -> None:
        """What is known of further pairs."""
        columns = ("one", "other", "score", "why", "veto", "copy")
        self._insert("edges", columns, [forms.edge_row(edge) for edge in edges])

    def around(self, ids: Sequence[str], least: float, since: date | None) -> list[Member]:
        """The stories that may be in one event with any of these, in order.

        Those are the ones that hang together with them by pairs of at least this score, among the stories since a
        day, and all that are in one event with any of those.
        """
        seen: set[str] = set()
        new = set(ids)
        while new:
            seen |= new
            rows = self._ask(
                """
                WITH asked AS (SELECT unnest($1) AS id), tied AS (
                    SELECT other AS id FROM edges JOIN asked ON one = id WHERE score >= $2 OR copy UNION
                    SELECT one AS id FROM edges JOIN asked ON other = id WHERE score >= $2 OR copy
                )
                SELECT id FROM stories JOIN tied USING (id) WHERE day >= $3 OR day IS NULL OR $3 IS NULL UNION
                SELECT mate.id FROM stories mate JOIN stories own USING (event) JOIN asked ON own.id = asked.id
                """,
                sorted(new),
                least,
                since,
            )
            new = {key for (key,) in rows} - seen
        rows = self._ask(
            "SELECT id, name, day, coalesce(event, '') FROM stories WHERE id IN (SELECT unnest($1))", sorted(seen)
        )
        return sorted((Member(*row) for row in rows), key=lambda member: member.order)

    def edges(self, ids: Sequence[str]) -> list[Edge]:
        """What is known of the pairs among these stories, but for the reasons."""
        rows = self._ask(
            """
            WITH asked AS (SELECT unnest($1) AS id)
            SELECT one, other, score, veto, copy FROM edges
            WHERE one IN (FROM asked) AND other IN (FROM asked) ORDER BY one, other
            """,
            list(ids),
        )
        return [Edge(one, other, score, (), veto, copy) for one, other, score, veto, copy in rows]

    def regroup(self, events: Mapping[str, Iterable[str]]) -> None:
        """Events have these stories now, and they are to be compared."""
        pairs = [(key, event) for event, keys in sorted(events.items()) for key in sorted(keys)]
        keys, names = [key for key, _ in pairs], [event for _, event in pairs]
        self._ask(
            """
            UPDATE stories SET event = told.event FROM (SELECT unnest($1) AS id, unnest($2) AS event) told
            WHERE told.id = stories.id
            """,
            keys,
            names,
        )
        self._ask(
            """
            INSERT OR REPLACE INTO events SELECT event, min(day), max(day), count(*), NULL, NULL
            FROM stories WHERE event IN (SELECT unnest($1)) GROUP BY event
            """,
            sorted(events),
        )

    def drop(self, events: Sequence[str]) -> None:
        """Events that have no story any more."""
        self._ask("DELETE FROM events WHERE id IN (SELECT unnest($1))", list(events))

    def doubt(self, touched: Sequence[str], gone: Sequence[str], pairs: Iterable[tuple[str, str, float]]) -> None:
        """Which of these events, and of no others, may be one; nothing of those that are gone."""
        self._ask(
            """
            DELETE FROM maybe WHERE (one IN (SELECT unnest($1)) AND other IN (SELECT unnest($1)))
                OR one IN (SELECT unnest($2)) OR other IN (SELECT unnest($2))
            """,
            list(touched),
            list(gone),
        )
        self._insert("maybe", ("one", "other", "score"), list(pairs))

    def doubts(self) -> list[tuple[str, str, str]]:
        """Events, those that each may be one with, and the titles of these, the likeliest first."""
        return self._ask(
            """
            WITH both_ways AS (SELECT one, other, score FROM maybe UNION ALL SELECT other, one, score FROM maybe)
            SELECT one, other, first(coalesce(title, name) ORDER BY title IS NULL, day, name, id)
            FROM both_ways JOIN stories ON event = other GROUP BY one, other, score ORDER BY one, score DESC, other
            """
        )

    def due(self) -> list[str]:
        """The events of several stories that are still to be compared, in order."""
        rows = self._ask("SELECT id FROM events WHERE stories > 1 AND report IS NULL ORDER BY first NULLS FIRST, id")
        return [key for (key,) in rows]

    def keep(self, event: str, report: str, findings: int) -> None:
        """What the comparison of an event gave."""
        self._ask("UPDATE events SET report = $1, findings = $2 WHERE id = $3", report, findings, event)

    def entries(self, since: date | None = None) -> list[Entry]:
        """The events of several stories that go on until this day or later, the newest first."""
        rows = self._ask(
            """
            SELECT e.id, e.first, e.last, e.stories, e.findings,
                first(coalesce(s.title, s.name) ORDER BY s.title IS NULL, s.day, s.name, s.id)
            FROM events e JOIN stories s ON s.event = e.id
            WHERE e.stories > 1 AND (e.last >= $1 OR e.last IS NULL)
            GROUP BY ALL ORDER BY e.last DESC NULLS LAST, e.id
            """,
            since or date.min,
        )
        return [Entry(*row) for row in rows]

    def report(self, event: str) -> str:
        """What the comparison of an event gave."""
        return str(self._ask("SELECT report FROM events WHERE id = $1", event)[0][0])

    def counts(self) -> dict[str, Any]:
        """How much there is of everything."""
        (row,) = self._ask(
            """
            SELECT (SELECT count(*) FROM stories), (SELECT count(*) FROM stories WHERE event IS NULL),
                (SELECT count(*) FROM events WHERE stories > 1), (SELECT count(*) FROM events WHERE stories = 1),
                (SELECT count(*) FROM events WHERE stories > 1 AND report IS NULL),
                (SELECT count(*) FROM events WHERE findings > 0),
                (SELECT coalesce(sum(findings), 0)::BIGINT FROM events),
                (SELECT min(day) FROM stories), (SELECT max(day) FROM stories)
            """
        )
        names = ("stories", "unmatched", "events", "alone", "due", "differing", "findings", "first", "last")
        return dict(zip(names, row, strict=True))

    def _ask(self, query: str, *values: Any) -> list[Any]:
        return self._db.execute(query, list(values)).fetchall()

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Many rows at once: one by one they take a hundred times as long."""
        if not rows:
            return
        lists = [list(column) for column in zip(*rows, strict=True)]
        places = ", ".join(f"unnest(${number})" for number in range(1, len(columns) + 1))
        self._db.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {places}", lists)


@contextmanager
def open_store(path: Path, *, write: bool = False) -> Iterator[Store]:
    """The archive in this file; see `checker.archive.file.connection`."""
    with connection(path, write=write) as opened:
        yield Store(opened)
