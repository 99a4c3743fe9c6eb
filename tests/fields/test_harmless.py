"""Every harmless difference of figures, dates and times, and what lies just beyond it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from checker import fields
from checker.model import AnyClaim
from checker.rules import Ruleset

Finder = Callable[..., list[AnyClaim]]

# Field, difference, a figure, what is harmless beside it, what is not.
CASES = [
    ("count", "bound", "At least 10 people died", "11 people died", "9 people died"),
    ("count", "bound", "At least 10 people died", "10 people died", "25 people died"),
    ("count", "bound", "No fewer than 30 people died", "30 people died", "28 people died"),
    ("count", "bound", "Up to 50 people died", "47 people died", "70 people died"),
    ("count", "bound", "Fewer than 10 people died", "9 people died", "12 people died"),
    ("count", "bound", "More than 300 people died", "307 people died", "298 people died"),
    ("count", "approximation", "Nearly 300 people died", "298 people died", "250 people died"),
    ("count", "approximation", "About 300 people died", "320 people died", "400 people died"),
    ("count", "rounding", "600 people died", "612 people died", "690 people died"),
    ("count", "rounding", "12,000 people fled", "12,345 people fled", "13,345 people fled"),
    ("count", "range", "Between 10 and 20 people died", "15 people died", "25 people died"),
    ("count", "ranges", "10 to 20 people died", "10 to 15 people died", "25 to 30 people died"),
    ("count", "vague", "Dozens of people died", "47 people died", ""),
    ("count", "vague", "Hundreds of people died", "450 people died", ""),
    ("money", "bound", "It cost up to $10m", "It cost $9.5m", "It cost $14m"),
    ("money", "approximation", "It cost about $10m", "It cost $10.4m", "It cost $12.5m"),
    ("money", "rounding", "It cost $5 million", "It cost $5.2 million", "It cost $5.6 million"),
    ("money", "range", "It cost $1-2 million", "It cost $1.5 million", "It cost $3 million"),
    ("money", "ranges", "It cost $1-2 million", "It cost $1-3 million", "It cost $4-5 million"),
    ("money", "vague", "It cost millions of dollars", "It cost $5 million", ""),
    ("money", "conversion", "It cost 50 pence", "It cost £0.50", "It cost £50"),
    ("money", "conversion", "It cost £50 million", "It cost US$64 million", "It cost US$164 million"),
    ("percent", "bound", "It was over 60 percent", "It was 62 percent", "It was 58 percent"),
    ("percent", "approximation", "It was nearly 40 percent", "It was 39.5 percent", "It was 31 percent"),
    ("percent", "rounding", "It was 5 percent", "It was 5.2 percent", "It was 5.6 percent"),
    ("percent", "range", "It was 3 to 5 percent", "It was 4 percent", "It was 6 percent"),
    ("percent", "ranges", "It was 3 to 5 percent", "It was 4 to 5 percent", "It was 7 to 8 percent"),
    ("percent", "vague", "It was hundreds of percent", "It was 400 percent", ""),
    (
        "percent",
        "conversion",
        "It rose 25 basis points",
        "It rose 0.25 percentage points",
        "It rose 0.5 percentage points",
    ),
    ("quantity", "bound", "It is over 50 km long", "It is 52 km long", "It is 48 km long"),
    ("quantity", "approximation", "It is about 50 km long", "It is 52 km long", "It is 60 km long"),
    (
        "quantity",
        "rounding",
        "It was a magnitude 6 quake",
        "It was a magnitude 5.8 quake",
        "It was a magnitude 5.4 quake",
    ),
    ("quantity", "range", "It took 3 to 5 days", "It took 4 days", "It took 6 days"),
    ("quantity", "ranges", "It took 3 to 5 days", "It took 4 to 5 days", "It took 7 to 8 days"),
    ("quantity", "vague", "It is dozens of kilometres long", "It is 40 km long", ""),
    ("quantity", "conversion", "It is 100 km long", "It is 62 miles long", "It is 75 miles long"),
    ("quantity", "conversion", "It is at least 5 km long", "It is 3 miles long", "It is 2 miles long"),
    ("quantity", "conversion", "It is 30 metres tall", "It is 98 feet tall", "It is 120 feet tall"),
    ("quantity", "conversion", "It is 1,000 feet tall", "It is 300 metres tall", "It is 1,000 metres tall"),
    ("quantity", "conversion", "He is 5ft 11in tall", "He is 1.80 metres tall", "He is 1.95 metres tall"),
    ("quantity", "conversion", "It burnt 1,000 hectares", "It burnt 2,500 acres", "It burnt 1,500 acres"),
    ("quantity", "conversion", "It was 40C", "It was 104F", "It was 110F"),
    ("quantity", "conversion", "It was 8 degrees Celsius below zero", "It was minus 8C", "It was 8C"),
    ("quantity", "conversion", "Winds of 120 mph hit", "Winds of 193 kph hit", "Winds of 160 kph hit"),
    ("quantity", "conversion", "Winds of 100 knots hit", "Winds of 115 mph hit", "Winds of 140 mph hit"),
    ("quantity", "conversion", "It spilt 500 tonnes", "It spilt 551 tons", "It spilt 750 tons"),
    ("quantity", "conversion", "It spilt 500 tonnes", "It spilt 500 tons", "It spilt 420 tons"),
    ("quantity", "conversion", "It weighs 2 tons", "It weighs 4,000 pounds", "It weighs 6,500 pounds"),
    ("quantity", "conversion", "It spilt 1,000 barrels", "It spilt 42,000 gallons", "It spilt 90,000 gallons"),
    ("quantity", "conversion", "It holds 10 gallons", "It holds 45 litres", "It holds 60 litres"),
    ("quantity", "conversion", "He weighs 12st 13lb", "He weighs 82kg", "He weighs 92kg"),
    ("quantity", "conversion", "It covers 5 square miles", "It covers 13 sq km", "It covers 20 sq km"),
    ("quantity", "conversion", "It is 10 nautical miles off", "It is 18.5 km off", "It is 10 km off"),
    ("quantity", "conversion", "It took two weeks", "It took 14 days", "It took 20 days"),
    ("quantity", "conversion", "It makes 1.5 GW", "It makes 1,500 MW", "It makes 150 MW"),
    ("time", "granularity", "It hit at 4 p.m.", "It hit at 16:05", "It hit at 18:05"),
    ("time", "granularity", "It hit at three o'clock", "It hit at 3 p.m.", "It hit at 5 p.m."),
    ("time", "granularity", "It hit at three o'clock in the afternoon", "It hit at 15:10", "It hit at 3 a.m."),
    ("time", "granularity", "It hit between 4 and 6 p.m.", "It hit at 5:30 p.m.", "It hit at 8 p.m."),
    ("time", "near", "It hit at 4:05 p.m.", "It hit at 16:08", "It hit at 4:05 a.m."),
    ("time", "zone", "It hit at 10:23 GMT", "It hit at 5:23 a.m. EST", "It hit at 6:23 a.m. EST"),
    ("time", "zone", "It hit at 11:30 p.m. GMT", "It hit at 8:30 a.m. JST", "It hit at 9:30 a.m. JST"),
    ("time", "zone", "It hit at 2300 UTC", "It hit at 0100 CEST", "It hit at 0300 CEST"),
    ("date", "granularity", "It hit in March", "It hit on 28 March", "It hit on 2 April"),
    ("date", "granularity", "It hit in early March", "It hit on 3 March", "It hit on 28 March"),
    ("date", "granularity", "It hit last week", "It hit on 25 April", "It hit on 5 March"),
    ("date", "granularity", "It hit in the 1990s", "It hit in 1995", "It hit in 2005"),
    ("date", "granularity", "It hit in late March", "It hit in March", ""),
    ("date", "relative", "It hit yesterday", "It hit on Thursday", "It hit on Tuesday"),
    ("date", "relative", "It hit two years ago", "It hit in 2022", "It hit in 2018"),
    ("date", "overlap", "It lasted from 3 to 9 March", "It lasted from 8 to 12 March", "It lasted from 20 to 28 March"),
]
# What the pair of a total and its parts is called; see tests/test_sums.py.
# A sum has its own tests; without dates two weekdays are tried in test_date.
ELSEWHERE = {"sum", "weekday-near"}


def _verdict(claims: Finder, ruleset: Ruleset, field: str, *texts: str) -> tuple[str, str]:
    left, right = (claims(field, text + ".", published=date(2024, 5, 3))[0] for text in texts)
    measure = fields.load(ruleset)[field]
    difference = measure.differ(left, right)
    assert difference == measure.differ(right, left)
    if difference is None:
        return "agree", ""
    return ruleset.judge(field, difference, "cross-source").verdict, difference.name


@pytest.mark.parametrize("case", CASES)
def test_harmless_and_just_beyond(claims: Finder, ruleset: Ruleset, case: tuple[str, str, str, str, str]) -> None:
    field, name, stated, harmless, wrong = case
    assert _verdict(claims, ruleset, field, stated, harmless) in {("compatible", name), ("agree", "")}
    if wrong:
        assert _verdict(claims, ruleset, field, stated, wrong)[0] == "conflict"


def test_every_reason_is_tried(ruleset: Ruleset) -> None:
    tried = {(field, name) for field, name, *_ in CASES}
    harmless = {
        (rule.field, rule.difference)
        for rule in ruleset.rules
        if rule.verdict == "compatible" and rule.field in {field for field, _ in tried}
    }
    assert {(field, name) for field, name in harmless if name not in ELSEWHERE} <= tried
