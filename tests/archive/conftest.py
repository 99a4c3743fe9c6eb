"""Archives to test with, and everything that is in one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner, Result

from checker import Checker
from checker.cli import main

TEXTS = {
    "Marrow": (
        "Marrow ferry sinks with {n} dead\n\n"
        "PORT MARROW, {day} ({outlet}) - The ferry Halcyon capsized off Port Marrow on Monday, drowning {n} "
        "passengers, coastguard captain Ada Lindqvist said.\n\n"
        "Divers searched the hull of the Halcyon all night. Survivors told {outlet} that water had burst into the car "
        "deck minutes after the ferry left its berth.\n"
    ),
    "Lindholm": (
        "Lindholm council sacks {n} teachers\n\n"
        "LINDHOLM, {day} ({outlet}) - Lindholm town council voted on Monday to dismiss {n} teachers as school budgets "
        "shrink, mayor Piet Hallgren announced.\n\n"
        "Unions called the Lindholm vote a betrayal. Parents plan to occupy the grammar school, {outlet} learnt from "
        "Hallgren's deputy.\n"
    ),
    "Tarvik": (
        "Tarvik climbers reach glacier summit\n\n"
        "TARVIK, {day} ({outlet}) - A rope team of {n} mountaineers led by Ruta Okonjo scaled the northern glacier "
        "above Tarvik on Monday.\n\n"
        "Okonjo planted a small pennant on the ridge. Storms had turned back every expedition since winter.\n"
    ),
}
Run = Callable[..., Result]
Dump = dict[str, list[tuple[Any, ...]]]


def story(place: str, outlet: str, day: str, n: int) -> str:
    """A story; those of one place are of one event."""
    return TEXTS[place].format(outlet=outlet, day=day, n=n)


def dump(path: Path) -> Dump:
    """Every table of an archive, by key."""
    with duckdb.connect(path, read_only=True) as opened:
        tables = [name for (name,) in opened.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()]
        return {name: opened.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in tables}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checker: Checker) -> Run:
    """Runs `checker archive` in a folder of its own, where wire/ has two events and a story of a third."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("checker.pipeline.Checker", lambda **_: checker)  # the model is loaded once
    for file, place, day, n in (
        ("wire/4/coast.txt", "Marrow", 4, 12),
        ("wire/4/post.txt", "Marrow", 4, 31),
        ("wire/4/echo.txt", "Tarvik", 4, 3),
        ("wire/5/coast.txt", "Lindholm", 5, 7),
        ("wire/5/post.txt", "Lindholm", 5, 7),
    ):
        path = Path(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(story(place, path.stem.title(), f"May {day}, 2026", n), encoding="utf-8")
    return lambda command, *arguments, db="news.duckdb": CliRunner().invoke(
        main, ["archive", command, *map(os.fspath, arguments), "--db", db]
    )
