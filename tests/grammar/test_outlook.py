"""The year of a date that tells none."""

from __future__ import annotations

from datetime import date

import pytest

from checker.model import Interval

from .conftest import Scan

NOVEMBER = date(2005, 11, 28)
JANUARY = date(2026, 1, 17)


def _start(scan: Scan, text: str, published: date) -> date | None:
    starts = [figure.value.start for _, figure in scan(text, published) if isinstance(figure.value, Interval)]
    assert len(starts) == 1
    return starts[0]


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("A flood hit the valley in February.", NOVEMBER, date(2005, 2, 1)),
        ("The flood that struck in February will cost the town dear.", NOVEMBER, date(2005, 2, 1)),
        ("The plant, which opened in March, will close.", JANUARY, date(2025, 3, 1)),
        ("He was born on 3 May.", JANUARY, date(2025, 5, 3)),
        ("The fair closed on December 31.", JANUARY, date(2025, 12, 31)),
        ("The storm came in January.", JANUARY, date(2026, 1, 1)),
        ("She resigned. In May, the court ruled.", JANUARY, date(2025, 5, 1)),
        ("The bridge opened to the United League in June.", JANUARY, date(2025, 6, 1)),
    ],
)
def test_news_looks_back(scan: Scan, text: str, published: date, start: date) -> None:
    assert _start(scan, text, published) == start


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("She plans to visit in March.", JANUARY, date(2026, 3, 1)),
        ("The hall is expected to be completed in June.", JANUARY, date(2026, 6, 1)),
        ("The two will be heard in December.", NOVEMBER, date(2005, 12, 1)),
        ("In March, the council will meet.", NOVEMBER, date(2006, 3, 1)),
        ("Talks are to end by 5 July.", JANUARY, date(2026, 7, 5)),
        ("Elections are scheduled for May.", JANUARY, date(2026, 5, 1)),
        ("The race on 3 March is sold out.", JANUARY, date(2026, 3, 3)),
    ],
)
def test_words_may_look_ahead(scan: Scan, text: str, published: date, start: date) -> None:
    assert _start(scan, text, published) == start


def test_what_was_expected_is_the_nearest(scan: Scan) -> None:
    assert _start(scan, "The law was expected in June.", JANUARY) == date(2026, 6, 1)
    assert _start(scan, "The law was expected in September.", NOVEMBER) == date(2005, 9, 1)


@pytest.mark.parametrize("text", ["in March", "on 3 May", "She plans to visit in June."])
def test_without_the_day_of_the_story_nothing_is_guessed(scan: Scan, text: str) -> None:
    ((_, figure),) = scan(text)
    assert isinstance(figure.value, Interval)
    assert figure.value.start is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("due nov . 15 , 1999", "nov . 15 , 1999"),
        ("on 1 may", "1 may"),
        ("until 3 march", "3 march"),
        ("12 june", "12 june"),
    ],
)
def test_lower_case_beside_a_day_is_a_date(scan: Scan, text: str, found: str) -> None:
    assert [words for words, figure in scan(text, JANUARY) if figure.kind == "date"] == [found]


@pytest.mark.parametrize(
    "text",
    ["Only 3 may stay.", "Some 20 march off.", "It may march on.", "They march 20 abreast.", "He may 5 times fail."],
)
def test_verbs_are_no_months(scan: Scan, text: str) -> None:
    assert not [found for found, figure in scan(text, JANUARY) if figure.kind == "date"]


def test_the_full_stop_of_a_sentence_is_no_part_of_its_date(scan: Scan) -> None:
    assert [found for found, _ in scan("It opens in June. 12 people came.")] == ["June", "12"]
    assert [found for found, _ in scan("It opens on Sept. 12 at last.")] == ["Sept. 12"]
