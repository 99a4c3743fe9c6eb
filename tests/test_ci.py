"""The pairs of a project, checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker import settled
from checker.cli import main
from checker.language import Parser
from checker.suppressions import Ground

ROOT = Path(__file__).parents[1]
CONFIG = '[[pairs]]\noriginal = "content/en/**/*.md"\ntranslation = "content/{lang}/**/*.md"\n'
FERRY = "# Ferry sinks\n\nA ferry sank off Port Marrow on Monday, killing 12 people, police said.\n"
FAEHRE = "# Fähre gesunken\n\nEine Fähre sank am Montag vor Port Marrow, 12 Menschen starben, teilte die Polizei mit.\n"
BAC = "# Un bac coule\n\nUn bac a coulé lundi au large de Port Marrow, tuant 12 personnes, a indiqué la police.\n"
PONT = "# Le pont ouvre\n\nLe pont de Halden a coûté 57 millions de dollars et quatre ans, a dit le maire.\n"
BRIDGE = "# Bridge opens\n\nThe bridge at Halden cost $57 million and took four years, the mayor said.\n"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parser: Parser) -> Run:
    """Runs the command in a project with three pairs, of which one disagrees; the language is loaded once for all."""
    monkeypatch.setattr("checker.pipeline.Parser", lambda *_: parser)
    monkeypatch.chdir(tmp_path)
    put("checker.toml", CONFIG)
    for name, text in (("en/ferry", FERRY), ("en/x/bridge", BRIDGE), ("de/ferry", FAEHRE), ("fr/x/bridge", PONT)):
        put(f"content/{name}.md", text)
    put("content/fr/ferry.md", BAC.replace("12", "31"))
    return lambda *arguments, **extra: CliRunner().invoke(main, ["ci", *map(str, arguments)], **extra)


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def events(result: Result) -> list[list[str]]:
    return [event["stories"] for event in json.loads(result.stdout)["events"]]


def refused(result: Result, *parts: str) -> None:
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("checker: error: ")
    for part in parts:
        assert part in line


# --- the whole way ---


def test_one_report_over_all_pairs(run: Run) -> None:
    result = run("--format", "json", "--format", "html=r.html", "--format", "junit=r.xml")
    assert (result.exit_code, result.stderr) == (1, "")
    assert events(result) == [
        ["content/de/ferry.md", "content/en/ferry.md"],
        ["content/en/ferry.md", "content/fr/ferry.md"],
        ["content/en/x/bridge.md", "content/fr/x/bridge.md"],
    ]
    form = json.loads(result.stdout)
    assert form["mode"] == "translation"
    assert [(story["name"], story["language"]) for story in form["stories"]] == [
        ("content/de/ferry.md", "de"),
        ("content/en/ferry.md", "en"),
        ("content/en/x/bridge.md", "en"),
        ("content/fr/ferry.md", "fr"),
        ("content/fr/x/bridge.md", "fr"),
    ]
    assert "31 against 12" in Path("r.html").read_text(encoding="utf-8")
    assert 'tests="3" failures="1"' in Path("r.xml").read_text(encoding="utf-8")


def test_the_finding_stands_at_its_line_of_the_translation(run: Run) -> None:
    (line,) = run("--format", "github").stdout.splitlines()
    assert line.startswith(
        "::error file=content/fr/ferry.md,line=3,endLine=3,col=53,endColumn=54,title=count.translated::"
    )
    assert line.endswith("Compare content/en/ferry.md:3.")


def test_the_fix_passes(run: Run) -> None:
    put("content/fr/ferry.md", BAC)
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "--html" not in result.stdout


def test_from_a_folder_inside_and_from_outside(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path / "content" / "de")
    assert events(run("--format", "json"))[0] == ["content/de/ferry.md", "content/en/ferry.md"]
    monkeypatch.chdir(tmp_path.parent)
    result = run("--format", "json", "--config", tmp_path / "checker.toml")
    assert events(result)[0][0] == f"{tmp_path.name}/content/de/ferry.md"


def test_forms_of_the_configuration(run: Run) -> None:
    put("checker.toml", f'formats = ["github", "sarif=out.sarif"]\n{CONFIG}')
    assert run().stdout.startswith("::error ")
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "::error" not in run("--format", "text").stdout


# --- what is chosen ---


@pytest.mark.parametrize(
    ("files", "number"),
    [
        (["content/fr/ferry.md"], 1),
        (["content/en/ferry.md"], 2),
        (["content/en/ferry.md", "content/fr/x/bridge.md"], 3),
        (["checker.toml"], 0),
        (["content/nowhere.md", "/dev/null"], 0),
    ],
)
def test_only_the_pairs_of_some_files(run: Run, files: list[str], number: int) -> None:
    assert len(events(run(*files, "--format", "json"))) == number


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch, run: Run) -> Callable[..., None]:  # noqa: ARG001 - makes the project
    """Runs git in the project, which is committed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    name = ["-c", "user.name=x", "-c", "user.email=x@example.invalid"]

    def call(*arguments: str) -> None:
        subprocess.run(["git", *name, *arguments], check=True, capture_output=True)  # noqa: S603, S607

    put(".gitignore", "r.*\n")
    for arguments in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "first")):
        call(*arguments)
    return call


@pytest.mark.usefixtures("git")
def test_nothing_changed(run: Run) -> None:
    result = run("--changed-since", "main", "--format", "json")
    assert (result.exit_code, events(result), result.stderr) == (0, [], "")


@pytest.mark.usefixtures("git")
def test_only_what_changed_is_read(run: Run) -> None:
    put("content/de/ferry.md", FAEHRE + "\nDie Suche geht weiter.\n")
    result = run("--changed-since", "HEAD", "--format", "json")
    assert (result.exit_code, events(result)) == (0, [["content/de/ferry.md", "content/en/ferry.md"]])
    put("content/en/ferry.md", FERRY + "\nThe search goes on.\n")
    assert len(events(run("--changed-since", "HEAD", "--format", "json"))) == 2


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("name", ["checker.toml", "known.json", "s.toml", "ours/person.toml"])
def test_when_what_judges_changed_all_pairs_are_checked(run: Run, name: str) -> None:
    keys = 'baseline = "known.json"\nsuppressions = "s.toml"\nrules = ["ours"]\n'
    put("known.json", '{"version": 1, "findings": []}')
    put("s.toml", "")
    put("ours/person.toml", "")
    put("checker.toml", keys + CONFIG)
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@y.invalid", "add", "."], check=True)  # noqa: S607
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@y.invalid", "commit", "-qm", "2"], check=True)  # noqa: S607
    assert events(run("--changed-since", "HEAD", "--format", "json")) == []
    put(name, Path(name).read_text(encoding="utf-8") + "\n")
    assert len(events(run("--changed-since", "HEAD", "--format", "json"))) == 3


def test_without_a_repository_it_is_one_line(run: Run) -> None:
    refused(run("--changed-since", "main"), "not a git repository")


@pytest.mark.usefixtures("git")
def test_a_revision_that_is_not_there_is_one_line(run: Run) -> None:
    refused(run("--changed-since", "nowhere"), "nowhere")
    refused(run("--changed-since", "--help"), "--help")


# --- what cannot be read ---


def test_a_pair_that_cannot_be_read_costs_only_itself(run: Run) -> None:
    Path("content/de/ferry.md").write_bytes(bytes(range(256)))
    Path("content/fr/x/bridge.md").write_bytes(b"")
    result = run("--format", "json", "--format", "junit=r.xml", "--format", "github=r.txt")
    assert result.exit_code == 2
    assert events(result) == [["content/en/ferry.md", "content/fr/ferry.md"]]
    assert [line.split(": ")[:3] for line in result.stderr.splitlines()] == [
        ["checker", "left out", "content/de/ferry.md"],
        ["checker", "left out", "content/fr/x/bridge.md"],
    ]
    assert 'errors="2"' in Path("r.xml").read_text(encoding="utf-8")
    assert Path("r.txt").read_text(encoding="utf-8").startswith("::error::content/de/ferry.md: ")


def test_an_original_is_named_once(run: Run) -> None:
    Path("content/en/ferry.md").write_bytes(b"\n")
    result = run("--format", "json")
    assert (result.exit_code, len(events(result))) == (2, 1)
    assert result.stderr == "checker: left out: content/en/ferry.md: empty\n"


@pytest.mark.parametrize(
    ("config", "parts"),
    [
        ("pear = 1", ("checker.toml", "pear")),
        (f'[severities]\n"no.rule" = "note"\n{CONFIG}', ("checker.toml", "severities.no.rule")),
        (f'formats = ["pdf"]\n{CONFIG}', ("checker.toml", "formats", "pdf")),
        (f'formats = ["text", "json"]\n{CONFIG}', ("checker.toml", "formats", "text and json")),
        (f'formats = ["json=nowhere/x"]\n{CONFIG}', ("nowhere",)),
        (f'rules = ["nowhere"]\n{CONFIG}', ("nowhere: not a folder",)),
        (f'suppressions = "nowhere"\n{CONFIG}', ("nowhere",)),
        (f'baseline = "content"\n{CONFIG}', ("content",)),
        (CONFIG.replace("content/en", "nowhere"), ("checker.toml: pairs[0]", "nowhere")),
    ],
)
def test_what_cannot_be_used_is_one_line(run: Run, config: str, parts: tuple[str, ...]) -> None:
    put("checker.toml", config)
    refused(run("--no-cache"), *parts)


def test_no_configuration(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("checker.toml").unlink()
    refused(run(), "no checker.toml")
    refused(run("--config", "other.toml"), "other.toml")
    monkeypatch.chdir(tmp_path.parent)


@pytest.mark.parametrize("target", ["content/fr/ferry.md", "checker.toml", "nowhere/x", "content"])
def test_nothing_that_is_read_is_written_over(run: Run, target: str) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*.*") if path.is_file()}
    refused(run("--format", f"json={target}"), target)
    refused(run("--write-baseline", target), target)
    refused(run("--format", "json=x", "--format", "text=x"), "x")
    assert {path: path.read_bytes() for path in Path().rglob("*.*") if path.is_file()} == before


def test_a_name_that_is_no_text(run: Run) -> None:
    for language in ("en", "de"):
        Path(os.fsdecode(f"content/{language}/".encode() + b"\xff.md")).write_text(FERRY, encoding="utf-8")
    result = run("--format", "json", "--format", "sarif=r.sarif", "--format", "junit=r.xml", "--format", "html=r.html")
    assert ["content/de/?.md", "content/en/?.md"] in events(result)


# --- what was decided ---


def test_a_baseline_need_not_be_there_yet(run: Run) -> None:
    put("checker.toml", f'baseline = "known.json"\n{CONFIG}')
    assert run("--write-baseline", "known.json").exit_code == 1
    result = run("--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert '"known": true' in result.stdout
    put("content/fr/ferry.md", BAC)
    assert "known.json: stale" in run().stderr
    assert run("content/fr/ferry.md").stderr == ""
    put("content/fr/ferry.md", BAC.replace("12", "32"))
    assert run().exit_code == 1


def test_suppressions_in_a_file_and_beside_the_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        settled,
        "grounds",
        lambda rules, *, whole=True: Ground(date(2026, 6, 1), {rule.id for rule in rules}, whole),
    )
    entry = (
        '[[suppress]]\nrule = "count.translated"\nuntil = 2026-12-31\nreason = "Later."\nfiles = ["content/fr/*.md"]\n'
    )
    put("s.toml", entry)
    result = run("--suppressions", "s.toml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Suppressed: 1 finding" in result.stdout
    comment = "<!-- checker: ignore count.translated until=2026-12-31 reason=Later. -->"
    put("content/fr/ferry.md", BAC.replace("12", "31").replace("\nUn bac a", f"\n{comment}\nUn bac a"))
    result = run("--format", "sarif")
    assert (result.exit_code, result.stderr) == (0, "")
    (found,) = json.loads(result.stdout)["runs"][0]["results"]
    assert found["suppressions"][0]["kind"] == "inSource"
    put("content/fr/ferry.md", Path("content/fr/ferry.md").read_text(encoding="utf-8").replace("2026-12", "2026-05"))
    result = run()
    assert result.exit_code == 1
    assert (
        result.stderr == "checker: content/fr/ferry.md:3: the suppression of count.translated expired on 2026-05-31\n"
    )


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ('fail-on = "never"\n', 0),
        ('fail-on = "error"\n', 1),
        ('severities = {"count.translated" = "warning"}\nfail-on = "error"\n', 0),
        ('severities = {"count.translated" = "none"}\n', 0),
    ],
)
def test_what_fails(run: Run, keys: str, code: int) -> None:
    put("checker.toml", keys + CONFIG)
    assert run().exit_code == code
    assert run("--fail-on", "never").exit_code == 0


# --- what is kept ---


def started(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which says at its end whether spaCy was loaded."""
    code = (
        "import sys, checker.cli\n"
        "try: checker.cli.main(sys.argv[1:])\n"
        "finally: print('loaded:', 'spacy' in sys.modules, file=sys.stderr)"
    )
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.usefixtures("run")
def test_a_second_run_does_not_load_the_language() -> None:
    first = started("ci", "--format", "html=r.html")
    page = Path("r.html").read_bytes()
    second = started("ci", "--format", "html=r.html")
    assert (first.returncode, first.stderr) == (1, "loaded: True\n")
    assert (second.returncode, second.stderr) == (1, "loaded: False\n")
    assert Path("r.html").read_bytes() == page
    put("content/de/ferry.md", FAEHRE + "\nDie Suche geht weiter.\n")
    assert started("ci", "content/de/ferry.md").stderr == "loaded: True\n"


@pytest.mark.usefixtures("run")
def test_nor_does_a_second_check() -> None:
    put("other.md", FERRY.replace("12", "31"))
    files = ["content/en/ferry.md", "other.md"]
    arguments = ["check", *files, "--same-event", "--cache", "kept", "--format", "json"]
    first, second = started(*arguments), started(*arguments)
    assert (first.returncode, first.stderr) == (1, "loaded: True\n")
    assert (second.returncode, second.stderr, second.stdout) == (1, "loaded: False\n", first.stdout)
    assert started(*arguments, "--mode", "translation").stderr == "loaded: True\n"


def test_without_keeping_anything(run: Run) -> None:
    assert run("content/de/ferry.md", "--no-cache").exit_code == 0
    assert not Path(".checker-cache").exists()


def test_the_folder_of_the_configuration_or_the_option(run: Run) -> None:
    put("checker.toml", f'cache = "kept"\n{CONFIG}')
    run("content/de/ferry.md")
    run("content/de/ferry.md", "--cache", "other")
    assert sorted(path.name for path in Path().iterdir()) == ["checker.toml", "content", "kept", "other"]
    put("checker.toml", f"cache = false\n{CONFIG}")
    run("content/de/ferry.md")
    assert not Path(".checker-cache").exists()


def test_same_bytes_with_and_without_what_is_kept(run: Run) -> None:
    forms = [
        part
        for form in ("json", "sarif", "junit", "gitlab", "markdown", "html")
        for part in ("--format", f"{form}=r.{form}")
    ]
    outcomes = []
    for options in (["--no-cache"], [], []):
        run(*forms, *options)
        outcomes.append({path.name: path.read_bytes() for path in Path().glob("r.*")})
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert len(outcomes[0]) == 6
