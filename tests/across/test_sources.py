"""Names of a text in another language that an English one lost."""

from __future__ import annotations

import pytest

from checker.across.sources import lost_names
from checker.rules import Ruleset


def _lost(ruleset: Ruleset, text: str, language: str, english: str) -> list[str]:
    words, places = ruleset.words("across"), ruleset.words("places")
    return [text[one.start : one.end] for one in lost_names(text, language, english, words, places)]


@pytest.mark.parametrize(
    ("text", "language", "english", "lost"),
    [
        ("Wahlen in Bulgarien", "de", "Elections in Europe", "Bulgarien"),
        ("выборы в Болгарии", "ru", "elections in Europe", "Болгарии"),
        ("En Espagne, la grève continue.", "fr", "In Central America the strike goes on.", "Espagne"),
        ("保加利亚选举", "zh", "elections in Europe", "保加利亚"),
        ("ブルガリアの選挙", "ja", "elections in Europe", "ブルガリア"),
        ("Компания Zephyrin сообщила", "ru", "The company said", "Zephyrin"),
        ("使用ZEPHON设备", "zh", "They used the device", "ZEPHON"),
        ("タイの選挙", "ja", "elections in Europe", "タイ"),
        ("Wahlen in Südkorea", "de", "elections in North Korea", "Südkorea"),
    ],
)
def test_lost(ruleset: Ruleset, text: str, language: str, english: str, lost: str) -> None:
    assert _lost(ruleset, text, language, english) == [lost]


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("Wahlen in Bulgarien", "de", "Bulgarian elections"),
        ("Wahlen in Bulgarien", "de", "Elections in Sofia"),
        ("В США и Великобритании", "ru", "In the US and the UK"),
        ("印度尼西亚选举", "zh", "elections in Indonesia"),
        ("西南非洲的组织", "zh", "an organisation of South West Africa"),
        ("中国经济", "zh", "the economy of the country"),
        ("日本の経済", "ja", "the economy"),
        ("Компания Zephyrin сообщила", "ru", "Zephyrin said"),
        ("使用CPR方法", "zh", "They used cardio-pulmonary resuscitation (CPR)"),
        ("Una mali storia", "it", "A bad story"),
        ("Das chilenische Volk", "de", "The people"),
        ("ファイルのタイプとタイトル", "ja", "type and title of the file"),
        ("UID를 찾을 수 없음", "ko", "the user ID was not found"),
        ("Auf Ascension", "de", "On Ascension there is one road."),
    ],
)
def test_not_lost(ruleset: Ruleset, text: str, language: str, english: str) -> None:
    assert _lost(ruleset, text, language, english) == []
