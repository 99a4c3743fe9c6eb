"""Plain denials without an answer."""

from __future__ import annotations

import pytest

from checker.across.negation import unanswered
from checker.rules import Ruleset

_DENIED = "The mayor has not opened the bridge."
_TOLD = "The mayor has opened the bridge."
_ORIGINALS = {
    "de": ("Die Bürgermeisterin hat die Brücke eröffnet.", "Die Bürgermeisterin hat die Brücke nicht eröffnet."),
    "fr": ("Le maire a ouvert le pont.", "Le maire n’a pas ouvert le pont."),
    "es": ("La alcaldesa abrió el puente.", "La alcaldesa no abrió el puente."),
    "it": ("La sindaca ha aperto il ponte.", "La sindaca non ha aperto il ponte."),
    "pt": ("O prefeito abriu a ponte.", "O prefeito não abriu a ponte."),
    "nl": ("De burgemeester opende de brug.", "De burgemeester opende de brug niet."),
    "pl": ("Burmistrz otworzył most.", "Burmistrz nie otworzył mostu."),
    "cs": ("Starosta most otevřel.", "Starosta most nikdy neotevřel."),
    "ru": ("Мэр открыл мост.", "Мэр не открыл мост."),
    "uk": ("Мер відкрив міст.", "Мер не відкрив міст."),
    "ar": ("افتتح رئيس البلدية الجسر", "لم يفتتح رئيس البلدية الجسر"),
    "hi": ("महापौर ने पुल खोला।", "महापौर ने पुल नहीं खोला।"),
    "zh": ("市长打开了大桥。", "市长没有打开大桥。"),
    "ja": ("市長は橋を開通させた。", "市長は橋を開通しなかった。"),
    "ko": ("시장은 다리를 열었다.", "시장은 다리를 열지 않았다."),
}


@pytest.mark.parametrize("language", _ORIGINALS)
def test_both_ways(ruleset: Ruleset, language: str) -> None:
    words = ruleset.words("across")["negation"]
    told, denied = _ORIGINALS[language]
    assert unanswered(_DENIED, "en", told, language, words) is not None
    assert unanswered(denied, language, _TOLD, "en", words) is not None
    assert unanswered(_DENIED, "en", denied, language, words) is None
    assert unanswered(denied, language, _DENIED, "en", words) is None
    assert unanswered(told, language, _TOLD, "en", words) is None
    assert unanswered(_TOLD, "en", told, language, words) is None


@pytest.mark.parametrize(
    ("original", "language", "translation"),
    [
        ("Die Brücke bleibt ohne Strom.", "de", "The bridge does not have power."),
        ("Das ist unmöglich.", "de", "That is not possible."),
        ("Nicht nur die Brücke war offen.", "de", "The bridge was open, and the road as well."),
        ("Il a refusé.", "fr", "He did not want to."),
        ("Мост был закрыт без причины.", "ru", "There was not a reason to close the bridge."),
        ("Köprü açılmadı.", "tr", "The bridge was not opened."),
        ("Bron är stängd.", "", "The bridge is not open."),
        ("Impossibile aprire il ponte.", "it", "Cannot open the bridge."),
        ("Pont introuvable.", "fr", "The bridge was not found."),
        ("تعذّر فتح الجسر", "ar", "The bridge could not be opened."),
        ("Не удалось открыть мост.", "ru", "The bridge failed to open."),
        ("橋は開いていなければなりません。", "ja", "The bridge must be open."),
        ("다리가 아님", "ko", "It is not a bridge."),
        ("Мост открыт только для пешеходов.", "ru", "The bridge cannot be used by cars."),
        ("Запам’ятайте це й не забудьте про міст.", "uk", "Keep this in mind, and the bridge."),
        ("Sloupec je NOT NULL.", "cs", "The column is declared NOT NULL."),
        ("“从不”在此写作 never。", "zh", "The value is 'never'."),
    ],
)
def test_denied_in_another_way_or_not_to_be_told(
    ruleset: Ruleset, original: str, language: str, translation: str
) -> None:
    words = ruleset.words("across")["negation"]
    assert unanswered(translation, "en", original, language, words) is None
    assert unanswered(original, language, translation, "en", words) is None


@pytest.mark.parametrize(
    ("original", "language", "translation"),
    [
        ("Nur die Brücke ist offen.", "de", "Only the bridge is not open."),
        ("Мост открыт только для пешеходов.", "ru", "The bridge is not open only to pedestrians."),
        ("市长只打开了大桥。", "zh", "The mayor did not open only the bridge."),
    ],
)
def test_an_only_answers_an_only(ruleset: Ruleset, original: str, language: str, translation: str) -> None:
    assert unanswered(translation, "en", original, language, ruleset.words("across")["negation"]) is not None


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("橋はまだ開通していません。", "ja", "ません"),
        ("다리를 열지 않았다.", "ko", "지 않"),
        ("市长没有打开大桥。", "zh", "没有"),
    ],
)
def test_the_whole_sign_is_shown(ruleset: Ruleset, text: str, language: str, said: str) -> None:
    found = unanswered(text, language, _TOLD, "en", ruleset.words("across")["negation"])
    assert found is not None
    assert text[found.start : found.end] == said


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("de", "Die Bürgermeisterin hat die Brücke und unsere Universität unter anderem für Union Hafen eröffnet."),
        ("es", "La alcaldesa abrió el puente desde el distrito después de un discurso."),
        ("nl", "De burgemeester opende onder grote belangstelling onze brug."),
        ("cs", "Starosta otevřel největší most pro nemocnici."),
        ("ru", "Мэр открыл мост неделю назад для них и Николаева."),
        ("hi", "महापौर ने अपने पुल को अब आम लोगों के लिए खोला।"),
        ("en", "The mayor has opened the bridge in the United District under discussion."),
    ],
)
def test_words_that_only_begin_like_a_denial_answer_none(ruleset: Ruleset, language: str, translation: str) -> None:
    words = ruleset.words("across")["negation"]
    denied = _ORIGINALS["de"][1] if language == "en" else _DENIED
    assert unanswered(denied, "de" if language == "en" else "en", translation, language, words) is not None


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("de", "Der Zutritt zu der Brücke ist untersagt."),
        ("cs", "Lidé, kteří nejsou zvyklí, most vynechali."),
        ("es", "El puente desapareció."),
        ("en", "The bridge is protected from being opened."),
    ],
)
def test_the_longer_word_decides(ruleset: Ruleset, language: str, translation: str) -> None:
    words = ruleset.words("across")["negation"]
    denied = _ORIGINALS["de"][1] if language == "en" else _DENIED
    assert unanswered(denied, "de" if language == "en" else "en", translation, language, words) is None


def test_in_front_of_a_hyphen_it_is_part_of_a_word(ruleset: Ruleset) -> None:
    words = ruleset.words("across")["negation"]
    assert (
        unanswered("Il firmware non-free e il ponte.", "it", "The free firmware and the bridge.", "en", words) is None
    )
