"""Word documents."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from checker.errors import CheckerError, ExtraError
from checker.model import Story
from checker.position import position
from checker.read import read
from checker.rules import Ruleset


def document() -> bytes:
    made = docx.Document()
    made.core_properties.language = "de-DE"
    made.add_heading("Zwei Schiffe", 1)
    made.add_paragraph("")
    made.add_paragraph("Der Hafen von Tarnow ").add_run("hat 12 Schiffe.").bold = True
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Schiffe", "12"
    made.add_paragraph("Ende.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def opened(ruleset: Ruleset, folder: Path, data: bytes) -> tuple[list[Story], list[CheckerError]]:
    path = folder / "a.docx"
    path.write_bytes(data)
    return read([str(path)], ruleset.words("read"))


def test_paragraphs_tables_title_language_and_numbers(ruleset: Ruleset, tmp_path: Path) -> None:
    (story,), errors = opened(ruleset, tmp_path, document())
    assert errors == []
    assert story.text == "Zwei Schiffe\n\nDer Hafen von Tarnow hat 12 Schiffe.\n\nSchiffe\n\n12\n\nEnde."
    assert (story.title, story.language) == ("Zwei Schiffe", "de")
    assert position(story, story.text.index("hat 12")) == (str(tmp_path / "a.docx"), 3, 22)
    assert position(story, story.text.index("Ende"))[1] == 6


def packed(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def without_text() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document()[:4000], "a Word document that cannot be read: damaged, or not complete"),
        (packed({"word/document.xml": b"<w"}), "a Word document that cannot be read: damaged, or not complete"),
        (packed({"word/document.xml": b"a" * 200_000_001}), "too large: unpacked it has 200,000,001 bytes"),
        (without_text(), "empty: no letter or digit in it"),
        (packed({"a.txt": b"Two ships."}), "a ZIP archive or office document, not a text or a web page"),
    ],
    ids=["cut", "broken", "bomb", "empty", "zip"],
)
def test_what_cannot_be_used(ruleset: Ruleset, tmp_path: Path, data: bytes, said: str) -> None:
    stories, errors = opened(ruleset, tmp_path, data)
    assert stories == []
    assert [str(error) for error in errors] == [f"{tmp_path / 'a.docx'}: {said}"]


def test_an_entity_is_not_resolved(ruleset: Ruleset, tmp_path: Path) -> None:
    source = zipfile.ZipFile(io.BytesIO(document()))
    entries = {name: source.read(name) for name in source.namelist()}
    head = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document'
    entries["word/document.xml"] = entries["word/document.xml"].replace(b"<w:document", head, 1)
    entries["word/document.xml"] = entries["word/document.xml"].replace(b"Ende.", b"Ende&e;.")
    stories, _ = opened(ruleset, tmp_path, packed(entries))
    assert [story.text.rpartition("\n")[2] for story in stories] in ([], ["Ende."], ["Ende"])


def test_without_the_package(ruleset: Ruleset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    _, (error,) = opened(ruleset, tmp_path, document())
    assert isinstance(error, ExtraError)
    assert str(error).endswith('pip install "story-checker[office]"')
