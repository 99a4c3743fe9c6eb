"""XLIFF 1.2, XLIFF 2 and TMX, and XML that means harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.bilingual.unit import Unit

Units = Callable[..., list[Unit]]
Refused = Callable[..., str]


def xliff1(body: str, head: str = "") -> str:
    return (
        f'{head}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file source-language="en-GB" target-language="de"><body>\n{body}\n</body></file></xliff>'
    )


def xliff2(body: str, languages: str = 'srcLang="en" trgLang="de"') -> str:
    head = f'<xliff version="2.0" {languages} xmlns="urn:oasis:names:tc:xliff:document:2.0"><file>'
    return f"{head}\n{body}\n</file></xliff>"


def tmx(body: str, source: str = "en") -> str:
    head = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
    return f'<?xml version="1.0"?>\n{head}<header srclang="{source}"/><body>\n{body}\n</body></tmx>'


def unit1(target: str, attributes: str = "") -> str:
    return f'<trans-unit id="u" {attributes}><source>Ships</source>{target}</trans-unit>'


def unit2(target: str, attributes: str = "", segment: str = "") -> str:
    return f'<unit id="u" {attributes}><segment {segment}><source>Ships</source>{target}</segment></unit>'


def test_xliff_1(units: Units) -> None:
    (unit,) = units(
        "a.xlf",
        xliff1(
            '<trans-unit id="1" resname="port">\n<source>Two <g id="1">big &amp; old</g>\nships'
            '<x id="2" equiv-text="{0}"/></source>\n<seg-source>No</seg-source>'
            "<target>\n    Zwei <bpt>&lt;b></bpt>Schiffe\n</target><note>At sea</note>"
            "<alt-trans><target>Drei</target></alt-trans></trans-unit>"
        ),
    )
    assert (unit.id, unit.source.text, unit.target.text) == ("port", "Two big & old\nships", "Zwei Schiffe")
    assert (unit.source.language, unit.target.language) == ("en-GB", "de")
    assert (unit.source.line, unit.target.line) == (4, 7)
    assert unit.target.anchors[0].column == 5
    assert unit.source.placeholders == ("{0}",)
    assert unit.comments == ("At sea",)


@pytest.mark.parametrize(
    ("unit", "state"),
    [
        (unit1("<target>Schiffe</target>"), "translated"),
        (unit1('<target state="final">Schiffe</target>'), "translated"),
        (unit1('<target state="needs-review-translation">Schiffe</target>'), "fuzzy"),
        (unit1("<target>Schiffe</target>", 'approved="no"'), "fuzzy"),
        (unit1("<target>Schiffe</target>", 'translate="no"'), "do-not-translate"),
        (unit1('<target state="new">Ships</target>'), "untranslated"),
        (unit1("<target/>"), "untranslated"),
        (unit1(""), "untranslated"),
    ],
)
def test_states_of_xliff_1(units: Units, unit: str, state: str) -> None:
    assert [found.state for found in units("a.xlf", xliff1(unit))] == [state]


def test_xliff_2(units: Units) -> None:
    found = units(
        "a.xlf",
        xliff2(
            '<group><unit id="p" name="port"><notes><note>At sea</note></notes>\n'
            '<segment id="s1"><source>Two <pc id="1">big</pc> ships<ph id="2" equiv="%s"/></source>\n'
            '<target>Zwei <pc id="1">große</pc> Schiffe</target></segment>'
            "<ignorable><source> </source></ignorable>"
            '<segment id="s2"><source>Gone.</source></segment></unit></group>'
        ),
    )
    assert [(unit.id, unit.source.text, unit.target.text) for unit in found] == [
        ("port/s1", "Two big ships", "Zwei große Schiffe"),
        ("port/s2", "Gone.", ""),
    ]
    assert (found[0].source.line, found[0].target.line) == (3, 4)
    assert found[0].source.placeholders == ("%s",)
    assert (found[0].target.language, found[0].comments) == ("de", ("At sea",))


@pytest.mark.parametrize(
    ("unit", "state"),
    [
        (unit2("<target>Schiffe</target>"), "translated"),
        (unit2("<target>Schiffe</target>", segment='state="final"'), "translated"),
        (unit2("<target>Schiffe</target>", segment='state="initial"'), "fuzzy"),
        (unit2("<target>Schiffe</target>", 'translate="no"'), "do-not-translate"),
        (f'<group translate="no">{unit2("<target>Schiffe</target>")}</group>', "do-not-translate"),
        ('<group translate="no">' + unit2("<target>S</target>", 'translate="yes"') + "</group>", "translated"),
        (unit2(""), "untranslated"),
    ],
)
def test_states_of_xliff_2(units: Units, unit: str, state: str) -> None:
    assert [found.state for found in units("a.xlf", xliff2(unit))] == [state]


TUV = '<tuv xml:lang="{}"><seg>{}</seg></tuv>'


def test_tmx(units: Units) -> None:
    body = (
        f'<tu tuid="port"><note>At sea</note>\n{TUV.format("de-AT", "Zwei <ph>%d</ph> Schiffe")}\n'
        f"{TUV.format('en-GB', 'Two <hi>big</hi> <it>&lt;i></it>ships')}\n{TUV.format('fr', '')}</tu>"
    )
    found = units("a.tmx", tmx(body))
    assert [(unit.source.text, unit.target.text, unit.target.language, unit.state) for unit in found] == [
        ("Two big ships", "Zwei  Schiffe", "de-AT", "translated"),
        ("Two big ships", "", "fr", "untranslated"),
    ]
    assert (found[0].source.line, found[0].target.line, found[0].target.placeholders) == (6, 5, ("%d",))
    assert found[0].comments == ("At sea",)


def test_tmx_in_which_every_language_is_a_source(units: Units) -> None:
    body = f"<tu>{TUV.format('de', 'Schiff')}{TUV.format('en', 'ship')}</tu>"
    assert [unit.source.language for unit in units("a.tmx", tmx(body, "*all*"))] == ["de"]


def test_a_unit_in_one_language_is_no_pair(units: Units) -> None:
    assert units("a.tmx", tmx(f"<tu>{TUV.format('de', 'Schiff')}</tu>")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "iso-8859-2"])
def test_encodings(units: Units, encoding: str) -> None:
    stated = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = xliff1(unit1("<target>Müller &#8211; Größe</target>"), f'<?xml version="1.0" encoding="{stated}"?>\n')
    assert [unit.target.text for unit in units("a.xlf", text.encode(encoding))] == ["Müller – Größe"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (xliff1(unit1("<target>&b;</target>"), BOMB), "line 1: declares an entity, &a;, which is not allowed"),
        (
            xliff1(unit1("<target>&x;</target>"), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "line 1: declares an entity, &x;, which is not allowed",
        ),
        (
            xliff1("", '<!DOCTYPE x [<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]>'),
            "line 1: declares an entity, &x;, which is not allowed",
        ),
        (xliff1(unit1("<target>&nbsp;</target>")), "line 3: not well-formed XML: undefined entity"),
        (tmx(f"<tu>{TUV.format('de', '&nbsp;')}</tu>"), "line 4: uses an entity that nothing declares, &nbsp;"),
        (xliff1(unit1("<target>Schiffe"))[:-40], "line 3: not well-formed XML: no element found"),
        (xliff1(unit1("<target>Schiffe</trget>")), "line 3: not well-formed XML: mismatched tag"),
        (xliff1("<group>" * 200 + "</group>" * 200), "line 3: elements nested too deep"),
        ("<html><p>Ships</p></html>", "neither XLIFF 1.2, XLIFF 2 nor TMX: its root is <html>"),
        ('<xliff version="3.0"/>', "neither XLIFF 1.2, XLIFF 2 nor TMX: its root is <xliff>"),
        (xliff1(unit1("<target>ä</target>")).encode("latin-1"), "line 3: not UTF-8, and states no other encoding"),
        (
            xliff1(unit1("<target>ä</target>"), '<?xml version="1.0" encoding="UTF-8"?>').encode("latin-1"),
            "line 3: not UTF-8, as it states",
        ),
        (xliff1("", '<?xml version="1.0" encoding="klingon"?>'), "states an encoding that is not known: klingon"),
        (b"<xliff\x00>", "binary, or text in another encoding than it states"),
    ],
)
def test_what_cannot_be_used(refused: Refused, data: str | bytes, said: str) -> None:
    assert refused("a.xlf", data) == f"a.xlf: {said}"


def test_too_many_elements(refused: Refused, monkeypatch: pytest.MonkeyPatch, ruleset: object) -> None:
    monkeypatch.setitem(ruleset.words("read")["bilingual"], "elements", 3)  # type: ignore[attr-defined]
    assert refused("a.xlf", xliff1(unit1("<target/>"))) == "a.xlf: too large: more than 3 elements"
