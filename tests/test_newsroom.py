"""The demonstration in seeds/newsroom: what a pull request with a wrong figure meets."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.language import Parser

NEWSROOM = Path(__file__).parents[1] / "seeds" / "newsroom"
GERMAN = Path("content/de/ferry.md")
ALERTS = Path("alerts/de.po")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parser: Parser) -> Run:
    """Runs `checker ci` in a copy of the demonstration that is under version control."""
    monkeypatch.setattr("checker.pipeline.Parser", lambda *_: parser)
    shutil.copytree(NEWSROOM, tmp_path / "newsroom")
    monkeypatch.chdir(tmp_path / "newsroom")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "As it is")
    return lambda *arguments: CliRunner().invoke(main, ["ci", *arguments])


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@y.invalid")
    subprocess.run(["git", *identity, *arguments], check=True)  # noqa: S603, S607 - our own arguments


def change(old: str, new: str, path: Path = GERMAN) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_old_findings_are_quiet_and_still_seen(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert "1988 / 1998" in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("212", "221", "221 against 212"), ("6. Mai", "8. Mai", "8 against 6"), ("1998", "1989", "1989 against 1998")],
)
def test_a_wrong_figure_fails_with_one_line_and_the_fix_passes(run: Run, old: str, new: str, said: str) -> None:
    change(old, new)
    result = run("--changed-since", "HEAD", "--format", "github")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith("::error file=content/de/ferry.md,line=")
    assert said in line
    change(new, old)
    assert run("--changed-since", "HEAD").exit_code == 0


def test_a_lost_not_fails(run: Run) -> None:
    change("dass sie nicht vor Freitag fahren werde", "dass sie am Freitag fahren werde")
    assert run("--changed-since", "HEAD").exit_code == 1


def test_so_does_one_in_a_catalogue(run: Run) -> None:
    change("212 Menschen", "221 Menschen", ALERTS)
    result = run("--changed-since", "HEAD", "--format", "github")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith("::error file=alerts/de.po,line=11,")
    change("221 Menschen", "212 Menschen", ALERTS)
    assert run("--changed-since", "HEAD", "--format", "github").stdout == ""


def test_what_the_desk_does_on_purpose_is_quiet_until_its_comment_goes(run: Run) -> None:
    assert "rounds sums of this kind on purpose" in run().stdout
    text = ALERTS.read_text(encoding="utf-8")
    ALERTS.write_text("".join(line for line in text.splitlines(keepends=True) if "checker:" not in line), "utf-8")
    assert run().exit_code == 1
