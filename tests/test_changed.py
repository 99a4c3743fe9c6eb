"""What git says has changed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.changed import changed_since
from checker.errors import UsageError

Git = Callable[..., None]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in a repository of its own, in which `a.md` and `sub/b.md` are committed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")

    def run(*arguments: str) -> None:
        name = ["-c", "user.name=x", "-c", "user.email=x@example.invalid"]
        subprocess.run(["git", *name, *arguments], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603, S607

    run("init", "-q", "-b", "main")
    put(tmp_path, "a.md", "sub/b.md")
    run("add", ".")
    run("commit", "-qm", "first")
    return run


def put(folder: Path, *names: str, text: str = "x") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_nothing(tmp_path: Path, git: Git) -> None:
    assert changed_since("main", tmp_path) == frozenset()
    git("tag", "-m", "t", "v1")
    assert changed_since("v1", tmp_path) == frozenset()


def test_committed_changed_staged_and_unknown_files(tmp_path: Path, git: Git) -> None:
    git("checkout", "-qb", "work")
    put(tmp_path, 'ä\n "b".md')
    git("add", ".")
    git("commit", "-qm", "second")
    put(tmp_path, "a.md", text="y")
    put(tmp_path, "staged.md")
    git("add", "staged.md")
    put(tmp_path, "new/c.md")
    assert changed_since("main", tmp_path) == {'ä\n "b".md', "a.md", "staged.md", "new/c.md"}


def test_what_main_did_since_is_no_change_of_the_branch(tmp_path: Path, git: Git) -> None:
    git("checkout", "-qb", "work")
    git("checkout", "-q", "main")
    put(tmp_path, "a.md", text="y")
    git("commit", "-qam", "second")
    git("checkout", "-q", "work")
    assert changed_since("main", tmp_path) == frozenset()


def test_paths_are_seen_from_the_folder(tmp_path: Path, git: Git) -> None:
    git("status")
    put(tmp_path, "a.md", "sub/b.md", "sub/c.md", text="y")
    assert changed_since("HEAD", tmp_path / "sub") == {"b.md", "c.md"}


def test_ignored_and_deleted_files(tmp_path: Path, git: Git) -> None:
    git("status")
    put(tmp_path, ".gitignore", text="*.tmp\n")
    put(tmp_path, "x.tmp")
    (tmp_path / "a.md").unlink()
    assert changed_since("HEAD", tmp_path) == {".gitignore", "a.md"}


@pytest.mark.parametrize(
    "revision", ["nowhere", "--help", "--output=x", "-x", "", "HEAD:a.md", "$(touch x)", "main..HEAD"]
)
def test_no_such_revision(tmp_path: Path, git: Git, revision: str) -> None:
    git("status")
    with pytest.raises(UsageError) as refused:
        changed_since(revision, tmp_path)
    assert len(str(refused.value).splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "a.md", "sub"]


def test_histories_with_nothing_in_common(tmp_path: Path, git: Git) -> None:
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-qm", "other")
    with pytest.raises(UsageError, match="main: nothing in common; is the history complete"):
        changed_since("main", tmp_path)


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a git repository"):
        changed_since("HEAD", tmp_path)


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match=r"^git: No such file"):
        changed_since("HEAD", tmp_path)
