"""Which files are pairs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from checker.config import read
from checker.errors import ConfigError
from checker.pairs import BilingualFile, Found, Pair, among, find, named

EN, LANG = "content/en/**/*.md", "content/{lang}/**/*.md"


def found(folder: Path, files: list[str], original: str = EN, translation: str = LANG, more: str = "") -> list[Pair]:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (folder / "checker.toml").write_text(
        f'[[pairs]]\noriginal = "{original}"\ntranslation = "{translation}"\n{more}', encoding="utf-8"
    )
    return [file for file in find(read(folder / "checker.toml")).files if isinstance(file, Pair)]


def paths(pairs: Iterable[Pair | BilingualFile]) -> list[tuple[str, ...]]:
    return [pair.paths for pair in pairs]


def test_folders_of_languages(tmp_path: Path) -> None:
    files = ["content/en/a.md", "content/en/x/b.md", "content/de/a.md", "content/fr/x/b.md", "content/pt-BR/a.md"]
    pairs = found(tmp_path, files)
    assert paths(pairs) == [
        ("content/en/a.md", "content/de/a.md"),
        ("content/en/a.md", "content/pt-BR/a.md"),
        ("content/en/x/b.md", "content/fr/x/b.md"),
    ]
    assert [pair.languages for pair in pairs] == [("en", "de"), ("en", "pt"), ("en", "fr")]
    assert {pair.mode for pair in pairs} == {"translation"}


@pytest.mark.parametrize(
    ("original", "translation", "files", "pair"),
    [
        ("docs/*.md", "docs/*.{lang}.md", ["docs/a.md", "docs/a.de.md"], ("docs/a.md", "docs/a.de.md")),
        ("en.md", "{lang}.md", ["en.md", "de.md"], ("en.md", "de.md")),
        ("wire/*.txt", "drafts/*.md", ["wire/a.txt", "drafts/a.md"], ("wire/a.txt", "drafts/a.md")),
        ("en/**/*.md", "{lang}/**/*-{lang}.md", ["en/x/a.md", "de/x/a-de.md"], ("en/x/a.md", "de/x/a-de.md")),
    ],
)
def test_other_layouts(
    tmp_path: Path, original: str, translation: str, files: list[str], pair: tuple[str, str]
) -> None:
    assert paths(found(tmp_path, files, original, translation)) == [pair]


def test_only_the_languages_that_are_named(tmp_path: Path) -> None:
    files = ["content/en/a.md", "content/de/a.md", "content/fr/a.md", "content/images/a.md"]
    pairs = found(tmp_path, files, more='languages = ["fr"]')
    assert paths(pairs) == [("content/en/a.md", "content/fr/a.md")]


def test_one_language_that_no_path_tells(tmp_path: Path) -> None:
    files = ["content/en/a.md", "content/uebersetzt/a.md"]
    (pair,) = found(tmp_path, files, translation="content/uebersetzt/**/*.md", more='languages = ["de"]')
    assert (pair.translation, pair.languages) == ("content/uebersetzt/a.md", ("en", "de"))


@pytest.mark.parametrize(
    "files",
    [
        [],
        ["content/en/a.md"],
        ["content/de/a.md"],
        ["content/en/a.md", "content/de/b.md"],
        ["content/en/a.md", "content/de/x/a.md"],
        ["content/en/a.md", "content/de/a.txt"],
        ["content/en/a.md", "content/.de/a.md"],
        ["content/en/.a.md", "content/de/.a.md"],
        ["content/en/.x/a.md", "content/de/.x/a.md"],
        ["x/content/en/a.md", "x/content/de/a.md"],
    ],
)
def test_no_pair_is_an_error(tmp_path: Path, files: list[str]) -> None:
    with pytest.raises(ConfigError, match=r"checker\.toml: pairs\[0\]: no two files match content/en"):
        found(tmp_path, files)


def test_a_pair_that_two_patterns_find_is_there_once(tmp_path: Path) -> None:
    more = f'[[pairs]]\noriginal = "{EN}"\ntranslation = "content/de/**/*.md"\nmode = "draft"\n'
    pairs = found(tmp_path, ["content/en/a.md", "content/de/a.md"], more=more)
    assert [pair.mode for pair in pairs] == ["translation"]


def test_of_some_files(tmp_path: Path) -> None:
    files = ["content/en/a.md", "content/de/a.md", "content/fr/a.md", "content/en/b.md", "content/de/b.md"]
    pairs = found(tmp_path, files)
    whole = Found(tuple(pairs))
    assert paths(among(whole, {"content/fr/a.md", "other"}).files) == [("content/en/a.md", "content/fr/a.md")]
    assert len(among(whole, {"content/en/a.md"}).files) == 2
    assert among(whole, {"content/en"}) == among(whole, set()) == Found(())
    assert among(whole, None) == whole


def test_names_are_seen_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    for folder, name in ((tmp_path, "sub/a.md"), (tmp_path / "sub", "a.md"), (tmp_path / "sub" / "deep", "a.md")):
        monkeypatch.chdir(folder)
        assert named(tmp_path / "sub", "a.md") == name
