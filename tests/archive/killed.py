"""Adds stories in a process of its own, and kills it at random moments, until it has been killed ten times.

A helper of `test_kill.py`, since a process that has threads, such as that of the tests, should not be forked.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from checker import Checker, Story
from checker.archive.add import add
from checker.archive.store import open_store
from checker.executors import Here

KILLS = 10


def work(db: Path, folder: str, checker: Checker) -> int:
    """Begins to add the folder, in a process that is given back."""
    if process := os.fork():
        return process
    with open_store(db, write=True) as store:
        add(store, [folder], checker, Here(checker), lambda items, _, __: items)
    os._exit(0)


def undisturbed(db: Path, folder: str, checker: Checker) -> float:
    """Adds the folder; how many seconds it took."""
    start = time.monotonic()
    _, status = os.waitpid(work(db, folder, checker), 0)
    assert status == 0
    return time.monotonic() - start


def main(folder: str, rules: str, clean: Path, killed: Path) -> None:
    """Fills two archives, one of them undisturbed; prints how many runs of the other were killed before they ended."""
    checker = Checker(rules=[rules])
    # What every process would load is loaded before.
    checker.check([Story("a", "One."), Story("b", "Two.")], same_event=True)
    whole = undisturbed(clean, folder, checker)
    moments = random.Random(20260504)  # noqa: S311 - the same every time
    hit = 0
    for _ in range(KILLS):
        process = work(killed, folder, checker)
        time.sleep(moments.uniform(0, whole / 3))
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        hit += os.WIFSIGNALED(status)
    undisturbed(killed, folder, checker)
    sys.stdout.write(f"{hit}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
