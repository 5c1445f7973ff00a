"""The preview over http: pages, news, faults over the page, and nothing for strangers."""

import http.client
import json
import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath, SourcePath
from ocop.serve.doors import Doors, link_of
from ocop.serve.handler import NONE, Server
from ocop.serve.preview import BuildOutcome, Preview
from ocop.text import Language

PAGE = b"<!doctype html><html><body><p>tea</p></body></html>"
FAULT = Diagnostic("OCOP523", SourcePath("site"), args={"file": "site"})


class Workshop:
    """A preview whose builds do what a test says, and a browser."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.next: BuildOutcome | Exception = BuildOutcome(changed=True)
        self.preview = Preview(self._build)
        self.opened = ExitStack()
        doors = Doors(folder.parent, link_of("vscode") or "")
        self.server = Server("127.0.0.1", 0, folder, self.preview, Language("vi"), NONE, doors)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def _build(self) -> BuildOutcome:
        if isinstance(self.next, Exception):
            raise self.next
        return self.next

    def build(self, outcome: BuildOutcome | Exception) -> None:
        self.next = outcome
        self.preview.refresh(repr)

    def connect(self) -> http.client.HTTPConnection:
        port = self.server.server_address[1]
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        self.opened.callback(connection.close)
        return connection

    def get(
        self, address: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        connection = self.connect()
        connection.request(method, address, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        return answer.status, dict(answer.getheaders()), content

    def close(self) -> None:
        self.preview.close()
        self.opened.close()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """A preview of a site of a few files."""
    site = tmp_path.resolve() / "site"
    (site / "en").mkdir(parents=True)
    (site / "index.html").write_bytes(PAGE)
    (site / "en/index.html").write_bytes(PAGE)
    (site / "tea.avif").write_bytes(b"picture")
    made = Workshop(site)
    yield made
    made.close()


def test_a_page_comes_with_the_panel_which_the_file_does_not_have(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    status, headers, content = workshop.get("/")
    before, panel, after = content.partition(b'<script src="/__ocop/overlay.js"')
    assert status == 200
    assert before == PAGE.removesuffix(b"</body></html>")
    assert re.fullmatch(rb' data-page="index.html" data-tag="\w+"></script></body></html>', after)
    assert panel
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert (workshop.folder / "index.html").read_bytes() == PAGE


def test_other_files_come_as_they_are(workshop: Workshop) -> None:
    status, headers, content = workshop.get("/tea.avif?v=1")
    assert (status, content) == (200, b"picture")
    assert headers["Content-Type"] == "image/avif"


def test_a_folder_is_its_index_page(workshop: Workshop) -> None:
    assert workshop.get("/en/")[0] == 200
    status, headers, _ = workshop.get("/en")
    assert (status, headers["Location"]) == (302, "/en/")


def test_an_unknown_address_shows_the_sites_own_page_for_it(workshop: Workshop) -> None:
    assert workshop.get("/none.html")[0] == 503
    (workshop.folder / "404.html").write_bytes(b"<p>lost")
    status, _, content = workshop.get("/none.html")
    assert status == 404
    assert content.startswith(b"<p>lost<script")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_the_preview_can_only_be_looked_at(workshop: Workshop, method: str) -> None:
    assert workshop.get("/", method)[0] == 501


def test_asking_for_the_head_gives_no_body(workshop: Workshop) -> None:
    status, headers, content = workshop.get("/tea.avif", "HEAD")
    assert (status, headers["Content-Length"], content) == (200, "7", b"")


def test_a_name_of_somebody_else_is_turned_away(workshop: Workshop) -> None:
    for address in ("/", "/__ocop/events", "/__ocop/overlay.js"):
        status, _, content = workshop.get(address, Host="evil.example")
        assert (status, content) == (421, b"421\n")


def add_tea(workshop: Workshop) -> None:
    """Put a product and its page where the preview looks for them."""
    folder = workshop.folder.parent / "content/products/tea"
    folder.mkdir(parents=True)
    (folder / "product.yaml").write_text("name: Chè\n", "utf-8")
    (workshop.folder / "products").mkdir()
    (workshop.folder / "products/tea.html").write_bytes(PAGE)


def tag_in(content: bytes) -> str:
    """The mark by which a page knows whether it is another."""
    found = re.search(rb'data-tag="(\w+)"', content)
    assert found
    return found[1].decode()


class Stream:
    """The news as a browser with a page hears them."""

    def __init__(self, workshop: Workshop, page: str = "index.html", language: str = "vi") -> None:
        self.tag = tag_in(workshop.get(f"/{page}")[2])
        asked = urlencode({"page": page, "tag": self.tag, "lang": language})
        self.connection = workshop.connect()
        self.connection.request("GET", f"/__ocop/events?{asked}")
        self.answer = self.connection.getresponse()
        workshop.opened.callback(self.answer.close)
        assert self.answer.headers["Content-Type"] == "text/event-stream"

    def next(self) -> dict[str, Any]:
        while not (line := self.answer.readline()).startswith(b"data: "):
            assert line, "the stream ended"
        news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return news


def test_a_page_is_told_to_load_anew_when_it_is_another_and_only_then(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    home, english = Stream(workshop), Stream(workshop, "en/index.html")
    assert "reload" not in home.next()
    assert "reload" not in english.next()
    (workshop.folder / "index.html").write_bytes(PAGE.replace(b"tea", b"rice"))
    workshop.build(BuildOutcome(changed=True))
    assert home.next() == {"reload": True}
    assert "reload" not in english.next()


def test_a_page_that_changed_before_it_listened_is_told_at_once(workshop: Workshop) -> None:
    stale = Stream(workshop)
    (workshop.folder / "index.html").write_bytes(PAGE.replace(b"tea", b"rice"))
    workshop.build(BuildOutcome(changed=True))
    stale.next()
    asked = urlencode({"page": "index.html", "tag": stale.tag})
    connection = workshop.connect()
    connection.request("GET", f"/__ocop/events?{asked}")
    assert connection.getresponse().readline() == b'data: {"reload": true}\n'


def test_who_waits_for_a_page_that_is_not_there_yet_is_told_when_it_comes(
    workshop: Workshop,
) -> None:
    waiting = Stream(workshop, "products/new.html")
    assert "reload" not in waiting.next()
    (workshop.folder / "products").mkdir()
    (workshop.folder / "products/new.html").write_bytes(PAGE)
    workshop.build(BuildOutcome(changed=True))
    assert waiting.next() == {"reload": True}


def test_the_search_page_is_new_with_every_build_for_its_files_keep_their_names(
    workshop: Workshop,
) -> None:
    (workshop.folder / "search.html").write_bytes(PAGE)
    search = Stream(workshop, "search.html")
    search.next()
    workshop.build(BuildOutcome(changed=False))
    assert "reload" not in search.next()
    workshop.build(BuildOutcome(changed=True))
    assert search.next() == {"reload": True}


def test_a_page_made_ahead_is_shown_until_the_build_has_the_last_word(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    stream, early = Stream(workshop), PAGE.replace(b"tea", b"rice")
    stream.next()
    workshop.preview.show({SitePath("index.html"): early})
    assert stream.next() == {"reload": True}
    assert b"rice" in workshop.get("/")[2]
    assert b"tea" in workshop.get("/en/")[2]
    workshop.build(BuildOutcome((FAULT,)))
    assert b"tea" in workshop.get("/")[2]


def test_a_page_made_ahead_is_not_loaded_twice_when_the_build_agrees(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    early = PAGE.replace(b"tea", b"rice")
    workshop.preview.show({SitePath("index.html"): early})
    stream = Stream(workshop)
    stream.next()
    (workshop.folder / "index.html").write_bytes(early)
    workshop.build(BuildOutcome(changed=True))
    assert "reload" not in stream.next()


def test_faults_are_told_with_their_place_in_the_language_of_the_page(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    vietnamese, english = Stream(workshop), Stream(workshop, "en/index.html", "en")
    for stream in (vietnamese, english):
        assert stream.next()["faults"] == []
    workshop.build(BuildOutcome((FAULT,)))
    news = vietnamese.next()
    assert (news["language"], news["errors"]) == ("vi", 1)
    assert news["title"] == "Còn 1 lỗi — đang hiện bản tốt gần nhất"
    assert news["faults"] == [
        {
            "code": "OCOP523",
            "severity": "error",
            "path": "site",
            "line": 1,
            "column": 1,
            "message": "“site” là một tệp, không phải thư mục.",
            "hint": "Chọn một thư mục bằng `--out THƯ_MỤC`.",
            "open": f"vscode://file{workshop.folder}:1:1",
        }
    ]
    assert english.next()["title"] == "Faults left: 1 — this is the last good build"
    workshop.build(BuildOutcome(changed=False))
    assert vietnamese.next()["faults"] == []


def test_a_language_that_the_program_does_not_speak_is_answered_in_its_users(
    workshop: Workshop,
) -> None:
    assert Stream(workshop, language="ko").next()["language"] == "vi"


def test_warnings_are_counted_and_those_of_the_pages_own_files_come_first(
    workshop: Workshop,
) -> None:
    add_tea(workshop)
    warnings = [
        Diagnostic("OCOP214", SourcePath(f"content/products/{name}/product.yaml"))
        for name in (*(f"a-{number}" for number in range(40)), "tea")
    ]
    stream = Stream(workshop, "products/tea.html")
    stream.next()
    workshop.build(BuildOutcome(tuple(warnings)))
    news = stream.next()
    assert (news["warned"], news["errors"]) == ("41 cảnh báo", 0)
    assert news["warnings"][0]["path"] == "content/products/tea/product.yaml"
    assert len(news["warnings"]) == 30
    assert news["rest"]["warnings"] == "… và 11 chỗ nữa; xem hết bằng ocop check"


def test_a_page_knows_the_files_that_it_comes_from(workshop: Workshop) -> None:
    add_tea(workshop)
    document = workshop.folder.parent / "content/products/tea/product.yaml"
    news = Stream(workshop, "products/tea.html").next()
    assert news["files"] == [
        {
            "path": "content/products/tea/product.yaml",
            "open": f"vscode://file{document}:1:1",
        }
    ]
    assert Stream(workshop).next()["files"][0]["path"] == "config.yaml"


def test_drafts_are_told_to_their_own_page_and_to_all_others(workshop: Workshop) -> None:
    stream = Stream(workshop)
    assert not stream.next()["draft"]
    workshop.preview.mark([SitePath("index.html"), SitePath("products/tea.html")])
    news = stream.next()
    assert (news["draft"], news["drafts"]) == (True, ["index.html", "products/tea.html"])
    assert not Stream(workshop, "en/index.html").next()["draft"]


def test_a_bug_in_the_build_is_told_and_the_preview_goes_on(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    stream = Stream(workshop)
    stream.next()
    workshop.build(ZeroDivisionError("a bug"))
    assert stream.next()["failure"] == "ZeroDivisionError('a bug')"
    workshop.build(BuildOutcome(changed=True))
    assert stream.next()["failure"] == ""


def test_streams_end_when_the_preview_does(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    stream = Stream(workshop)
    stream.next()
    workshop.preview.close()
    assert b"data" not in stream.answer.read()
    workshop.close()


def test_the_panels_script_is_served_and_nothing_else_of_ours(workshop: Workshop) -> None:
    status, headers, content = workshop.get("/__ocop/overlay.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"EventSource" in content
    assert workshop.get("/__ocop/handler.py")[0] == 404


def test_the_sites_worker_is_replaced_by_one_that_forgets(workshop: Workshop) -> None:
    (workshop.folder / "sw.js").write_bytes(b"keep()")
    status, headers, content = workshop.get("/sw.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"unregister()" in content


def test_the_page_for_lost_visitors_finds_its_style_in_the_preview(workshop: Workshop) -> None:
    lost = b'<html data-root="https://a.example/b/"><link href="https://a.example/b/s.css">'
    (workshop.folder / "404.html").write_bytes(lost)
    assert b'<html data-root="/"><link href="/s.css">' in workshop.get("/none.html")[2]


def test_a_port_can_be_taken_again_right_after_a_stop(tmp_path: Path) -> None:
    preview = Preview(BuildOutcome)
    language = Language("vi")
    with Server("127.0.0.1", 0, tmp_path, preview, language) as first:
        port = first.server_address[1]
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.connect()
        accepted, _ = first.get_request()
        # Who closes first keeps the port occupied for a minute, unless the next one shares it.
        first.shutdown_request(accepted)
        connection.close()

    with Server("127.0.0.1", port, tmp_path, preview, language) as second:
        assert second.server_address[1] == port
    preview.close()
