"""Months and weekdays."""

from __future__ import annotations

import pytest

from checker.across.days import at_odds, months, weekdays


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [
        ("en", "in July", 7),
        ("en", "on 4 May", 5),
        ("de", "im März", 3),
        ("fr", "le 3 août", 8),
        ("es", "en octubre", 10),
        ("it", "a settembre", 9),
        ("pt", "em fevereiro", 2),
        ("nl", "in augustus", 8),
        ("pl", "w lipcu", 7),
        ("pl", "4 października", 10),
        ("cs", "v červenci", 7),
        ("cs", "v červnu", 6),
        ("ru", "в сентябре", 9),
        ("ru", "в июле", 7),
        ("uk", "у липні", 7),
        ("tr", "Ağustos ayında", 8),
        ("ar", "في يوليو", 7),
        ("hi", "जुलाई में", 7),
        ("zh", "7月24日", 7),
        ("zh", "十二月", 12),
        ("ja", "８月６日", 8),
        ("ko", "10월", 10),
    ],
)
def test_months(language: str, text: str, month: int) -> None:
    assert [day.number for day in months(text, language)] == [month]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You may march."),
        ("fr", "sur Mars"),
        ("zh", "三个月"),
        ("zh", "3月间"),
        ("ja", "3か月"),
        ("ko", "3개월"),
        ("tr", "ocak başında"),
        ("de", "Maiglöckchen"),
    ],
)
def test_no_month(language: str, text: str) -> None:
    assert months(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        ("en", "on Monday", 0),
        ("de", "am Mittwoch", 2),
        ("fr", "jeudi soir", 3),
        ("es", "el viernes", 4),
        ("it", "sabato", 5),
        ("nl", "op zondag", 6),
        ("pl", "w niedzielę", 6),
        ("cs", "v neděli", 6),
        ("ru", "в субботу", 5),
        ("uk", "у п’ятницю", 4),
        ("hi", "सोमवार को", 0),
        ("zh", "星期二", 1),
        ("zh", "周日", 6),
        ("ja", "水曜日", 2),
        ("ja", "（金）", 4),
        ("ko", "목요일", 3),
    ],
)
def test_weekdays(language: str, text: str, weekday: int) -> None:
    assert [day.number for day in weekdays(text, language)] == [weekday]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "среди домов"), ("zh", "周年"), ("en", "the sun"), ("pt", "a segunda casa"), ("cs", "střed města")],
)
def test_no_weekday(language: str, text: str) -> None:
    assert weekdays(text, language) == ()


def test_only_what_each_alone_names_is_at_odds() -> None:
    july, june = months("in July", "en"), months("in June", "en")
    assert at_odds(july, june, ((), ())) == [(july[0], june[0])]
    assert at_odds(july, july, ((), ())) == []
    assert at_odds(july, (), ((), ())) == []
