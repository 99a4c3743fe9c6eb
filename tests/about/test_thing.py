"""The thing that a figure is about."""

from __future__ import annotations

import pytest

from tests.about import Ask


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


def test_vessels_that_marines_saved_are_no_troops(ask: Ask) -> None:
    assert ask("The marine commandos had saved two cargo vessels.", "two").thing == "vessel"
