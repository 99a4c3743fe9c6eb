"""Dates and hours by elimination: what either story tells and the other lacks may be two accounts of one moment.

Most dates of two stories on one event agree. Of those that are left over, two are set against each other where what
happens then, the words around and their place in the stories speak for it: each is measured here, and weighed by
`[leftover]` in the rules of the field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from math import exp, log
from typing import Any

from checker.happening import UNLISTED
from checker.model import DATELINE, AnyClaim, Clock, Difference, Happening, Interval
from checker.moments import compared_names, is_one_kind
from checker.slots import overlap

_NOTHING = Happening("")


class Elimination:
    """What two moments of an event have in common.

    Args:
        claims: all dates, or all hours, of the stories.
        words: the tables of the field's rules, `happening` among them.
    """

    def __init__(self, claims: Sequence[AnyClaim], words: Mapping[str, Any]) -> None:
        self._kinds: Mapping[str, Any] = words["happening"]["kind"]
        self._owner_match: float = words["happening"]["owner_match"]
        self._settings: Mapping[str, Any] = words["elimination"]
        self._weights: Mapping[str, float] = words["leftover"]
        self._said = frozenset(self._settings["saying"])
        counts = Counter(word for claim in claims for word in claim.about.near | claim.about.around)
        self._rarity = {word: log((len(claims) + 1) / count) / log(len(claims) + 2) for word, count in counts.items()}
        self._first: dict[str, str] = {}
        for claim in sorted(claims, key=lambda c: c.start):
            if shape(claim) == "day" and claim.about.thing not in self._said and _happening(claim).tense != "future":
                self._first.setdefault(claim.story, repr(claim.value))

    def likelihood(self, measured: Mapping[str, float]) -> float:
        """0 to 1; 0 where something that is known of both is at odds."""
        if any(measured[name] for name in self._settings["veto"]):
            return 0.0
        total = self._weights["start"] + sum(self._weights.get(n, 0.0) * size for n, size in measured.items() if size)
        return 1 / (1 + exp(-total))

    def measures(
        self, left: Sequence[AnyClaim], right: Sequence[AnyClaim], alike: float, difference: Difference
    ) -> dict[str, float]:
        """What the two have in common and what sets them apart, by the names of `[leftover]`.

        Args:
            left: the mentions of a moment in one story.
            right: those of another in the other story.
            alike: the likeness of their sentences.
            difference: of their values.
        """
        pairs = [(_happening(a), _happening(b)) for a, b in product(left, right)]
        names = [compared_names(a.names, b.names, self._owner_match) for a, b in pairs]
        said = sum(all(claim.about.thing in self._said for claim in side) for side in (left, right))
        near, around = _words(left, "near"), _words(left, "around")
        other_near, other_around = _words(right, "near"), _words(right, "around")
        measured: dict[str, float] = {
            "kind": any(self._are_one_kind(a, b) for a, b in pairs),
            "verb": any(a.kind == b.kind and a.kind.startswith(UNLISTED) for a, b in pairs),
            "kinds_differ": all(self._are_other_kinds(a, b) for a, b in pairs),
            "names": any(shared for shared, _ in names),
            "names_differ": all(apart and not shared for shared, apart in names),
            "nouns": any(a.nouns & b.nouns for a, b in pairs),
            "objects": any(a.objects & b.objects for a, b in pairs),
            "near": self._shared(near & other_near),
            "cross": self._shared((near & other_around) | (around & other_near)),
            "around": self._shared(around & other_around),
            "strange": bool(near and other_near)
            and not (near & (other_near | other_around) or other_near & around or around & other_around),
            "context": max(overlap(a.about.context, b.about.context) for a, b in product(left, right)),
            "sentence": alike,
            "ahead": any(a.tense == b.tense == "future" for a, b in pairs),
            "tenses_differ": all({a.tense, b.tense} == {"past", "future"} for a, b in pairs),
            "relations_differ": all(a.relation != b.relation for a, b in pairs),
            "lead": any(a.lead and b.lead for a, b in pairs),
            "said": said == 2,  # noqa: PLR2004 - both
            "one_said": said == 1,
            "main": all(self._first.get(side[0].story) == repr(side[0].value) for side in (left, right)),
            "weekday": all(getattr(side[0].value, "stated", "") == "weekday" for side in (left, right)),
            "month": shape(left[0]) == "month",
            "year": shape(left[0]) == "year",
            "adjacent": shape(left[0]) == "day" and difference.size == 1,
            "apart": self._apart(left[0], difference),
        }
        measured["bare"] = not any(measured[name] for name in self._settings["ties"])
        return measured

    def _are_one_kind(self, left: Happening, right: Happening) -> bool:
        listed = left.kind and right.kind and UNLISTED not in left.kind + right.kind
        return bool(listed) and is_one_kind(left, right, self._kinds)

    def _are_other_kinds(self, left: Happening, right: Happening) -> bool:
        listed = left.kind and right.kind and UNLISTED not in left.kind + right.kind
        return bool(listed) and not is_one_kind(left, right, self._kinds)

    def _shared(self, words: frozenset[str]) -> float:
        """What shared words tell: the rarer and the more, the more."""
        return 1 - exp(-self._settings["steep"] * sum(self._rarity[word] for word in words)) if words else 0.0

    def _apart(self, claim: AnyClaim, difference: Difference) -> float:
        """How far apart they are, as a share of what would be far for such moments."""
        far: float = self._settings["far"][shape(claim)]
        return min(1.0, difference.size / far)


def shape(claim: AnyClaim) -> str:
    """How exactly a moment is told: only what is told alike can be told otherwise."""
    value = claim.value
    if claim.about.status == DATELINE:
        return ""
    if isinstance(value, Clock):
        return "hour"
    if not isinstance(value, Interval):
        return ""
    if value.stated == "relative":
        placed = value.start and value.end
        return "day" if placed and (value.end - value.start).days == 1 else ""  # type: ignore[operator]
    return {"day": "day", "weekday": "day", "month": "month", "year": "year"}.get(value.stated, "")


def _happening(claim: AnyClaim) -> Happening:
    return claim.about.happening or _NOTHING


def _words(claims: Sequence[AnyClaim], name: str) -> frozenset[str]:
    empty: frozenset[str] = frozenset()
    return empty.union(*(getattr(claim.about, name) for claim in claims))
