"""Findings whose every word means harm, as every form for build servers meets them."""

from __future__ import annotations

from checker.model import Event, Report, Story
from checker.report.places import SourceFile
from checker.report.prepare import SEVERITIES
from tests.report.sample import claim, row

HARM = (
    '\n::error file=x,line=1::owned\r\n##[add-mask]x %0A::stop-commands::x "quoted" \\u0022 '
    "</failure><failure> ]]> <!-- [a](javascript:alert(1)) {0} {{1}} &lt; \x1b[2J \x00 \u202e \ud800 \uffff \u2028 end"
)
PATHS = ("a,b:c/::x%0A.md", "d e/]](1) {0}/ü\n\x1b.md")


def hostile() -> tuple[Report, dict[str, SourceFile]]:
    """A report and its files."""
    left, right = (Story(name=path, text=f"First.\n\n{HARM} {side}\n") for path, side in zip(PATHS, "lr", strict=True))
    rows = tuple(
        row("conflict", severity, "r", f"{HARM} message", [claim(left, "item", HARM)], [claim(right, "item", HARM)])
        for severity in SEVERITIES
    )
    origins = {story.name: SourceFile(story.name, story.text, verbatim=True) for story in (left, right)}
    return Report("translation", "m", (left, right), (Event("e", PATHS, rows),)), origins
