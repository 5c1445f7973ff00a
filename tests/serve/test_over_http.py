"""The preview over http: pages, news, faults over the page, and nothing for strangers."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.serve.handler import Server
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
        self.server = Server("127.0.0.1", 0, folder, self.preview, Language("vi"))
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
    panel = b'<script src="/__ocop/overlay.js" data-version="1"></script>'
    assert status == 200
    assert content == PAGE.replace(b"</body>", panel + b"</body>")
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


class Stream:
    """The news as a browser hears them."""

    def __init__(self, workshop: Workshop) -> None:
        self.connection = workshop.connect()
        self.connection.request("GET", "/__ocop/events")
        self.answer = self.connection.getresponse()
        workshop.opened.callback(self.answer.close)
        assert self.answer.headers["Content-Type"] == "text/event-stream"

    def next(self) -> dict[str, Any]:
        while not (line := self.answer.readline()).startswith(b"data: "):
            assert line, "the stream ended"
        news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return news


def test_a_browser_hears_of_every_build_and_of_the_present_state_first(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    stream = Stream(workshop)
    assert stream.next()["version"] == 1
    workshop.build(BuildOutcome(changed=True))
    assert stream.next()["version"] == 2
    workshop.build(BuildOutcome(changed=False))
    assert stream.next()["version"] == 2


def test_faults_are_told_with_their_place_in_the_users_language(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    stream = Stream(workshop)
    stream.next()
    workshop.build(BuildOutcome((FAULT,)))
    news = stream.next()
    assert (news["version"], news["language"]) == (1, "vi")
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
        }
    ]
    workshop.build(BuildOutcome(changed=False))
    assert stream.next()["faults"] == []


def test_a_bug_in_the_build_is_told_and_the_preview_goes_on(workshop: Workshop) -> None:
    workshop.build(BuildOutcome(changed=True))
    stream = Stream(workshop)
    stream.next()
    workshop.build(ZeroDivisionError("a bug"))
    news = stream.next()
    assert (news["version"], news["failure"]) == (1, "ZeroDivisionError('a bug')")
    workshop.build(BuildOutcome(changed=True))
    news = stream.next()
    assert (news["version"], news["failure"]) == (2, "")


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
