"""What figures of seventeen languages say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.across.figures import figures


def _values(text: str, language: str, least: int = 0) -> list[Decimal]:
    return [figure.values[0] for figure in figures(text, language) if figure.values and figure.strength >= least]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two hundred and five", 205),
        ("en", "half a million", 500000),
        ("en", "three hundred thousand", 300000),
        ("de", "dreiundzwanzigtausend", 23000),
        ("de", "einundzwanzig", 21),
        ("de", "zweihundertfünfzig Millionen", 250000000),
        ("de", "einundzwanzigste", 21),
        ("nl", "drieëntwintig", 23),
        ("nl", "zevenhonderdduizend", 700000),
        ("fr", "quatre-vingt-dix-sept mille trois cents", 97300),
        ("fr", "soixante et onze", 71),
        ("fr", "deux mille vingt-six", 2026),
        ("es", "mil quinientos", 1500),
        ("es", "dos millones y medio", 2500000),
        ("pt", "mil novecentos e noventa e nove", 1999),
        ("it", "duecentocinquantamila", 250000),
        ("it", "ventunesimo", 21),
        ("pl", "dwadzieścia pięć tysięcy", 25000),
        ("pl", "dwudziesty pierwszy", 21),
        ("cs", "třiadvacet", 23),
        ("cs", "dva tisíce pět set", 2500),
        ("ru", "сто двадцать пять", 125),
        ("ru", "полтора миллиона", 1500000),
        ("uk", "дев’яносто дев’ять", 99),
        ("tr", "yirmi beş bin", 25000),
        ("tr", "bin dokuz yüz doksan dokuz", 1999),
        ("ar", "مئة وثلاثة وعشرون", 123),
        ("ar", "خمسة وعشرين ألف", 25000),
        ("ar", "٢٥٠", 250),
        ("hi", "तीन लाख पचास हज़ार", 350000),
        ("hi", "१२३", 123),
        ("hi", "साढ़े तीन करोड़", 35000000),
        ("zh", "3亿5000万", 350000000),
        ("zh", "三万五千", 35000),
        ("zh", "二〇二六", 2026),
        ("zh", "一千零五", 1005),
        ("ja", "３億5000万", 350000000),
        ("ja", "２万６０００", 26000),
        ("ja", "三十分", 30),
        ("ko", "2억 5000만", 250000000),
        ("ko", "3만5천", 35000),
        ("sv", "1250", 1250),
    ],
)
def test_values(language: str, text: str, value: int | str) -> None:
    longest = max(figures(text, language), key=lambda figure: (figure.end - figure.start, figure.strength))
    assert Decimal(value) in longest.values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She is the first and only one."),
        ("de", "Er sprach vom Fünfkampf und gab acht."),
        ("fr", "Un pont neuf et une école."),
        ("es", "La primera once veces."),
        ("it", "Tu sei una sola."),
        ("tr", "Onun yüzü ve altı kapı."),
        ("hi", "मुझे वह दे दो"),
        ("zh", "九州和三门峡一起。"),
        ("ja", "三菱と四国。"),
        ("ja", "万一のときや、兆候があれば十分に備える。"),
        ("zh", "万一有征兆，十分重要。"),
        ("ko", "네, 이 사람은 모두 세계를 안다."),
        ("xx", "seven eight nine"),
    ],
)
def test_doubtful_words_state_nothing(language: str, text: str) -> None:
    assert not any(value > 1 for value in _values(text, language, 1))


@pytest.mark.parametrize(
    ("language", "text", "first", "also"),
    [
        ("en", "at 3:30 p.m.", 3, 15),
        ("en", "in '98", 98, 1998),
        ("en", "the 2019/20 season", 2019, None),
        ("de", "um 15 Uhr", 15, 3),
        ("en", "5-6 million people", 5, 5000000),
        ("ja", "令和2年", 2, 2020),
        ("zh", "三成", 3, 30),
        ("es", "2.500", 2500, "2.5"),
    ],
)
def test_what_a_figure_may_be_besides(language: str, text: str, first: int, also: int | str | None) -> None:
    figure = next(one for one in figures(text, language) if one.strength >= 0)
    assert figure.values[0] == first
    assert also is None or Decimal(also) in figure.values


@pytest.mark.parametrize(
    ("language", "text", "half"),
    [
        ("en", "at 3 p.m.", "pm"),
        ("en", "at 3:15 am", "am"),
        ("zh", "下午3点", "pm"),
        ("ja", "午前9時", "am"),
        ("de", "um 15:30", "pm"),
        ("en", "at 3:15", ""),
        ("en", "3 pumps", ""),
        ("zh", "3点", ""),
    ],
)
def test_half_of_the_day(language: str, text: str, half: str) -> None:
    assert next(one for one in figures(text, language) if one.strength > 0).half == half
