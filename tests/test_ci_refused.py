"""Files that cannot be used, of every format, in one run: each is named, and costs only itself."""

from __future__ import annotations

import io
import zipfile

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.language import Parser

GOOD = "The port took {} ships in May, the harbour master said."
# The limits are those of the rules: small ones do for a test.
LIMITS = "[limits]\nbytes = 20_000\n[bilingual]\nbytes = 20_000\n[docx]\nunpacked = 20_000\n"
CONFIG = """
rules = ["rules"]

[[pairs]]
original = "en/*"
translation = "de/*"
languages = ["de"]

[[pairs]]
bilingual = "both/*"
"""
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
UTF_8 = '<?xml version="1.0" encoding="UTF-8"?>'
ROOTS = {
    "a.xlf": '<xliff version="1.2">{}</xliff>',
    "b.xlf": '<xliff version="2.0">{}</xliff>',
    "c.tmx": '<tmx version="1.4">{}</tmx>',
}
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _docx(words: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", words)
    return held.getvalue()


def _one_text() -> dict[str, tuple[bytes, str]]:
    """Translations that are files of their own, and what is said of them."""
    return {
        "binary.md": (bytes(range(256)) * 9, "binary"),
        "binary.html": (b"<p>\0\1\2\3\4\5\6\7" * 99, "binary"),
        "binary.txt": (b"\0\1\2" * 99, "binary"),
        "empty.md": (b" \n", "empty"),
        "huge.md": (b"Ein Satz. " * 3_000, "too large"),
        "huge.html": (b"<p>Ein Satz. " * 3_000, "too large"),
        "deep.html": (b"<div>" * 900 + b"Ein Satz.", "nested too deep"),
        "wordless.html": (b"<p></p><script>var a;</script>", "no text"),
        "cut.docx": (b"PK\x03\x04" + b"\0" * 99, "not a text"),
        "bomb.docx": (_docx(f"<a>{' ' * 21_000}</a>"), "too large"),
        "entity.docx": (_docx(f"{BOMB}<a>&b;</a>"), ""),
    }


def _both_texts() -> dict[str, tuple[bytes, str]]:
    """Files that hold both texts, and what is said of them."""
    found = {
        "bad.po": (b'msgid "a\nmsgstr "b"\n', "line 1: not a line of a PO file"),
        "latin.po": (HEAD.encode() + b'msgid "a"\nmsgstr "F\xe4hre"\n', "line 5: not UTF-8"),
        "huge.po": (b'msgid "a"\nmsgstr "b"\n\n' * 2_000, "too large"),
        "empty.po": (b"", "empty"),
    }
    for name, root in ROOTS.items():
        found |= {
            f"bomb-{name}": ((BOMB + root.format("&b;")).encode(), "declares an entity, &a;"),
            f"cut-{name}": (root.format("<body>")[:-3].encode(), "not well-formed XML"),
            f"latin-{name}": ((UTF_8 + root.format("F\xe4hre")).encode("latin-1"), "not UTF-8"),
            f"huge-{name}": (b"<a/>" * 6_000, "too large"),
            f"deep-{name}": (root.format("<g>" * 500 + "</g>" * 500).encode(), "nested too deep"),
            f"other-{name}": (b"<html></html>", "neither XLIFF"),
        }
    return found


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory, parser: Parser) -> Result:
    """One run over all of them, and a good file of each kind."""
    root = tmp_path_factory.mktemp("refused")
    for folder in ("en", "de", "both", "rules"):
        (root / folder).mkdir()
    (root / "rules" / "read.toml").write_text(LIMITS, encoding="utf-8")
    (root / "checker.toml").write_text(CONFIG, encoding="utf-8")
    for name, (data, _) in _one_text().items():
        (root / "en" / name).write_text(GOOD.format(131), encoding="utf-8")
        (root / "de" / name).write_bytes(data)
    for name, (data, _) in _both_texts().items():
        (root / "both" / name).write_bytes(data)
    (root / "en" / "good.md").write_text(GOOD.format(131), encoding="utf-8")
    (root / "de" / "good.md").write_text(
        "Im Mai liefen 138 Schiffe den Hafen an, sagte der Hafenmeister.", encoding="utf-8"
    )
    good = f'{HEAD}msgid "{GOOD.format(131)}"\nmsgstr "Im Mai liefen 138 Schiffe den Hafen an."\n'
    (root / "both" / "good.po").write_text(good.replace("UTF-8\\n", "UTF-8\\nLanguage: de\\n"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setattr("checker.pipeline.Parser", lambda *_: parser)
        return CliRunner().invoke(main, ["ci", "--no-cache", "--format", "github=found.txt", "--format", "json"])


def test_the_run_ends_with_2_and_without_a_traceback(refused: Result) -> None:
    assert refused.exit_code == 2
    assert isinstance(refused.exception, SystemExit)
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [(f"de/{name}", said) for name, (_, said) in _one_text().items()]
    + [(f"both/{name}", said) for name, (_, said) in _both_texts().items()],
)
def test_each_is_named_once_with_what_is_wrong(refused: Result, name: str, said: str) -> None:
    (line,) = [line for line in refused.stderr.splitlines() if line.startswith(f"checker: left out: {name}: ")]
    assert said in line


def test_the_others_are_checked(refused: Result) -> None:
    assert refused.stdout.count('"verdict": "conflict"') == 2
    assert '"de/good.md"' in refused.stdout
    assert '"both/good.po:' in refused.stdout
