"""Web pages as they stand."""

from __future__ import annotations

import contextlib

import pytest

from checker.errors import StoryError
from checker.position import position
from checker.read.markup import story
from checker.read.tags import pieces
from checker.rules import Ruleset

PAGE = """<!DOCTYPE html>
<html lang="de-AT"><head><title>Der Hafen</title><style>p {color: red}</style>
<script>var n = "12 <p> 13";</script></head>
<body><nav><a href="/">Start 2026</a></nav>
<h1>Der <em>Hafen</em></h1>
<p>Im Mai liefen&nbsp;131 Schiffe
   den Hafen &amp; den Kai an.</p>
<!-- <p>Ein Entwurf mit 99 Schiffen</p> -->
<ul><li>Nutzen Sie <code>dock --all 12</code> dafür.<li>Neu</ul>
<pre>ls -l 13
rm 14</pre>
<p translate="no">Port Marrow 15</p><p hidden>Versteckt 16</p>
<p>Das Ende.</p></body></html>
"""


def test_paragraphs(ruleset: Ruleset) -> None:
    page = story("page", PAGE, ruleset.words("read"))
    assert page.text.split("\n\n") == [
        "Der Hafen",
        "Der Hafen",
        "Im Mai liefen 131 Schiffe den Hafen & den Kai an.",
        "Nutzen Sie dock --all 12 dafür.",
        "Neu",
        "ls -l 13 rm 14",
        "Port Marrow 15",
        "Das Ende.",
    ]
    assert (page.title, page.language) == ("Der Hafen", "de")
    assert [page.text[aside.start : aside.end] for aside in page.set_aside] == [
        "dock --all 12",
        "ls -l 13 rm 14\n\nPort Marrow 15",
    ]


@pytest.mark.parametrize(
    ("word", "place"),
    [("Hafen", (2, 37)), ("131", (6, 23)), ("Schiffe", (6, 27)), ("den Kai", (7, 20)), ("&", (7, 14)), ("rm", (11, 1))],
)
def test_every_word_stands_where_the_file_has_it(ruleset: Ruleset, word: str, place: tuple[int, int]) -> None:
    page = story("page", PAGE, ruleset.words("read"))
    assert position(page, page.text.index(word))[1:] == place


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_other_line_ends(ruleset: Ruleset, line_end: str) -> None:
    page = story("page", PAGE.replace("\n", line_end), ruleset.words("read"))
    assert position(page, page.text.index("Das Ende"))[1:] == (13, 4)


def text(ruleset: Ruleset, page: str) -> str:
    return story("page", page, ruleset.words("read")).text


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<p>a</p>b", "a\n\nb"),
        ("<p>a<b>b</b>c d</p>", "abc d"),
        ("<p>a <b> b </b> c</p>", "a b c"),
        ("<table><tr><td>1<td>2</table>", "1\n\n2"),
        ("a<br/>b", "a\n\nb"),
        ("<p>a &lt; b &#233; &eacute; &nope; &</p>", "a < b é é &nope; &"),
        ("<p>5 < 6 and 7 > 6</p>", "5 < 6 and 7 > 6"),
        ("<div><p>a</div>b", "a\n\nb"),
        ("</div></p>a", "a"),
        ("<nav><div>x</nav>a", "a"),
        ("<img hidden>a", "a"),
        ("<p data-hidden='x'>a</p>", "a"),
        ('<p title="a hidden gem" aria-hidden="false">a</p>', "a"),
        ("<p>a</p><p class='x' hidden>b</p><p hidden='hidden'>c</p>", "a"),
        ("<p>a<script>b</script>c</p>", "ac"),
        ("<p>a<!-- b", "a"),
    ],
)
def test_loose_pages(ruleset: Ruleset, page: str, read: str) -> None:
    assert text(ruleset, page) == read


@pytest.mark.parametrize("page", ["<p></p>", "<nav>Start</nav>", "<p>...</p>", "<script>a</script>"])
def test_a_page_without_text_is_refused(ruleset: Ruleset, page: str) -> None:
    with pytest.raises(StoryError, match="no text"):
        text(ruleset, page)


def test_what_is_nested_too_deep_is_refused(ruleset: Ruleset) -> None:
    assert text(ruleset, "<div>" * 300 + "a") == "a"
    with pytest.raises(StoryError, match="nested too deep"):
        text(ruleset, "<div>" * 500 + "a")


@pytest.mark.parametrize(
    "unit", ["<", "<!", "<!--", "<a ", "<p>a</b>", "&", "&#", "<a b='", "<script>", "</script", "a</p>", "<hr>a"]
)
def test_a_million_characters_of_anything_are_read(ruleset: Ruleset, unit: str) -> None:
    page = ("a " + unit * 1_000_000)[:1_000_000]
    with contextlib.suppress(StoryError):
        assert text(ruleset, page).startswith("a")


def test_pieces_are_the_whole_page() -> None:
    assert "".join(PAGE[piece.start : piece.end] for piece in pieces(PAGE)) == PAGE


def test_nobody_needs_a_language_to_be_stated(ruleset: Ruleset) -> None:
    page = story("page", "<html><p>a</p></html>", ruleset.words("read"))
    assert (page.language, page.title) == ("en", None)
