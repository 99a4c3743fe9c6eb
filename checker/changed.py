"""What git says has changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from checker.errors import UsageError

# Nobody is there to be asked, nothing is written, and its messages are in one language.
_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_SECONDS = 120


def changed_since(revision: str, root: Path) -> frozenset[str]:
    """The files below a folder that differ from where its branch left a revision, those that git does not know too.

    Args:
        revision: a commit, branch or tag.
        root: the folder.

    Returns:
        Paths as seen from the folder.

    Raises:
        UsageError: there is no git, no repository, or no such revision.
    """
    if not _git(root, "rev-parse", "--is-inside-work-tree").startswith("true"):
        raise UsageError(f"{root}: not in a git repository")
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", said=revision).strip()
    base = _git(root, "merge-base", commit, "HEAD", said=revision, hint="; is the history complete?").strip()
    differing = _git(root, "diff", "--name-only", "--relative", "--no-renames", "--no-ext-diff", "-z", base, "--")
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(path for path in (differing + unknown).split("\0") if path)


def _git(root: Path, *arguments: str, said: str = "", hint: str = "") -> str:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and arguments of our own
            ["git", "-c", "core.quotePath=false", *arguments],  # noqa: S607 - the one on the path
            cwd=root,
            env=os.environ | _ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except OSError as error:
        raise UsageError(f"git: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"git {arguments[0]}: no answer in {_SECONDS} seconds") from error
    if done.returncode:
        lines = os.fsdecode(done.stderr).strip().splitlines() or ["nothing in common"]
        raise UsageError(f"{said or root}: {lines[-1].removeprefix('fatal: ')}{hint}")
    return os.fsdecode(done.stdout)
