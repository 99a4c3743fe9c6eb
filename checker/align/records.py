"""What the aligner learns of stories, of pairs of them, and of all together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """What a story is matched by: cheap features, nothing parsed. The story's text is not needed any more.

    Attributes:
        name: the story's.
        digest: SHA-256 of name, text and day, in hexadecimal digits: two that are equal are one story.
        published: the day on which it appeared, where it is known.
        words: terms with how often they stand there, sorted; so are the rest, down to the sentences.
        opening: those of the first words, the title with them.
        pairs: words that stand next to each other.
        names: of persons and organisations, word by word.
        places: words of the names of places.
        numbers: as written.
        dates: days of a month (`05-02`) and days of the week (`thursday`).
        sentences: a number for each sentence's words, sorted: copies of one text share nearly all of them.
    """

    name: str
    digest: str
    published: date | None
    words: Counts
    opening: Counts
    pairs: Counts
    names: Counts
    places: Counts
    numbers: Counts
    dates: Counts
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """How likely it is that two stories report one event.

    Attributes:
        left, right: names of the stories, left before right.
        score: 0 to 1.
        why: what each measure adds to the score, in the order of the settings.
        veto: what keeps the two apart whatever else they share; None where nothing does.
        copy: one text, word for word or nearly.
    """

    left: str
    right: str
    score: float
    why: tuple[tuple[str, float], ...] = ()
    veto: str | None = None
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Maybe:
    """Two groups that may report one event, each called by its first story."""

    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The stories of a check, by event.

    Attributes:
        groups: names of the stories of each event, sorted; a story alone is a group of its own.
        maybe: pairs of groups that may be one event, sorted.
        copies: names of the stories that carry one text, for each such text, sorted.
    """

    groups: tuple[tuple[str, ...], ...]
    maybe: tuple[Maybe, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
