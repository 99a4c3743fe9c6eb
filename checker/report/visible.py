"""Text from a story, made fit to be shown: nothing in it can steer the page or the terminal."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def visible(text: str) -> str:
    """The text with control characters, bidi overrides and other invisible commands replaced by visible signs.

    Line ends of every kind become newlines. Direction marks and joiners, which ordinary Arabic, Hebrew and Persian
    need, stay.
    """
    if not _HARMFUL.search(text):
        return text
    return _HARMFUL.sub(_sign, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The visible text on one line, white space collapsed."""
    return " ".join(visible(text).split())


def _sign(match: re.Match[str]) -> str:
    if "\ud800" <= match.group() <= "\udfff":
        return "\ufffd"  # Half a character; no file can hold it.
    return f"‹U+{ord(match.group()):04X}›"
