"""The configuration of `checker ci`: `checker.toml`, or the table `[tool.checker]` of `pyproject.toml`.

    mode = "translation"                # of all pairs that do not say otherwise
    rules = ["checks/rules"]            # folders of rules
    glossary = ["terms.csv"]            # termbases
    model = "..."                       # another spaCy pipeline
    formats = ["text", "sarif=out/checker.sarif"]
    fail-on = "variant"                 # the mildest finding that fails the run, by verdict or by severity
    baseline = "checker-baseline.json"  # findings that are known
    suppressions = "checker-suppressions.toml"
    cache = ".checker-cache"            # false: nothing is kept

    [severities]                        # by rule; none: it is no finding
    "person.near-miss" = "warning"

    [[pairs]]
    original = "content/en/**/*.md"
    translation = "content/{lang}/**/*.md"
    languages = ["de", "fr"]            # all that there are, if left out; one may do without {lang}
    language = "en"                     # of the originals
    mode = "draft"
    untranslated = "say"                # of originals without a translation into these; or "ignore", "fail"

    [[pairs]]
    bilingual = "locale/**/*.po"        # files that hold originals with their translations: PO, XLIFF, TMX
    fuzzy = true                        # with the units that somebody has still to look at

Paths are those seen from the folder of the file. An unknown key is an error: a misspelt one would be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Literal, get_args

from checker.errors import ConfigError
from checker.files import read_toml
from checker.model import Mode, Severity
from checker.patterns import LANGUAGE, Pattern

NAME = "checker.toml"
_PROJECT = "pyproject.toml"
_KEYS = (
    "pairs",
    "mode",
    "rules",
    "glossary",
    "model",
    "formats",
    "fail-on",
    "baseline",
    "suppressions",
    "cache",
    "severities",
)
_PAIR = ("original", "translation", "languages", "language", "mode", "untranslated")
_BILINGUAL = ("bilingual", "languages", "fuzzy")
_CACHE = ".checker-cache"

Untranslated = Literal["say", "ignore", "fail"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which files are pairs.

    Attributes:
        original, translation: patterns with the same wildcards in the same order.
        languages: those that `{lang}` stands for; any, if empty; without it one, that of the translations.
        language: of the originals.
        mode: what the second file is to the first: its translation, or in mode `draft` a draft made from it.
        untranslated: what becomes of an original without a translation.
    """

    original: Pattern
    translation: Pattern
    languages: tuple[str, ...]
    language: str
    mode: Mode
    untranslated: Untranslated


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Which files hold originals with their translations.

    Attributes:
        files: a pattern.
        languages: those that `{lang}` stands for; any, if empty.
        fuzzy: with the units that somebody has still to look at.
    """

    files: Pattern
    languages: tuple[str, ...]
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration; the module's docstring says what its keys mean.

    Attributes:
        path: of the file.
        root: its folder.
    """

    path: Path
    root: Path
    pairs: tuple[Pairs | Bilingual, ...]
    rules: tuple[Path, ...] = ()
    glossary: tuple[Path, ...] = ()
    model: str | None = None
    formats: tuple[str, ...] = ("text",)
    fail_on: tuple[str, ...] = ()
    baseline: Path | None = None
    suppressions: Path | None = None
    cache: Path | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)


def find(start: Path) -> Path:
    """The nearest configuration, in a folder or above it; `checker.toml` before `pyproject.toml`.

    Raises:
        ConfigError: there is none.
    """
    folder = start.resolve()
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        project = place / _PROJECT
        if project.is_file() and "checker" in _tool(project):
            return project
    raise ConfigError(f"{start}: no {NAME} and no [tool.checker] in {_PROJECT}, here or above")


def read(path: Path) -> Config:
    """The configuration of a file.

    Raises:
        ConfigError: it cannot be used; the message names the file and the key.
    """
    if path.name == _PROJECT:
        tool = _tool(path)
        if "checker" not in tool:
            raise ConfigError(f"{path}: there is no [tool.checker]")
        return _config(path, _Table(f"{path}: tool.checker", tool["checker"]))
    return _config(path, _Table(f"{path}:", read_toml(path, ConfigError)))


class _Table:
    """A table of the file, asked for its keys."""

    def __init__(self, where: str, form: Any) -> None:
        if not isinstance(form, dict):
            raise ConfigError(f"{where}: must be a table")
        self.where = where
        self.form = form

    def wrong(self, key: str, what: str) -> ConfigError:
        between = " " if self.where.endswith(":") else "."
        return ConfigError(f"{self.where}{between}{key}: {what}")

    def only(self, known: Iterable[str]) -> None:
        for key in self.form:
            if key not in known:
                raise self.wrong(f"{key:.80}", f"unknown key; known are {', '.join(known)}")

    def text(self, key: str) -> str | None:
        value = self.form.get(key)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            raise self.wrong(key, "must be text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.form.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.wrong(key, "must be a list of texts")
        return tuple(value)

    def flag(self, key: str) -> bool:
        value = self.form.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...], default: str) -> Any:
        value = self.form.get(key, default)
        if value not in allowed:
            raise self.wrong(key, f"{value!r:.80} is not one of {', '.join(allowed)}")
        return value


def _config(path: Path, table: _Table) -> Config:
    table.only(_KEYS)
    root = path.resolve().parent
    mode = table.one_of("mode", get_args(Mode), "translation")
    baseline, suppressions = table.text("baseline"), table.text("suppressions")
    return Config(
        path=path,
        root=root,
        pairs=_all_pairs(table, mode),
        rules=tuple(root / folder for folder in table.texts("rules")),
        glossary=tuple(root / file for file in table.texts("glossary")),
        model=_model(root, table.text("model")),
        formats=table.texts("formats") or ("text",),
        fail_on=_fail_on(table),
        baseline=root / baseline if baseline else None,
        suppressions=root / suppressions if suppressions else None,
        cache=_cache(root, table),
        severities=_severities(table),
    )


def _all_pairs(table: _Table, mode: Mode) -> tuple[Pairs | Bilingual, ...]:
    forms = table.form.get("pairs", [])
    if not isinstance(forms, list) or not forms:
        raise table.wrong("pairs", "at least one table [[pairs]] must say which files belong together")
    prefix = table.wrong("pairs", "").args[0].removesuffix(": ")
    tables = (_Table(f"{prefix}[{place}]", form) for place, form in enumerate(forms))
    return tuple(_bilingual(inner) if "bilingual" in inner.form else _pairs(inner, mode) for inner in tables)


def _bilingual(table: _Table) -> Bilingual:
    table.only(_BILINGUAL)
    files, languages = _pattern(table, "bilingual"), table.texts("languages")
    _refuse_languages(table, files, languages)
    return Bilingual(files, languages, table.flag("fuzzy"))


def _pairs(table: _Table, mode: Mode) -> Pairs:
    table.only(_PAIR)
    original, translation = _pattern(table, "original"), _pattern(table, "translation")
    languages = table.texts("languages")
    if LANGUAGE in original.text:
        raise table.wrong("original", f"{LANGUAGE} belongs to the translation")
    if len(languages) != 1:
        _refuse_languages(table, translation, languages)
    if original.wildcards != translation.wildcards:
        raise table.wrong("translation", f"must have the wildcards of the original: {' '.join(original.wildcards)}")
    own = table.one_of("mode", get_args(Mode), mode)
    # Where nobody names the languages, nobody says that all of them are wanted.
    untranslated = table.one_of("untranslated", get_args(Untranslated), "say" if languages else "ignore")
    return Pairs(original, translation, languages, table.text("language") or "en", own, untranslated)


def _refuse_languages(table: _Table, pattern: Pattern, languages: tuple[str, ...]) -> None:
    if languages and LANGUAGE not in pattern.text:
        raise table.wrong("languages", f"there is no {LANGUAGE} in {pattern.text}")


def _pattern(table: _Table, key: str) -> Pattern:
    text = table.text(key)
    if text is None:
        raise table.wrong(key, "missing")
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts:
        raise table.wrong(key, "must lie below the folder of the configuration")
    return Pattern(path.as_posix())


def _fail_on(table: _Table) -> tuple[str, ...]:
    from checker.failing import NAMES

    value = table.form.get("fail-on", [])
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list):
        raise table.wrong("fail-on", "must be text, or a list of texts")
    for name in names:
        if name not in NAMES:
            raise table.wrong("fail-on", f"{name!r:.80} is not one of {', '.join(NAMES)}")
    return tuple(names)


def _cache(root: Path, table: _Table) -> Path | None:
    if table.form.get("cache") is False:
        return None
    return root / (table.text("cache") or _CACHE)


def _model(root: Path, model: str | None) -> str | None:
    """A path is seen from the folder of the file; a name is a name."""
    return str(root / model) if model and (root / model).is_dir() else model


def _severities(table: _Table) -> dict[str, Severity]:
    inner = _Table(table.wrong("severities", "").args[0].removesuffix(": "), table.form.get("severities", {}))
    return {rule: inner.one_of(rule, get_args(Severity), "") for rule in inner.form}


def _tool(path: Path) -> dict[str, Any]:
    tool = read_toml(path, ConfigError).get("tool", {})
    return tool if isinstance(tool, dict) else {}
