"""What a message holds for programs alone."""

from __future__ import annotations

import pytest

from checker.across.code import is_message, spoken


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lamp %1$s of %2$d", "Lamp of"),
        ("%-10s: %.255s, %04X, %5d lamps", ": , , lamps"),
        ("%(lamp)s and {lamp} or ${LAMP} on $LAMP", "and or on"),
        ("Press <b>Save</b> in <lamp2>", "Press Save in"),
        ("See https://lamps.example/v2 or www.lamps.example or lamp9@lamps.example.", "See or or ."),
        ("lamps@lamps.example로 보내십시오", "로 보내십시오"),
        ("See lamp(1) for FILE2", "See lamp for"),
    ],
)
def test_blank(text: str, left: str) -> None:
    assert len(spoken(text)) == len(text)
    assert " ".join(spoken(text).split()) == left


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 50% in the north, 20 % des électeurs and 15% of all.",
        "Oyların %50'si, %20si ve %10 kadarı sayıldı.",
        "It cost $US50 million, A$3.2m or $5bn.",
        "MP3 players, an F-35, the G20, CO2 and COVID-19.",
        "5 < 7 and 9 > 3",
        "Version 2.0 (3) at 3 p.m. @ the bridge",
    ],
)
def test_figures_of_the_text_stay(text: str) -> None:
    assert spoken(text) == text


@pytest.mark.parametrize(
    "text",
    ["Cannot open %s", "Use --quiet instead", "Say -q to be quiet", "_Save As", "&Print", "Press Ctrl+N", "run lamp()",
     "in /etc/lamps/ten", "set lamp_size"],
)  # fmt: skip
def test_messages(text: str) -> None:
    assert is_message(text)


@pytest.mark.parametrize(
    "text",
    ["The mayor of Talbrück opened the bridge.", "R&D at Zarvan & Sons - a firm of 40 - grew 5%.",
     "and/or he--who knew--left",
     "He won 3-2 (4-1) in 2019/20.", "Marks & Spencer", "The e-mail said -wrongly- so."],
)  # fmt: skip
def test_no_messages(text: str) -> None:
    assert not is_message(text)
