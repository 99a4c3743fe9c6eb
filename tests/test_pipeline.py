"""The whole flow: the same story twice says nothing, and the order of things does not matter."""

from __future__ import annotations

import textwrap
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import Checker, Story
from checker.align.records import Alignment, Maybe
from checker.errors import UsageError
from checker.model import FINDINGS, Doubt, Event, Report
from checker.pipeline import placed
from checker.report import json
from checker.report.prepare import prepare

SEEDS = Path(__file__).parent.parent / "seeds"
STORIES = sorted(SEEDS.glob("*/*.txt"))
READ = {path: path.read_text(encoding="utf-8") for path in STORIES}

QUOTES = [str.maketrans("“”‘’", "\"\"''"), str.maketrans("“”", "«»"), str.maketrans({"’": "ʼ"}), str.maketrans("", "")]
DASHES = [str.maketrans("—–", "––"), str.maketrans({"—": "--"}), str.maketrans("", "")]
SPACES = [str.maketrans(" ", "\u00a0"), str.maketrans(" ", "\u2009"), str.maketrans({" ": "  "}), str.maketrans("", "")]


def findings(report: Report) -> list[str]:
    return [
        f"{row.rule}: {row.message}" for event in report.events for row in event.comparisons if row.verdict in FINDINGS
    ]


def rewrap(text: str, width: int) -> str:
    if not width:
        return text
    paragraphs = [" ".join(part.split()) for part in text.split("\n") if part.strip()]
    return "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in paragraphs)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_differs_from_itself(path: Path, checker: Checker) -> None:
    report = checker.check([Story(name="a", text=READ[path]), Story(name="b", text=READ[path])], same_event=True)
    assert findings(report) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(STORIES),
    quotes=st.sampled_from(QUOTES),
    dashes=st.sampled_from(DASHES),
    spaces=st.sampled_from(SPACES),
    form=st.sampled_from(["NFC", "NFD", "NFKC"]),
    width=st.sampled_from([0, 66, 80, 100]),
)
def test_typography_is_no_difference(  # noqa: PLR0913 - one argument for each thing that may vary
    path: Path,
    quotes: dict[int, str],
    dashes: dict[int, str],
    spaces: dict[int, str],
    form: str,
    width: int,
    checker: Checker,
) -> None:
    text = READ[path]
    if path.stem == "nordblatt-english":
        width = 0  # wrapped already
    other = rewrap(text, width).translate(quotes).translate(dashes).translate(spaces)
    other = unicodedata.normalize(form, other)  # type: ignore[arg-type]
    report = checker.check([Story(name="a", text=text), Story(name="b", text=other)], same_event=True)
    assert findings(report) == []


def test_the_order_of_stories_does_not_matter(checker: Checker) -> None:
    stories = [Story(name=path.name, text=READ[path]) for path in sorted((SEEDS / "earthquake").glob("*.txt"))]
    assert json.render(checker.check(stories)) == json.render(checker.check(stories[::-1]))


def test_sides_point_at_the_text_as_read(checker: Checker) -> None:
    stories = [Story(name=path.name, text=READ[path]) for path in sorted((SEEDS / "election").glob("*.txt"))]
    texts = {story.name: story.text for story in stories}
    for event in checker.check(stories).events:
        for row in event.comparisons:
            for side in row.sides:
                assert texts[side.claim.story][side.claim.start : side.claim.end] == side.claim.text


def test_two_stories_of_one_name_are_refused(checker: Checker) -> None:
    with pytest.raises(UsageError, match="two stories"):
        checker.check([Story(name="a", text="One."), Story(name="a", text="Two.")])


@pytest.mark.parametrize(
    "text", ["", "  \n ", "…", "?", "\x00\x01", "١٢٣", "。" * 5000, "a" * 20000, "(" * 3000, '"' * 999]
)
def test_strange_text_is_read(text: str, checker: Checker) -> None:
    report = checker.check([Story(name="a", text=text), Story(name="b", text="The mayor spoke.")], same_event=True)
    assert findings(report) == []


def test_no_story_is_no_event(checker: Checker) -> None:
    assert checker.check([]).events == ()


def test_claims_of_one_story(checker: Checker) -> None:
    found = [claim.to_dict() for claim in checker.claims(Story(name="a", text="The flood killed 54 people in Lima."))]
    assert {"field", "start", "end", "text", "value", "about"} <= set(found[0])
    assert [claim["value"]["amount"] for claim in found if claim["field"] == "count"] == ["54"]


FERRY = (
    "A ferry sank off Port Marrow on Monday. Twelve people drowned, police said. Captain Ida Holm went to hospital. "
    "The harbour master said the sea had been calm."
)
AGAIN = FERRY.replace("Twelve people", "Fourteen people").replace("hospital", "a hospital in Port Marrow on Monday")
COPIED = [
    Story(name="a", text=FERRY),
    Story(name="b", text=f"Ferry lost\n\n{FERRY}"),
    Story(name="c", text=AGAIN),
]


def test_copies_of_one_text_are_one_source(checker: Checker) -> None:
    report = checker.check(COPIED, same_event=True)
    assert report.to_dict()["events"][0]["copies"] == [["a", "b"]]
    view = prepare(report, {})
    assert view.notes == ("One text, counted as one source: a and b.",)
    assert findings(report)
    # One source against one: nobody is the odd one out.
    assert not [row for event in view.events for row in event.findings if any(cell.odd for cell in row.cells)]


def test_events_that_are_known_are_not_asked_about(checker: Checker) -> None:
    stories = [*COPIED, Story(name="d", text="The election in Norland was won by Rolf Aker.")]
    report = checker.check(stories, events=[["d", "a"]])
    assert [event.stories for event in report.events] == [("a", "d"), ("b", "c")]


@pytest.mark.parametrize(("events", "said"), [([["a", "x"]], "x: no story"), ([["a"], ["a", "b"]], "a: stands in two")])
def test_events_that_cannot_be(checker: Checker, events: list[list[str]], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        checker.check(COPIED, events=events)


def test_what_may_be_one_event_is_told() -> None:
    found = Alignment((("a", "b"), ("c",), ("d",)), (Maybe("a", "c", 0.4),))
    events = placed([Event(str(place), group) for place, group in enumerate(found.groups)], found)
    assert [event.may_be for event in events] == [(Doubt("1", ("c",), 0.4),), (Doubt("0", ("a", "b"), 0.4),), ()]
    report = Report("cross-source", "", tuple(Story(name=name, text="") for name in "abcd"), events)
    assert prepare(report, {}).notes == ("May be the same event: a and b / c.",)
    first, *_, last = report.to_dict()["events"]
    assert first["may_be"] == [{"event": "1", "stories": ["c"], "likelihood": 0.4}]
    assert "may_be" not in last
