"""Names that a translation replaced or lost, by the language of the original.

    .venv/bin/python benchmarks/bylanguage.py [--data DIR]

DIR holds `fields/demetr.jsonl` and `fields/demetr_clean.jsonl`, as for accuracy.py, which prints this table too. A hit
is counted as `score.py crosslingual` counts it: a finding at the changed words, or one of one side. Japanese is read
with the extra `ja` where it is installed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from labels import ROOT

from checker import Checker, Story
from checker.model import FINDINGS

CODES = {
    "chinese_simple": "zh",
    "czech": "cs",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "polish": "pl",
    "russian": "ru",
    "spanish": "es",
}
KINDS = {"critical_id9_ne_replaced": "replaced", "critical_id25_ne_removed": "removed"}
COLUMNS = ("replaced", "removed", "unchanged")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "dev", help="where fields/ is")
    table(parser.parse_args().data)


def table(data: Path) -> None:
    """Print what was flagged, a line for each language."""
    checker, tally = Checker(mode="translation"), Counter[tuple[str, str, bool]]()
    for language, kind, row in _rows(data / "fields"):
        tally[language, kind, _is_flagged(checker, language, row)] += 1
    print("    " + "".join(f"{column:>20}" for column in COLUMNS))
    for language in sorted({language for language, _, _ in tally}):
        counts = [(tally[language, column, True], tally[language, column, False]) for column in COLUMNS]
        print(f"{language:4}" + "".join(f"{f'{hit} of {hit + missed}':>20}" for hit, missed in counts))


def _rows(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name in ("demetr.jsonl", "demetr_clean.jsonl"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            kind = KINDS.get(row.get("category", "")) if "category" in row else "unchanged"
            if kind:
                yield CODES[row["lang"]], kind, row


def _is_flagged(checker: Checker, language: str, row: dict[str, Any]) -> bool:
    spans = [change["pert_span"] for change in row.get("changes", ()) if change["pert"]]
    right = row.get("perturbed") or row["mt"]
    stories = [Story(name="l", text=row["source"], language=language), Story(name="r", text=right)]
    report = checker.check(stories, same_event=True)
    found = [row for event in report.events for row in event.comparisons if row.verdict in FINDINGS]
    if "changes" not in row:
        return bool(found)
    return any(
        len(one.sides) == 1
        or any(
            side.claim.story == "r" and side.claim.start < end and start < side.claim.end
            for side in one.sides
            for start, end in spans
        )
        for one in found
    )


if __name__ == "__main__":
    main()
