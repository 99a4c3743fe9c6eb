"""A report made by hand: every verdict, spans that overlap, and text that means harm. All stories are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256

from checker.model import (
    Amount,
    AnyClaim,
    Aside,
    Claim,
    Comparison,
    Event,
    Name,
    Report,
    Severity,
    Side,
    Story,
    Value,
    Verdict,
    Wording,
)

HERALD = Story(
    name="herald.txt",
    title="Fire in the port of Veldhaven kills 14",
    published=date(2026, 3, 4),
    dateline="VELDHAVEN",
    text="""\
Fire in the port of Veldhaven kills 14

By Ines Falk

VELDHAVEN, March 4 (Herald) - A fire that broke out in a grain store in the port of Veldhaven on Tuesday night has \
killed 14 people, the interior minister, Marta Lindqvist, said on Wednesday.

Lindqvist said that another 31 people were being treated for burns and smoke. About 1,000 tonnes of maize burnt for \
nine hours before the crews of four fire boats could put it out.

"We will not rebuild this store in the middle of a town," Lindqvist told reporters. The port agreed to move its \
surface-to-air crane, as the dockers call the loading bridge, by the end of the year.

The owner, Nordkorn AG, said that the damage came to 9 million euros. Its shares fell 4 percent.

The union of dock workers welcomed the decision. A ferry line to Osterby was closed until noon.

READ ALSO: Ten recipes for a rainy day that your children will
""",
    set_aside=(),
)

COURIER = Story(
    name="courier-morning-edition.html",
    title="Port blaze: minister rules out rebuilding",
    published=date(2026, 3, 5),
    dateline="VELDHAVEN",
    text="""\
Port blaze: minister rules out rebuilding

Photo: the burnt store, seen from the harbour. Courier/Pool

The toll of the fire in Veldhaven's grain port has risen to 16, Interior Minister Marta Lindquist said on Thursday.

Thirty-one people were hurt. The fire broke out late on March 3 and burnt for nine hours; some 1,000 metric tons of \
maize were lost.

"We will not rebuild this store in the middle of a town," the minister said. The port refused to move its \
ground-to-air crane before the end of the year.

Nordkorn, which owns the store, put the damage at just under $10 million, and its shares lost 4 per cent. A spokesman \
for Nordkorn, Piet Aalders, said that the cause was not known.

© Courier Media. All rights reserved.
""",
)

HOSTILE = Story(
    name='<b>"wire" & co.</b>',
    title="</title><script>alert('title')</script>",
    published=None,
    text="""\
</title><script>alert('title')</script>

The interior minister, Marta Lindqvist, said <script>alert(1)</script> that 14 people had died in the fire at the port \
of Veldhaven. </style><style>body{display:none}</style> {{7*7}} {% raw %} ${7*7} <img src=x onerror=alert(2)>

Escape \x1b[31mred\x1b[0m and \x9b31m, null \x00, delete \x7f, bell \x07. An override: \u202etxt.exe\u202c and \
\u2066isolate\u2069.

"We won't rebuild this store in the middle of a town," Ms Lindqvist said, "&lt;not here&gt;" -->

وقالت الوزيرة مارتا ليندكفيست إن أربعة عشر شخصا لقوا حتفهم في الحريق.

港の火災で十四人が死亡したと内務大臣が述べた。

javascript:alert(3) http://example.invalid/pixel.gif
""",
)

GRANARY = tuple(
    Story(
        name=f"agency-{number}",
        title="Tremor shakes Kolm valley" if number == 1 else None,
        published=date(2026, 5, 10 + number // 4),
        text=f"""\
Tremor shakes Kolm valley

A tremor of magnitude {"5.9" if number == 5 else "5.6"} shook the Kolm valley at dawn, the survey said. Mayor \
{"Tomas Brandl" if number in (2, 6) else "Thomas Brandl"} said that nobody was hurt and that \
{number + 20} chimneys fell.
""",
    )
    for number in range(1, 8)
)

ALONE = Story(
    name="chess.txt", title="Veterans' chess cup goes to Lund", published=date(2026, 3, 4), text="Lund won it.\n"
)

_FINE = Name("")


def claim(story: Story, field: str, text: str, nth: int = 0, value: Value = _FINE) -> AnyClaim:
    """The nth mention of a text in a story, as a claim."""
    start = -1
    for _ in range(nth + 1):
        start = story.text.index(text, start + 1)
    return Claim(field, story.name, start, start + len(text), text, value)


def row(
    verdict: Verdict, severity: Severity, reason: str, message: str, *groups: list[AnyClaim], evidence: str = ""
) -> Comparison:
    """A comparison whose groups are these lists of claims."""
    sides = [Side(claim, group) for group, claims in enumerate(groups) for claim in claims]
    sides.sort(key=lambda side: (side.claim.story, side.claim.start))
    field = sides[0].claim.field
    return Comparison(
        field=field,
        verdict=verdict,
        reason=reason,
        rule="" if reason == "same" else f"{field}.{reason}",
        severity=severity,
        message=message,
        evidence=evidence,
        sides=tuple(sides),
        fingerprint=sha256(
            "|".join([field, reason, *(side.claim.text for side in sides)]).encode("utf-8", "replace")
        ).hexdigest()[:16],
    )


def with_asides(story: Story, **passages: str) -> Story:
    """The story with these passages set aside, the keyword being the reason."""
    asides = [
        Aside(story.text.index(text), story.text.index(text) + len(text), reason.replace("_", " "))
        for reason, text in passages.items()
    ]
    return Story(
        story.name,
        story.text,
        story.title,
        story.published,
        story.dateline,
        story.language,
        tuple(sorted(asides, key=lambda aside: aside.start)),
    )


def sample() -> Report:
    """Two events, eleven stories."""
    h, c, x = HERALD, COURIER, HOSTILE
    quote = '"We will not rebuild this store in the middle of a town,"'
    port = (
        row(
            "update", "note", "running-figure",
            "A later story gives a higher toll: 16 on 5 March, 14 on 4 March.",
            [
                claim(h, "count", "14 people", value=Amount(Decimal(14), of="deaths")),
                claim(h, "count", "14"), claim(x, "count", "14 people"),
            ],
            [claim(c, "count", "16")],
            evidence="both tell of deaths",
        ),
        row(
            "variant", "error", "near-miss",
            "“Marta Lindqvist” and “Marta Lindquist” hold the same office and sound alike: one name, "
            "spelled in two ways.",
            [
                claim(h, "person", "Marta Lindqvist", value=Name("Marta Lindqvist")),
                claim(h, "person", "Lindqvist", 1), claim(h, "person", "Lindqvist", 2),
                claim(x, "person", "Marta Lindqvist"), claim(x, "person", "Ms Lindqvist"),
            ],
            [claim(c, "person", "Marta Lindquist")],
            evidence="same office (interior minister), same sentence",
        ),
        row(
            "conflict", "error", "opposite",
            "One story says that the port agreed, another that it refused.",
            [claim(h, "polarity", "agreed to move", value=Wording(("agree", "move"), "agree"))],
            [claim(c, "polarity", "refused to move")],
            evidence="aligned sentences, same object (crane)",
        ),
        row(
            "variant", "warning", "other-modifier",
            "The same crane is called “surface-to-air” and “ground-to-air”.",
            [claim(h, "item", "surface-to-air crane")], [claim(c, "item", "ground-to-air crane")],
            evidence="same head word (crane)",
        ),
        row(
            "variant", "note", "altered-words",
            "The same speaker is quoted with other words inside the quotation marks.",
            [claim(h, "quote", quote), claim(c, "quote", quote)],
            [claim(x, "quote", '"We won\'t rebuild this store in the middle of a town,"')],
        ),
        row(
            "missing", "warning", "unsupported", "“Piet Aalders” stands in no other story.",
            [claim(c, "person", "Piet Aalders")],
        ),
        row(
            "undecided", "none", "no-dateline",
            "“Tuesday” cannot be placed without the day on which the story appeared.",
            [claim(h, "date", "Tuesday night")], [claim(c, "date", "late on March 3")],
        ),
        row("compatible", "none", "rounding",
            "9 million euros is just under 10 million dollars at any rate of that month.",
            [claim(h, "money", "9 million euros"), claim(c, "money", "just under $10 million")]),
        row("compatible", "none", "unit-name", "Tonnes and metric tons are one unit.",
            [claim(h, "quantity", "About 1,000 tonnes"), claim(c, "quantity", "some 1,000 metric tons")]),
        row("compatible", "none", "title", "A title before the name, or after it.",
            [claim(h, "role", "interior minister, Marta Lindqvist"),
             claim(c, "role", "Interior Minister Marta Lindquist"),
             claim(x, "role", "interior minister, Marta Lindqvist")]),
        row("compatible", "none", "spelled-out", "Thirty-one is 31.",
            [claim(h, "count", "31 people"), claim(c, "count", "Thirty-one people")]),
        row("agree", "none", "same", "", [claim(h, "percent", "4 percent"), claim(c, "percent", "4 per cent")]),
        row("agree", "none", "same", "", [claim(h, "time", "nine hours"), claim(c, "time", "nine hours")]),
        row("agree", "none", "same", "",
            [claim(h, "place", "Veldhaven", 1), claim(c, "place", "Veldhaven"), claim(x, "place", "Veldhaven")]),
    )  # fmt: skip
    first = Event(
        id="port",
        stories=tuple(sorted((h.name, c.name, x.name))),
        comparisons=port,
        one_sided=(
            claim(c, "organisation", "Nordkorn"),
            claim(h, "count", "four fire boats"),
            claim(h, "place", "Osterby"),
            claim(h, "time", "noon"),
            claim(x, "place", "مارتا ليندكفيست"),
            claim(x, "count", "十四人"),
        ),
    )
    valley = (
        row("conflict", "error", "value", "The magnitude is given as 5.6 and 5.9.",
            [claim(story, "quantity", "magnitude 5.6") for story in GRANARY if "5.6" in story.text],
            [claim(GRANARY[4], "quantity", "magnitude 5.9")]),
        row("variant", "warning", "near-miss", "“Thomas Brandl” and “Tomas Brandl”: one name, spelled in two ways.",
            [claim(story, "person", "Thomas Brandl") for story in GRANARY if "Thomas" in story.text],
            [claim(story, "person", "Tomas Brandl") for story in GRANARY if "Tomas" in story.text]),
        row("agree", "none", "same", "", [claim(story, "place", "Kolm valley", 1) for story in GRANARY]),
    )  # fmt: skip
    second = Event(
        "valley", tuple(story.name for story in GRANARY), valley, (claim(GRANARY[0], "count", "21 chimneys"),)
    )
    stories = (
        with_asides(
            h, byline="By Ines Falk",
            teaser_of_another_story="READ ALSO: Ten recipes for a rainy day that your children will",
        ),
        with_asides(
            c, photo_credit="Photo: the burnt store, seen from the harbour. Courier/Pool",
            copyright_line="© Courier Media. All rights reserved.",
        ),
        x, ALONE, *GRANARY,
    )  # fmt: skip
    return Report(
        "cross-source", "en_core_web_sm 3.8.0", tuple(sorted(stories, key=lambda story: story.name)), (second, first)
    )


WHY = {
    "person.near-miss": "A name that sounds the same and is spelled otherwise is the commonest error in copy, "
    "and the one that readers write in about.",
    "count.running-figure": "Tolls rise. A later figure replaces an earlier one; "
    "check which of them the page should carry.",
    "polarity.opposite": "To agree and to refuse cannot both be true of one party and one proposal.",
    "money.rounding": "A figure rounded within its own precision says nothing else than the exact one.",
}
