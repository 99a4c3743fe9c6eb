"""Whose a figure is, and who does what it counts."""

from __future__ import annotations

import pytest

from tests.about import Ask


def test_the_owner_is_the_nearest_name(ask: Ask) -> None:
    text = "In the election Alexei Voronin took 52.4 percent of the vote and Petar Dimov 6.3 percent."
    assert ask(text, "52.4").owner == "Alexei Voronin"
    assert ask(text, "6.3").owner == "Petar Dimov"


def test_a_source_owns_nothing(ask: Ask) -> None:
    text = "Irena Sadik, who heads the election commission, said 52.4 percent of the votes went to Alexei Voronin."
    assert ask(text, "52.4").owner == "Alexei Voronin"


@pytest.mark.parametrize(
    ("text", "figure", "doer"),
    [
        ("Jon Berg completed 17 passes.", "17", "Jon Berg"),
        # Who says it, who is not named, and what is done to somebody.
        ("Jon Berg said 17 passes were completed.", "17", ""),
        ("She completed 17 passes.", "17", ""),
        ("Jon Berg was hit by 17 passes.", "17", ""),
    ],
)
def test_who_does_what_a_figure_counts(text: str, figure: str, doer: str, ask: Ask) -> None:
    assert ask(text, figure).doer == doer


def test_the_one_whom_a_story_is_about_owns_its_pronouns(ask: Ask) -> None:
    text = "Ida Holm died on Monday. Holm sang for the town. Holm never married. She was 85 when Jon Berg called."
    assert ask(text, "85").owner == "Ida Holm"


def test_of_two_people_told_alike_nobody_is_the_one(ask: Ask) -> None:
    text = "Ida Holm and Jon Berg spoke. Holm and Berg left. Of one it was said: she was 85."
    assert ask(text, "85").owner == ""
