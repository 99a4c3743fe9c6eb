"""What `checker ci` costs: all pairs for the first time, the same again, and after one file has changed.

    python benchmarks/ci.py [PAIRS]

The pairs are made here, an original of five paragraphs and a copy of it, one copy in fifty with a wrong figure.
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


def main() -> None:
    """Print the seconds of each run."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, pairs)
        first, again = run(root), run(root)
        path = root / "content" / "de" / "0001.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nNothing more is known.\n", encoding="utf-8")
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
    for language in ("en", "de"):
        (root / "content" / language).mkdir(parents=True)
    for number in range(pairs):
        dead = chance.randint(3, 90)
        text = story(chance, number, dead)
        copy = text.replace(f"killing {dead}", f"killing {dead + 7}") if number % WRONG == 0 else text
        (root / "content" / "en" / f"{number:04}.md").write_text(text, encoding="utf-8")
        (root / "content" / "de" / f"{number:04}.md").write_text(copy, encoding="utf-8")


def story(chance: random.Random, number: int, dead: int) -> str:
    """One original."""
    pick, count = chance.choice, chance.randint
    town = pick(TOWNS)
    first = (
        f"A ferry sank off {town} on Monday, killing {dead} people, police chief {pick(NAMES)} said. "
        f"The ship had cost ${count(2, 900)} million in 20{count(10, 25)}."
    )
    more = (
        f"{pick(NAMES)} told reporters in {pick(TOWNS)} that {count(2, 99)} percent of {count(100, 9000)} boats were "
        f"inspected last year, and that the port would spend {count(2, 99)} million euros."
        for _ in range(4)
    )
    return "\n\n".join([f"# Ferry {number} sinks off {town}", first, *more]) + "\n"


if __name__ == "__main__":
    main()
