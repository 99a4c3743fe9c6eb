"""Every rule's own examples, and what is said of rule files that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from checker import Checker, Story
from checker.errors import RuleError
from checker.model import FINDINGS, Mode
from checker.rules import Rule, load

RULES = load().rules
MODES = get_args(Mode)
Judged = Callable[[Mode, tuple[str, str]], set[str]]
GOOD = """
[rule.odd]
verdict = "conflict"
severity = "error"
message = "{left} against {right}"
why = "Because."
"""


def _examples(kind: str) -> list[Any]:
    return [
        pytest.param(rule, pair, id=f"{rule.id}-{place}")
        for rule in RULES
        for place, pair in enumerate(getattr(rule, kind))
    ]


@pytest.fixture(scope="session")
def judged() -> Judged:
    """The ids of the rules that speak when one text is checked against another."""
    checkers: dict[Mode, Checker] = {}

    def run(mode: Mode, pair: tuple[str, str]) -> set[str]:
        if mode not in checkers:
            checkers[mode] = Checker(mode=mode, glossary=[Path(__file__).with_name("termbase.csv")])
        stories = [Story(name=name, text=text) for name, text in zip(("left", "right"), pair, strict=True)]
        report = checkers[mode].check(stories, same_event=True, draft="left" if mode == "draft" else None)
        return {row.rule for event in report.events for row in event.comparisons}

    return run


@pytest.mark.parametrize(("rule", "pair"), _examples("fires"))
def test_rule_fires(rule: Rule, pair: tuple[str, str], judged: Judged) -> None:
    assert rule.id in judged(rule.modes[0], pair)


@pytest.mark.parametrize(("rule", "pair"), [case for case in _examples("fires") if case.values[0].modes != MODES])
def test_where_a_rule_does_not_hold_nothing_breaks(rule: Rule, pair: tuple[str, str], judged: Judged) -> None:
    for mode in set(MODES) - set(rule.modes):
        assert rule.id not in judged(mode, pair)


@pytest.mark.parametrize(("rule", "pair"), _examples("silent"))
def test_rule_is_silent(rule: Rule, pair: tuple[str, str], judged: Judged) -> None:
    assert rule.id not in judged(rule.modes[0], pair)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_examples_both_ways(rule: Rule) -> None:
    assert rule.fires
    assert rule.silent


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_finding_is_grave_and_nothing_else_is(rule: Rule) -> None:
    assert (rule.severity != "none") if rule.verdict in FINDINGS else (rule.severity in {"none", "note"})


def test_there_are_rules_and_their_ids_are_unique() -> None:
    assert RULES
    assert len({rule.id for rule in RULES}) == len(RULES)


def _load(folder: Path, text: str, name: str = "odd.toml") -> tuple[Rule, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return load([folder]).rules


def test_broken_toml_is_reported_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"odd\.toml: .*line 3"):
        _load(tmp_path, '[rule.odd]\nverdict = "conflict"\nseverity = = "error"\n')


def test_a_key_given_twice_is_reported_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"odd\.toml: .*line 2"):
        _load(tmp_path, "a = 1\na = 2\n")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_bytes(b'a = "caf\xe9"\n')
    with pytest.raises(RuleError, match=r"odd\.toml: not UTF-8"):
        load([tmp_path])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('why = "Because."', 'why = "Because."\ncolour = "red"', r"rule\.odd\.colour: unknown key"),
        ('why = "Because."', "", r"rule\.odd\.why: missing"),
        ('why = "Because."', 'why = " "', r"rule\.odd\.why: missing"),
        ('why = "Because."', "why = 3", r"rule\.odd\.why: missing, or not text"),
        ('"conflict"', '"wrong"', r"rule\.odd\.verdict: 'wrong' is not one of agree, compatible"),
        ('"conflict"', "3", r"rule\.odd\.verdict"),
        ('"error"', '"fatal"', r"rule\.odd\.severity: 'fatal' is not one of error, warning"),
        ("{left} against", "{left.__class__} against", r"rule\.odd\.message: .* is not a plain name"),
        ("{left} against", "{left against", r"rule\.odd\.message"),
        ('why = "Because."', 'why = "Because."\nsize = [1]', r"rule\.odd\.size: must be two numbers"),
        ('why = "Because."', 'why = "Because."\nsize = [2, 1]', r"rule\.odd\.size: must be two numbers"),
        ('why = "Because."', 'why = "Because."\nmodes = ["proof"]', r"rule\.odd\.modes: 'proof' is not one of"),
        ('why = "Because."', 'why = "Because."\nmodes = "draft"', r"rule\.odd\.modes: must be a list"),
        ('why = "Because."', 'why = "Because."\ndifference = 1', r"rule\.odd\.difference: not text"),
        ('why = "Because."', 'why = "Because."\nfires = [["one text"]]', r"rule\.odd\.fires: every example is a pair"),
        ('why = "Because."', 'why = "Because."\nsilent = "text"', r"rule\.odd\.silent: must be a list"),
        ("[rule.odd]", "[rule.Odd_One]", r"rule\.Odd_One: a rule's name is lower-case"),
    ],
)
def test_a_wrong_rule_is_reported_with_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(RuleError, match=rf"odd\.toml: {said}"):
        _load(tmp_path, GOOD.replace(old, new))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule = 3", "rule: must be tables"),
        ("[rule]\nodd = 3", r"rule\.odd: must be a table"),
    ],
)
def test_rules_must_be_tables(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RuleError, match=rf"odd\.toml: {said}"):
        _load(tmp_path, text)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="nowhere: not a folder"):
        load([tmp_path / "nowhere"])


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert load([tmp_path]).rules == RULES


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("not a rule", encoding="utf-8")
    assert load([tmp_path]).rules == RULES


def test_a_folder_of_ones_own_adds_a_rule(tmp_path: Path) -> None:
    rules = _load(tmp_path, GOOD)
    assert {rule.id for rule in rules} == {rule.id for rule in RULES} | {"odd.odd"}
    assert [rule for rule in rules if rule.field != "odd"] == list(RULES)


def test_a_folder_of_ones_own_changes_one_key_of_a_shipped_rule(tmp_path: Path) -> None:
    first = RULES[0]
    problem = first.id.partition(".")[2]
    rules = _load(tmp_path, f'[rule.{problem}]\nmessage = "Ours."\n', f"{first.field}.toml")
    changed = next(rule for rule in rules if rule.id == first.id)
    assert changed.message == "Ours."
    assert (changed.verdict, changed.severity, changed.why) == (first.verdict, first.severity, first.why)
    assert changed.fires == first.fires


def test_lists_are_extended_and_single_values_replaced(tmp_path: Path) -> None:
    for name, text in (
        ("a", '[words]\nlist = ["one", "two"]\nvalue = 1\n'),
        ("b", '[words]\nlist = ["two", "three"]\nvalue = 2\n'),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "odd.toml").write_text(text, encoding="utf-8")
    words = load([tmp_path / "a", tmp_path / "b"]).words("odd")
    assert words == {"words": {"list": ["one", "two", "three"], "value": 2}}


@pytest.mark.parametrize(
    ("value", "said"),
    [("[1]", "a table"), ("3", "a table"), ('{a = ["x"]}', "a number"), ("{b = 3}", "a list"), ("{c = true}", "text")],
)
def test_a_value_of_another_kind_cannot_take_the_place_of_one(tmp_path: Path, value: str, said: str) -> None:
    for name, text in (("below", 'words = {a = 1, b = [], c = "x"}'), ("above", f"words = {value}")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "odd.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=rf"above.odd\.toml: words(\.[abc])?: must be {said}"):
        load([tmp_path / "below", tmp_path / "above"])
