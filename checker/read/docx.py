"""Word documents, with python-docx (the extra `office`)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.errors import ExtraError, StoryError
from checker.model import Anchor, Origin, Story

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MAIN = "word/document.xml"
_ZIP = b"PK\x03\x04"
_SPACE = re.compile(r"[^\S\n]+")
_CODE = re.compile(r"([A-Za-z]{2})(?![A-Za-z])")


def is_docx(data: bytes) -> bool:
    """Whether a file is a Word document, by what stands in the archive."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _MAIN in archive.namelist()
    except zipfile.BadZipFile:
        # A broken archive that names the part is a broken document.
        return _MAIN.encode() in data


def story(name: str, data: bytes, words: Mapping[str, Any]) -> Story:
    """The paragraphs of a document with blank lines between them, those of its tables too, in order.

    The "line" of a position is the number of the paragraph, empty ones counted. Headers, footers, footnotes and
    comments are left out; text that is marked as deleted too.

    Args:
        name: how the report calls it.
        data: the whole file.
        words: the tables of `rules/read.toml`.

    Raises:
        ExtraError: python-docx is not installed.
        StoryError: it cannot be read, or holds no text.
    """
    document = _opened(data, words["docx"])
    texts: list[str] = []
    anchors: list[Anchor] = []
    title = None
    at = 0
    for number, paragraph in enumerate(_paragraphs(document), start=1):
        text = _SPACE.sub(" ", paragraph.text).strip()
        if text:
            anchors.append(Anchor(at, number))
            texts.append(text)
            at += len(text) + 2
            style = paragraph.style.name if paragraph.style is not None else ""
            title = title or (text if (style or "") in words["docx"]["title"] else None)
    if not any(map(str.isalnum, "".join(texts))):
        raise StoryError("empty: no letter or digit in it")
    return Story(
        name=name,
        text="\n\n".join(texts),
        title=title,
        language=_language(document),
        origin=Origin("", tuple(anchors)),
    )


def _opened(data: bytes, limits: Mapping[str, Any]) -> Document:
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
        from lxml import etree
    except ImportError as error:
        raise ExtraError(
            'Word documents need a package that is not installed: pip install "story-checker[office]"'
        ) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > limits["unpacked"]:
            raise StoryError(f"too large: unpacked it has {size:,} bytes")
        return Document(io.BytesIO(data))
    # What python-docx raises for archives that lack or misname their parts.
    except (zipfile.BadZipFile, etree.LxmlError, OpcError, KeyError, ValueError, EOFError, OSError) as error:
        raise StoryError("a Word document that cannot be read: damaged, or not complete") from error


def _paragraphs(holder: Any) -> Iterator[Paragraph]:
    """Paragraphs in the order of the document; a cell that spans several columns is read once."""
    from docx.table import Table

    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            yield from _cells(block)
        else:
            yield block


def _cells(table: Table) -> Iterator[Paragraph]:
    seen: set[Any] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:  # noqa: SLF001 - the only way to tell a merged cell
                seen.add(cell._tc)  # noqa: SLF001
                yield from _paragraphs(cell)


def _language(document: Document) -> str:
    match = _CODE.match(document.core_properties.language or "")
    return match[1].lower() if match else "en"
