"""Foreign names in Chinese text: characters that are written for their sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from checker.across.digits import fold
from checker.across.figures import WORD
from checker.across.tables import tables
from checker.sounds import likeness, plain

# Characters in a row that are a foreign name, and letters of a word that may be it.
_LEAST = 3
# Characters around them that may belong to it.
_MORE = 3


def hears(part: str, text: str, settings: Mapping[str, Any]) -> bool:
    """A run of characters that write foreign names sounds like a word.

    Args:
        part: a word of a name in the form of `plain`.
        text: Chinese.
        settings: the table `names` of `rules/across.toml`.
    """
    longest = len(part) + 1
    return any(
        likeness(part, run[at : at + size]) >= settings["sound"]["hanzi"]
        for run in runs(text, settings["hanzi"])
        for at in range(len(run))
        for size in range(1, min(longest, len(run) - at) + 1)
    )


@lru_cache(maxsize=64)
def runs(text: str, characters: str) -> tuple[str, ...]:
    """The stretches of a text that are made of some characters, each once."""
    return tuple(dict.fromkeys(re.findall(f"[{characters}]+", text)))


def lost(text: str, english: str, settings: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Every foreign name of a Chinese text that no English word sounds like: where it stands, and its field.

    Args:
        text: in Chinese.
        english: the English text.
        settings: the table `names` of `rules/across.toml`.
    """
    words = _words(english)
    core = re.compile(f"[{settings['hanzi_only']}]{{{_LEAST},}}")
    for match in re.finditer(f"[{settings['hanzi']}]+", text):
        run = match.group()
        name = core.search(run)
        if name is None or _holds_known(run):
            continue
        written = list(_around(run, name.start(), name.end()))
        if not any(likeness(plain(word), part) >= _limit(word, settings) for word in words for part in written):
            yield match.start() + name.start(), match.start() + name.end(), "person"


def _around(run: str, start: int, end: int) -> Iterator[str]:
    """What the name may be: nearly all of its sure characters, and those before and behind that may belong to it."""
    for first in range(max(0, start - _MORE), start + 2):
        for last in range(end - 1, min(len(run), end + _MORE) + 1):
            if last - first > 1:
                yield run[first:last]


def _holds_known(run: str) -> bool:
    """A country, people or city of the tables, which is looked for elsewhere."""
    known = tables("zh").names
    kinds = (known.get(kind, {}) for kind in ("territories", "languages", "cities"))
    return any(form in run for names in kinds for forms in names.values() for form in forms if len(form) > 1)


@lru_cache(maxsize=64)
def _words(english: str) -> tuple[str, ...]:
    return tuple(sorted({word for word in WORD.findall(fold(english)) if len(word) >= _LEAST}))


def _limit(word: str, settings: Mapping[str, Any]) -> float:
    """How much like a name a word must sound to be it: a word without a capital is more likely to do so by chance."""
    return float(settings["hanzi_lost"][int(word[0].islower())])
