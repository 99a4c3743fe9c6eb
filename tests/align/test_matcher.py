"""What the matcher answers depends on what it holds, and on nothing else."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from checker.align.matcher import Matcher
from checker.align.records import Signature
from checker.align.signature import signature
from checker.model import Story
from checker.rules import Ruleset
from tests.align.test_align import read


def signatures(ruleset: Ruleset) -> list[Signature]:
    stories = read(ruleset, "earthquake", "election", "company-deal")
    return [signature(story, ruleset) for story in stories]


def test_a_matcher_made_anew_gives_the_same_edges(ruleset: Ruleset) -> None:
    signed = signatures(ruleset)
    settings = ruleset.words("align")
    old, new = signed[::2], signed[1::2]
    first, second = Matcher(settings), Matcher(settings)
    first.match(old[:2])
    first.match(old[2:])
    second.add(old[::-1])
    edges = first.match(new)
    assert edges
    assert edges == second.match(new[::-1])


def test_what_is_forgotten_leaves_no_trace(ruleset: Ruleset) -> None:
    signed = [dataclasses.replace(one, published=date(2026, 3, 2)) for one in signatures(ruleset)]
    before = [dataclasses.replace(one, name=f"old {one.name}", published=date(2026, 2, 1)) for one in signed]
    settings = ruleset.words("align")
    matcher = Matcher(settings)
    matcher.match(before)
    matcher.forget(date(2026, 2, 2))
    assert matcher.match(signed) == Matcher(settings).match(signed)


def test_a_story_is_held_once(ruleset: Ruleset) -> None:
    signed = signatures(ruleset)
    matcher = Matcher(ruleset.words("align"))
    matcher.add(signed)
    matcher.add(signed)
    assert matcher.match([]) == []
    assert Matcher(ruleset.words("align")).match([]) == []


def test_days_too_far_apart_are_a_veto(ruleset: Ruleset) -> None:
    text = "The central bank of Norland left its rate at 4 percent. Governor Ida Holm spoke of steady prices. "
    settings, first = ruleset.words("align"), date(2025, 1, 20)
    days = [first, first + timedelta(days=settings["days"]), first + timedelta(days=settings["days"] + 1)]
    signed = [signature(Story(name=str(day), text=text, published=day), ruleset) for day in days]
    vetoes = {(edge.left, edge.right): edge.veto for edge in Matcher(settings).match(signed)}
    assert vetoes[str(days[0]), str(days[1])] is None
    assert vetoes[str(days[0]), str(days[2])] == "days"


def test_stories_of_two_events_have_little_in_common(ruleset: Ruleset) -> None:
    edges = Matcher(ruleset.words("align")).match(signatures(ruleset))
    assert not [edge for edge in edges if edge.left.split("/")[0] != edge.right.split("/")[0] and edge.score > 0.5]
