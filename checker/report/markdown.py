"""The report for a ticket or a chat, in the order and the words of the terminal.

It is plain CommonMark: nothing that needs a table, HTML or a colour. Text from a story stays text:
the punctuation that makes markup is escaped, and an invisible word joiner stands inside whatever a ticket system or a
chat would make a link or a mention of by itself, which no escape prevents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from checker.model import Report
from checker.report.leading import leading
from checker.report.marks import Piece
from checker.report.prepare import closing, decided, prepare
from checker.report.view import Happening, Phrase, Row, Saying
from checker.report.visible import one_line
from checker.report.wording import counted, words

# What makes a list or a rule makes it at the head of a line only, where no text of a story ever stands.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~$#{}^=]|&(?=#?\w{1,40};)")
# Mentions and addresses, links, references to issues, signs for pictures: each is broken behind its first character.
_SPRINGS_TO_LIFE = re.compile(
    r"@(?=\w)|:(?=//)|(?<![^\W_])(?:www|mailto|xmpp)(?=[.:])|\.(?=[^\W\d_]{2})(?<=\w\.)"
    r"|[#~](?=\w)|[!%&](?=\d)|GH-(?=\d)|:(?=[a-z+_-][\w+-]{0,40}:)",
    re.IGNORECASE,
)
_JOINER = "\u2060"


def render(report: Report) -> str:
    """The outcome in one sentence, the findings with the wordings of each story, then what else was looked at."""
    view = prepare(report, {}, page=False)
    lines = [f"**{escaped(view.headline)}**", ""]
    for event in view.events:
        if any(not row.known for row in event.findings):
            lines += [*_event(event), ""]
    for kind, rows in decided(view):
        lines += [*_known(kind, rows), ""]
    for note in view.notes:
        lines += [escaped(note), ""]
    if rest := closing(view):
        lines += [escaped(rest), ""]
    return "\n".join(lines[:-1]) + "\n"


def escaped(text: str) -> str:
    """The text on one line, nothing in it markup, a link, a mention or HTML."""
    broken = _SPRINGS_TO_LIFE.sub(lambda match: match.group() + _JOINER, one_line(text))
    return _MARKUP.sub(lambda match: f"\\{match.group()}", broken)


def _event(event: Happening) -> Iterator[str]:
    yield f"### {escaped(event.title)}"
    yield ""
    if len(event.stories) <= words()["most_columns"]:
        dated = [_name(text.name) + (f" ({text.published})" if text.published else "") for text in event.texts]
        yield " · ".join(dated)
    else:
        yield counted("story", len(event.stories))
    yield ""
    for row in event.findings:
        if not row.known:
            yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    severity = f", {row.severity}" if row.severity != "none" else ""
    start = f"{row.number}. "
    rule = f" ({_name(row.rule)})" if row.rule else ""
    yield f"{start}**{escaped(row.field.capitalize())}**: {row.word}{severity}. {escaped(row.message)}{rule}"
    for saying in row.sayings:
        lead, others = leading(row, saying)
        yield f"{' ' * len(start)}- “{_in_its_sentence(lead, len(row.sayings) > 1)}”: {_tellers(saying)}"
        if others:
            wordings = " · ".join(f"“{escaped(other.text)}”" for other in others)
            yield f"{' ' * len(start)}  {words()['sentences']['also'].format(wordings=wordings)}"


def _known(kind: str, rows: Sequence[Row]) -> Iterator[str]:
    """A line for each: somebody has dealt with them."""
    finding = counted("finding", len(rows))
    yield f"**{escaped(words()['sentences'][kind].format(finding=finding))}**"
    yield ""
    for row in rows:
        said = " / ".join(f"“{escaped(leading(row, saying)[0].text)}”" for saying in row.sayings)
        note = f": {escaped(row.note)}" if row.note else ""
        yield f"- {escaped(row.field.capitalize())} {said}{note}"


def _in_its_sentence(phrase: Phrase, differs: bool) -> str:  # noqa: FBT001
    wording = "".join(map(_marked, phrase.pieces))
    if differs and wording.count("**") == 0:
        # Where no stretch of the two is alike, all of the wording is the difference.
        wording = _marked(Piece(phrase.text, differs=True))
    return _apart(phrase.before) + wording + _apart(phrase.after)


def _apart(text: str) -> str:
    """Escaped, with the white space that parts it from what stands beside it."""
    inner = escaped(text)
    return " " * text[:1].isspace() + inner + " " * (bool(inner) and text[-1:].isspace())


def _marked(piece: Piece) -> str:
    """Bold from its first letter or digit to its last: asterisks beside other signs are no mark in every place."""
    text = piece.text
    lettered = [place for place, char in enumerate(text) if unicodedata.category(char)[0] in "LMN"]
    if not piece.differs or not lettered:
        return _apart(text)
    first, last = lettered[0], lettered[-1] + 1
    return f"{_apart(text[:first])}**{escaped(text[first:last])}**{_apart(text[last:])}"


def _tellers(saying: Saying) -> str:
    stories = ", ".join(_name(story.name) for story in saying.stories)
    return f"{stories} (≠ {words()['sentences']['odd']})" if saying.odd else stories


def _name(name: str) -> str:
    """As code, in which nothing is markup, fenced by more accents than stand in it."""
    text = one_line(name)
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    room = " " * (text[:1] in "` " or text[-1:] in "` ")
    return f"{fence}{room}{text}{room}{fence}"
