"""Passages that nobody translated or that stand twice, and addresses."""

from __future__ import annotations

from checker.across.segments import addresses, doubled, untranslated
from checker.rules import Ruleset

_PROSE = "Die Brücke über das Tal wurde wieder geöffnet."


def test_untranslated(ruleset: Ruleset) -> None:
    words = ruleset.words("segment")
    assert untranslated(_PROSE, f" {_PROSE}", words) == (1, 1 + len(_PROSE))
    assert untranslated("大桥重新开放后，市长说居民很高兴。", "大桥重新开放后，市长说居民很高兴。", words)


def test_translated_or_nothing_to_translate(ruleset: Ruleset) -> None:
    words = ruleset.words("segment")
    assert untranslated(_PROSE, "The bridge was reopened.", words) is None
    for code in (
        "[--no-lamp] [--lamp-size=SIZE] [--all-lamps] [-l lamps]",
        "lamp_command = 'lampctl /mnt/lamps/all %r'",
        "(red, green, blue, white, amber, dim, off, on)",
        "lamp   colour size         maker    ports",
    ):
        assert untranslated(code, code, words) is None
    for names in ("Anna Weber, Karl Neumann, Rosa Lind, Emil Brandt", "Zarvan 24, 1250", "市长说", ""):
        assert untranslated(names, names, words) is None


def test_doubled(ruleset: Ruleset) -> None:
    words, said = ruleset.words("segment"), "The bridge was open to traffic again."
    assert doubled(_PROSE, f"{said} {said}", words) == (len(said) + 1, 2 * len(said) + 1)
    assert doubled(_PROSE, f"{said} Many came. {said}", words) is None
    assert doubled(f"{_PROSE} {_PROSE}", f"{said} {said}", words) is None
    assert doubled(_PROSE, "No. No. Never!", words) is None


def test_addresses() -> None:
    text = "Mail fest@tal.example or see https://tal.example/fest, (www.tal.example)."
    assert [*addresses(text)] == ["fest@tal.example", "https://tal.example/fest", "www.tal.example"]
    assert addresses("At 3 p.m. @ the bridge") == {}
