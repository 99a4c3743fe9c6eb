"""Which event a figure is of."""

from __future__ import annotations

import pytest

from tests.about import Ask


def test_history_is_another_event(ask: Ask) -> None:
    text = "Published: March 3, 2026\nA quake killed 11 people on Monday. In 2003 a quake killed 26,000 people there."
    assert ask(text, "26,000").other_event == "2003"
    assert ask(text, "11").other_event == ""


@pytest.mark.parametrize(
    ("text", "figure", "event"),
    [
        ("Eight years ago 63 people died here.", "63", "ago"),
        ("In 2003 a flood killed 310 people.", "310", "2003"),
        ("A flood that struck in 2003 killed 310 people.", "310", "2003"),
        ("A quake shook Peru. It was felt. Many fled.\nOn Friday 12 people died in a quake in Chile.", "12", "Chile"),
        ("A quake shook Peru. It was felt. Many fled.\nOn Friday 12 people died in the quake in Chile.", "12", ""),
        ("A quake shook Peru. It was felt. Many fled.\nOn Friday 12 people died in a quake in Peru.", "12", ""),
        ("Twelve people died in a quake in Chile.", "Twelve", ""),
        # What is compared with another time, what has lasted until now, and what another verb dates, is of today.
        ("The firm earned $3 million, a tenth more than in March 2025.", "$3 million", ""),
        ("A 6.7-strength quake killed more than 26,000 people in December 2003.", "6.7", "2003"),
        ("The firm earned $3 million in the three months to June.", "$3 million", ""),
        ("Since 1948 she has sold 12 million records.", "12 million", ""),
        ("She sold 12 million records, said the label, which was founded in 1971.", "12 million", ""),
    ],
)
def test_which_event_a_figure_is_of(text: str, figure: str, event: str, ask: Ask) -> None:
    published = "" if event == "ago" else "Published: November 3, 2026\n"
    assert ask(published + text, figure).other_event == event
