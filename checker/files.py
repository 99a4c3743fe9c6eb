"""Writing a file whole or not at all, and not where it does harm; reading the TOML that people write."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from checker.errors import CheckerError, UsageError


def read_toml(path: Path, failure: type[CheckerError]) -> dict[str, Any]:
    """The tables of a file.

    Raises:
        CheckerError: of the kind given; it cannot be read, is no UTF-8, or no TOML: the message names file and line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise failure(f"{path}: {error}") from error
    except UnicodeDecodeError as error:
        raise failure(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from error
    except OSError as error:
        raise failure(f"{path}: {error.strerror}") from error


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
