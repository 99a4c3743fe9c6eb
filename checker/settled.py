"""What somebody has decided about findings, brought into a report: severities, a baseline, suppressions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from checker import baseline, suppressions
from checker.baseline import Entry
from checker.failing import regraded
from checker.model import Report, Severity
from checker.report.places import SourceFile
from checker.rules import Rule
from checker.suppressions import Ground, Suppression

# More stale entries than these are counted, not named.
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided.

    Attributes:
        path: of the baseline.
        entries: of the baseline.
        suppressions: of the file of suppressions.
        severities: by rule.
    """

    path: Path | None = None
    entries: tuple[Entry, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)


def decisions(
    known: Path | None = None,
    suppressed: Path | None = None,
    severities: Mapping[str, Severity] | None = None,
    root: str = "",
) -> Decisions:
    """The decisions that stand in files.

    Args:
        known: a baseline.
        suppressed: a file of suppressions.
        severities: by rule.
        root: what stands before the patterns of the suppressions in the paths that the report names.

    Raises:
        BaselineError, SuppressionError: a file cannot be used.
    """
    return Decisions(
        path=known,
        entries=baseline.read(known) if known else (),
        suppressions=suppressions.read(suppressed, root) if suppressed else (),
        severities=severities or {},
    )


def settled(
    report: Report, made: Decisions, origins: Mapping[str, SourceFile], ground: Ground
) -> tuple[Report, list[str]]:
    """The report with what was decided in it, and what is to be said of decisions that have had their day.

    Args:
        report: what was found.
        made: what was decided.
        origins: the files of the stories.
        ground: what suppressions are judged by.
    """
    report = baseline.applied(regraded(report, made.severities), made.entries)
    given = list(made.suppressions)
    said: list[str] = []
    for name, origin in origins.items():
        found, wrong = suppressions.beside(name, origin)
        given += found
        said += wrong
    outcome = suppressions.applied(report, given, origins, ground)
    stale = baseline.stale(outcome.report, made.entries) if ground.whole else ()
    return outcome.report, [*said, *outcome.said, *_stale(made.path, stale)]


def grounds(rules: Iterable[Rule], *, whole: bool = True) -> Ground:
    """What suppressions are judged by, today, where the command runs."""
    return Ground(date.today(), {rule.id for rule in rules}, whole)  # noqa: DTZ011 - the desk's own day


def noted(path: Path | None) -> tuple[Entry, ...]:
    """The entries of a baseline that is to be written anew: their notes are kept.

    Raises:
        BaselineError: there is a file, and it is none.
    """
    return baseline.read(path) if path and path.is_file() else ()


def _stale(path: Path | None, entries: Sequence[Entry]) -> list[str]:
    """What has been dealt with for good: the baseline need not hold it any longer."""
    if not entries:
        return []
    named = [f"{entry.rule} ({' / '.join(entry.values)})" for entry in entries[:_LISTED]]
    more = [f"{len(entries) - _LISTED} more"] if len(entries) > _LISTED else []
    return [f"{path}: stale, nothing in this run answers {'; '.join(named + more)}"]
