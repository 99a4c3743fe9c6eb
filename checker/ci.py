"""`checker ci`: the pairs of a project, all or those that changed; arguments, what is printed, and exit codes."""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import console
from checker.errors import ConfigError, UsageError
from checker.options import CACHE, workers
from checker.outputs import Outcome, Output, outputs
from checker.reporting import FAILED, Reporting, reporting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from checker.config import Config
    from checker.pairs import Untranslated

# More originals without a translation are counted, not named.
_LISTED = 3


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
@reporting
@CACHE
@click.option("--no-cache", is_flag=True, help="Keep no results, and use none.")
@workers
@click.pass_context
def ci(  # noqa: PLR0913 - one for each option
    context: click.Context,
    files: tuple[Path, ...],
    path: Path | None,
    revision: str | None,
    cache: Path | None,
    no_cache: bool,  # noqa: FBT001 - click passes it by name
    jobs: int,
    cluster: str | None,
    reporting: Reporting,
) -> None:
    """Check the pairs of originals and translations that a configuration names, or those of FILES.

    Exits 1 when a pair disagrees, 2 when one could not be read; the others are checked all the same.
    """
    from checker import config as configuration
    from checker import pairs
    from checker.rules import load

    config = configuration.read(path or configuration.find(Path.cwd()))
    found = pairs.find(config)
    ready = _asked(config, reporting).begin(
        map(str, {config.path, *(config.root / path for one in found.files for path in one.paths)})
    )
    ruleset = load(config.rules)
    _refuse_unknown(config, {rule.id for rule in ruleset.rules})
    wanted = pairs.among(found, _meant(config, files, revision))

    from checker import bitexts, pairwise

    texts = bitexts.read(wanted.files, config.root, ruleset.words("read"))
    kept = None if no_cache else cache or config.cache
    setup = pairwise.Setup(config.rules, config.model, config.glossary, kept, jobs, cluster)
    counting = partial(console.counting, doing="Checking pairs", total=len(texts.bitexts))
    report = pairwise.check(texts.bitexts, setup, ruleset, counting)
    outcome = Outcome(report, ruleset.rules, texts.origins, texts.errors, hint=False)
    code = ready.end(outcome, whole=len(wanted.files) == len(found.files))
    for one in wanted.untranslated:
        console.say(_lacking(one))
    failed = FAILED if any(one.fails for one in wanted.untranslated) else 0
    context.exit(max(code, failed))


def _asked(config: Config, given: Reporting) -> Reporting:
    """What the command line asks for, and where it asks for nothing, the configuration."""
    from checker.pairs import named

    try:
        usual = outputs(config.formats)
    except UsageError as error:
        raise ConfigError(f"{config.path}: formats: {str(error).removeprefix('--format ')}") from error
    # A project may name the baseline before it has one.
    known = config.baseline if config.baseline and config.baseline.exists() else None
    root = named(config.root, "").removesuffix(".")
    return dataclasses.replace(
        given,
        usual=tuple(Output(one.form, config.root / one.path if one.path else None) for one in usual),
        baseline=given.baseline or known,
        suppressions=given.suppressions or config.suppressions,
        fail_on=given.fail_on or config.fail_on,
        severities=config.severities,
        root=f"{root}/" if root else "",
    )


def _meant(config: Config, files: Iterable[Path], revision: str | None) -> AbstractSet[str] | None:
    """The files that were named, or have changed, as seen from the root; None for all: what judges them changed."""
    here = [file.resolve() for file in files]
    named = {file.relative_to(config.root).as_posix() for file in here if file.is_relative_to(config.root)}
    if revision is None:
        return named if here else None
    from checker.changed import changed_since

    changed = changed_since(revision, config.root)
    judging = [config.path.resolve(), config.baseline, config.suppressions, *config.rules, *config.glossary]
    for path in (path for path in judging if path and path.is_relative_to(config.root)):
        place = path.relative_to(config.root).as_posix()
        if any(name == place or name.startswith(f"{place}/") for name in changed):
            return named if here else None
    return changed & named if here else changed


def _refuse_unknown(config: Config, known: set[str]) -> None:
    for rule in config.severities:
        if rule not in known:
            raise ConfigError(f"{config.path}: severities.{rule}: there is no such rule")


def _lacking(one: Untranslated) -> str:
    named = ", ".join(one.originals[:_LISTED])
    more = f" and {len(one.originals) - _LISTED} more" if len(one.originals) > _LISTED else ""
    into = f" into {one.language}" if one.language else ""
    return f"untranslated{into}: {len(one.originals)} of {one.among}: {named}{more}"
