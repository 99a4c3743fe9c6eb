"""Where in its file a character of a story stands."""

from __future__ import annotations

import pytest

from checker import Story
from checker.model import Anchor, Origin
from checker.position import position

TEXT = "One\nTwo three\r\n\r\nFour"


@pytest.mark.parametrize(
    ("word", "line", "column"), [("One", 1, 1), ("Two", 2, 1), ("three", 2, 5), ("Four", 4, 1), ("our", 4, 2)]
)
def test_a_file_as_it_stands(word: str, line: int, column: int) -> None:
    story = Story(name="a", text=TEXT, origin=Origin("d/a.txt"))
    assert position(story, TEXT.index(word)) == ("d/a.txt", line, column)


def test_behind_an_anchor() -> None:
    story = Story(name="a", text="onetwo\nthree", origin=Origin("a.po", (Anchor(0, 7, 9), Anchor(3, 8, 2))))
    places = [position(story, at)[1:] for at in (0, 2, 3, 5, 7)]
    assert places == [(7, 9), (7, 11), (8, 2), (8, 4), (9, 1)]


def test_a_story_of_no_file_and_its_end() -> None:
    assert position(Story(name="a", text="One"), 3) == ("a", 1, 4)
    assert position(Story(name="a", text=""), 0) == ("a", 1, 1)
