"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from checker.errors import UsageError


def write_atomic(path: Path, text: str) -> None:
    """Write a text as UTF-8, beside its place first and then renamed, so that no reader ever sees half of it.

    A path that is no ordinary file, such as `/dev/null`, is written to directly.

    Raises:
        UsageError: the file cannot be written; what stood there before is untouched.
    """
    data = text.encode("utf-8", "backslashreplace")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".checker-{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
