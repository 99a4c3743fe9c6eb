"""Where a report goes: any number of forms in one run, each to a file or one of them to standard output."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.errors import UsageError
from checker.files import write_atomic
from checker.model import Report

if TYPE_CHECKING:
    from checker.report.places import SourceFile
    from checker.rules import Rule

FORMS = ("text", "markdown", "json", "html", "sarif", "junit", "github", "gitlab")
_ANNOTATIONS = "github"
STANDARD_OUTPUT = "-"
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Output:
    """One form of the report, and its file; None for standard output."""

    form: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that the forms are made from.

    Attributes:
        report: what was found.
        rules: those that judged it.
        origins: the files of the stories.
        errors: what could not be checked.
        hint: the text says how to get one.
    """

    report: Report
    rules: Sequence[Rule]
    origins: Mapping[str, SourceFile]
    errors: Sequence[str] = ()
    hint: bool = True


def outputs(formats: Sequence[str], output: str = STANDARD_OUTPUT) -> tuple[Output, ...]:
    """What `--format FORM` and `--format FORM=FILE` ask for.

    Args:
        formats: as given; text if empty.
        output: where a form goes that names no file; `-` for standard output.

    Raises:
        UsageError: there is no such form, or two go to one place.
    """
    given = tuple(_output(text, output) for text in formats or ("text",))
    unnamed = [one.form for one in given if one.path is None or str(one.path) == output]
    # Annotations and another form may share standard output: the other one is enclosed.
    if len(unnamed) - (output == STANDARD_OUTPUT and _ANNOTATIONS in unnamed) > 1:
        raise UsageError(f"--format {' and '.join(unnamed)}: go to one place; give one a file, as in {unnamed[0]}=FILE")
    return given


def write(given: Sequence[Output], outcome: Outcome) -> None:
    """Write every form to its place, files first.

    Raises:
        UsageError: a file cannot be written.
    """
    page = next((one.path for one in given if one.form == "html" and one.path), None)
    for one in given:
        if one.path:
            write_atomic(one.path, render(one.form, outcome, page))
    terminal = sys.stdout.isatty()
    shown = {one.form: render(one.form, outcome, page, terminal=terminal) for one in given if not one.path}
    if _ANNOTATIONS in shown and len(shown) > 1:
        from checker.report.github import enclosed

        shown = {form: text if form == _ANNOTATIONS else enclosed(text) for form, text in shown.items()}
    for text in shown.values():
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def render(form: str, outcome: Outcome, page: Path | None = None, *, terminal: bool = False) -> str:
    """The report in one form.

    Args:
        form: one of `FORMS`.
        outcome: what it is made from.
        page: the page that was written, if one was.
        terminal: it goes to a terminal.
    """
    report = outcome.report
    if form == "html":
        from checker.report import html

        return html.render(report, {rule.id: rule.why for rule in outcome.rules})
    if form == "json":
        from checker.report import json

        return json.render(report)
    if form == "markdown":
        from checker.report import markdown

        return markdown.render(report)
    if form == "text":
        from checker.report import text

        # Away from a terminal the same report is the same bytes.
        width = shutil.get_terminal_size().columns if terminal else _WIDTH
        colour = terminal and not os.environ.get("NO_COLOR")
        return text.render(report, width, colour, str(page) if page else None, hint=outcome.hint)
    return _for_servers(form, outcome)


def _for_servers(form: str, outcome: Outcome) -> str:
    from checker.report import github, gitlab, junit, sarif

    if form == "sarif":
        return sarif.render(outcome.report, outcome.origins, outcome.rules, outcome.errors)
    render = {"junit": junit.render, "github": github.render, "gitlab": gitlab.render}[form]
    return render(outcome.report, outcome.origins, outcome.errors)


def _output(text: str, output: str) -> Output:
    form, mark, path = text.partition("=")
    if form not in FORMS:
        raise UsageError(f"--format {text}: {form!r} is not one of {', '.join(FORMS)}")
    if mark and not path:
        raise UsageError(f"--format {text}: names no file")
    place = path or output
    return Output(form, None if place == STANDARD_OUTPUT else Path(place))
