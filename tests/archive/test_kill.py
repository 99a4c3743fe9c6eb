"""A run that is killed, at whatever moment, is finished by the next one as if nothing had happened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.archive import killed
from tests.archive.conftest import dump

SEEDS = Path(__file__).parents[2] / "seeds"
SMALL_STEPS = "[steps]\nread = 2\nmatched = 1\ncompared = 1\n"


def test_killed_ten_times_and_undisturbed_the_same(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text(SMALL_STEPS, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, killed.__file__, SEEDS, tmp_path, tmp_path / "clean", tmp_path / "killed"],
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert int(done.stdout) >= killed.KILLS // 2, done
    clean = dump(tmp_path / "clean")
    assert len(clean["stories"]) == 20
    assert len([row for row in clean["events"] if row[-1]]) > 4
    assert dump(tmp_path / "killed") == clean
