"""Totals and their parts: `72 dead` in one story, `39 in one town and 33 in the other` in the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checker.model import Amount, AnyClaim, Difference
from checker.pair import Row

_Key = tuple[str, str, str]


def sums(claims: Mapping[str, Sequence[AnyClaim]]) -> tuple[Row, ...]:
    """Rows in which one story's parts make another's total, or are more than their own story's total.

    Parts are figures for one thing, each tied to a place of its own. That they make less than a total says nothing: a
    story need not name every town.

    Args:
        claims: the claims of each story of an event, by name.
    """
    totals = {name: _totals(told) for name, told in claims.items()}
    parts = {name: _parts(told) for name, told in claims.items()}
    rows: list[Row] = []
    for name in sorted(claims):
        for key, listed in parts[name].items():
            if len(listed) > 1:
                rows.extend(_rows(name, key, listed, totals))
    return tuple(rows)


def _rows(
    name: str, key: _Key, listed: Sequence[AnyClaim], totals: Mapping[str, Mapping[_Key, AnyClaim]]
) -> Iterator[Row]:
    made = sum((claim.value.amount for claim in listed), Decimal(0))
    own = totals[name].get(key)
    if own is not None:
        if made > own.value.amount and _is_exact(own.value):
            yield Row(key[0], (own, *listed), "a total and its parts", inside=True, difference=Difference("parts"))
        return
    same = [totals[other][key] for other in sorted(totals) if other != name and key in totals[other]]
    same = [total for total in same if total.value.amount == made]
    if same:
        yield Row(key[0], (*same, *listed), "the parts make the total", difference=Difference("sum"))


def _key(claim: AnyClaim) -> _Key | None:
    about = claim.about
    counted = isinstance(claim.value, Amount) and claim.value.unit is None and claim.value.currency is None
    return (
        (claim.field, about.thing, about.other_event)
        if counted and about.canonical and about.status == "actual"
        else None
    )


def _totals(claims: Sequence[AnyClaim]) -> dict[_Key, AnyClaim]:
    """The largest figure for each thing that is tied to no place."""
    found: dict[_Key, AnyClaim] = {}
    for claim in claims:
        key = _key(claim)
        if key and not claim.about.scope and (key not in found or claim.value.amount > found[key].value.amount):
            found[key] = claim
    return found


def _parts(claims: Sequence[AnyClaim]) -> dict[_Key, list[AnyClaim]]:
    """The figures for each thing that are tied to places, one for each place."""
    found: dict[_Key, dict[frozenset[str], AnyClaim]] = {}
    for claim in claims:
        key = _key(claim)
        if key and claim.about.scope:
            found.setdefault(key, {}).setdefault(claim.about.scope, claim)
    return {key: list(places.values()) for key, places in found.items()}


def _is_exact(value: Amount) -> bool:
    return not (value.at_least or value.about or value.amount_to)
