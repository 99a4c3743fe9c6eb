"""The same units in four formats: the same findings, each on its line; and how stories of units are called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import Checker, Report
from checker.bilingual import is_bilingual, pairs, read
from checker.bilingual.unit import Unit
from checker.language import Parser
from checker.model import FINDINGS
from checker.position import position
from checker.rules import Ruleset
from tests.bilingual.sample import File, files, samples

NUMBER = 40
FILES = files(samples(NUMBER))
Units = Callable[..., list[Unit]]


@pytest.fixture(scope="module")
def reports(parser: Parser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """The report of every file, by its name."""
    checker = Checker(mode="translation")
    checker._parser = parser  # noqa: SLF001 - the model is loaded once
    folder = tmp_path_factory.mktemp("formats")
    found = {}
    for file in FILES:
        path = folder / file.name
        path.write_text(file.text, encoding="utf-8")
        units, errors = read([str(path)], checker.ruleset.words("read"))
        assert errors == []
        found[file.name] = checker.check_pairs(pairs(units, checker.ruleset.words("read")))
    return found


def findings(report: Report) -> set[tuple[str, str, str]]:
    return {
        (row.rule, row.fingerprint, row.sides[0].claim.text)
        for event in report.events
        for row in event.comparisons
        if row.verdict in FINDINGS
    }


def test_the_findings_are_those_that_were_planted(reports: dict[str, Report]) -> None:
    wrong = [unit for unit in samples(NUMBER) if unit.wrong]
    found = findings(reports["news.po"])
    assert len(found) == len(wrong)
    assert all(any(text.split()[0] in unit.source for unit in wrong) for _, _, text in found)


@pytest.mark.parametrize("file", FILES[1:], ids=lambda file: file.name)
def test_the_same_in_every_format(reports: dict[str, Report], file: File) -> None:
    assert findings(reports[file.name]) == findings(reports["news.po"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_text_stands_where_the_report_says(reports: dict[str, Report], file: File) -> None:
    report, lines = reports[file.name], file.text.splitlines()
    stories = {story.name: story for story in report.stories}
    assert len(report.events) == NUMBER
    begins = sorted(position(story, 0).line for story in report.stories)
    assert begins == sorted(line for places in file.lines for line in places)
    for event in report.events:
        for row in event.comparisons:
            for side in row.sides:
                place = position(stories[side.claim.story], side.claim.start)
                assert lines[place.line - 1][place.column - 1 :].startswith(side.claim.text[:3])
                assert place.path.endswith(file.name)


def test_no_pairs(parser: Parser) -> None:
    checker = Checker(mode="translation")
    checker._parser = parser  # noqa: SLF001
    assert checker.check_pairs([]).events == ()


def names(ruleset: Ruleset, units: list[Unit], **options: bool) -> list[tuple[str, str]]:
    return [(one.name, other.name) for one, other in pairs(units, ruleset.words("read"), **options)]


def test_names(ruleset: Ruleset, units: Units) -> None:
    po = 'msgid ""\nmsgstr "Language: de\\n"\n\nmsgctxt "greeting"\nmsgid "Hello"\nmsgstr "Hallo"\n'
    assert names(ruleset, units("shop.po", po)) == [("shop.po:5 (greeting, en)", "shop.po:6 (greeting, de)")]


def test_names_where_the_file_says_little(ruleset: Ruleset, units: Units) -> None:
    seg = '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>'
    tmx = f'<tmx><header srclang="en"/><body>{seg}{seg}</body></tmx>'
    assert names(ruleset, units("a.tmx", tmx)) == [
        ("a.tmx:1 (original)", "a.tmx:1 (translation)"),
        ("a.tmx:1 (original) #2", "a.tmx:1 (translation) #2"),
    ]


def test_a_long_name_is_cut(ruleset: Ruleset, units: Units) -> None:
    po = f'msgid "{"word " * 20}"\nmsgstr "Wort"\n'
    ((name, _),) = names(ruleset, units("a.po", po))
    assert name == f"a.po:1 ({('word ' * 20)[:40].rstrip()}…, original)"


def test_what_is_not_ready_is_left_out(ruleset: Ruleset, units: Units) -> None:
    po = (
        'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "c"\n\n#~ msgid "d"\n#~ msgstr "e"\n\n'
        'msgid "..."\nmsgstr "…"\n'
    )
    found = units("a.po", po)
    assert names(ruleset, found) == []
    assert len(names(ruleset, found, fuzzy=True)) == 1


@pytest.mark.parametrize(
    ("path", "known"), [("a.po", True), ("d/A.XLF", True), ("a.tmx", True), ("a.md", False), ("po", False)]
)
def test_bilingual_by_name(ruleset: Ruleset, path: str, known: bool) -> None:  # noqa: FBT001
    assert is_bilingual(path, ruleset.words("read")) is known


def test_files_of_one_run(ruleset: Ruleset, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    found, errors = read([str(tmp_path / name) for name in ("b.po", "a.po", "c.po")], ruleset.words("read"))
    assert len(found) == 1
    assert [str(error) for error in errors] == [
        f"{tmp_path / name}: no such file or directory" for name in ("b.po", "c.po")
    ]
