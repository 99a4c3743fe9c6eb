"""One person or two: how likely two written names are one person's, and what kind of difference lies between them.

A name becomes words with weights: titles drop out, particles and initials weigh little. The words of two names are
assigned to each other by likeness; words on both sides that nothing answers speak against, words that only one side
has are the longer form of the name. All word lists and weights stand in `rules/names.toml`.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from anyascii import anyascii
from rapidfuzz.distance import OSA, Prefix

from checker.readings import read_name
from checker.resources import shipped_tables
from checker.sounds import likeness, one_family, plain, script

Kind = Literal[
    "title",
    "order",
    "part",
    "diacritics",
    "initial",
    "nickname",
    "transliteration",
    "near-miss",
    "other-given",
    "other",
]
_GRAVITY: tuple[Kind, ...] = get_args(Kind)
_WordKind = Kind | Literal["same"]
_Link = tuple[int, int, _WordKind]
Part = Literal["word", "particle", "initial", "aside", "suffix"]


@dataclass(frozen=True, slots=True)
class NameDifference:
    """How two names differ.

    Attributes:
        name: the kind; of several, the gravest, in the order of `Kind`.
        size: 0 (one person, surely) to 1 (nothing in common): what `match` lacks of 1.
    """

    name: Kind
    size: float


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a name.

    Attributes:
        text: small letters, as written.
        plain: the same without marks, apostrophes and diacritics.
        part: what it is in the name.
        weight: what it counts.
    """

    text: str
    plain: str
    part: Part
    weight: float


_MARKS = str.maketrans(
    dict.fromkeys("’‘ʼʻ`´ʾʿ′׳", "'") | dict.fromkeys("“”„«»״", '"') | dict.fromkeys("‐‑‒–—−·・･．", "-")
)
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.\s?){2,4}")
_BRACKETS = re.compile(r"\(([^()]{2,120})\)")
_TOKEN = re.compile(
    r"""(?P<aside>"[^"]{1,60}"|\([^()]{1,60}\)|(?<![^\s])'[^' ]{1,20}'(?=\s))|(?P<word>[^\s"(),;/_-]+)"""
)


def match(left: str, right: str) -> float:
    """How likely two written names are one person's.

    Symmetric, pure, and bounded in time: of a name, only the first 120 characters and ten words are read.

    Args:
        left: a name in any script, with or without titles, given name or surname first.
        right: another.

    Returns:
        0 (nothing in common) to 1 (the same name).
    """
    if left == right:
        return 1.0
    return _match(left, right) if left < right else _match(right, left)


def compare(left: str, right: str) -> NameDifference | None:
    """What kind of difference lies between two names in Latin letters.

    Args:
        left: a person's name.
        right: another; the order of the two does not matter.

    Returns:
        None when they are equal but for case, spaces, full stops and the form of apostrophes and hyphens.
    """
    return _compared(left, right) if left <= right else _compared(right, left)


def is_given(word: str) -> bool:
    """Whether a word, in the form of `plain`, is known as a given name or a short form of one."""
    return bool(_groups(word))


def same_given(one: str, other: str) -> bool:
    """Whether two words, in the form of `plain`, are known as forms of one given name."""
    return not _groups(one).isdisjoint(_groups(other))


@lru_cache(maxsize=16384)
def _compared(left: str, right: str) -> NameDifference | None:
    if _normal(left) == _normal(right):
        return None
    one, other = (_normal(name).replace(" ", "").replace("'", "") for name in (left, right))
    kind: Kind = "transliteration" if one == other else _kind(_words(left), _words(right))
    return NameDifference(kind, 1.0 - match(left, right))


# --- from a name to words ---


@dataclass(frozen=True, slots=True)
class _Lists:
    """`rules/names.toml`, made ready."""

    titles: frozenset[str]
    names_too: frozenset[str]
    suffixes: Mapping[str, str]
    after: frozenset[str]
    particles: Mapping[str, str]
    article: re.Pattern[str]
    frequent: frozenset[str]
    groups: Mapping[str, frozenset[int]]
    short: int
    heads: re.Pattern[str]
    tails: re.Pattern[str]
    weights: Mapping[str, Any]
    limits: Mapping[str, int]
    near: Mapping[str, float]
    letters: Mapping[int, str]


@cache
def _lists() -> _Lists:
    words = shipped_tables("rules", "names.toml")
    titles, particles, suffixes = words["titles"], words["particles"], words["suffixes"]
    nicknames, cognates = words["nicknames"]["groups"], words["cognates"]["groups"]
    groups: dict[str, set[int]] = {}
    for number, group in enumerate([*nicknames, *cognates]):
        for name in group.split():
            groups.setdefault(name, set()).add(number)
    keep = particles["keep"]
    return _Lists(
        titles=frozenset(title for kind in ("civil", "public", "military", "religious") for title in titles[kind]),
        names_too=frozenset(titles["names_too"]),
        suffixes={word: suffixes["same"].get(word, word) for word in suffixes["words"]},
        after=frozenset(suffixes["after"]),
        particles={word: word for word in particles["words"]} | particles["same"],
        article=re.compile(
            rf"({particles['servant']})?(?:{particles['article']})(\w{{2,}})|({particles['servant']})(\w{{4,}})"
        ),
        frequent=frozenset(words["frequent"]["words"]),
        groups={name: frozenset(numbers) for name, numbers in groups.items()},
        short=len(nicknames),
        heads=re.compile(rf"({'|'.join(particles['heads'])})(\w{{{keep},}})"),
        tails=re.compile(rf"(\w{{{keep},}})({'|'.join(particles['tails'])})"),
        weights=words["weights"],
        limits=words["limits"],
        near=words["near"],
        letters=str.maketrans(words["letters"]),
    )


@lru_cache(maxsize=8192)
def _normal(name: str) -> str:
    """The name without what is no difference at all: case, spaces, full stops (A. J. is AJ), forms of marks."""
    initials = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", _clean(name))
    return " ".join(re.sub(r"[.,\s_-]+", " ", initials.casefold()).split())


def _clean(name: str) -> str:
    longest = _lists().limits["characters"]
    return unicodedata.normalize("NFKC", name[:longest]).translate(_MARKS)[:longest]


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[_Word, ...]:
    """The words of a name that say who it is, in order."""
    lists = _lists()
    text = _clean(name).lower()
    found: list[_Word] = []
    for token in _TOKEN.finditer(text):
        if token["aside"]:
            found.extend(_word(part, aside=True) for part in re.split(r"[\s-]+", token["aside"].strip("\"()'")) if part)
        else:
            found.extend(_word(part) for part in _parts(token["word"]))
    found = [word for word in found if word.plain]
    kept = [word for i, word in enumerate(found) if not _is_title(word.plain, found[i + 1 :])] or found
    return tuple(kept[: lists.limits["words"]])


def _parts(text: str) -> Iterator[str]:
    """A word, or the parts of one that may be written apart."""
    if script(text) == "latin":
        if text.count(".") > 1 or (text.count(".") == 1 and not text.endswith(".")):
            yield from (part for part in text.split(".") if part)
            return
        text = text.rstrip(".")
        if found := _lists().heads.fullmatch(plain(text)) or _lists().tails.fullmatch(plain(text)):
            yield from found.groups()
            return
    elif text not in _lists().particles and (found := _lists().article.fullmatch(text)):
        yield from (part for part in found.groups() if part)
        return
    yield text


def _is_title(word: str, following: list[_Word]) -> bool:
    lists = _lists()
    if word in lists.after:
        return True
    if word not in lists.titles:
        return False
    names = [w for w in following if w.part == "word" and w.plain not in lists.titles]
    return len(names) >= (2 if word in lists.names_too else 1)


def _word(text: str, *, aside: bool = False) -> _Word:
    bare = plain(text)
    part: Part = "aside" if aside else _part(bare)
    lists = _lists()
    weight = lists.weights.get(part, 1.0)
    if part == "suffix":
        bare = lists.suffixes[bare]
    elif part == "particle":
        bare = lists.particles[bare]
    elif part == "word" and bare in lists.frequent:
        weight = lists.weights["frequent"]
    elif part == "word" and bare.endswith(tuple(lists.weights["patronymic_ends"])):
        weight = lists.weights["patronymic"]
    return _Word(text if script(text) == "latin" else bare, bare, part, weight)


def _part(bare: str) -> Part:
    lists = _lists()
    if bare in lists.suffixes:
        return "suffix"
    if bare in lists.particles:
        return "particle"
    if len(bare) == 1 and script(bare) in ("latin", "cyrillic", "greek"):
        return "initial"
    return "word"


def _spelled_out(word: _Word) -> str:
    """The word with the letters that English has not in two letters: Köhler is Koehler."""
    return (
        word.plain
        if word.text.isascii()
        else plain(unicodedata.normalize("NFC", word.text).translate(_lists().letters))
    )


# --- how alike ---


@lru_cache(maxsize=8192)
def _groups(bare: str) -> frozenset[int]:
    """The lists of forms of one name in which a word stands; Cyrillic and Greek are looked up as they are read."""
    if script(bare) in ("cyrillic", "greek"):
        bare = plain(anyascii(bare))
    return _lists().groups.get(bare, frozenset())


@lru_cache(maxsize=65536)
def _alike(one: _Word, two: _Word) -> float:
    """How alike two words are, 0 to 1, by any of the ways in which one name is written as two words."""
    if one.plain == two.plain:
        return 1.0
    lists = _lists()
    if "suffix" in (one.part, two.part):
        return 0.0
    if _spelled_out(one) == _spelled_out(two):
        return 1.0
    if one.part == "initial" or two.part == "initial":
        return lists.weights["initial_like"] if one.plain[:1] == two.plain[:1] and one.part != two.part else 0.0
    if _groups(one.plain) & _groups(two.plain):
        return float(lists.weights["nickname"])
    return likeness(one.text, two.text)


@lru_cache(maxsize=16384)
def _match(left: str, right: str) -> float:
    scripts = {script(left), script(right)}
    foreign = "hanzi" in scripts and len(scripts) > 1
    return max(
        _score(_words(a), _words(b))
        for a in _readings(left, foreign=foreign)
        for b in _readings(right, foreign=foreign)
    )


def _readings(name: str, *, foreign: bool) -> tuple[str, ...]:
    """The name, or the names where brackets hold it in another script; beside one also as a Japanese name is read."""
    found = _BRACKETS.search(name)
    if found and script(found[1]) != script(name):
        return (name[: found.start()], found[1])
    return (name, *read_name(name)) if foreign and script(name) == "hanzi" else (name,)


def _score(a: tuple[_Word, ...], b: tuple[_Word, ...]) -> float:
    if not a or not b:
        return 0.0
    if tuple(w.plain for w in a) == tuple(w.plain for w in b):
        return 1.0
    if _unspaced(b) and len(a) > 1:
        a, b = b, a
    if _unspaced(a) and len(b) > 1:
        syllables = tuple(_word(syllable) for syllable in a[0].text)
        if script(a[0].text) != "hangul" or len(syllables) != len(b):
            return _run_together(a[0].text, b)
        a, b = syllables, tuple(_Word(w.text, w.plain, "word", 1.0) for w in b)
    if len(a) > len(b):
        a = _joined(a, b)
    elif len(b) > len(a):
        b = _joined(b, a)
    return _weighed(a, b)


def _unspaced(words: tuple[_Word, ...]) -> bool:
    """Whether it is one word in a script that is written without spaces, or came without them."""
    return len(words) == 1 and script(words[0].text) in ("hangul", "hanzi", "kana", "hebrew")


def _run_together(text: str, words: tuple[_Word, ...]) -> float:
    """How alike a name without spaces is to one with them, whichever word comes first."""
    texts = [word.text for word in words if word.part != "aside"]
    return _degree(max((likeness(text, " ".join(texts[i:] + texts[:i])) for i in range(len(texts))), default=0.0))


def _degree(alike: float) -> float:
    """What two words share, 0 to 1, by how alike they are: little likeness is none."""
    nothing: float = _lists().weights["nothing"]
    return max(0.0, (alike - nothing) / (1 - nothing))


def _joined(longer: tuple[_Word, ...], shorter: tuple[_Word, ...]) -> tuple[_Word, ...]:
    """The longer name, two neighbours made one where the shorter name writes them so (Gui Qin, Guiqin)."""
    limit = _lists().weights["joined"]
    for i, (one, two) in enumerate(itertools.pairwise(longer)):
        if {one.part, two.part} <= {"word", "particle"}:
            both = _Word(one.text + two.text, one.plain + two.plain, "word", max(one.weight, two.weight))
            for word in shorter:
                if _may_join(both.plain, word) and _alike(both, word) >= limit > max(
                    _alike(one, word), _alike(two, word)
                ):
                    return (*longer[:i], both, *longer[i + 2 :])
    return longer


def _may_join(both: str, word: _Word) -> bool:
    """Whether it is worth while to compare: words of one script share an end, or are listed."""
    if word.part != "word":
        return False
    if _groups(both) & _groups(word.plain):
        return True
    return both[0] == word.plain[0] or both[-1] == word.plain[-1] or script(both) != script(word.plain)


def _weighed(a: tuple[_Word, ...], b: tuple[_Word, ...]) -> float:
    """What the words share, against what only both or one of the names has."""
    weights = _lists().weights
    shared, over_a, over_b = 0.0, sum(w.weight for w in a), sum(w.weight for w in b)
    for i, j, alike in _assign(a, b, _alike):
        degree = _degree(alike)
        weight = min(a[i].weight, b[j].weight)
        shared += weight * degree
        over_a -= weight * degree + (a[i].weight - weight)
        over_b -= weight * degree + (b[j].weight - weight)
    against = min(over_a, over_b)
    left_out = abs(over_a - over_b)
    total = shared + weights["against"] * 2 * against + weights["left_out"] * left_out
    return min(1.0, max(0.0, shared / total)) if total else 0.0


def _assign(
    a: tuple[_Word, ...], b: tuple[_Word, ...], measure: Callable[[_Word, _Word], float]
) -> list[tuple[int, int, float]]:
    """Which word answers which: the most alike first, each word once."""
    nothing = _lists().weights["nothing"]
    pairs = [
        (alike, -abs(i - j), i, j)
        for i, one in enumerate(a)
        for j, two in enumerate(b)
        if (alike := measure(one, two)) > nothing
    ]
    pairs.sort(key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    chosen: list[tuple[int, int, float]] = []
    for alike, _, i, j in pairs:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            chosen.append((i, j, alike))
    return chosen


# --- what kind of difference ---


def _kind(a: tuple[_Word, ...], b: tuple[_Word, ...]) -> Kind:
    if not a or not b:
        return "other"
    if len(a) != len(b):
        a, b = (_joined(a, b), b) if len(a) > len(b) else (a, _joined(b, a))
    links = _assign(a, b, _near)
    sure = [(i, j, kind) for i, j, _ in links if (kind := _word_kind(a[i], b[j]))]
    vague = [(i, j) for i, j, _ in links if not _word_kind(a[i], b[j]) and _may_be_given(a[i], b[j])]
    kinds: set[_WordKind] = {kind for _, _, kind in sure}
    if kinds == {"initial"}:
        return "other"
    kinds.add(_rest(a, b, sure, vague))
    if [j for _, j, _ in sorted(sure)] != sorted(j for _, j, _ in sure):
        kinds.add("order")
    return next((kind for kind in reversed(_GRAVITY) if kind in kinds), "title")


def _near(one: _Word, two: _Word) -> float:
    return max(_alike(one, two), _letters(one, two) if {one.part, two.part} == {"word"} else 0.0)


def _letters(one: _Word, two: _Word) -> float:
    return OSA.normalized_similarity(one.plain, two.plain)


def _is_near(one: _Word, two: _Word, prefix: str = "") -> bool:
    """Whether two words may be one, misspelt."""
    near, letters, sound = _lists().near, _letters(one, two), _alike(one, two)
    if one.part != "word" or two.part != "word":
        return False
    return (sound >= near[prefix + "sound"] and letters >= near[prefix + "letters"]) or letters >= near["few_letters"]


def _may_be_given(one: _Word, two: _Word) -> bool:
    """Whether two words beside one surname may be one given name: near, or with one beginning (Gareth, Gary)."""
    if _is_near(one, two, "given_"):
        return True
    return {one.part, two.part} == {"word"} and Prefix.similarity(one.plain, two.plain) >= _lists().near["given_start"]


def _word_kind(one: _Word, two: _Word) -> _WordKind | None:
    """How two words that answer each other differ; None where they are two words."""
    lists = _lists()
    if one.plain == two.plain and (one.text == two.text or one.part == "suffix"):
        return "same"
    if one.plain == two.plain or _spelled_out(one) == _spelled_out(two):
        folded = one.plain == two.plain and plain(one.text) != plain(two.text)
        return "transliteration" if folded else "diacritics"
    if "initial" in (one.part, two.part):
        return "initial"
    shared = _groups(one.plain) & _groups(two.plain)
    if shared:
        return "nickname" if min(shared) < lists.short else "transliteration"
    if one_family(one.text, two.text):
        return "transliteration"
    return "near-miss" if _is_near(one, two) else None


def _rest(a: tuple[_Word, ...], b: tuple[_Word, ...], sure: list[_Link], vague: list[tuple[int, int]]) -> _WordKind:
    """What the words without counterpart say; `vague` pairs of them may be one given name."""
    over_a = [i for i in range(len(a)) if all(i != link[0] for link in sure)]
    over_b = [j for j in range(len(b)) if all(j != link[1] for link in sure)]
    claims_a = [i for i in over_a if a[i].part not in ("particle", "aside")]
    claims_b = [j for j in over_b if b[j].part not in ("particle", "aside")]
    if not claims_a or not claims_b:
        return _one_sided([a[i] for i in over_a] + [b[j] for j in over_b])
    surname = next((kind for i, j, kind in sure if (i, j) == (_surname(a), _surname(b))), None)
    if surname and ({i for i, _ in vague} >= set(claims_a) or {j for _, j in vague} >= set(claims_b)):
        return "near-miss"
    return "other-given" if surname and surname != "near-miss" else "other"


def _one_sided(words: list[_Word]) -> _WordKind:
    if not words:
        return "same"
    return "nickname" if all(word.part == "aside" for word in words) else "part"


def _surname(words: tuple[_Word, ...]) -> int:
    """The place of the last word that is one of the name; the surname, where it is not written first."""
    return max((i for i, word in enumerate(words) if word.part == "word"), default=len(words) - 1)
