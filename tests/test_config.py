"""The configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import Bilingual, Config, Pairs, find, read
from checker.errors import ConfigError
from checker.patterns import Pattern

PAIRS = '[[pairs]]\noriginal = "en/*.md"\ntranslation = "{lang}/*.md"\n'
WHOLE = f"""\
mode = "draft"
rules = ["ours"]
glossary = ["terms.csv"]
model = "xx"
formats = ["text", "sarif=out.sarif"]
fail-on = ["variant", "error"]
baseline = "known.json"
suppressions = "let.toml"
cache = "kept"
[severities]
"person.near-miss" = "note"
{PAIRS}languages = ["de"]
language = "en-GB"
mode = "translation"
"""


def put(folder: Path, text: str, name: str = "checker.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def only(config: Config) -> Pairs:
    (pairs,) = config.pairs
    assert isinstance(pairs, Pairs)
    return pairs


def test_every_key(tmp_path: Path) -> None:
    config = read(put(tmp_path, WHOLE))
    pairs = only(config)
    assert (pairs.original.text, pairs.translation.text) == ("en/*.md", "{lang}/*.md")
    assert (pairs.languages, pairs.language, pairs.mode) == (("de",), "en-GB", "translation")
    assert (config.rules, config.glossary) == ((tmp_path / "ours",), (tmp_path / "terms.csv",))
    assert (config.model, config.formats, config.fail_on) == ("xx", ("text", "sarif=out.sarif"), ("variant", "error"))
    assert (config.baseline, config.suppressions) == (tmp_path / "known.json", tmp_path / "let.toml")
    assert (config.cache, config.severities) == (tmp_path / "kept", {"person.near-miss": "note"})


def test_only_pairs_must_be_there(tmp_path: Path) -> None:
    config = read(put(tmp_path, PAIRS))
    assert (only(config).mode, only(config).languages, config.formats) == ("translation", (), ("text",))
    assert (config.cache, config.baseline, config.model) == (tmp_path / ".checker-cache", None, None)
    assert read(put(tmp_path, f"cache = false\n{PAIRS}")).cache is None


def test_files_that_hold_both(tmp_path: Path) -> None:
    config = read(
        put(tmp_path, f'{PAIRS}[[pairs]]\nbilingual = "po/{{lang}}/*.po"\nlanguages = ["de"]\nfuzzy = true\n')
    )
    assert config.pairs[1] == Bilingual(Pattern("po/{lang}/*.po"), ("de",), fuzzy=True)
    assert read(put(tmp_path, '[[pairs]]\nbilingual = "*.po"')).pairs == (Bilingual(Pattern("*.po"), (), fuzzy=False),)


@pytest.mark.parametrize(
    ("more", "how"),
    [("", "ignore"), ('languages = ["de"]', "say"), ('untranslated = "fail"', "fail"), ('untranslated = "say"', "say")],
)
def test_what_is_wanted_is_missed(tmp_path: Path, more: str, how: str) -> None:
    assert only(read(put(tmp_path, PAIRS + more))).untranslated == how


def test_a_model_in_the_folder_is_a_path(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    assert read(put(tmp_path, f'model = "model"\n{PAIRS}')).model == str(tmp_path / "model")


def test_the_table_of_a_project(tmp_path: Path) -> None:
    table = '[tool.checker]\nmode = "draft"\n[[tool.checker.pairs]]\noriginal = "a"\ntranslation = "b"\n'
    assert only(read(put(tmp_path, table, "pyproject.toml"))).mode == "draft"


def test_the_nearest_upwards(tmp_path: Path) -> None:
    outer = put(tmp_path, PAIRS)
    put(tmp_path / "x", "[tool.other]\n", "pyproject.toml")
    (tmp_path / "x" / "y").mkdir()
    assert find(tmp_path / "x" / "y") == outer
    project = put(tmp_path / "x", "[tool.checker]\n", "pyproject.toml")
    assert find(tmp_path / "x" / "y") == project
    own = put(tmp_path / "x", PAIRS)
    assert find(tmp_path / "x") == own


def test_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no checker\.toml"):
        find(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "checker.toml: pairs: at least one"),
        ("pairs = 1", "checker.toml: pairs: at least one"),
        ("pairs = [1]", "checker.toml: pairs[0]: must be a table"),
        (f"pear = 1\n{PAIRS}", "checker.toml: pear: unknown key; known are pairs, mode"),
        (f"{PAIRS}lang = 1", "checker.toml: pairs[0].lang: unknown key"),
        (f'mode = "x"\n{PAIRS}', "checker.toml: mode: 'x' is not one of"),
        (f'{PAIRS}mode = "x"', "checker.toml: pairs[0].mode: 'x'"),
        (f'rules = "ours"\n{PAIRS}', "checker.toml: rules: must be a list"),
        (f"formats = [1]\n{PAIRS}", "checker.toml: formats: must be a list"),
        (f'fail-on = "much"\n{PAIRS}', "checker.toml: fail-on: 'much'"),
        (f"fail-on = 1\n{PAIRS}", "checker.toml: fail-on: must be"),
        (f"baseline = 1\n{PAIRS}", "checker.toml: baseline: must be text"),
        (f"cache = true\n{PAIRS}", "checker.toml: cache: must be text"),
        (f"severities = 1\n{PAIRS}", "checker.toml: severities: must be a table"),
        (f'severities = {{x = "y"}}\n{PAIRS}', "checker.toml: severities.x: 'y' is not one of"),
        ('[[pairs]]\noriginal = "a"', "checker.toml: pairs[0].translation: missing"),
        ('[[pairs]]\noriginal = "a/*"\ntranslation = "b"', "pairs[0].translation: must have the wildcards"),
        ('[[pairs]]\noriginal = "{lang}"\ntranslation = "b"', "pairs[0].original: {lang} belongs"),
        ('[[pairs]]\noriginal = "a"\ntranslation = "b"\nlanguages = ["de", "fr"]', "pairs[0].languages: there is no"),
        ('[[pairs]]\noriginal = "/a"\ntranslation = "b"', "pairs[0].original: must lie below"),
        ('[[pairs]]\noriginal = "a"\ntranslation = "../b"', "pairs[0].translation: must lie below"),
        ('[[pairs]]\nbilingual = "/a.po"', "pairs[0].bilingual: must lie below"),
        ('[[pairs]]\nbilingual = "a.po"\nfuzzy = 1', "pairs[0].fuzzy: must be true or false"),
        ('[[pairs]]\nbilingual = "a.po"\nmode = "draft"', "pairs[0].mode: unknown key; known are bilingual"),
        ('[[pairs]]\nbilingual = "a.po"\nlanguages = ["de"]', "pairs[0].languages: there is no {lang} in a.po"),
        (f'{PAIRS}untranslated = "x"', "pairs[0].untranslated: 'x' is not one of say, ignore, fail"),
        ("x = 1 2", "checker.toml: Expected newline or end of document after a statement (at line 1"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = put(tmp_path, text)
    with pytest.raises(ConfigError) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert said in str(refused.value)


def test_in_a_project_the_key_is_named_in_full(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"pyproject\.toml: tool\.checker\.pear: unknown key"):
        read(put(tmp_path, "[tool.checker]\npear = 1\n", "pyproject.toml"))
    with pytest.raises(ConfigError, match=r"there is no \[tool\.checker\]"):
        read(put(tmp_path, "", "pyproject.toml"))


def test_no_file_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        read(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'x = "\xe9"')
    with pytest.raises(ConfigError, match="not UTF-8"):
        read(tmp_path / "latin.toml")
