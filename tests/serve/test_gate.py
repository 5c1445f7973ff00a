"""Whom the preview answers, and with which files."""

from pathlib import Path

import pytest

from ocop.serve.gate import content_type, find, is_trusted


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "LOCALHOST:8000",
        "ocop.localhost:8000",
        "127.0.0.1:8000",
        "192.168.1.7:8000",
        "[::1]:8000",
        "[::1]",
        "may-lan:8000",
    ],
)
def test_a_host_that_is_this_computer_is_trusted(host: str) -> None:
    assert is_trusted(host, "may-lan")


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        ":",
    ],
)
def test_a_name_that_anybody_could_point_here_is_not(host: str) -> None:
    assert not is_trusted(host, "127.0.0.1")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with secrets around and inside it."""
    site = tmp_path.resolve() / "site"
    (site / "en").mkdir(parents=True)
    (site / "index.html").write_bytes(b"")
    (site / "en/trà.html").write_bytes(b"")
    (site / ".ocop-manifest.json").write_bytes(b"")
    (tmp_path / "secret.txt").write_bytes(b"")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "folder").symlink_to(tmp_path)
    return site


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/", ""),
        ("/index.html", "index.html"),
        ("/index.html?q=../x#y", "index.html"),
        ("/en/", "en"),
        ("/en", "en"),
        ("/en/tr%C3%A0.html", "en/trà.html"),
    ],
)
def test_an_address_leads_to_its_file(root: Path, address: str, found: str) -> None:
    assert find(root, address) == root / found


@pytest.mark.parametrize(
    "address",
    [
        "/none.html",
        "/../secret.txt",
        "/en/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/en/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/C:/secret.txt",
        "/.ocop-manifest.json",
        "/en/./tr%C3%A0.html",
        "//secret.txt",
        "/link.txt",
        "/folder/secret.txt",
        "/a%00b",
        "/%ff%fe",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_hidden_or_linked_is_shown(root: Path, address: str) -> None:
    assert find(root, address) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.avif", "image/avif"),
        ("a.woff2", "font/woff2"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("a.JPG", "image/jpeg"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_files_have_their_media_types(name: str, kind: str) -> None:
    assert content_type(Path(name)) == kind
