"""Gaps in the grammar: evident ones only, whatever good English leaves unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.model import AnyClaim, Comparison, Mode

Rows = Callable[..., list[Comparison]]
Claims = Callable[..., list[AnyClaim]]


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("Said that most of the new cases were younger than sixty.", "subject", "Said"),
        ("Had already won all four races in the spring.", "subject", "Had"),
        ("Is generally thought to be a very safe town.", "subject", "Is"),
        ("Has 800 employees and is one of the largest makers of glass.", "subject", "Has"),
        ("In addition, promised to repair the dam within a year.", "subject", "promised"),
        ("Last year blocked the sale of the two ferries.", "subject", "Last year blocked"),
        ("But if accepts our offer, we will sign on Monday.", "subject", "if accepts"),
        ("Told the reporters that the dam was safe.", "subject", "Told"),
        ("Said sales had risen since the fair in March.", "subject", "Said"),
        ("Consists of three wings and a tower from 1840.", "subject", "Consists"),
        ("In, 305 people found work at the new factory.", "noun", "In,"),
        ("The dam lies about 40 miles south of .", "noun", "of ."),
        ("The ruling of was milder than most had expected.", "noun", "of was"),
        ("The creation of in 1537 changed the trade on the river.", "noun", "of in"),
        ("The ties with the north were cut by, Norland and Sudland in May.", "noun", "by,"),
        ("The talks between and Norland ended without a treaty.", "noun", "between and"),
        ("The has an area of 3,850 square kilometres.", "noun", "The has"),
        ("The will first play two matches in the north.", "noun", "The will"),
        ("Mr. demanded that the dam be repaired at once.", "noun", "Mr. demanded"),
        ("They stood in front of 's house until the morning.", "owner", "'s"),
        ("Earlier, 's lawyer had asked for more time.", "owner", "'s"),
        (", the mayor of the town, opened the bridge on Monday.", "phrase", ", the"),
        ("A woman from the valley,, was taken to hospital.", "phrase", ",,"),
    ],
)
def test_gaps(claims: Claims, text: str, kind: str, at: str) -> None:
    assert [(claim.value.head, claim.text) for claim in claims("gap", text)] == [(kind, at)]


GOOD = [
    # Turned round, asked, told to, and called out.
    '"We will rebuild the bridge," said the mayor of the flooded town.',
    "Said the mayor: we will rebuild the bridge before the winter.",
    "Had the rain lasted longer, the dam would have failed.",
    "Were the dam to fail, the whole valley would be under water.",
    "Is the dam safe enough for the winter that is coming?",
    "Has anybody told the people of the valley about it?",
    "On the hill above the town stood a chapel of white stone.",
    "Among the guests were the two ministers and their wives.",
    "Gone are the days when every village had a school.",
    "Then came the flood, and the bridge was swept away.",
    "Take the ferry from the old harbour and walk up the hill.",
    "Do not drink the water before it has been boiled.",
    "Let them decide what they want to be remembered for.",
    # Verbs in front that have their subject behind them, or share it.
    "Called a liar by his own party, he resigned on Monday.",
    "Returned to power last year, the party has changed its course.",
    "Founded in 1990, the firm has 800 employees in the valley.",
    "Said to be the oldest in the country, the bridge is to be repaired.",
    "Told that the bridge was closed, they turned back at noon.",
    "Looking ahead, the minister expressed hope for a good harvest.",
    "When asked about the dam, the engineer said it was safe.",
    "Reports that the bridge had fallen were false, the mayor said.",
    "The firm builds ferries and has been asked to repair the bridge.",
    "What happened before is history, and what comes after is hope.",
    "As was reported last week, the dam has been leaking for years.",
    "If necessary, the valley will be cleared within two hours.",
    "Although tired, the crew worked on until the morning.",
    # Prepositions that stand at an end.
    "The house he lives in, a small one, was spared by the flood.",
    "The mayor would not say what the two men were being treated for.",
    "It is the sort of treaty that nobody has ever heard of.",
    "She has nothing to be afraid of, and nobody to talk to.",
    "The children were well taken care of, the nurse said.",
    "The crew he was captain of was rescued in the morning.",
    "Two of the missing have now been accounted for.",
    "The lights went on, and the doors were opened from within.",
    "Their love for, and knowledge of, the river helped the crew.",
    "The mayor stood on the bridge with, among others, the two ministers.",
    "As time went by, fewer people asked what it was good for.",
    "From then on, the ferry ran only twice a day.",
    "The soldiers moved in, and the town gave up.",
    "It was referred to by the mayor as a gift to the town.",
    "She was thought of in the valley as a saint.",
    "The rules that they are bound by are older than the town.",
    "A boat of at least ten metres is needed for the trip.",
    "Examples of on-site work are repairs and cleaning.",
    "The dog ran up to within a metre of the gate.",
    "The ferries run to and from the island, and between the two ports.",
    "The storm hurt both and killed a third, the mayor said.",
    "They argued for and against the plan until midnight.",
    # Articles, owners, marks.
    "The will of the people must be done, the minister said.",
    "The above is true of the whole valley and of the coast.",
    "In the '90s the town's only school was closed.",
    "The ministers' wives and the mayor's came by ferry.",
    "Well, it's what they're there for, the nurse said.",
    "The firm, Norland Inc., was sold in May to a rival.",
    "Mr. van Doren asked for more time, and Dr. de la Cruz agreed.",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_english_has_none(claims: Claims, text: str) -> None:
    assert claims("gap", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gone too soon.",
        "Based in Rome",
        "Was born in a small town, and never left it\n\nThe mayor died on Monday.",
        '"Couldn\'t have asked for a better start to the season."',
        "Wurde im Jahre 1946 in der Stadt geboren und hat sie nie verlassen.",
    ],
)
def test_scraps_have_none(claims: Claims, text: str) -> None:
    assert claims("gap", text) == []


def test_another_language_is_left_alone(claims: Claims) -> None:
    assert claims("gap", "Dans la ville de , les gens attendent depuis hier.", language="fr") == []


LEFT = "Alma Reyes said that the harbour had been closed since Monday."
RIGHT = "Said that the harbour had been closed since Monday."


def test_a_gap_of_the_translation_has_one_side(rows: Rows) -> None:
    found = rows("gap", LEFT, RIGHT, "translation")
    assert [(row.rule, [side.claim.text for side in row.sides]) for row in found] == [("gap.missing", ["Said"])]


@pytest.mark.parametrize("mode", ["draft", "cross-source"])
def test_a_style_of_outlets(rows: Rows, mode: Mode) -> None:
    assert rows("gap", LEFT, RIGHT, mode) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (RIGHT, RIGHT),
        (RIGHT, "Said the harbour had been shut since Monday."),
        (
            "Has opened the harbour again. Has 800 ships to clear.",
            "Has now opened the harbour. Has 800 ships to clear.",
        ),
    ],
)
def test_what_both_leave_out_is_style(rows: Rows, left: str, right: str) -> None:
    assert rows("gap", left, right, "translation") == []


def test_a_guess_is_a_name_where_the_translation_has_a_gap(rows: Rows) -> None:
    left = "But if Liberty accepts our unfair offer, we will sign the treaty on Monday."
    right = "But if accepts our unfair offer, we will sign the treaty on Monday."
    assert [[side.claim.text for side in row.sides] for row in rows("organisation", left, right, "translation")] == [
        ["Liberty"]
    ]
    whole = "But if it accepts our unfair offer, we will sign the treaty on Monday."
    assert rows("organisation", left, whole, "translation") == []


def test_a_gap_elsewhere_makes_no_name_of_a_guess(rows: Rows) -> None:
    left = "But if Liberty accepts our unfair offer, we will sign the treaty on Monday.\n\nThe dam lies south of Rome."
    right = "But if it accepts our unfair offer, we will sign the treaty on Monday.\n\nThe dam lies south of ."
    assert rows("organisation", left, right, "translation") == []
