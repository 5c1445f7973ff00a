"""What the program makes of its own files is made once, and again when they change."""

import os
from pathlib import Path

import pytest

from ocop import beside
from ocop.beside import kept, stamp_of
from ocop.tables import parse_table, read_table


def test_a_thing_is_made_once_for_one_stamp(tmp_path: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"so\nwhat")
        return made[-1]

    found = [kept("thing", stamp, make, tmp_path) for stamp in ("1", "1", "2", "2", "1")]

    assert found == [b"so\nwhat"] * 5
    assert len(made) == 3


def test_what_cannot_be_kept_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")

    assert kept("thing", "1", lambda: b"made", tmp_path / "file") == b"made"
    assert (tmp_path / "file").read_text("utf-8") == "in the way"


def test_a_table_is_read_again_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside.kept, "__defaults__", (tmp_path / "cache",))
    table = tmp_path / "texts.yaml"
    table.write_text("a: chè\nb: {one: 1}\n", "utf-8")
    first = [read_table(table), read_table(table)]
    table.write_text("a: trà\nb: {one: 1}\n", "utf-8")
    os.utime(table, (1, 1))

    assert first == [{"a": "chè", "b": {"one": "1"}}] * 2
    assert read_table(table) == {"a": "trà", "b": {"one": "1"}} == parse_table(table)


def test_a_stamp_tells_files_of_one_length_apart_by_their_time(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("x", "utf-8")
    before = stamp_of(file)
    os.utime(file, (1, 1))

    assert stamp_of(file) != before
