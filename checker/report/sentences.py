"""Where the sentences of a paragraph end, well enough to lay a text out; nothing is compared by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop with the marks that close a quotation, and what may begin the next sentence.
_END = re.compile(r"[.!?…]{1,3}[\"'”’»)\]]{0,2}(?=\s+[\"'“‘«(\[]?[^\W_a-z])|[。！？][」』”）]{0,2}(?=.)")
# A short word before the stop is a title or initials: Mr. Berg, J. Berg, U.S. Army.
_BEFORE = r"(?:^|[\s(\"“‘])"
_TITLES = "Mrs|Gen|Gov|Sen|Rep|Col|Sgt|Capt|Prof|Rev|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_SHORT = re.compile(rf"{_BEFORE}(?:(?:[^\W\d_]\.?){{1,2}}|{_TITLES})\Z")
_LOOK_BACK = 8


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two characters, as half-open spans that leave nothing out."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "." and _SHORT.search(text, max(begin, match.start() - _LOOK_BACK), match.start()):
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end
