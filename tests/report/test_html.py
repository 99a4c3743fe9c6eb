"""The page: whole, harmless, and complete without its script."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import os
import re
import subprocess
import sys
import time
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from checker.model import FINDINGS, About, Comparison, Event, Report, Story
from checker.report import html
from checker.reports import renamed
from tests.report.sample import COURIER, GRANARY, HERALD, HOSTILE, WHY, claim, row, sample

VOID = {"meta", "br", "hr", "img", "input", "link", "wbr", "path", "circle", "use"}


class Page(HTMLParser):
    """The elements of a page, and whether each was closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.errors: list[str] = []
        self.words: list[str] = []
        self.raw: dict[str, str] = {}
        self.inside: dict[str, str] = {}
        self._anchors: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            self.errors.append(f"{tag}: an attribute stands twice")
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open.append(tag)
            self._anchors.append(attributes.get("id") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.errors.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()
        self._anchors.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"script", "style"}:
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data
            return
        self.words.append(data)
        for anchor in self._anchors:
            if anchor:
                self.inside[anchor] = self.inside.get(anchor, "") + data

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def source() -> str:
    return html.render(sample(), WHY)


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_well_formed(page: Page) -> None:
    assert page.errors == []
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", identifier or "") for identifier in ids)


def test_every_link_and_label_leads_somewhere(page: Page) -> None:
    ids = {attributes.get("id") for _, attributes in page.elements}
    for tag, attributes in page.elements:
        target = attributes.get("href")
        if target is not None:
            assert target.startswith("#"), (tag, target)
            assert target[1:] in ids, target
        for label in (attributes.get("aria-labelledby") or "").split():
            assert label in ids


def test_policy_allows_exactly_our_style_and_script(page: Page) -> None:
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta) or ""
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        digest = base64.b64encode(hashlib.sha256(page.raw[tag].encode()).digest()).decode()
        assert directives[directive] == f"'sha256-{digest}'"
        assert len(page.all(tag)) == 1


def test_nothing_is_loaded_and_nothing_runs(page: Page, source: str) -> None:
    for tag, attributes in page.elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
        for name in attributes:
            assert not name.startswith("on"), (tag, name)
            assert name not in {"src", "style", "srcset", "action", "background", "srcdoc"}, (tag, name)
    assert "url(" not in page.raw["style"]
    assert "@import" not in page.raw["style"]
    assert not re.search(r"https?://", page.raw["script"] + page.raw["style"])
    # The tools send nothing anywhere.
    assert [attributes.keys() for attributes in page.all("form")] == [{"class", "aria-label", "hidden"}]
    assert not re.search(r"fetch|XMLHttp|eval|innerHTML|import\(", page.raw["script"])
    outside = source.replace("http://example.invalid/pixel.gif", "")
    assert "://" not in outside


def test_stories_are_shown_as_they_are(page: Page) -> None:
    assert "said <script>alert(1)</script> that 14 people" in page.text
    assert "{{7*7}} {% raw %} ${7*7} <img src=x onerror=alert(2)>" in page.text
    assert '"&lt;not here&gt;" -->' in page.text
    assert "港の火災で十四人が死亡したと内務大臣が述べた。" in page.text
    assert "وقالت الوزيرة مارتا ليندكفيست" in page.text
    assert '<b>"wire" & co.</b>' in page.text


def test_no_control_character_and_no_override_gets_through(source: str, page: Page) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)
    assert "null ‹U+0000›, delete ‹U+007F›, bell ‹U+0007›" in page.text
    assert "‹U+202E›txt.exe‹U+202C›" in page.text


def test_lone_surrogates_do_not_break_the_file() -> None:
    story = dataclasses.replace(HERALD, text="A stray \ud800 half.", set_aside=(), title="\udfff")
    text = html.render(Report("draft", "m", (story,), ()), {})
    assert "\ufffd" in text
    text.encode()


def test_every_side_is_linked_both_ways(page: Page) -> None:
    anchors = {a["id"]: a["href"] for a in page.all("a") if a.get("class", "") and (a["class"] or "").startswith("m ")}
    order = [attributes["id"] for attributes in _rows(page)]
    assert len(order) == sum(len(event.comparisons) for event in sample().events)
    assert len(anchors) > len(order)
    for identifier, href in anchors.items():
        assert (href or "")[1:] in order, identifier
    for event in sample().events:
        for comparison in event.comparisons:
            for side in comparison.sides:
                words = " ".join(side.claim.text.split())
                assert words in page.inside[_row_of(comparison, page)], words


def _rows(page: Page) -> list[dict[str, str | None]]:
    """The findings and, in the table, everything else."""
    return [attributes for _, attributes in page.elements if attributes.get("data-fingerprint")]


def _row_of(comparison: Comparison, page: Page) -> str:
    return next(str(row["id"]) for row in _rows(page) if row["data-fingerprint"] == comparison.fingerprint)


def test_a_row_leads_to_its_words(page: Page) -> None:
    rows = {str(attributes["id"]) for attributes in _rows(page)}
    wording = re.compile(r"e\d+-s\d+-\d+")
    targets = {str(a["href"])[1:] for a in page.all("a") if wording.fullmatch(str(a["href"])[1:])}
    assert len(targets) > len(rows)
    assert (
        page.inside[next(target for target in sorted(targets) if "refused" in page.inside[target])] == "refused to move"
    )


def test_where_spans_overlap_the_gravest_is_shown(page: Page) -> None:
    person = next(a for a in page.all("a") if page.inside.get(str(a.get("id"))) == "Marta Lindquist")
    assert "error" in str(person["class"])
    role = next(a for a in page.all("a") if page.inside.get(str(a.get("id"))) == "Interior Minister ")
    assert "same" in str(role["class"])
    assert role["href"] != person["href"]


def test_says_everything_without_its_script(source: str) -> None:
    bare = Page(re.sub(r"<script>.*?</script>", "", source, flags=re.DOTALL))
    report = sample()
    for event in report.events:
        for comparison in event.comparisons:
            assert comparison.message in bare.text
            assert WHY.get(comparison.rule, "") in bare.text
            assert comparison.rule in bare.text
            assert comparison.evidence in bare.text
    for story in report.stories:
        for aside in story.set_aside:
            assert aside.reason in bare.text
    for phrase in ("chess.txt", "What agreed", "Only in herald.txt", "four fire boats", "not stated"):
        assert phrase in bare.text


def test_verdict_in_one_sentence(page: Page) -> None:
    assert (
        "8 differences to look at in 10 stories on 2 events: 2 conflicts, 1 missing, 4 variants and 1 update."
        in page.text
    )


def test_severity_is_told_in_words_and_signs(page: Page) -> None:
    for attributes in page.all("tr"):
        if str(attributes.get("class", "")).split()[:1] and str(attributes["class"]).split()[0] in FINDINGS:
            verdict, severity = str(attributes["class"]).split()
            assert f"{verdict}, {severity}" in page.inside[str(attributes["id"])]


def test_the_odd_one_out_is_marked_and_none_is_called_right(page: Page) -> None:
    findings = " ".join(page.inside[str(item["id"])] for item in page.all("li") if "data-fingerprint" in item)
    assert findings.count("differs from most") == 5
    assert "2 of 3 have “Marta Lindqvist” and 1 of 3 has “Marta Lindquist”." in page.text
    assert not re.search(r"\b(correct|wrong)\b", page.text)


def test_characters_that_differ_are_marked(source: str) -> None:
    assert "Marta Lindq<mark>u</mark>ist" in source
    assert "Marta Lindq<mark>v</mark>ist" in source
    assert "<mark>ground</mark>-to-air crane" in source


def test_tables_can_be_read_aloud(page: Page) -> None:
    assert len(page.all("caption")) == len(page.all("table"))
    assert all("scope" in attributes for attributes in page.all("th"))
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("main")) == 1
    assert len(page.all("h1")) == 1
    assert {"class": "skip", "href": "#main"} in page.all("a")
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_found() -> None:
    text = Page(html.render(Report("cross-source", "m", (), ()), {})).text
    assert "Nothing to compare: no stories." in text
    text = Page(html.render(Report("cross-source", "m", (HERALD,), ()), {})).text
    assert "One story, checked against itself: nothing in it contradicts the rest." in text
    agreed = row(
        "agree", "none", "same", "", [claim(HERALD, "time", "nine hours"), claim(COURIER, "time", "nine hours")]
    )
    event = Event("e", (COURIER.name, HERALD.name), (agreed,))
    text = Page(html.render(Report("cross-source", "m", (COURIER, HERALD), (event,)), {})).text
    assert "No differences found in 2 stories on one event." in text
    assert "1 fact agrees" in text


def test_an_unknown_field_keeps_its_name() -> None:
    finding = row(
        "conflict", "error", "x", "They differ.", [claim(HERALD, "vessel", "four")], [claim(COURIER, "vessel", "Port")]
    )
    event = Event("e", (COURIER.name, HERALD.name), (finding,))
    assert "1 vessel" in Page(html.render(Report("cross-source", "m", (COURIER, HERALD), (event,)), {})).text


def test_same_bytes_whatever_the_hash_seed(source: str) -> None:
    program = (
        "import sys; from checker.report import html; from tests.report.sample import *;"
        "sys.stdout.buffer.write(html.render(sample(), WHY).encode())"
    )
    for seed in ("1", "2"):
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        assert done.stdout.decode() == source


def test_a_line_without_end_is_shown_and_does_not_take_long() -> None:
    long = dataclasses.replace(HOSTILE, text="x" * 100_000 + "\n" + "Ort " * 25_000, title=None)
    other = dataclasses.replace(COURIER, text="x" * 99_999 + "y")
    finding = row(
        "conflict",
        "error",
        "x",
        "They differ.",
        [claim(long, "item", "x" * 100_000)],
        [claim(other, "item", other.text)],
    )
    event = Event("e", (long.name, other.name), (finding,))
    start = time.perf_counter()
    text = html.render(Report("cross-source", "m", (long, other), (event,)), {})
    assert time.perf_counter() - start < 1
    assert text.count("x" * 100_000) == 1


def test_twenty_long_stories_are_quick_and_small() -> None:
    sentences = [f"The word{number} said that 31 people in Marta were there." for number in range(200)]
    text = "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, 200, 4))
    stories = tuple(Story(f"story-{index:02}", text, published=date(2026, 1, 1)) for index in range(20))
    rows = []
    for number in range(200):
        claims = [claim(story, "count", f"word{number} ") for story in stories]
        if number % 10:
            rows.append(row("agree", "none", "same", "", claims))
        else:
            rows.append(row("conflict", "error", "value", "Message.", claims[:18], claims[18:]))
    event = Event("e", tuple(story.name for story in stories), tuple(rows))
    report = Report("cross-source", "m", stories, (event,))
    html.render(sample(), WHY)
    start = time.perf_counter()
    text = html.render(report, WHY)
    spent = time.perf_counter() - start
    assert len(text.encode()) < 3_000_000
    assert spent < 1, spent  # A third of that on the machine of the benchmark; a test must not fail on a slow one.


def test_many_stories_are_grouped_by_what_they_say(page: Page) -> None:
    finding = next(
        str(attributes["id"])
        for attributes in page.all("li")
        if "5.9" in page.inside.get(str(attributes.get("id")), "")
    )
    assert "agency-1, agency-2, agency-3, agency-4, agency-6, agency-7" in " ".join(page.inside[finding].split())
    assert len(GRANARY) > 5


def test_the_draft_comes_first_with_its_sources_in_the_margin() -> None:
    finding = row(
        "conflict", "error", "x", "They differ.", [claim(HERALD, "vessel", "four")], [claim(COURIER, "vessel", "Port")]
    )
    event = Event("e", (COURIER.name, HERALD.name), (finding,))
    report = Report("draft", "m", (COURIER, HERALD), (event,), HERALD.name)
    page = Page(html.render(report, {}))
    heads = [str(attributes["id"]) for attributes in page.all("h4") if str(attributes.get("id", "")).startswith("e1-s")]
    assert [page.inside[head].split()[0] for head in heads] == [HERALD.name, COURIER.name]
    assert "the draft" in page.inside[heads[0]]
    assert f"{COURIER.name}: Port" in page.text


def test_a_known_finding_comes_last_and_is_folded() -> None:
    one = row("conflict", "error", "x", "One.", [claim(HERALD, "vessel", "four")], [claim(COURIER, "vessel", "Port")])
    known = dataclasses.replace(one, known=True, note="as agreed", fingerprint="known")
    event = Event("e", (COURIER.name, HERALD.name), (known, one))
    page = Page(html.render(Report("cross-source", "m", (COURIER, HERALD), (event,)), {}))
    cards = [item for item in page.all("li") if "data-fingerprint" in item]
    assert [card["data-fingerprint"] for card in cards] == [one.fingerprint, "known"]
    assert "done" in str(cards[1]["class"])
    assert cards[1]["data-remark"] == "as agreed"
    assert page.text.startswith("1 difference to look at")


def test_ages_come_before_dates_and_other_figures_after_them() -> None:
    aged = About(thing="age", canonical=True)
    one, other = (
        dataclasses.replace(claim(s, "quantity", w), about=aged) for s, w in ((HERALD, "four"), (COURIER, "Port"))
    )
    rows = (
        row("conflict", "error", "x", "Date.", [claim(HERALD, "date", "four")], [claim(COURIER, "date", "Port")]),
        row("conflict", "error", "y", "Age.", [one], [other]),
        row(
            "conflict",
            "error",
            "z",
            "Length.",
            [claim(HERALD, "quantity", "four")],
            [claim(COURIER, "quantity", "Port")],
        ),
    )
    event = Event("e", (COURIER.name, HERALD.name), rows)
    text = Page(html.render(Report("cross-source", "m", (COURIER, HERALD), (event,)), {})).text
    assert text.index("Age.") < text.index("Date.") < text.index("Length.")


def _many(number: int, differing: int) -> Report:
    """So many events, of which some differ."""
    one = sample()
    stories: list[Story] = []
    events: list[Event] = []
    for place in range(number):
        own = {it.name: dataclasses.replace(it, name=f"{place}-{it.name}") for it in one.stories}
        (event, *_) = renamed(one, own).events
        stories += own.values()
        events.append(event if place < differing else dataclasses.replace(event, comparisons=()))
    return dataclasses.replace(one, stories=tuple(stories), events=tuple(events))


def test_of_many_events_those_without_differences_are_only_named() -> None:
    page = html.render(_many(30, 2), WHY)
    assert page.count('<article class="event"') == 2
    assert "on 30 events" in page
    assert 'href="#without-differences">Without differences</a> <span class="small">28 more' in page
    assert all(f"<b><bdi>{name}</bdi></b>" in page for name in _many(30, 2).events[29].stories)


def test_of_few_events_all_are_shown() -> None:
    page = html.render(_many(20, 2), WHY)
    assert page.count('<article class="event"') == 20
    assert "without-differences" not in page
