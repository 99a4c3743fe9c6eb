"""What written names sound like."""

from __future__ import annotations

import pytest

from checker.sounds import likeness, one_family, plain, script, spoken


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Smith", "latin"),
        ("Łódź", "latin"),
        ("'Ali", "latin"),
        ("Чехов", "cyrillic"),
        ("Τσίπρας", "greek"),
        ("גולדה", "hebrew"),
        ("محمود", "arabic"),
        ("マドンナ", "kana"),
        ("马克思", "hanzi"),
        ("김대중", "hangul"),
        ("नेहरू", "latin"),
        ("", "latin"),
    ],
)
def test_script(word: str, name: str) -> None:
    assert script(word) == name


@pytest.mark.parametrize(
    ("word", "form"), [("Wałęsa", "walesa"), ("O'Neill", "oneill"), ("MÜLLER", "muller"), ("Чехов", "чехов"), ("!", "")]
)
def test_plain(word: str, form: str) -> None:
    assert plain(word) == form


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("khrushchev", "xruSCev"),
        ("чехов", "Cexov"),
        ("milošević", "miloSeviC"),
        ("シェーファー", "Se:fa:"),
        ("ウィリアム", "wiliamU"),
        ("بغداد", "bGdAd"),
        ("삼", "sam"),
    ],
)
def test_spoken(word: str, sounds: str) -> None:
    assert spoken(word, "latin") == sounds


def test_korean_is_read_otherwise_in_latin_letters() -> None:
    assert spoken("yeon", "hangul") != spoken("yeon", "latin")


@pytest.mark.parametrize(
    ("near", "far", "word"),
    [
        ("qadhafi", "gandhi", "gaddafi"),
        ("koizumi", "kobayashi", "kiyozumi"),
        ("مبارك", "مراد", "mubarak"),
        ("マルクス", "マラソン", "marx"),
        ("лермонтов", "ломоносов", "lermontov"),
        ("ברגר", "ברנר", "berger"),
        ("克林顿", "华盛顿", "clinton"),
        ("박", "방", "park"),
        ("martin", "martina", "martín"),
    ],
)
def test_nearer(near: str, far: str, word: str) -> None:
    assert likeness(near, word) > likeness(far, word)


@pytest.mark.parametrize(
    ("left", "right"),
    [("sergei", "sergey"), ("massoud", "masoud"), ("omar", "umar"), ("wladimir", "vladimir"), ("jamal", "gamal")],
)
def test_one_family(left: str, right: str) -> None:
    assert one_family(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("mario", "maria"),
        ("julie", "julia"),
        ("paul", "paula"),
        ("takaichi", "takaiichi"),
        ("koizumi", "kiyozumi"),
        ("ishiba", "ishida"),
        ("hassan", "hussein"),
        ("martin", "marvin"),
        ("khamenei", "khomeini"),
        ("mann", "hahn"),
    ],
)
def test_not_one_family(left: str, right: str) -> None:
    assert not one_family(left, right)
    assert not one_family(right, left)
