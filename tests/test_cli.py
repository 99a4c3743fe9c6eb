from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import checker.pipeline
from checker import Report, Story, __version__
from checker.cli import main
from checker.executors import Executor, Here
from checker.model import Comparison, Event, Mode, Verdict
from checker.rules import load

ROOT = Path(__file__).parents[1]
EVENT = ROOT / "seeds" / "defence-ministers"
LEFT = (
    "Ferry sinks off Port Marrow\n\n"
    "PORT MARROW, May 4 (Test Wire) - A ferry sank off Port Marrow on Monday, killing 12 people, police said.\n"
)
RIGHT = LEFT.replace("12", "31")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a folder of its own, where a.txt and b.txt disagree."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LEFT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RIGHT, encoding="utf-8")
    return lambda *arguments, **extra: CliRunner().invoke(main, [str(argument) for argument in arguments], **extra)


class FakeChecker:
    """Finds one difference of a given verdict, at once."""

    verdict: Verdict = "agree"
    last: dict[str, Any]

    def __init__(
        self, mode: Mode, rules: tuple[Path, ...], model: str | None = None, glossary: tuple[Path, ...] = ()
    ) -> None:
        assert glossary == ()
        self.mode: Mode = mode
        self.ruleset = load(rules)
        type(self).last = {"mode": mode, "model": model}

    def check(
        self,
        stories: list[Story],
        *,
        same_event: bool,
        draft: str | None,
        events: Sequence[Sequence[str]],
        executor: Executor,
    ) -> Report:
        assert isinstance(executor, Here)
        type(self).last |= {"stories": stories, "same_event": same_event, "draft": draft, "events": events}
        row = Comparison("count", self.verdict, "value", "", "none", "", "", (), "f")
        names = tuple(story.name for story in stories)
        return Report(self.mode, "fake 1.0", tuple(stories), (Event("0", names, (row,)),))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeChecker]:
    """Takes the place of the whole pipeline."""
    monkeypatch.setattr(checker.pipeline, "Checker", FakeChecker)
    monkeypatch.setattr(FakeChecker, "verdict", "agree")
    return FakeChecker


def _refused(result: Result, *parts: str) -> None:
    """Exit code 2, one line on standard error that holds these parts, nothing on standard output."""
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("checker: error: ")
    for part in parts:
        assert part in line


# --- the whole way, with the real pipeline ---


def test_two_stories_that_disagree(run: Run) -> None:
    result = run("check", "a.txt", "b.txt", "--same-event", "--html", "report.html")
    assert result.exit_code == 1
    assert "12" in result.stdout
    assert "31" in result.stdout
    assert "\x1b" not in result.stdout
    assert Path("report.html").read_text(encoding="utf-8").lstrip().startswith("<!")


def test_a_story_against_itself(run: Run) -> None:
    Path("b.txt").write_text(LEFT, encoding="utf-8")
    assert run("check", "a.txt", "b.txt", "--same-event").exit_code == 0


def test_a_bad_file_costs_only_itself_when_the_run_keeps_going(run: Run) -> None:
    for number in range(20):
        Path(f"good-{number:02}.txt").write_text(LEFT, encoding="utf-8")
    Path("bad.txt").write_bytes(bytes(range(256)))
    result = run("check", *sorted(Path().glob("good-*")), "bad.txt", "--keep-going", "--format", "json")
    assert result.exit_code == 0
    assert [line for line in result.stderr.splitlines() if "bad.txt" in line] == result.stderr.splitlines() != []
    names = [story["name"] for story in json.loads(result.stdout)["stories"]]
    assert names == [f"good-{number:02}.txt" for number in range(20)]


def test_same_bytes_whatever_the_order_and_the_hash_seed(tmp_path: Path) -> None:
    files = sorted(EVENT.glob("*.txt"))
    outcomes = []
    for seed, given in (("1", files), ("2", files[::-1])):
        folder = tmp_path / seed
        folder.mkdir()
        done = subprocess.run(  # noqa: S603 - our own command
            [
                sys.executable,
                "-m",
                "checker",
                "check",
                *given,
                "--html",
                "a.html",
                "--format",
                "json",
                "--output",
                "a.json",
            ],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
        outcomes.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert outcomes[0] == outcomes[1]
    assert sorted(outcomes[0]) == ["a.html", "a.json"]


def test_a_closed_pipe_is_no_disaster(run: Run) -> None:
    run()
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "checker", "rules"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode not in (0, 1, 2)


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["rules"], ["rule", load().rules[0].id]])
def test_start_up_is_light(arguments: list[str]) -> None:
    code = (
        "import sys, checker.cli\n"
        "try: checker.cli.main(sys.argv[1:])\n"
        "except SystemExit as end: assert not end.code\n"
        "assert not {'spacy', 'numpy', 'rich', 'rapidfuzz', 'jinja2', 'trafilatura'} & set(sys.modules)"
    )
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )


# --- exit codes ---


@pytest.mark.parametrize(
    ("verdict", "fail_on", "code"),
    [
        ("agree", [], 0),
        ("compatible", [], 0),
        ("undecided", [], 0),
        ("undecided", ["update"], 0),
        ("update", [], 1),
        ("variant", [], 1),
        ("missing", [], 1),
        ("conflict", [], 1),
        ("conflict", ["never"], 0),
        ("update", ["variant"], 0),
        ("variant", ["variant"], 1),
        ("conflict", ["variant"], 1),
        ("variant", ["missing"], 0),
        ("missing", ["conflict"], 0),
        ("conflict", ["conflict"], 1),
        ("variant", ["conflict", "variant"], 1),
        ("conflict", ["never", "conflict"], 1),
    ],
)
def test_exit_code(run: Run, fake: type[FakeChecker], verdict: Verdict, fail_on: list[str], code: int) -> None:
    fake.verdict = verdict
    options = [part for name in fail_on for part in ("--fail-on", name)]
    assert run("check", "a.txt", "b.txt", "--format", "json", *options).exit_code == code


def test_interrupted(run: Run, fake: type[FakeChecker], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fake, "check", interrupt)
    assert run("check", "a.txt", "b.txt", "--output", "report.txt").exit_code == 130
    assert not Path("report.txt").exists()


# --- what cannot be used ---


@pytest.mark.parametrize("data", [None, b"", b" \n\n", b"\x00\x01\x02" * 100, b"%PDF-1.7 text"])
def test_a_story_that_cannot_be_read_is_named(run: Run, data: bytes | None) -> None:
    if data is not None:
        Path("bad.txt").write_bytes(data)
    _refused(run("check", "a.txt", "bad.txt", "--html", "report.html"), "bad.txt")
    assert not Path("report.html").exists()


def test_every_bad_story_has_its_line(run: Run) -> None:
    result = run("check", "c.txt", "a.txt", "d.txt")
    assert result.exit_code == 2
    assert ["c.txt" in line or "d.txt" in line for line in result.stderr.splitlines()] == [True, True]


def test_nothing_left_to_check_is_an_error_even_when_the_run_keeps_going(run: Run) -> None:
    _refused(run("check", "c.txt", "--keep-going"), "c.txt")


def test_the_message_holds_no_terminal_commands(run: Run) -> None:
    _refused(run("check", "\x1b[31mred\nnext.txt"), "red")
    assert "\x1b" not in run("check", "\x1b[31mred.txt").stderr


@pytest.mark.parametrize("option", ["--html", "--output"])
def test_a_missing_folder_is_named_before_the_work(run: Run, fake: type[FakeChecker], option: str) -> None:
    fake.last = {}
    _refused(run("check", "a.txt", "b.txt", option, "nowhere/report"), "nowhere")
    assert fake.last == {}
    assert not Path("nowhere").exists()


@pytest.mark.usefixtures("fake")
def test_a_story_is_not_written_over(run: Run) -> None:
    _refused(run("check", "a.txt", "b.txt", "--output", "./a.txt"), "a.txt")
    assert Path("a.txt").read_text(encoding="utf-8") == LEFT


@pytest.mark.usefixtures("fake")
def test_page_and_output_need_two_files(run: Run) -> None:
    _refused(run("check", "a.txt", "b.txt", "--html", "x", "--output", "x"), "x")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "STORY"),
        (["a.txt", "--bogus"], "--bogus"),
        (["a.txt", "--mode", "proof"], "proof"),
        (["a.txt", "--format", "pdf"], "pdf"),
        (["a.txt", "--fail-on", "agree"], "agree"),
        (["a.txt", "b.txt", "--mode", "draft"], "--draft"),
        (["a.txt", "b.txt", "--mode", "translation", "--draft", "a.txt"], "--draft"),
        (["a.txt", "b.txt", "--published", "a.txt"], "NAME=DATE"),
        (["a.txt", "b.txt", "--events", "none.events"], "none.events: No such file"),
        (["a.txt", "b.txt", "--events", "a.txt", "--same-event"], "exclude each other"),
        (["a.txt", "b.txt", "--published", "a.txt=17 May"], "NAME=DATE"),
        (["a.txt", "b.txt", "--published", "c.txt=2026-05-04"], "a.txt, b.txt"),
        (["a.txt", "b.txt", "--rules", "nowhere"], "nowhere"),
    ],
)
@pytest.mark.usefixtures("fake")
def test_arguments_that_do_not_fit(run: Run, arguments: list[str], said: str) -> None:
    _refused(run("check", *arguments), said)


@pytest.mark.usefixtures("fake")
def test_a_broken_rule_file_is_named_with_its_key(run: Run) -> None:
    Path("ours").mkdir()
    Path("ours/odd.toml").write_text('[rule.odd]\nverdict = "wrong"\n', encoding="utf-8")
    for command in (["check", "a.txt"], ["rules"], ["rule", "odd.odd"]):
        _refused(run(*command, "--rules", "ours"), "odd.toml", "rule.odd")


def test_a_model_that_is_not_there_is_named(run: Run) -> None:
    _refused(run("check", "a.txt", "b.txt", "--same-event", "--model", "no_such_model"), "no_such_model")


# --- what the pipeline is given ---


def test_a_draft_is_read_from_anywhere_and_stands_first(run: Run, fake: type[FakeChecker]) -> None:
    assert run("check", "a.txt", "--draft", "b.txt", "--format", "json").exit_code == 0
    assert (fake.last["mode"], fake.last["draft"]) == ("draft", "b.txt")
    assert [story.name for story in fake.last["stories"]] == ["b.txt", "a.txt"]


def test_a_draft_among_the_stories_is_read_once(run: Run, fake: type[FakeChecker]) -> None:
    assert run("check", "a.txt", "b.txt", "--mode", "draft", "--draft", "./b.txt", "--format", "json").exit_code == 0
    assert fake.last["draft"] == "b.txt"
    assert len(fake.last["stories"]) == 2


@pytest.mark.usefixtures("fake")
def test_without_its_draft_no_run_keeps_going(run: Run) -> None:
    _refused(run("check", "a.txt", "b.txt", "--draft", "c.txt", "--keep-going"), "c.txt")


@pytest.mark.parametrize("name", ["a.txt", "a", "some/folder/a.txt"])
def test_a_date_is_given_by_name(run: Run, fake: type[FakeChecker], name: str) -> None:
    assert run("check", "a.txt", "b.txt", "--published", f"{name}=2026-05-04", "--format", "json").exit_code == 0
    assert [story.published for story in fake.last["stories"]] == [date(2026, 5, 4), None]


def test_a_story_comes_from_standard_input(run: Run, fake: type[FakeChecker]) -> None:
    assert run("check", "a.txt", "-", "--format", "json", input=RIGHT).exit_code == 0
    assert fake.last["stories"][1].text == RIGHT


# --- forms, suppressions ---


def test_several_forms_in_one_run(run: Run) -> None:
    forms = ["--format", "text", "--format", "sarif=a.sarif", "--format", "html=a.html"]
    result = run("check", "a.txt", "b.txt", "--same-event", *forms)
    assert result.exit_code == 1
    assert "Open a.html" in result.stdout
    (found,) = json.loads(Path("a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a.txt"
    assert place["region"]["startLine"] == 3


@pytest.mark.parametrize(
    ("options", "first"),
    [
        ([], "a.txt"),
        (["--draft", "b.txt"], "b.txt"),
        (["--draft", "a.txt"], "a.txt"),
        (["--mode", "translation"], "b.txt"),
    ],
)
def test_a_draft_and_a_translation_are_what_is_mended(run: Run, options: list[str], first: str) -> None:
    result = run("check", "a.txt", "b.txt", "--same-event", "--format", "github", *options)
    assert result.stdout.startswith(f"::error file={first},line=3,")


def test_files_are_named_as_seen_from_here(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text(RIGHT, encoding="utf-8")
    options = ["--same-event", "--mode", "translation", "--format", "github"]
    assert "file=sub/c.txt," in run("check", "a.txt", tmp_path / "sub" / "c.txt", *options).stdout
    assert "file=sub/c.txt," in run("check", "./a.txt", "sub/../sub", *options).stdout
    page = f"<html><body><h1>Ferry sinks off Port Marrow</h1><p>{RIGHT.splitlines()[2]}</p></body></html>"
    (tmp_path / "d.html").write_text(page, encoding="utf-8")
    assert run("check", "a.txt", "d.html", *options).stdout.startswith("::error file=d.html,line=1,endLine=1,")


def test_a_suppression(run: Run) -> None:
    Path("s.toml").write_text(
        '[[suppress]]\nrule = "count.value"\nuntil = 9999-12-31\nreason = "Agreed."\n', encoding="utf-8"
    )
    result = run("check", "a.txt", "b.txt", "--same-event", "--suppressions", "s.toml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Suppressed: 1 finding" in result.stdout
    Path("s.toml").write_text("[[suppress]]\n", encoding="utf-8")
    _refused(run("check", "a.txt", "b.txt", "--suppressions", "s.toml"), "s.toml", "suppress[0].rule")


def test_a_comment_beside_the_text(run: Run) -> None:
    comment = "<!-- checker: ignore count.value until=9999-12-31 reason=Agreed. -->"
    Path("b.txt").write_text(RIGHT.replace("\n\n", f"\n\n{comment}\n"), encoding="utf-8")
    result = run("check", "a.txt", "b.txt", "--same-event")
    assert (result.exit_code, result.stderr) == (0, "")
    Path("b.txt").write_text(LEFT.replace("\n\n", f"\n\n{comment}\n"), encoding="utf-8")
    result = run("check", "a.txt", "b.txt", "--same-event")
    assert (result.exit_code, result.stderr) == (
        0,
        "checker: b.txt:3: stale, the suppression of count.value answers nothing in this run\n",
    )


@pytest.mark.usefixtures("fake")
def test_two_forms_need_two_places(run: Run) -> None:
    _refused(run("check", "a.txt", "b.txt", "--format", "text", "--format", "json"), "text and json")
    _refused(run("check", "a.txt", "b.txt", "--format", "json=x", "--format", "text=x"), "x")
    _refused(run("check", "a.txt", "b.txt", "--format", "json=a.txt"), "a.txt")


# --- what is known ---


def _baseline(*findings: dict[str, Any]) -> None:
    Path("known.json").write_text(json.dumps({"version": 1, "findings": list(findings)}), encoding="utf-8")


def test_known_findings_fail_no_run(run: Run) -> None:
    assert run("check", "a.txt", "b.txt", "--same-event", "--write-baseline", "known.json").exit_code == 1
    entry = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"][0]
    _baseline(entry | {"note": "Confirmed."})
    result = run("check", "a.txt", "b.txt", "--same-event", "--baseline", "known.json")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "Known: 1 finding in the baseline\n    Deaths: 12 people / 31 people\n      Confirmed.\n" in result.stdout
    Path("b.txt").write_text(LEFT.replace("12", "32"), encoding="utf-8")
    arguments = ["check", "a.txt", "b.txt", "--same-event", "--baseline", "known.json"]
    result = run(*arguments, "--write-baseline", "known.json")
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"checker: known.json: stale, nothing in this run answers {entry['rule']} (12 people / 31 people)\n"
    )
    assert run(*arguments).exit_code == 0


@pytest.mark.usefixtures("fake")
def test_stale_entries_are_counted_when_there_are_many(run: Run) -> None:
    form = {"fingerprint": "0", "rule": "person.x", "field": "person", "values": ["\x1b[2J"]}
    _baseline(*(form | {"fingerprint": str(number)} for number in range(1, 9)))
    result = run("check", "a.txt", "b.txt", "--baseline", "known.json")
    assert result.exit_code == 0
    (line,) = result.stderr.splitlines()
    assert line.endswith("; 3 more")
    assert line.count("person.x") == 5
    assert "\x1b" not in line


@pytest.mark.usefixtures("fake")
def test_a_baseline_keeps_its_notes(run: Run, fake: type[FakeChecker]) -> None:
    fake.verdict = "conflict"
    _baseline({"fingerprint": "f", "rule": "r", "field": "count", "values": [], "note": "Kept."})
    run("check", "a.txt", "b.txt", "--write-baseline", "known.json", "--format", "json")
    assert json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"][0]["note"] == "Kept."


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_a_bad_baseline_is_named_before_the_work(run: Run, fake: type[FakeChecker], option: str) -> None:
    fake.last = {}
    Path("known.json").write_text('{"version": 2}', encoding="utf-8")
    _refused(run("check", "a.txt", "b.txt", option, "known.json"), "known.json", "version")
    assert fake.last == {}
    assert Path("known.json").read_text(encoding="utf-8") == '{"version": 2}'


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--baseline", "known.json", "--html", "known.json"),
        ("--baseline", "known.json", "--output", "./known.json"),
        ("--write-baseline", "a.txt"),
        ("--write-baseline", "x.json", "--output", "x.json"),
        ("--draft", "known.json", "--html", "known.json"),
        ("--baseline", "none.json"),
    ],
)
def test_nothing_is_written_over(run: Run, arguments: tuple[str, ...]) -> None:
    _baseline()
    _refused(run("check", "a.txt", "b.txt", *arguments), arguments[1].removeprefix("./"))
    assert json.loads(Path("known.json").read_text(encoding="utf-8")) == {"version": 1, "findings": []}


# --- the page is opened ---


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What was given to the browser; temporary files lie in the test's folder."""
    pages: list[str] = []

    def browse(url: str) -> bool:
        pages.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return pages


@pytest.mark.usefixtures("fake")
def test_the_page_is_opened(run: Run, opened: list[str], tmp_path: Path) -> None:
    result = run("check", "a.txt", "b.txt", "--html", "my report.html", "--open")
    assert opened == [f"{tmp_path.resolve().as_uri()}/my%20report.html"]
    assert result.stderr == ""
    assert result.stdout.endswith("\nOpen my report.html\n")


@pytest.mark.usefixtures("fake")
def test_without_a_place_the_page_is_a_temporary_file_that_stays(run: Run, opened: list[str]) -> None:
    result = run("check", "a.txt", "b.txt", "--open", "--format", "json")
    (url,) = opened
    page = Path(url.removeprefix("file://"))
    assert result.exit_code == 0
    assert json.loads(result.stdout)
    assert result.stderr == f"checker: the page is {page}\n"
    assert page.read_text(encoding="utf-8").lstrip().startswith("<!")
    assert page.parent.stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("fake", "opened")
def test_no_browser_is_no_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    result = run("check", "a.txt", "b.txt", "--html", "r.html", "--open")
    assert result.exit_code == 0
    assert result.stderr == "checker: no browser was found to open r.html\n"


@pytest.mark.usefixtures("fake")
def test_nothing_is_opened_unasked(run: Run, opened: list[str]) -> None:
    result = run("check", "a.txt", "b.txt", "--html", "r.html")
    assert opened == []
    assert result.stdout.endswith("\nOpen r.html\n")
    assert run("check", "a.txt", "b.txt").stdout.endswith("\nFor a page to read add --open, or --html report.html\n")


def test_nothing_is_opened_when_the_run_is_refused(run: Run, opened: list[str], tmp_path: Path) -> None:
    _refused(run("check", "c.txt", "--open"), "c.txt")
    assert opened == []
    assert not list(tmp_path.glob("checker-*"))


@pytest.mark.usefixtures("fake")
def test_markdown(run: Run) -> None:
    assert run("check", "a.txt", "b.txt", "--format", "markdown").stdout.startswith("**No differences found")


@pytest.mark.usefixtures("fake")
def test_output_to_a_file_says_nothing(run: Run) -> None:
    result = run("check", "a.txt", "b.txt", "--format", "json", "--output", "a.json")
    assert (result.exit_code, result.output) == (0, "")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["model"] == "fake 1.0"


# --- rules and help ---


def test_version(run: Run) -> None:
    assert run("--version").output == f"checker {__version__}\n"


def test_no_command_shows_the_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "rules" in result.output


def test_rules_lists_every_rule(run: Run) -> None:
    result = run("rules")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == [rule.id for rule in load().rules]


def test_rules_lists_the_users_own(run: Run) -> None:
    Path("ours").mkdir()
    text = '[rule.odd]\nverdict = "conflict"\nseverity = "error"\nmessage = "Odd."\nwhy = "Because."\n'
    Path("ours/odd.toml").write_text(text, encoding="utf-8")
    assert "odd.odd " in run("rules", "--rules", "ours").output
    assert "Because." in run("rule", "odd.odd", "--rules", "ours").output


def test_rule_explains(run: Run) -> None:
    rule = load().rules[0]
    result = run("rule", rule.id)
    assert result.exit_code == 0
    said = " ".join(result.output.split())
    for part in (rule.id, rule.verdict, rule.severity, rule.message, rule.why, *rule.fires[0], *rule.silent[0]):
        assert " ".join(part.split()) in said


def test_an_unknown_rule_is_answered_with_the_nearest(run: Run) -> None:
    known = load().rules[0].id
    _refused(run("rule", f"{known}x"), f"{known}x", f" {known}")


def test_events_are_told_in_a_file(run: Run, fake: type[FakeChecker], tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(LEFT, encoding="utf-8")
    (tmp_path / "day.events").write_text("# the ferry\na\nsome/folder/b.txt\n\n\nc.txt\n", encoding="utf-8")
    assert run("check", "a.txt", "b.txt", "c.txt", "--events", "day.events").exit_code == 0
    assert fake.last["events"] == [["a.txt", "b.txt"], ["c.txt"]]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("a.txt\nd.txt\n", "day.events: line 2: d.txt: no story of this name"),
        ("a.txt\n\na\n", "day.events: line 3: a: stands in line 1 already"),
    ],
)
def test_a_file_of_events_that_cannot_be_used(run: Run, tmp_path: Path, lines: str, said: str) -> None:
    (tmp_path / "day.events").write_text(lines, encoding="utf-8")
    _refused(run("check", "a.txt", "b.txt", "--events", "day.events"), said)


def test_stories_left_out_may_stand_in_the_file_of_events(run: Run, fake: type[FakeChecker], tmp_path: Path) -> None:
    (tmp_path / "day.events").write_text("a.txt\nd.txt\n", encoding="utf-8")
    assert run("check", "a.txt", "b.txt", "--keep-going", "--events", "day.events").exit_code == 0
    assert fake.last["events"] == [["a.txt"]]
