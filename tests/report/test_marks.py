"""Which characters differ."""

from __future__ import annotations

import pytest

from checker.report.marks import marked


def shown(text: str, *others: str) -> str:
    return "".join(f"[{piece.text}]" if piece.differs else piece.text for piece in marked(text, others, 0.5))


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("Takaichi", "Takaiichi", "Takaichi"),
        ("Takaiichi", "Takaichi", "Takai[i]chi"),
        ("Shinjiro Kiyozumi", "Shinjiro Koizumi", "Shinjiro Ki[yo]zumi"),
        ("surface-to-air", "ground-to-air", "[surface]-to-air"),
        ("14 people", "16", "[14] people"),
        ("5.6", "5.9", "[5.6]"),
        ("2,450 tonnes", "2,540 tonnes", "2,4[5]0 tonnes"),
        ("Ms Lindqvist", "Marta Lindquist", "Ms Lindq[v]ist"),
        ("former minister", "minister", "[former ]minister"),
        ("will not go", "will go", "will [not ]go"),
        ("agreed", "refused", "[agreed]"),
        ("Zoë", "Zoe", "Zo[ë]"),
    ],
)
def test_marks(text: str, other: str, expected: str) -> None:
    assert shown(text, other) == expected


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Koizumi", []),
        ("Koizumi", ["Koizumi"]),
        ("KOIZUMI", ["Koizumi"]),
        ("late on March 3", ["Tuesday night"]),
        ("", ["x"]),
        ("a  b", ["a b"]),
    ],
)
def test_marks_nothing(text: str, others: list[str]) -> None:
    assert shown(text, *others) == text


def test_the_most_similar_wording_is_the_measure() -> None:
    assert shown("Kiyozumi", "the minister", "Koizumi", "Shinjiro Koizumi") == "Ki[yo]zumi"


def test_letters_are_not_torn_from_their_signs() -> None:
    assert shown("मोदी", "मोदि") == "[मोदी]"
