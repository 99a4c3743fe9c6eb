"""What the checker finds of what is there, and what it raises that is not.

    .venv/bin/python benchmarks/accuracy.py [--quick] [--data DIR] [--show N]

First the labelled samples that ship with the project, in seeds/ and tests/labelled/ (its README says what each set is
worth). Found is the share of the planted differences that a finding sets against each other, false alarms the share of
the harmless pairs that one does, precision what is planted among all the labelled pairs that are flagged.

Then, where DIR holds `score.py` (../shared/dev beside the project), its figures on material that nobody here wrote, one
run of it per measure, and the names of `crosslingual` by language. With `--quick` the long files are thinned to one row
in ten: a minute instead of ten.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bylanguage import table
from labels import ROOT, SETS, is_flagged, place, read

from checker import Checker, Report

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
    checker = Checker()
    for name in SETS:
        # What is blind is counted, never read.
        samples(name, checker, 0 if name == "blind" else args.show)
    if not (args.data / "score.py").exists():
        print(f"\n{args.data} holds no score.py: the samples are all there is.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        data = thinned(args.data, Path(folder)) if args.quick else args.data
        for measure in MEASURES:
            print(f"\n== {measure}{' (thinned)' if args.quick else ''}", flush=True)
            command = [sys.executable, args.data / "score.py", measure, "--data", data, "--show", str(args.show)]
            subprocess.run(command, check=True)
        print("\n== names by language", flush=True)
        table(data)
    return 0


def samples(name: str, checker: Checker, show: int) -> None:
    """Precision and recall per field on one set of labelled samples."""
    tally: dict[str, Counter[str]] = {}
    for event in read(SETS[name]):
        reports: dict[tuple[str, ...], Report] = {}
        for label in event.labels:
            # Two stories alone: beside a third that is at odds a vague wording must side with somebody.
            two = tuple(sorted((label.left[0], label.right[0])))
            if two not in reports:
                reports[two] = checker.check([event.stories[story] for story in two], same_event=True)
            left, right = (place(event.stories[story], words) for story, words in (label.left, label.right))
            hit = is_flagged(reports[two], left, right)
            kind = "planted" if label.planted else "harmless"
            tally.setdefault(label.field, Counter())[f"{kind} {'flagged' if hit else 'left alone'}"] += 1
            if show and hit != label.planted:
                print(f"  {event.name}, {kind}: {label.left[1]!r} / {label.right[1]!r}")
    print(f"\n{name:14}{'found':>16}{'false alarms':>16}{'precision':>16}")
    for field, counts in [*sorted(tally.items()), ("all", sum(tally.values(), Counter()))]:
        found, missed = counts["planted flagged"], counts["planted left alone"]
        wrong, right_ = counts["harmless flagged"], counts["harmless left alone"]
        shares = (ratio(found, found + missed), ratio(wrong, wrong + right_), ratio(found, found + wrong))
        print(f"{field:14}" + "".join(f"{share:>16}" for share in shares))


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
