"""What a figure is about: the thing, whose it is, where, of which event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import About
from checker.parsed import Parsed

Ask = Callable[[str, str], About]


@pytest.fixture
def ask(parsed: Callable[..., Parsed]) -> Ask:
    """What the first figure that holds the given words is about."""

    def of(text: str, words: str, **story: object) -> About:
        story_read = parsed(text, **story)
        start = story_read.text.index(words)
        return story_read.about(start, start + len(words))

    return of


@pytest.mark.parametrize(
    ("text", "figure", "thing"),
    [
        ("The landslide killed 24 people on Monday.", "24", "deaths"),
        ("24 people were killed when the slope gave way.", "24", "deaths"),
        ("The death toll has risen to 24.", "24", "deaths"),
        ("Rescuers recovered the bodies of 24 miners.", "24", "deaths"),
        ("At least 24 dead in mine collapse", "24", "deaths"),
        ("The storm killed 24 people and injured 60.", "60", "injured"),
        ("Sixty people were hurt, eight of them badly.", "Sixty", "injured"),
        ("Another fire broke out; over 30 villagers are missing.", "30", "missing"),
        ("Police arrested 12 protesters.", "12", "arrests"),
        ("The quake destroyed 1,500 houses in the valley.", "1,500", "destroyed"),
        ("A quake of magnitude 5.9 shook the coast.", "5.9", "magnitude"),
        ("The village is home to 2,400 people.", "2,400", "population"),
        ("Turnout was 61.7 percent.", "61.7", "turnout"),
        ("The firm will cut 450 jobs.", "450", "job-cuts"),
        ("Arden bought Velmo for $4.98 billion in cash.", "4.98", "price"),
        ("Martin Oakes was sentenced to seven years in prison.", "seven years", "sentence"),
        ("The island lies 35 miles southwest of Oslo.", "35 miles", "distance"),
        ("Some 9,000 homes were left without power.", "9,000", "outage"),
        ("Vaccine efficacy was put at 83 percent.", "83 percent", "efficacy"),
        ("Martin Oakes must serve 16 years.", "16 years", "sentence"),
        ("The court set bail at $2 million.", "$2 million", "bail"),
    ],
)
def test_the_thing_is_known(text: str, figure: str, thing: str, ask: Ask) -> None:
    about = ask(text, figure)
    assert (about.thing, about.canonical) == (thing, True)


@pytest.mark.parametrize(
    ("text", "figure", "thing"),
    [
        ("The storm killed hundreds of trees and cut 12 power lines.", "12", "deaths"),
        ("The bomb killed no one but broke 40 windows.", "40", "deaths"),
        ("Police said 14 lorries were on the bridge.", "14", "arrests"),
        ("Relief workers brought 2,000 tents.", "2,000", "displaced"),
        ("Danforth Marine won three contracts.", "three", "troops"),
        ("The match was watched by 40,000 fans; one player was injured.", "40,000", "injured"),
        ("Prices rose 4 percent after the vote.", "4 percent", "turnout"),
        ("Two helicopters took part in the search.", "Two", "turnout"),
        ("With 97 percent of polling stations counted, the vote was over.", "97", "share"),
        ("They had to pay $3 a ticket.", "$3", "price"),
    ],
)
def test_another_thing_is_not_taken_for_it(text: str, figure: str, thing: str, ask: Ask) -> None:
    assert ask(text, figure).thing != thing


def test_the_owner_is_the_nearest_name(ask: Ask) -> None:
    text = "In the election Alexei Voronin took 52.4 percent of the vote and Petar Dimov 6.3 percent."
    assert ask(text, "52.4").owner == "Alexei Voronin"
    assert ask(text, "6.3").owner == "Petar Dimov"


def test_a_source_owns_nothing(ask: Ask) -> None:
    text = "Irena Sadik, who heads the election commission, said 52.4 percent of the votes went to Alexei Voronin."
    assert ask(text, "52.4").owner == "Alexei Voronin"


def test_a_part_has_its_place(ask: Ask) -> None:
    text = "The flood killed 72 people: 39 in London, 22 in Paris."
    assert ask(text, "39").scope == frozenset({"London"})
    assert ask(text, "22").scope == frozenset({"Paris"})
    assert ask(text, "72").scope == frozenset()


def test_history_is_another_event(ask: Ask) -> None:
    text = "Published: March 3, 2026\nA quake killed 11 people on Monday. In 2003 a quake killed 26,000 people there."
    assert ask(text, "26,000").other_event == "2003"
    assert ask(text, "11").other_event == ""


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("The blast killed 10 people.", "10", "actual"),
        ("As many as 10 people may have died.", "10", "actual"),
        ("A magnitude 6 quake can cause severe damage.", "6", "hypothetical"),
        ("An exit poll gave her 54 percent of the vote.", "54", "poll"),
        ("Analysts expect a profit of $3 billion.", "$3 billion", "forecast"),
        ("Thirty of the 80 wounded remain in hospital.", "Thirty", "part"),
        ("Ten people died on Sunday. Two more victims were found dead.", "Two", "more"),
        ("Some 300 people were injured at first, and another 2,000 people were injured later.", "2,000", "more"),
        ("The storm killed three; another 29 people were injured.", "29", "actual"),
        ("The blast killed 10 and injured dozens more.", "dozens", "actual"),
    ],
)
def test_how_sure_a_figure_is(text: str, figure: str, status: str, ask: Ask) -> None:
    assert ask(text, figure).status == status


def test_a_conversion_is_about_what_it_converts(ask: Ask) -> None:
    text = "The town lies 1,000 km (621 miles) north of Lima."
    assert ask(text, "621 miles") == ask(text, "1,000 km")


def test_a_crew_of_so_many_is_counted(ask: Ask) -> None:
    one, other = ask("The ferry had a crew of 16.", "16"), ask("The ferry carried 14 crew.", "14")
    assert one.noun == other.noun


@pytest.mark.parametrize(
    ("text", "figure", "event"),
    [
        ("Eight years ago 63 people died here.", "63", "ago"),
        ("In 2003 a flood killed 310 people.", "310", "2003"),
        ("A flood that struck in 2003 killed 310 people.", "310", "2003"),
        ("A quake shook Peru. It was felt. Many fled.\nOn Friday 12 people died in a quake in Chile.", "12", "Chile"),
        ("A quake shook Peru. It was felt. Many fled.\nOn Friday 12 people died in the quake in Chile.", "12", ""),
        ("A quake shook Peru. It was felt. Many fled.\nOn Friday 12 people died in a quake in Peru.", "12", ""),
        ("Twelve people died in a quake in Chile.", "Twelve", ""),
        # What is compared with another time, what has lasted until now, and what another verb dates, is of today.
        ("The firm earned $3 million, a tenth more than in March 2025.", "$3 million", ""),
        ("A 6.7-strength quake killed more than 26,000 people in December 2003.", "6.7", "2003"),
        ("The firm earned $3 million in the three months to June.", "$3 million", ""),
        ("Since 1948 she has sold 12 million records.", "12 million", ""),
        ("She sold 12 million records, said the label, which was founded in 1971.", "12 million", ""),
    ],
)
def test_which_event_a_figure_is_of(text: str, figure: str, event: str, ask: Ask) -> None:
    published = "" if event == "ago" else "Published: November 3, 2026\n"
    assert ask(published + text, figure).other_event == event


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


def test_vessels_that_marines_saved_are_no_troops(ask: Ask) -> None:
    assert ask("The marine commandos had saved two cargo vessels.", "two").thing == "vessel"


def test_the_one_whom_a_story_is_about_owns_its_pronouns(ask: Ask) -> None:
    text = "Ida Holm died on Monday. Holm sang for the town. Holm never married. She was 85 when Jon Berg called."
    assert ask(text, "85").owner == "Ida Holm"


def test_of_two_people_told_alike_nobody_is_the_one(ask: Ask) -> None:
    text = "Ida Holm and Jon Berg spoke. Holm and Berg left. Of one it was said: she was 85."
    assert ask(text, "85").owner == ""
