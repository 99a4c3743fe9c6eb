"""Dates by elimination: what either story tells and the other lacks."""

import pytest

from checker import Checker, Story
from checker.model import FINDINGS


def found(left: str, right: str) -> list[str]:
    report = Checker().check([Story("a.txt", left), Story("b.txt", right)], same_event=True)
    return [row.rule for event in report.events for row in event.comparisons if row.verdict in FINDINGS]


def test_days_of_like_happenings_answer_each_other() -> None:
    assert "date.other-weekday" in found(
        "Brellin tannery burns\n\nThe shift at the tannery will resume work on Monday, the foreman said.",
        "Fire at Brellin\n\nThe workers at the tannery will resume work on Tuesday after the blaze.",
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Only left over, and of nothing in common.
        (
            "The tannery in Brellin burned down. A foreman was questioned on Monday.",
            "The fire killed nobody. Rain fell on Tuesday.",
        ),
        # Days of saying.
        (
            "The tannery will close, the owner said on Monday.",
            "Sixty jobs go with the old works by the river, its union said on Tuesday.",
        ),
        # One is past, one to come.
        ("The court met on Monday in Brellin.", "The court will meet on Tuesday in Brellin."),
        # Either is told by the other story too.
        ("He was charged on Monday and tried on Tuesday.", "He was tried on Tuesday and charged on Monday."),
    ],
)
def test_what_has_nothing_in_common_does_not(left: str, right: str) -> None:
    assert not [rule for rule in found(left, right) if rule.startswith("date.")]
