"""The bytes of a file, whatever they hold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from checker.errors import StoryError

STANDARD_INPUT = "-"
# How files that hold no plain text begin.
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a sound, film or image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)


def contents(path: str, most: int, stdin: BinaryIO | None = None) -> bytes:
    """What a file holds.

    Args:
        path: the file, `-` for standard input.
        most: how many bytes it may have.
        stdin: what `-` reads, standard input by default.

    Raises:
        StoryError: it cannot be read, or is larger.
    """
    try:
        if path == STANDARD_INPUT:
            data = (stdin or sys.stdin.buffer).read(most + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(most + 1)
    except OSError as error:
        raise StoryError((error.strerror or str(error)).lower()) from error
    if len(data) > most:
        raise StoryError(f"too large: a story may have {most:,} bytes")
    return data


def refuse_kind(data: bytes) -> None:
    """Say what a file is that holds no text.

    Raises:
        StoryError: it begins as such files do.
    """
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            raise StoryError(f"{kind}, not a text or a web page")


def printable(path: str) -> str:
    """A path as text: a file's name need not be any."""
    return path.encode("utf-8", "replace").decode("utf-8")
