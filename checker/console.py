"""What is said on standard error: one line for each thing, and signs of life where somebody sees them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

import click

Item = TypeVar("Item")


def say(line: str) -> None:
    """A line, with nothing in it that a terminal would obey."""
    from checker.report.visible import one_line

    click.echo(f"checker: {one_line(line)}", err=True)


def waiting(doing: str) -> AbstractContextManager[object]:
    """A sign of life while something takes long; nothing when nobody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(doing)


def counting(items: Iterable[Item], doing: str, total: int) -> Iterator[Item]:
    """The items, with a bar that tells how many are done and how long the rest will take."""
    if not total or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(doing, total=total)
        for item in items:
            yield item
            bar.advance(task)
