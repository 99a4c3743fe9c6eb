"""Stories on one event come together, near-topic neighbours stay apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.align import align
from checker.clean import clean
from checker.dateline import recognise
from checker.model import Story
from checker.rules import Ruleset

SEEDS = Path(__file__).parents[2] / "seeds"
NEIGHBOURS = [
    ("earthquake", "earthquake-aftershock-2024"),
    ("company-deal", "company-deal-failed-bid"),
    ("election", "court-ruling"),
    ("defence-ministers", "election"),
]


def read(ruleset: Ruleset, *folders: str) -> list[Story]:
    dates = ruleset.words("dateline")
    stories = [
        Story(name=f"{folder}/{path.name}", text=path.read_text(encoding="utf-8"))
        for folder in folders
        for path in sorted((SEEDS / folder).glob("*.txt"))
    ]
    return [recognise(clean(story, ruleset.words("clean"), dates), dates) for story in stories]


def folders(groups: tuple[tuple[str, ...], ...]) -> list[set[str]]:
    return [{name.split("/")[0] for name in group} for group in groups]


@pytest.mark.parametrize("pair", NEIGHBOURS)
def test_neighbours_stay_apart(pair: tuple[str, str], ruleset: Ruleset) -> None:
    groups = align(read(ruleset, *pair), ruleset).groups
    assert sorted(map(sorted, folders(groups))) == [[name] for name in sorted(pair)]


def test_all_samples_together(ruleset: Ruleset) -> None:
    names = sorted(path.name for path in SEEDS.iterdir() if (path / "expected.toml").exists())
    groups = align(read(ruleset, *names), ruleset).groups
    assert sorted(map(sorted, folders(groups))) == [[name] for name in names]


def test_the_order_of_stories_does_not_matter(ruleset: Ruleset) -> None:
    stories = read(ruleset, "earthquake", "election")
    assert align(stories, ruleset) == align(stories[::-1], ruleset)


def test_one_story_and_none(ruleset: Ruleset) -> None:
    assert align([], ruleset).groups == ()
    assert align([Story(name="a", text="Alone.")], ruleset).groups == (("a",),)


def test_stories_without_words_stand_alone(ruleset: Ruleset) -> None:
    stories = [Story(name="a", text="…"), Story(name="b", text="!?")]
    assert align(stories, ruleset).groups == (("a",), ("b",))


def test_the_same_words_months_apart_are_two_events(ruleset: Ruleset) -> None:
    text = "The central bank of Norland left its rate unchanged. Governor Ida Holm spoke of steady prices."
    stories = [
        Story(name="a", text=text, published=date(2025, 1, 20)),
        Story(name="b", text=text, published=date(2025, 6, 20)),
    ]
    assert align(stories, ruleset).groups == (("a",), ("b",))
