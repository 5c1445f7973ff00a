"""The web editor as part of the site: only where it was asked for, pinned, with its own policy."""

import json
import re
from pathlib import Path

import pytest

from ocop.config import AdminSettings
from ocop.pages.admin.files import integrity, policy, vendored
from ocop.pages.admin.setup import forge, local
from ocop.paths import SitePath
from ocop.text import Language
from support.edition import files, packed
from support.editor import FILES
from support.project import CONFIG as SETTINGS
from support.project import SMALL, build, project
from support.terminal import caller

ADMIN = "admin: {backend: gitlab, repo: so/ocop, app_id: 9f2c}\n"
PAGE = FILES[SitePath("admin/index.html")].decode()


def test_every_script_is_the_one_that_was_vendored() -> None:
    told = dict(re.findall(r'<script src="([^"]+)" integrity="([^"]+)"', PAGE))

    assert set(told) == {"shapes.js", "editor.js", *(f"vendor/{name}" for name in vendored())}
    for name, expected in told.items():
        assert integrity(FILES[SitePath(f"admin/{name}")]) == expected
    for name, one in vendored().items():
        assert told[f"vendor/{name}"] == one["integrity"]
        assert re.fullmatch(r"[a-z-]+@\d+\.\d+\.\d+", one["package"])


def test_licences_come_along() -> None:
    names = [name for name in FILES if "LICENSE" in name]

    assert len(names) == 3
    assert all(b"Permission is hereby granted" in FILES[SitePath(f"admin/vendor/{name}/LICENSE")]
               for name in ("decap-cms", "js-yaml"))  # fmt: skip


def test_the_page_may_speak_to_its_own_host_and_to_the_forge_alone() -> None:
    gitlab = forge(AdminSettings("gitlab", "so/ocop", app_id="9f", base_url="https://git.so.vn/x"))

    assert "connect-src 'self' blob:;" in policy(local("/api", Language("vi")))
    assert "https:" not in policy(local("/api", Language("vi")))
    assert "connect-src 'self' blob: https://git.so.vn;" in policy(gitlab)
    assert not re.search(r'(?:src|href)="(?!data:,)(?:[a-z]+:|//)', PAGE)


def test_a_site_has_an_editor_only_where_its_settings_ask_for_one(tmp_path: Path) -> None:
    folder = project(tmp_path, SMALL)
    build(folder)
    before = {path.name for path in (folder / "site").iterdir()}
    robots = (folder / "site/robots.txt").read_text("utf-8")
    headers = (folder / "site/_headers").read_text("utf-8")
    (folder / "config.yaml").write_text(SETTINGS + ADMIN, "utf-8")
    build(folder)

    assert {path.name for path in (folder / "site").iterdir()} == {*before, "admin"}
    assert "admin" not in robots + headers
    assert "Disallow: /admin/\n" in (folder / "site/robots.txt").read_text("utf-8")
    assert "/admin/*\n" in (folder / "site/_headers").read_text("utf-8")
    told = json.loads((folder / "site/admin/config.yml").read_text("utf-8"))
    assert told["backend"]["repo"] == "so/ocop"
    (folder / "config.yaml").write_text(SETTINGS, "utf-8")
    build(folder)
    assert {path.name for path in (folder / "site").iterdir()} == before


def test_no_edition_on_a_stick_has_an_editor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path, {**SMALL, "config.yaml": SETTINGS + ADMIN})
    packed(caller(capsys, monkeypatch), folder, "--out", str(tmp_path / "stick"))

    assert "BATDAU.html" in files(tmp_path / "stick")
    assert not [name for name in files(tmp_path / "stick") if "admin" in name]
