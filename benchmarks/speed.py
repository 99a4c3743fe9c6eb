"""What the checker costs beside the parser that it stands on.

    .venv/bin/python benchmarks/speed.py [--runs N] [--stories N ...] [--no-start]

First table: seconds for a whole check, and the ratio of that to spaCy's bare `pipe` over the same texts with the same
model. Second table: the wall time of a `checker check` of two short stories, and its ratio to a process that imports
spaCy and loads the model; both find their modules compiled, as they are after an installation. Runs alternate, medians
are shown, every BLAS has one thread.

The stories are the samples in seeds/, repeated with other names so that no text occurs twice. `told apart`: all events,
mixed; the aligner finds the groups. `one event`: one event's stories and their retellings, known to be one event, each
compared with all the others: the most that there can be to do.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import importlib.util
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB_MAXIMUM")}
# Before numpy is loaded: it reads these once.
os.environ.update(ONE_THREAD)

from checker import Checker, Story  # noqa: E402
from checker.language import MODELS  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
ONE_EVENT = "earthquake"
# A name inside a sentence: what stands first in one may be any word.
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
VOWELS = "aeiou"
SHORT = (
    "Ferry sinks off Port Marrow\n\nPORT MARROW, May 4 - A ferry sank on Monday, killing 12 people.\n",
    "Ferry disaster\n\nPORT MARROW, May 4 - Police said 12 people died when a ferry sank on Monday.\n",
)
# As the checker chooses it.
MODEL = next(name for name in MODELS if importlib.util.find_spec(name))


def stories(event: str, number: int) -> list[Story]:
    """This many stories made from the samples of an event, or of all events for `*`."""
    files = sorted((ROOT / "seeds").glob(f"{event}/*.txt"))
    made = []
    for place in range(number):
        turn, file = divmod(place, len(files))
        text = files[file].read_text(encoding="utf-8")
        made.append(Story(name=f"{place:03} {files[file].name}", text=_renamed(text, turn)))
    return made


def _renamed(text: str, turn: int) -> str:
    """The text with the vowels of its names moved on, and a line of its own at the end once all moves are used up."""
    moved = str.maketrans(VOWELS, VOWELS[turn % 5 :] + VOWELS[: turn % 5])
    again = f"\n\nThis is edition {turn} of the story.\n" if turn >= len(VOWELS) else ""
    return NAME.sub(lambda match: match.group()[0] + match.group()[1:].translate(moved), text) + again


def alternating(runs: int, *timed: Callable[[], object]) -> list[float]:
    """The median seconds of each, run in turn so that a slow minute of the machine hits all of them."""
    seconds: list[list[float]] = [[] for _ in timed]
    for _ in range(runs):
        for place, run in enumerate(timed):
            start = time.perf_counter()
            run()
            seconds[place].append(time.perf_counter() - start)
    return [statistics.median(each) for each in seconds]


def checking(numbers: Sequence[int], runs: int) -> None:
    """Print the table of whole checks."""
    checker = Checker()
    bare = importlib.import_module(MODEL).load()
    checker.check(stories("*", 2), same_event=True)
    print(f"{'stories':>7}  {'words':>6}  {'events':>6}  {'kind':<10}  {'spaCy s':>8}  {'check s':>8}  {'ratio':>5}")
    for number in numbers:
        for kind, event in (("told apart", "*"), ("one event", ONE_EVENT)):
            made = stories(event, number)
            texts = [story.text for story in made]
            parse, check = alternating(
                runs,
                functools.partial(_exhaust, bare.pipe, texts),
                functools.partial(checker.check, made, same_event=event == ONE_EVENT),
            )
            words = sum(len(text.split()) for text in texts)
            events = 1 if event == ONE_EVENT else len(checker.align(made))
            figures = f"{parse:>8.3f}  {check:>8.3f}  {check / parse:>5.2f}"
            print(f"{number:>7}  {words:>6}  {events:>6}  {kind:<10}  {figures}")


def _exhaust(pipe: Callable[[Sequence[str]], Iterable[object]], texts: Sequence[str]) -> None:
    for _ in pipe(texts):
        pass


def starting(runs: int) -> None:
    """Print the table of whole processes."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, f"{place}.txt")) for place, _ in enumerate(SHORT)]
        for path, text in zip(paths, SHORT, strict=True):
            Path(path).write_text(text, encoding="utf-8")
        bare = [sys.executable, "-c", f"import spacy, {MODEL}; {MODEL}.load()"]
        check = [sys.executable, "-m", "checker", "check", *paths, "--same-event", "--fail-on", "never"]
        # Compiled here by the first run, where the checkout cannot be written or has not been run yet.
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        processes = [
            functools.partial(subprocess.run, command, env=environment, check=True, stdout=subprocess.DEVNULL)
            for command in (bare, check)
        ]
        alternating(1, *processes)
        seconds = alternating(runs, *processes)
    print(f"{'process':<30}  {'seconds':>7}  {'ratio':>5}")
    for name, each in zip(("spaCy and its model", "checker check, two stories"), seconds, strict=True):
        print(f"{name:<30}  {each:>7.3f}  {each / seconds[0]:>5.2f}")


def main() -> None:
    """Read the arguments and print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="runs of each, of which the median is shown (7)")
    parser.add_argument("--stories", type=int, nargs="+", default=[1, 10, 100], help="numbers of stories (1 10 100)")
    parser.add_argument("--no-start", action="store_true", help="leave out the start-up")
    given = parser.parse_args()
    checking(given.stories, given.runs)
    if not given.no_start:
        print()
        starting(given.runs)


if __name__ == "__main__":
    main()
