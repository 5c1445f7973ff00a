"""Without a network: what was seen, what was saved, and never a mixture of two editions."""

import json
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.search.server import Listener
from support.sites import ROOT, build

SEEN, UNSEEN = "products/che-xuan-doi-som.html", "products/mien-khoi-lam.html"

OLD, NEW = "Sợi trong màu khói, dai, nấu lâu không nát.", "Nếm một lần là nhớ mãi."

PATIENCE = 30_000
"""Milliseconds in which a busy machine saves the example."""


class Server(Listener):
    """A site that tells what was asked for, can hold an answer back, and can go away."""

    allow_reuse_address = True

    def __init__(self, site: Path, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), partial(_Told, directory=str(site)))
        self.site = site
        self.asked: list[str] = []
        self.held = ""
        self.go = threading.Event()
        self.connected: set[socket.socket] = set()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        self.connected.add(connection)
        return connection, address

    def leave(self) -> None:
        """Stop, also for connections that a browser opened before it needed them."""
        self.shutdown()
        self.server_close()
        for connection in self.connected:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Told(SimpleHTTPRequestHandler):
    server: Server

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""

    def end_headers(self) -> None:
        # Without it a browser takes a page that was old when it came for fresh a while longer.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        self.server.asked.append(path)
        if self.server.held and path.startswith(self.server.held):
            self.server.go.wait(30)
        super().do_GET()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its site, built once."""
    project = tmp_path_factory.mktemp("built") / "nho"
    shutil.copytree(ROOT / "examples/nho", project, ignore=shutil.ignore_patterns(".ocop"))
    build(project, project / "site")
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "nho")
    return tmp_path / "nho"


@pytest.fixture
def site(project: Path) -> Path:
    return project / "site"


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    server = Server(site)
    yield server
    server.go.set()
    server.leave()


@contextmanager
def away(server: Server) -> Iterator[None]:
    """The network is lost, and comes back at the same address."""
    server.leave()
    yield
    server.__init__(server.site, server.server_address[1])  # type: ignore[misc]


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield page
    context.close()
    assert heard == []


def visited(page: Page, server: Server, path: str) -> None:
    """Open a page and wait until the worker has kept it."""
    page.goto(server.address + path)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(
        """async (wanted) => {
          const cache = await caches.open("ocop " + location.origin + "/ seen");
          const came = performance.getEntriesByType("resource").map((one) => one.name);
          for (const one of [wanted, ...came.filter((one) => !/sw.js|offline.vi.json/.test(one))])
            while (!(await cache.match(one)))
              await new Promise((resolve) => setTimeout(resolve, 20));
        }""",
        server.address + path,
    )


def saved(page: Page, server: Server) -> None:
    """Save the catalogue through its page."""
    visited(page, server, "offline.html")
    page.locator("#keep-save").click()
    expect(page.get_by_text("Đang là bản mới nhất.")).to_be_visible(timeout=PATIENCE)


def files(page: Page) -> list[str]:
    """What is saved, by hash."""
    found: list[str] = page.evaluate(
        """async () => (await (await caches.open("ocop " + location.origin + "/ saved")).keys())
          .map((one) => one.url)"""
    )
    return sorted(found)


def test_nothing_is_asked_for_before_the_page_has_loaded(page: Page, server: Server) -> None:
    server.held = "static/fonts/"
    page.goto(server.address + SEEN, wait_until="domcontentloaded")
    before = list(server.asked)
    server.go.set()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    assert "sw.js" not in before
    assert "offline.html" not in before
    assert not [path for path in before if path.startswith("offline/")]
    assert "sw.js" in server.asked


def test_a_page_that_was_seen_opens_again(page: Page, server: Server) -> None:
    visited(page, server, SEEN)
    with away(server):
        page.goto(server.address + SEEN)
        expect(page.locator("h1")).to_have_text("Chè xuân Đồi Sớm")
        assert page.evaluate("getComputedStyle(document.body).fontFamily.includes('Be Vietnam')")


def test_a_page_that_was_not_seen_leads_to_what_can_be_done(page: Page, server: Server) -> None:
    visited(page, server, SEEN)
    visited(page, server, SEEN)  # now under the worker's eyes
    with away(server):
        page.goto(server.address + UNSEEN)
        expect(page.locator("#lost")).to_be_visible()
        again = page.locator("#again").get_attribute("href")

    assert again == server.address + UNSEEN
    page.locator("#again").click()
    expect(page.locator("[data-product]").first).to_be_visible()


def test_a_saved_catalogue_opens_everywhere_and_finds(page: Page, server: Server) -> None:
    saved(page, server)
    with away(server):
        page.goto(server.address + UNSEEN)
        expect(page.locator("article[data-rating-expires]").first).to_be_visible()
        page.goto(server.address + "search.html?q=mien khoi lam")
        expect(page.locator("#results")).to_have_attribute("data-ready", "true")
        assert page.locator("#results [data-product]").count() == 1
        page.goto(server.address + "offline.html")
        expect(page.locator("#keep-state")).to_contain_text("Đã lưu ngày")


def test_an_edit_brings_only_what_it_changed(page: Page, server: Server, project: Path) -> None:
    saved(page, server)
    edited(project)
    server.asked.clear()
    saved(page, server)
    brought = {path for path in server.asked if path.endswith((".html", ".js", ".avif"))}

    assert UNSEEN in brought
    assert len(brought) < 40
    assert not [path for path in brought if path.startswith(("photos/", "static/"))]


def test_half_an_edition_is_never_shown(page: Page, server: Server, project: Path) -> None:
    saved(page, server)
    edited(project)
    (project / "site" / UNSEEN).write_text("cut short", "utf-8")  # a site in mid-upload
    visited(page, server, "offline.html")
    page.locator("#keep-save").click()
    expect(page.locator("#keep-state")).to_contain_text("vừa được cập nhật", timeout=PATIENCE)
    with away(server):
        page.goto(server.address + UNSEEN)
        expect(page.locator("article[data-rating-expires]").first).to_be_visible()
        assert OLD in page.content()
        assert NEW not in page.content()


def test_what_a_new_edition_no_longer_has_is_let_go(
    page: Page, server: Server, project: Path
) -> None:
    saved(page, server)
    before = files(page)
    edited(project)
    saved(page, server)
    listed = json.loads((project / "site/offline/vi.json").read_text("utf-8"))
    hashes = {one[1] for one in listed["files"].values()}

    assert files(page) != before
    assert {one.rpartition("/")[2] for one in files(page)} >= hashes
    assert len(files(page)) == len(hashes) + len(listed["photos"]) + 1


def test_the_saved_copy_can_be_removed(page: Page, server: Server) -> None:
    saved(page, server)
    page.locator("#keep-forget").click()
    expect(page.locator("#keep-state")).to_have_text("Chưa lưu bản nào.")
    assert files(page) == []


def test_a_catalogue_that_no_longer_offers_it_lets_go_of_all(
    page: Page, server: Server, project: Path
) -> None:
    saved(page, server)
    config = project / "config.yaml"
    config.write_text(config.read_text("utf-8") + "\noffline: false\n", "utf-8")
    build(project, project / "site")
    page.goto(server.address + "index.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one && one.update())")
    page.evaluate(
        """async () => {
          while ((await navigator.serviceWorker.getRegistrations()).length
              || (await caches.keys()).length)
            await new Promise((resolve) => setTimeout(resolve, 20));
        }"""
    )

    assert page.locator("[data-offline]").count() == 0
    assert not (project / "site/offline.html").exists()
    assert not (project / "site/offline").exists()


def test_a_hostile_address_leads_nowhere(page: Page, server: Server) -> None:
    page.goto(server.address + "offline.html#https://elsewhere.example/")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("#lost").is_hidden()
    page.goto(server.address + "offline.html#javascript:alert(1)")
    page.reload()
    assert page.locator("#lost").is_hidden()


def test_from_a_stick_the_page_says_what_else_there_is(page: Page, site: Path) -> None:
    page.goto((site / "offline.html").as_uri())
    expect(page.locator("#keep-unable")).to_be_visible()
    expect(page.locator("#keep")).to_be_hidden()


def edited(project: Path) -> None:
    """Write a product's summary anew and publish."""
    path = project / "content/products" / Path(UNSEEN).stem / "product.yaml"
    text = path.read_text("utf-8")
    assert OLD in text
    path.write_text(text.replace(OLD, NEW), "utf-8")
    build(project, project / "site")
