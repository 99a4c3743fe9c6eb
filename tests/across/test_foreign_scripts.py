"""Names in Chinese and Japanese texts against English ones."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from checker import Checker, Story, names, readings
from checker.across import held
from checker.across.sources import lost_names
from checker.names import match
from checker.rules import Ruleset


def _lost(ruleset: Ruleset, language: str, text: str, english: str) -> list[str]:
    words, places = ruleset.words("across"), ruleset.words("places")
    return [text[one.start : one.end] for one in lost_names(text, language, english, words, places)]


def _rules(text: str, english: str) -> set[str]:
    stories = [Story(name="a", text=text, language="ja"), Story(name="b", text=english)]
    report = Checker(mode="translation").check(stories, same_event=True)
    return {row.rule for event in report.events for row in event.comparisons}


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The extra `ja` cannot be imported."""
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for cached in (readings._dictionary, readings.read, readings._others, held._words, names._match):  # noqa: SLF001
        cached.cache_clear()


# --- Chinese ---


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("布兰道尔昨天说。", "Brandauer said yesterday."),
        ("迈克尔·布兰道尔昨天说。", "Michael Brandauer spoke yesterday."),
        ("他参加了马拉松比赛。", "He ran the marathon."),
        ("李明华昨天说。", "She spoke yesterday."),
        ("他来自罗马尼亚。", "He is Romanian."),
        ("多年来比赛门票", "For years tickets"),
        ("拉丁美洲的经济", "The economy of Latin America"),
    ],
)
def test_nothing_is_lost_from_chinese(ruleset: Ruleset, text: str, english: str) -> None:
    assert _lost(ruleset, "zh", text, english) == []


def test_a_name_lost_from_chinese(ruleset: Ruleset) -> None:
    assert _lost(ruleset, "zh", "卡特里娜昨天在会上说。", "She spoke at the meeting yesterday.") == ["卡特里娜"]


# --- Japanese, without the extra ---


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("田辺恵子さんは昨日、甲府市で話した。", "She spoke yesterday."),
        ("阪神タイガースが勝った。", "The Hanshin Tigers won."),
    ],
)
def test_nothing_is_lost_without_readings(ruleset: Ruleset, without: None, text: str, english: str) -> None:
    del without
    assert _lost(ruleset, "ja", text, english) == []


def test_without_readings_a_name_is_undecided(without: None, capfd: pytest.CaptureFixture[str]) -> None:
    del without
    told = _rules(
        "田辺恵子さんは昨日、甲府市で話した。",
        "Fumio Kurosaka spoke to the people of Kofu on the day before and was well.",
    )
    assert "person.unread" in told
    assert "person.missing" not in told
    assert match("田辺恵子", "Keiko Tanabe") < 1.0
    assert capfd.readouterr() == ("", "")


# --- Japanese, with the extra ---


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("田辺恵子さんは昨日、甲府市で話した。", "Keiko Tanabe spoke in Kofu yesterday."),
        ("田辺恵子さんは昨日、話した。", "Ms Tanabe spoke yesterday."),
        ("甲府市の川", "A river in Kōfu"),
        ("太郎さんが話した。", "Tarō spoke."),
        ("九州の雨", "Rain in Kyushu"),
        ("欧州の会議", "A conference in Europe"),
        ("北京の会議", "A conference in Beijing"),
        ("李明さんが話した。", "Mr Li spoke."),
        ("赤坂亭の客", "A guest of Akasakatei"),
        ("昨日、会議が開かれた。", "A conference was held yesterday."),
        ("ゼンコルバ社の社員", "Staff of Zencorva"),
    ],
)
def test_nothing_is_lost_from_japanese(ruleset: Ruleset, text: str, english: str) -> None:
    pytest.importorskip("sudachipy")
    assert _lost(ruleset, "ja", text, english) == []


@pytest.mark.parametrize(
    ("text", "english", "lost"),
    [
        ("田辺恵子さんは昨日、話した。", "She spoke yesterday.", "田辺恵子"),
        ("昨日、甲府市で雨が降った。", "It rained yesterday.", "甲府"),
    ],
)
def test_lost_from_japanese(ruleset: Ruleset, text: str, english: str, lost: str) -> None:
    pytest.importorskip("sudachipy")
    assert _lost(ruleset, "ja", text, english) == [lost]


@pytest.mark.parametrize(
    "english",
    [
        "Keiko Tanabe spoke in Kofu on the day before and was well.",
        "Tanabe spoke to the people of Kofu on the day before and was well.",
        "Keiko Tanabe and Kim Jongsu spoke to the people of Kofu on the day before.",
    ],
)
def test_a_japanese_name_is_there(english: str) -> None:
    pytest.importorskip("sudachipy")
    assert "person.missing" not in _rules("田辺恵子さんは昨日、甲府市で話した。", english)


def test_a_japanese_name_is_not_there() -> None:
    pytest.importorskip("sudachipy")
    told = _rules(
        "田辺恵子さんは昨日、甲府市で話した。",
        "Fumio Kurosaka spoke to the people of Kofu on the day before and was well.",
    )
    assert "person.missing" in told
    assert "person.unread" not in told


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("田辺恵子", "Keiko Tanabe", True),
        ("田辺", "Tanabe", True),
        ("田辺恵子", "Fumio Kishida", False),
        ("田辺恵子", "Yuko Tanaka", False),
        ("李明华", "Keiko Tanabe", False),
    ],
)
def test_the_reading_of_a_person(left: str, right: str, *, one: bool) -> None:
    pytest.importorskip("sudachipy")
    assert (match(left, right) >= 0.9) is one


def test_readings() -> None:
    pytest.importorskip("sudachipy")
    assert readings.read("") == ()
    assert readings.read("カタカナ and Latin") == ()
    surname, given = readings.read("田辺恵子") or ()
    assert (surname.kind, surname.readings[0], given.kind, given.readings[0]) == (
        "surname",
        "タナベ",
        "given",
        "ケイコ",
    )
    unknown, *_ = readings.read("龘は") or ()
    assert not unknown.known
    assert readings.read_name("甲府市") == ()
    assert len(readings.read("田辺。" * 5000) or ()) == 5000
