"""Results kept on disk, so that what has been checked once need not be checked again.

A database in a folder holds reports as JSON. The key of one is a digest of all that it depends on: the stories as read,
the mode, the rules, the language model, and the checker itself. An entry that is damaged is no entry, and what nobody
asked for in a long time is removed. The folder may be removed at any time, and may be shared between branches and
machines.
"""

from __future__ import annotations

import functools
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from checker import __version__
from checker.errors import UsageError
from checker.files import write_atomic
from checker.language import described
from checker.model import Mode, Report, Story
from checker.report.json import plain, report_form
from checker.report.restore import restored
from checker.resources import shipped

VERSION = 2
NAME = "results.sqlite3"
_IGNORED = "# Made by story-checker; may be removed at any time.\n*\n"
# Packages that decide what is found in a text.
_READERS = ("spacy", "sudachipy", "sudachidict-small")
_GET = "SELECT report, used FROM results WHERE key = ?"
_PUT = "INSERT OR REPLACE INTO results VALUES (?, ?, ?)"
_USE = "UPDATE results SET used = ? WHERE key = ?"
_FORGET = "DELETE FROM results WHERE used < ?"
_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, used INTEGER NOT NULL, report BLOB NOT NULL)"
# Another run may be writing.
_SECONDS = 60


class Ground:
    """What all results of one mode depend on.

    Args:
        mode: of the checks.
        rules: folders of the user's own rules.
        model: name or path of a spaCy pipeline; the one that is used by default when None.
        glossary: termbases.
    """

    def __init__(self, mode: Mode, rules: Iterable[Path], model: str | None, glossary: Iterable[Path] = ()) -> None:
        self._model = described(model)
        own = [VERSION, __version__, _own_digest(), *map(_installed, _READERS)]
        terms = [sha256(file.read_bytes()).hexdigest() for file in glossary if file.is_file()]
        self._told = [*own, _digest((shipped("rules"), *rules)), terms, mode, self._model]

    def key(self, stories: Sequence[Story], how: Sequence[object] = ()) -> bytes | None:
        """Of the report on these stories; None when nobody can tell whether the language model has changed.

        Args:
            stories: as read.
            how: what else the report depends on.
        """
        if not self._model:
            return None
        told = [*self._told, list(how), [plain(story) for story in stories]]
        return sha256(json.dumps(told, default=str).encode()).digest()


class Cache:
    """The results in a folder; opened by `kept`."""

    def __init__(self, folder: Path, days: int) -> None:
        self._folder = folder
        self._days = days
        self._today = date.today().toordinal()  # noqa: DTZ011 - the machine's own day
        self._seen: list[bytes] = []
        self._database: sqlite3.Connection | None = None

    def get(self, key: bytes | None, given: Mapping[str, Story]) -> Report | None:
        """The report of a key, None when there is none that is whole.

        Args:
            key: from `Ground.key`.
            given: its stories as they were read, by their names.
        """
        if key is None or not (self._folder / NAME).exists():
            return None
        row = self._do(lambda database: database.execute(_GET, (key,)).fetchone())
        try:
            report = restored(json.loads(zlib.decompress(row[0])), given) if row else None
        except (zlib.error, KeyError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError):
            return None
        if row and row[1] != self._today:
            self._seen.append(key)
        return report

    def put(self, made: Iterable[tuple[bytes | None, Report]]) -> None:
        """Keep reports, all of them or none.

        Raises:
            UsageError: the folder cannot be written to.
        """
        rows = [(key, self._today, _packed(report)) for key, report in made if key is not None]
        if rows:
            self._do(lambda database: _all_or_none(database, (_PUT, rows)))

    def once(self, key: bytes | None, stories: Iterable[Story], check: Callable[[], Report]) -> Report:
        """What is kept of a check, else what it gives, which is kept from then on.

        Args:
            key: from `Ground.key`.
            stories: as read.
            check: makes the report.
        """
        report = self.get(key, {story.name: story for story in stories})
        if report is None:
            report = check()
            self.put([(key, report)])
        return report

    def close(self) -> None:
        """Note what was used, and remove what was not for long."""
        if self._database is None:
            return
        if self._seen:
            used = [(self._today, key) for key in self._seen]
            # Where nothing can be written, results can still be used.
            with suppress(sqlite3.OperationalError):
                _all_or_none(self._database, (_USE, used), (_FORGET, [(self._today - self._days,)]))
        self._database.close()

    def _do(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        """Work on the database; what is none, or is damaged, is begun anew."""
        try:
            try:
                self._database = self._database or self._opened()
                return work(self._database)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                (self._folder / NAME).unlink(missing_ok=True)
                self._database = self._opened()
                return work(self._database)
        except (sqlite3.Error, OSError) as error:
            raise UsageError(f"{self._folder / NAME}: {error}; can it be removed?") from error

    def _opened(self) -> sqlite3.Connection:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{self._folder}: {error.strerror}") from error
        ignored = self._folder / ".gitignore"
        if not ignored.exists():
            write_atomic(ignored, _IGNORED)
        database = sqlite3.connect(self._folder / NAME, timeout=_SECONDS)
        database.execute(_TABLE)
        return database


@contextmanager
def kept(folder: Path, days: int) -> Iterator[Cache]:
    """The results in a folder, closed at the end.

    Args:
        folder: where they are; made when the first is.
        days: those that nobody asked for in so many days are removed.

    Raises:
        UsageError: the folder is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file, not a folder for results")
    cache = Cache(folder, days)
    try:
        yield cache
    finally:
        cache.close()


def _all_or_none(database: sqlite3.Connection, *orders: tuple[str, Sequence[Sequence[object]]]) -> None:
    with database:
        for order, rows in orders:
            database.executemany(order, rows)


def _packed(report: Report) -> bytes:
    return zlib.compress(json.dumps(report_form(report), separators=(",", ":")).encode())


def _installed(package: str) -> str:
    """Its version, empty where it is not there."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _digest(folders: Iterable[Path]) -> str:
    """Of the rules in these folders, in their order."""
    digest = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.toml")):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
        digest.update(b"\n")
    return digest.hexdigest()


@functools.cache
def _own_digest() -> str:
    """Of the checker's own modules: between two versions they change too."""
    home = Path(__file__).parent
    digest = sha256()
    for path in sorted(home.rglob("*.py")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()
