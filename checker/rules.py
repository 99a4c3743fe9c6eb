"""Rules and word lists: TOML in, checks out.

A file `rules/<name>.toml` may hold any tables of words and settings, and a table `[rule.<problem>]` for each thing that
may be found. The rule's id is `<name>.<problem>`. A folder of the user's own is read after the shipped one: tables are
merged, lists are extended, single values replaced.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from checker.errors import RuleError
from checker.files import read_toml
from checker.model import Difference, Mode, Severity, Verdict
from checker.resources import shipped

_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_KEYS = {"difference", "size", "modes", "verdict", "severity", "message", "why", "fires", "silent"}
_REQUIRED = ("verdict", "severity", "message", "why")
_ANY_SIZE = (float("-inf"), float("inf"))


@dataclass(frozen=True, slots=True)
class Rule:
    """What the checker says of one kind of difference.

    Attributes:
        id: `<field>.<problem>`, stable.
        field: the field whose differences it judges.
        difference: the name that the field gives to the difference.
        size: the sizes that it judges, from, up to and including.
        modes: the modes in which it holds.
        verdict, severity, message, why: see the design. The message may name `{left}`, `{right}` and the
            difference's details.
        fires, silent: pairs of story texts in which the rule must, and must not, be the one that speaks.
    """

    id: str
    field: str
    difference: str
    size: tuple[float, float]
    modes: tuple[Mode, ...]
    verdict: Verdict
    severity: Severity
    message: str
    why: str
    fires: tuple[tuple[str, str], ...]
    silent: tuple[tuple[str, str], ...]


class Ruleset:
    """All rules and all word lists, as loaded.

    Attributes:
        rules: every rule, by field and then in the order of its file.
    """

    def __init__(self, words: Mapping[str, Mapping[str, Any]], rules: Iterable[Rule]) -> None:
        self._words = {name: _with_used(name, words) for name in words}
        self.rules = tuple(rules)
        self._by_difference: dict[tuple[str, str], list[Rule]] = {}
        for rule in self.rules:
            self._by_difference.setdefault((rule.field, rule.difference), []).append(rule)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the rule files, sorted."""
        return tuple(sorted(self._words))

    def words(self, name: str) -> Mapping[str, Any]:
        """The tables of `rules/<name>.toml`, its rules left out, and, by name, those of the files that it `uses`."""
        return self._words[name]

    def extended(self, name: str, tables: Mapping[str, Any]) -> Ruleset:
        """The same rules with further tables in one file's word lists."""
        return Ruleset({**self._words, name: {**self._words[name], **tables}}, self.rules)

    def find(self, field: str, difference: Difference, mode: Mode) -> Rule | None:
        """The first rule of the field that covers the difference, None when no rule does."""
        for rule in self._by_difference.get((field, difference.name), ()):
            low, high = rule.size
            if mode in rule.modes and low <= difference.size <= high:
                return rule
        return None

    def judge(self, field: str, difference: Difference, mode: Mode) -> Rule:
        """The first rule of the field that covers the difference.

        Raises:
            RuleError: no rule covers it.
        """
        rule = self.find(field, difference, mode)
        if rule is not None:
            return rule
        raise RuleError(f"rules/{field}.toml: no rule for the difference {difference.name!r} of size {difference.size}")


def load(folders: Iterable[Path] = ()) -> Ruleset:
    """The shipped rules with those of further folders laid over them.

    Raises:
        RuleError: a folder or a file cannot be used; the message names the file and the line or key.
    """
    merged: dict[str, dict[str, Any]] = {}
    origin: dict[str, Path] = {}
    for folder in (shipped("rules"), *folders):
        if not folder.is_dir():
            raise RuleError(f"{folder}: not a folder")
        for path in sorted(folder.glob("*.toml")):
            tables = read_toml(path, RuleError)
            origin[path.stem] = path
            merged[path.stem] = _overlay(merged.get(path.stem, {}), tables, path)
    rules: list[Rule] = []
    for name in sorted(merged):
        entries = merged[name].pop("rule", {})
        if not isinstance(entries, dict):
            raise RuleError(f"{origin[name]}: rule: must be tables [rule.<name>]")
        rules.extend(_rule(origin[name], name, problem, entry) for problem, entry in entries.items())
    return Ruleset(merged, rules)


def _with_used(name: str, words: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The tables of a file together with those of the files that it names in `uses`."""
    used = words[name].get("uses", [])
    for other in used:
        if other not in words:
            raise RuleError(f"rules/{name}.toml: uses: there is no rules/{other}.toml")
    # Whoever keeps what he made of a table knows it by its identity.
    return {**words[name], **{other: words[other] for other in used}} if used else words[name]


def _overlay(below: dict[str, Any], above: dict[str, Any], path: Path, prefix: str = "") -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _overlay(old, value, path, f"{prefix}{key}.")
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = old + [item for item in value if item not in old]
        elif key in merged and _toml_name(old) != _toml_name(value):
            raise RuleError(f"{path}: {prefix}{key}: must be {_toml_name(old)}")
        else:
            merged[key] = value
    return merged


def _toml_name(value: object) -> str:
    names = {dict: "a table", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "a date or time")


def _rule(path: Path, field: str, problem: str, entry: Any) -> Rule:
    where = f"{path}: rule.{problem}"
    if not isinstance(entry, dict):
        raise RuleError(f"{where}: must be a table")
    if not _ID.match(problem):
        raise RuleError(f"{where}: a rule's name is lower-case words joined by hyphens")
    for key in entry:
        if key not in _KEYS:
            raise RuleError(f"{where}.{key}: unknown key; known are {', '.join(sorted(_KEYS))}")
    for key in _REQUIRED:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise RuleError(f"{where}.{key}: missing, or not text")
    return Rule(
        id=f"{field}.{problem}",
        field=field,
        difference=_text(where, "difference", entry.get("difference", problem)),
        size=_size(where, entry.get("size")),
        modes=_modes(where, entry.get("modes", list(get_args(Mode)))),
        verdict=_one_of(where, "verdict", entry["verdict"], get_args(Verdict)),
        severity=_one_of(where, "severity", entry["severity"], get_args(Severity)),
        message=_message(where, entry["message"]),
        why=entry["why"].strip(),
        fires=_examples(where, "fires", entry.get("fires", [])),
        silent=_examples(where, "silent", entry.get("silent", [])),
    )


def _text(where: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise RuleError(f"{where}.{key}: not text")
    return value


def _one_of(where: str, key: str, value: Any, allowed: tuple[str, ...]) -> Any:
    if value not in allowed:
        raise RuleError(f"{where}.{key}: {value!r} is not one of {', '.join(allowed)}")
    return value


def _modes(where: str, value: object) -> tuple[Mode, ...]:
    if not isinstance(value, list) or not value:
        raise RuleError(f"{where}.modes: must be a list of modes")
    return tuple(_one_of(where, "modes", mode, get_args(Mode)) for mode in value)


def _size(where: str, value: object) -> tuple[float, float]:
    if value is None:
        return _ANY_SIZE
    if (
        not isinstance(value, list)
        or len(value) != 2  # noqa: PLR2004 - from and to
        or not all(isinstance(bound, int | float) and not isinstance(bound, bool) for bound in value)
        or value[0] > value[1]
    ):
        raise RuleError(f"{where}.size: must be two numbers, from and to")
    return float(value[0]), float(value[1])


def _message(where: str, value: str) -> str:
    try:
        parts = list(string.Formatter().parse(value))
    except ValueError as error:
        raise RuleError(f"{where}.message: {error}") from error
    for _, name, form, conversion in parts:
        if name is not None and (not name.isidentifier() or form or conversion):
            raise RuleError(f"{where}.message: {{{name}}} is not a plain name")
    return value


def _examples(where: str, key: str, value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        raise RuleError(f"{where}.{key}: must be a list of pairs of texts")
    for pair in value:
        if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(text, str) for text in pair):  # noqa: PLR2004
            raise RuleError(f"{where}.{key}: every example is a pair of texts")
    return tuple((left, right) for left, right in value)
