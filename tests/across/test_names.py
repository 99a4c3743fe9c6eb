"""Names of an English text in texts of other languages."""

from __future__ import annotations

import pytest

from checker.across.names import Names
from checker.model import AnyClaim, Claim, Name
from checker.rules import Ruleset

# A stand-in for the dictionary of the pipeline.
_WORDS = frozenset({"ferry", "union", "institute", "tourism", "centre", "steel", "market", "sand", "brown"})


def _lacks(  # noqa: PLR0913
    ruleset: Ruleset, field: str, name: str, text: str, language: str, *, weak: bool = False
) -> bool:
    claim: AnyClaim = Claim(field, "left", 0, len(name), name, Name(name), weak=weak)
    words, places = ruleset.words("across"), ruleset.words("places")
    return Names(text, language, words, places, _WORDS.__contains__).lacks(claim)


@pytest.mark.parametrize(
    ("field", "name", "text", "language"),
    [
        ("person", "Mariana Kowalczyk", "Minister odwiedził dom Kowalczyka.", "pl"),
        ("person", "Petr Novotny", "Řekl to Novotnému v pátek.", "cs"),
        ("person", "Sergei Voronov", "Об этом рассказал Сергей Воронов.", "ru"),
        ("person", "Volodymyr Hrytsenko", "Про це розповів Володимир Гриценко.", "uk"),
        ("person", "Keith Brannigan", "कीथ ब्रैनिगन ने कहा", "hi"),
        ("person", "Martin Delacroix", "マルティン・デラクロワさんが話した。", "ja"),
        ("person", "Keiko Tanabe", "田辺恵子さんが話した。", "ja"),
        ("person", "Li Minghua", "李明华昨天说。", "zh"),
        ("person", "Michael Brandauer", "迈克尔·布兰道尔说。", "zh"),
        ("person", "Jonas Falkner", "요나스 팔크너가 말했다.", "ko"),
        ("person", "Samir Haddad", "قال سمير حداد أمس", "ar"),
        ("person", "Pope Francis", "Papst Franziskus kam.", "de"),
        ("person", "King Charles", "El rey Carlos llegó.", "es"),
        ("person", "Brown", "Elle est partie.", "fr"),
        ("place", "Germany", "Niemiecki rząd", "pl"),
        ("place", "Germany", "немецкий министр", "ru"),
        ("place", "France", "el gobierno francés", "es"),
        ("place", "Hong Kong", "香港岛大部分", "zh"),
        ("place", "United States", "美方回应", "zh"),
        ("place", "China", "回国后的生活", "zh"),
        ("place", "German", "Un ministre allemand est parti.", "fr"),
        ("place", "German", "La langue allemande", "fr"),
        ("place", "French", "Le ministre est parti.", "fr"),
        ("place", "Chinese", "Rozmowy w Pekinie trwały.", "pl"),
        ("place", "South African", "दक्षिण अफ्रीकी मंत्री", "hi"),
        ("place", "Portland", "La tempête a touché Portland.", "fr"),
        ("place", "Bavaria", "in ganz Bayern", "de"),
        ("place", "Hokkaido", "北海道の漁師が話した。", "ja"),
        ("place", "Kuzawa Bridge", "九沢川の橋", "zh"),
        ("person", "Choi Minjae", "최민재가 말했다.", "ko"),
        ("person", "Brandauer", "布兰道尔昨天说。", "zh"),
        ("person", "Carrie Lam", "林女士昨天说。", "zh"),
        ("organisation", "Zephyrin Steel", "泽菲尔钢铁厂的工人罢工。", "zh"),
        ("organisation", "US Tourism Institute", "Das amerikanische Institut warnte.", "de"),
        ("organisation", "African Steel Union", "Syndicat agricole", "fr"),
        ("organisation", "WHO", "Die Weltgesundheitsorganisation warnte.", "de"),
        ("organisation", "BND", "Bundesnachrichtendienst, Dienst des Bundes", "de"),
        ("organisation", "KRV", "Der KRV warnte.", "de"),
        ("organisation", "VKB", "Die KVB warnte.", "de"),
        ("organisation", "KRV", "Об этом сообщили вчера.", "ru"),
        ("organisation", "EUR", "Das kostet zwei Euro.", "de"),
        ("place", "Cologne", "in Köln am Rhein", "de"),
        ("place", "Zarvan Valley", "im Tal von Zarvan", "de"),
        ("organisation", "Ferry Union", "Die Gewerkschaft streikte.", "de"),
        ("organisation", "NATO", "L'OTAN a répondu.", "fr"),
        ("organisation", "Institute of Meteorology", "Das Wetteramt warnte.", "de"),
        ("organisation", "Zephyrin Steel", "Les ouvriers de Zephyrin", "fr"),
        ("count", "Voronov", "Elle est partie.", "fr"),
    ],
)
def test_there_or_not_to_be_told(ruleset: Ruleset, field: str, name: str, text: str, language: str) -> None:
    assert not _lacks(ruleset, field, name, text, language)


@pytest.mark.parametrize(
    ("field", "name", "text", "language"),
    [
        ("person", "Clara Voss", "Der Minister besuchte das Tal.", "de"),
        ("person", "Clara Vossberg", "Об этом рассказал Сергей Воронов.", "ru"),
        ("person", "Clara Vossberg", "कीथ ब्रैनिगन ने कहा", "hi"),
        ("person", "Martin Delacroix", "田辺さんが話した。", "ja"),
        ("person", "Clara Vossberg", "قال سمير حداد أمس", "ar"),
        ("person", "Clara Vossberg", "김민수가 말했다.", "ko"),
        ("place", "Austria", "彗星可能是地球上的水的来源", "zh"),
        ("place", "Austria", "El ministro visitó el valle.", "es"),
        ("place", "Edmonton", "Двое погибли в долине.", "ru"),
        ("place", "German", "Elle est partie.", "fr"),
        ("place", "Portland", "Elle est partie.", "fr"),
        ("place", "US", "Trece mil obreros llegaron de Rusia.", "es"),
        ("person", "Marvin Brand", "Elle est partie hier soir.", "fr"),
        ("person", "Clara Vossberg", "布兰道尔昨天说。", "zh"),
        ("organisation", "US Tourism Institute", "Das Institut warnte.", "de"),
        ("organisation", "KRV", "Der Minister ging.", "de"),
        ("organisation", "Zephyrin Steel", "Les ouvriers ont cessé le travail.", "fr"),
    ],
)
def test_not_there(ruleset: Ruleset, field: str, name: str, text: str, language: str) -> None:
    assert _lacks(ruleset, field, name, text, language)
    assert not _lacks(ruleset, field, name, text, language, weak=True)
    assert not _lacks(ruleset, field, name, text, "")
