"""Writing a file whole or not at all, and not where it does harm."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
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


def refuse_targets(targets: Sequence[Path], sources: Iterable[str]) -> None:
    """Learn before the work, not after it, that its outcome has no place to go.

    Args:
        targets: what is to be written.
        sources: what is read, and must stay.

    Raises:
        UsageError: a target has no folder, is one, is read, or is there twice.
    """
    taken = {Path(source).resolve() for source in sources}
    for target in targets:
        if not target.parent.is_dir():
            raise UsageError(f"{target}: there is no folder {target.parent}")
        if target.is_dir():
            raise UsageError(f"{target}: is a folder")
        if target.resolve() in taken:
            raise UsageError(f"{target}: would be written over a story, or twice")
        taken.add(target.resolve())


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".checker-{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
