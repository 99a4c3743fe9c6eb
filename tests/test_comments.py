"""What authors tell the checker in the text."""

from __future__ import annotations

from datetime import date

import pytest

from checker.comments import remark, remarks

GOOD = "checker: ignore count.value until=2027-01-31 reason=A later toll."


def test_a_comment() -> None:
    text = f"One.\n\n<!-- {GOOD} -->\nTwo.\n"
    (said,) = remarks(text)
    assert text[said.start : said.end] == f"<!-- {GOOD} -->"
    assert (said.rule, said.until, said.reason, said.fault) == ("count.value", date(2027, 1, 31), "A later toll.", "")


@pytest.mark.parametrize(
    "words",
    [
        " checker: ignore  reason=A later\n toll. ",
        "checker: ignore count.value reason=x",
        "checker: ignore count.value until=soon reason=x",
        "checker: ignore count.value until=2027-02-30 reason=x",
        "checker: ignore count.value until=2027-01-31",
        "checker: ignore count.value until=2027-01-31 reason= ",
        "checker: ignore until=2027-01-31 reason=x",
        "checker: ignore a.b c.d until=2027-01-31 reason=x",
        "checker: ignore a.b until=2027-01-31 until=2028-01-31 reason=x",
        "checker: forget count.value until=2027-01-31 reason=x",
        "checker:",
        "Checker: reason=x",
    ],
)
def test_one_that_is_not_complete_has_a_fault(words: str) -> None:
    said = remark(words, 0, len(words))
    assert said is not None
    assert said.fault


@pytest.mark.parametrize("words", [GOOD, f"  {GOOD}", f"\n\t{GOOD}\n", GOOD.replace("checker", "CHECKER")])
def test_any_reader_may_hand_over_the_words_of_a_comment(words: str) -> None:
    said = remark(words, 3, 9)
    assert said is not None
    assert (said.start, said.end, said.fault) == (3, 9, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A checker: ignore count.value until=2027-01-31 reason=x",
        "<!-- more below -->",
        "<!-- our checker: be kind -->",
        "<!-- spell-checker: ignore foo -->",
        f"<!-- {GOOD}",
        f"<-- {GOOD} -->",
        f"<!-- {GOOD} --",
        "<!--" * 2000 + GOOD,
    ],
)
def test_nothing_else_is_one(text: str) -> None:
    assert remarks(text) == ()
