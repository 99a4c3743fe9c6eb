"""Spans that overlap, cut into runs that do not."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checker.report.segments import Span, runs

SPANS = st.builds(
    lambda rank, start, length: Span(rank, start, start + length),
    st.integers(0, 5), st.integers(0, 30), st.integers(0, 12),
)  # fmt: skip


@given(st.lists(SPANS))
def test_every_character_has_its_gravest_span(spans: list[Span]) -> None:
    cut = list(runs(spans))
    assert all(start < end for start, end, _ in cut)
    assert all(before[1] <= after[0] for before, after in pairwise(cut))
    for position in range(45):
        over = [span.rank for span in spans if span.start <= position < span.end]
        here = [span.rank for start, end, span in cut if start <= position < end]
        assert here == ([min(over)] if over else [])


def test_a_graver_span_inside_splits_a_lesser_one() -> None:
    outer, inner = Span(4, 0, 10), Span(1, 3, 5)
    assert list(runs([outer, inner])) == [(0, 3, outer), (3, 5, inner), (5, 10, outer)]


def test_a_lesser_span_inside_does_not_show() -> None:
    assert list(runs([Span(1, 0, 10), Span(4, 3, 5)])) == [(0, 10, Span(1, 0, 10))]
