"""What translators do to figures, days and names: none of it is a finding."""

from __future__ import annotations

import pytest

from checker import Checker, Story
from checker.model import FINDINGS

_LIBERTIES = (
    ("ja", "この辞書は韓国語に対応しています。", "This dictionary is for Korean-language texts."),
    ("de", "Die Übersetzung (Internationalisierung) der Seiten ist fertig.", "I18n of the pages is done."),
    ("de", "Neu in der Fassung 2.100 sind zwei Kapitel.", "New in version 2.100 are two chapters."),
    ("ja", "詳しくは「港の地図」をご覧ください。", "For more, see Section 4.2, “A Map of the Harbour”."),
    ("de", "Mehr dazu unter „Das Boot“.", "For more, see Chapter 3, “The Boat”."),
    ("fr", "Le port a trois quais [4].", "The port has three quays [5]."),
    ("ko", "항만이란 무엇입니까? 배를 지키는 수단입니다.", "What is a port? It is a means of keeping boats."),
    (
        "de",
        "Dieser Teil beschreibt nicht alle Boote.",
        "Rather than describing every boat, this part gives an overview.",
    ),
    (
        "ja",
        "船を新しくしなければいけません。舵も調べねばなりません。",
        "The boat must be replaced. The rudder has to be looked at too.",
    ),
    (
        "de",
        "Ein Dutzend Leute und ein paar Hunde warteten anderthalb Stunden vor dem Rathaus.",
        "Twelve people and a couple of dogs waited in front of the town hall for 90 minutes, or one and a half hours.",
    ),
    (
        "de",
        "Der 19-Jährige und seine 17-jährige Schwester fuhren 100 Kilometer weit.",
        "The 19-year-old and his 17-year-old sister drove 62 miles.",
    ),
    ("de", "In den achtziger Jahren lebten hier 20 bis 30 Familien.", "In the 1980s, 20-30 families lived here."),
    (
        "de",
        "Jeder Dritte war dagegen, drei Viertel kamen nicht.",
        "One in three was against it, and 75 percent did not come.",
    ),
    ("de", "Um halb zehn begann das zweite Spiel, es endete 2:1.", "The second game began at 9:30 and ended 2-1."),
    (
        "fr",
        "Une quinzaine de jours plus tard, la moitié des quatre-vingts maisons étaient vides.",
        "A fortnight later half of the 80 houses were empty.",
    ),
    (
        "fr",
        "Le premier ministre a parlé deux fois au XXe siècle.",
        "The prime minister spoke twice in the 20th century.",
    ),
    (
        "fr",
        "Dans les années 70, un Français sur cinq vivait ici.",
        "In the 1970s one in five French people lived here.",
    ),
    (
        "es",
        "Ambas hermanas, de 10 y 11 años, viajaron más de 2.000 kilómetros.",
        "Both sisters, aged 10 and 11, travelled more than 2,000 kilometres.",
    ),
    ("es", "En octavos de final ganaron por 3-0 el 21 de diciembre.", "In the last 16 they won 3-0 on December 21."),
    (
        "es",
        "Cerca de un tercio de los 3 mil millones de pesos ya se gastó.",
        "About a third of the 3 billion pesos has been spent already.",
    ),
    (
        "it",
        "Una decina di persone e una trentina di cani, metà dei quali giovani.",
        "About ten people and some thirty dogs, half of them young.",
    ),
    ("it", "Il secondo incontro iniziò a mezzogiorno del 16 settembre.", "The second match began at noon on Sept. 16."),
    (
        "pt",
        "Uma dezena de pessoas, entre os 20 e os 30 anos, esperou meia hora na segunda-feira.",
        "Ten people in their twenties waited for 30 minutes on Monday, aged between 20 and 30.",
    ),
    (
        "pt",
        "O projeto custa 3 mil milhões de euros, o dobro do previsto.",
        "The project costs 3 billion euros, twice as much as planned.",
    ),
    (
        "nl",
        "Tientallen mensen, onder wie twee kinderen, wachtten een kwartier.",
        "Dozens of people, among them two children, waited for 15 minutes.",
    ),
    ("nl", "Op 3 mei om 15.30 uur waren er 1.200 kijkers.", "At 3:30 p.m. on May 3 there were 1,200 viewers."),
    (
        "pl",
        "Obaj bracia mieli po kilkanaście lat, dwukrotnie wygrali w latach 90.",
        "Both brothers were in their teens and won twice in the 1990s.",
    ),
    (
        "pl",
        "W ciągu doby spadło 20 cm śniegu, o jedną trzecią więcej.",
        "Within 24 hours 20 cm of snow fell, a third more.",
    ),
    (
        "cs",
        "Oba bratři vyhráli dvakrát, poprvé před čtvrt stoletím.",
        "Both brothers won twice, for the first time 25 years ago.",
    ),
    ("cs", "Asi 50 tisíc lidí, tedy polovina, hlasovalo 4. října.", "Some 50,000 people, or half, voted on October 4."),
    (
        "ru",
        "Оба брата дважды победили в 90-х годах, каждый третий болел за них.",
        "Both brothers won twice in the 1990s, and one in three was on their side.",
    ),
    (
        "ru",
        "В среду, 15 июля, в 15:30 здесь было 25 градусов и 10–12 тыс. гостей.",
        "On Wednesday, July 15, at 3:30 p.m. it was 25 degrees here and there were 10,000 to 12,000 guests.",
    ),
    (
        "uk",
        "Обидва брати двічі перемогли, половина з 40 суддів була за них.",
        "Both brothers won twice, and half of the 40 judges were on their side.",
    ),
    (
        "uk",
        "У п’ятницю, 3 травня, сюди приїхало близько 1,5 тис. гостей.",
        "On Friday, May 3, about 1,500 guests came here.",
    ),
    (
        "tr",
        "Bir düzine kişi yarım saat bekledi, 19 yaşındaki genç ikinci oldu.",
        "A dozen people waited for half an hour, and the 19-year-old came second.",
    ),
    ("tr", "3 Mayıs'ta saat 15.30'da yaklaşık 1.500 kişi geldi.", "On May 3 at 3:30 p.m. about 1,500 people came."),
    (
        "ar",
        "قبل عامين عاش هنا شخصان فقط، واليوم يعيش 40 شخصا.",
        "Two years ago only two people lived here, and today there are 40.",
    ),
    ("ar", "في 3 مايو جاء نحو 1500 ضيف، أي ثلث السكان.", "On May 3 about 1,500 guests came, a third of the people."),
    (
        "hi",
        "दोनों भाई 1980 के दशक में यहाँ रहते थे, लगभग 50 लाख रुपये खर्च हुए।",
        "Both brothers lived here in the 1980s, and about 5 million rupees were spent.",
    ),
    (
        "hi",
        "पहली बार आधे घंटे में 24 में से एक तिहाई लोग आए।",
        "For the first time a third of the 24 people came within half an hour.",
    ),
    (
        "zh",
        "两兄弟在上世纪80年代住在这里，约三分之一的人反对。",
        "Both brothers lived here in the 1980s, and about a third of the people were against it.",
    ),
    (
        "zh",
        "上午9点半，近百人等了一个多小时，气温25度。",
        "At 9:30 a.m. nearly a hundred people had waited for more than an hour at 25 degrees.",
    ),
    (
        "zh",
        "几十名学生和十几名老师于星期三抵达。",
        "Dozens of students and more than ten teachers arrived on Wednesday.",
    ),
    (
        "ja",
        "兄弟２人は１９８０年代に２度優勝し、３分の１の観客が泣いた。",
        "The two brothers won twice in the 1980s, and a third of the crowd wept.",
    ),
    (
        "ja",
        "２５日（水）午後３時半、約１万２千人が集まった。",
        "At 3:30 p.m. on Wednesday the 25th, about 12,000 people gathered.",
    ),
    (
        "ko",
        "두 형제는 1980년대에 두 번 이겼고 관중의 3분의 1이 울었다.",
        "The two brothers won twice in the 1980s, and a third of the crowd wept.",
    ),
    ("ko", "수요일 오후 3시 30분에 약 1만2천 명이 모였다.", "About 12,000 people gathered at 3:30 p.m. on Wednesday."),
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(mode="translation")


@pytest.mark.parametrize(("language", "original", "translation"), _LIBERTIES)
@pytest.mark.parametrize("turned", [False, True])
def test_nothing_is_found(checker: Checker, language: str, original: str, translation: str, *, turned: bool) -> None:
    stories = [Story(name="a", text=original, language=language), Story(name="b", text=translation)]
    if turned:
        stories = [Story(name="b", text=original, language=language), Story(name="a", text=translation)]
    rows = [row for event in checker.check(stories, same_event=True).events for row in event.comparisons]
    assert [(row.rule, [side.claim.text for side in row.sides]) for row in rows if row.verdict in FINDINGS] == []
