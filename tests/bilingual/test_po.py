"""Gettext catalogues."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from checker.bilingual.unit import Unit

Units = Callable[..., list[Unit]]
Refused = Callable[..., str]
HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BODY = """\
#  For the menu.
#. Shown at the top.
#: menu.c:4
msgctxt "greeting"
msgid ""
"Good morning, "
"\\"all\\""
msgstr "Guten Morgen, \\"alle\\""

#, fuzzy, c-format
#| msgid "One ships"
msgid "One ship"
msgid_plural "%d ships"
msgstr[0] "Ein Schiff"
msgstr[1] "%d Schiffe"

msgid "Not yet"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Fort"
"""


def test_texts_lines_states_and_comments(units: Units) -> None:
    greeting, one, more, waiting, gone = units("a.po", HEAD + BODY)
    assert (greeting.id, greeting.source.text, greeting.target.text) == (
        "greeting",
        'Good morning, "all"',
        'Guten Morgen, "alle"',
    )
    assert (greeting.source.line, greeting.target.line) == (11, 13)
    assert (greeting.source.language, greeting.target.language) == ("en", "de")
    assert greeting.comments == ("For the menu.", "Shown at the top.")
    assert [(unit.source.text, unit.target.text, unit.target.line) for unit in (one, more)] == [
        ("One ship", "Ein Schiff", 19),
        ("%d ships", "%d Schiffe", 20),
    ]
    assert [unit.state for unit in (greeting, one, more, waiting, gone)] == [
        "translated",
        "fuzzy",
        "fuzzy",
        "untranslated",
        "obsolete",
    ]


def test_the_column_counts_escapes_as_the_file_has_them(units: Units) -> None:
    (unit,) = units("a.po", 'msgid "a"\nmsgstr "b\\tc\\n"\n"d"\n')
    assert [(anchor.start, anchor.line, anchor.column) for anchor in unit.target.anchors] == [
        (0, 2, 9),
        (1, 2, 10),
        (2, 2, 12),
        (3, 2, 13),
        (4, 3, 2),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(units: Units, end: str) -> None:
    found = units("a.po", (HEAD + BODY).replace("\n", end))
    assert [unit.target.line for unit in found] == [13, 19, 20, 23, 26]


def test_no_header_no_context(units: Units) -> None:
    (unit,) = units("a.po", 'msgid "One ship"\nmsgstr "Ein Schiff"')
    assert (unit.id, unit.source.language, unit.target.language, unit.state) == ("One ship", "en", "", "translated")


def test_a_single_plural_form_answers_the_plural(units: Units) -> None:
    (unit,) = units("a.po", 'msgid "One ship"\nmsgid_plural "%d ships"\nmsgstr[0] "船%d隻"\n')
    assert unit.source.text == "%d ships"


def test_the_source_language_that_is_stated(units: Units) -> None:
    (unit,) = units("a.po", HEAD.replace('"Lang', '"X-Source-Language: fr\\n"\n"Lang') + 'msgid "un"\nmsgstr "eins"\n')
    assert (unit.source.language, unit.target.language) == ("fr", "de")


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("de.po", "de"),
        ("locale/pt_BR/LC_MESSAGES/shop.po", "pt-BR"),
        ("po/shop.de.po", "de"),
        ("po/shop.po", ""),
        ("src/lib/it-all.po", ""),
        ("it/was/all/here/shop.po", ""),
    ],
)
def test_the_language_that_the_path_gives(units: Units, path: str, language: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    (unit,) = units(path, 'msgid "a"\nmsgstr "b"\n')
    assert unit.target.language == language
    (unit,) = units(path, HEAD + 'msgid "a"\nmsgstr "b"\n')
    assert unit.target.language == "de"


@pytest.mark.parametrize(
    ("team", "language"), [("German <de@li.example>", "de"), ("Us <we@us.example>", ""), ("de", "")]
)
def test_the_language_of_the_team(units: Units, team: str, language: str) -> None:
    (unit,) = units("a.po", f'msgid ""\nmsgstr "Language-Team: {team}\\n"\n\nmsgid "a"\nmsgstr "b"\n')
    assert unit.target.language == language


def test_another_encoding(units: Units) -> None:
    text = HEAD.replace("UTF-8", "ISO-8859-1") + 'msgid "bridge"\nmsgstr "Brücke"\n'
    assert units("a.po", text.encode("latin-1"))[0].target.text == "Brücke"


def test_a_template_that_nobody_has_filled_in(units: Units) -> None:
    (unit,) = units("a.po", HEAD.replace("UTF-8", "CHARSET") + 'msgid "a"\nmsgstr ""\n')
    assert unit.state == "untranslated"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "empty"),
        (b"\x1f\x8b\x08\x00", "a compressed file, not a text or a web page"),
        (b'msgid "a"\nmsgstr "\xe4"\n', "line 2: not UTF-8, and states no other encoding"),
        ((HEAD + 'msgid "a"\nmsgstr "ä"\n').encode("latin-1"), "line 7: not UTF-8, as it states"),
        (HEAD.replace("UTF-8", "klingon"), "states an encoding that is not known: klingon"),
        (HEAD + 'msgid "a"\n', "line 6: an entry without msgstr"),
        (HEAD + 'msgid "a"\nmsgstr "b', 'line 7: not a line of a PO file: msgstr "b'),
        (HEAD + 'msgid "a"\nmsgid "b"\nmsgstr "c"\n', "line 7: msgid twice in one entry"),
        (HEAD + 'msgid "a"\nmsgstr "b" c\n', 'line 7: not a line of a PO file: msgstr "b" c'),
        ('msgstr "b"\n', "line 1: an entry without msgid"),
        ('"b"\n', 'line 1: not a line of a PO file: "b"'),
        ("Just a story.\n", "line 1: not a line of a PO file: Just a story."),
        (b'msgid "a\x00"\nmsgstr ""\n', "binary, or text in another encoding than it states"),
    ],
)
def test_what_cannot_be_used(refused: Refused, data: str | bytes, said: str) -> None:
    assert refused("a.po", data) == f"a.po: {said}"


def test_too_many_bytes(refused: Refused) -> None:
    assert refused("a.po", b"#" * 50_000_001).startswith("a.po: too large")


def test_polib_reads_the_same(units: Units) -> None:
    found = units("a.po", HEAD + BODY)
    Path("b.po").write_text(HEAD + BODY, encoding="utf-8")
    known = [
        (text, entry.obsolete)
        for entry in polib.pofile("b.po")
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
    ]
    assert [(unit.target.text, unit.state == "obsolete") for unit in found] == [(t, bool(o)) for t, o in known]
