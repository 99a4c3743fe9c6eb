"""What happens at a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.happening import Happenings
from checker.model import Happening
from checker.moments import at_odds, same_happening, singles
from checker.parsed import Parsed
from checker.rules import Ruleset

Parse = Callable[..., Parsed]


@pytest.fixture(scope="module")
def happenings(ruleset: Ruleset) -> Happenings:
    return Happenings(ruleset.words("happening"), ruleset.words("places"), ruleset.words("synonyms"))


def _of(text: str, parsed: Parse, happenings: Happenings) -> Happening | None:
    story = parsed(text)
    figure = next(figure for figure in story.figures if figure.kind == "date")
    return happenings.of(story, figure.start, figure.end)


@pytest.mark.parametrize(
    ("text", "kind", "phase", "tense"),
    [
        ("The funeral will be held on Thursday.", "funeral", "", "future"),
        ("She will be buried on Friday.", "funeral", "", "future"),
        ("The trial of Ana Pohl began on Monday.", "trial", "begin", "past"),
        ("The merger is expected to close on Monday.", "takeover", "end", "future"),
        ("He said nothing of the next meeting on Monday.", "talks", "", "future"),
        ("They won Sunday's election.", "election", "", "past"),
        ("He sang on Monday.", "~sing", "", "past"),
    ],
)
def test_what_happens(  # noqa: PLR0913
    text: str, kind: str, phase: str, tense: str, parsed: Parse, happenings: Happenings
) -> None:
    found = _of(text, parsed, happenings)
    assert found is not None
    assert (found.kind, found.phase, found.tense) == (kind, phase, tense)


@pytest.mark.parametrize(
    "text",
    [
        "The launch was postponed on Monday.",
        "They may meet on Monday.",
        "They did not meet on Monday.",
        "They usually meet on Monday.",
    ],
)
def test_what_does_not_happen_for_sure_has_no_day(text: str, parsed: Parse, happenings: Happenings) -> None:
    found = _of(text, parsed, happenings)
    assert found is None or not found.relation or found.kind.startswith("~")


def test_the_day_of_a_dateline_is_of_nothing(parsed: Parse, happenings: Happenings) -> None:
    assert (
        _of("LEEDS, England, May 4 (North Wire) - The new bridge opened in the town at last.", parsed, happenings)
        is None
    )


BURIAL = Happening("funeral", tense="future", names=frozenset({"Ana Pohl"}))


@pytest.mark.parametrize(
    ("other", "shared", "odds"),
    [
        (Happening("funeral", names=frozenset({"Pohl"})), "names", False),
        (Happening("funeral", tense="past", names=frozenset({"Pohl"})), "", True),
        (Happening("funeral", names=frozenset({"Jan Brock"})), "", True),
        (Happening("funeral", relation="by", names=frozenset({"Pohl"})), "", True),
        (Happening("wedding", names=frozenset({"Pohl"})), "", True),
        (Happening("~sing", names=frozenset({"Pohl"})), "", False),
        (Happening("funeral"), "", False),
        (Happening("", relation=""), "", True),
    ],
)
def test_one_happening_or_two(other: Happening, shared: str, odds: bool, ruleset: Ruleset) -> None:  # noqa: FBT001
    words = ruleset.words("happening")
    assert same_happening(BURIAL, other, words, singles(words)) == shared
    assert at_odds(BURIAL, other, words) is odds
