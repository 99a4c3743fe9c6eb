"""Which claim answers which over whole stories: the same thing wherever it stands, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import Checker, Story
from checker.model import FINDINGS

Found = Callable[..., list[set[str]]]

FILL = "Schools in the valley stayed closed, and the council met in the town hall to speak about the winter."


@pytest.fixture
def found(checker: Checker) -> Found:
    """The wordings that findings set against each other, a set for each row."""

    def of(*texts: str) -> list[set[str]]:
        stories = [Story(name=f"story {number}", text=text) for number, text in enumerate(texts)]
        return [
            {side.claim.text for side in row.sides}
            for event in checker.check(stories, same_event=True).events
            for row in event.comparisons
            if row.verdict in FINDINGS
        ]

    return of


@pytest.mark.parametrize(
    ("left", "right", "texts"),
    [
        # The headline of one story against the last paragraph of the other, with no word in common.
        (
            f"Mine blast kills 24\n\n{FILL}\n\nOfficials spoke of a black day.",
            f"The mine\n\n{FILL}\n\nThe bodies of 11 miners were recovered.",
            {"24", "11 miners"},
        ),
        ("A toll of twenty-four was given.", "The flood killed 11 people.", {"twenty-four", "11 people"}),
        (
            "Turnout was 61.7 percent, the commission said.",
            "The commission met. It put the turnout at 67.1 percent.",
            {"61.7 percent", "67.1 percent"},
        ),
        (
            "Arden will pay $4.98 billion for Velmo, it said.",
            "Arden buys Velmo for $4.98 million, the firms said.",
            {"$4.98 billion", "$4.98 million"},
        ),
        (
            "Police arrested 12 people. Another 40 people were injured.",
            "Forty people were injured and 21 people were arrested.",
            {"12 people", "21 people"},
        ),
    ],
)
def test_it_is_found_wherever_it_stands(left: str, right: str, texts: set[str], found: Found) -> None:
    assert texts in found(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Twelve people were injured in the blast.", "Police arrested 20 people after the blast."),
        ("The flood killed 24 people.", "The flood killed twenty-four people."),
        (
            "The flood killed 24 people. A flood in 2003 killed 310 people.",
            "In 2003 a flood killed 310. This one killed 24.",
        ),
        ("The flood killed 24 people.", "Published: May 3, 2026\nA flood killed 310 people in 2003."),
        ("The flood killed 24: 15 in London, nine in Paris.", "The flood killed 24 people."),
        ("The flood killed 24: 15 in London, nine in Paris.", "In Paris the flood killed nine."),
        ("About 300 houses were destroyed.", "The storm destroyed 312 houses."),
        ("More than 100,000 people live on the island.", "The island has a population of 120,000."),
        ("Alexei Voronin won 52.4 percent of the vote.", "Petar Dimov won 6.3 percent of the vote."),
        ("An exit poll gave Alexei Voronin 54 percent of the vote.", "Alexei Voronin won 52.4 percent of the vote."),
        ("Ida Holm, 46, was elected.", "Ida Holm was elected. Her rival Jon Berg, 61, conceded."),
        ("The firm was founded with 12 machines.", "The firm sold 40 machines to a mill in Leeds."),
        ("The road is 12 km long.", "The town lies 12 miles north of Lima."),
        ("Arden paid $40 million for the site in Leeds.", "Velmo lost $3 million last year."),
        ("Two more victims were found on Monday, bringing the toll to 12 dead.", "The blast killed 12."),
        ("The minister met Jon Berg.", "The minister met Jan Burke, a miner from Leeds."),
        ("Foreign Minister Jon Berg spoke.", "Finance Minister Ada Lund spoke."),
        ("Of the 80 wounded 30 remained in hospital.", "Eighty people were wounded."),
    ],
)
def test_another_thing_is_no_answer(left: str, right: str, found: Found) -> None:
    assert found(left, right) == []


def test_many_stories_make_one_row(checker: Checker) -> None:
    tolls = {"a": "24", "b": "24", "c": "11", "d": "24"}
    stories = [Story(name=name, text=f"The flood killed {toll} people in the valley.") for name, toll in tolls.items()]
    (event,) = checker.check(stories, same_event=True).events
    (row,) = (row for row in event.comparisons if row.verdict == "conflict")
    assert {side.claim.story: side.group for side in row.sides} == {"a": 0, "b": 0, "c": 1, "d": 0}


def test_what_one_story_says_alone_is_listed_and_no_finding(checker: Checker) -> None:
    stories = [Story(name="a", text="The flood killed 24 people."), Story(name="b", text="The mayor wept.")]
    (event,) = checker.check(stories, same_event=True).events
    assert not event.comparisons
    assert {claim.text for claim in event.one_sided} >= {"24 people"}
