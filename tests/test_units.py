"""Files with originals and translations, by the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.language import Parser

HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
FERRY = ("The ferry sank on Monday, killing 12 people.", "Die Fähre sank am Montag, 12 Menschen starben.")
BRIDGE = ("The bridge cost $57 million.", "Die Brücke kostete 57 Millionen Dollar.")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parser: Parser) -> Run:
    """Runs the command in a folder of its own; the language is loaded once for all."""
    monkeypatch.setattr("checker.pipeline.Parser", lambda *_: parser)
    monkeypatch.chdir(tmp_path)
    put("shop.po", FERRY, BRIDGE)
    return lambda *arguments: CliRunner().invoke(main, ["units", *arguments])


def put(name: str, *pairs: tuple[str, str], mark: str = "") -> None:
    entries = [f'{mark}msgid "{one}"\nmsgstr "{other}"\n' for one, other in pairs]
    Path(name).write_text("\n".join([HEAD, *entries]), encoding="utf-8")


def wrong(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0], pair[1].replace("12", "13")


def test_what_agrees_passes(run: Run) -> None:
    result = run("shop.po")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_wrong_figure_stands_at_its_line(run: Run) -> None:
    put("shop.po", BRIDGE, wrong(FERRY))
    result = run("shop.po", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "::error file=shop.po,line=10,endLine=10,col=35,endColumn=36,title=count.translated::"
    )


def test_every_unit_is_an_event_of_its_own(run: Run) -> None:
    put("shop.po", FERRY, BRIDGE)
    assert len(json.loads(run("shop.po", "--format", "json").stdout)["events"]) == 2


def test_a_file_that_cannot_be_read_does_not_take_the_others_with_it(run: Run) -> None:
    Path("bad.po").write_text("no such thing", encoding="utf-8")
    put("shop.po", wrong(FERRY))
    result = run("bad.po", "shop.po")
    assert result.exit_code == 2
    assert "13" in result.stdout
    assert result.stderr.startswith("checker: left out: bad.po: line 1: ")


def test_what_somebody_has_still_to_look_at_is_left_out(run: Run) -> None:
    put("shop.po", wrong(FERRY), mark="#, fuzzy\n")
    assert run("shop.po").exit_code == 0
    assert run("shop.po", "--fuzzy").exit_code == 1


def test_a_baseline_keeps_old_findings_quiet(run: Run) -> None:
    put("shop.po", wrong(FERRY))
    assert run("shop.po", "--write-baseline", "known.json").exit_code == 1
    assert run("shop.po", "--baseline", "known.json").exit_code == 0


def test_a_termbase(run: Run) -> None:
    put("shop.po", ("The ship sank.", "Der Kahn sank."))
    Path("terms.csv").write_text("source,target,status\nship,Schiff,preferred\n", encoding="utf-8")
    assert run("shop.po").exit_code == 0
    assert "Schiff" in run("shop.po", "--glossary", "terms.csv").stdout


def test_each_command_names_the_other(run: Run) -> None:
    Path("a.txt").write_text("One.", encoding="utf-8")
    result = run("a.txt")
    assert result.exit_code == 2
    assert "checker check" in result.stderr
    result = CliRunner().invoke(main, ["check", "shop.po"])
    assert result.exit_code == 2
    assert "checker units" in result.stderr
