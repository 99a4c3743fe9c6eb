"""The report for a terminal, in the order and the words of the page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from checker.model import Report
from checker.report.leading import leading
from checker.report.prepare import closing, decided, prepare
from checker.report.view import Happening, Phrase, Row, Saying
from checker.report.visible import one_line
from checker.report.wording import counted, listed, words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold blue", "none": "bold"}
# Columns before a wording, and before what stands under it.
_INDENT, _DEEPER = 4, 6
_BETWEEN = 2


def render(
    report: Report,
    console_width: int,
    colour: bool,  # noqa: FBT001 - named
    page: str | None = None,
    *,
    hint: bool = True,
) -> str:
    """The findings, those that are known last, then in a line what else was looked at, the outcome, and what to open.

    Args:
        report: what was found.
        console_width: columns of the terminal; lines are broken to fit.
        colour: with colours and bold type; without, there is no escape sequence in it.
        page: the page that was written, if one was.
        hint: with a line that says how to get a page.
    """
    view = prepare(report, {}, page=False)
    out = io.StringIO()
    console = _console(out, console_width, colour=colour)
    for event in view.events:
        if any(not row.known for row in event.findings):
            _event(console, event)
    for kind, rows in decided(view):
        _known(console, kind, rows)
    for note in view.notes:
        _line(console, note, "dim")
    if rest := closing(view):
        _line(console, rest, "dim")
    _line(console, view.headline, "bold")
    if view.events and (page or hint):
        _hint(console, page)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _hint(console: Console, page: str | None) -> None:
    """What to open, and how to get it; a path in two lines could not be copied."""
    sentences = words()["sentences"]
    if page:
        console.print(sentences["open"].format(page=one_line(page)), style="dim", soft_wrap=True)
    else:
        _line(console, sentences["no_page"], "dim")


def _console(out: io.StringIO, width: int, *, colour: bool) -> Console:
    """The environment is the command's business: the same report gives the same text everywhere."""
    from rich.console import Console

    return Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def _event(console: Console, event: Happening) -> None:
    _line(console, event.title, "bold")
    if len(event.stories) <= words()["most_columns"]:
        dated = [f"{text.name} ({text.published})" if text.published else text.name for text in event.texts]
        # Without a title the event is called by its stories.
        for line in _packed(dated, " · ", console.width) if listed(dated) != event.title else ():
            _line(console, line, "dim")
    else:
        _line(console, counted("story", len(event.stories)), "dim")
    console.print()
    for row in event.findings:
        if not row.known:
            _row(console, row)


def _known(console: Console, kind: str, rows: Sequence[Row]) -> None:
    """A line for each: somebody has dealt with them."""
    _line(console, str(words()["sentences"][kind]).format(finding=counted("finding", len(rows))), "bold")
    for row in rows:
        said = " / ".join(one_line(leading(row, saying)[0].text) for saying in row.sayings)
        _line(console, f"{one_line(row.field).capitalize()}: {said}", "dim", _INDENT)
        if row.note:
            _line(console, row.note, "dim", _DEEPER)
    console.print()


def _row(console: Console, row: Row) -> None:
    from rich.text import Text

    style = _STYLES[row.severity]
    severity = f", {row.severity}" if row.severity != "none" else ""
    console.print(
        Text.assemble(
            (f"{row.number:>{_INDENT - 1}} ", style),
            (one_line(row.field).capitalize(), "bold"),
            (f": {row.word}{severity}", style),
        )
    )
    leads = [leading(row, saying) for saying in row.sayings]
    wordings = [_marked(lead) for lead, _ in leads]
    tellers = [_tellers(saying) for saying in row.sayings]
    column = max(wording.cell_len for wording in wordings) + _BETWEEN
    beside = _INDENT + column + max(stories.cell_len for stories in tellers) <= console.width
    for (lead, others), wording, stories in zip(leads, wordings, tellers, strict=True):
        if beside:
            wording.pad_right(column - wording.cell_len)
            _indented(console, Text.assemble(wording, stories), _INDENT)
        else:
            _indented(console, wording, _INDENT)
            _indented(console, stories, _DEEPER)
        if sentence := _in_its_sentence(lead, console.width - _DEEPER):
            _indented(console, sentence, _DEEPER)
        if others:
            also = str(words()["sentences"]["also"]).format(wordings=" · ".join(one_line(it.text) for it in others))
            _line(console, also, "dim", _DEEPER)
    _line(console, row.message, "", _INDENT)
    console.print()


def _marked(phrase: Phrase) -> Text:
    from rich.text import Text

    wording = Text()
    for piece in phrase.pieces:
        wording.append(_kept(piece.text), "bold underline" if piece.differs else "bold")
    return wording


def _tellers(saying: Saying) -> Text:
    from rich.text import Text

    stories = Text(", ".join(one_line(story.name) for story in saying.stories), "dim")
    if saying.odd:
        stories.append(f"  ≠ {words()['sentences']['odd']}", "bold not dim")
    return stories


def _in_its_sentence(phrase: Phrase, room: int) -> Text | None:
    """The wording with as much of what stands around it as one line holds; nothing when that is not a word."""
    from rich.text import Text

    wording, before, after = one_line(phrase.text), _kept(phrase.before), _kept(phrase.after)
    room -= Text(wording).cell_len
    # Half of the room is for what stands before, and what the rest does not need.
    before = _last(before, max(room // 2, room - Text(after).cell_len))
    after = _first(after, room - Text(before).cell_len)
    around = before + after
    return Text.assemble((before, "dim"), wording, (after, "dim")) if around.strip(" …") else None


def _last(text: str, room: int) -> str:
    """The last words that fit."""
    from rich.cells import cell_len

    if cell_len(text) <= room:
        return text
    start = next((i for i in range(len(text)) if cell_len(text[i:]) <= room - _BETWEEN), len(text))
    kept = text[start:]
    return "… " + (kept.partition(" ")[2] or kept)


def _first(text: str, room: int) -> str:
    """The first words that fit."""
    from rich.cells import cell_len

    if cell_len(text) <= room:
        return text
    end = next((i for i in range(len(text), 0, -1) if cell_len(text[:i]) <= room - _BETWEEN), 0)
    kept = text[:end]
    return (kept.rpartition(" ")[0] or kept) + " …"


def _kept(text: str) -> str:
    """One line, the white space at its ends kept: pieces of a wording stand next to each other."""
    inner = one_line(text)
    return " " * text[:1].isspace() + inner + " " * (bool(inner) and text[-1:].isspace())


def _packed(parts: Iterable[str], between: str, width: int) -> Iterator[str]:
    """The parts in lines, none of them broken that fits into a line."""
    from rich.cells import cell_len

    line = ""
    for part in map(one_line, parts):
        if line and cell_len(line + between + part) > width:
            yield line
            line = part
        else:
            line = line + between + part if line else part
    yield line


def _line(console: Console, text: str, style: str, indent: int = 0) -> None:
    from rich.text import Text

    _indented(console, Text(one_line(text), style), indent)


def _indented(console: Console, text: Text, indent: int) -> None:
    from rich.padding import Padding

    text.overflow = "fold"
    console.print(Padding(text, (0, 0, 0, indent)))
