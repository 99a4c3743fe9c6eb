"""The file of an archive: made whole or not at all, opened by one writer, never written over when it is another's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ArchiveError, ExtraError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FORMAT = "story-checker archive"
_VERSION = 1
_SCHEMA = f"""
CREATE TABLE format (name VARCHAR, version INTEGER);
INSERT INTO format VALUES ('{_FORMAT}', {_VERSION});
CREATE TABLE stories (
    id VARCHAR PRIMARY KEY, name VARCHAR, title VARCHAR, published DATE, dateline VARCHAR, language VARCHAR,
    set_aside VARCHAR, text VARCHAR, signature VARCHAR, day DATE, event VARCHAR
);
CREATE TABLE edges (
    one VARCHAR, other VARCHAR, score DOUBLE, why VARCHAR, veto VARCHAR, copy BOOLEAN, PRIMARY KEY (one, other)
);
CREATE TABLE maybe (one VARCHAR, other VARCHAR, score DOUBLE, PRIMARY KEY (one, other));
CREATE TABLE events (
    id VARCHAR PRIMARY KEY, first DATE, last DATE, stories INTEGER, findings INTEGER, report VARCHAR
);
"""  # noqa: S608 - our own constants
# The file is data: nothing else is read or loaded for it, least of all from the network.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "2",
}
_HOLDER = re.compile(r"\(PID (\d+)\)")


@contextmanager
def connection(path: Path, *, write: bool) -> Iterator[DuckDBPyConnection]:
    """A connection to the archive, closed at the end.

    Args:
        path: the file; made when it is to be written to and does not exist.
        write: it is to be written to; nobody else can then open it.

    Raises:
        ExtraError: DuckDB is not installed.
        ArchiveError: there is no file, it is no archive, it is damaged, or another process has it.
    """
    try:
        import duckdb
    except ImportError as error:
        raise ExtraError(
            'an archive needs a package that is not installed: pip install "story-checker[archive]"'
        ) from error
    if not path.exists():
        if not write:
            raise ArchiveError(f"{path}: there is no such file; archive add makes one")
        with _reported(path, "cannot be made"):
            _make(path)
    if not path.is_file():
        raise ArchiveError(f"{path}: not a file")
    with _reported(path, "no archive, or a damaged one"):
        opened = duckdb.connect(path, read_only=not write, config=_CONFIG)
    with opened, _reported(path, "cannot be read or written"):
        _recognise(path, opened)
        yield opened


def _make(path: Path) -> None:
    """An empty archive, made beside its place: no process ever sees half of one."""
    import duckdb

    if not path.parent.is_dir():
        raise ArchiveError(f"{path}: there is no folder {path.parent}")
    rest = path.with_name(f"{path.name}.wal")
    if rest.exists():
        raise ArchiveError(f"{rest}: the rest of an archive whose file is gone; bring that back, or move this away")
    part = path.with_name(f".checker-{os.getpid()}.duckdb")
    # One that was killed in here, under the same number, may have left it.
    part.unlink(missing_ok=True)
    try:
        with duckdb.connect(part, config=_CONFIG) as new:
            new.execute(f"BEGIN; {_SCHEMA} COMMIT; CHECKPOINT;")
        try:
            os.link(part, path)
        except FileExistsError:
            pass  # Made by another meanwhile; it stays.
        except OSError:  # A file system without links.
            part.rename(path)
    finally:
        part.unlink(missing_ok=True)


def _recognise(path: Path, opened: DuckDBPyConnection) -> None:
    tables = {name for (name,) in opened.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    rows = opened.execute("SELECT * FROM format").fetchall() if "format" in tables else []
    if [row[:1] for row in rows] != [(_FORMAT,)]:
        raise ArchiveError(f"{path}: a database of something else, not an archive; nothing was changed")
    if rows != [(_FORMAT, _VERSION)]:
        raise ArchiveError(
            f"{path}: an archive of another version of the checker ({rows[0][1]}, this one needs {_VERSION})"
        )


@contextmanager
def _reported(path: Path, problem: str) -> Iterator[None]:
    """What the database cannot do with the file is said in a line; what it cannot understand is a bug of ours."""
    import duckdb

    try:
        yield
    except (duckdb.ProgrammingError, duckdb.DataError, duckdb.IntegrityError, duckdb.NotSupportedError):
        raise
    except duckdb.Error as error:
        said = str(error).partition("\n")[0]
        if "Could not set lock" in said:
            holder = _HOLDER.search(said)
            by = f"process {holder[1]}" if holder else "another process"
            raise ArchiveError(f"{path}: in use by {by}; try again when that is done") from error
        raise ArchiveError(f"{path}: {problem}: {said}") from error
    except OSError as error:
        raise ArchiveError(f"{path}: {(error.strerror or str(error)).lower()}") from error
