"""`checker archive`: arguments, what is printed, and exit codes, which are those of `checker.cli`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker import console
from checker.errors import UsageError
from checker.options import MODEL, RULES, workers
from checker.reporting import REFUSED

if TYPE_CHECKING:
    from checker.archive.store import Entry

_DB = click.option(
    "--db", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The file of the archive."
)


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            raise UsageError(f"{value}: must be a date, such as 2026-01-17") from None


_SINCE = click.option(
    "--since", metavar="DATE", type=_Day(), help="Leave out events that were over before this day (2026-01-17)."
)


@click.group(invoke_without_command=True)
@click.pass_context
def archive(context: click.Context) -> None:
    """Keep stories, and the events that they report, in one file that grows from day to day."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(REFUSED)


@archive.command()
@click.argument("paths", metavar="STORY...", nargs=-1, required=True)
@_DB
@RULES
@MODEL
@workers
@click.pass_context
def add(  # noqa: PLR0913 - one for each option
    context: click.Context,
    paths: tuple[str, ...],
    db: Path,
    folders: tuple[Path, ...],
    model: str | None,
    jobs: int,
    cluster: str | None,
) -> None:
    """Add stories: files, folders, patterns, or - for standard input. What the archive has already is left out.

    Only the events that a new story joins are compared again. A run that was cut off is finished by the same command.
    Exits 2 when a story could not be read; the others are added all the same.
    """
    from checker.archive.store import open_store

    with open_store(db, write=True) as store:
        with console.waiting("Loading rules"):
            from checker.archive.add import add as add_stories
            from checker.executors import executor
            from checker.pipeline import Checker

            checker = Checker(rules=folders, model=model)
        with executor(checker, jobs, cluster) as made:
            new, errors = add_stories(store, paths, checker, made, console.counting)
        for error in errors:
            console.say(f"left out: {error}")
        counts = store.counts()
        click.echo(
            f"{new} new; the archive has {counts['stories']} stories, "
            f"{counts['events']} events of several stories, {counts['findings']} findings"
        )
    context.exit(REFUSED if errors else 0)


@archive.command()
@_SINCE
@_DB
def events(since: date | None, db: Path) -> None:
    """List the events that several stories report, the newest first: days, stories, findings, title."""
    from checker.archive.store import open_store
    from checker.report.visible import one_line

    with open_store(db) as store:
        for entry in store.entries(since):
            found = "-" if entry.findings is None else str(entry.findings)
            click.echo(f"{entry.id}  {_days(entry):<24}  {entry.stories:>4}  {found:>4}  {one_line(entry.title)}")


@archive.command()
@_SINCE
@_DB
@click.option(
    "--html", metavar="DIR", required=True, type=click.Path(path_type=Path), help="The folder that the pages go to."
)
@RULES
def report(since: date | None, db: Path, html: Path, folders: tuple[Path, ...]) -> None:
    """Write an index page, and a page for each event whose stories differ."""
    from checker.archive.pages import write
    from checker.archive.store import open_store
    from checker.rules import load

    with open_store(db) as store:
        why = {rule.id: rule.why for rule in load(folders).rules}
        pages = write(store, html, why, console.counting, since)
    click.echo(f"{html / 'index.html'}: {pages} events whose stories differ")


@archive.command()
@_DB
def status(db: Path) -> None:
    """Say how much there is, and whether anything is left to do."""
    from checker.archive.store import open_store

    with open_store(db) as store:
        counts = store.counts()
    days = f", {counts['first']} to {counts['last']}" if counts["first"] else ""
    click.echo(f"{counts['stories']} stories{days}")
    click.echo(f"{counts['alone']} that no other reports on")
    click.echo(f"{counts['events']} events that several report, {counts['differing']} of them with findings")
    click.echo(f"{counts['findings']} findings")
    if counts["unmatched"] or counts["due"]:
        click.echo(
            f"unfinished: {counts['unmatched']} stories to be matched, {counts['due']} events to be compared; "
            "the next archive add does it"
        )


def _days(entry: Entry) -> str:
    if entry.first is None or entry.last is None:
        return "no date"
    return f"{entry.first}" if entry.first == entry.last else f"{entry.first} to {entry.last}"
