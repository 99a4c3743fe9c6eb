"""The report for a terminal, in the order and the words of the page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from checker.model import Report
from checker.report.prepare import prepare
from checker.report.view import Happening, Row, Saying
from checker.report.visible import one_line
from checker.report.wording import counted, words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold blue", "none": "bold"}
_INDENT = 4


def render(report: Report, console_width: int, colour: bool) -> str:  # noqa: FBT001 - every caller names it
    """The findings, then in a line what else was looked at, then the outcome.

    Args:
        report: what was found.
        console_width: columns of the terminal; lines are broken to fit.
        colour: with colours and bold type; without, there is no escape sequence in it.
    """
    from rich.console import Console

    view = prepare(report, {})
    out = io.StringIO()
    # The environment is the command's business: the same report gives the same text everywhere.
    console = Console(
        file=out,
        width=console_width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    for event in view.events:
        if event.findings:
            _event(console, event)
    for note in view.notes:
        _line(console, note, "dim")
    if view.rest:
        _line(console, "; ".join(view.rest) + ".", "dim")
    _line(console, view.headline, "bold")
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _event(console: Console, event: Happening) -> None:
    _line(console, event.title, "bold")
    if len(event.stories) <= words()["most_columns"]:
        dated = [f"{text.name} ({text.published})" if text.published else text.name for text in event.texts]
        _line(console, " · ".join(dated), "dim")
    else:
        _line(console, counted("story", len(event.stories)), "dim")
    console.print()
    for row in event.findings:
        _row(console, row)


def _row(console: Console, row: Row) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    style = _STYLES[row.severity]
    severity = f", {row.severity}" if row.severity != "none" else ""
    head = Text.assemble(
        (f"{row.number:>{_INDENT - 1}} ", style),
        (one_line(row.field).capitalize(), "bold"),
        (f": {row.word}{severity}", style),
    )
    console.print(head)
    said = Table.grid(padding=(0, 2))
    said.add_column(overflow="fold")
    said.add_column(overflow="fold")
    for saying in row.sayings:
        for wording, stories in _said(saying):
            said.add_row(wording, stories)
    indent = (0, 0, 0, _INDENT)
    console.print(Padding(said, indent, expand=False))
    console.print(Padding(Text(one_line(row.message), overflow="fold"), indent))
    console.print()


def _said(saying: Saying) -> list[tuple[Text, Text]]:
    """The wordings of a group, the stories beside the first."""
    from rich.text import Text

    rows = []
    for phrase in saying.phrases:
        wording = Text()
        for piece in phrase.pieces:
            wording.append(_kept(piece.text), "bold underline" if piece.differs else "bold")
        rows.append((wording, Text("")))
    stories = Text(", ".join(one_line(story.name) for story in saying.stories), "dim")
    if saying.odd:
        stories.append(f"  ≠ {words()['sentences']['odd']}", "bold not dim")
    rows[0] = (rows[0][0], stories)
    return rows


def _kept(text: str) -> str:
    """One line, the white space at its ends kept: pieces of a wording stand next to each other."""
    inner = one_line(text)
    return " " * text[:1].isspace() + inner + " " * (bool(inner) and text[-1:].isspace())


def _line(console: Console, text: str, style: str) -> None:
    from rich.text import Text

    console.print(Text(one_line(text), style, overflow="fold"))
