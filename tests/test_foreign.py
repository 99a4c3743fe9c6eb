"""A claim and a story in another language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.foreign import across_languages, is_foreign
from checker.model import Amount, AnyClaim, Claim, Name, Value
from checker.rules import Ruleset


def _claim(field: str, value: Value, text: str) -> AnyClaim:
    return Claim(field, "left", 0, len(text), text, value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister besuchte am Montag das überflutete Tal.", "en"),
        ("Le ministre a visité la vallée inondée lundi matin.", "en"),
        ("Kurz.", "de"),
        ("香港岛大部分的城市发展都集中在北岸。", "en"),
    ],
)
def test_foreign(ruleset: Ruleset, text: str, language: str) -> None:
    assert is_foreign(text, language, ruleset.words("counterpart"))


@pytest.mark.parametrize("text", ["The minister visited the flooded valley on Monday.", "Short.", ""])
def test_not_foreign(ruleset: Ruleset, text: str) -> None:
    assert not is_foreign(text, "en", ruleset.words("counterpart"))


@pytest.mark.parametrize(
    ("field", "value", "said", "text"),
    [
        ("person", Name("Mariana Kowalczyk"), "Kowalczyk", "Minister odwiedził dom Kowalczyka."),
        ("person", Name("Sergei Voronov"), "Voronov", "Об этом рассказал Сергей Воронов."),
        ("person", Name("Keith Brown"), "Brown", "कीथ ब्राउन ने कहा"),
        ("place", Name("Germany"), "Germany", "Deutschland gewann."),
        ("count", Amount(Decimal(272)), "272", "Es waren 272 Menschen."),
        ("count", Amount(Decimal(7272)), "7,272", "Es waren 7.272 Menschen."),
        ("count", Amount(Decimal(113)), "113", "計１１３項目"),
        ("count", Amount(Decimal(6)), "six", "Es waren sechs Menschen."),
        ("count", Amount(Decimal(100)), "100", "Eran cien."),
        ("count", Amount(Decimal(350000000)), "350 million", "3億5000万"),
        ("count", Amount(Decimal(223)), "223", "Es waren zweihundertdreiundzwanzig Menschen in der Stadt."),
        ("count", Amount(Decimal(85000)), "85,000", "Вечером 85 тысяч домов остались без света."),
    ],
)
def test_held_or_not_to_be_told(ruleset: Ruleset, field: str, value: Value, said: str, text: str) -> None:
    assert across_languages(_claim(field, value, said), text, ruleset.words("counterpart"), foreign=False)


@pytest.mark.parametrize(
    ("field", "value", "said", "text"),
    [
        ("person", Name("Clara Voss"), "Clara Voss", "Der Minister besuchte das Tal."),
        ("count", Amount(Decimal(272)), "272", "Es waren 227 Menschen."),
        ("count", Amount(Decimal(40)), "40", "Es waren vierzehn Menschen in der Stadt und auf dem Berg."),
        ("count", Amount(Decimal(350000000)), "350 million", "橋の費用は3億4000万円です。"),
    ],
)
def test_not_held(ruleset: Ruleset, field: str, value: Value, said: str, text: str) -> None:
    claim = _claim(field, value, said)
    assert not across_languages(claim, text, ruleset.words("counterpart"), foreign=False)
    assert across_languages(claim, text, ruleset.words("counterpart"), foreign=True)
