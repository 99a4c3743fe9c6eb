from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.files import write_atomic


def test_text_is_written_as_utf_8_with_its_line_ends(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a.txt", "Zoë\r\n\n")
    assert (tmp_path / "a.txt").read_bytes() == "Zoë\r\n\n".encode()


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old and longer")
    write_atomic(target, "new")
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_atomic(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no folder .*nowhere"):
        write_atomic(tmp_path / "nowhere" / "a.txt", "text")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="directory"):
        write_atomic(tmp_path, "text")


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def full(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match=r"a\.txt: No space left on device"):
        write_atomic(target, "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_device_is_written_to_and_stays_one() -> None:
    write_atomic(Path("/dev/null"), "text")
    assert Path("/dev/null").is_char_device()
