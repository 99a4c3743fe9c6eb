"""What it costs to match a stream of stories, and what is found, beside other ways.

    .venv/bin/python benchmarks/align.py [--stories 10000 100000] [--processes 2] [--all-pairs 10000]

The stream is made here: 500 stories a day, most of them alone, the others in events that two to nine outlets report
on one day or the next. An event is of one of a dozen kinds, so that dozens of events of one kind fall into one window,
with the vocabulary of their kind in common; its people, places and figures are its own. Each outlet tells it in its
own order, leaves sentences and words out, and adds sentences of its own. Same seed, same stream.

Pairs of stories of one event are to be found. `candidates`: every pair that the matcher keeps; `matched`: pairs as
likely as not. rensa: MinHash of single words, 128 permutations, LSH; all-pairs: cosines of TF-IDF by scikit-learn, in
blocks, inside the same window of days. Each runs in a process of its own, so that the peak of memory is its own too.
Needs the extra `bench`.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import os
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta

os.environ.update({f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")})

from checker import Story
from checker.align.matcher import Matcher
from checker.align.signature import signature
from checker.rules import load

A_DAY, WINDOW, FIRST = 500, 3, date(2020, 1, 1)
# Jaccard index of words from which MinHash calls two stories one event; cosine from which all-pairs does.
ALIKE, COSINE = 0.22, 0.3
SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "ai", "ou")]
KINDS = (
    *("earthquake", "fire", "election", "merger", "trial", "strike", "flood"),
    *("resignation", "transfer", "accident", "protest", "outbreak", "summit"),
)
SHARED, OF_A_KIND = 2500, 220
# Shares of the words that an outlet leaves out at the head and further down, and of the sentences that it keeps.
LOST, LOST_LATER, KEPT = 0.25, 0.35, 0.55
LIKELY = 0.5
# Days that a process matches at a time.
STRETCH = 25


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that all stories use, the rare ones rarely, and those of each kind of event."""

    common: tuple[str, ...]
    weights: tuple[float, ...]
    kinds: dict[str, tuple[str, ...]]
    small: tuple[str, ...]


def word(dice: random.Random, least: int, most: int) -> str:
    """An invented word of so many syllables."""
    return "".join(dice.choices(SYLLABLES, k=dice.randint(least, most)))


def vocabulary() -> Vocabulary:
    """The words of the stream."""
    dice = random.Random(1)
    common = tuple(sorted({word(dice, 2, 3) for _ in range(SHARED)}))
    kinds = {kind: tuple(sorted({word(dice, 2, 4) for _ in range(OF_A_KIND)})) for kind in KINDS}
    small = ("the", "of", "a", "in", "to", "and", "that", "for", "with", "on", "at", "by", "from", "after")
    return Vocabulary(common, tuple(1 / (10 + place) for place in range(len(common))), kinds, small)


def sentence(dice: random.Random, known: Vocabulary, kind: str, facts: Sequence[str]) -> list[str]:
    """Words of a sentence: of all stories, of the kind, and a fact or two of the event."""
    common = dice.choices(known.common, known.weights, k=dice.randint(5, 9))
    words = [*common, *dice.choices(known.kinds[kind], k=dice.randint(2, 5)), *dice.choices(known.small, k=5)]
    dice.shuffle(words)
    for fact in facts:
        words.insert(dice.randint(1, len(words)), fact)
    return [words[0].capitalize(), *words[1:]]


def event(dice: random.Random, known: Vocabulary, kind: str, number: int, first: date) -> Iterator[Story]:
    """The stories of an event, as their outlets tell it."""
    people = [f"{word(dice, 2, 2).capitalize()} {word(dice, 2, 3).capitalize()}" for _ in range(dice.randint(2, 4))]
    places = [word(dice, 2, 3).capitalize() for _ in range(2)]
    figures = [str(dice.randint(2, 9000)) for _ in range(3)]
    facts = [*people, *places, *figures]
    told = [sentence(dice, known, kind, dice.sample(facts, dice.randint(0, 2))) for _ in range(14)]
    headline = [*people[0].split(), *dice.choices(known.kinds[kind], k=4), places[0]]
    for outlet in range(number):
        own = [sentence(dice, known, kind, dice.sample(facts, dice.randint(0, 1))) for _ in range(dice.randint(3, 8))]
        kept = [[w for w in told[0] if dice.random() > LOST]]
        kept += [[w for w in line if dice.random() > LOST_LATER] for line in told[1:] if dice.random() < KEPT]
        body = [*kept[1:], *own]
        dice.shuffle(body)
        lines = [
            " ".join(w for w in headline if dice.random() > LOST),
            *(f"{' '.join(line)}." for line in [kept[0], *body]),
        ]
        day = first + timedelta(days=dice.choice((0, 0, 0, 1)))
        yield Story(name=f"{outlet}", text="\n".join(lines), published=day)


def stream(number: int) -> Iterator[tuple[Story, int]]:
    """So many stories day by day, each with the number of its event."""
    known, dice = vocabulary(), random.Random(7)
    waiting: dict[date, list[tuple[Story, int]]] = defaultdict(list)
    made, events, day = 0, 0, FIRST
    while made < number:
        while len(waiting[day]) < A_DAY:
            size = dice.choice((1, 1, 1, 1, 2, 2, 3, 4, 6, 9))
            for story in event(dice, known, dice.choice(KINDS), size, day):
                waiting[story.published or day].append((story, events))
            events += 1
        for story, of in waiting.pop(day):
            if made < number:
                yield Story(name=f"{made:07}", text=story.text, published=story.published), of
                made += 1
        day += timedelta(days=1)


def days(number: int) -> Iterator[tuple[date, list[Story], list[int]]]:
    """The stream by day."""
    for day, entries in itertools.groupby(stream(number), key=lambda entry: entry[0].published):
        stories, events = zip(*entries, strict=True)
        yield day or FIRST, list(stories), list(events)


def wanted(number: int) -> tuple[set[tuple[str, str]], dict[str, int]]:
    """The pairs of stories of one event, and each story's event."""
    events: dict[int, list[str]] = defaultdict(list)
    for story, of in stream(number):
        events[of].append(story.name)
    pairs = {pair for names in events.values() for pair in itertools.combinations(sorted(names), 2)}
    return pairs, {name: of for of, names in events.items() for name in names}


# --- ours ---


def _stretch(task: tuple[list[list[Story]], list[list[Story]]]) -> tuple[list[tuple[str, str, float]], float, float]:
    """Match some days, with the days before them that their window reaches; the processor seconds of both steps."""
    before, batches = task
    ruleset = load()
    start = time.process_time()
    signed = [[signature(story, ruleset) for story in batch] for batch in (*before, *batches)]
    middle = time.process_time()
    matcher = Matcher(ruleset.words("align"))
    for batch in signed[: len(before)]:
        matcher.add(batch)
    found = []
    for batch in signed[len(before) :]:
        if batch[0].published:
            matcher.forget(batch[0].published - timedelta(days=WINDOW))
        found += [(edge.left, edge.right, edge.score) for edge in matcher.match(batch)]
    return found, middle - start, time.process_time() - middle


def ours(number: int, processes: int) -> dict[str, object]:
    """Signatures and matching, by stretches of days with overlap, on so many processes."""
    texts = [stories for _, stories, _ in days(number)]
    size = max(1, min(STRETCH, len(texts) // processes))
    tasks = ((texts[max(0, at - WINDOW) : at], texts[at : at + size]) for at in range(0, len(texts), size))
    edges, signing, matching = [], 0.0, 0.0
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        start = time.perf_counter()
        for found, one, other in pool.map(_stretch, tasks):
            edges += found
            signing, matching = signing + one, matching + other
        seconds = time.perf_counter() - start
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "seconds": seconds,
        "processor, signatures": signing,
        "processor, matching": matching,
        "largest child MB": children / 1024,
        "pairs": {"candidates": [e[:2] for e in edges], "matched": [e[:2] for e in edges if e[2] >= LIKELY]},
    }


# --- others ---


def rensa_lsh(number: int, _: int) -> dict[str, object]:
    """MinHash LSH over the words of each story."""
    from rensa import RMinHash, RMinHashLSH

    texts = [story for _, stories, _ in days(number) for story in stories]
    start, begun = time.perf_counter(), time.process_time()
    lsh = RMinHashLSH(threshold=0.2, num_perm=128, num_bands=64)
    hashes, found = [], []
    for place, story in enumerate(texts):
        made = RMinHash(num_perm=128, seed=42)
        made.update(story.text.lower().split())
        hashes.append(made)
        near = lsh.query(made)
        found += [
            (texts[other].name, story.name)
            for other in near
            if _near(texts[other], story) and made.jaccard(hashes[other]) >= ALIKE
        ]
        lsh.insert(place, made)
    return {
        "seconds": time.perf_counter() - start,
        "processor": time.process_time() - begun,
        "pairs": {"matched": found},
    }


def all_pairs(number: int, _: int) -> dict[str, object]:
    """Cosines of all pairs inside the window."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [story for _, stories, _ in days(number) for story in stories]
    start, begun = time.perf_counter(), time.process_time()
    matrix = TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform([story.text for story in texts]).tocsr()
    found = []
    for at in range(0, len(texts), A_DAY):
        low = max(0, at - WINDOW * A_DAY)
        product = (matrix[at : at + A_DAY] @ matrix[low : at + A_DAY].T).tocoo()
        keep = product.data >= COSINE
        found += [
            (texts[low + other].name, texts[at + one].name)
            for one, other in zip(product.row[keep], product.col[keep], strict=True)
            if low + other < at + one
        ]
    return {
        "seconds": time.perf_counter() - start,
        "processor": time.process_time() - begun,
        "pairs": {"matched": found},
    }


def _near(one: Story, other: Story) -> bool:
    return bool(one.published and other.published and abs((one.published - other.published).days) <= WINDOW)


WAYS: dict[str, Callable[[int, int], dict[str, object]]] = {"ours": ours, "rensa": rensa_lsh, "all-pairs": all_pairs}


def main() -> int:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--stories", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--all-pairs", type=int, default=10_000, help="the most stories for which all pairs are tried")
    options.add_argument("--way", help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.way:
        alone(args.way, args.stories[0], args.processes)
        return 0
    seconds: dict[tuple[str, int], float] = {}
    for number in args.stories:
        for way in WAYS:
            if way != "all-pairs" or number <= args.all_pairs:
                seconds[way, number] = measure(way, number, args.processes)
    first, last = args.stories[0], args.stories[-1]
    if first != last:
        print(f"growth of ours from {first} to {last}: {seconds['ours', last] / seconds['ours', first]:.1f} times")
    return 0


def alone(way: str, number: int, processes: int) -> None:
    """One way, its figures as JSON: in a process of its own."""
    pairs, _ = wanted(number)
    result = WAYS[way](number, processes)
    figures = {name: round(value, 2) for name, value in result.items() if isinstance(value, float)}
    found = result["pairs"]
    assert isinstance(found, dict)  # noqa: S101 - this file's own
    for kind, made in found.items():
        given = {tuple(sorted(pair)) for pair in made}
        right = len(given & pairs)
        figures |= {f"{kind} recall": right / len(pairs), f"{kind} precision": right / max(1, len(given))}
    figures["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(figures, sys.stdout)


def measure(way: str, number: int, processes: int) -> float:
    """Run a way in a process of its own and print its figures; the seconds."""
    import subprocess

    command = [sys.executable, __file__, "--way", way, "--stories", str(number), "--processes", str(processes)]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"{way}, {number}: " + ", ".join(f"{name} {value:.3g}" for name, value in figures.items()), flush=True)
    return float(figures["seconds"])


if __name__ == "__main__":
    raise SystemExit(main())
