"""How well stories are put into events, and the weights for it: the table `[weights]` of rules/align.toml.

    .venv/bin/python benchmarks/alignment.py [--data DIR] [--folds N] [--seeds N] [--weights]

DIR (../shared/dev beside the project) holds `alignment/ecbplus_dev.jsonl`, stories with their event and their topic
(two events of a kind each), and `coverage/align.jsonl`, pairs of stories with whether they report one event.

The topics are dealt into N folds. Weights (logistic regression on pairs of stories) and the least odds for which groups
are joined come from the topics of the other folds; B-cubed precision, recall and F are of the fold's own, the number of
events unknown. `whole`: all stories of the fold. `thinned`: most events with one story or few, as they are in a day's
pile; half of what the weights are fitted to is of this kind, or else they would take it for granted that every story
has a counterpart. With `--weights` those of all topics are printed; they go into the rules by hand, rounded. Then the
figures of the rules as they stand.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from labels import ROOT
from numpy.typing import NDArray

from checker import Checker, Story
from checker.align import align
from checker.align.cluster import cluster
from checker.align.matcher import Matcher
from checker.align.measures import too_far
from checker.align.records import Edge, Signature
from checker.align.signature import signature

THINNED = 4
SIZES = (1, 1, 2, 3, 5)
# Pairs of two topics are many and easy; a pair of a thinned pile counts for its being rarer.
OTHER_TOPIC, THIN = 0.05, 1.5
RIDGE = 2.0
LEAST = [place / 4 for place in range(-2, 9)]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A signature, with what the labels say of its story."""

    signature: Signature
    event: str
    topic: int


@dataclass(frozen=True, slots=True)
class Pile:
    """Stories that are aligned together, and what is measured of their pairs."""

    stories: tuple[Labelled, ...]
    pairs: tuple[tuple[str, str], ...]
    vetoes: tuple[bool, ...]
    measured: Numbers


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "dev", help="where the labels are")
    options.add_argument("--folds", type=int, default=4)
    options.add_argument("--seeds", type=int, default=2, help="how often the topics are dealt anew")
    options.add_argument("--weights", action="store_true", help="print the weights of all topics")
    options.add_argument("--show", action="store_true", help="print the groups that are not as in the labels")
    args = options.parse_args()
    checker = Checker()
    settings = checker.ruleset.words("align")
    stories = read(checker, args.data / "alignment" / "ecbplus_dev.jsonl")
    cross_validate(stories, settings, args.folds, args.seeds, show=args.show)
    if args.weights:
        fitted = fit([pile(part, settings) for part in thinned(stories, 0)])
        print("\n".join(f"{name} = {value:.2f}" for name, value in zip(names(settings), fitted, strict=True)))
    pairs(checker, args.data / "coverage")
    return 0


def read(checker: Checker, path: Path) -> list[Labelled]:
    """The stories' signatures."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    labels = {row["id"]: row for row in rows}
    cleaned = checker.clean([Story(name=row["id"], text=row["text"]) for row in rows])
    made = (signature(story, checker.ruleset) for story in cleaned)
    return [Labelled(one, labels[one.name]["event"], labels[one.name]["topic"]) for one in made]


def cross_validate(
    stories: Sequence[Labelled], settings: Mapping[str, Any], folds: int, seeds: int, *, show: bool
) -> None:
    """Print precision, recall and F on topics that weights and threshold have not seen."""
    whole, thin = [], []
    for seed in range(seeds):
        topics = sorted({story.topic for story in stories})
        random.Random(seed).shuffle(topics)
        for fold in (set(topics[start::folds]) for start in range(folds)):
            seen = [pile(part, settings) for part in thinned([s for s in stories if s.topic not in fold], seed)]
            weights = fit(seen)
            least = max(LEAST, key=lambda value: (worth(seen, weights, settings, value), -abs(value)))
            unseen = [pile(part, settings) for part in thinned([s for s in stories if s.topic in fold], seed)]
            scores = [judge(part, grouped(part, weights, settings, least)) for part in unseen]
            whole.append((len(unseen[0].stories), *scores[0]))
            thin += [(len(part.stories), *score) for part, score in zip(unseen[1:], scores[1:], strict=True)]
            print(f"topics {sorted(fold)}, joined from {least}: {figures(whole[-1:])}", flush=True)
            if show:
                explain(unseen[0], grouped(unseen[0], weights, settings, least))
    print(f"whole: {figures(whole)}\nthinned: {figures(thin)}")


def thinned(stories: Sequence[Labelled], seed: int) -> list[list[Labelled]]:
    """All stories, and piles in which an event has one story or few."""
    events: dict[str, list[Labelled]] = defaultdict(list)
    for story in stories:
        events[story.event].append(story)
    dice = random.Random(seed)
    piles = [list(stories)]
    for _ in range(THINNED):
        sizes = {event: dice.choice(SIZES) for event in sorted(events)}
        piles.append([s for e, k in sizes.items() for s in dice.sample(events[e], min(k, len(events[e])))])
    return piles


def names(settings: Mapping[str, Any]) -> list[str]:
    """What is weighed, in the order of the rules."""
    return list(settings["weights"])


def pile(stories: Sequence[Labelled], settings: Mapping[str, Any]) -> Pile:
    """The pairs of the stories that the matcher considers."""
    everything = {**settings, "floor": 0.0}
    matcher = Matcher(everything)
    found = list(matcher.measured([story.signature for story in stories]))
    order = [name for name in names(settings) if name != "start"]
    measured = np.array([[1.0, *(values[name] for name in order)] for _, _, values in found])
    far = tuple(too_far(a, b, settings["days"]) for a, b, _ in found)
    return Pile(tuple(stories), tuple((a.name, b.name) for a, b, _ in found), far, measured)


def fit(piles: Sequence[Pile]) -> Numbers:
    """Weights by logistic regression with a small ridge, the start first."""
    data = np.concatenate([part.measured for part in piles])
    same, weight = [], []
    for place, part in enumerate(piles):
        labels = {story.signature.name: story for story in part.stories}
        for one, other in part.pairs:
            left, right = labels[one], labels[other]
            same.append(float(left.event == right.event))
            weight.append((1.0 if left.topic == right.topic else OTHER_TOPIC) * (THIN if place else 1.0))
    wanted, counts = np.array(same), np.array(weight)
    ridge = RIDGE * np.eye(data.shape[1])
    ridge[0, 0] = 0.0
    weights: Numbers = np.zeros(data.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-(data @ weights)))
        slope = data.T @ (counts * (wanted - likely)) - ridge @ weights
        bend = (data * (counts * likely * (1 - likely))[:, None]).T @ data + ridge
        weights += np.linalg.solve(bend, slope)
    return weights


def grouped(part: Pile, weights: Numbers, settings: Mapping[str, Any], least: float) -> list[set[str]]:
    """The events that these weights find."""
    scores = 1 / (1 + np.exp(-(part.measured @ weights)))
    edges = [
        Edge(one, other, float(score), veto="days" if far else None)
        for (one, other), far, score in zip(part.pairs, part.vetoes, scores, strict=True)
        if score >= settings["floor"]
    ]
    changed = {**settings, "join": {**settings["join"], "least": least}}
    found = cluster([story.signature.name for story in part.stories], edges, changed)
    return [set(group) for group in found.groups]


def judge(part: Pile, groups: Iterable[set[str]]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F."""
    return bcubed({story.signature.name: story.event for story in part.stories}, groups)


def bcubed(events: Mapping[str, str], groups: Iterable[set[str]]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F of groups of names."""
    found = {name: group for group in groups for name in group}
    wanted: dict[str, set[str]] = defaultdict(set)
    for name, event in events.items():
        wanted[event].add(name)
    precision = math.fsum(len(found[n] & wanted[e]) / len(found[n]) for n, e in events.items()) / len(events)
    recall = math.fsum(len(found[n] & wanted[e]) / len(wanted[e]) for n, e in events.items()) / len(events)
    return precision, recall, 2 * precision * recall / (precision + recall)


def worth(piles: Sequence[Pile], weights: Numbers, settings: Mapping[str, Any], least: float) -> float:
    """F of the whole pile and the mean F of the thinned ones, in equal parts."""
    scores = [judge(part, grouped(part, weights, settings, least))[2] for part in piles[:3]]
    return scores[0] / 2 + sum(scores[1:]) / len(scores[1:]) / 2


def figures(rows: Sequence[tuple[float, ...]]) -> str:
    """The means over piles, each weighed by its stories."""
    total = sum(row[0] for row in rows)
    precision, recall, score = (sum(row[0] * row[place] for row in rows) / total for place in (1, 2, 3))
    return f"B-cubed P {precision:.4f} R {recall:.4f} F {score:.4f}"


def explain(part: Pile, groups: Iterable[set[str]]) -> None:
    """Print the groups that are not as in the labels."""
    events = {story.signature.name: story.event for story in part.stories}
    sizes = Counter(events.values())
    for group in sorted(groups, key=min):
        counts = Counter(events[name] for name in group)
        event, number = counts.most_common(1)[0]
        if len(counts) > 1 or number < sizes[event]:
            print(f"    {dict(counts)} of {sizes[event]}: {', '.join(sorted(group)[:4])}")


def pairs(checker: Checker, folder: Path) -> None:
    """Print what the rules make of pairs of stories of one event, and of two events of one kind."""
    rows = [json.loads(line) for line in (folder / "align.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "stories").glob("*.txt"))}
    cleaned = checker.clean([Story(name=name, text=text) for name, text in texts.items()])
    found = align(cleaned, checker.ruleset)
    where = {name: group[0] for group in found.groups for name in group}
    doubtful = {frozenset((maybe.left, maybe.right)) for maybe in found.maybe}
    tally: Counter[tuple[str, str]] = Counter()
    for row in rows:
        one, other = where[row["story_a"]], where[row["story_b"]]
        outcome = "joined" if one == other else "in the band" if frozenset((one, other)) in doubtful else "apart"
        tally[row["kind"], outcome] += 1
        if (outcome == "apart") == row["same_event"] or (outcome == "joined" and not row["same_event"]):
            print(f"    {row['kind']}, {outcome}: {row['story_a']} / {row['story_b']}")
    for (kind, outcome), number in sorted(tally.items()):
        print(f"pairs, {kind}: {outcome} {number}")


if __name__ == "__main__":
    raise SystemExit(main())
