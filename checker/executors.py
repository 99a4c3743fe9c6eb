"""Where the work is done: here, in processes of this machine, or on a Dask cluster.

A piece of work is a function of the checker and one item, at the top of its module: it is sent by its name. It does not
know where it runs, so the results are the same everywhere.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from checker import __version__
from checker.errors import ExtraError, WorkError

if TYPE_CHECKING:
    from distributed import Client

    from checker.pipeline import Checker

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[["Checker", Item], Result]

# So often in a row may workers die before one of them brings a result; then it is the work that kills them.
_DEATHS = 3
# So many items per worker are on their way: none waits for work, and a long pile is not in memory at once.
_AHEAD = 4
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# One text at a time goes through a language pipeline, however many threads a worker has.
_ALONE = threading.Lock()


class Executor(Protocol):
    """Does work on items."""

    def map(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results, in the order of the items.

        Raises:
            WorkError: the workers die whatever is tried.
        """


@contextmanager
def executor(checker: Checker, jobs: int = 1, cluster: str | None = None) -> Iterator[Executor]:
    """The executor for these options, closed at the end.

    Args:
        checker: what the work is done with; every worker has a copy.
        jobs: processes of this machine.
        cluster: address of a Dask scheduler; empty to start a cluster of so many jobs on this machine.

    Raises:
        ExtraError: Dask is not installed.
        WorkError: no cluster answers at the address.
    """
    if cluster is not None:
        with _client(cluster, jobs) as client:
            yield Cluster(checker, client)
    elif jobs > 1:
        processes = Processes(checker, jobs)
        try:
            yield processes
        finally:
            processes.close()
    else:
        yield Here(checker)


class Here:
    """Does the work in this process."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker

    def map(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """See `Executor`."""
        for item in items:
            yield work(self._checker, item)


# --- processes of this machine ---


@dataclass(slots=True)
class _Errand:
    item: Any
    future: Future[Any] | None = None


class Processes:
    """Does the work in processes of its own, each with one thread; what a dead one had is given to another."""

    def __init__(self, checker: Checker, jobs: int) -> None:
        self._payload = pickle.dumps(checker)
        self._jobs = jobs
        self._pool = self._start()

    def map(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """See `Executor`."""
        left = iter(items)
        errands: deque[_Errand] = deque()
        deaths = 0
        while True:
            errands.extend(_Errand(item) for item in islice(left, self._jobs * _AHEAD - len(errands)))
            if not errands:
                return
            try:
                result = self._first(work, errands)
            except BrokenProcessPool as error:
                deaths += 1
                if deaths > _DEATHS:
                    raise WorkError(f"{deaths} workers died one after the other; is there enough memory?") from error
                self._begin_again(errands)
                continue
            deaths = 0
            errands.popleft()
            yield result

    def close(self) -> None:
        """End the processes; what they have not begun is dropped."""
        self._pool.shutdown(cancel_futures=True)

    def _first(self, work: Work[Any, Any], errands: Sequence[_Errand]) -> Any:
        """The result of the first errand, with the others on their way."""
        for errand in errands:
            errand.future = errand.future or self._pool.submit(_do, work, errand.item)
        return cast("Future[Any]", errands[0].future).result()

    def _begin_again(self, errands: Iterable[_Errand]) -> None:
        """New processes, for all that the dead ones left undone."""
        self.close()
        self._pool = self._start()
        for errand in errands:
            done = errand.future
            if done is not None and (not done.done() or done.cancelled() or done.exception() is not None):
                errand.future = None

    def _start(self) -> ProcessPoolExecutor:
        # A forked copy would have the threads' locks without the threads.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, _begin, (self._payload,))


_OWN: list[Any] = []


def _begin(payload: bytes) -> None:
    """What a new process does first."""
    # The one who asked for the work decides when it ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Before anything is loaded that would read it.
    os.environ.update(_ONE_THREAD)
    _OWN[:] = [pickle.loads(payload)]  # noqa: S301 - our own parent sent it


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(work: Work[Any, Any], item: object) -> Any:
    return work(_OWN[0], item)


# --- a cluster ---


class Cluster:
    """Does the work on a Dask cluster, which gives what a dead worker had to another."""

    def __init__(self, checker: Checker, client: Client) -> None:
        self._client = client
        # Made by the workers themselves, so that it can be made again when the one that has it dies.
        self._checker = client.submit(pickle.loads, pickle.dumps(checker), pure=False)

    def send(self, value: object) -> Any:
        """Something that several items need: in an item that is a list it stands for the value, and is sent once."""
        return self._client.submit(pickle.loads, pickle.dumps(value), pure=False)

    def map(self, work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """See `Executor`."""
        from distributed.scheduler import KilledWorker

        left = iter(items)
        ahead = _AHEAD * max(1, len(self._client.ncores()))
        waiting: deque[Any] = deque()
        try:
            while True:
                for item in islice(left, ahead - len(waiting)):
                    waiting.append(self._client.submit(_do_alone, work, self._checker, item, pure=False))
                if not waiting:
                    return
                yield waiting.popleft().result()
        except KilledWorker as error:
            raise WorkError("the workers died one after the other; is there enough memory?") from error
        except (CancelledError, OSError) as error:
            raise WorkError(f"the cluster was lost: {error}") from error


def _do_alone(work: Work[Any, Any], checker: Checker, item: object) -> Any:
    with _ALONE:
        return work(checker, item)


@contextmanager
def _client(address: str, jobs: int) -> Iterator[Client]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ExtraError(
            'a cluster needs a package that is not installed: pip install "story-checker[cluster]"'
        ) from error
    if not address:
        workers = jobs if jobs > 1 else os.cpu_count() or 1
        with (
            LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0", silence_logs="ERROR") as own,
            Client(own) as client,
        ):
            yield client
        return
    try:
        client = Client(address, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkError(f"{address}: no Dask cluster answers there") from error
    with client:
        _check_version(address, client)
        yield client


def _check_version(address: str, client: Client) -> None:
    """Other versions find other things."""
    try:
        versions = client.run(_version)
    except ModuleNotFoundError as error:
        raise WorkError(f"{address}: its workers have no Story Checker") from error
    for worker, version in sorted(versions.items()):
        if version != __version__:
            raise WorkError(f"{address}: worker {worker} has Story Checker {version}, not {__version__}")


def _version() -> str:
    return __version__
