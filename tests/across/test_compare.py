"""Stories in two languages against each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import Checker, Story
from checker.model import FINDINGS

Found = Callable[..., set[tuple[str, str]]]

_GERMAN = """Am 24. Juli kamen 1.250 Gäste zum Fest in Talbrück, dreiundzwanzig mehr als erwartet.

Die Brücke kostet 3,5 Mrd. Euro, sagte Bürgermeisterin Clara Voss. Sie wurde am Montag um 15:30 Uhr nicht eröffnet.

Auskunft gibt fest@tal.example. Aus Bulgarien kamen 40 Musiker."""
_ENGLISH = """On 24 July 1,250 guests came to the festival in Talbrück, twenty-three more than expected.

The bridge costs 3.5 billion euros, mayor Clara Voss said. It was not opened on Monday at 3:30 p.m.

Write to fest@tal.example. Forty musicians came from Bulgaria."""


@pytest.fixture(scope="module")
def found() -> Found:
    """A function that gives the findings between two stories: the rule, and the words of the last side."""
    checker = Checker(mode="translation")

    def run(left: str, right: str, languages: tuple[str, str] = ("de", "en")) -> set[tuple[str, str]]:
        stories = [
            Story(name=name, text=text, language=language)
            for name, text, language in zip(("a", "b"), (left, right), languages, strict=True)
        ]
        rows = [row for event in checker.check(stories, same_event=True).events for row in event.comparisons]
        return {(row.rule, row.sides[-1].claim.text) for row in rows if row.verdict in FINDINGS}

    return run


def test_a_faithful_translation(found: Found) -> None:
    assert found(_GERMAN, _ENGLISH) == set()
    assert found(_ENGLISH, _GERMAN, ("en", "de")) == set()
    assert found(_GERMAN, _ENGLISH, ("en", "en")) == set()


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "said"),
    [
        ("24 July", "24 June", "date.translated", "June"),
        ("24 July", "26 July", "date.translated", "26"),
        ("1,250", "1,520", "count.translated", "1,520"),
        ("twenty-three", "thirty-two", "count.translated", "thirty-two"),
        ("3.5 billion", "3.5 million", "money.translated", "3.5 million"),
        ("euros", "dollars", "money.translated", "3.5 billion"),
        ("Monday", "Tuesday", "date.translated", "Tuesday"),
        ("3:30 p.m.", "3:30 a.m.", "time.translated", "3:30 a.m."),
        ("was not", "was", "polarity.across", "nicht"),
        ("Bulgaria", "Austria", "place.missing", "Austria"),
        ("fest@", "feast@", "code.lost-address", "feast@tal.example"),
        ("Clara Voss", "Jonas Hellmund", "person.missing", "Jonas Hellmund"),
        ("Forty musicians", "Musicians", "count.missing", "40"),
    ],
)
def test_what_a_translation_changed(found: Found, right: str, wrong: str, rule: str, said: str) -> None:
    assert right in _ENGLISH
    assert (rule, said) in found(_GERMAN, _ENGLISH.replace(right, wrong))


def test_figures_move_to_the_next_paragraph(found: Found) -> None:
    moved = _ENGLISH.replace(" Forty musicians came from Bulgaria.", "").replace(
        "The bridge", "Forty musicians came from Bulgaria. The bridge"
    )
    assert found(_GERMAN, moved) == set()


def test_neither_is_english(found: Found) -> None:
    french = "Le 24 juillet, 1 250 invités sont venus à la fête, vingt-trois de plus que prévu."
    german = _GERMAN.partition("\n")[0]
    assert found(german, french, ("de", "fr")) == set()
    assert found(german, french.replace("1 250", "1 520"), ("de", "fr")) == {("count.translated", "1 520")}


def test_a_language_without_tables(found: Found) -> None:
    swedish = "Den 24 juli kom 1 250 gäster till festen, tjugotre fler än väntat."
    english = "On 24 July 1,250 guests came to the party, twenty-three more than expected."
    assert found(swedish, english, ("sv", "en")) == set()


def test_untranslated_and_doubled(found: Found) -> None:
    left = _GERMAN.split("\n\n")
    right = _ENGLISH.split("\n\n")
    assert ("segment.untranslated", left[1]) in found(_GERMAN, "\n\n".join([right[0], left[1], right[2]]))
    assert ("segment.untranslated", left[0]) in found(left[0], left[0])
    twice = "Write to fest@tal.example and ask for more."
    assert ("segment.doubled", twice) in found(_GERMAN, f"{_ENGLISH} {twice} {twice}")


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_what_is_untranslated_stands_in_the_translation(names: tuple[str, str]) -> None:
    original, translation = names
    stories = [Story(name=original, text=_ENGLISH), Story(name=translation, text=_ENGLISH, language="de")]
    rows = Checker(mode="translation").check(stories, same_event=True).events[0].comparisons
    assert {side.claim.story for row in rows for side in row.sides if row.rule == "segment.untranslated"} == {
        translation
    }


def test_what_agrees_is_listed() -> None:
    stories = [Story(name="a", text=_GERMAN, language="de"), Story(name="b", text=_ENGLISH)]
    rows = Checker(mode="translation").check(stories, same_event=True).events[0].comparisons
    assert ("money", "agree") in {(row.field, row.verdict) for row in rows}
    assert all(len(row.sides) > 1 for row in rows)


def test_other_modes_are_as_they_were() -> None:
    stories = [Story(name="a", text=_GERMAN, language="de"), Story(name="b", text=_ENGLISH.replace("1,250", "1,520"))]
    rows = Checker().check(stories, same_event=True).events[0].comparisons
    assert not any(row.rule.endswith(("translated", "across")) for row in rows)
