"""Where a report goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.outputs import FORMS, Outcome, Output, outputs, render, write
from checker.rules import Ruleset
from tests.report.sample import sample


@pytest.fixture
def outcome(ruleset: Ruleset) -> Outcome:
    return Outcome(sample(), ruleset.rules, {})


@pytest.mark.parametrize(
    ("formats", "output", "given"),
    [
        ([], "-", [("text", None)]),
        ([], "x", [("text", "x")]),
        (["json"], "x", [("json", "x")]),
        (["json=x", "sarif=y/z"], "-", [("json", "x"), ("sarif", "y/z")]),
        (["text", "json=a=b"], "-", [("text", None), ("json", "a=b")]),
        (["text=-"], "-", [("text", None)]),
        (["text", "github"], "-", [("text", None), ("github", None)]),
        (["json=x", "json"], "-", [("json", "x"), ("json", None)]),
    ],
)
def test_what_is_asked_for(formats: list[str], output: str, given: list[tuple[str, str | None]]) -> None:
    assert outputs(formats, output) == tuple(Output(form, Path(path) if path else None) for form, path in given)


@pytest.mark.parametrize(
    ("formats", "output", "said"),
    [
        (["pdf"], "-", "'pdf' is not one of text"),
        (["PDF=x"], "-", "'PDF' is not one of"),
        ([""], "-", "'' is not one of"),
        (["json="], "-", "names no file"),
        (["text", "json"], "-", "text and json: go to one place"),
        (["text", "json"], "x", "text and json: go to one place"),
        (["text", "github"], "x", "go to one place"),
        (["text", "json", "github"], "-", "go to one place"),
        (["text", "text"], "-", "go to one place"),
    ],
)
def test_what_cannot_be(formats: list[str], output: str, said: str) -> None:
    with pytest.raises(UsageError, match="--format") as refused:
        outputs(formats, output)
    assert said in str(refused.value)


def test_every_form_is_made(outcome: Outcome, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(outputs([f"{form}={tmp_path / form}" for form in FORMS]), outcome)
    assert capsysbinary.readouterr().out == b""
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FORMS)
    for form in set(FORMS) - {"text"}:
        assert (tmp_path / form).read_text(encoding="utf-8") == render(form, outcome)
    assert f"Open {tmp_path / 'html'}" in (tmp_path / "text").read_text(encoding="utf-8")


def test_beside_annotations_a_text_is_enclosed(outcome: Outcome, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(outputs(["github", "text"]), outcome)
    lines = capsysbinary.readouterr().out.decode().splitlines()
    starts = [place for place, line in enumerate(lines) if line.startswith("::stop-commands::")]
    ends = [
        place for place, line in enumerate(lines) if line == f"::{lines[starts[0]].removeprefix('::stop-commands::')}::"
    ]
    assert (len(starts), len(ends)) == (1, 1)
    outside = lines[: starts[0]] + lines[ends[0] + 1 :]
    assert len(outside) == 8
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in outside)


def test_alone_it_is_not(outcome: Outcome, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(outputs(["json"]), outcome)
    assert json.loads(capsysbinary.readouterr().out)["version"] == 1


def test_without_a_hint(ruleset: Ruleset) -> None:
    assert "--html" in render("text", Outcome(sample(), ruleset.rules, {}))
    assert "--html" not in render("text", Outcome(sample(), ruleset.rules, {}, hint=False))
