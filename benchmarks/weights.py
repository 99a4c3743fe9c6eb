"""Fit the weights by which figures answer each other: the tables `[slot]` and `[leftover]` of rules/pairing.toml.

    .venv/bin/python benchmarks/weights.py [--sets fitted open]

For `[leftover]` every pair of figures of two stories is taken of which neither has a match in the other story. Those
that the labels (or two labels in a row) say to be one fact are to be told from the rest by logistic regression. The set
`fitted` has every fact labelled for every pair of stories; of the other sets, unlabelled pairs that look like one fact
are left out, for they may be one. Printed: what a threshold would find when each event is judged by the weights of the
others, then the weights of all. They go into the rules by hand, rounded; `blind` is never among the sets.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from labels import SETS, Labelled, place, read
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from checker import fields
from checker.extract import extract, parse
from checker.judge import Judge
from checker.language import Parser
from checker.model import Amount, AnyClaim
from checker.pair import leftovers
from checker.rules import load

COMPLETE = {"fitted"}
# An unlabelled pair this likely to be one fact is left out, in three rounds.
DOUBTFUL = 0.2
ROUNDS = 4
RIDGE = 1.0
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8)
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures: what they have in common, whether they are one fact, and whether that is certain."""

    event: str
    measured: Mapping[str, float]
    same: bool
    sure: bool


def main() -> int:
    """Print what thresholds find, and the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sets = [name for name in SETS if name != "blind"]
    options.add_argument("--sets", nargs="+", default=["fitted", "open"], choices=sets)
    args = options.parse_args()
    ruleset = load(())
    judge, parser = Judge(fields.load(ruleset), ruleset, "cross-source"), Parser(ruleset.words("language"), None)
    pairs = [pair for name in args.sets for event in read(SETS[name]) for pair in pairs_of(event, judge, parser, name)]
    veto = set(ruleset.words("pairing")["veto"])
    names = [name for name in pairs[0].measured if name not in veto]
    kept = [pair for pair in pairs if not any(pair.measured[name] for name in veto)]
    data = np.array([[float(pair.measured[name]) for name in names] + [1.0] for pair in kept])
    same, sure = np.array([pair.same for pair in kept], float), np.array([pair.sure for pair in kept])
    use = np.ones(len(kept), bool)
    for _ in range(ROUNDS):
        use = (same == 1) | sure | (likelihood(data, fit(data[use], same[use])) < DOUBTFUL)
    judged = np.zeros(len(kept))
    for event in {pair.event for pair in kept}:
        out = np.array([pair.event == event for pair in kept])
        judged[out] = likelihood(data[out], fit(data[use & ~out], same[use & ~out]))
    print(f"{len(kept)} pairs, {int(same.sum())} of one fact")
    for threshold in THRESHOLDS:
        found = judged >= threshold
        right, wrong = int((found & (same == 1)).sum()), int((found & (same == 0) & use).sum())
        print(f"  {threshold}: {right / same.sum():.2f} found, {right / max(1, right + wrong):.2f} of them right")
    for name, weight in zip([*names, "start"], fit(data[use], same[use]), strict=True):
        print(f"{name} = {weight:.1f}")
    return 0


def pairs_of(event: Labelled, judge: Judge, parser: Parser, name: str) -> Iterator[Pair]:
    """The pairs of figures of one event that have no match in each other's story."""
    parsed = parse(tuple(event.stories.values()), parser, judge.ruleset)
    claims = {
        item.story.name: [c for c in extract(item, judge.fields) if isinstance(c.value, Amount)] for item in parsed
    }
    facts = Facts(claims)
    for label in event.labels:
        for left, right in itertools.product(facts.at(event, label.left), facts.at(event, label.right)):
            if left.field == right.field and judge.agree(left, right) != label.planted:
                facts.join(left, right)
    for one, other in itertools.combinations(parsed, 2):
        two = {item.story.name: claims[item.story.name] for item in (one, other)}
        for here, there, measured in leftovers([one, other], two, judge):
            same = any(facts.are_one(a, b) for a in here for b in there)
            yield Pair(event.name, measured, same, name in COMPLETE)


class Facts:
    """Which claims are one fact, by the labels and by what follows from them."""

    def __init__(self, claims: dict[str, list[AnyClaim]]) -> None:
        self._claims = claims
        self._above: dict[tuple[str, str, int], tuple[str, str, int]] = {}

    def at(self, event: Labelled, words: tuple[str, str]) -> list[AnyClaim]:
        """The claims that the words of a label touch."""
        name, start, end = place(event.stories[words[0]], words[1])
        return [claim for claim in self._claims[name] if claim.start < end and start < claim.end]

    def join(self, left: AnyClaim, right: AnyClaim) -> None:
        """The two are one fact."""
        self._above[self._top(left)] = self._top(right)

    def are_one(self, left: AnyClaim, right: AnyClaim) -> bool:
        """Whether two claims are one fact."""
        return self._top(left) == self._top(right)

    def _top(self, claim: AnyClaim) -> tuple[str, str, int]:
        key = claim.story, claim.field, claim.start
        while self._above.get(key, key) != key:
            key = self._above[key]
        return key


def fit(data: Numbers, same: Numbers) -> Numbers:
    """The weights of a logistic model, by Newton's method."""
    weights = np.zeros(data.shape[1])
    penalty = RIDGE * np.eye(len(weights))
    penalty[-1, -1] = 0
    for _ in range(50):
        guess = likelihood(data, weights)
        slope = data.T @ (guess - same) + penalty @ weights
        curve = (data * (guess * (1 - guess))[:, None]).T @ data + penalty + 1e-6 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def likelihood(data: Numbers, weights: Numbers) -> Numbers:
    """How likely each pair is one fact."""
    return np.asarray(1 / (1 + np.exp(-data @ weights)))


if __name__ == "__main__":
    sys.exit(main())
