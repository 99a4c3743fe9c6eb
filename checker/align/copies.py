"""Copies of one text, exact and nearly so: they are one source."""

from __future__ import annotations

from checker.align.records import Signature


def are_copies(left: Signature, right: Signature) -> bool:
    """Whether two stories carry one text."""
    return bool(left.sentences) and left.sentences == right.sentences
