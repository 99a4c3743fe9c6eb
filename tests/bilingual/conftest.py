"""What the tests of bilingual files share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.bilingual import read
from checker.bilingual.unit import Unit
from checker.rules import Ruleset

Units = Callable[..., list[Unit]]


@pytest.fixture
def units(ruleset: Ruleset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Units:
    """A function that gives the units of a file, which must be good."""
    monkeypatch.chdir(tmp_path)

    def build(name: str, data: str | bytes) -> list[Unit]:
        Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
        found, errors = read([name], ruleset.words("read"))
        assert errors == []
        return found

    return build


@pytest.fixture
def refused(ruleset: Ruleset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """A function that gives what is said of a file that cannot be used, read beside one that can."""
    monkeypatch.chdir(tmp_path)
    Path("good.po").write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")

    def build(name: str, data: str | bytes) -> str:
        Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
        found, errors = read([name, "good.po"], ruleset.words("read"))
        assert [unit.path for unit in found] == ["good.po"]
        (error,) = map(str, errors)
        assert "\n" not in error
        return error

    return build
