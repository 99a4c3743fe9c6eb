"""Alike sentences score high, others low, and the order does not matter."""

from __future__ import annotations

import numpy as np

from checker.likeness import likeness

SENTENCES = [
    "The council voted to close the harbour bridge for nine months.",
    "The harbour bridge will be closed for nine months, the council decided.",
    "A trawler sank off the northern coast during the night.",
    "",
]


def test_answers_are_more_alike_than_others() -> None:
    matrix = likeness(SENTENCES)
    assert matrix[0, 1] > 0.4
    assert matrix[0, 2] < 0.2


def test_a_sentence_is_itself_and_the_matrix_symmetric() -> None:
    matrix = likeness(SENTENCES)
    assert np.allclose(matrix, matrix.T, atol=1e-6)
    assert np.allclose(np.diag(matrix)[:3], 1, atol=1e-5)
    assert matrix[3, 0] <= 0.2


def test_the_order_of_the_sentences_does_not_matter() -> None:
    assert np.array_equal(likeness(SENTENCES)[::-1, ::-1], likeness(SENTENCES[::-1]))


def test_case_and_repetition_change_nothing() -> None:
    assert np.array_equal(likeness(SENTENCES), likeness([s.upper().lower() for s in SENTENCES]))
