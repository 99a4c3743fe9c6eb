"""The command line: arguments and exit codes.

0: nothing at or above `--fail-on`; 1: findings; 2: arguments or input that cannot be used, one line each on standard
error; 130: interrupted; 141: nobody reads the output any more.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, NoReturn, get_args

import click

from checker import __version__, console
from checker.archive.commands import archive, workers
from checker.errors import CheckerError, UsageError
from checker.files import write_atomic
from checker.model import Mode, Report, Story

if TYPE_CHECKING:
    from checker.baseline import Entry
    from checker.rules import Rule

# From the mildest: a run fails on what is named and on everything after it.
_GRAVITY = ("update", "variant", "missing", "conflict", "never")
_FORMATS = ("text", "markdown", "json")
_WIDTH = 100
# More stale entries than these are counted, not named.
_LISTED = 5
_FAILED, _REFUSED, _INTERRUPTED, _BROKEN_PIPE = 1, 2, 130, 141


class _Program(click.Group):
    """A group of commands that reports what it cannot use in one line, whatever went wrong."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except CheckerError as error:
            console.say(f"error: {error}")
            code = _REFUSED
        except click.ClickException as error:
            console.say(f"error: {error.format_message()}")
            code = _REFUSED
        except (click.Abort, KeyboardInterrupt):
            code = _INTERRUPTED
        sys.exit(code)

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except BrokenPipeError:
            # The interpreter flushes once more when it ends, and must find a place to write to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            context.exit(_BROKEN_PIPE)


@click.group(cls=_Program, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="checker", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Finds where stories about the same event disagree on the facts."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(_REFUSED)


_RULES = click.option(
    "--rules", "folders", multiple=True, metavar="DIR", type=click.Path(path_type=Path), help="Add a folder of rules."
)


@main.command()
@click.argument("paths", metavar="STORY...", nargs=-1, required=True)
@click.option("--mode", type=click.Choice(get_args(Mode)), help="What the stories are to each other.  [cross-source]")
@click.option("--draft", metavar="FILE", help="The story that the others are sources of; implies --mode draft.")
@click.option("--same-event", is_flag=True, help="The stories are known to report one event.")
@click.option(
    "--events", "grouping", metavar="FILE", type=click.Path(path_type=Path), help="Which stories report one event."
)
@click.option("--published", multiple=True, metavar="NAME=DATE", help="The day on which a story appeared (2026-01-17).")
@_RULES
@click.option("--model", metavar="NAME", help="Name or path of the spaCy pipeline.")
@workers
@click.option("--keep-going", is_flag=True, help="Leave out stories that cannot be read.")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write a page to read.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="Form of the output.  [text]")
@click.option("--output", metavar="FILE", default="-", help="Where the output goes.  [standard output]")
@click.option("--open", "opens", is_flag=True, help="Open the page; without --html it is a temporary file.")
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Findings that are known.")
@click.option(
    "--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="Write the findings of this run as known."
)
@click.option(
    "--fail-on", multiple=True, type=click.Choice(_GRAVITY), help="The mildest finding that fails the run.  [update]"
)
@click.pass_context
def check(  # noqa: PLR0913 - one for each option
    context: click.Context,
    paths: tuple[str, ...],
    mode: Mode | None,
    draft: str | None,
    same_event: bool,  # noqa: FBT001 - click passes it by name
    grouping: Path | None,
    published: tuple[str, ...],
    folders: tuple[Path, ...],
    model: str | None,
    jobs: int,
    cluster: str | None,
    keep_going: bool,  # noqa: FBT001 - click passes it by name
    html: Path | None,
    form: str,
    output: str,
    opens: bool,  # noqa: FBT001 - click passes it by name
    baseline: Path | None,
    write_baseline: Path | None,
    fail_on: tuple[str, ...],
) -> None:
    """Compare stories: files, folders, patterns, or - for standard input.

    Exits 1 when the stories disagree, 0 when they do not. What stands in the baseline is known, and fails no run.
    """
    from checker.baseline import applied, stale, written

    mode = mode or ("draft" if draft else "cross-source")
    if bool(draft) != (mode == "draft"):
        raise UsageError("--draft FILE says which story is the draft; it goes with --mode draft, and that with it")
    if grouping and same_event:
        raise UsageError("--events FILE and --same-event exclude each other")
    targets = [path for path in (html, None if output == "-" else Path(output), write_baseline) if path]
    # The baseline that was read may be written anew.
    sources = [*paths, *(str(path) for path in (draft, baseline) if path and path != write_baseline)]
    _refuse_targets(targets, sources)
    known, noted = _entries(baseline), _entries(write_baseline if write_baseline and write_baseline.is_file() else None)

    with console.waiting("Loading rules and language"), _lasting():
        from checker.executors import executor
        from checker.pipeline import Checker

        checker = Checker(mode=mode, rules=folders, model=model)
        stories = _read(paths, draft, checker.ruleset.words("read"), keep_going=keep_going)
        stories = _dated(stories, published, keep_going=keep_going)
        events = _grouped(grouping, stories, keep_going=keep_going) if grouping else ()
        import spacy  # noqa: F401 - not before the stories are known to be good
    with console.waiting("Comparing stories"), executor(checker, jobs, cluster) as made:
        lead = stories[0].name if draft else None
        report = checker.check(stories, same_event=same_event, draft=lead, events=events, executor=made)
        report = applied(report, known)
        page = html or (_temporary() if opens else None)
        if page:
            from checker.report.html import render

            write_atomic(page, render(report, {rule.id: rule.why for rule in checker.ruleset.rules}))
        text = _rendered(form, report, page, terminal=output == "-" and sys.stdout.isatty())
    if output == "-":
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
    else:
        write_atomic(Path(output), text)
    if write_baseline:
        write_atomic(write_baseline, written(report, noted))
    _say_stale(baseline, stale(report, known))
    if page and opens:
        _open(page, kept=page == html)
    context.exit(_FAILED if _fails(report, fail_on) else 0)


main.add_command(archive)


@main.command()
@_RULES
def rules(folders: tuple[Path, ...]) -> None:
    """List every rule with its verdict, its severity and its message."""
    from checker.rules import load

    listed = load(folders).rules
    width = max(len(rule.id) for rule in listed)
    for rule in listed:
        click.echo(f"{rule.id:<{width}}  {rule.verdict:<10}  {rule.severity:<7}  {rule.message}")


@main.command()
@click.argument("identity", metavar="ID")
@_RULES
def rule(identity: str, folders: tuple[Path, ...]) -> None:
    """Explain one rule: what it finds, why, and examples."""
    from checker.rules import load

    known = {rule.id: rule for rule in load(folders).rules}
    if identity not in known:
        from rapidfuzz import process

        near = ", ".join(match[0] for match in process.extract(identity, list(known), limit=3))
        raise UsageError(f"{identity}: no such rule; the nearest are {near}")
    click.echo(_explained(known[identity]))


@contextmanager
def _lasting() -> Iterator[None]:
    """What is made here lasts to the end: looking through it for garbage, over and over, takes a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _read(paths: Sequence[str], draft: str | None, words: Mapping[str, Any], *, keep_going: bool) -> list[Story]:
    """The stories, the draft first, where there is one."""
    from checker.read import read

    stories, errors = read([draft, *paths] if draft else paths, words)
    lost_draft = any(str(error).startswith(f"{draft}: ") for error in errors)
    if not stories or lost_draft or (errors and not keep_going):
        for error in errors[:-1]:
            console.say(f"error: {error}")
        raise errors[-1]
    for error in errors:
        console.say(f"left out: {error}")
    return stories


def _dated(stories: Sequence[Story], published: Iterable[str], *, keep_going: bool) -> list[Story]:
    """The stories with the dates that were given for them, by name, path or name without suffix."""
    dated = list(stories)
    for given in published:
        name, _, day = given.rpartition("=")
        try:
            when = date.fromisoformat(day)
        except ValueError:
            raise UsageError(f"--published {given}: must be NAME=DATE, such as wire.txt=2026-01-17") from None
        places = [place for place, story in enumerate(stories) if _is_called(story.name, name)]
        if len(places) > 1:
            raise UsageError(f"--published {given}: more than one story of this name")
        if not places and not keep_going:
            raise UsageError(f"--published {given}: no story of this name, only {', '.join(s.name for s in stories)}")
        for place in places:
            dated[place] = dataclasses.replace(stories[place], published=when)
    return dated


def _grouped(path: Path, stories: Sequence[Story], *, keep_going: bool) -> list[list[str]]:
    """The events of a file: a story a line, by name, path or name without suffix; a blank line ends an event."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from error
    events: list[list[str]] = [[]]
    seen: dict[str, int] = {}
    for number, line in enumerate(map(str.strip, lines), 1):
        if line.startswith("#"):
            continue
        if not line:
            events.append([])
            continue
        found = [story.name for story in stories if line == story.name]
        found = found or [story.name for story in stories if _is_called(story.name, line)]
        if len(found) > 1:
            raise UsageError(f"{path}: line {number}: {line}: more than one story of this name: {', '.join(found)}")
        if not found and not keep_going:
            raise UsageError(f"{path}: line {number}: {line}: no story of this name")
        for name in found:
            if name in seen:
                raise UsageError(f"{path}: line {number}: {line}: stands in line {seen[name]} already")
            seen[name] = number
            events[-1].append(name)
    return [event for event in events if event]


def _is_called(story: str, name: str) -> bool:
    return name in (story, PurePath(story).stem) or name.endswith(f"/{story}")


def _refuse_targets(targets: Sequence[Path], sources: Iterable[str]) -> None:
    """Learn before the work, not after it, that its outcome has no place to go."""
    taken = {Path(source).resolve() for source in sources}
    for target in targets:
        if not target.parent.is_dir():
            raise UsageError(f"{target}: there is no folder {target.parent}")
        if target.is_dir():
            raise UsageError(f"{target}: is a folder")
        if target.resolve() in taken:
            raise UsageError(f"{target}: would be written over a story, or twice")
        taken.add(target.resolve())


def _entries(path: Path | None) -> tuple[Entry, ...]:
    from checker.baseline import read

    return read(path) if path else ()


def _say_stale(path: Path | None, entries: Sequence[Entry]) -> None:
    """What has been dealt with for good: the baseline need not hold it any longer."""
    if entries:
        named = [f"{entry.rule} ({' / '.join(entry.values)})" for entry in entries[:_LISTED]]
        more = [f"{len(entries) - _LISTED} more"] if len(entries) > _LISTED else []
        console.say(f"{path}: stale, nothing in this run answers {'; '.join(named + more)}")


def _temporary() -> Path:
    """A place for a page that is only to be looked at; nobody else on the machine can read there."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix="checker-")) / "report.html"


def _open(page: Path, *, kept: bool) -> None:
    import webbrowser

    if not kept:
        console.say(f"the page is {page}")
    if not webbrowser.open(page.resolve().as_uri()):
        console.say(f"no browser was found to open {page}")


def _rendered(form: str, report: Report, page: Path | None, *, terminal: bool) -> str:
    if form == "json":
        from checker.report import json

        return json.render(report)
    if form == "markdown":
        from checker.report import markdown

        return markdown.render(report)
    from checker.report import text

    # Away from a terminal the same report is the same bytes.
    width = shutil.get_terminal_size().columns if terminal else _WIDTH
    return text.render(report, width, terminal and not os.environ.get("NO_COLOR"), str(page) if page else None)


def _fails(report: Report, fail_on: Iterable[str]) -> bool:
    least = min((_GRAVITY.index(verdict) for verdict in fail_on), default=0)
    rows = (row for event in report.events for row in event.comparisons if not row.known)
    return any(row.verdict in _GRAVITY[least:] for row in rows)


def _explained(rule: Rule) -> str:
    lines = [rule.id, "", f"  verdict   {rule.verdict}", f"  severity  {rule.severity}"]
    if rule.modes != get_args(Mode):
        lines.append(f"  modes     {', '.join(rule.modes)}")
    lines += [f"  says      {rule.message}", "", _indented(rule.why)]
    for heading, examples in (("Found in", rule.fires), ("Not found in", rule.silent)):
        for left, right in examples:
            lines += ["", f"  {heading}", _indented(left, "    - "), _indented(right, "    - ")]
    return "\n".join(lines)


def _indented(text: str, first: str = "  ") -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
