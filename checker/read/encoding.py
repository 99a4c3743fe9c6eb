"""Bytes to text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from checker.errors import StoryError

# The longer mark first: UTF-32 begins like UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
# ASCII in UTF-16 has a NUL in one half of its bytes and hardly any in the other.
_MANY_NULS = 0.4
_FEW_NULS = 0.05
# Symbols and raised or broken figures: never inside a word.
_SIGNS = ("Sm", "Sc", "Sk", "So", "No")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1b\x7f]")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def decode(data: bytes, words: Mapping[str, Any]) -> str | None:
    """The text that bytes hold, line ends kept, the byte order mark dropped; None when they hold no text.

    A mark or a page's own declaration decides, else UTF-8, else UTF-16 by its pattern of NULs, else Windows-1252 where
    that gives Western prose, else the best guess of charset-normalizer.

    Args:
        data: the whole file.
        words: the tables of `rules/read.toml`.
    """
    text = _decoded(data, float(words["encoding"]["western_share"]))
    if text is None or "\0" in text:
        return None
    few = len(text) * float(words["limits"]["control_characters"])
    return text if sum(1 for _ in _CONTROL.finditer(text)) <= few else None


def decode_strictly(data: bytes, declared: str | None) -> str:
    """The text of a file whose format says how it is encoded: by its byte order mark, by itself, else in UTF-8.

    Args:
        data: the whole file.
        declared: the encoding that the file states.

    Raises:
        StoryError: it is not in that encoding, or there is none of that name.
    """
    mark, name = next((found for found in _MARKS if data.startswith(found[0])), (b"", declared or "utf-8"))
    try:
        text = data[len(mark) :].decode(name)
    except LookupError as error:
        raise StoryError(f"states an encoding that is not known: {name}") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, len(mark) + error.start) + 1
        stated = "as it states" if declared or mark else "and states no other encoding"
        raise StoryError(f"line {line}: not {name.upper()}, {stated}") from error
    if "\0" in text:
        raise StoryError("binary, or text in another encoding than it states")
    return text


def _decoded(data: bytes, western_share: float) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    if b"\0" in data:
        return _strict(data, _utf_16(data[:_SAMPLE]))
    return _strict(data, "utf-8") or _declared(data) or _western(data, western_share) or _guessed(data)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf_16(sample: bytes) -> str:
    """The byte order that the NULs give away; an unknown encoding's name when they don't look like UTF-16."""
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _MANY_NULS and even <= _FEW_NULS:
        return "utf-16-le"
    if even >= _MANY_NULS and odd <= _FEW_NULS:
        return "utf-16-be"
    return "none"


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_SAMPLE])
    if not match:
        return None
    name = match[1].decode("ascii").lower()
    # Browsers read "Latin-1" as Windows-1252 too: the pages mean it.
    return _strict(data, "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii") else name)


def _western(data: bytes, share: float) -> str | None:
    text = _strict(data, "cp1252")
    if text is None:
        return None
    beyond = [index for index, character in enumerate(text) if character > "\x7f"]
    letters = sum(text[index].isalpha() for index in beyond)
    if letters > share * max(sum(map(str.isalpha, text)), 1):
        return None
    return None if any(_is_odd(text, index) for index in beyond) else text


def _is_odd(text: str, index: int) -> bool:
    """Whether a sign stands inside a word, as when Polish bytes are read as Western ones (`ksi¹¿ka`)."""
    inside = text[index - 1 : index].isalpha() and text[index + 1 : index + 2].isalpha()
    return inside and unicodedata.category(text[index]) in _SIGNS


def _guessed(data: bytes) -> str | None:
    # Slow to import, and needed for one file in thousands.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return None if best is None else _strict(data, best.encoding)
