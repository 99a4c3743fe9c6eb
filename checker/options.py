"""Options that several commands have, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

FILE = click.Path(path_type=Path)

RULES = click.option("--rules", "folders", multiple=True, metavar="DIR", type=FILE, help="Add a folder of rules.")
GLOSSARY = click.option("--glossary", multiple=True, metavar="FILE", type=FILE, help="Add a termbase.")
MODEL = click.option("--model", metavar="NAME", help="Name or path of the spaCy pipeline.")
CACHE = click.option("--cache", metavar="DIR", type=FILE, help="Keep results, and use those kept.")


def workers(command: Any) -> Any:
    """The options that say where the work is done."""
    command = click.option(
        "--cluster",
        metavar="[ADDRESS]",
        is_flag=False,
        flag_value="",
        help="Compare on the Dask cluster at this address; without one, on a cluster of its own.",
    )(command)
    return click.option(
        "--jobs", metavar="N", type=click.IntRange(1), default=1, help="Compare in so many processes.  [1]"
    )(command)
