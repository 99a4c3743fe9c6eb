"""Names in Latin and Cyrillic letters that an English text lost."""

from __future__ import annotations

import pytest

from checker.across.sources import lost_names
from checker.rules import Ruleset


def _lost(ruleset: Ruleset, language: str, text: str, english: str) -> list[str]:
    words, places = ruleset.words("across"), ruleset.words("places")
    return [text[one.start : one.end] for one in lost_names(text, language, english, words, places)]


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("es", "El Tribunal Superior de Justicia rechazó la demanda.", "The high court rejected the claim."),
        ("es", "La Guardia Civil y la Policía Nacional buscan al hombre.", "Police are looking for the man."),
        ("es", "El Ministerio de Hacienda y Función Pública lo negó.", "The finance ministry denied it."),
        ("es", "Pasó la Semana Santa en casa, dijo.", "She spent Easter at home, she said."),
        ("es", "El Gobierno aprobó ayer la Ley de Vivienda.", "The government passed the housing bill yesterday."),
        ("es", "¡Miren al equipo!", "Look at the team!"),
        ("es", "Viajó a Londres con Jorge Valdano Ruiz.", "He went to London with Jorge Valdano Ruiz."),
        ("fr", "Le Conseil constitutionnel a tranché.", "The Constitutional Council has ruled."),
        ("fr", "Il a servi dans la Légion étrangère.", "He served in the Foreign Legion."),
        ("fr", "La Seconde Guerre mondiale a commencé.", "World War II began."),
        ("fr", "Au XIVe siècle, le roi mourut.", "In the 14th century the king died."),
        ("fr", "L'Assemblée nationale a voté la TVA.", "Parliament voted on VAT."),
        ("it", "La Corte di Cassazione ha deciso.", "The supreme court has decided."),
        ("it", "Il Consiglio dei Ministri si riunisce oggi.", "The cabinet meets today."),
        ("it", "La Guardia di Finanza ha sequestrato le carte.", "Police seized the papers."),
        ("it", "Vive da anni nel Mezzogiorno con Marta Bellucci.", "She lives in the South with Marta Bellucci."),
        ("pt", "O Supremo Tribunal Federal negou o pedido.", "The supreme court denied the request."),
        ("nl", "De Tweede Kamer stemde voor.", "The lower house voted in favour."),
        ("nl", "Het Openbaar Ministerie eist straf.", "Prosecutors demand a sentence."),
        ("pl", "Sąd Najwyższy uchylił wyrok.", "The supreme court overturned the ruling."),
        ("pl", "Najwyższa Izba Kontroli bada umowy.", "The state auditor is looking into contracts."),
        ("pl", "Zgromadzenie Ogólne ONZ debatowało.", "The UN General Assembly debated."),
        ("pl", "Budżet Funduszu Ochrony Przyrody i Gospodarki Leśnej", "The budget of the nature and forestry fund"),
        ("pl", "Rozmawiał z Janem Pawłem Nowakiem.", "He spoke to Jan Paweł Nowak."),
        ("cs", "Ústavní soud v Brně rozhodl.", "The constitutional court in Brno has decided."),
        ("cs", "Poslanecká sněmovna to schválila, řekl Petr Havelka.", "The lower house passed it, Petr Havelka said."),
        ("cs", "Vyhrál Velkou cenu, píše ČTK.", "He won the grand prix, ČTK writes."),
        ("ru", "В среду Верховный суд отменил приговор.", "On Wednesday the supreme court quashed the sentence."),
        ("ru", "По данным Следственного комитета, погибли двое.", "Two died, according to investigators."),
        ("ru", "Об этом сообщает Росстат.", "Rosstat reports this."),
        ("ru", "Вчера Вероника Жаркова улетела в Париж.", "Yesterday Veronika Zharkova flew to Paris."),
        ("uk", "Верховна Рада ухвалила закон.", "Parliament passed the law."),
        ("uk", "Про це сказав Юрій Ткаченко.", "Yuriy Tkachenko said this."),
        ("de", "Ende Juli kamen Millionen Menschen.", "At the end of July millions of people came."),
        ("de", "Anna Lena Brugger kam mit dem Rad.", "Anna Lena Brugger came by bike."),
        ("de", "Das Bundesamt für Wasser, kurz BAW, warnte.", "The federal office for water, the BAW, warned."),
        ("de", "Er wohnt in München.", "He lives in Munich."),
        ("pl", "Powiedział to rzecznik Straży Granicznej.", "A border guard spokesman said so."),
        ("cs", "Řekl to šéf Hospodářské komory.", "The head of the chamber of commerce said so."),
        ("ru", "По словам Минздрава, заболели трое.", "Three fell ill, the health ministry said."),
        ("es", "El Ayuntamiento y la Diputación lo pagan.", "The town hall and the provincial council pay for it."),
        ("es", "El ministro de Hacienda habló.", "The finance minister spoke."),
        ("fr", "Il travaille à l'Hôtel de Ville.", "He works at the town hall."),
        ("it", "Nel Risorgimento e nel Novecento", "In the unification and in the 20th century"),
        ("pt", "O Ministério Público investiga a empresa.", "Prosecutors are investigating the company."),
        ("uk", "За даними Генштабу, загинули двоє.", "Two died, the general staff said."),
        ("nl", "Volgens Rijkswaterstaat is de brug dicht.", "The bridge is shut, Rijkswaterstaat said."),
        ("tr", "Cumhurbaşkanı Yardımcısı konuştu.", "The vice president spoke."),
        ("es", "Desde Moscú llega otra versión.", "The Russian government has another version."),
        ("fr", "La banlieue de Paris", "A Parisian suburb"),
        ("xx", "Kam Jorgo Valdeno ruz", "He came."),
    ],
)  # fmt: skip
def test_nothing_is_lost(ruleset: Ruleset, language: str, text: str, english: str) -> None:
    assert _lost(ruleset, language, text, english) == []


@pytest.mark.parametrize(
    ("language", "text", "english", "lost"),
    [
        ("es", "Lo dijo ayer Jorge Valdano Ruiz.", "He said so yesterday.", "Jorge Valdano Ruiz"),
        ("es", "Lo dijo ayer Valdano en la radio.", "He said so yesterday on the radio.", "Valdano"),
        ("it", "Ieri ha parlato Marta Bellucci.", "She spoke yesterday.", "Marta Bellucci"),
        ("fr", "Elle vit à Melbourne depuis hier.", "She has lived there since yesterday.", "Melbourne"),
        ("pl", "Wczoraj trener Miłosz Barański odszedł.", "The coach left yesterday.", "Miłosz Barański"),
        ("cs", "Řekl to včera Petr Havelka.", "He said so yesterday.", "Petr Havelka"),
        ("ru", "Вчера в Москве выпал снег.", "Snow fell yesterday.", "Москве"),
        ("ru", "Об этом сказала Вероника Жаркова.", "She said so.", "Вероника Жаркова"),
        ("uk", "Про це сказав Юрій Ткаченко.", "He said so.", "Юрій Ткаченко"),
        ("de", "Das sagte Anna Brugger gestern.", "She said so yesterday.", "Anna Brugger"),
        ("cs", "Vyhrál na závodech KRVX včera.", "He won the race yesterday.", "KRVX"),
    ],
)  # fmt: skip
def test_lost(ruleset: Ruleset, language: str, text: str, english: str, lost: str) -> None:
    assert _lost(ruleset, language, text, english) == [lost]
