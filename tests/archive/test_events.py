"""Events keep their names, and a window of days is all that a batch is matched against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from checker import Checker, Story
from checker.align.records import Edge, Signature
from checker.archive.add import prepare
from checker.archive.events import join, settle
from checker.archive.matching import Roller, batches, match_days, partitions
from checker.archive.store import Member, Store, open_store
from checker.rules import Ruleset

MAY = {day: date(2026, 5, day) for day in range(1, 32)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.duckdb", write=True) as opened:
        yield opened


def receive(store: Store, **days: date | None) -> None:
    """Stories of these names and days."""
    store.receive(
        (key, Story(key, key, published=day), Signature(key, key, day, *[()] * 8)) for key, day in days.items()
    )


def joined(store: Store, ruleset: Ruleset, *pairs: str, vetoes: tuple[str, ...] = ()) -> dict[str, str]:
    """What waits joins by these pairs, `ab` being one; every story with its event."""
    edges = [Edge(pair[0], pair[1], 0.9, veto="place" if pair in vetoes else None) for pair in (*pairs, *vetoes)]
    join(store, store.unmatched(), edges, ruleset.words("align"))
    return {member.id: member.event for member in store.around(list("abcdefgh"), 2, None)}


def test_an_event_is_called_after_its_first_story(store: Store, ruleset: Ruleset) -> None:
    receive(store, b=MAY[1], a=MAY[2], c=MAY[2])
    assert joined(store, ruleset, "ab") == {"a": "b", "b": "b", "c": "c"}


def test_it_keeps_the_name_when_an_earlier_story_comes(store: Store, ruleset: Ruleset) -> None:
    receive(store, b=MAY[2])
    joined(store, ruleset)
    receive(store, a=MAY[1])
    assert joined(store, ruleset, "ab") == {"a": "b", "b": "b"}
    receive(store, c=None)
    assert joined(store, ruleset, "ac", "bc") == dict.fromkeys("abc", "b")


def test_of_two_that_become_one_the_earlier_stays(store: Store, ruleset: Ruleset) -> None:
    receive(store, d=MAY[1], e=MAY[1], a=MAY[3], b=MAY[3])
    assert joined(store, ruleset, "de", "ab") == {"a": "a", "b": "a", "d": "d", "e": "d"}
    receive(store, c=MAY[4])
    assert joined(store, ruleset, "ac", "bc", "cd", "ce", "ad", "ae", "bd", "be") == dict.fromkeys("abcde", "d")
    assert [entry.id for entry in store.entries()] == ["d"]
    assert store.counts()["alone"] == 0


def test_what_a_veto_keeps_apart_stays_apart(store: Store, ruleset: Ruleset) -> None:
    receive(store, a=MAY[1], b=MAY[1], c=MAY[1])
    assert joined(store, ruleset, "ac", vetoes=("ab", "bc")) == {"a": "a", "b": "b", "c": "a"}


def test_pairs_come_back_but_for_their_reasons(store: Store) -> None:
    edges = [Edge("a", "b", 0.1 + 0.2, (("words", 1 / 3),), "days", copy=True), Edge("b", "c", 0.0)]
    store.join(edges)
    assert store.edges(["a", "b", "c"]) == [replace(edge, why=()) for edge in edges]
    assert store.edges(["a", "c"]) == []


def test_doubts_go_with_their_events(store: Store, ruleset: Ruleset) -> None:
    receive(store, a=MAY[1], b=MAY[1], e=MAY[1])
    assert joined(store, ruleset) == {"a": "a", "b": "b", "e": "e"}
    store.doubt(["a", "b"], [], [("a", "b", 0.4), ("a", "e", 0.3)])
    assert [(one, other) for one, other, _ in store.doubts()] == [("a", "b"), ("a", "e"), ("b", "a"), ("e", "a")]
    receive(store, c=MAY[2])
    assert joined(store, ruleset, "ac", "bc", "ab") == {"a": "a", "b": "a", "c": "a", "e": "e"}
    assert [(one, other) for one, other, _ in store.doubts()] == [("a", "e"), ("e", "a")]


def test_stories_that_count_as_of_days_far_apart_are_no_pair(store: Store, ruleset: Ruleset) -> None:
    days = ruleset.words("align")["window"]
    receive(store, a=MAY[1], b=None, c=None)
    store.settle([("b", MAY[1] + timedelta(days=days)), ("c", MAY[1] + timedelta(days=days + 1))])
    assert joined(store, ruleset, "ab", "ac") == {"a": "a", "b": "a", "c": "c"}


def test_what_is_not_touched_is_not_due(store: Store, ruleset: Ruleset) -> None:
    receive(store, a=MAY[1], b=MAY[1], d=MAY[1], e=MAY[1])
    joined(store, ruleset, "ab", "de")
    assert store.due() == ["a", "d"]
    for event in store.due():
        store.keep(event, "{}", 0)
    receive(store, f=MAY[2], c=MAY[2])
    joined(store, ruleset, "ef", "df")
    assert store.due() == ["d"]


def test_what_is_older_than_the_window_is_left_as_it_is(store: Store, ruleset: Ruleset) -> None:
    receive(store, a=MAY[1], b=MAY[10], c=MAY[20], d=MAY[1])
    joined(store, ruleset)
    store.join([Edge("a", "b", 0.9), Edge("b", "c", 0.9), Edge("c", "d", 0.1)])
    for since, found in ((None, "abc"), (MAY[1], "abc"), (MAY[2], "bc"), (MAY[11], "c")):
        assert "".join(member.id for member in store.around(["c"], 0.5, since)) == found
    store.regroup({"a": ["a", "b"]})
    assert "".join(member.id for member in store.around(["c"], 0.5, MAY[10])) == "abc"


@pytest.mark.parametrize(
    ("days", "most", "found"),
    [
        ("aaaaab", 2, "aa aa ab"),
        ("aabbcc", 2, "aa bb cc"),
        ("aabbcc", 3, "aa bb cc"),
        ("aabbcc", 4, "aabb cc"),
        ("abbbbc", 3, "a bbb bc"),
        ("aabbcc", 10, "aabbcc"),
        ("", 10, ""),
    ],
)
def test_batches_go_by_day_and_what_is_left_of_them_stays_the_same(days: str, most: int, found: str) -> None:
    waiting = [Member(str(place), day, MAY[ord(day) - 96]) for place, day in enumerate(days)]
    whole = batches(waiting, most)
    assert " ".join("".join(member.name for member in batch) for batch in whole) == found
    for done in range(len(whole)):
        assert batches([member for batch in whole[done:] for member in batch], most) == whole[done:]


def test_a_batch_is_matched_against_the_days_around_it(store: Store, ruleset: Ruleset) -> None:
    receive(store, a=MAY[1], b=MAY[12], h=MAY[28])
    joined(store, ruleset)
    receive(store, c=MAY[10], d=MAY[10], e=MAY[14], f=MAY[30])
    found = [
        ("".join(held.name for day in part.before for held in day), "".join(new.name for new in part.batch))
        for part in partitions(store, batches(store.unmatched(), 2), days=5)
    ]
    assert found == [("b", "cd"), ("bcdh", "ef")]
    (part,) = partitions(store, batches(store.unmatched(), 10), days=5)
    assert [held.name for day in part.before for held in day] == ["b", "h"]


def test_matched_one_after_the_other_or_each_by_itself_the_same_pairs(store: Store, checker: Checker) -> None:
    files = sorted(Path(__file__).parents[2].glob("seeds/*/*.txt"))
    stories = [(file.stem + file.parent.name, Story(file.name, file.read_text(encoding="utf-8"))) for file in files]
    prepared = prepare(checker, stories)
    assert any(story.published is None for _, story, _ in prepared)
    store.receive(prepared)
    settle(store, checker.ruleset.words("dateline"))
    roller = Roller(checker.ruleset.words("align"))
    found = 0
    for part in partitions(store, batches(store.unmatched(), 2), days=20):
        pairs = roller.match(part)
        assert match_days(checker, [*part.before[::-1], part.batch]) == pairs
        found += len(pairs)
    assert found
