"""Whether somebody is spoken of as he or as she.

Value: `Wording` with the gender as its only word and `head`: he and his are equal. About: `context` what stands around
the pronoun; as kinds of words it counts those of either gender in the sentence.
Size: how well the two sentences fit, 0 to 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from checker.around import Around, around
from checker.model import About, Claim, Difference, Wording
from checker.stems import stem

if TYPE_CHECKING:
    from checker.parsed import Parsed, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


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

    def candidates(self, claims: Sequence[Claim[Wording]]) -> Iterator[tuple[int, int]]:
        """The pairs of one he and one she in different stories, as places in the list."""
        for at, to in combinations(range(len(claims)), 2):
            if claims[at].value.head != claims[to].value.head and claims[at].story != claims[to].story:
                yield at, to

    def likeness(self, left: Claim[Wording], right: Claim[Wording]) -> float:
        """How much two pronouns of different gender seem to stand for one person, 0 to 1.

        From .5 when the sentences are almost the same, from .25 when they would be so in a translation, else 0. Needs
        one sentence with only one gender and the other with the other too, or a word that has changed its gender.
        """
        if left.value.head == right.value.head or not _has_changed(left, right):
            return 0.0
        fit, near = around(left.about.context).fit(around(right.about.context))
        if fit < self._fit["sentence"] or near < self._fit["near"]:
            return 0.0
        score = (fit + near) / 2
        return (1 + score) / 2 if score >= self._fit["certain"] else (1 + score) / 4

    def differ(self, left: Claim[Wording], right: Claim[Wording]) -> Difference | None:
        """`gender` where one is he and the other she."""
        if left.value == right.value:
            return None
        fit = around(left.about.context).fit(around(right.about.context))
        return Difference("gender", round(sum(fit) / 2, 2))

    def _read(self, parsed: Parsed, sentence: Sentence) -> Iterator[Claim[Wording]]:
        tokens = [token for token in sentence.span if token.text[0].isalnum()]
        content = [(t.i, stem(t.lemma_.lower())) for t in tokens if t.pos_ in _CONTENT and not t.is_stop]
        stems = frozenset(one for _, one in content)
        genders = (self._pronouns.get(t.lower_) or self._nouns.get(t.lemma_.lower()) for t in tokens)
        kinds = Counter(gender for gender in genders if gender)
        reach = self._fit["neighbours"]
        for token in tokens:
            if gender := self._pronouns.get(token.lower_):
                before = [one for at, one in content if at < token.i][-reach:]
                after = [one for at, one in content if at > token.i][:reach]
                about = About(
                    thing="gender", context=Around(stems, frozenset((*before, *after)), kinds=kinds).context()
                )
                value = Wording((gender,), gender)
                yield parsed.claim("gender", token.idx, token.idx + len(token), value, about)


def _has_changed(left: Claim[Wording], right: Claim[Wording]) -> bool:
    """Whether one sentence has only one gender and the other the other one too, or a word has changed its gender."""
    here, there = around(left.about.context).kinds, around(right.about.context).kinds
    mine, other = left.value.head, right.value.head
    swapped = here[mine] > there[mine] and there[other] > here[other]
    return swapped or not here[other] or not there[mine]
