from __future__ import annotations

import pytest

from checker.clean import clean
from checker.model import Story
from checker.rules import Ruleset

LEAD = "The council approved the new bridge on Monday after a debate of four hours, officials said."
MORE = "Work on the crossing will begin in March and cost about 40 million dollars, the mayor said."
LAST = "“We have waited for this for twenty years,” said Mayor Ann Lee, who was born beside the river."
CUT = (
    "The port of Varna in Bulgaria handled more grain last year than ever before, its director Ivan Petrov "
    "said on Tuesday. Exports to Egypt and Tunisia made up most of the growth, he said at the annual meeting "
    "in Sofia. The port plans a new terminal that would double its capacity within five years, provided that "
    "the loan from the Danube Bank is approved by"
)
OTHER = (
    "Farmers in Jutland are planting grapes where their grandparents grew rye, and Danish wine won three "
    "medals in Bordeaux. The summers have become longer, said Lars Holm, who runs a vineyard near Kolding with"
    " his wife Mette. He expects a harvest of twelve tonnes this year, twice as much as in the year in which "
    "he began, and he sells most of it to"
)
WHOLE = OTHER + " restaurants."


def asides(ruleset: Ruleset, *lines: str) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    story = clean(Story("a", text), ruleset.words("clean"), ruleset.words("dateline"))
    assert story.text == text
    ends = [0, *(aside.end for aside in story.set_aside)]
    assert all(end <= aside.start < aside.end for end, aside in zip(ends, story.set_aside, strict=False))
    return [(aside.reason, text[aside.start : aside.end]) for aside in story.set_aside]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Photo: AP", "photo credit"),
        ("Image credit: Bo Kim / The Post", "photo credit"),
        ("Photo by Bo Kim", "photo credit"),
        ("AP Photo/Bo Kim", "photo credit"),
        ("Workers at the site on Monday. REUTERS/Bo Kim", "caption"),
        ("FILE - The old bridge is seen on May 3, 2020. (AP Photo/Bo Kim, File)", "caption"),
        ("By Bo Kim", "byline"),
        ("By BO KIM, Associated Press Writer", "byline"),
        ("(Reporting by Bo Kim; Editing by Di Wu)", "byline"),
        ("Source: Xinhua", "byline"),
        ("Last Updated: Monday, 28 November 2005, 02:24 GMT", "date line"),
        ("Advertisement", "page furniture"),
        ("ADVERTISEMENT", "page furniture"),
        ("Share this article", "page furniture"),
        ("Follow us on Twitter for the latest", "page furniture"),
        ("Sign up for our morning newsletter.", "page furniture"),
        ("12 shares", "page furniture"),
        ("https://example.org/story", "page furniture"),
        ("Read more: Ten bridges that fell down", "related stories"),
        ("© 2026 The Gazette. All rights reserved.", "copyright line"),
        ("Copyright 2026 The Gazette", "copyright line"),
        ("Disclaimer: this site gives no advice.", "disclaimer"),
        ("The views expressed in this article are the writer's own.", "disclaimer"),
        ("An earlier version of this story misspelt the name of the mayor.", "correction note"),
        ("Years of delay", "cross-head"),
        ("'We waited'", "cross-head"),
    ],
)
def test_furniture_between_paragraphs(ruleset: Ruleset, line: str, reason: str) -> None:
    assert asides(ruleset, "Council says yes", LEAD, line, MORE, LAST) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "“No.”",
        "He said no",
        "Joe Louis 26-1",
        "Five people were arrested",
        "Copyright law has to change, the minister said.",
        "According to a poll by Reuters/Ipsos, most people agree with the plan.",
        "Most people agree with the plan, according to a Reuters/Ipsos poll",
        "By Friday the water had risen to the top of the old pillars, and the road was shut.",
        "Photo evidence: the court saw pictures of the old bridge that the engineer had taken in secret.",
        "Comments by the mayor were met with laughter.",
        "Share prices rose by 3 percent after the vote.",
        "Source: the river rises in the hills above the town.",
        "The work will be done by a company from the north: nobody else had made an offer",
        "- One thing that was agreed",
        "Clearly, it takes time;",
        "São Tomé: 12; Tokyo: 14",
        "هذا نص",
        "小泉氏は述べた",
        "The views expressed by voters show how divided the town is.",
    ],
)
def test_the_story_stays(ruleset: Ruleset, line: str) -> None:
    assert asides(ruleset, "Council says yes", LEAD, line, MORE, LAST) == []
    assert asides(ruleset, "Council says yes", LEAD, MORE, line) == []


@pytest.mark.parametrize(
    "lines",
    [
        (LEAD, MORE.rstrip(".")),
        (LEAD.rstrip("."), MORE.rstrip(".")),
        ("Two dead",),
        ("Two dead", LEAD),
        ("Photo: AP",),
        ("Comments", "Share this"),
        ("Video: Bridge falls into the river", LEAD),
        ("Source: Star to sign for club", LEAD),
        ("Watch: moment bridge falls", LEAD),
        (CUT,),
        (CUT, OTHER),
        (LEAD, WHOLE),
        (LEAD, MORE, LAST, LAST.rstrip(".")),
        ("",),
        ("\n \n",),
    ],
)
def test_nothing_to_set_aside(ruleset: Ruleset, lines: tuple[str, ...]) -> None:
    assert asides(ruleset, *lines) == []


def test_head_of_a_page(ruleset: Ruleset) -> None:
    lines = (
        "Connect with us",
        "World > Asia",
        "BREAKING NEWS",
        "Council says yes",
        "Ann Lee | 17 January 2026",
        LEAD,
        MORE,
    )
    assert [reason for reason, _ in asides(ruleset, *lines)] == ["page furniture", "section label", "kicker", "byline"]


def test_days_of_a_chronicle_stay(ruleset: Ruleset) -> None:
    assert asides(ruleset, "Ten days in March", LEAD, "March 3, 2024", MORE, "March 5, 2024", LAST) == []
    assert asides(ruleset, "Ten days in March", LEAD, MORE, LAST, "March 5, 2024", LAST) == []
    assert asides(ruleset, "Council says yes", LEAD, "March 3, 2024", MORE) == [("date line", "March 3, 2024")]


def test_headline_printed_twice(ruleset: Ruleset) -> None:
    text = ("Council Says Yes", "Arab & International", "Council says yes", LEAD, MORE)
    assert asides(ruleset, *text) == [("section label", text[1]), ("repeated headline", text[2])]
    with_site = ("Council says yes | The Gazette", "Council says yes", LEAD)
    assert asides(ruleset, *with_site) == [("repeated headline", with_site[0])]
    assert asides(ruleset, "Fire - two dead", "Fire - three hurt", LEAD) == []


def test_teasers_at_the_end(ruleset: Ruleset) -> None:
    assert asides(ruleset, LEAD, MORE, LAST, CUT, OTHER) == [("teaser of another story", line) for line in (CUT, OTHER)]
    kicker = "RICH HARVEST: " + CUT
    assert asides(ruleset, LEAD, MORE, LAST, kicker) == [("teaser of another story", kicker)]
    assert asides(ruleset, LEAD, MORE, LAST, CUT) == [("teaser of another story", CUT)]


def test_a_whole_teaser_among_others(ruleset: Ruleset) -> None:
    run = (CUT, WHOLE, CUT.replace("Varna", "Burgas"))
    assert [text for _, text in asides(ruleset, LEAD, MORE, *run)] == list(run)
    last = (CUT, CUT.replace("Varna", "Burgas"), WHOLE)
    assert [text for _, text in asides(ruleset, LEAD, MORE, *last)] == list(last)


def test_a_cut_last_paragraph_about_the_story_stays(ruleset: Ruleset) -> None:
    own = (
        "The bridge will carry two lanes. Mayor Ann Lee and the council of the town hope that it will be open by May. "
        * 3
    )
    assert asides(ruleset, LEAD, MORE, LAST, own + "The mayor and Ann Lee said it was") == []


def test_summaries_after_a_heading(ruleset: Ruleset) -> None:
    dots = "The head of the bank has warned of risks to the whole system after weeks of..."
    found = asides(
        ruleset, LEAD, MORE, "You May Also Like", dots, "Mayor resigns", dots, "Copyright © 2023 | All Rights Reserved"
    )
    assert [reason for reason, _ in found] == ["related stories", *["teaser of another story"] * 3, "copyright line"]


def test_links_inside_the_story(ruleset: Ruleset) -> None:
    found = asides(ruleset, "Council says yes", LEAD, MORE, "Related stories", "Old bridge falls down", LAST)
    assert found == [("related stories", "Related stories"), ("teaser of another story", "Old bridge falls down")]
    assert asides(ruleset, "Related stories", "Council says yes", LEAD) == [("related stories", "Related stories")]


def test_comments_of_readers(ruleset: Ruleset) -> None:
    found = asides(
        ruleset, "Council says yes", LEAD, MORE, LAST, "2 comments", "Great news! Long overdue.", "What a waste."
    )
    assert [reason for reason, _ in found] == ["comments"] * 3
    assert asides(ruleset, "Council says yes", "Comments", LEAD, MORE) == [("comments", "Comments")]


@pytest.mark.parametrize(
    "text", ["x" * 90_000, ". " * 30_000, "Photo " * 20_000, "TOKYO " * 20_000, ("(" * 999 + "\n") * 50]
)
def test_hostile_text(ruleset: Ruleset, text: str) -> None:
    asides(ruleset, text, LEAD)
