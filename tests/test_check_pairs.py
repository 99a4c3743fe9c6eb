"""Originals and translations, many at once: `Checker.check_pairs`."""

from __future__ import annotations

from datetime import date

import pytest

from checker import Checker, Report, Story
from checker.errors import UsageError
from checker.language import Parser
from checker.model import FINDINGS

ENGLISH = "The harbour of Veldhaven handled {} ships in the spring."
GERMAN = "Im Hafen von Veldhaven wurden im Frühjahr {} Schiffe abgefertigt."


@pytest.fixture(scope="module")
def translations(parser: Parser) -> Checker:
    made = Checker(mode="translation")
    made._parser = parser  # noqa: SLF001 - the model is loaded once
    return made


def pair(name: str, left: int, right: int) -> tuple[Story, Story]:
    return (
        Story(name=f"{name} en", text=ENGLISH.format(left)),
        Story(name=f"{name} de", text=GERMAN.format(right), language="de"),
    )


def found(report: Report) -> list[tuple[str, ...]]:
    return [event.stories for event in report.events if any(row.verdict in FINDINGS for row in event.comparisons)]


def test_each_pair_is_an_event(translations: Checker) -> None:
    report = translations.check_pairs([pair("b", 131, 131), pair("a", 131, 138), pair("c", 177, 177)])
    assert [event.stories for event in report.events] == [("a de", "a en"), ("b de", "b en"), ("c de", "c en")]
    assert [story.name for story in report.stories] == ["a de", "a en", "b de", "b en", "c de", "c en"]
    assert found(report) == [("a de", "a en")]


def test_a_pair_is_checked_as_two_stories_are(translations: Checker) -> None:
    two = pair("a", 131, 138)
    assert translations.check_pairs([two]).events == translations.check(two, same_event=True).events


def test_one_pair_says_nothing_of_another(translations: Checker) -> None:
    assert found(translations.check_pairs([pair("a", 131, 131), pair("b", 1877, 1877)])) == []


def test_the_order_does_not_matter(translations: Checker) -> None:
    pairs = [pair("a", 131, 138), pair("b", 12, 12)]
    assert translations.check_pairs(pairs) == translations.check_pairs(pairs[::-1])


def test_one_original_and_two_translations(translations: Checker) -> None:
    (english, german), (_, other) = pair("a", 131, 131), pair("b", 131, 138)
    report = translations.check_pairs([(english, german), (english, other)])
    assert [event.stories for event in report.events] == [("a de", "a en"), ("a en", "b de")]
    assert found(report) == [("a en", "b de")]
    assert len(report.stories) == 3


def test_in_parts_the_report_is_the_same(translations: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [pair(name, 131, 131 + place) for place, name in enumerate("abcde")]
    whole = translations.check_pairs(pairs)
    monkeypatch.setitem(translations.ruleset.words("language"), "pairs", 2)
    assert translations.check_pairs(pairs) == whole


def test_no_pair_is_no_event(translations: Checker) -> None:
    report = translations.check_pairs([])
    assert (report.events, report.stories, report.model) == ((), (), "")


def test_a_name_that_is_used_twice_is_refused(translations: Checker) -> None:
    with pytest.raises(UsageError, match="a en: two stories of this name"):
        translations.check_pairs([pair("a", 1, 1), (Story(name="a en", text="x"), Story(name="x", text="x"))])


def test_the_day_of_a_pair_is_its_own(translations: Checker) -> None:
    dated = Story(name="a", text="Two ships sank.", published=date(2026, 3, 4))
    report = translations.check_pairs([(dated, Story(name="b", text="Zwei Schiffe sanken.", language="de"))])
    assert [story.published for story in report.stories] == [date(2026, 3, 4), None]
