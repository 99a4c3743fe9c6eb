"""A whole with its share or its parts, said in one breath: `12 of the 40 members (30 percent)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from checker.grammar.patterns import either
from checker.model import Amount, AnyClaim, Difference
from checker.pair import Row

_HUNDRED = 100
_PERCENT = "percent"
_END = re.compile(r"\s*(?:[).;:,\u2013\u2014]|-\s|\Z|\n)")


def wholes(text: str, claims: Sequence[AnyClaim], words: Mapping[str, Any]) -> Iterator[Row]:
    """The rows in which a share or the parts of a whole do not work out.

    Args:
        text: the story, as read.
        claims: its claims, by position.
        words: the tables of `rules/inside.toml`.
    """
    figures = [claim for claim in claims if claim.field in ("count", _PERCENT) and isinstance(claim.value, Amount)]
    shares, lists = _Shares(text, words), _Lists(text, words)
    for place, claim in enumerate(figures):
        row = shares.row(figures[max(0, place - 2) : place], claim) or lists.row(claim, figures[place + 1 :])
        if row:
            yield row


class _Shares:
    """`12 of the 40 members, or 45 percent,`: the share that is stated against the one that it is."""

    def __init__(self, text: str, words: Mapping[str, Any]) -> None:
        table = words["share"]
        self._text = text
        self._of = re.compile(rf" (?:{either(table['of'])}) ")
        self._or = re.compile(rf"[^\d,.;:()\n]{{0,60}}(?:{either(table['or'])})")
        self._loose = Decimal(str(table["loose"]))
        self._exact_below: int = table["exact_below"]
        self._about = Decimal(str(table["about"]))

    def row(self, before: Sequence[AnyClaim], claim: AnyClaim) -> Row | None:
        """The row of a share of something, where the two figures before it say another."""
        if not (before and _is_share(claim) and self._follows(before[-1], claim) and _END.match(self._text, claim.end)):
            return None
        whole = before[-1]
        if 0 < whole.value.amount < 1 and _is_exact(whole.value):
            span = [share * _HUNDRED for share in (whole.value.amount, whole.value.amount)]
            low, high, told = span[0] - self._loose, span[1] + self._loose, [whole]
        elif len(before) > 1 and self._is_part(before[-2], whole):
            low, high, told = *self._span(before[-2].value, whole.value), [before[-2], whole]
        else:
            return None
        slack = min(claim.value.precision, Decimal(1)) + (self._about * claim.value.amount if claim.value.about else 0)
        if low - slack <= claim.value.amount <= high + slack:
            return None
        share = f"{(low + high) / 2:.0f}"
        return Row(_PERCENT, (claim, *told), "a share and its figures", inside=True, difference=_miss("share", share))

    def _follows(self, whole: AnyClaim, share: AnyClaim) -> bool:
        return whole.field == "count" and bool(self._or.fullmatch(self._text, whole.end, share.start))

    def _is_part(self, part: AnyClaim, whole: AnyClaim) -> bool:
        """`12 of the 40 members`, both exact."""
        return (
            part.field == whole.field
            and bool(self._of.fullmatch(self._text, part.end, whole.start))
            and _is_exact(part.value)
            and _is_exact(whole.value)
            and 0 < part.value.amount <= whole.value.amount
        )

    def _span(self, part: Amount, whole: Amount) -> tuple[Decimal, Decimal]:
        """The least and the largest share in percent, each figure rounded as it is; seven of ten may be 68 percent."""
        more, many = self._half(part), self._half(whole) if whole.amount >= self._exact_below else Decimal(0)
        low, high = part.amount - more, part.amount + more
        return _HUNDRED * low / (whole.amount + many), _HUNDRED * high / (whole.amount - many)

    def _half(self, amount: Amount) -> Decimal:
        return (amount.precision if amount.amount >= self._exact_below else Decimal(1)) / 2


class _Lists:
    """`30 people (12 women, nine men and five children)`: the whole against the sum of its parts."""

    def __init__(self, text: str, words: Mapping[str, Any]) -> None:
        table = words["parts"]
        self._text = text
        self._opens = re.compile(rf"(?:{either(table['opens'])})")
        self._all = re.compile(rf"(?:{either(table['says_all'])})")
        self._joins = re.compile(rf"(?:{either(table['joins'])})")
        self._last = frozenset(table["last"])
        self._kinds = [frozenset(kinds) for kinds in table["kinds"]]

    def row(self, whole: AnyClaim, behind: Sequence[AnyClaim]) -> Row | None:
        """The row of a whole, where the parts listed right behind it are more, or fewer although they are all."""
        parts = self._listed(behind)
        if len(parts) < 2 or not all(_is_whole(claim.value) for claim in (whole, *parts)):  # noqa: PLR2004 - parts
            return None
        says_all = self._all.fullmatch(self._text, whole.end, parts[0].start)
        opens = self._opens.fullmatch(self._text, whole.end, parts[0].start)
        made = sum((part.value.amount for part in parts), Decimal(0))
        apart = any({part.value.of for part in parts} <= kinds for kinds in self._kinds)
        wrong = made != whole.value.amount if says_all else bool(opens and apart) and made > whole.value.amount
        if not wrong:
            return None
        return Row(
            "count", (whole, *parts), "a whole and its parts", inside=True, difference=_miss("listed", f"{made:f}")
        )

    def _listed(self, claims: Sequence[AnyClaim]) -> list[AnyClaim]:
        """The claims up to the one behind the `and` that ends a list; none where it goes on or ends otherwise."""
        for place, (left, right) in enumerate(pairwise(claims)):
            between = self._text[left.end : right.start]
            if not self._joins.fullmatch(between):
                return []
            if between in self._last:
                return list(claims[: place + 2]) if _END.match(self._text, right.end) else []
        return []


def _miss(name: str, made: str) -> Difference:
    return Difference(name, detail={"made": made})


def _is_share(claim: AnyClaim) -> bool:
    value = claim.value
    bounded = value.at_least or value.at_most or value.amount_to is not None
    return claim.field == _PERCENT and value.unit == _PERCENT and not bounded


def _is_exact(value: Amount) -> bool:
    return not (value.at_least or value.at_most or value.about or value.amount_to is not None)


def _is_whole(value: Amount) -> bool:
    return _is_exact(value) and value.of is not None and value.amount == value.amount.to_integral_value()
