"""In which language a text is, where nobody said."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from checker.across.figures import WORD
from checker.across.tables import languages, normal, tables

_SCRIPTS = {
    "HIRAGANA": "kana",
    "KATAKANA": "kana",
    "HANGUL": "hangul",
    "CJK": "hanzi",
    "ARABIC": "arabic",
    "DEVANAGARI": "devanagari",
    "CYRILLIC": "cyrillic",
    "LATIN": "latin",
}


def identify(text: str, words: Mapping[str, Any]) -> str:
    """The ISO 639-1 code of the language that the text is likeliest in; empty where it is none that has tables.

    Args:
        text: the story.
        words: the tables of `rules/across.toml`.
    """
    settings = words["scripts"]
    letters = [character for character in text if character.isalpha()]
    counts = Counter(_SCRIPTS.get(unicodedata.name(character, "").split(" ")[0], "") for character in letters)
    for script in ("kana", "hangul"):
        if counts[script] > settings["syllables"] * len(letters):
            return str(settings[script])
    script, most = counts.most_common(1)[0] if counts else ("", 0)
    if most <= len(letters) / 2:
        return ""
    if script == "cyrillic":
        return "uk" if set(settings["ukrainian"]) & set(text.lower()) else "ru"
    return _latin(text, settings["common"]) if script == "latin" else str(settings.get(script, ""))


def _latin(text: str, least: float) -> str:
    """The language of which most words are among its commonest."""
    found = [normal(word) for word in WORD.findall(text)]
    shares = {code: sum(word in tables(code).words("common") for word in found) for code in languages()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    return best if shares[best] >= least * len(found) else ""
