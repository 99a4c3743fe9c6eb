"""The texts of an event side by side, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.report.aligned import align
from checker.report.view import Line, Margin, Sentence, Text
from checker.report.wording import words


def beside(texts: Sequence[Text]) -> Iterator[Line]:
    """Lines of sentences that stand beside one another; none for one text or too many.

    The longest text gives the lines, what tells the same in the others stands beside it.
    """
    if not 1 < len(texts) <= words()["most_beside"]:
        return
    split = [[sentence for paragraph in text.paragraphs for sentence in paragraph.sentences] for text in texts]
    base = max(range(len(texts)), key=lambda at: (len(split[at]), -at))
    if not split[base]:
        return
    said = [[_text(sentence) for sentence in own] for own in split]
    links = [[_links(sentence) for sentence in own] for own in split]
    rows: list[list[list[Sentence]]] = [[[] for _ in texts] for _ in split[base]]
    for at, own in enumerate(split):
        places = range(len(own)) if at == base else align(said[base], said[at], links[base], links[at])
        for place, sentence in zip(places, own, strict=True):
            rows[place][at].append(sentence)
    for row in rows:
        margin: dict[int, Margin] = {}
        for note in (note for cell in row for sentence in cell for note in sentence.margin):
            margin.setdefault(note.number, note)
        yield Line(tuple(tuple(cell) for cell in row), tuple(margin.values()))


def _text(sentence: Sentence) -> str:
    return "".join(segment.text for stretch in sentence.stretches for segment in stretch.segments)


def _links(sentence: Sentence) -> frozenset[str]:
    """The rows that a sentence leads to; headlines belong together as if they led to one."""
    rows = {segment.href for stretch in sentence.stretches for segment in stretch.segments if segment.href}
    return frozenset(rows | ({"headline"} if sentence.headline else set()))
