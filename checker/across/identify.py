"""In which language a text is, where nobody said."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from checker.across.code import spoken
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


def identify(text: str, words: Mapping[str, Any], *, least: str = "least") -> str:
    """The ISO 639-1 code of the language that the text is likeliest in; empty where it is none that has tables.

    Args:
        text: the story.
        words: the tables of `rules/across.toml`.
        least: the setting that says how many words of a language in Latin letters must be there for it to be told.
    """
    settings = words["scripts"]
    text = spoken(text)
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
    return _latin(text, settings, settings[least]) if script == "latin" else str(settings.get(script, ""))


def _latin(text: str, settings: Mapping[str, Any], least: int) -> str:
    """The language of which most words are among its commonest; a word that several share says less.

    A single letter tells nothing: it is a directive, an option, an initial.
    """
    found = [normal(part) for word in WORD.findall(text) for part in word.split("'") if len(part) > 1]
    known = _common()
    scores: dict[str, float] = {}
    shares: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    for word in found:
        telling = [code for code, letters in settings["letters"].items() if not set(letters).isdisjoint(word)]
        spoken = known.get(word, ()) or telling
        for code in spoken:
            scores[code] = scores.get(code, 0.0) + 1 / len(spoken)
            shares[code] += 1
            kinds.setdefault(code, set()).add(word)
    best = max(scores, key=lambda code: (scores[code], code == "en", code), default="")
    told = best and shares[best] >= settings["common"] * len(found) and len(kinds[best]) >= least
    return best if told else ""


@cache
def _common() -> Mapping[str, tuple[str, ...]]:
    """Every common word, with the languages that have it."""
    held: dict[str, list[str]] = {}
    for code in languages():
        for word in sorted(tables(code).words("common")):
            held.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in held.items()}
