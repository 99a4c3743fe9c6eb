"""Whether somebody is spoken of as he or as she.

Value: `Wording` with the gender as its only word and `head`: he and his are equal. About: `context` the stems of the sentence, with marks: `>x` for
a neighbour, `m#n` and `f#n` one for each masculine and feminine word of the sentence.
Size: how well the two sentences fit, 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from checker.parsed import Parsed, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MASCULINE, _FEMININE = "masculine", "feminine"


class Field:
    """Pronouns that tell a person's gender.

    Args:
        words: the tables of `rules/gender.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._fit = words["fit"]
        self._pronouns = {word: gender for gender, listed in words["pronouns"].items() for word in listed}
        self._nouns = {word: gender for gender, listed in words["nouns"].items() for word in listed}

    def find(self, parsed: Parsed) -> Iterator[Claim[Wording]]:
        """Every he and she, his and her."""
        for sentence in parsed.sentences:
            if any(token.lower_ in self._pronouns for token in sentence.span):
                yield from self._read(parsed, sentence)

    def candidates(self, left: Sequence[Claim[Wording]], right: Sequence[Claim[Wording]]) -> Iterator[tuple[int, int]]:
        """The pairs of one he and one she."""
        for at, one in enumerate(left):
            for to, other in enumerate(right):
                if one.value.head != other.value.head:
                    yield at, to

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How much two pronouns of different gender seem to stand for one person, 0 to 1.

        0 unless one sentence has only the one gender and the other has the other too, or a word has changed sides.
        """
        if left.value.head == right.value.head or not _has_changed(left, right):
            return 0.0
        fit, near = _fits(left, right)
        return (1 + (fit + near) / 2) / 2 if fit >= self._fit["sentence"] and near >= self._fit["near"] else 0.0

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """`gender` where one is he and the other she."""
        if left.value == right.value:
            return None
        return Difference("gender", round(sum(_fits(left, right)) / 2, 2))

    def _read(self, parsed: Parsed, sentence: Sentence) -> Iterator[Claim[Wording]]:
        tokens = list(sentence.span)
        content = [(t.i, stem(t.lemma_.lower())) for t in tokens if t.pos_ in _CONTENT and not t.is_stop]
        marks = {one for _, one in content}
        for token in tokens:
            gender = self._pronouns.get(token.lower_) or self._nouns.get(token.lemma_.lower())
            if gender:
                sign = gender[0]
                marks.add(f"{sign}#{sum(mark.startswith(f'{sign}#') for mark in marks)}")
        reach = self._fit["neighbours"]
        for token in tokens:
            if gender := self._pronouns.get(token.lower_):
                before = [one for at, one in content if at < token.i][-reach:]
                after = [one for at, one in content if at > token.i][:reach]
                about = About(thing="gender", context=frozenset(marks | {f">{one}" for one in (*before, *after)}))
                value = Wording((gender,), gender)
                yield parsed.claim("gender", token.idx, token.idx + len(token), value, about)


def _has_changed(left: Claim[Wording], right: Claim[Wording]) -> bool:
    a, b = _around(left.about.context), _around(right.about.context)
    mine, other = left.value.head[0], right.value.head[0]
    only = (not a[2][other] and b[2][other] > 0 and a[2][mine] > 0) or (not b[2][mine] and a[2][mine] > 0)
    swapped = a[2][mine] > b[2][mine] and b[2][other] > a[2][other]
    return only or swapped


def _fits(left: Claim[Wording], right: Claim[Wording]) -> tuple[float, float]:
    """How well the sentences agree, and how many of the neighbours of each stand in the other's sentence."""
    (a, near_a, _), (b, near_b, _) = _around(left.about.context), _around(right.about.context)
    if not a or not b:
        return 0.0, 0.0
    near = len(near_a & b) + len(near_b & a)
    return 2 * len(a & b) / (len(a) + len(b)), near / max(1, len(near_a) + len(near_b))


@lru_cache(maxsize=1 << 12)
def _around(context: frozenset[str]) -> tuple[frozenset[str], frozenset[str], dict[str, int]]:
    """The stems of the sentence, the neighbours, and how many words of each gender it has."""
    counts = {sign: sum(one.startswith(f"{sign}#") for one in context) for sign in (_MASCULINE[0], _FEMININE[0])}
    stems = frozenset(one for one in context if one[0] != ">" and one[1:2] != "#")
    return stems, frozenset(one[1:] for one in context if one[0] == ">"), counts
