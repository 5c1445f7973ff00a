"""The list of a site of which few files differ is the one that would be written anew."""

import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import hypothesis.strategies as st
import pytest
from hypothesis import given

from ocop.paths import SitePath
from ocop.publish import lines
from ocop.publish.gate import all_safe
from ocop.publish.lines import Lines, relisted, tops, under
from ocop.publish.manifest import Entry, dump, listed

PATHS = st.text('ab0/.-"\\é𠀀 ,\x7f', min_size=1, max_size=6).map(SitePath)
ENTRIES = st.builds(Entry, st.integers(0, 10_000_000), st.just("0" * 64) | st.just("f" * 64))
SITES = st.dictionaries(PATHS, ENTRIES, max_size=8)
CHANGES = st.dictionaries(PATHS, st.none() | ENTRIES, max_size=4)
BLOCKS = st.sampled_from([1, 200, 1 << 14])


@contextmanager
def blocks_of(size: int) -> Iterator[None]:
    """Look through so many bytes at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_BLOCK", size)
        yield


def read(files: dict[SitePath, Entry]) -> dict[SitePath, Entry]:
    """Return the files as they are read from a manifest."""
    return {path: files[path] for path in sorted(files)}


def whole(files: Mapping[SitePath, Entry]) -> bytes:
    """Return the manifest of a site."""
    return b"".join(dump([listed(files)], "1"))


@given(before=SITES, changes=CHANGES, size=BLOCKS)
def test_any_change_of_any_site(
    before: dict[SitePath, Entry], changes: dict[SitePath, Entry | None], size: int
) -> None:
    there = read(before)
    after = {path: one for path, one in (there | changes).items() if one}
    written = whole(there)
    with blocks_of(size):
        assert b"".join(relisted(written, there, changes)) == listed(after)
        assert b"".join(relisted(written, Lines(written), changes)) == listed(after)


@given(before=SITES, changes=CHANGES)
def test_a_list_in_another_form_is_written_anew(
    before: dict[SitePath, Entry], changes: dict[SitePath, Entry | None]
) -> None:
    after = {path: one for path, one in (before | changes).items() if one}
    written = whole(before)
    for content in (b"{}", written[:-1], written.replace(b",\n", b", ")):
        assert b"".join(relisted(content, read(before), changes)) == listed(after)
    unsorted = {path: before[path] for path in sorted(before, reverse=True)}
    assert b"".join(relisted(written, unsorted, changes)) == listed(after)


@given(files=SITES, others=st.lists(PATHS, max_size=4), size=BLOCKS)
def test_lines_tell_what_a_manifest_tells(
    files: dict[SitePath, Entry], others: list[SitePath], size: int
) -> None:
    with blocks_of(size):
        known = pickle.loads(pickle.dumps(Lines(whole(files))))  # as a worker gets them
        assert len(known) == len(files)
        if all_safe(files):  # as all are that were published
            assert dict(known.items()) == dict(known) == files
        for path in (*files, *others):
            assert (path in known) == (path in files)
            assert known.get(path) == files.get(path)
        assert tops(known) == tops(files)
        for folder in ("a/", "b/", "é/", "-/", "a/b/", "/"):
            assert under(known, folder) == under(files, folder)
