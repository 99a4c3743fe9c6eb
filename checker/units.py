"""`checker units`: files that hold originals with their translations, unit by unit: PO, XLIFF, TMX."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import console
from checker.errors import CheckerError, UsageError
from checker.failing import NAMES, fails
from checker.files import refuse_targets, write_atomic
from checker.outputs import FORMS, Outcome, outputs, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.bilingual import Pair
    from checker.model import Story
    from checker.pipeline import Checker
    from checker.report.places import SourceFile

_FAILED, _REFUSED = 1, 2


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--fuzzy", is_flag=True, help="With the units that somebody has still to look at.")
@click.option("--glossary", multiple=True, metavar="FILE", type=click.Path(path_type=Path), help="Add a termbase.")
@click.option(
    "--rules", "folders", multiple=True, metavar="DIR", type=click.Path(path_type=Path), help="Add a folder of rules."
)
@click.option("--model", metavar="NAME", help="Name or path of the spaCy pipeline.")
@click.option("--format", "formats", multiple=True, metavar="FORM[=FILE]", help=f"Forms: {', '.join(FORMS)}.  [text]")
@click.option("--output", metavar="FILE", default="-", help="Where a form without a file goes.  [standard output]")
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Findings that are known.")
@click.option(
    "--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="Write the findings of this run as known."
)
@click.option("--suppressions", metavar="FILE", type=click.Path(path_type=Path), help="Findings that are suppressed.")
@click.option(
    "--fail-on", multiple=True, type=click.Choice(NAMES), help="The mildest finding that fails the run.  [update]"
)
@click.pass_context
def units(  # noqa: PLR0913 - one for each option
    context: click.Context,
    files: tuple[str, ...],
    fuzzy: bool,  # noqa: FBT001 - click passes it by name
    glossary: tuple[Path, ...],
    folders: tuple[Path, ...],
    model: str | None,
    formats: tuple[str, ...],
    output: str,
    baseline: Path | None,
    write_baseline: Path | None,
    suppressions: Path | None,
    fail_on: tuple[str, ...],
) -> None:
    """Check files that hold originals with their translations (PO, XLIFF, TMX), unit by unit.

    Exits 1 when a unit disagrees, 2 when a file could not be read; the others are checked all the same.
    """
    from checker import settled
    from checker.baseline import written

    given = outputs(formats, output)
    known = [str(path) for path in (baseline, suppressions) if path and path != write_baseline]
    targets = [path for path in (*(one.path for one in given), write_baseline) if path]
    refuse_targets(targets, [*files, *known])
    decided = settled.decisions(baseline, suppressions)
    noted = settled.noted(write_baseline)

    with console.waiting("Checking units"):
        from checker.pipeline import Checker

        checker = Checker(mode="translation", rules=folders, model=model, glossary=glossary)
        pairs, errors = _read(files, checker, fuzzy=fuzzy)
        report = checker.check_pairs(pairs)
    places = {story.name: _place(story, mended=at == 1) for pair in pairs for at, story in enumerate(pair)}
    report, said = settled.settled(report, decided, places, settled.grounds(checker.ruleset.rules, whole=not errors))
    messages = tuple(str(error) for error in errors)
    write(given, Outcome(report, checker.ruleset.rules, places, messages, hint=False))
    if write_baseline:
        write_atomic(write_baseline, written(report, noted))
    for line in (*(f"left out: {message}" for message in messages), *said):
        console.say(line)
    context.exit(_REFUSED if errors else _FAILED if fails(report, fail_on) else 0)


def _read(files: Sequence[str], checker: Checker, *, fuzzy: bool) -> tuple[list[Pair], list[CheckerError]]:
    """The units of all files that can be read, as pairs, and what cannot."""
    from checker import bilingual

    words = checker.ruleset.words("read")
    for file in files:
        if not bilingual.is_bilingual(file, words):
            raise UsageError(f"{file}: holds no translations; checker check and checker ci compare files")
    found, errors = bilingual.read(files, words)
    return bilingual.pairs(found, words, fuzzy=fuzzy), errors


def _place(story: Story, *, mended: bool) -> SourceFile:
    """The file of a unit, which knows where in it its words stand."""
    from checker.origins import shown
    from checker.report.places import SourceFile

    path = story.origin.path if story.origin else story.name
    return SourceFile(shown(path), mended=mended, story=story)
