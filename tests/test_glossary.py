"""Termbases: how they are read, and what a report makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import Checker, Story
from checker.errors import GlossaryError
from checker.glossary import Concept, Term, load
from checker.language import Parser
from checker.model import Mode
from checker.rules import Ruleset

TBX2 = """\
<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1"><note>See desk.</note>
<langSet xml:lang="en"><tig><term>surface-to-air missile</term></tig></langSet>
<langSet xml:lang="de-DE"><tig><term>Boden-Luft-Rakete</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<ntig><termGrp><term>Fliegerrakete</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp>
</ntig></langSet></termEntry></body></text></martif>
"""
TBX3 = """\
<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="x"><text><body><conceptEntry id="c1">
<langSec xml:lang="en"><termSec><term>kill chain</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Wirkkette</term>
<basic:administrativeStatus>admittedTerm-admn-sts</basic:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>
"""


def base(ruleset: Ruleset, folder: Path, data: str | bytes, name: str = "terms.csv") -> tuple[Concept, ...]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return load([path], ruleset.words("glossary"), ruleset.words("read"))


@pytest.mark.parametrize(
    "data",
    [
        "en,de,status,note\nship,Schiff,,Never a boat.\nship,Kahn,forbidden\n",
        "EN;de-AT;Status;Note\r\nship;Schiff;preferred;Never a boat.\r\n;;;\r\nship;Kahn;Deprecated;\r\n",
        '\ufeffen\tde\tstatus\tnote\n"ship"\tSchiff\t\tNever a boat.\nship\tKahn\tsuperseded\n',
    ],
)
def test_csv_with_languages(ruleset: Ruleset, tmp_path: Path, data: str) -> None:
    assert base(ruleset, tmp_path, data) == (
        Concept(
            "ship",
            (
                Term("ship", "preferred", "en", "source"),
                Term("Schiff", "preferred", "de", "target"),
                Term("Kahn", "forbidden", "de", "target"),
            ),
            "Never a boat.",
        ),
    )


def test_csv_without_languages(ruleset: Ruleset, tmp_path: Path) -> None:
    (first, second) = base(ruleset, tmp_path, "source,target\nship,Schiff\nboat,Boot\n")
    assert [term.language for term in (*first.terms, *second.terms)] == ["", "", "", ""]


def test_a_word_that_is_always_forbidden(ruleset: Ruleset, tmp_path: Path) -> None:
    (concept,) = base(ruleset, tmp_path, "source,target,status\n,boffin,forbidden\n")
    assert concept.terms == (Term("boffin", "forbidden", "", "target"),)


@pytest.mark.parametrize(
    ("data", "terms"),
    [
        (
            TBX2,
            (
                Term("surface-to-air missile", "preferred", "en"),
                Term("Boden-Luft-Rakete", "preferred", "de"),
                Term("Fliegerrakete", "forbidden", "de"),
            ),
        ),
        (TBX3, (Term("kill chain", "preferred", "en"), Term("Wirkkette", "allowed", "de"))),
    ],
)
def test_tbx(ruleset: Ruleset, tmp_path: Path, data: str, terms: tuple[Term, ...]) -> None:
    (concept,) = base(ruleset, tmp_path, data, "terms.tbx")
    assert (concept.id, concept.terms) == ("c1", terms)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("ship,Schiff\n", "line 1: needs a heading: two languages"),
        ("source,target,status\nship,Schiff,good\n", "line 2: the status 'good' is not one of preferred, allowed"),
        ("source,target\nship,\n", "line 2: needs a source term and a target term"),
        ("source,target\n,Schiff\n", "line 2: needs a source term and a target term"),
        ('source,target\n"ship,Schiff\n', "line 2: unexpected end of data"),
        ("source,target\nship,Müller\n".encode("latin-1"), "line 2: not UTF-8"),
        (b"PK\x03\x04", "a ZIP archive or office document"),
        ("<xliff/>", "no TBX file: its root is <xliff>"),
        (TBX2.replace("</tig></langSet>", "", 1), "line 9: not well-formed XML: mismatched tag"),
        (TBX3.replace("<tbx", '<!DOCTYPE x [<!ENTITY a "a">]><tbx'), "line 1: declares an entity, &a;"),
        (TBX3.replace("admittedTerm", "unknownTerm"), "line 4: the status 'unknownTerm-admn-sts' is not one of"),
    ],
)
def test_what_cannot_be_used(ruleset: Ruleset, tmp_path: Path, data: str | bytes, said: str) -> None:
    with pytest.raises(GlossaryError) as raised:
        base(ruleset, tmp_path, data)
    assert str(raised.value).startswith(f"{tmp_path / 'terms.csv'}: {said}")


def test_a_file_that_is_not_there(ruleset: Ruleset) -> None:
    with pytest.raises(GlossaryError, match=r"nowhere\.csv: no such file"):
        load(["nowhere.csv"], ruleset.words("glossary"), ruleset.words("read"))


# --- what a report makes of them ---

BILINGUAL = (
    "en,de,status\nsurface-to-air missile,Boden-Luft-Rakete,\nsurface-to-air missile,Flugabwehrrakete,allowed\n"
    "surface-to-air missile,Fliegerrakete,forbidden\nministry,Ministerium,\nship,Schiff,\nUS,USA,\nmissile,Rakete,\n"
    "warhead,Gefechtskopf,\nwarhead,Kopf,forbidden\n"
)
MISSILES = "The ministry ordered surface-to-air missiles."


def findings(
    parser: Parser, folder: Path, data: str, texts: tuple[str, str], mode: Mode = "translation", **second: str
) -> list[tuple[str, tuple[str, ...]]]:
    path = folder / "terms"
    path.write_text(data, encoding="utf-8")
    checker = Checker(mode=mode, glossary=[path])
    checker._parser = parser  # noqa: SLF001 - the model is loaded once
    stories = [Story(name="a", text=texts[0]), Story(name="b", text=texts[1], **second)]  # type: ignore[arg-type]
    report = checker.check(stories, same_event=True)
    return [
        (row.rule.partition(".")[2], tuple(side.claim.text for side in row.sides))
        for event in report.events
        for row in event.comparisons
        if row.field == "glossary"
    ]


@pytest.mark.parametrize(
    "german",
    [
        "Das Ministerium bestellte Boden-Luft-Raketen.",
        "Boden-Luft-Raketen wurden vom Ministerium bestellt.",
        "Für das Innenministerium wurden Flugabwehrraketen bestellt.",
        "Bestellungen des Ministeriums: Boden-Luft-Raketensysteme.",
    ],
)
def test_as_agreed(parser: Parser, tmp_path: Path, german: str) -> None:
    assert findings(parser, tmp_path, BILINGUAL, (MISSILES, german), language="de") == []
    assert findings(parser, tmp_path, BILINGUAL, (MISSILES, german)) == []


@pytest.mark.parametrize(
    ("english", "german", "found"),
    [
        (
            MISSILES,
            "Das Ministerium bestellte Fliegerraketen.",
            [("forbidden", ("surface-to-air missiles", "Fliegerraketen"))],
        ),
        (MISSILES, "Das Ministerium bestellte Waffen.", [("not-rendered", ("surface-to-air missiles",))]),
        ("The ship sank.", "Der Kahn sank.", [("not-rendered", ("ship",))]),
        ("Two warheads were found.", "Zwei Köpfe.", [("forbidden", ("warheads", "Köpfe"))]),
        # A word of another kind, of another case, or inside a longer one.
        ("They told us of it.", "Sie erzählten davon.", []),
        ("Shipping is worth the hardship.", "Seefahrt lohnt die Mühe.", []),
        ("The surface rose to air level.", "Die Fläche stieg.", []),
        ("Nothing of it.", "Eine Fliegerrakete.", []),
        ("The warheads.", "Die Gefechtsköpfe.", []),
    ],
)
def test_translations(
    parser: Parser, tmp_path: Path, english: str, german: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert findings(parser, tmp_path, BILINGUAL, (english, german), language="de") == found


@pytest.mark.parametrize("english", ["The shift ended.", "A shipper of shirts.", "It rations the rational."])
def test_words_that_only_begin_alike(parser: Parser, tmp_path: Path, english: str) -> None:
    data = "source,target\nship,Schiff\nration,Zuteilung\n"
    words = "rations" in english
    found = findings(parser, tmp_path, data, (english, "Nichts davon."), language="de")
    assert found == ([("not-rendered", ("rations",))] if words else [])


@pytest.mark.parametrize(
    ("language", "term", "text", "there"),
    [
        ("de", "Haus", "Sie baut Häuser.", True),
        ("de", "Haus", "Der Hausrat ist alt.", False),
        ("fr", "port", "Il porte des ports.", True),
        ("fr", "port", "Il porta une porte.", False),
        ("es", "avión", "Dos aviones.", True),
        ("it", "missile", "Due missili.", True),
        ("ru", "ракета", "Он говорил о ракетами.", True),
        ("ru", "порт", "Он испортил портрет.", False),
        ("pl", "rakieta", "Strzelali rakietami.", True),
    ],
)
def test_forms_by_language(parser: Parser, tmp_path: Path, language: str, term: str, text: str, there: bool) -> None:  # noqa: FBT001, PLR0913
    data = f"en,{language},status\n,{term},forbidden\n"
    found = findings(parser, tmp_path, data, ("Nothing.", text), language=language)
    assert bool(found) is there


def test_another_language_than_the_termbase_has(parser: Parser, tmp_path: Path) -> None:
    assert (
        findings(parser, tmp_path, BILINGUAL, (MISSILES, "Le ministère a commandé des missiles."), language="fr") == []
    )


def test_tbx_needs_languages(parser: Parser, tmp_path: Path) -> None:
    texts = (MISSILES, "Das Haus bestellte Fliegerraketen.")
    assert [rule for rule, _ in findings(parser, tmp_path, TBX2, texts, language="de")] == ["forbidden"]
    assert findings(parser, tmp_path, TBX2, texts) == []


def test_scripts_without_spaces_and_changing_endings(parser: Parser, tmp_path: Path) -> None:
    japanese = "en,ja,status\nmissile,ミサイル,\nwarhead,弾頭,\n"
    assert findings(parser, tmp_path, japanese, ("A missile.", "地対空ミサイルです。"), language="ja") == []
    found = findings(parser, tmp_path, japanese, ("A warhead.", "地対空ミサイルです。"), language="ja")
    assert [rule for rule, _ in found] == ["not-rendered"]
    russian = "en,ru,status\nmissile,ракета,\n"
    assert findings(parser, tmp_path, russian, ("Missiles.", "Он говорил о ракетах."), language="ru") == []


HOUSE = "en,en,status\nsurface-to-air,ground-to-air,forbidden\n,boffin,forbidden\n"


@pytest.mark.parametrize("mode", ["cross-source", "draft"])
def test_house_words(parser: Parser, tmp_path: Path, mode: Mode) -> None:
    texts = ("They bought ground-to-air missiles.", "They bought surface-to-air missiles.")
    assert findings(parser, tmp_path, HOUSE, texts, mode) == [("house-word", ("ground-to-air",))]


@pytest.mark.parametrize(
    ("texts", "mode"),
    [
        (("They bought missiles.", "They bought ground-to-air missiles, a boffin said."), "draft"),
        (('"Ground-to-air missiles," said the boffins.'.replace("boffins", "men"), "They bought missiles."), "draft"),
        (("They went from ground to. Air was thin.", "They flew."), "cross-source"),
        (("The puffin flew.", "A bird flew."), "cross-source"),
    ],
)
def test_no_house_words(parser: Parser, tmp_path: Path, texts: tuple[str, str], mode: Mode) -> None:
    assert findings(parser, tmp_path, HOUSE, texts, mode) == []


def test_forbidden_words_of_another_language(parser: Parser, tmp_path: Path) -> None:
    texts = ("The head is a Kopf.", "The head.")
    assert findings(parser, tmp_path, BILINGUAL, texts, "cross-source") == []
