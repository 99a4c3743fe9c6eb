"""Files that hold originals with their translations, among the pairs of a project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker import settled
from checker.cli import main
from checker.language import Parser
from checker.pipeline import Checker
from tests.test_ci import BAC, BRIDGE, FAEHRE, FERRY, PONT, events, put, started

CONFIG = '[[pairs]]\nbilingual = "locale/**/*.po"\n'
DOCUMENTS = '[[pairs]]\noriginal = "content/en/**/*.md"\ntranslation = "content/{lang}/**/*.md"\n'
HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
SHIPS = 'msgid "The port took {} ships in May."\nmsgstr "Im Mai liefen {} Schiffe den Hafen an."\n'
SUM = 'msgid "The quay cost {} million euros."\nmsgstr "Der Kai kostete {} Millionen Euro."\n'
NOTE = "checker: ignore {} until=2099-01-31 reason=The desk has the later count."

Run = Callable[..., Result]


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pairs are checked, each time that some are."""
    numbers: list[int] = []
    check_each = Checker.check_each

    def counted(self: Checker, pairs: list[object]) -> object:
        numbers.append(len(pairs))
        return check_each(self, pairs)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "check_each", counted)
    return numbers


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parser: Parser) -> Run:
    """Runs the command in a project with one catalogue; the language is loaded once for all."""
    monkeypatch.setattr("checker.pipeline.Parser", lambda *_: parser)
    monkeypatch.chdir(tmp_path)
    put("checker.toml", CONFIG)
    catalogue(SHIPS.format(131, 131), SUM.format(57, 57))
    return lambda *arguments: CliRunner().invoke(main, ["ci", *map(str, arguments)])


def catalogue(*entries: str, name: str = "locale/de/shop.po") -> None:
    put(name, "\n".join([HEAD, *entries]))


def test_every_unit_is_checked(run: Run) -> None:
    result = run("--format", "json")
    assert (result.exit_code, result.stderr, len(events(result))) == (0, "", 2)


def test_a_wrong_figure_stands_at_its_line(run: Run) -> None:
    catalogue(SUM.format(57, 57), SHIPS.format(131, 138))
    result = run("--format", "github")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(
        "::error file=locale/de/shop.po,line=10,endLine=10,col=23,endColumn=25,title=count.translated::138 against 131"
    )
    assert line.endswith("Compare locale/de/shop.po:9.")


def test_beside_documents_in_one_report(run: Run) -> None:
    put("checker.toml", CONFIG + DOCUMENTS)
    for name, text in (("en/ferry", FERRY), ("de/ferry", FAEHRE), ("fr/ferry", BAC)):
        put(f"content/{name}.md", text)
    result = run("--format", "json")
    assert (result.exit_code, len(events(result))) == (0, 4)
    assert events(run("content/fr/ferry.md", "--format", "json")) == [["content/en/ferry.md", "content/fr/ferry.md"]]
    assert len(events(run("locale/de/shop.po", "--format", "json"))) == 2


def test_a_file_that_cannot_be_read_costs_only_itself(run: Run) -> None:
    put("locale/fr/shop.po", "no such thing")
    put("locale/it/shop.po", "")
    result = run("--format", "json")
    assert (result.exit_code, len(events(result))) == (2, 2)
    assert result.stderr.splitlines() == [
        "checker: left out: locale/fr/shop.po: line 1: not a line of a PO file: no such thing",
        "checker: left out: locale/it/shop.po: empty",
    ]


def test_only_the_languages_that_are_named(run: Run) -> None:
    put("checker.toml", '[[pairs]]\nbilingual = "locale/{lang}/*.po"\nlanguages = ["fr"]\n')
    refused = run()
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        f"checker: error: {Path('checker.toml').resolve()}: pairs[0]: no file matches locale/{{lang}}/*.po\n"
    )
    catalogue(SHIPS.format(131, 138), name="locale/fr/shop.po")
    assert [name.partition(":")[0] for name in events(run("--format", "json"))[0]] == ["locale/fr/shop.po"] * 2


def test_what_somebody_has_still_to_look_at(run: Run) -> None:
    catalogue(f"#, fuzzy\n{SHIPS.format(131, 138)}", SUM.format(57, 57))
    assert run().exit_code == 0
    put("checker.toml", f"{CONFIG}fuzzy = true\n")
    assert run().exit_code == 1


# --- what is kept ---


def test_only_the_unit_that_changed_is_checked_again(run: Run, checks: list[int]) -> None:
    assert run().exit_code == 0
    catalogue("# A translator's remark that moves all lines.\n" + SHIPS.format(131, 131), SUM.format(57, 75))
    result = run("--format", "github")
    assert checks == [2, 1]
    assert result.stdout.startswith("::error file=locale/de/shop.po,line=11,")
    catalogue(SUM.format(57, 57), SHIPS.format(131, 131), name="locale/de/other.po")
    assert run().exit_code == 1
    assert checks == [2, 1]


def test_what_is_said_twice_is_checked_once(run: Run, checks: list[int]) -> None:
    for name in ("locale/de/a.po", "locale/de/b.po", "locale/de/shop.po"):
        catalogue(SHIPS.format(131, 138), name=name)
    lines = run("--format", "github", "--no-cache").stdout.splitlines()
    assert [line.partition("file=")[2].partition(",")[0] for line in lines] == [
        "locale/de/a.po",
        "locale/de/b.po",
        "locale/de/shop.po",
    ]
    assert checks == [1]


@pytest.mark.usefixtures("run")
def test_a_second_run_does_not_load_the_language() -> None:
    catalogue(SHIPS.format(131, 138), SUM.format(57, 57))
    arguments = ["--format", "html=r.html", "--format", "json"]
    first = started("ci", *arguments)
    page = Path("r.html").read_bytes()
    second = started("ci", *arguments)
    assert (first.returncode, first.stderr) == (1, "loaded: True\n")
    assert (second.returncode, second.stderr, second.stdout) == (1, "loaded: False\n", first.stdout)
    assert Path("r.html").read_bytes() == page
    again = started("units", "locale/de/shop.po", "--cache", ".checker-cache", "--format", "json")
    assert (again.returncode, again.stderr, again.stdout) == (1, "loaded: False\n", first.stdout)


@pytest.mark.usefixtures("run")
def test_in_several_processes_the_report_is_the_same() -> None:
    put("checker.toml", CONFIG + DOCUMENTS)
    for name, text in (("en/ferry", FERRY), ("de/ferry", FAEHRE), ("en/bridge", BRIDGE), ("fr/bridge", PONT)):
        put(f"content/{name}.md", text.replace("57 millions", "75 millions"))
    one = started("ci", "--no-cache", "--format", "json")
    many = started("ci", "--no-cache", "--format", "json", "--jobs", "2")
    assert one.returncode == many.returncode == 1
    assert one.stdout == many.stdout


# --- what is suppressed ---


@pytest.mark.parametrize("mark", ["# ", "#. "])
@pytest.mark.parametrize(("rule", "code"), [("count.translated", 0), ("money.translated", 1)])
def test_a_comment_holds_for_its_unit(run: Run, mark: str, rule: str, code: int) -> None:
    catalogue(f"{mark}{NOTE.format(rule)}\n{SHIPS.format(131, 138)}", SUM.format(57, 57))
    result = run("--format", "json")
    assert result.exit_code == code
    stale = f"locale/de/shop.po:8: stale, the suppression of {rule} answers nothing in this run"
    assert result.stderr == ("" if code == 0 else f"checker: {stale}\n")
    rows = [row for event in json.loads(result.stdout)["events"] for row in event["comparisons"]]
    assert [row.get("suppressed") for row in rows if row["verdict"] == "conflict"] == [None if code else "beside"]


def test_a_comment_says_nothing_of_the_next_unit(run: Run) -> None:
    catalogue(f"# {NOTE.format('count.translated')}\n{SUM.format(57, 57)}", SHIPS.format(131, 138))
    assert run().exit_code == 1


def test_a_fact_that_was_lost_is_suppressed_too(run: Run) -> None:
    lost = 'msgid "The port took 131 ships in May."\nmsgstr "Im Mai liefen viele Schiffe den Hafen an."\n'
    catalogue(lost)
    (row,) = [
        row
        for event in json.loads(run("--format", "json").stdout)["events"]
        for row in event["comparisons"]
        if row["verdict"] == "missing"
    ]
    catalogue(f"# {NOTE.format(row['rule'])}\n{lost}")
    assert run().exit_code == 0


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# checker: ignore count.translated reason=x", "until= must give a day, such as until=2027-01-31"),
        ("# checker: ignore count.translated until=2099-01-31", "reason= must say why"),
        ("# checker: forget count.translated", "forget: only ignore is known"),
    ],
)
def test_a_comment_that_cannot_be_understood_is_named(run: Run, comment: str, said: str) -> None:
    catalogue(f"{comment}\n{SHIPS.format(131, 138)}")
    result = run()
    assert result.exit_code == 1
    assert result.stderr == f"checker: locale/de/shop.po:8: checker: {said}; it suppresses nothing\n"


@pytest.mark.parametrize(
    "comment", ["# checker needs a look", "# see checker.toml", "#: checker: ignore x", "# 131 → 138"]
)
def test_other_comments_are_no_suppressions(run: Run, comment: str) -> None:
    catalogue(f"{comment}\n{SHIPS.format(131, 138)}")
    result = run()
    assert (result.exit_code, result.stderr) == (1, "")


XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="de" datatype="plaintext"><body><trans-unit id="1">
<source>The port took 131 ships in May.</source>
<target>Im Mai liefen 138 Schiffe den Hafen an.</target>
<note>{note}</note></trans-unit></body></file></xliff>
"""
XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de">
<file id="a"><unit id="1"><notes><note>{note}</note></notes><segment>
<source>The port took 131 ships in May.</source>
<target>Im Mai liefen 138 Schiffe den Hafen an.</target></segment></unit></file></xliff>
"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu><note>{note}</note>
<tuv xml:lang="en"><seg>The port took 131 ships in May.</seg></tuv>
<tuv xml:lang="de"><seg>Im Mai liefen 138 Schiffe den Hafen an.</seg></tuv></tu></body></tmx>
"""


@pytest.mark.parametrize(("name", "form"), [("a.xlf", XLIFF), ("b.xlf", XLIFF_2), ("c.tmx", TMX)])
def test_a_note_of_every_format(run: Run, name: str, form: str) -> None:
    put("checker.toml", f'[[pairs]]\nbilingual = "{name}"\n')
    put(name, form.format(note="a remark"))
    assert run().exit_code == 1
    put(name, form.format(note=NOTE.format("count.translated")))
    assert (run().exit_code, run().stderr) == (0, "")


def test_the_reason_stands_in_the_report(run: Run) -> None:
    catalogue(f"# {NOTE.format('count.translated')}\n{SHIPS.format(131, 138)}")
    assert "The desk has the later count." in run("--format", "json").stdout
    assert settled.noted(None) == ()


# --- what is not translated ---


@pytest.mark.parametrize(
    ("key", "code", "said"),
    [
        ("", 0, ""),
        ('untranslated = "ignore"', 0, ""),
        ('untranslated = "say"', 0, "checker: untranslated into fr: 1 of 2: content/en/bridge.md\n"),
        ('untranslated = "fail"', 1, "checker: untranslated into fr: 1 of 2: content/en/bridge.md\n"),
        ('languages = ["fr"]', 0, "checker: untranslated into fr: 1 of 2: content/en/bridge.md\n"),
    ],
)
def test_originals_without_a_translation(run: Run, key: str, code: int, said: str) -> None:
    put("checker.toml", DOCUMENTS + key)
    for name, text in (("en/ferry", FERRY), ("en/bridge", BRIDGE), ("fr/ferry", BAC)):
        put(f"content/{name}.md", text)
    result = run()
    assert (result.exit_code, result.stderr) == (code, said)
    # Who asks for one pair does not ask for the others.
    one, other = run("content/fr/ferry.md"), run("content/en/bridge.md")
    assert (one.exit_code, one.stderr) == (0, "")
    assert (other.exit_code, other.stderr) == (code, said)


def test_of_many_some_are_named(run: Run) -> None:
    put("checker.toml", f'{DOCUMENTS}languages = ["fr"]')
    put("content/fr/0.md", BAC)
    for number in range(6):
        put(f"content/en/{number}.md", FERRY)
    assert run().stderr == (
        "checker: untranslated into fr: 5 of 6: content/en/1.md, content/en/2.md, content/en/3.md and 2 more\n"
    )


def test_where_a_translation_lies_beside_its_original(run: Run) -> None:
    put("checker.toml", '[[pairs]]\noriginal = "docs/*.md"\ntranslation = "docs/*.{lang}.md"\nuntranslated = "say"\n')
    put("docs/a.md", FERRY)
    put("docs/a.fr.md", BAC)
    assert (run().exit_code, run().stderr) == (0, "")
