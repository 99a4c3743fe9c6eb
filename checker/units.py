"""`checker units`: files that hold originals with their translations, unit by unit: PO, XLIFF, TMX."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from checker import console
from checker.errors import UsageError
from checker.options import CACHE, GLOSSARY, MODEL, RULES, workers
from checker.outputs import Outcome
from checker.reporting import Reporting, reporting


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--fuzzy", is_flag=True, help="With the units that somebody has still to look at.")
@GLOSSARY
@RULES
@MODEL
@reporting
@CACHE
@workers
@click.pass_context
def units(  # noqa: PLR0913 - one for each option
    context: click.Context,
    files: tuple[str, ...],
    fuzzy: bool,  # noqa: FBT001 - click passes it by name
    glossary: tuple[Path, ...],
    folders: tuple[Path, ...],
    model: str | None,
    cache: Path | None,
    jobs: int,
    cluster: str | None,
    reporting: Reporting,
) -> None:
    """Check files that hold originals with their translations (PO, XLIFF, TMX), unit by unit.

    Exits 1 when a unit disagrees, 2 when a file could not be read; the others are checked all the same.
    """
    from checker import bitexts, pairwise
    from checker.bilingual import is_bilingual
    from checker.pairs import BilingualFile
    from checker.rules import load

    ready = reporting.begin(files)
    ruleset = load(folders)
    words = ruleset.words("read")
    for file in files:
        if not is_bilingual(file, words):
            raise UsageError(f"{file}: holds no translations; checker check and checker ci compare files")
    texts = bitexts.read([BilingualFile(file, fuzzy) for file in dict.fromkeys(files)], Path(), words)
    setup = pairwise.Setup(folders, model, glossary, cache, jobs, cluster)
    counting = partial(console.counting, doing="Checking units", total=len(texts.bitexts))
    report = pairwise.check(texts.bitexts, setup, ruleset, counting)
    context.exit(ready.end(Outcome(report, ruleset.rules, texts.origins, texts.errors, hint=False)))
