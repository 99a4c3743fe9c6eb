"""Words cut to a stem, so that severe and severely, deteriorate and deterioration count as one."""

from __future__ import annotations

from functools import lru_cache

# Longest first; a stem keeps at least as many letters as stand beside its ending.
_ENDINGS: tuple[tuple[str, int], ...] = (
    ("isations", 3), ("izations", 3), ("isation", 3), ("ization", 3), ("ational", 4), ("ically", 4), ("ations", 4),
    ("ements", 4), ("ation", 4), ("ement", 4), ("ments", 4), ("iness", 3), ("ical", 4), ("ment", 4), ("ness", 4),
    ("ated", 4), ("ates", 4), ("ating", 4), ("ities", 4), ("ively", 4), ("ence", 4), ("ance", 4), ("ions", 4),
    ("ised", 4), ("ized", 4), ("ises", 4), ("izes", 4), ("ally", 4), ("edly", 4), ("ern", 4), ("ing", 3), ("ies", 3),
    ("ied", 3), ("ily", 3), ("ion", 4), ("ity", 4), ("ive", 4), ("ise", 4), ("ize", 4), ("ate", 4), ("als", 4),
    ("al", 4), ("ed", 3), ("ly", 4), ("es", 3), ("ers", 4), ("er", 4), ("s", 3), ("e", 3), ("y", 3),
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a lower-case word; rough, the same for most words of one family."""
    if not word.isascii() or word.endswith("ss"):
        return word
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            cut = word[: -len(ending)]
            return cut[:-1] if len(cut) > least and cut[-1] == cut[-2] and cut[-1] not in "aeiouls" else cut
    return word
