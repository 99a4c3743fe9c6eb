"""Names in stories: what is found, under which name, with which office; and what is not a name."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from checker.parsed import Mention, Parsed

Parse = Callable[..., Parsed]


def found(parsed: Parsed, kind: str) -> list[str]:
    return [parsed.text[m.start : m.end] for m in parsed.mentions if m.kind == kind]


def named(parsed: Parsed, text: str) -> Mention:
    return next(m for m in parsed.mentions if parsed.text[m.start : m.end] == text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Japanese Defense Minister Kenji Morita met envoys.", "Kenji Morita", "Japanese Defense Minister"),
        ("Japanese Minister of Defense Kenji Morita met envoys.", "Kenji Morita", "Japanese Minister of Defense"),
        ("US Secretary of State Laura Benning met envoys.", "Laura Benning", "US Secretary of State"),
        ("Kashan Gov. Farid Amani said so.", "Farid Amani", "Kashan Gov."),
        ("He was found dead, said spokesman Al Romero.", "Al Romero", "spokesman"),
        ("Jane Roe, chief executive of Acme, resigned.", "Jane Roe", "chief executive of Acme"),
        ("The governor of Fars, Reza Amani, resigned.", "Reza Amani", "governor of Fars"),
        ("The deal with prime minister Jonas Weber failed.", "Jonas Weber", "prime minister"),
        ("Apple CEO Tom Larkin spoke.", "Tom Larkin", "Apple CEO"),
    ],
)
def test_the_office_beside_a_name(parsed: Parse, text: str, name: str, role: str) -> None:
    mention = named(parsed(text), name)
    assert (mention.kind, mention.role) == ("person", role)
    assert parsed(text).text[mention.role_start : mention.role_end] == role


def test_honorifics_are_neither_name_nor_office(parsed: Parse) -> None:
    mention = named(parsed("The case against Mr. Hollander was dropped."), "Hollander")
    assert (mention.kind, mention.role) == ("person", "")


def test_a_surname_stands_for_the_full_name(parsed: Parse) -> None:
    story = parsed(
        "Defence Minister Kenji Morita flew to Oslo. Morita will stay two days. Critics of Morita's trip protested."
    )
    assert [m.name for m in story.mentions if m.kind == "person"] == ["Kenji Morita"] * 3
    assert [m.role for m in story.mentions if m.kind == "person"] == ["Defence Minister"] * 3


def test_two_people_of_one_surname_keep_it_bare(parsed: Parse) -> None:
    story = parsed("Victor Hale sued his brother Simon Hale. A court agreed with Hale on Monday.")
    assert [m.name for m in story.mentions if m.kind == "person"] == ["Victor Hale", "Simon Hale", "Hale"]


def test_possessives_are_no_part_of_a_name(parsed: Parse) -> None:
    story = parsed("The court heard Maria Lindqvist's appeal in Denmark's capital.")
    assert found(story, "person") == ["Maria Lindqvist"]
    assert "Denmark" in found(story, "place")


def test_quoted_nicknames_initials_particles_and_suffixes_belong_to_the_name(parsed: Parse) -> None:
    text = 'Robert "The Ox" Malone met Joseph R. Carey, Jr. and Ahmed bin Rashid.'
    assert found(parsed(text), "person") == ['Robert "The Ox" Malone', "Joseph R. Carey, Jr.", "Ahmed bin Rashid"]


def test_a_headline_knows_the_names_of_its_story(parsed: Parse) -> None:
    story = parsed(
        "Morita Vows To Widen Drills After Talks\n\nDefence Minister Kenji Morita promised wider drills on Monday."
    )
    assert named(story, "Morita").name == "Kenji Morita"


def test_a_headline_in_capitals(parsed: Parse) -> None:
    story = parsed("MORITA VOWS TO WIDEN DRILLS\n\nDefence Minister Kenji Morita promised wider drills on Monday.")
    assert named(story, "MORITA").name == "Kenji Morita"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Talks in Tokyo ended.", "Tokyo", "capital"),
        ("Officials from the U.S. arrived.", "U.S.", "country"),
        ("Iranian officials arrived.", "Iranian", "demonym"),
        ("He lives in Santa Rosa, Calif., with his wife.", "Calif.", "state"),
        ("The Gulf of Aden is patrolled.", "Gulf of Aden", "water"),
        ("A quake shook the village of Karabin.", "Karabin", "village"),
        ("The ferry to Toravik island sank.", "Toravik", "island"),
    ],
)
def test_places(parsed: Parse, text: str, name: str, type_: str) -> None:
    mention = named(parsed(text), name)
    assert (mention.kind, mention.type) == ("place", type_)


def test_a_list_of_villages_is_a_list_of_places(parsed: Parse) -> None:
    story = parsed("The worst-hit villages were Tarban, Gavrin, Khaled and Gourand, officials said.")
    assert found(story, "place") == ["Tarban", "Gavrin", "Khaled", "Gourand"]


def test_both_sides_of_a_hyphen(parsed: Parse) -> None:
    assert found(parsed("The Japan-US alliance is strong."), "place") == ["Japan", "US"]


@pytest.mark.parametrize(
    "name",
    [
        "Bank of Japan",
        "Japanese Ministry of Defense",
        "Norland Steel Ltd.",
        "U.S. Geological Survey",
        "NATO",
        "University of Oslo",
        "Los Angeles Police Department",
        "International Monetary Fund",
    ],
)
def test_organisations(parsed: Parse, name: str) -> None:
    assert name in found(parsed(f"A report by the {name} was published."), "organisation")


def test_a_short_form_takes_the_long_name(parsed: Parse) -> None:
    story = parsed("The Boston Red Sox lost again. The Red Sox have now lost six games.")
    assert {m.name for m in story.mentions if m.kind == "organisation"} == {"Boston Red Sox"}


@pytest.mark.parametrize(
    "text",
    [
        "On Monday in January the rain stopped.",
        "Police said nobody was hurt. However, nine cows died.",
        "Dozens Hurt As Heavy Rain Sweeps Roads\n\nDozens were hurt when heavy rain swept across the roads.",
        "The meeting begins at 8 AM GMT on TV.",
        "the prime minister and the defence minister met.",
        "Yesterday it snowed. Nobody knows why.",
        "",
        "12 34 56.",
    ],
)
def test_no_names(parsed: Parse, text: str) -> None:
    assert parsed(text).mentions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Japanese ships left Okinawa for Guam.",
        "The Steelers beat the Saints in Chicago.",
        "Bandar Abbas and Isfahan were quiet.",
        "In May the Federal Reserve raised rates.",
        "Officials in Austin, Texas, objected.",
        "Toyota and Boeing signed a contract.",
    ],
)
def test_no_persons(parsed: Parse, text: str) -> None:
    assert found(parsed(text), "person") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("US Defense Secretary Lloyd Austin spoke. Austin left early.", "Austin"),
        ("Theresa May spoke. May left early.", "Theresa May"),
        ("Actor Jordan Pike spoke.", "Jordan Pike"),
    ],
)
def test_persons_named_like_places_and_months(parsed: Parse, text: str, name: str) -> None:
    assert named(parsed(text), name).kind == "person"


def test_a_given_name_is_no_title(parsed: Parse) -> None:
    story = parsed("Minister of Defense of Japan, Gen Takeda, arrived. Takeda will stay.")
    assert [m.name for m in story.mentions if m.kind == "person"] == ["Gen Takeda", "Gen Takeda"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He beat the American Hasim Rowland in June.", ["Hasim Rowland"]),
        ("Too bad for Colts QB Andrew Lund and his team.", ["Andrew Lund"]),
        ("Secretary of the Interior Ken Salgado spoke.", ["Ken Salgado"]),
        ("Piotr Nowakski Stefan Wolskowski met on Monday.", ["Piotr Nowakski", "Stefan Wolskowski"]),
        ("The Center Party Mihhail Korbel spoke.", ["Mihhail Korbel"]),
        ("Advocate M.L. Guptar spoke.", ["M.L. Guptar"]),
    ],
)
def test_where_a_name_begins(parsed: Parse, text: str, names: list[str]) -> None:
    assert found(parsed(text), "person") == names


def test_a_word_of_no_dictionary_opens_a_sentence(parsed: Parse) -> None:
    assert found(parsed("Upasanel has been asked to go."), "organisation") == ["Upasanel"]
    assert found(parsed("Shipping has been asked to go."), "organisation") == []


def test_no_office_from_another_clause(parsed: Parse) -> None:
    story = parsed("After talks with the prime minister, Donald Hartley flew home.")
    assert named(story, "Donald Hartley").role == ""


def test_in_order_and_never_overlapping(parsed: Parse) -> None:
    text = (
        "US Secretary of State Laura Benning and Bank of Japan Governor Kenji Ueno met in Washington, D.C., on Friday."
    )
    mentions = parsed(text).mentions
    assert all(one.end <= two.start for one, two in pairwise(mentions))


@pytest.mark.parametrize("word", ["Paris ", "Bank of ", "Mr. ", "Minister ", 'Robert "', "Al-", "A. "])
def test_hostile_text_takes_no_longer(parsed: Parse, word: str) -> None:
    story = parsed("x.")
    long = parsed(word * 400)
    start = time.perf_counter()
    parsed(word * 400)
    assert time.perf_counter() - start < 5
    assert story.mentions == ()
    assert len(long.mentions) <= 400


def test_same_story_same_mentions(parsed: Parse) -> None:
    text = "Defence Minister Kenji Morita met Laura Benning in Oslo. Morita praised NATO and the Bank of Japan."
    assert parsed(text).mentions == parsed(text).mentions
