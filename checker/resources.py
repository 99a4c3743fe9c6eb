"""Where the rules and the templates are, in a wheel and in a checkout."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


def shipped(folder: str) -> Path:
    """The folder of data files that ships with the checker.

    A wheel carries the folder inside the package, a checkout or an editable install beside it.

    Args:
        folder: `rules` or `templates`.

    Raises:
        FileNotFoundError: the installation is broken.
    """
    for place in (_PACKAGE / folder, _PACKAGE.parent / folder):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"{folder}: not found in {_PACKAGE} or beside it")


def shipped_tables(folder: str, name: str) -> dict[str, Any]:
    """The tables of a TOML file that ships with the checker, as they are: no user's folder is laid over them.

    Args:
        folder: `rules` or `templates`.
        name: the file, from there.
    """
    return tomllib.loads((shipped(folder) / name).read_text(encoding="utf-8"))
