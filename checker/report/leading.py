"""Which of several wordings that agree stands for them where there is room for one."""

from __future__ import annotations

from checker.report.view import Phrase, Row, Saying


def leading(row: Row, saying: Saying) -> tuple[Phrase, tuple[Phrase, ...]]:
    """The wording that stands for all, and those that say it in other words.

    It is one in which the difference shows: of a person the full name, not the surname that is the same in every story.
    Of several it is the one that the message speaks of. A wording that is part of it, or that it is part of, says
    nothing more.
    """
    lead = min(saying.phrases, key=lambda phrase: (not _differs(phrase), phrase.text not in row.message))
    own = lead.text.casefold()
    others = (phrase for phrase in saying.phrases if own not in (other := phrase.text.casefold()) and other not in own)
    return lead, tuple(others)


def _differs(phrase: Phrase) -> bool:
    return any(piece.differs for piece in phrase.pieces)
