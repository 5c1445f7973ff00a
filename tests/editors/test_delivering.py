"""Several files written at once: all of them or none."""

from pathlib import Path

import pytest

from ocop.fair.deliver import deliver_all


def test_all_are_written_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("cũ")

    deliver_all({tmp_path / "a": b"1", tmp_path / "new/b": b"2"})

    assert {one.name: one.read_text() for one in tmp_path.rglob("*") if one.is_file()} == {
        "a": "1",
        "b": "2",
    }


def test_where_one_cannot_be_put_in_place_all_are_as_before(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("cũ")
    (tmp_path / "c").write_text("cũ")
    (tmp_path / "b").mkdir()  # a folder: no file can take its place

    with pytest.raises(OSError, match="b"):
        deliver_all({tmp_path / "a": b"1", tmp_path / "b": b"2", tmp_path / "c": b"3"})

    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b", "c"]
    assert [(tmp_path / name).read_text() for name in "ac"] == ["cũ", "cũ"]
