"""An act as a story tells it: who did it, to what, and what was said beside it; and how surely two tell the same one.

It is carried in the context of its claim, each word behind a sign, so that two claims are compared without their
stories. A name is `=kind=name`, any other word a stem.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import product
from typing import Any

from checker.names import match

_SIGNS = {
    "who": "<",
    "what": ">",
    "detail": "+",
    "qualities": "%",
    "where": "^",
    "figures": "#",
    "times": "@",
    "speaker": "~",
}
NAME, NOUN, OPEN, APART = 2, 1, 0, -1
# Stands with every noun for people, and alone for nobody.
ANYONE = "anyone"
# Somebody, and nobody knows who: a pronoun that points to nothing.
UNKNOWN = "?"
# Among the details: the story tells no other such act.
ONLY = "only one"
# The same of the nouns that it is done by or to.
ALONE = "alone "
_NONE = "None"


@dataclass(frozen=True, slots=True)
class Act:
    """What stands around a predicate.

    Attributes:
        who: names and nouns for the one that does it.
        what: for what it is done to.
        detail: words and names that stand with these two, and in the same clause.
        qualities: `quality.noun`, `preposition quality.noun`, `#number.noun`: what kind of a thing the nouns are.
        where: nouns for what it is done in, at or among, or is a charge of.
        figures: `kind:amount` of its figures.
        times: `start/end/how it is stated` of its dates, or `month-day-weekday/stated` where the day is not known.
        speaker: names and nouns for the one that says so.
    """

    who: frozenset[str] = frozenset()
    what: frozenset[str] = frozenset()
    detail: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()

    def context(self) -> frozenset[str]:
        """All of it as words of a claim's context."""
        return frozenset(sign + one for name, sign in _SIGNS.items() for one in getattr(self, name))

    @property
    def words(self) -> frozenset[str]:
        """Under which acts are found that may be the same: nouns, the last words of names, figures."""
        named = frozenset(one.rpartition("=")[2].rpartition(" ")[2].lower() for one in self.who | self.what)
        return (named | self.figures) - {UNKNOWN}


@lru_cache(maxsize=1 << 14)
def act(context: frozenset[str]) -> Act:
    """The act that a context holds."""
    return Act(*(frozenset(one[1:] for one in context if one[0] == _SIGNS[field.name]) for field in fields(Act)))


@lru_cache(maxsize=1 << 14)
def meet(left: frozenset[str], right: frozenset[str], alike: float) -> int:
    """What two arguments are to each other: one `NAME`, one `NOUN`, `APART`, or `OPEN` when that cannot be known.

    Args:
        left: the names and nouns of the one.
        right: those of the other.
        alike: the likeness from which two names are one.
    """
    names, others = _names(left), _names(right)
    if any(_is_one(a, b, alike) for a, b in product(names, others)):
        return NAME
    nouns, rest = _nouns(left), _nouns(right)
    if {ANYONE} in (left, right):
        return NOUN if nouns & rest else OPEN
    shared = (nouns & rest) - {ANYONE}
    if {kind for kind, _ in names} & {kind for kind, _ in others} or (shared and names and others):
        return APART
    if shared:
        return NOUN
    return APART if nouns and rest and not (names or others) else OPEN


def points(left: Act, right: Act, words: Mapping[str, Any]) -> float:
    """How much two acts share, beside the argument that must agree; see `[evidence]` in `rules/predicate.toml`."""
    total = 0.0
    for one, other in ((left.who, right.who), (left.what, right.what), (left.speaker, right.speaker)):
        found = meet(one, other, words["names"])
        weight = "speaker" if one is left.speaker else "name"
        total += {NAME: words[weight], NOUN: 0.0 if weight == "speaker" else words["noun"]}.get(found, 0.0)
    if min(meet(left.who, right.who, words["names"]), meet(left.what, right.what, words["names"])) >= NOUN:
        total += words["both"]
    if ONLY in left.detail and ONLY in right.detail:
        total += words["only"]
    elif any(_is_alone(one, left, right) for one in left.detail & right.detail):
        total += words["alone"]
    return total + _beside(left.detail, right.detail, words) + _figured(left.figures, right.figures, words)


def are_at_odds(left: Act, right: Act, words: Mapping[str, Any]) -> bool:
    """Whether something shows that they are two acts: of others, on other days, or told by two who disagree."""
    alike = words["names"]
    if any(meet(a, b, alike) == APART for a, b in ((left.who, right.who), (left.what, right.what))):
        return True
    if left.speaker and right.speaker and not _speak_as_one(left.speaker, right.speaker, words):
        return True
    if _is_of_another_kind(left.qualities, right.qualities) or (
        left.where and right.where and not left.where & right.where
    ):
        return True
    return are_of_other_days(left, right, words)


def are_of_other_days(left: Act, right: Act, words: Mapping[str, Any]) -> bool:
    """Both name a day and no day is the same; or one alone names a month or year, that of another act."""
    one, other, coarse = left.times, right.times, words["coarse"]
    if not one or not other:
        return any(time.rpartition("/")[2] in coarse for time in one | other)
    return not any(_overlap(a, b, coarse) for a, b in product(one, other))


def _speak_as_one(left: frozenset[str], right: frozenset[str], words: Mapping[str, Any]) -> bool:
    """Whether two speakers are one, or one may speak for the other: the president of an agency, and the agency."""
    found = meet(left, right, words["names"])
    return found > OPEN or (found == OPEN and bool((left | right) & words["mouths"]))


def are_swapped(left: Act, right: Act, alike: float) -> bool:
    """Whether the one does to the other, by name, what the other does to it in the other story."""
    crossed = meet(left.who, right.what, alike) == meet(left.what, right.who, alike) == NAME
    return crossed and NAME not in (meet(left.who, right.who, alike), meet(left.what, right.what, alike))


def may_be_one(left: frozenset[str], right: frozenset[str], words: Mapping[str, Any]) -> bool:
    """Whether two arguments may well be one: they meet, or one has but a name and the other a noun for such a one."""
    found = meet(left, right, words["names"])
    if found != OPEN:
        return found > OPEN
    named, noun = (left, right) if _names(left) else (right, left)
    kinds = {kind for kind, _ in _names(named)}
    if _nouns(named) - {ANYONE} or _names(noun):
        return False
    return bool(("person" in kinds and ANYONE in noun) or ("organisation" in kinds and noun & words["bodies"]))


def _names(keys: Iterable[str]) -> list[tuple[str, str]]:
    return [(parts[1], parts[2]) for one in sorted(keys) if len(parts := one.split("=", 2)) == 3]  # noqa: PLR2004


def _nouns(keys: Iterable[str]) -> set[str]:
    return {one for one in keys if one[0] != "=" and one != UNKNOWN}


def _is_one(left: tuple[str, str], right: tuple[str, str], alike: float) -> bool:
    if left[1] == right[1]:
        return True
    if left[0] == right[0] == "person":
        return match(left[1], right[1]) >= alike
    one, other = set(left[1].split()), set(right[1].split())
    return one <= other or other <= one


def _beside(left: frozenset[str], right: frozenset[str], words: Mapping[str, Any]) -> float:
    plain = len({one for one in left & right if one[0] != "=" and not one.startswith(ALONE)} - {ANYONE, ONLY})
    total = min(plain * words["detail"], words["most_details"])
    names, others = _names(left), _names(right)
    if any(_is_one(a, b, words["names"]) for a, b in product(names, others)):
        return float(total + words["named"])
    places, rest = [a for a in names if a[0] == "place"], [b for b in others if b[0] == "place"]
    return float(total + (words["apart"] if places and rest else 0.0))


def _is_alone(detail: str, left: Act, right: Act) -> bool:
    """Each has one act of the noun, and they do not say of it, in whatever way, what sets it apart from others."""
    noun = detail.removeprefix(ALONE)
    return noun != detail and not _are_set_apart(noun, left, right)


def _are_set_apart(noun: str, left: Act, right: Act) -> bool:
    """Both say what kind of such a thing it is, in any way, and share no word: net profit, profit from operations."""
    said = [
        {one.partition(".")[0].split()[-1] for one in act.qualities if one.partition(".")[2] == noun and one[0] != "#"}
        for act in (left, right)
    ]
    return bool(said[0] and said[1]) and not said[0] & said[1]


def _figured(left: frozenset[str], right: frozenset[str], words: Mapping[str, Any]) -> float:
    shared = left & right
    if not shared:
        if any(_is_near(a, b, words) for a, b in product(left, right)):
            return float(words["small"])
        kinds = {one.split(":")[0] for one in left} & {one.split(":")[0] for one in right}
        return float(words["clash"]) if kinds & set(words["clashing"]) else 0.0
    telling = any(_is_telling(one, words["small_up_to"]) for one in shared)
    return float(words["figure"] if telling else words["small"])


def _is_near(left: str, right: str, words: Mapping[str, Any]) -> bool:
    """Whether one figure may be the other, rounded."""
    (kind, _, one), (other_kind, _, other) = left.partition(":"), right.partition(":")
    if kind != other_kind or kind not in words["clashing"]:
        return False
    near: float = words["near"]
    return abs(float(one) - float(other)) <= near * max(float(one), float(other))


def _is_telling(figure: str, small: float) -> bool:
    kind, _, amount = figure.partition(":")
    return "." in amount or kind == "money" or float(amount) > small


def are_of_other_kinds(left: Act, right: Act) -> bool:
    """Both say what kind of a thing it is that the act is done to, and not the same: net and operating profit."""
    return any(_are_set_apart(noun, left, right) for noun in left.what & right.what)


def _is_of_another_kind(left: frozenset[str], right: frozenset[str]) -> bool:
    """Both say what kind of a thing a noun is, and not the same: the northern and the southern union."""
    kinds: dict[str, list[set[str]]] = {}
    for side, qualities in enumerate((left, right)):
        for one in qualities:
            quality, _, noun = one.partition(".")
            sign = "#" if quality[0] == "#" else quality.partition(" ")[0] if " " in quality else ""
            kinds.setdefault(f"{sign} {noun}", [set(), set()])[side].add(quality)
    return any(a and b and not a & b for a, b in kinds.values())


def _overlap(left: str, right: str, coarse: Iterable[str]) -> bool:
    (*a, stated), (*b, other) = left.split("/"), right.split("/")
    if len(a) != len(b):
        return stated not in coarse and other not in coarse
    if len(a) == 1:
        known = [pair for pair in zip(a[0].split("-"), b[0].split("-"), strict=True) if _NONE not in pair]
        return all(one == two for one, two in known) if known else stated not in coarse and other not in coarse
    return a[0] < b[1] and b[0] < a[1]
