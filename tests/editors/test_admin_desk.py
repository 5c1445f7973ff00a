"""What the web editor may do to the files on this computer, asked as Decap asks."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ocop.serve.editor import editor_routes
from ocop.serve.routes import Answer, Asked, Routes, route_for
from ocop.text import Language
from support.project import PRODUCT, SMALL, project

CHE = "content/products/che/product.yaml"


class Office:
    """A project and the editor's answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.routes: Routes = editor_routes(folder, "token", Language("vi"))

    def ask(self, action: str, **params: Any) -> Any:
        """What an action returns; its status where it is refused."""
        told = {"branch": "main", "action": action, "params": params}
        answer = self.post(json.dumps(told).encode())
        return json.loads(answer.content) if answer.status == 200 else int(answer.status)

    def post(self, body: bytes) -> Answer:
        path = "/admin/api/token/v1"
        route = route_for(self.routes, "POST", path)
        assert route is not None
        return route(Asked("POST", path, body=body))

    def get(self, path: str) -> Answer:
        route = route_for(self.routes, "GET", path)
        assert route is not None
        return route(Asked("GET", path))

    def save(self, path: str, raw: str, *assets: Mapping[str, str]) -> Any:
        return self.ask(
            "persistEntry",
            dataFiles=[{"path": path, "slug": "che/product", "raw": raw}],
            assets=list(assets),
            options={},
        )

    def files(self) -> dict[str, bytes]:
        found = sorted(one for one in self.folder.rglob("*") if one.is_file())
        return {one.relative_to(self.folder).as_posix(): one.read_bytes() for one in found}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A small project, opened for editing."""
    return Office(project(tmp_path.resolve(), SMALL))


def photo(path: str, content: bytes = b"picture") -> dict[str, str]:
    return {"path": path, "content": base64.b64encode(content).decode(), "encoding": "base64"}


def test_entries_are_listed_and_read_as_they_lie(office: Office) -> None:
    (listed,) = office.ask("entriesByFolder", folder="content/products", extension="yaml", depth=2)

    assert listed["file"]["path"] == CHE
    assert listed["data"] == PRODUCT
    assert office.ask("getEntry", path=CHE) == listed
    assert office.ask("entriesByFiles", files=[{"path": CHE}]) == [listed]
    assert office.ask("getEntry", path="content/products/khac/product.yaml") == 404


def test_what_is_saved_is_in_its_canonical_form_and_nothing_else_is_touched(office: Office) -> None:
    before = office.files()
    raw = "set: 11\nname: Che\u0300 # của xã\ncode: 010\norigin: {province: Thanh Hóa}\n"

    assert office.save(CHE, raw) == {"message": "entry persisted"}
    assert office.files() == {
        **before,
        CHE: 'name: Chè # của xã\nset: 11\norigin: {province: Thanh Hóa}\ncode: "010"\n'.encode(),
    }


def test_an_entry_its_photos_and_its_story_are_written_together(office: Office) -> None:
    folder = "content/products/mat-ong"
    office.save(f"{folder}/product.yaml", PRODUCT, photo(f"{folder}/Tổ ong.jpg"))
    office.save(f"{folder}/story.vi.md", "Một.\r\n")

    assert (office.folder / folder / "Tổ ong.jpg").read_bytes() == b"picture"
    assert (office.folder / folder / "story.vi.md").read_text("utf-8") == "Một.\n"
    (listed,) = office.ask("getMedia", mediaFolder=folder)
    assert base64.b64decode(listed["content"]) == b"picture"
    assert office.ask("getMediaFile", path=listed["path"]) == listed
    assert office.ask("deleteFiles", paths=[listed["path"]]) == {"message": "deleted"}
    assert office.ask("getMedia", mediaFolder=folder) == []


@pytest.mark.parametrize(
    "path",
    [
        *("config.yaml", "content/x.yaml", "content/products/che/che.yaml", "/etc/passwd"),
        *("content/products/Che/product.yaml", "content/products/che/../../../x/product.yaml"),
        *("content/products/che/product-1.yaml", "content/.git/hooks/product.yaml", "", "content"),
        *("content/products/che/story.vi.md/../product.yaml", "C:\\content\\product.yaml"),
        *("content/producers/che/product.yaml", "content/products/che/a/product.yaml", "a\0b"),
    ],
)
def test_no_other_file_is_ever_written(office: Office, path: str) -> None:
    before = office.files()

    assert office.save(path, PRODUCT) == 403
    assert office.ask("persistMedia", asset=photo(path)) == 403
    assert office.ask("deleteFiles", paths=[path]) == 403
    assert office.files() == before


@pytest.mark.parametrize("name", ["product.yaml", "story.vi.md", "a.html", "a.js", ".a.jpg"])
def test_only_photos_and_papers_are_uploaded_or_taken_away(office: Office, name: str) -> None:
    path = f"content/products/che/{name}"

    assert office.save(CHE, PRODUCT, photo(path)) == 403
    assert office.ask("persistMedia", asset=photo(path)) == 403
    assert office.ask("deleteFile", path=path) == 403


def test_no_link_leads_out_of_the_content(office: Office, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "product.yaml").write_text(PRODUCT, "utf-8")
    (office.folder / "content/products/la").symlink_to(outside)

    assert office.ask("getEntry", path="content/products/la/product.yaml") == 403
    assert office.save("content/products/la/product.yaml", "name: x\n") == 403
    listed = office.ask("entriesByFolder", folder="content/products", extension="yaml", depth=2)
    assert [one["file"]["path"] for one in listed] == [CHE]


@pytest.mark.parametrize("raw", ["name: a\nname: b\n", "a: [", "a: &x 1\n", "\tname: a\n", "a\n"])
def test_a_text_that_is_no_content_is_not_written(office: Office, raw: str) -> None:
    before = office.files()

    assert office.save(CHE, raw) == 403
    assert office.files() == before


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"{}", b'{"action": "persistEntry"}', b"\xff"]
)
def test_what_is_no_request_is_answered_all_the_same(office: Office, body: bytes) -> None:
    assert office.post(body).status == 400
    assert office.ask("launch") == 403


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(office: Office) -> None:
    office.ask("getEntry", path=CHE)
    (office.folder / CHE).write_text(PRODUCT + "gift: true\n", "utf-8")

    assert office.save(CHE, PRODUCT) == 409
    assert "gift: true" in (office.folder / CHE).read_text("utf-8")
    office.ask("getEntry", path=CHE)
    assert office.save(CHE, PRODUCT) == {"message": "entry persisted"}
    assert office.save(CHE, PRODUCT.replace("11", "12")) == {"message": "entry persisted"}


def test_a_change_of_folder_is_left_to_the_command_for_it(office: Office) -> None:
    file = {"path": CHE, "slug": "x", "raw": PRODUCT, "newPath": "content/products/x/product.yaml"}

    assert office.ask("persistEntry", dataFiles=[file], assets=[], options={}) == 403


def test_the_page_knows_the_address_that_saves_and_nobody_else_does(office: Office) -> None:
    told = json.loads(office.get("/admin/config.yml").content)

    assert told["backend"] == {"name": "proxy", "proxy_url": "/admin/api/token/v1"}
    assert route_for(office.routes, "POST", "/admin/api/other/v1") is None
    assert office.get("/admin/").kind.startswith("text/html")
    assert office.get("/admin/config.yml").kind.startswith("text/yaml")
    assert office.get("/admin/khac.js").status == 404
    assert office.get("/admin").headers["Location"] == "/admin/"
