"""How sure a figure is."""

from __future__ import annotations

import pytest

from tests.about import Ask


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("The blast killed 10 people.", "10", "actual"),
        ("As many as 10 people may have died.", "10", "actual"),
        ("A magnitude 6 quake can cause severe damage.", "6", "hypothetical"),
        ("An exit poll gave her 54 percent of the vote.", "54", "poll"),
        ("Analysts expect a profit of $3 billion.", "$3 billion", "forecast"),
        ("Thirty of the 80 wounded remain in hospital.", "Thirty", "part"),
        ("Ten people died on Sunday. Two more victims were found dead.", "Two", "more"),
        ("Some 300 people were injured at first, and another 2,000 people were injured later.", "2,000", "more"),
        ("The storm killed three; another 29 people were injured.", "29", "actual"),
        ("The blast killed 10 and injured dozens more.", "dozens", "actual"),
    ],
)
def test_how_sure_a_figure_is(text: str, figure: str, status: str, ask: Ask) -> None:
    assert ask(text, figure).status == status
