"""The same units in four formats, with the line on which each text begins. All sentences are invented."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

# An original, its translation, and what another figure or name makes of that.
_SENTENCES = (
    (
        "The harbour of Veldhaven handled {n} ships in the spring.",
        "Im Hafen von Veldhaven wurden im Frühjahr {n} Schiffe abgefertigt.",
    ),
    ("The council spent {n} euros on the bridge & its road.", "Der Rat gab {n} Euro für die Brücke & ihre Straße aus."),
    ('Anna Brandt said "{n} people" were at the fair.', 'Anna Brandt sprach von „{n} Menschen" auf der Messe.'),
    ("The storm cut power to {n} homes near Tarnow.", "Der Sturm kappte den Strom für {n} Häuser bei Tarnow."),
    ("The museum has shown {n} paintings since it opened.", "Das Museum zeigte seit der Eröffnung {n} Gemälde."),
)
# Every so many units one has another figure in its translation.
EVERY = 5


@dataclass(frozen=True)
class Sample:
    """One unit: what it is called, its two texts, and whether they disagree."""

    id: str
    source: str
    target: str
    wrong: bool


@dataclass(frozen=True)
class File:
    """A file: its name, what it holds, and for each unit the lines of its two texts."""

    name: str
    text: str
    lines: tuple[tuple[int, int], ...]


def samples(number: int) -> list[Sample]:
    """So many units."""
    made = []
    for place in range(number):
        english, german = _SENTENCES[place % len(_SENTENCES)]
        figure = 131 + 7 * place
        wrong = place % EVERY == EVERY // 2
        told = figure + 300 if wrong else figure
        made.append(Sample(f"unit-{place}", english.format(n=figure), german.format(n=told), wrong))
    return made


def files(units: list[Sample]) -> list[File]:
    """The units in every format."""
    return [_po(units), _xliff1(units), _xliff2(units), _tmx(units)]


class _Writer:
    """Lines, counted."""

    def __init__(self, *head: str) -> None:
        self._lines = list(head)
        self.places: list[tuple[int, int]] = []

    def add(self, *lines: str) -> int:
        """Add lines; the number of the first of them."""
        self._lines += lines
        return len(self._lines) - len(lines) + 1

    def file(self, name: str, *tail: str) -> File:
        return File(name, "\n".join([*self._lines, *tail, ""]), tuple(self.places))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _halves(text: str) -> tuple[str, str]:
    """Long strings are written on several lines, as gettext does."""
    cut = text.index(" ", len(text) // 2) + 1
    return _quoted(text[:cut]), _quoted(text[cut:])


def _po(units: list[Sample]) -> File:
    head = ('msgid ""', 'msgstr ""', r'"Language: de\n"', r'"Content-Type: text/plain; charset=UTF-8\n"')
    out = _Writer(*head)
    for unit in units:
        out.add("", "#. A sentence of the day's news.", "#: news.c:12", f"msgctxt {_quoted(unit.id)}")
        source = out.add('msgid ""', *_halves(unit.source)) + 1
        target = out.add(f"msgstr {_quoted(unit.target)}")
        out.places.append((source, target))
    return out.file("news.po")


def _xliff1(units: list[Sample]) -> File:
    out = _Writer(
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
        '<file original="news" source-language="en" target-language="de" datatype="plaintext"><body>',
    )
    for unit in units:
        out.add(f'<trans-unit id="{unit.id}">')
        first, rest = unit.source.split(" ", 1)
        source = out.add(f'  <source><g id="1">{escape(first)}</g> {escape(rest)}<x id="2"/></source>')
        target = out.add(f'  <target state="translated">{escape(unit.target)}</target>', "</trans-unit>")
        out.places.append((source, target))
    return out.file("news.xlf", "</body></file></xliff>")


def _xliff2(units: list[Sample]) -> File:
    out = _Writer(
        '<xliff version="2.0" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0">',
        '<file id="f">',
    )
    for unit in units:
        out.add(f'<unit id="{unit.id}"><segment>')
        first, rest = unit.source.split(" ", 1)
        source = out.add(f'<source><pc id="1">{escape(first)}</pc> {escape(rest)}</source>')
        target = out.add(f"<target>{escape(unit.target)}</target>", "</segment></unit>")
        out.places.append((source, target))
    return out.file("news2.xlf", "</file></xliff>")


def _tmx(units: list[Sample]) -> File:
    out = _Writer(
        '<?xml version="1.0"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence"/><body>',
    )
    for unit in units:
        out.add(f'<tu tuid="{unit.id}">')
        source = out.add(f'<tuv xml:lang="en"><seg>{escape(unit.source)}</seg></tuv>')
        target = out.add(f'<tuv xml:lang="de"><seg>{escape(unit.target)}</seg></tuv>', "</tu>")
        out.places.append((source, target))
    return out.file("news.tmx", "</body></tmx>")
