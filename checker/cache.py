"""Results kept on disk, so that what has been checked once need not be checked again.

An entry is the JSON of a report on stories of one event. Its name is a digest of all that the report depends on: the
stories as read, the mode, the rules, the language model, and the checker itself. An entry that is damaged is no entry.
The folder may be removed at any time, and may be shared between branches and machines.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from checker import __version__
from checker.errors import UsageError
from checker.files import write_atomic
from checker.language import described
from checker.model import Mode, Report, Story
from checker.report.json import plain, report_form
from checker.report.restore import restored
from checker.resources import shipped

VERSION = 1
_IGNORED = "# Made by story-checker; may be removed at any time.\n*\n"


class Cache:
    """The results of checks under one set of rules.

    Args:
        folder: where they are kept; made when the first is.
        mode: of the checks.
        rules: folders of the user's own rules.
        model: name or path of a spaCy pipeline; the one that is used by default when None.
        glossary: termbases.

    Raises:
        UsageError: the folder is a file.
    """

    def __init__(
        self, folder: Path, mode: Mode, rules: Iterable[Path], model: str | None, glossary: Iterable[Path] = ()
    ) -> None:
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder}: is a file, not a folder for results")
        self._folder = folder
        self._model = described(model)
        own = [VERSION, __version__, _own_digest(), version("spacy")]
        terms = [sha256(file.read_bytes()).hexdigest() for file in glossary if file.is_file()]
        self._ground = [*own, _digest((shipped("rules"), *rules)), terms, mode, self._model]

    def report(self, stories: Sequence[Story], how: Sequence[object], check: Callable[[], Report]) -> Report:
        """What is kept of a check, else what it gives.

        Args:
            stories: as read.
            how: what else the report depends on.
            check: makes the report.
        """
        if not self._model:
            # Nobody can tell whether a pipeline that does not say what it is has changed.
            return check()
        path = self._path(stories, how)
        given = {story.name: story for story in stories}
        kept = _read(path, given)
        if kept is not None:
            return kept
        form = report_form(check())
        self._write(path, json.dumps(form, ensure_ascii=False, separators=(",", ":")))
        return restored(form, given)

    def _path(self, stories: Sequence[Story], how: Sequence[object]) -> Path:
        ground = [*self._ground, list(how), [plain(story) for story in stories]]
        key = sha256(json.dumps(ground, default=str).encode()).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.json"

    def _write(self, path: Path, body: str) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path.parent}: {error.strerror}") from error
        ignored = self._folder / ".gitignore"
        if not ignored.exists():
            write_atomic(ignored, _IGNORED)
        data = body.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        write_atomic(path, f"{sha256(data.encode()).hexdigest()}\n{data}\n")


def _read(path: Path, given: dict[str, Story]) -> Report | None:
    """The report of an entry, None when there is none that is whole."""
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
        if sha256(body.removesuffix(b"\n")).hexdigest().encode() != digest:
            return None
        return restored(json.loads(body), given)
    except (OSError, KeyError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError):
        return None


def _digest(folders: Iterable[Path]) -> str:
    """Of the rules in these folders, in their order."""
    digest = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.toml")):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
        digest.update(b"\n")
    return digest.hexdigest()


@functools.cache
def _own_digest() -> str:
    """Of the checker's own modules: between two versions they change too."""
    home = Path(__file__).parent
    digest = sha256()
    for path in sorted(home.rglob("*.py")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()
