"""GitHub annotations."""

from __future__ import annotations

import dataclasses
import re

from checker.baseline import applied
from checker.model import Event, Report
from checker.report import github
from checker.report.places import SourceFile
from tests.report.hostile import hostile
from tests.report.sample import COURIER, HERALD, claim, row, sample
from tests.test_baseline import entry, rows

FILES = {story.name: SourceFile(f"in/{story.name}", story.text, verbatim=True) for story in sample().stories}
# As the runner reads it: a command's properties end at the first `::`, and are parted by commas.
COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]+,?)+)::([^\r\n]+)\Z")


def many(number: int, severity: str = "error") -> Report:
    found = tuple(
        row("conflict", severity, f"r{n}", "M.", [claim(HERALD, "item", "14")], [claim(COURIER, "item", "16")])  # type: ignore[arg-type]
        for n in range(number)
    )
    return Report("translation", "m", (COURIER, HERALD), (Event("e", (COURIER.name, HERALD.name), found),))


def test_one_line_each_the_gravest_kind_first() -> None:
    lines = github.render(sample(), FILES).splitlines()
    assert len(lines) == 8
    assert [line.split()[0] for line in lines] == sorted(
        (line.split()[0] for line in lines), key=["::error", "::warning", "::notice"].index
    )
    assert (
        "::error file=in/agency-5,line=3,endLine=3,col=13,endColumn=25,title=quantity.value::The magnitude" in lines[0]
    )
    assert all(map(COMMAND.match, lines))


def test_ten_of_a_kind_then_how_many_more() -> None:
    assert len(github.render(many(10), FILES).splitlines()) == 10
    lines = github.render(many(11), FILES).splitlines()
    assert (len(lines), lines[-1]) == (11, "and 1 more error")
    lines = github.render(many(14, "note"), FILES).splitlines()
    assert (len(lines), lines[-1]) == (11, "and 4 more notes")


def test_known_findings_are_left_out() -> None:
    assert github.render(applied(sample(), map(entry, rows(sample()))), FILES) == ""


def test_nothing_found_is_nothing() -> None:
    assert github.render(dataclasses.replace(sample(), events=()), FILES) == ""


def test_what_could_not_be_read_comes_first() -> None:
    lines = github.render(many(10), FILES, ["a.md: 100%\n::error::x"]).splitlines()
    assert lines[0] == "::error::a.md: 100%25 ::error::x"
    assert lines[-1] == "and 1 more error"


def test_of_a_page_only_the_file_is_named() -> None:
    (line,) = github.render(many(1), {HERALD.name: SourceFile("a.html", mended=True)}).splitlines()
    assert line.startswith("::error file=a.html,title=item.r0::")


def test_a_wording_over_two_lines_has_no_columns() -> None:
    text = "One\ntwo."
    story = dataclasses.replace(HERALD, text=text)
    found = row("conflict", "error", "x", "M.", [claim(story, "item", text)])
    report = Report("translation", "m", (story,), (Event("e", (story.name,), (found,)),))
    assert "line=1,endLine=2,title" in github.render(report, {story.name: SourceFile("a", text, verbatim=True)})


def test_hostile_words_stay_words() -> None:
    lines = github.render(*hostile()).split("\n")
    assert lines.pop() == ""
    assert len(lines) == 4
    for line in lines:
        match = COMMAND.match(line)
        assert match
        assert dict(part.split("=") for part in match[2].split(","))["file"] == "a%2Cb%3Ac/%3A%3Ax%250A.md"
        assert "%0A::stop" not in match[3].replace("%250A", "")


def test_another_text_is_enclosed() -> None:
    text = "::error::x\n##[add-mask]y\n"
    first, *inside, last = github.enclosed(text).splitlines()
    token = first.removeprefix("::stop-commands::")
    assert last == f"::{token}::"
    assert "\n".join(inside) + "\n" == text
    assert token not in text
    assert github.enclosed(text) == github.enclosed(text) != github.enclosed(text + "x")
