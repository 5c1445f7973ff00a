"""Keys of which only the difference was kept are those that would have been kept in full."""

from pathlib import Path

import pytest

from ocop.paths import SitePath
from ocop.state import box
from ocop.state.keys import Kept, KeyStore

BEFORE = Kept(
    {SitePath(f"{number}.html"): b"key %d" % number for number in range(40)},
    {b"frame": {"words": b"mark"}},
)
ONE, TWO = SitePath("1.html"), SitePath("22.html")


@pytest.fixture
def store(tmp_path: Path) -> KeyStore:
    """Return a store that keeps the keys of a publish."""
    found = KeyStore(tmp_path, tmp_path / "site", "program")
    found.keep("first", BEFORE)
    return KeyStore(tmp_path, tmp_path / "site", "program")


def test_what_differs_is_kept_beside_what_was(store: KeyStore, tmp_path: Path) -> None:
    store.amend("first", "second", lambda key: {ONE: (key(ONE) or b"") + b"!", TWO: None})
    store.amend("second", "third", lambda key: {TWO: key(TWO), ONE: (key(ONE) or b"") + b"?"})

    assert (tmp_path / "state").is_dir()
    rest = {path: key for path, key in BEFORE.keys.items() if path != TWO}
    assert store.recall("third") == Kept({**rest, ONE: b"key 1!?"}, BEFORE.frames)
    assert store.recall("second") == Kept(), "another publish"
    assert store.recall("first") == BEFORE, "a site that is as it was"
    others = KeyStore(tmp_path, tmp_path / "site", "another program")
    assert others.recall("third") == Kept()


def test_a_large_difference_is_kept_in_full(
    store: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = dict.fromkeys([*BEFORE.keys][:10], b"new")
    store.amend("first", "second", lambda _: new)

    assert store.recall("second") == Kept({**BEFORE.keys, **new}, BEFORE.frames)
    assert store.recall("first") == Kept()
    monkeypatch.setattr(box, "_MOST_SINCE", 1)
    store.amend("second", "third", lambda _: new)
    assert store.recall("third") == Kept({**BEFORE.keys, **new}, BEFORE.frames)


def test_nothing_is_known_by_a_difference_alone(store: KeyStore, tmp_path: Path) -> None:
    store.amend("first", "second", lambda _: {ONE: b"new"})
    (since,) = tmp_path.glob("state/*-since.keys")
    (whole,) = (one for one in tmp_path.glob("state/*.keys") if one != since)
    sound = since.read_bytes()

    since.write_bytes(sound[:-3])
    assert store.recall("second") == Kept()
    since.write_bytes(sound)
    store.keep("fourth", BEFORE)
    assert store.recall("second") == Kept()
    whole.unlink()
    assert store.recall("second") == Kept()
    store.amend("second", "third", lambda _: {ONE: b"new"})
    assert store.recall("third") == Kept()
