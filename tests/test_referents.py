"""Whom descriptions stand for, over several stories."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import Checker, Story
from checker.model import FINDINGS, Comparison

Rows = Callable[..., list[Comparison]]


@pytest.fixture
def rows(checker: Checker) -> Rows:
    """The rows of a field in two texts."""

    def find(left: str, right: str, field: str) -> list[Comparison]:
        report = checker.check([Story(name="l", text=left), Story(name="r", text=right)], same_event=True)
        return [row for event in report.events for row in event.comparisons if row.field == field]

    return find


def _sides(rows: list[Comparison]) -> list[set[str]]:
    return [{side.claim.text for side in row.sides} for row in rows]


@pytest.mark.parametrize(
    ("left", "right", "one", "other"),
    [
        ("The driver, Paul Denholm, fled.", "The driver fled after the crash on Monday.", "Paul Denholm", "driver"),
        ("Actress Ann Lowry died on Monday.", "The actress died at home on Monday.", "Ann Lowry", "actress"),
        ("Paul Denholm was a mobster.", "The mafioso died in prison.", "Paul Denholm", "mafioso"),
        ("Ann Lowry, 16, was shot on Monday.", "The 16-year-old was shot at home.", "Ann Lowry", "16-year-old"),
        ("American boxer Paul Denholm won.", "The American won.", "Paul Denholm", "American"),
        ("Paul Denholm was arrested on Monday.", "A suspect was arrested on Monday.", "Paul Denholm", "suspect"),
        ("The gunman fled on foot.", "The shooter fled by car.", "gunman", "shooter"),
        ("Villagers fled.", "Residents fled to the hills.", "Villagers", "Residents"),
    ],
)
def test_one_row(rows: Rows, left: str, right: str, one: str, other: str) -> None:
    assert any({one, other} <= texts for texts in _sides(rows(left, right, field="description")))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("", ""),
        ("Police closed the road.", "Police shut the road."),
        ("Paul Denholm left.", "Paul Denholm went."),
        ("Driver Paul Denholm left.", "Driver Paul Denholm went."),
        ("Singer Ann Lowry left.", "The driver left."),
        ("The driver, Paul Denholm, fled.", "Another driver fled."),
        ("The driver, Paul Denholm, fled.", "Two drivers fled."),
        ("Drivers Paul Denholm and Jon Reddick left. Jon Reddick, a driver, is 40.", "Fishermen left."),
        ("Briton Paul Denholm won.", "The Dane lost."),
        ("Ann Lowry, 16, was shot.", "The 17-year-old was shot."),
        ("Paul Denholm was arrested.", "Ann Lowry said that nobody was arrested."),
        ("The mayor, Ann Lowry, was arrested.", "The pope was arrested."),
        ("Ann Lowry left her husband.", "His wife waited."),
        ("Ann Lowry was hit by a car.", "A hit-and-run driver was arrested."),
        ("It rained. It snowed. Legendary mobster Paul Denholm founded it.", "The mobster died on Monday."),
        ("Ann Lowry shot a man.", "The victim was shot at home."),
        ("Technology experts met.", "The company met."),
        ("The report was sent to the company.", "The firm sent a report."),
        ("The game was in Denver. The Denver Broncos won.", "The Denver Broncos lost."),
    ],
)
def test_no_row(rows: Rows, left: str, right: str) -> None:
    assert rows(left, right, field="description") == []


def test_two_of_a_kind_are_nobody(rows: Rows) -> None:
    left = "Driver Paul Denholm fled. Driver Jon Reddick stayed."
    assert not any("driver" in texts for texts in _sides(rows(left, "The driver waited at home.", field="description")))


def test_a_town_is_a_team_where_nothing_happens_in_it(rows: Rows) -> None:
    found = rows("Denver beat the guests. The Denver Broncos won.", "The Denver Broncos won.", field="description")
    assert {"Denver", "Denver Broncos"} <= _sides(found)[0]
    assert [row.reason for row in found] == ["town"]


def test_names_at_odds_are_described_by_nobody(rows: Rows) -> None:
    left, right = "Interior Minister Paul Hendersen resigned.", "Interior Minister Paul Henderson resigned."
    assert rows(left, right, field="description") == []


def test_never_a_finding(rows: Rows) -> None:
    left, right = "The gunman, Paul Denholm, fled.", "The mayor, Ann Lowry, said the killer fled."
    assert not any(row.verdict in FINDINGS for row in rows(left, right, field="description"))
