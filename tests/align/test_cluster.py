"""Groups from pairs."""

from __future__ import annotations

import itertools

from checker.align.cluster import cluster
from checker.align.records import Edge
from checker.rules import Ruleset


def all_pairs(names: str, score: float) -> list[Edge]:
    return [Edge(one, other, score) for one, other in itertools.combinations(names, 2)]


def test_what_is_likely_is_joined(ruleset: Ruleset) -> None:
    found = cluster("abcd", [*all_pairs("ab", 0.95), *all_pairs("cd", 0.9)], ruleset.words("align"))
    assert found.groups == (("a", "b"), ("c", "d"))
    assert found.maybe == ()


def test_a_chain_is_no_group(ruleset: Ruleset) -> None:
    edges = [*all_pairs("abcd", 0.99), *all_pairs("efgh", 0.99), Edge("d", "e", 0.9)]
    found = cluster("abcdefgh", edges, ruleset.words("align"))
    assert found.groups == (("a", "b", "c", "d"), ("e", "f", "g", "h"))


def test_a_story_of_whom_no_pair_is_likely_stays_out(ruleset: Ruleset) -> None:
    edges = [*all_pairs("abcd", 0.99), *(Edge(name, "z", 0.45) for name in "abcd")]
    found = cluster("abcdz", edges, ruleset.words("align"))
    assert found.groups == (("a", "b", "c", "d"), ("z",))
    assert [(maybe.left, maybe.right) for maybe in found.maybe] == [("a", "z")]


def test_a_veto_keeps_two_apart(ruleset: Ruleset) -> None:
    found = cluster("ab", [Edge("a", "b", 0.99, veto="days")], ruleset.words("align"))
    assert found.groups == (("a",), ("b",))
    assert found.maybe == ()


def test_what_is_nearly_likely_enough_is_in_the_band(ruleset: Ruleset) -> None:
    found = cluster("ab", [Edge("a", "b", 0.6)], ruleset.words("align"))
    assert found.groups == (("a",), ("b",))
    assert [(maybe.left, maybe.right) for maybe in found.maybe] == [("a", "b")]


def test_four_copies_count_as_one_source(ruleset: Ruleset) -> None:
    copies = [Edge(one, other, 0.99, copy=True) for one, other in itertools.combinations("abcd", 2)]
    found = cluster("abcde", [*copies, Edge("a", "e", 0.6)], ruleset.words("align"))
    assert found.groups == (("a", "b", "c", "d"), ("e",))
    assert found.copies == (("a", "b", "c", "d"),)


def test_a_very_large_piece_is_cut(ruleset: Ruleset) -> None:
    settings = {**ruleset.words("align")}
    settings["join"] = {**settings["join"], "largest": 4}
    found = cluster("abcdef", [*all_pairs("abc", 0.99), *all_pairs("def", 0.99), Edge("c", "d", 0.6)], settings)
    assert found.groups == (("a", "b", "c"), ("d", "e", "f"))


def test_none(ruleset: Ruleset) -> None:
    assert cluster([], [], ruleset.words("align")).groups == ()
