"""Places by what they are to something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import FINDINGS, AnyClaim, Comparison

Claims = Callable[..., list[AnyClaim]]
Rows = Callable[..., list[Comparison]]


@pytest.mark.parametrize(
    ("text", "place", "thing", "owner"),
    [
        ("Born in Oslo in 1950, Anna Keller grew up by the sea.", "Oslo", "birth", "Anna Keller"),
        ("Anna Keller, a native of Oslo, won the prize.", "Oslo", "birth", "Anna Keller"),
        ("Anna Keller, 41, from Oslo, won the prize.", "Oslo", "origin", "Anna Keller"),
        (
            "Anna Keller won the prize. She died of heart failure at the Santa Rosa hospital.",
            "hospital",
            "death",
            "Anna Keller",
        ),
        ("Police arrested Anna Keller at her home.", "home", "arrest", "Anna Keller"),
        ("Norland Steel, based in Oslo, said so.", "Oslo", "seat", "Norland Steel"),
        ("The Oslo-based company Norland Steel said so.", "Oslo", "seat", "Norland Steel"),
        ("The tanker was built at a yard in Busan.", "Busan", "making", ""),
        ("The final will be played in Madrid on May 16.", "Madrid", "place of match", ""),
        ("The foreign ministers met in Vienna on Friday.", "Vienna", "place of meeting", ""),
        ("The ship was bound for Rotterdam when it sank.", "Rotterdam", "destination", ""),
        ("A train from Oslo to Stockholm derailed.", "Stockholm", "destination", ""),
        ("The Peruvian town of Vale Branco was flooded.", "Peru", "country", "Vale Branco"),
        ("The town of Vale Branco in northern Peru was flooded.", "Peru", "country", "Vale Branco"),
        ("They met in Vale Branco, Peru.", "Peru", "country", "Vale Branco"),
    ],
)
def test_claims(claims: Claims, text: str, place: str, thing: str, owner: str) -> None:
    found = [(c.value.name, c.about.thing, c.about.owner) for c in claims("site", text)]
    assert (place, thing, owner) in found


@pytest.mark.parametrize(
    "text",
    [
        "Oslo was quiet.",
        "Anna Keller spoke in Oslo.",
        "Anna Keller was not born in Oslo.",
        "Anna Keller may have been born in Oslo.",
        "Two men were born in Oslo.",
        "The harbour was built in Norway.",
        "Two ferries were built in Norway.",
        "Anna Keller died near Oslo.",
        "The Peruvian river Vale Branco rose.",
        "Vale Branco, Peru and Chile were flooded.",
        "",
    ],
)
def test_no_claim(claims: Claims, text: str) -> None:
    assert claims("site", text) == []


FOUND = [
    ("Anna Keller died at her home on Monday.", "Anna Keller has died in a hospital in Oslo."),
    ("Anna Keller won the prize. She was born in Oslo.", "The prize went to Bergen-born Anna Keller."),
    ("The ferry was built in Japan in 1995.", "The Stella Nord was built in South Korea in 1995."),
    (
        "They will meet in Santa Brisa, a town of Ecuador.",
        "They will meet in the town of Santa Brisa, on the Peruvian side.",
    ),
    (
        "Talks will be held in Geneva on Friday.",
        "The ministers will hold talks in Vienna. The talks will be held in Vienna on Friday.",
    ),
    ("The train was heading to Oslo when it derailed.", "The train, bound for Stockholm, derailed."),
]
SILENT = [
    ("Anna Keller died at her home near Oslo.", "Anna Keller died in Norway."),
    ("Anna Keller died in a hospital in Oslo.", "Anna Keller died in hospital."),
    ("Anna Keller died at home.", "Her brother Karl Keller died in hospital."),
    ("Anna Keller was found at her home and died in hospital.", "Anna Keller died in hospital."),
    ("Anna Keller was born in Oslo.", "Anna Keller lives in Bergen."),
    ("Anna Keller was born in Vale Branco.", "Anna Keller was born in Oslo."),
    ("Anna Keller was born in Sweden and raised in Oslo.", "Anna Keller was born in Stockholm."),
    ("The ferry was built in Japan.", "The ferry terminal was built in South Korea."),
    ("The ferry was built in Japan and refitted in Norway.", "The ferry was built in Japan."),
    ("They met in Geneva last month and in Vienna on Friday.", "They met in Vienna on Friday."),
    ("Talks were held in Geneva in March.", "Talks will be held in Vienna on Friday."),
    ("The town of Vale Branco, Peru, was flooded.", "Santa Brisa, a town of Ecuador, was flooded."),
    ("Birmingham was quiet.", "Birmingham, a city in Britain, was quiet."),
    ("Norland Steel, based in Oslo, was sold.", "The buyer, Harbour Mills, is based in Bergen."),
]


@pytest.mark.parametrize(("left", "right"), FOUND)
def test_another_place_is_found(rows: Rows, left: str, right: str) -> None:
    assert "site.other" in {row.rule for row in rows("site", left, right)}


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_what_may_be_one_place_is_silent(rows: Rows, left: str, right: str) -> None:
    assert [row.rule for row in rows("site", left, right) if row.verdict in FINDINGS] == []
