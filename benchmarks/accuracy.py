"""What the checker finds of what is there, and what it raises that is not.

    .venv/bin/python benchmarks/accuracy.py [--quick] [--data DIR] [--show N]

First table: the labelled samples in seeds/. Recall is the share of the planted differences that a finding sets against
each other, false alarms the share of the harmless pairs that one does, precision what is planted among all the labelled
pairs that are flagged.

Then, where DIR holds `score.py` (../shared/dev beside the project), its figures on material that nobody here wrote, one
run of it per measure. With `--quick` the long files are thinned to one row in ten: a minute instead of ten.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker import Checker, Report, Story
from checker.model import FINDINGS

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
MEASURES = ("seeds", "coverage", "coref", "align", "names", "quantities", "demetr", "crosslingual")
THINNED = ("alignment/coref.jsonl", "fields/demetr.jsonl", "fields/demetr_clean.jsonl")
ONE_IN = 10


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="thin the long files")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "dev", help="where score.py is")
    parser.add_argument("--show", type=int, default=0, help="print so many of the misses and false alarms")
    args = parser.parse_args()
    samples(args.show)
    if not (args.data / "score.py").exists():
        print(f"\n{args.data} holds no score.py: the samples are all there is.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        data = thinned(args.data, Path(folder)) if args.quick else args.data
        for measure in MEASURES:
            print(f"\n== {measure}{' (thinned)' if args.quick else ''}", flush=True)
            command = [sys.executable, args.data / "score.py", measure, "--data", data, "--show", str(args.show)]
            subprocess.run(command, check=True)
    return 0


def samples(show: int) -> None:
    """Precision and recall per field on the labelled pairs of seeds/."""
    tally: dict[str, Counter[str]] = {}
    checker = Checker()
    for folder in sorted(path for path in SEEDS.iterdir() if path.is_dir()):
        stories = [Story(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]
        together = checker.check(stories, same_event=True)
        for kind, entry in labels(folder):
            # Two stories alone: beside a third that is at odds a vague wording must side with somebody.
            names = {entry["left"][0], entry["right"][0]}
            two = [story for story in stories if story.name in names]
            report = together if kind == "find" else checker.check(two, same_event=True)
            hit = flagged(report, entry)
            tally.setdefault(entry["field"], Counter())[f"{kind} {'flagged' if hit else 'left alone'}"] += 1
            if show and hit != (kind == "find"):
                print(f"  {folder.name}, {kind}: {entry['left'][1]!r} / {entry['right'][1]!r}")
    print(f"{'field':14}{'recall':>16}{'false alarms':>16}{'precision':>16}")
    for field, counts in [*sorted(tally.items()), ("all", sum(tally.values(), Counter()))]:
        found, missed = counts["find flagged"], counts["find left alone"]
        wrong, right = counts["silent flagged"], counts["silent left alone"]
        shares = (ratio(found, found + missed), ratio(wrong, wrong + right), ratio(found, found + wrong))
        print(f"{field:14}" + "".join(f"{share:>16}" for share in shares))


def labels(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The labelled pairs of one event, each with `find` or `silent`."""
    table = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    for kind in ("find", "silent"):
        for entry in table.get(kind, ()):
            yield kind, entry


def flagged(report: Report, entry: dict[str, Any]) -> bool:
    """Whether a finding sets the two places against each other, in different groups."""
    left, right = (place(report, *entry[side]) for side in ("left", "right"))

    def groups(row: Any, at: tuple[str, int, int]) -> set[int]:
        name, start, end = at
        return {s.group for s in row.sides if s.claim.story == name and s.claim.start < end and start < s.claim.end}

    rows = [row for event in report.events for row in event.comparisons if row.verdict in FINDINGS]
    return any(a != b for row in rows for a in groups(row, left) for b in groups(row, right))


def place(report: Report, name: str, words: str) -> tuple[str, int, int]:
    """Where the words of a label stand."""
    text = next(story.text for story in report.stories if story.name == name)
    start = text.index(words)
    return name, start, start + len(words)


def ratio(part: int, whole: int) -> str:
    """A share with its counts; a dash of nothing."""
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "-"


def thinned(data: Path, folder: Path) -> Path:
    """The data with one row in so many of the long files, everything else linked."""
    for path in sorted(data.rglob("*")):
        target = folder / path.relative_to(data)
        if path.is_dir():
            target.mkdir()
        elif path.relative_to(data).as_posix() in THINNED:
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            target.write_text("".join(lines[::ONE_IN]), encoding="utf-8")
        else:
            target.symlink_to(path)
    return folder


if __name__ == "__main__":
    sys.exit(main())
