"""What `checker ci` costs: all pairs for the first time, the same again, and after one file has changed.

    python benchmarks/ci.py [PAIRS]

The pairs are made here, an original of five paragraphs and its translation, one in fifty with a wrong figure.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONFIG = '[[pairs]]\noriginal = "content/en/*.md"\ntranslation = "content/{lang}/*.md"\n'
ROOT = Path(__file__).parents[1]
NAMES = ("Ada Lindqvist", "Bo Kessler", "Ines Falk", "Tomas Brandl", "Piet Aalders")
TOWNS = ("Port Marrow", "Halden", "Veldhaven", "Kolm", "Osterby")
WRONG = 50
# Title, first paragraph, and one that comes four times.
TEXTS = {
    "en": (
        "# Ferry {number} sinks off {town}",
        (
            "A ferry sank off {town} on Monday, killing {dead} people, police chief {name} said. "
            "The ship had cost ${cost} million in 20{year}."
        ),
        (
            "{name} told reporters in {town} that {share} percent of {boats} boats were inspected last year, "
            "and that the port would spend {budget} million euros."
        ),
    ),
    "de": (
        "# Fähre {number} sinkt vor {town}",
        (
            "Vor {town} ist am Montag eine Fähre gesunken, {dead} Menschen starben, sagte Polizeichef {name}. "
            "Das Schiff hatte 20{year} {cost} Millionen Dollar gekostet."
        ),
        (
            "{name} sagte vor Journalisten in {town}, im vergangenen Jahr seien {share} Prozent von {boats} Booten "
            "überprüft worden, und der Hafen werde {budget} Millionen Euro ausgeben."
        ),
    ),
}


def main() -> None:
    """Print the seconds of each run."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, pairs)
        first, again = run(root), run(root)
        path = root / "content" / "de" / "0001.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nMehr ist nicht bekannt.\n", encoding="utf-8")
        changed = run(root)
    print(f"{pairs} pairs: first {first:.1f} s, again {again:.1f} s ({again / first:.3f}), one changed {changed:.1f} s")


def run(root: Path) -> float:
    """The seconds that one run takes."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "checker", "ci", "--format", "sarif=r.sarif", "--format", "text=r.txt"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode in (0, 1)  # noqa: S101 - anything else measures nothing
    return time.perf_counter() - started


def fill(root: Path, pairs: int) -> None:
    """Write the configuration and the pairs."""
    chance = random.Random(0)
    (root / "checker.toml").write_text(CONFIG, encoding="utf-8")
    for language in TEXTS:
        (root / "content" / language).mkdir(parents=True)
    for number in range(pairs):
        told = [facts(chance, number) for _ in range(5)]
        for language, (title, first, more) in TEXTS.items():
            head = dict(told[0])
            if language != "en" and number % WRONG == 0:
                head["dead"] = str(int(head["dead"]) + 7)
            paragraphs = [title.format(**head), first.format(**head), *(more.format(**own) for own in told[1:])]
            path = root / "content" / language / f"{number:04}.md"
            path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def facts(chance: random.Random, number: int) -> dict[str, str]:
    """What one paragraph tells."""
    names = {"number": str(number), "town": chance.choice(TOWNS), "name": chance.choice(NAMES)}
    bounds = {
        "dead": (13, 90),
        "cost": (2, 900),
        "year": (10, 25),
        "share": (2, 99),
        "boats": (100, 999),
        "budget": (2, 99),
    }
    return names | {key: str(chance.randint(*span)) for key, span in bounds.items()}


if __name__ == "__main__":
    main()
