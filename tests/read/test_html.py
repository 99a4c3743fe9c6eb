from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from checker.errors import CheckerError, ExtraError
from checker.model import Story
from checker.position import position
from checker.read import read
from checker.read.html import is_page
from checker.read.search import found_again
from checker.rules import Ruleset

LINE = "Two people were hurt when a fire broke out in the harbour on Friday, police said."
BODY = f"<p>{LINE}</p><p>The fire was out by noon &amp; nobody was arrested, a spokesman said.</p>"
HEAD = '<title>Two hurt in harbour fire | The Gazette</title><meta charset="utf-8">'


def page(ruleset: Ruleset, folder: Path, source: str | bytes) -> tuple[list[Story], list[CheckerError]]:
    path = folder / "page.html"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    return read([str(path)], ruleset.words("read"))


def test_title_date_language_and_paragraphs(ruleset: Ruleset, tmp_path: Path) -> None:
    meta = '<meta property="article:published_time" content="2026-01-17T23:30:00-05:00">'
    source = (
        f'<!DOCTYPE html><html lang="en-GB"><head>{HEAD}{meta}</head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>Two hurt in harbour fire</h1>{BODY}</article></body></html>"
    )
    stories, errors = page(ruleset, tmp_path, source)
    assert errors == []
    assert stories[0].title == "Two hurt in harbour fire"
    assert stories[0].published == date(2026, 1, 17)
    assert stories[0].language == "en"
    assert stories[0].text.split("\n\n")[:2] == ["Two hurt in harbour fire", LINE]
    assert stories[0].text.count("harbour fire") == 1
    assert "&amp;" not in stories[0].text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-01-16"}]}</script>',
            date(2026, 1, 16),
        ),
        ('<meta itemprop="datePublished" content="2026-01-16T09:00">', date(2026, 1, 16)),
        ('<meta property="article:modified_time" content="2026-01-16">', None),
        ('<meta name="date" content="last Friday">', None),
        ('<meta name="date" content="2026-02-31">', None),
        ('<script type="application/ld+json">{"datePublished": 5</script>', None),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", None),
        ("", None),
    ],
)
def test_day_that_the_page_states(ruleset: Ruleset, tmp_path: Path, head: str, day: date | None) -> None:
    stories, _ = page(ruleset, tmp_path, f"<html><head>{head}</head><body>{BODY}</body></html>")
    assert [story.published for story in stories] == [day]


def test_encoding_that_the_page_declares(ruleset: Ruleset, tmp_path: Path) -> None:
    source = f'<html><head><meta charset="koi8-r"></head><body><p>Мэр сказал. {LINE}</p></body></html>'
    assert "Мэр сказал." in page(ruleset, tmp_path, source.encode("koi8-r"))[0][0].text


def test_entities_of_the_page_are_not_resolved(ruleset: Ruleset, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY l "lollollol">]>'
    stories, _ = page(
        ruleset, tmp_path, f'<?xml version="1.0"?>{doctype}<html><body>{BODY}<p>&x; &l; end.</p></body></html>'
    )
    assert "SECRET" not in stories[0].text
    assert "lollollol end" not in stories[0].text


@pytest.mark.parametrize(
    "source",
    [
        "<html><body>" + "<div>" * 50_000 + BODY,
        "<html><body>" + "<table><tr><td>" * 3_000 + BODY,
        "<html><body><p " + "a=b " * 100_000 + ">" + BODY,
        "<html><body>" + "<" * 100_000,
        "<!--" + "-" * 100_000,
        "<!-- -->" * 20_000 + "<html>",
        "<html></html>",
    ],
)
def test_hostile_pages(ruleset: Ruleset, tmp_path: Path, source: str) -> None:
    stories, errors = page(ruleset, tmp_path, source)
    assert len(stories) + len(errors) == 1


def test_page_without_a_story(ruleset: Ruleset, tmp_path: Path) -> None:
    stories, errors = page(ruleset, tmp_path, "<html><body></body></html>")
    assert stories == []
    assert str(errors[0]) == f"{tmp_path / 'page.html'}: no story in this page"


def test_missing_package(ruleset: Ruleset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    _, errors = page(ruleset, tmp_path, f"<html><body>{BODY}</body></html>")
    assert isinstance(errors[0], ExtraError)
    assert str(errors[0]).endswith('pip install "story-checker[html]"')
    assert "\n" not in str(errors[0])


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <!-- x --><html>", True),
        ("<p>One</p>", True),
        ("<script>alert(1)</script> Two people were hurt.", False),
        ("Two people wrote <html> on a wall.", False),
        ("<people> were hurt", False),
        ("<!-- never closed", False),
        ("", False),
    ],
)
def test_what_is_a_page(text: str, answer: bool) -> None:  # noqa: FBT001
    assert is_page(text) is answer


def test_words_are_found_again_in_the_page(ruleset: Ruleset, tmp_path: Path) -> None:
    source = (
        f"<!DOCTYPE html>\n<html><head>\n{HEAD}\n</head><body>\n<script>var a = '{LINE}'</script>\n<article>\n"
        "<h1>Two hurt in\n  harbour fire</h1>\n<!-- Two people -->\n"
        "<p>Two people were hurt when a <b>fire</b> broke out\n   in the harbour on Friday,\npolice said.</p>\n"
        "<p>The fire was out by noon &amp; nobody was arrested, a spokesman said.</p></article></body></html>"
    )
    (story,), _ = page(ruleset, tmp_path, source)
    lines = source.splitlines()
    for word, line in (("harbour on", 11), ("police", 12), ("fire was", 13), ("nobody", 13)):
        place = position(story, story.text.index(word))
        assert (place.path, place.line) == (str(tmp_path / "page.html"), line)
        assert lines[line - 1][place.column - 1 :].startswith(word.split()[0])


def test_words_that_the_page_writes_otherwise_stand_with_those_before() -> None:
    anchors = found_again("<p>One\n<p>Two\n<p>Three", "One\n\nSomething else\n\nThree")
    assert [(anchor.start, anchor.line) for anchor in anchors] == [(0, 1), (5, 1), (21, 3)]


@pytest.mark.parametrize("piece", ["<", "<a", "<!--", "<script>", "&", "<a b='"])
def test_searching_a_broken_page_takes_no_time(piece: str) -> None:
    assert found_again(piece * 20_000, "One\n\nTwo")
