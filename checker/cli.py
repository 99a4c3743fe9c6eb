"""The command line: arguments and exit codes.

0: nothing at or above `--fail-on`; 1: findings; 2: arguments or input that cannot be used, one line each on standard
error; 130: interrupted; 141: nobody reads the output any more.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, NoReturn, get_args

import click

from checker import __version__, console
from checker.archive.commands import archive
from checker.ci import ci
from checker.errors import CheckerError, UsageError
from checker.model import Mode, Report, Story
from checker.options import CACHE, GLOSSARY, MODEL, RULES, workers
from checker.outputs import Outcome, Output
from checker.reporting import REFUSED, Reporting, reporting
from checker.units import units

if TYPE_CHECKING:
    from checker.report.places import SourceFile
    from checker.rules import Rule

_WIDTH = 100
_INTERRUPTED, _BROKEN_PIPE = 130, 141


class _Program(click.Group):
    """A group of commands that reports what it cannot use in one line, whatever went wrong."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except CheckerError as error:
            console.say(f"error: {error}")
            code = REFUSED
        except click.ClickException as error:
            console.say(f"error: {error.format_message()}")
            code = REFUSED
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
        context.exit(REFUSED)


@main.command()
@click.argument("paths", metavar="STORY...", nargs=-1, required=True)
@click.option("--mode", type=click.Choice(get_args(Mode)), help="What the stories are to each other.  [cross-source]")
@click.option("--draft", metavar="FILE", help="The story that the others are sources of; implies --mode draft.")
@click.option("--same-event", is_flag=True, help="The stories are known to report one event.")
@click.option(
    "--events", "grouping", metavar="FILE", type=click.Path(path_type=Path), help="Which stories report one event."
)
@click.option("--published", multiple=True, metavar="NAME=DATE", help="The day on which a story appeared (2026-01-17).")
@RULES
@GLOSSARY
@MODEL
@workers
@click.option("--keep-going", is_flag=True, help="Leave out stories that cannot be read.")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write a page to read.")
@click.option("--open", "opens", is_flag=True, help="Open the page; without --html it is a temporary file.")
@reporting
@CACHE
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
    glossary: tuple[Path, ...],
    model: str | None,
    jobs: int,
    cluster: str | None,
    keep_going: bool,  # noqa: FBT001 - click passes it by name
    html: Path | None,
    opens: bool,  # noqa: FBT001 - click passes it by name
    cache: Path | None,
    reporting: Reporting,
) -> None:
    """Compare stories: files, folders, patterns, or - for standard input.

    Exits 1 when the stories disagree, 0 when they do not. What stands in the baseline is known, and fails no run.
    """
    mode = mode or ("draft" if draft else "cross-source")
    if bool(draft) != (mode == "draft"):
        raise UsageError("--draft FILE says which story is the draft; it goes with --mode draft, and that with it")
    if grouping and same_event:
        raise UsageError("--events FILE and --same-event exclude each other")
    ready = _with_page(reporting, html).begin([*paths, *([draft] if draft else [])])

    with console.waiting("Loading rules and language"), _lasting():
        from checker.executors import executor
        from checker.pipeline import Checker

        checker = Checker(mode=mode, rules=folders, model=model, glossary=glossary)
        words = checker.ruleset.words("read")
        stories = _read(paths, draft, words, keep_going=keep_going)
        stories = _dated(stories, published, keep_going=keep_going)
        events = _grouped(grouping, stories, keep_going=keep_going) if grouping else ()
        if not cache:  # What is kept needs no language.
            import spacy  # noqa: F401 - not before the stories are known to be good
    with console.waiting("Comparing stories"), executor(checker, jobs, cluster) as made:
        lead = stories[0].name if draft else None

        def compared() -> Report:
            return checker.check(stories, same_event=same_event, draft=lead, events=events, executor=made)

        if cache:
            from checker.cache import Ground, kept

            key = Ground(mode, folders, model, glossary).key(stories, [same_event, lead, events])
            with kept(cache, checker.ruleset.words("cache")["days"]) as results:
                report = results.once(key, stories, compared)
        else:
            report = compared()
    origins = _origins(stories, [draft, *paths] if draft else paths, words, mode)
    page = html or (_temporary() if opens else None)
    ready = ready if html or not page else ready.also(Output("html", page))
    code = ready.end(Outcome(report, checker.ruleset.rules, origins))
    if page and opens:
        _open(page, kept=page == html)
    context.exit(code)


main.add_command(archive)
main.add_command(ci)
main.add_command(units)


@main.command()
@RULES
def rules(folders: tuple[Path, ...]) -> None:
    """List every rule with its verdict, its severity and its message."""
    from checker.rules import load

    listed = load(folders).rules
    width = max(len(rule.id) for rule in listed)
    for rule in listed:
        click.echo(f"{rule.id:<{width}}  {rule.verdict:<10}  {rule.severity:<7}  {rule.message}")


@main.command()
@click.argument("identity", metavar="ID")
@RULES
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


def _with_page(reporting: Reporting, html: Path | None) -> Reporting:
    return dataclasses.replace(reporting, also=(Output("html", html),)) if html else reporting


def _read(paths: Sequence[str], draft: str | None, words: Mapping[str, Any], *, keep_going: bool) -> list[Story]:
    """The stories, the draft first, where there is one."""
    from checker.bilingual import is_bilingual
    from checker.read import read

    for path in paths:
        if is_bilingual(path, words):
            raise UsageError(f"{path}: holds originals with their translations; checker units checks it")
    stories, errors = read([draft, *paths] if draft else paths, words)
    lost_draft = any(str(error).startswith(f"{draft}: ") for error in errors)
    if not stories or lost_draft or (errors and not keep_going):
        for error in errors[:-1]:
            console.say(f"error: {error}")
        raise errors[-1]
    for error in errors:
        console.say(f"left out: {error}")
    return stories


def _origins(
    stories: Sequence[Story], paths: Sequence[str], words: Mapping[str, Any], mode: Mode
) -> dict[str, SourceFile]:
    """The files of the stories. The draft stands first, and the original of translations."""
    from checker.origins import origins
    from checker.read import places

    mended = {"cross-source": [], "draft": stories[:1], "translation": stories[1:]}[mode]
    return origins(stories, places(paths, words), words, {story.name for story in mended})


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
