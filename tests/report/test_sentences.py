"""Where sentences end, for the layout."""

from __future__ import annotations

import pytest

from checker.report.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One came. Two left.", ["One came.", " Two left."]),
        ("“Go!” He went.", ["“Go!”", " He went."]),
        ("彼は来た。彼女は去った。", ["彼は来た。", "彼女は去った。"]),
        # No sentence ends here.
        ("Mr. Berg of the U.S. Army said so.", ["Mr. Berg of the U.S. Army said so."]),
        ("Gen. Holm came.", ["Gen. Holm came."]),
        ("It rose by 4.5 percent to 3.2 million.", ["It rose by 4.5 percent to 3.2 million."]),
        ("He asked why? and left.", ["He asked why? and left."]),
        ("No full stop", ["No full stop"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == parts


def test_nothing_in_nothing() -> None:
    assert list(sentences("One. Two.", 4, 4)) == []


def test_stays_within_its_part() -> None:
    assert list(sentences("One. Two. Three.", 5, 9)) == [(5, 9)]
