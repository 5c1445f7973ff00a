"""Paths that lie in blocks are the paths that they were."""

import os

import pytest

from ocop.state import blocks
from ocop.state.blocks import Blocks, joined, raw

PATHS = tuple(f"content/{number:03}/é" for number in range(25))


@pytest.mark.parametrize("size", [1, 4, 5, 24, 25, 26])
def test_blocks_are_taken_apart_as_they_were_joined(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK", size)
    found = Blocks(list(joined(PATHS)), len(PATHS))

    assert found == PATHS
    assert len(found) == 25
    for start in range(0, 27, 3):
        for end in (start, start + 1, start + size, None):
            assert found[start:end] == PATHS[start:end]
        assert raw(found, start, start + size) == [*map(os.fsencode, PATHS[start : start + size])]
    assert [found[at] for at in range(-25, 25)] == [PATHS[at] for at in range(-25, 25)]
    with pytest.raises(IndexError):
        found[25]


def test_blocks_of_another_number_are_refused() -> None:
    with pytest.raises(ValueError, match="another form"):
        Blocks([b"a"], 2_001)
