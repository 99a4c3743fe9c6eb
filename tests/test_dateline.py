from __future__ import annotations

from datetime import date

import pytest

from checker.dateline import recognise
from checker.model import Story
from checker.rules import Ruleset

LEAD = "The council approved the new bridge on Monday after a debate of four hours, officials said."
MORE = "Work on the crossing will begin in March and cost about 40 million dollars, the mayor said."


def recognised(ruleset: Ruleset, *lines: str, **known: object) -> Story:
    return recognise(Story("a", "\n".join(lines), **known), ruleset.words("dateline"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("11 November 2011 Last updated at 12:41 GMT", date(2011, 11, 11)),
        ("Last Updated: Monday, 28 November 2005, 02:24 GMT", date(2005, 11, 28)),
        ("Published: Dec. 19, 2005 at 9:44 PM", date(2005, 12, 19)),
        ("updated 12/19/2005 2:48:40 PM ET", date(2005, 12, 19)),
        ("Posted 11/27/2005 7:21 AM", date(2005, 11, 27)),
        ("11/28/05", date(2005, 11, 28)),
        ("November 28th, 2005, 09:11 GMT", date(2005, 11, 28)),
        ("Nov 28, 2005", date(2005, 11, 28)),
        ("By Ann Lee on Nov 10, 2011", date(2011, 11, 10)),
        ("By Ann Lee, Staff Writer | November 10, 2011 | 5:00 PM", date(2011, 11, 10)),
        ("2026-01-17", date(2026, 1, 17)),
        ("Published 2026-01-17T08:00:00Z", date(2026, 1, 17)),
        ("Published: 2026.01.17 09:01 AM", date(2026, 1, 17)),
        ("Last updated 13:26 14/09/2013", date(2013, 9, 14)),
        ("05.09.2013", date(2013, 9, 5)),
        ("Sat 17 Jan 2026 11.02 GMT", date(2026, 1, 17)),
        ("FRIDAY, JANUARY 16, 2026 AT 1:10PM", date(2026, 1, 16)),
        ("on Jan 16 2026, 5:55p", date(2026, 1, 16)),
        ("First posted 16/01/26, 6:00 pm AEST", date(2026, 1, 16)),
        ("FOR IMMEDIATE RELEASE January 16, 2026", date(2026, 1, 16)),
        ("WASHINGTON, DC, January 16, 2026", date(2026, 1, 16)),
        ("Evening Courier, 16 January 2026", date(2026, 1, 16)),
        ("Morgenpost in English, January 16, 2026", date(2026, 1, 16)),
    ],
)
def test_day_of_publication(ruleset: Ruleset, line: str, day: date) -> None:
    story = recognised(ruleset, "Council says yes to bridge", line, LEAD, MORE)
    assert story.published == day
    assert story.title == "Council says yes to bridge"


@pytest.mark.parametrize(
    "line",
    [
        "Jan 16",
        "Updated 9:06 AM",
        "05/09/2013 11:00 BST",
        "Published February 31, 2026",
        "Founded on Jan 16, 2026",
        "Hurricane Katrina, August 29, 2005",
        "Treaty of Port Marrow, 16 January 2026",
        "The Courier, January 16",
        "Council votes on Jan 16, 2026",
        "Since 16 January 2026 the bridge has been closed to all but buses, the council said.",
        "End of watch: Friday, June 24, 2005",
        "Team 11/28/05 won",
        "12/",
        "January 2026",
        "1/2/3/2026",
    ],
)
def test_no_day_of_publication(ruleset: Ruleset, line: str) -> None:
    assert recognised(ruleset, "Council says yes to bridge", line, LEAD, MORE).published is None


def test_days_inside_the_story_are_not_its_own(ruleset: Ruleset) -> None:
    body = [LEAD] * 9
    assert recognised(ruleset, "Council says yes", *body, "January 16, 2026", LEAD).published is None


def test_published_before_updated(ruleset: Ruleset) -> None:
    story = recognised(ruleset, "Updated 11/28/2005 3:41 PM", "Posted 11/27/2005 7:21 AM", "Council says yes", LEAD)
    assert story.published == date(2005, 11, 27)
    one_line = "Posted: Nov 27, 2005 8:20 AM ET Last Updated: Nov 28, 2005 8:10 PM ET"
    assert recognised(ruleset, one_line, LEAD).published == date(2005, 11, 27)


def test_two_days_called_publication_are_none(ruleset: Ruleset) -> None:
    assert recognised(ruleset, "Published Jan 3, 2026", "Published Jan 5, 2026", "Title here", LEAD).published is None


@pytest.mark.parametrize("under", ["updated 12/19/2005 2:48:40 PM ET", "on Dec 19 2005, 5:03p"])
def test_small_letters_under_a_headline(ruleset: Ruleset, under: str) -> None:
    story = recognised(ruleset, "Council says yes to bridge", under, LEAD)
    assert (story.title, story.published) == ("Council says yes to bridge", date(2005, 12, 19))


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("TOKYO, Jan 16 (Reuters) - ", "TOKYO"),
        ("WASHINGTON — ", "WASHINGTON"),
        ("SAN FRANCISCO, Calif. (AP) — ", "SAN FRANCISCO, Calif."),
        ("New Delhi: ", "New Delhi"),
        ("Paris (AFP) – ", "Paris"),
        ("MOSCOW/KYIV, Feb 3 - ", "MOSCOW/KYIV"),
        ("BANGKOK (AP) _ ", "BANGKOK"),
        ("LONDON -- ", "LONDON"),
        ("Mannheim, Germany (Reuters)-", "Mannheim, Germany"),
    ],
)
def test_place(ruleset: Ruleset, opening: str, place: str) -> None:
    story = recognised(ruleset, "Council says yes to bridge", opening + LEAD, MORE)
    assert story.dateline == place
    assert story.published is None


@pytest.mark.parametrize(
    "opening",
    [
        "BREAKING — ",
        "Police: ",
        "PREPAREDNESS: ",
        "AP - ",
        "US-Japan ties: ",
        "Washington-based ",
        "EXCLUSIVE - ",
        "Tokyo and Osaka agreed - ",
        "SadaNews - ",
        "",
    ],
)
def test_no_place(ruleset: Ruleset, opening: str) -> None:
    assert recognised(ruleset, "Council says yes to bridge", opening + LEAD, MORE).dateline is None


def test_dateline_with_a_year_gives_the_day(ruleset: Ruleset) -> None:
    assert recognised(ruleset, "LONDON, Jan. 16, 2026 (Xinhua) -- " + LEAD).published == date(2026, 1, 16)


def test_dateline_takes_its_year_from_an_update(ruleset: Ruleset) -> None:
    lead = "TOKYO, Jan 16 (Reuters) - " + LEAD
    assert recognised(ruleset, "Yes", "Updated January 17, 2026", lead).published == date(2026, 1, 16)
    assert recognised(ruleset, "Yes", "Updated March 17, 2026", lead).published == date(2026, 3, 17)


@pytest.mark.parametrize("text", [LEAD, "", "Two dead", LEAD + "\n" + MORE, "Word " * 60 + "\n" + LEAD, "--\n" + LEAD])
def test_no_title(ruleset: Ruleset, text: str) -> None:
    assert recognised(ruleset, text).title is None


def test_what_is_known_stays(ruleset: Ruleset) -> None:
    story = recognised(
        ruleset,
        "Title",
        "Published Jan 3, 2026",
        "TOKYO — " + LEAD,
        title="Own",
        published=date(2020, 1, 1),
        dateline="OSAKA",
    )
    assert (story.title, story.published, story.dateline) == ("Own", date(2020, 1, 1), "OSAKA")


@pytest.mark.parametrize(
    "text", ["x" * 90_000, "12/" * 30_000, "A, " * 30_000, "A’" * 40_000 + ": x", "January 1 " * 15]
)
def test_hostile_text(ruleset: Ruleset, text: str) -> None:
    assert recognised(ruleset, text, LEAD).published is None
