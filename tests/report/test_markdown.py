"""The report for a ticket or a chat."""

from __future__ import annotations

import dataclasses
import re

import pytest
from markdown_it import MarkdownIt

from checker.baseline import Entry, applied
from checker.model import Comparison, Event, Report
from checker.report.markdown import escaped, render
from checker.report.visible import one_line
from tests.report.sample import COURIER, HERALD, claim, row, sample

HOSTILE = (
    "<img src=x onerror=alert(1)> **bold** _it_ `code` [a](javascript:alert(1)) ![i](x) | a | b | ~~gone~~ &lt; "
    "# head @all @team-x http://example.invalid www.example.invalid a@example.invalid example.invalid #12 !13 GH-14 "
    ":tada: $x$ \\ ``` <!-- {{7*7}} ==x== <@U1> [^1] \x1b[2J \u202e"
)
LIVING = re.compile(
    r"@\w|://|www\.|\w\.[a-z]{2}|[#~]\w|!\d|GH-\d|:tada:|(?<!\\)(?:\\\\)*[<>`|]|(?<!\\)&\w+;", re.IGNORECASE
)


def told(left: str, right: str, message: str = "Two.", name: str = "a.txt") -> Report:
    one, two = dataclasses.replace(HERALD, name=name, text=left, title=left), dataclasses.replace(COURIER, text=right)
    finding = row("conflict", "error", "x", message, [claim(one, "item", left)], [claim(two, "item", right)])
    return Report("cross-source", "m", (one, two), (Event("e", (one.name, two.name), (finding,)),))


def shown(text: str) -> tuple[set[str], str]:
    """The kinds of markup in a rendered text, and the text itself."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inside = [child for token in tokens for child in token.children or ()]
    words = "".join(token.content or (" " if token.type == "softbreak" else "") for token in inside)
    return {token.type for token in (*tokens, *inside)}, words.replace("\u2060", "")


def test_only_our_own_markup() -> None:
    ours = {"paragraph", "heading", "ordered_list", "bullet_list", "list_item", "strong"}
    kinds, _ = shown(render(sample()) + render(told(HOSTILE, "- 1. x", HOSTILE, name="`a` <b>@x.txt")))
    assert kinds <= {f"{kind}_{end}" for kind in ours for end in ("open", "close")} | {
        "inline", "text", "text_special", "code_inline", "softbreak"
    }  # fmt: skip


def test_a_story_is_shown_as_it_is() -> None:
    _, words = shown(render(told(HOSTILE, "Port", HOSTILE)))
    assert words.count(one_line(HOSTILE)) == 3


def test_nothing_springs_to_life() -> None:
    assert not LIVING.search(escaped(HOSTILE))


@pytest.mark.parametrize(
    "text", ["9.5 percent", "U.S. Army", "10:30 a.m.", "surface-to-air", "R&D, 5%!", "Wait: no", "1,000 km (621 miles)"]
)
def test_ordinary_words_stay_untouched(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("left", "right", "lines"),
    [
        ("Koizumi", "Koisumi", ["“Koi**z**umi”", "“Koi**s**umi”"]),
        ("four years", "five years", ["“**four** years”", "“**five** years”"]),
        ("$5 billion", "$5 million", ["“\\$5 **b**illion”", "“\\$5 **m**illion”"]),
        ("Port", "agreed", ["“**Port**”", "“**agreed**”"]),
        ("小泉進次郎", "清住", ["“**小泉進次郎**”", "“**清住**”"]),
        ("(five)", "(four)", ["“(**five**)”", "“(**four**)”"]),
    ],
)
def test_what_differs_is_bold(left: str, right: str, lines: list[str]) -> None:
    said = [line.strip(" -").rpartition(": `")[0] for line in render(told(left, right)).splitlines() if "- “" in line]
    assert said == lines


def test_order_and_numbers_are_those_of_the_text() -> None:
    lines = render(sample()).splitlines()
    assert lines[0].startswith("**8 differences to look at in 10 stories on 2 events:")
    heads = [re.match(r"(\d)\. \*\*(.+?)\*\*: (.+?)\. ", line) for line in lines]
    assert [match.groups() for match in heads if match] == [
        ("1", "Person", "variant, warning"),
        ("2", "Quantity", "conflict, error"),
        ("3", "Person", "variant, error"),
        ("4", "Person", "missing, warning"),
        ("5", "Count", "update, note"),
        ("6", "Quotation", "variant, note"),
        ("7", "Agreed item", "variant, warning"),
        ("8", "Action", "conflict, error"),
    ]
    assert "1 could not be decided" in lines[-1]


def test_each_finding_has_its_rule_its_reason_and_its_stories() -> None:
    (head,) = [line for line in render(sample()).splitlines() if line.startswith("2. ")]
    assert head == "2. **Quantity**: conflict, error. The magnitude is given as 5.6 and 5.9. (`quantity.value`)"
    assert "`agency-5` (≠ differs from most)" in render(sample())


def test_known_findings_come_last() -> None:
    finding: Comparison = told("Port", "Fort").events[0].comparisons[0]
    known = applied(told("Port", "Fort"), [Entry(finding.fingerprint, "", "", (), "*Fine* by @desk")])
    _, words = shown(render(known))
    assert render(known).splitlines()[2:5] == [
        "**Known: 1 finding in the baseline**", "", "- Agreed item “Port” / “Fort”: \\*Fine\\* by @\u2060desk",
    ]  # fmt: skip
    assert words.startswith("No new differences in 2 stories on one event.")


def test_nothing_to_compare_is_one_line() -> None:
    assert render(Report("cross-source", "m", (), ())) == "**Nothing to compare: no stories.**\n"
