"""One form of quotation marks, dashes, spaces and accents, with the way back to the text as it was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

PARAGRAPH_BREAK = "\n\n"

_CHARACTERS = {
    **dict.fromkeys("“”„‟«»＂〝〞", '"'),
    **dict.fromkeys("‘’‚‛ʼ´＇", "'"),
    **dict.fromkeys("‐‑⁃﹣－−", "-"),
    **dict.fromkeys(
        "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""
    ),
}
_DASH = "–—―‒"
# What needs care: white space, long dashes with the spaces around them, doubled quotation marks, anything not ASCII.
_SPACES = re.compile(r"\s*")
_SPECIAL = re.compile(
    rf"\s*(?:[{_DASH}]|(?<!-)--(?!-))\s*|\s{{2,}}|[^\S ]|``|''|[\x00-\x08\x0e-\x1f\x7f]|[^\x00-\x7f{_DASH}\s]+"
)


def normalise(
    text: str, spans: Iterable[tuple[int, int]], glued: frozenset[int] = frozenset()
) -> tuple[str, tuple[int, ...]]:
    """The given stretches of a text in one typographic form, a paragraph each; those that start at `glued` go on.

    Curly, low and angle quotation marks become ASCII ones; an en dash between two word characters becomes a hyphen,
    every other dash a hyphen between spaces; white space becomes one space; accents are composed (NFKC); characters
    that do not show are dropped.

    Returns:
        The normalised text, and for each of its characters, and one past the last, the offset in `text`.
    """
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for start, end in spans:
        if start in glued and pieces:
            # Where the words on both sides of what was taken out are two words, one space parts them.
            spaced = any(map(str.isspace, text[last:start]))
            parted = pieces[-1].endswith(" ") or text[start].isspace()
            if spaced and not parted:
                pieces.append(" ")
                origin.append(start)
            start += _spaces(text, start) if pieces[-1].endswith(" ") else 0  # noqa: PLW2901
        elif pieces:
            pieces.append(PARAGRAPH_BREAK)
            origin.extend((start, start))
        _stretch(text, start, end, pieces, origin)
        last = end
    origin.append(last)
    return "".join(pieces), tuple(origin)


def _spaces(text: str, start: int) -> int:
    match = _SPACES.match(text, start)
    return len(match.group()) if match else 0


def _stretch(text: str, start: int, end: int, pieces: list[str], origin: list[int]) -> None:
    at = start
    for match in _SPECIAL.finditer(text, start, end):
        pieces.append(text[at : match.start()])
        origin.extend(range(at, match.start()))
        _special(text, match, (start, end), pieces, origin)
        at = match.end()
    pieces.append(text[at:end])
    origin.extend(range(at, end))


def _special(text: str, match: re.Match[str], bounds: tuple[int, int], pieces: list[str], origin: list[int]) -> None:
    found, first = match.group(), match.start()
    stripped = found.strip()
    if not stripped:
        new = " "
    elif stripped in ("``", "''"):
        new = '"'
    elif stripped == "--" or stripped in _DASH:
        new = _dash(text, match, bounds)
    else:
        _clusters(found, first, pieces, origin)
        return
    pieces.append(new)
    origin.extend([first] * len(new))


def _dash(text: str, match: re.Match[str], bounds: tuple[int, int]) -> str:
    """A hyphen where an en dash joins two words or figures, else a dash between spaces."""
    left = text[match.start() - 1 : match.start()] if match.start() > bounds[0] else ""
    right = text[match.end() : match.end() + 1] if match.end() < bounds[1] else ""
    joined = len(match.group()) == 1 and left.isalnum() and right.isalnum()
    if joined and (match.group() in "–‒" or (left.isdigit() and right.isdigit())):
        return "-"
    return " - " if left and right else "- " if right else " -"


def _clusters(found: str, first: int, pieces: list[str], origin: list[int]) -> None:
    """Compose each character with the marks that follow it."""
    at = 0
    while at < len(found):
        after = at + 1
        while after < len(found) and unicodedata.combining(found[after]):
            after += 1
        cluster = found[at:after]
        mapped = _CHARACTERS.get(cluster)
        new = unicodedata.normalize("NFKC", cluster) if mapped is None else mapped
        if unicodedata.decomposition(cluster[0]).startswith("<fraction>"):
            # "5½" would become "51/2".
            new = cluster
        if after - at == 1 and unicodedata.category(cluster) == "Cc":
            new = ""
        if unicodedata.combining(cluster[0]) and pieces and pieces[-1]:
            # A mark whose letter stands before it, in ASCII.
            composed = unicodedata.normalize("NFKC", pieces[-1][-1] + cluster)
            pieces[-1] = pieces[-1][:-1] + composed
            origin.extend([origin[-1]] * (len(composed) - 1))
        else:
            pieces.append(new)
            origin.extend([first + at] * len(new))
        at = after
