"""Every language's files."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.across.tables import languages, normal, tables
from checker.resources import shipped

_LANGUAGES = ("ar", "cs", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh")


def test_languages() -> None:
    assert languages() == _LANGUAGES
    assert [path.stem for path in sorted((shipped("rules") / "cldr").glob("*.toml"))] == [*_LANGUAGES]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_language_has_numbers_and_days(language: str) -> None:
    known = tables(language)
    assert set(known.months.values()) == set(range(1, 13))
    assert set(known.weekdays.values()) == set(range(7))
    assert known.exact["multiply"]
    assert known.exact["cardinal"] or known.exact["han"]
    assert known.names["territories"]["FR"]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_setting_is_told_of(language: str) -> None:
    told = (Path(__file__).parents[2] / "checker" / "across" / "tables.py").read_text(encoding="utf-8").split('"""')[1]
    for key in tomllib.loads((shipped("rules") / "languages" / f"{language}.toml").read_text(encoding="utf-8")):
        assert f"`{key}`" in told or f"`[{key}]`" in told, key


def test_a_language_without_tables() -> None:
    assert tables("sv").code == tables("../rules").code == ""
    assert tables("pt-BR").code == tables("pt_PT").code == "pt"


def test_normal() -> None:
    assert normal("İki") == "iki"
    assert normal("П’ЯТЬ") == "п'ять"
    assert normal("صباحًا") == "صباحا"
