"""`checker ci`: the pairs of a project, all or those that changed; arguments, what is printed, and exit codes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import console
from checker.errors import ConfigError, UsageError
from checker.failing import NAMES, fails
from checker.files import refuse_targets, write_atomic
from checker.outputs import FORMS, Outcome, Output, outputs, write

if TYPE_CHECKING:
    from checker.config import Config
    from checker.pairs import Pair
    from checker.settled import Decisions

_FAILED, _REFUSED = 1, 2


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--config",
    "path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The configuration.  [the nearest upwards]",
)
@click.option("--changed-since", "revision", metavar="REV", help="Only pairs that changed since this git revision.")
@click.option("--format", "formats", multiple=True, metavar="FORM[=FILE]", help=f"Forms: {', '.join(FORMS)}.  [text]")
@click.option("--output", metavar="FILE", default="-", help="Where a form without a file goes.  [standard output]")
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Findings that are known.")
@click.option(
    "--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="Write the findings of this run as known."
)
@click.option("--suppressions", metavar="FILE", type=click.Path(path_type=Path), help="Findings that are suppressed.")
@click.option("--cache", metavar="DIR", type=click.Path(path_type=Path), help="Where results are kept.")
@click.option("--no-cache", is_flag=True, help="Keep no results, and use none.")
@click.option(
    "--fail-on", multiple=True, type=click.Choice(NAMES), help="The mildest finding that fails the run.  [update]"
)
@click.pass_context
def ci(  # noqa: PLR0913 - one for each option
    context: click.Context,
    files: tuple[Path, ...],
    path: Path | None,
    revision: str | None,
    formats: tuple[str, ...],
    output: str,
    baseline: Path | None,
    write_baseline: Path | None,
    suppressions: Path | None,
    cache: Path | None,
    no_cache: bool,  # noqa: FBT001 - click passes it by name
    fail_on: tuple[str, ...],
) -> None:
    """Check the pairs of originals and translations that a configuration names, or those of FILES.

    Exits 1 when a pair disagrees, 2 when one could not be read; the others are checked all the same.
    """
    from checker import config as configuration
    from checker import settled
    from checker.baseline import written
    from checker.rules import load

    config = configuration.read(path or configuration.find(Path.cwd()))
    given = outputs(formats, output) if formats or output != "-" else _own(config)
    made = _decisions(config, baseline, suppressions)
    noted = settled.noted(write_baseline)
    ruleset = load(config.rules)
    _refuse_unknown(config, {rule.id for rule in ruleset.rules})

    from checker import pairs as all_pairs

    found = all_pairs.find(config)
    # The baseline that was read may be written anew.
    sources = {config.path, *(config.root / path for pair in found for path in (pair.original, pair.translation))}
    refuse_targets([path for path in (*(one.path for one in given), write_baseline) if path], map(str, sources))
    wanted = _wanted(config, found, files, revision)
    kept = None if no_cache else cache or config.cache

    def tell(pairs: Iterable[Pair]) -> Iterable[Pair]:
        return console.counting(pairs, "Checking pairs", len(wanted))

    checked = all_pairs.check(config, wanted, ruleset.words("read"), kept, tell)
    whole = len(wanted) == len(found) and not checked.errors
    ground = settled.grounds(ruleset.rules, whole=whole)
    report, said = settled.settled(checked.report, made, checked.origins, ground)
    write(given, Outcome(report, ruleset.rules, checked.origins, checked.errors, hint=False))
    if write_baseline:
        write_atomic(write_baseline, written(report, noted))
    for error in checked.errors:
        console.say(f"left out: {error}")
    for line in said:
        console.say(line)
    if checked.errors:
        context.exit(_REFUSED)
    context.exit(_FAILED if fails(report, fail_on or config.fail_on) else 0)


def _own(config: Config) -> tuple[Output, ...]:
    """The forms that the configuration asks for, their files seen from its folder."""
    try:
        given = outputs(config.formats)
    except UsageError as error:
        raise ConfigError(f"{config.path}: formats: {str(error).removeprefix('--format ')}") from error
    return tuple(Output(one.form, config.root / one.path if one.path else None) for one in given)


def _decisions(config: Config, baseline: Path | None, suppressions: Path | None) -> Decisions:
    from checker import settled
    from checker.pairs import named

    known = baseline or config.baseline
    if known and not baseline and not known.exists():
        # A project may name the baseline before it has one.
        known = None
    root = named(config.root, "").removesuffix(".")
    prefix = f"{root}/" if root else ""
    return settled.decisions(known, suppressions or config.suppressions, config.severities, prefix)


def _wanted(config: Config, found: tuple[Pair, ...], files: tuple[Path, ...], revision: str | None) -> tuple[Pair, ...]:
    """Of the pairs those that were named, and those that changed; all when what judges them changed."""
    from checker.pairs import among

    if files:
        here = [file.resolve() for file in files]
        found = among(
            found, {file.relative_to(config.root).as_posix() for file in here if file.is_relative_to(config.root)}
        )
    if revision is None:
        return found
    from checker.changed import changed_since

    changed = changed_since(revision, config.root)
    judging = [config.path.resolve(), config.baseline, config.suppressions, *config.rules, *config.glossary]
    for path in (path for path in judging if path and path.is_relative_to(config.root)):
        place = path.relative_to(config.root).as_posix()
        if any(name == place or name.startswith(f"{place}/") for name in changed):
            return found
    return among(found, changed)


def _refuse_unknown(config: Config, known: set[str]) -> None:
    for rule in config.severities:
        if rule not in known:
            raise ConfigError(f"{config.path}: severities.{rule}: there is no such rule")
