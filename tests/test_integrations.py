"""The action, the hook and the job: what they name is there, and what they run does run."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.ci import ci
from checker.config import read

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
DOCS = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
FAEHRE = "# Fähre gesunken\n\nEine Fähre sank am Montag vor Port Marrow, 12 Menschen starben, teilte die Polizei mit.\n"
FERRY = "# Ferry sinks\n\nA ferry sank off Port Marrow on Monday, killing 12 people, police said.\n"
OPTIONS = {option for parameter in ci.params for option in parameter.opts}

Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Runs a script in a repository whose branch has a wrong figure, and main has not; `checker` is on the path."""
    project, path = tmp_path / "project", tmp_path / "bin"
    path.mkdir()
    (path / "checker").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m checker "$@"\n', encoding="utf-8")
    (path / "checker").chmod(0o755)
    for name in ("en", "de", "fr"):
        (project / "content" / name).mkdir(parents=True)
        (project / "content" / name / "ferry.md").write_text(FERRY if name == "en" else FAEHRE, encoding="utf-8")
    (project / "checker.toml").write_text(
        '[[pairs]]\noriginal = "content/en/*.md"\ntranslation = "content/{lang}/*.md"\n', encoding="utf-8"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        places = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        outer = {"PATH": f"{path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": places}
        return subprocess.run(  # noqa: S603 - our own scripts
            ["bash", "-eo", "pipefail", "-c", script],  # noqa: S607
            cwd=project,
            env=os.environ | outer | variables,
            capture_output=True,
            text=True,
            check=False,
        )

    git = "git -c user.name=x -c user.email=x@example.invalid"
    done = run(
        f"git init -q -b main; git add .; {git} commit -qm first; git checkout -qb work; "
        f"sed -i s/12/31/ content/de/ferry.md; {git} commit -qam second"
    )
    assert done.returncode == 0, done.stderr
    return run


def checking() -> dict[str, Any]:
    """The step of the action that runs the checker."""
    (step,) = [step for step in ACTION["runs"]["steps"] if "checker ci" in step.get("run", "")]
    return dict(step)


def variables(**inputs: str) -> dict[str, str]:
    """The environment that GitHub would make of the inputs."""
    values = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
    found = {}
    for name, text in checking()["env"].items():
        match = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", text)
        assert match, text
        found[name] = values[match[1]]
    return found


def blocks(language: str) -> dict[str, Any]:
    """The examples of the documentation by their first line."""
    found = re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)
    return {text.splitlines()[0]: text for text in found}


def test_the_action(shell: Shell, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("", encoding="utf-8")
    given = variables(**{"changed-since": "main"}) | {"GITHUB_STEP_SUMMARY": str(summary)}
    done = shell(checking()["run"], **given)
    assert (done.returncode, done.stderr) == (1, "")
    annotations = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert [line.split(",")[0] for line in annotations] == ["::error file=content/de/ferry.md"]
    assert summary.read_text(encoding="utf-8").startswith("**1 difference to look at in 2 stories")
    log = json.loads((tmp_path / "project" / "checker.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 1
    assert shell("sed -i s/31/12/ content/de/ferry.md; " + checking()["run"], **given).returncode == 0


def test_no_input_of_the_action_becomes_a_command(shell: Shell, tmp_path: Path) -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    harm = '"; touch owned; $(touch owned) `touch owned`'
    given = variables(**{"changed-since": harm}) | {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    done = shell(checking()["run"], **given)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "project" / "owned").exists()


def test_every_step_of_the_action_can_run() -> None:
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert "run" not in step or step["shell"] == "bash"


def test_the_hook(shell: Shell) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["language"] == "python"
    assert shell(f"{hook['entry']} content/fr/ferry.md").returncode == 0
    done = shell(f"{hook['entry']} content/de/ferry.md checker.toml")
    assert done.returncode == 1
    assert "31 against 12" in done.stdout
    (repository,) = yaml.safe_load(blocks("yaml")["# .pre-commit-config.yaml"])["repos"]
    assert [used["id"] for used in repository["hooks"]] == [hook["id"]]


def test_the_job(shell: Shell, tmp_path: Path) -> None:
    job = yaml.safe_load(blocks("yaml")["# .gitlab-ci.yml"])["facts"]
    done = shell("\n".join(job["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA="main")
    assert (done.returncode, done.stderr) == (1, "")
    project = tmp_path / "project"
    (issue,) = json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert issue["location"] == {"path": "content/de/ferry.md", "lines": {"begin": 3}}
    assert 'failures="1"' in (project / job["artifacts"]["reports"]["junit"]).read_text(encoding="utf-8")
    assert (project / job["cache"]["paths"][0]).is_dir()


def test_the_workflow_gives_the_action_what_it_knows() -> None:
    workflow = yaml.safe_load(blocks("yaml")["# .github/workflows/translations.yml"])
    steps = workflow["jobs"]["facts"]["steps"]
    (own,) = [step for step in steps if "story-checker" in step["uses"]]
    assert set(own["with"]) <= set(ACTION["inputs"])
    assert steps[-1]["with"]["sarif_file"] == ACTION["inputs"]["sarif"]["default"]


def test_the_configuration_of_the_documentation_is_one(tmp_path: Path) -> None:
    (text,) = [text for text in blocks("toml").values() if "[[pairs]]" in text]
    (tmp_path / "checker.toml").write_text(text, encoding="utf-8")
    config = read(tmp_path / "checker.toml")
    assert (config.fail_on, len(config.pairs)) == (("variant",), 2)


def test_every_option_that_is_written_of_is_one() -> None:
    written = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", DOCS))
    assert written <= OPTIONS
