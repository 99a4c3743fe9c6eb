"""What a figure is tied to in the grammar, however the sentence is built."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.parsed import Parsed


@pytest.fixture
def near(parsed: Callable[..., Parsed]) -> Callable[[str, str], frozenset[str]]:
    """The canonical words near the figure that holds the given words."""

    def of(text: str, words: str) -> frozenset[str]:
        story = parsed(text)
        start = story.text.index(words)
        return story.about(start, start + len(words)).near

    return of


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        (("The trial of nine weeks ended.", "nine"), ("The seven-week trial ended.", "seven"), "trial"),
        (
            ("They bought 18 transport helicopters.", "18"),
            ("Eight choppers for transport came.", "Eight"),
            "helicopter",
        ),
        (("The fire burned for two days.", "two"), ("The fire had been burning three days.", "three"), "burn"),
        (("A debt of 4.2 million euros was at stake.", "4.2"), ("He owed 3 million euros of debt.", "3"), "debt"),
    ],
)
def test_like_words_are_near(
    left: tuple[str, str], right: tuple[str, str], shared: str, near: Callable[[str, str], frozenset[str]]
) -> None:
    assert shared in near(*left) & near(*right)


@pytest.mark.parametrize(
    ("text", "words", "absent"),
    [
        ("Two men were held while the town counted 30 houses.", "30", "hold"),
        ("The mayor said that 12 shops had closed.", "12", "mayor"),
        ("It cost $3 million; the school has 40 pupils.", "40", "cost"),
    ],
)
def test_words_of_another_clause_are_not(
    text: str, words: str, absent: str, near: Callable[[str, str], frozenset[str]]
) -> None:
    assert absent not in near(text, words)
