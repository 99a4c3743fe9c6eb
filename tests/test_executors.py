"""The same bytes wherever the work is done, and whoever dies on the way."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from checker import Checker, Story
from checker.archive.add import add
from checker.archive.store import open_store
from checker.errors import ExtraError, UsageError, WorkError
from checker.executors import Cluster, Here, Processes, executor
from checker.model import Report
from checker.pipeline import compare_event
from checker.report import json
from tests.archive.conftest import dump

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return [
        Story(name=f"{file.parent.name}/{file.name}", text=file.read_text(encoding="utf-8"))
        for file in sorted(SEEDS.glob("*/*.txt"))
    ]


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    with executor(Checker(), jobs=2) as made:
        assert isinstance(made, Processes)
        yield made


def lengthen(checker: Checker, word: str) -> str:
    assert checker.mode == "cross-source"
    return word * 2


def refuse(_: Checker, word: str) -> str:
    raise UsageError(f"{word}: not this one")


def die(_: Checker, place: str) -> str:
    """Dies when it is first asked, for a place that does not exist yet."""
    path = Path(place)
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def die_always(_: Checker, word: str) -> str:
    if word == "poison":
        os.kill(os.getpid(), signal.SIGKILL)
    return word


def test_processes_give_the_same_bytes(checker: Checker, processes: Processes, stories: list[Story]) -> None:
    here = json.render(checker.check(stories))
    assert here.count('"comparisons"') > 2
    assert json.render(checker.check(stories, executor=processes)) == here


def test_results_come_in_order(processes: Processes) -> None:
    words = [str(number) for number in range(100)]
    assert list(processes.map(lengthen, words)) == [word * 2 for word in words]
    assert list(processes.map(lengthen, [])) == []


def test_what_a_worker_refuses_is_raised_here(processes: Processes) -> None:
    with pytest.raises(UsageError, match="a: not this one"):
        list(processes.map(refuse, ["a", "b"]))


def test_a_dead_process_costs_no_result(processes: Processes, tmp_path: Path) -> None:
    places = [str(tmp_path / name) for name in "abcd"]
    (tmp_path / "a").touch()
    (tmp_path / "d").touch()
    assert list(processes.map(die, places)) == list("abcd")


def test_work_that_kills_its_workers_ends(processes: Processes) -> None:
    done: list[str] = []
    with pytest.raises(WorkError, match="died"):
        done.extend(processes.map(die_always, ["a", "b", "poison", "c"]))
    assert list(processes.map(lengthen, ["a"])) == ["aa"]


def fragile(checker: Checker, errand: tuple[str, tuple[Sequence[Story], str | None]]) -> Report:
    """Compares the stories of one event; in the middle of the one with a place to mark, once, the worker dies."""
    place, task = errand
    report = compare_event(checker, task)
    if place and not Path(place).exists():
        Path(place).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return report


class Fragile(Cluster):
    """A cluster of which a worker dies in the middle of the third event that it compares."""

    def __init__(self, cluster: Cluster, mark: Path) -> None:
        self._cluster = cluster
        self._mark = str(mark)

    def send(self, value: object) -> Any:
        return self._cluster.send(value)

    def map(self, work: Any, items: Iterable[Any]) -> Iterator[Any]:
        if work is not compare_event:
            return self._cluster.map(work, items)
        errands = ((self._mark if place == 2 else "", item) for place, item in enumerate(items))
        return self._cluster.map(fragile, errands)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with executor(Checker(), jobs=2, cluster="") as made:
        assert isinstance(made, Cluster)
        yield made


def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(
    checker: Checker, cluster: Cluster, stories: list[Story], tmp_path: Path
) -> None:
    workers = set(cluster.map(process, range(20)))
    mark = tmp_path / "died"
    assert json.render(checker.check(stories, executor=Fragile(cluster, mark))) == json.render(checker.check(stories))
    assert mark.exists()
    assert len(workers) == 2
    assert set(cluster.map(process, range(20))) != workers


def test_what_a_cluster_refuses_is_raised_here(cluster: Cluster) -> None:
    with pytest.raises(UsageError, match="a: not this one"):
        list(cluster.map(refuse, ["a"]))


def test_a_cluster_that_is_there_is_used(checker: Checker, cluster: Cluster) -> None:
    address = cluster._client.scheduler.address  # noqa: SLF001 - it is there
    with executor(checker, cluster=address) as other:
        assert list(other.map(lengthen, ["a"])) == ["aa"]


def test_workers_of_another_version_are_refused(
    checker: Checker, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.executors.__version__", "99")
    address = cluster._client.scheduler.address  # noqa: SLF001 - it is there
    said = pytest.raises(WorkError, match=r"worker tcp\S+ has Story Checker .*, not 99")
    with said, executor(checker, cluster=address):
        pass


def test_an_archive_is_the_same_wherever_the_work_is_done(
    checker: Checker, processes: Processes, cluster: Cluster, tmp_path: Path
) -> None:
    mark = tmp_path / "died"
    dumps = []
    for made in (Here(checker), processes, Fragile(cluster, mark)):
        path = tmp_path / type(made).__name__
        with open_store(path, write=True) as store:
            add(store, [os.fspath(SEEDS)], checker, made, lambda items, _, __: items)
        dumps.append(dump(path))
    assert len(dumps[0]["stories"]) == 20
    assert mark.exists()
    assert dumps[1] == dumps[0]
    assert dumps[2] == dumps[0]


def process(_: Checker, __: int) -> int:
    time.sleep(0.02)  # or one worker does it all
    return os.getpid()


def test_a_cluster_that_does_not_answer_is_named(checker: Checker) -> None:
    with pytest.raises(WorkError, match="nowhere"), executor(checker, cluster="nowhere"):
        pass


def test_without_dask_the_extra_is_named(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ExtraError, match=r'pip install "story-checker\[cluster\]"$'), executor(checker, cluster=""):
        pass
