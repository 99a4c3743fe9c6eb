from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest

from checker.errors import CheckerError, StoryError
from checker.model import Story
from checker.read import places, read, source
from checker.rules import Ruleset

TEXT = "São Paulo “quoted” – café, he said it’s fine.\r\nSecond line."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, data: bytes | str = "Two people were hurt.") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data.encode() if isinstance(data, str) else data)


def names(stories: Iterable[Story]) -> list[str]:
    return [story.name for story in stories]


def lines(errors: Iterable[CheckerError]) -> list[str]:
    return [str(error) for error in errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(ruleset: Ruleset, encoding: str) -> None:
    write("a.txt", TEXT.encode(encoding))
    stories, errors = read(["a.txt"], ruleset.words("read"))
    assert [story.text for story in stories] == [TEXT]
    assert errors == []


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("latin-1", "Ein Mann aus Zürich hat 1½ Stunden gewartet, sagte ein Señor für 5 £."),
        ("cp1251", "Книга лежит на столе, сказал министр. Это очень длинное предложение."),
        ("cp1250", "Książka leży na stole, powiedział minister w środę. Zażółć gęślą jaźń."),
        ("shift_jis", "日本の防衛大臣は金曜日にワシントンで会談した。小泉氏は述べた。"),
    ],
)
def test_other_encodings(ruleset: Ruleset, encoding: str, text: str) -> None:
    write("a.txt", text.encode(encoding))
    assert [story.text for story in read(["a.txt"], ruleset.words("read"))[0]] == [text]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"-- \n ...", "empty: no letter or digit in it"),
        (b"\x00\x01\x02abc", "binary, or text in an encoding that cannot be made out"),
        (bytes(range(256)) * 4, "binary, or text in an encoding that cannot be made out"),
        (b"text with \x00 in it", "binary, or text in an encoding that cannot be made out"),
        (b"\x89PNG\r\n\x1a\n", "an image, not a text or a web page"),
        (b"%PDF-1.7 x", "a PDF, not a text or a web page"),
        (b"{\\rtf1 hello}", "a rich text document, not a text or a web page"),
        (b"a" * 5_000_001, "too large: a story may have 5,000,000 bytes"),
        (b"a" * 1_000_001, "too large: a story may have 1,000,000 characters"),
    ],
)
def test_what_is_no_story(ruleset: Ruleset, data: bytes, error: str) -> None:
    write("a.txt", data)
    write("b.txt")
    stories, errors = read(["a.txt", "b.txt"], ruleset.words("read"))
    assert names(stories) == ["b.txt"]
    assert lines(errors) == [f"a.txt: {error}"]
    assert isinstance(errors[0], StoryError)


def test_paths_that_name_nothing(ruleset: Ruleset) -> None:
    write("empty/readme.md")
    paths = ["nope.txt", "z*.txt", "empty", "bad\0name"]
    assert lines(read(paths, ruleset.words("read"))[1]) == [
        "nope.txt: no such file or directory",
        "z*.txt: no file matches",
        "empty: no story in this folder (.txt, .text, .html, .htm)",
        "'bad\\x00name': not a file name",
    ]


def test_errors_stand_in_the_order_of_the_paths(ruleset: Ruleset) -> None:
    write("a.txt", b"")
    assert lines(read(["a.txt", "nope", "a.txt"], ruleset.words("read"))[1]) == [
        "a.txt: empty",
        "nope: no such file or directory",
    ]


def test_folders_and_patterns(ruleset: Ruleset) -> None:
    for path in ("d/b.txt", "d/a.TXT", "d/c/e.text", "d/notes.md", "d/.hidden.txt", "x1.wire", "x2.wire"):
        write(path)
    assert names(read(["d"], ruleset.words("read"))[0]) == ["a.TXT", "b.txt", "e.text"]
    assert names(read(["x*.wire"], ruleset.words("read"))[0]) == ["x1.wire", "x2.wire"]
    assert names(read(["d/**"], ruleset.words("read"))[0]) == ["a.TXT", "b.txt", "e.text", "notes.md"]
    write("odd[1].txt")
    assert names(read(["odd[1].txt"], ruleset.words("read"))[0]) == ["odd[1].txt"]


def test_one_file_is_read_once(ruleset: Ruleset) -> None:
    write("d/a.txt")
    Path("link.txt").symlink_to("d/a.txt")
    assert names(read(["d/a.txt", "d", "./d/../d/a.txt", "link.txt"], ruleset.words("read"))[0]) == ["a.txt"]


def test_names_that_would_clash(ruleset: Ruleset, folder: Path) -> None:
    for path in ("one/s/a.txt", "two/s/a.txt", "two/b.txt", "stdin"):
        write(path)
    stories, _ = read(["one", "two", "stdin", "-"], ruleset.words("read"), io.BytesIO(b"From the pipe."))
    assert names(stories) == ["one/s/a.txt", "b.txt", "two/s/a.txt", f"{folder.name}/stdin", "stdin"]


def test_control_characters_stay(ruleset: Ruleset) -> None:
    write("a.txt", "A bell \x07 rang\x0bin the harbour town on Monday morning.")
    assert (
        read(["a.txt"], ruleset.words("read"))[0][0].text
        == "A bell \x07 rang\x0bin the harbour town on Monday morning."
    )


def test_a_name_that_is_no_text(ruleset: Ruleset) -> None:
    path = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    Path(path).write_text("Two people were hurt.")
    read(["caf*.txt"], ruleset.words("read"))[0][0].name.encode("utf-8")


def test_a_comment_for_the_checker_is_set_aside(ruleset: Ruleset) -> None:
    comment = "<!-- checker: ignore count.value until=2027-01-31 reason=Agreed. -->"
    Path("a.txt").write_text(f"One.\n\n{comment}\nTwo. <!-- other -->\n", encoding="utf-8")
    (story,), errors = read(["a.txt"], ruleset.words("read"))
    assert errors == []
    assert [story.text[aside.start : aside.end] for aside in story.set_aside] == [comment]


def test_where_each_story_is_and_what_its_file_holds(ruleset: Ruleset, folder: Path) -> None:
    words = ruleset.words("read")
    (folder / "x").mkdir()
    (folder / "x" / "a.txt").write_text("One.", encoding="utf-8")
    (folder / "a.txt").write_text("Two.", encoding="utf-8")
    given = ["a.txt", "x", "-"]
    stories, _ = read(given, words, stdin=io.BytesIO(b"Three."))
    paths = places(given, words)
    assert [paths[story.name] for story in stories] == ["a.txt", "x/a.txt", "-"]
    assert [source(path, words) for path in paths.values()] == ["Two.", "One.", ""]
