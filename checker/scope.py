"""Whether a figure tied to a place is the whole or a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Amount, AnyClaim


def settle(claims: Sequence[AnyClaim]) -> list[AnyClaim]:
    """Drop the scope of figures that are the story's own total.

    `39 in London` is a part when the same story counts 72 in all, or 22 in Paris; `232 dead in London` with nothing
    beside it is the toll. Only figures of things in the word lists are settled: of others a place is part of what they
    are.
    """
    return [
        replace(claim, about=replace(claim.about, scope=frozenset())) if _is_whole(claim, claims) else claim
        for claim in claims
    ]


def _is_whole(claim: AnyClaim, claims: Sequence[AnyClaim]) -> bool:
    about = claim.about
    if not (about.canonical and about.scope and isinstance(claim.value, Amount)):
        return False
    for other in claims:
        same = (other.field, other.about.thing, other.about.other_event, other.about.status) == (
            claim.field,
            about.thing,
            about.other_event,
            about.status,
        )
        if not same or other is claim:
            continue
        if other.about.scope and not other.about.scope & about.scope:
            return False
        if not other.about.scope and other.value.amount > claim.value.amount:
            return False
    return True
