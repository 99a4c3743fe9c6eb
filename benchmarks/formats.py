"""What a check of translated units costs, and that the format makes no difference.

    .venv/bin/python benchmarks/formats.py [--units N] [--runs N]

The same invented units as PO, XLIFF 1.2, XLIFF 2.0 and TMX: seconds to read them and to check them (the language
pipeline is loaded before), findings, and whether these are those of the PO file, each on its line. Below, where
translate-toolkit is installed: its pofilter on the PO file, with all of its tests and with `numbers` alone, and the
ratio of the checker to it; both as processes of their own, one thread each. Medians, in processor time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from speed import ONE_THREAD, ROOT

from checker import Checker, Report
from checker.bilingual import pairs, read
from checker.model import FINDINGS
from checker.position import position

sys.path.insert(0, str(ROOT))

from tests.bilingual.sample import File, files, samples

ONCE = (
    "import sys; from checker import Checker; from checker.bilingual import pairs, read; "
    "made = Checker(mode='translation'); words = made.ruleset.words('read'); "
    "made.check_pairs(pairs(read(sys.argv[1:], words)[0], words))"
)


def findings(report: Report, file: File) -> tuple[set[tuple[str, str, str]], int]:
    """What was found, and how many of the sides do not stand on their unit's line."""
    stories = {story.name: story for story in report.stories}
    rows = [row for event in report.events for row in event.comparisons if row.verdict in FINDINGS]
    sides = [side.claim for row in rows for side in row.sides]
    lines = file.text.splitlines()
    places = [position(stories[claim.story], claim.start) for claim in sides]
    lost = sum(
        not lines[place.line - 1][place.column - 1 :].startswith(claim.text[:3])
        for place, claim in zip(places, sides, strict=True)
    )
    return {(row.rule, row.fingerprint, row.sides[0].claim.text) for row in rows}, lost


def _spent() -> float:
    """Seconds of processor time, those of processes that have ended included: what else runs does not count."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def median(runs: int, work: Callable[[], object]) -> float:
    """The median of the seconds that it takes."""
    taken = []
    for _ in range(runs):
        start = _spent()
        work()
        taken.append(_spent() - start)
    return statistics.median(taken)


def process(arguments: Sequence[str]) -> None:
    """Run a command of which nothing is wanted but its time."""
    subprocess.run(arguments, check=True, capture_output=True, env=os.environ | ONE_THREAD)


def beside_pofilter(path: str, runs: int) -> None:
    """The checker beside pofilter, where that is installed."""
    tool = shutil.which("pofilter", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    if tool is None:
        print("pofilter is not installed: pip install translate-toolkit")
        return
    own = median(runs, lambda: process([sys.executable, "-c", ONCE, path]))
    print(f"checker, a process of its own: {own:.2f} s")
    for name, options in (("all tests", []), ("numbers alone", ["-t", "numbers"])):
        command = [tool, "--progress=none", *options, path, "/dev/null"]
        theirs = median(runs, lambda command=command: process(command))  # type: ignore[misc]
        print(f"pofilter, {name}: {theirs:.2f} s; the checker takes {own / theirs:.1f} times as long")


def main() -> None:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--units", type=int, default=1000)
    arguments.add_argument("--runs", type=int, default=3)
    chosen = arguments.parse_args()
    checker = Checker(mode="translation")
    words = checker.ruleset.words("read")
    made = samples(chosen.units)
    expected: set[tuple[str, str, str]] = set()
    with tempfile.TemporaryDirectory() as folder:
        written = files(made)
        paths = [Path(folder) / file.name for file in written]
        for file, path in zip(written, paths, strict=True):
            path.write_text(file.text, encoding="utf-8")
        # The pipeline is loaded by the first check.
        checker.check_pairs(pairs(read([str(paths[0])], words)[0][:2], words))
        print(f"{chosen.units} units, {sum(unit.wrong for unit in made)} with a wrong figure")
        for file, path in zip(written, paths, strict=True):
            reading = median(chosen.runs, lambda path=path: read([str(path)], words))  # type: ignore[misc]
            units = pairs(read([str(path)], words)[0], words)
            start = time.process_time()
            report = checker.check_pairs(units)
            took = time.process_time() - start
            found, lost = findings(report, file)
            expected = expected or found
            same = "the same findings" if found == expected else "OTHER FINDINGS"
            costs = f"read {reading:.3f} s, checked {took:.2f} s"
            print(f"{file.name:<10} {costs}, {len(found)} findings, {same}, {lost} on a wrong line")
        beside_pofilter(str(paths[0]), chosen.runs)


if __name__ == "__main__":
    main()
