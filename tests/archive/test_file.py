"""An archive has one writer, and a file that is none is told from one and left as it is."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from click.testing import Result

from tests.archive.conftest import Run, dump

DB = Path("news.duckdb")
COMMANDS = (("add", "wire"), ("events",), ("report", "--html", "pages"), ("status",))
HOLD = """
import sys
from pathlib import Path
from checker.archive.store import open_store
with open_store(Path(sys.argv[1]), write=True):
    print("open", flush=True)
    sys.stdin.read()
"""


def refused(result: Result, *parts: str) -> None:
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    for part in ("checker: error: ", "news.duckdb", *parts):
        assert part in line


@pytest.fixture
def holder(run: Run) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the archive open for writing."""
    run("add", "wire/4/echo.txt")
    with subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", HOLD, DB], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_a_second_process_is_refused(run: Run, holder: subprocess.Popen[str]) -> None:
    for command in COMMANDS:
        refused(run(*command), f"in use by process {holder.pid}")
    assert not Path("pages").exists()


def test_a_dead_process_holds_nothing(run: Run, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert run("add", "wire").exit_code == 0


@pytest.mark.parametrize("content", [b"", b"a list of stories\n" * 500, b"\x7fELF" + bytes(20_000)])
def test_a_foreign_file_is_left_alone(run: Run, content: bytes) -> None:
    DB.write_bytes(content)
    for command in COMMANDS:
        refused(run(*command), "no archive")
    assert DB.read_bytes() == content
    assert sorted(path.name for path in Path().iterdir()) == ["news.duckdb", "wire"]


@pytest.mark.parametrize("table", ["stories (id INTEGER)", "format (name VARCHAR, version INTEGER)"])
def test_a_database_of_something_else_is_left_alone(run: Run, table: str) -> None:
    with duckdb.connect(DB) as other:
        other.execute(f"CREATE TABLE {table}")
    before = dump(DB)
    for command in COMMANDS:
        refused(run(*command), "something else")
    assert dump(DB) == before


def test_an_archive_of_another_version_is_left_alone(run: Run) -> None:
    run("add", "wire")
    with duckdb.connect(DB) as other:
        other.execute("UPDATE format SET version = 99")
    before = dump(DB)
    for command in COMMANDS:
        refused(run(*command), "99")
    assert dump(DB) == before


@pytest.mark.parametrize("place", [0, 5_000, 13_000])
def test_a_damaged_archive_is_left_alone(run: Run, place: int) -> None:
    run("add", "wire")
    data = DB.read_bytes()
    broken = data[:place] + bytes(255 - byte for byte in data[place : place + 4096]) + data[place + 4096 :]
    DB.write_bytes(broken)
    for command in COMMANDS:
        refused(run(*command))
    assert DB.read_bytes() == broken


def test_an_archive_that_was_cut_off_is_left_alone(run: Run) -> None:
    run("add", "wire")
    broken = DB.read_bytes()[:300_000]
    DB.write_bytes(broken)
    for command in COMMANDS:
        refused(run(*command))
    assert DB.read_bytes() == broken


@pytest.mark.parametrize("command", COMMANDS[1:])
def test_only_adding_makes_an_archive(run: Run, command: tuple[str, ...]) -> None:
    refused(run(*command), "no such file")
    assert not DB.exists()


def test_a_place_for_the_archive_is_needed(run: Run) -> None:
    refused(run("add", "wire", db="nowhere/news.duckdb"), "no folder nowhere")
    Path("news.duckdb").mkdir()
    refused(run("add", "wire"), "not a file")


def test_the_rest_of_an_archive_that_is_gone_is_left_alone(run: Run) -> None:
    Path("news.duckdb.wal").write_bytes(b"changes")
    refused(run("add", "wire"), "news.duckdb.wal", "move this away")
    assert not DB.exists()


def test_without_duckdb_the_extra_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for command in COMMANDS:
        result = run(*command)
        assert result.exit_code == 2
        (line,) = result.stderr.splitlines()
        assert line.endswith('pip install "story-checker[archive]"')
