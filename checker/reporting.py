"""What every command that checks does with its report: what was decided is brought in, forms are written, a run fails.

`reporting` adds the options for it to a command, which is given a `Reporting` for them: `begin` refuses what would go
wrong before the work, and `end` does what is left after it.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker import console
from checker.failing import NAMES, fails
from checker.files import refuse_targets, write_atomic
from checker.model import Severity
from checker.options import FILE
from checker.outputs import FORMS, STANDARD_OUTPUT, Outcome, Output, outputs, write

if TYPE_CHECKING:
    from checker.baseline import Entry
    from checker.settled import Decisions

FAILED, REFUSED = 1, 2
_OPTIONS = (
    click.option(
        "--format", "formats", multiple=True, metavar="FORM[=FILE]", help=f"Forms: {', '.join(FORMS)}.  [text]"
    ),
    click.option("--output", metavar="FILE", default="-", help="Where a form without a file goes.  [standard output]"),
    click.option("--baseline", metavar="FILE", type=FILE, help="Findings that are known."),
    click.option("--write-baseline", metavar="FILE", type=FILE, help="Write the findings of this run as known."),
    click.option("--suppressions", metavar="FILE", type=FILE, help="Findings that are suppressed."),
    click.option(
        "--fail-on", multiple=True, type=click.Choice(NAMES), help="The mildest finding that fails the run.  [update]"
    ),
)
_ASKED = ("formats", "output", "baseline", "write_baseline", "suppressions", "fail_on")


def reporting(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a report, given to a command as `reporting`, a `Reporting`."""

    @functools.wraps(command)
    def packed(*args: Any, **given: Any) -> None:
        asked = {key: given.pop(key) for key in _ASKED}
        command(*args, **given, reporting=Reporting(**asked))

    for option in reversed(_OPTIONS):
        option(packed)
    return packed


@dataclass(frozen=True, slots=True)
class Reporting:
    """What was asked of a report.

    Attributes:
        formats, output: the forms, and where those without a file go.
        baseline, write_baseline, suppressions: files.
        fail_on: verdicts and severities.
        usual: the forms where none is asked for.
        also: forms beside these.
        severities: by rule.
        root: what stands before the patterns of the suppressions in the paths that the report names.
    """

    formats: tuple[str, ...] = ()
    output: str = "-"
    baseline: Path | None = None
    write_baseline: Path | None = None
    suppressions: Path | None = None
    fail_on: tuple[str, ...] = ()
    usual: tuple[Output, ...] = (Output("text", None),)
    also: tuple[Output, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    root: str = ""

    def begin(self, sources: Iterable[str]) -> Ready:
        """All that can be known before the work.

        Args:
            sources: the files that are read, and must stay.

        Raises:
            UsageError: a form is unknown, or has no place to go.
            BaselineError, SuppressionError: a file cannot be used.
        """
        from checker import settled

        asked = self.formats or self.output != STANDARD_OUTPUT
        given = (*(outputs(self.formats, self.output) if asked else self.usual), *self.also)
        # The baseline that was read may be written anew.
        read = [str(path) for path in (self.baseline, self.suppressions) if path and path != self.write_baseline]
        targets = [path for path in (*(one.path for one in given), self.write_baseline) if path]
        refuse_targets(targets, [*sources, *read])
        decided = settled.decisions(self.baseline, self.suppressions, self.severities, self.root)
        return Ready(self, given, decided, settled.noted(self.write_baseline))


@dataclass(frozen=True, slots=True)
class Ready:
    """What is known before the work.

    Attributes:
        asked: of the report.
        given: its forms.
        decided: what somebody decided about findings.
        noted: entries of the baseline that is to be written anew.
    """

    asked: Reporting
    given: tuple[Output, ...]
    decided: Decisions
    noted: tuple[Entry, ...]

    def also(self, output: Output) -> Ready:
        """The same, with one form more."""
        return dataclasses.replace(self, given=(*self.given, output))

    def end(self, outcome: Outcome, *, whole: bool = True) -> int:
        """Write the report, say what is to be said, and give the exit code.

        Args:
            outcome: what was found.
            whole: everything was checked that decisions may mean.

        Raises:
            UsageError: a file cannot be written.
        """
        from checker import settled
        from checker.baseline import written

        ground = settled.grounds(outcome.rules, whole=whole and not outcome.errors)
        report, said = settled.settled(outcome.report, self.decided, outcome.origins, ground)
        write(self.given, dataclasses.replace(outcome, report=report))
        if self.asked.write_baseline:
            write_atomic(self.asked.write_baseline, written(report, self.noted))
        for line in (*(f"left out: {error}" for error in outcome.errors), *said):
            console.say(line)
        if outcome.errors:
            return REFUSED
        return FAILED if fails(report, self.asked.fail_on) else 0
