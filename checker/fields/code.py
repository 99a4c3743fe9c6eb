"""Names that end in a figure: F-35, SM-6, Covid-19.

Value: `Wording` with the name in lower case, its letters as head. Size: 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checker.model import Claim, Difference, Wording
from checker.parsed import Parsed

_CODE = re.compile(
    r"(?<![\w-])(?P<letters>[A-Z][A-Za-z]{0,9})-(?P<figure>\d{1,4}[A-Za-z]{0,2})(?![\w-])", re.IGNORECASE
)


class Field:
    """Codes and types.

    Args:
        words: the tables of `rules/code.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._never = frozenset(words["never"])

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every name with a figure behind its hyphen."""
        for match in _CODE.finditer(parsed.text):
            letters = match["letters"].lower()
            if letters not in self._never:
                about = replace(parsed.about(match.start(), match.end()), thing=letters, canonical=False)
                value = Wording((match.group().lower().removesuffix("s"),), head=letters)
                yield parsed.claim("code", match.start(), match.end(), value, about)

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """Another figure behind the letters; names with other letters are about other things and never meet."""
        return None if left.value.words == right.value.words else Difference("other-figure", 1.0)
