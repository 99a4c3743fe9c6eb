"""Patterns of paths."""

from __future__ import annotations

import pytest

from checker.patterns import Pattern


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("en/**/*.md", "en/a.md", (("", "a"), "")),
        ("en/**/*.md", "en/x/y/a.md", (("x/y/", "a"), "")),
        ("{lang}/**/*.md", "de/x/a.md", (("x/", "a"), "de")),
        ("{lang}/**/*.md", "pt-BR/a.md", (("", "a"), "pt-BR")),
        ("docs/*.{lang}.md", "docs/a.de.md", (("a",), "de")),
        ("{lang}/a.{lang}.md", "de/a.de.md", ((), "de")),
        ("a?.md", "ab.md", (("b",), "")),
        ("content/de/**", "content/de/x/a.md", (("x/a.md",), "")),
        ("a+(b).md", "a+(b).md", ((), "")),
        ("a{b}.md", "a{b}.md", ((), "")),
    ],
)
def test_fits(pattern: str, path: str, found: object) -> None:
    assert Pattern(pattern).match(path) == found


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("en/**/*.md", "en/a.txt"),
        ("en/**/*.md", "den/a.md"),
        ("en/*.md", "en/x/a.md"),
        ("en/a?.md", "en/a/.md"),
        ("{lang}/*.md", "x/y/a.md"),
        ("{lang}/a.{lang}.md", "de/a.fr.md"),
        ("docs/*.{lang}.md", "docs/a.md"),
        ("a.md", "a.md\n"),
        ("a.md", "axmd"),
    ],
)
def test_does_not_fit(pattern: str, path: str) -> None:
    assert Pattern(pattern).match(path) is None


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("en/x/**/*.md", "en/x"), ("*.md", ""), ("en/a*.md", "en"), ("{lang}/a.md", ""), ("en/a.md", "en")],
)
def test_folder(pattern: str, folder: str) -> None:
    assert Pattern(pattern).folder == folder


def test_wildcards() -> None:
    assert Pattern("{lang}/**/a-?*.md").wildcards == ("**/", "?", "*")
