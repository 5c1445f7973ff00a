"""Answers that others add to the preview, for this computer's own pages alone."""

import http.client
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from ocop.serve.gate import is_here, is_own_page
from ocop.serve.handler import Server
from ocop.serve.preview import BuildOutcome, Preview
from ocop.serve.routes import MOST_BYTES, Answer, Asked, Routes, route_for
from ocop.text import Language


def echo(asked: Asked) -> Answer:
    """Answer with what was asked."""
    told = f"{asked.method} {asked.path}?{asked.query} {asked.body.decode()}"
    return Answer(told.encode(), "text/plain", HTTPStatus.ACCEPTED, {"X-Kind": "echo"})


def broken(_: Asked) -> Answer:
    """Fail."""
    raise ZeroDivisionError("a bug")


ROUTES: Routes = {
    ("POST", "/api/v1"): echo,
    ("GET", "/admin/"): echo,
    ("GET", "/admin/broken"): broken,
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A preview with some answers of others."""
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin/index.html").write_bytes(b"<p>the site's own</p>")
    preview = Preview(BuildOutcome)
    made = Server("127.0.0.1", 0, tmp_path.resolve(), preview, Language("vi"), ROUTES)
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    yield made
    preview.close()
    made.shutdown()
    made.server_close()


def ask(
    server: Server, method: str, path: str, body: bytes = b"", **headers: str
) -> tuple[int, bytes, str]:
    """Return the status, the content and the media type of an answer."""
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body or None, named)
    answer = connection.getresponse()
    found = answer.status, answer.read(), answer.headers["Content-Type"]
    connection.close()
    return found


def test_a_route_gets_the_whole_request_and_its_answer_is_sent(server: Server) -> None:
    found = ask(server, "POST", "/api/v1?a=1", "chè".encode())
    assert found == (202, "POST /api/v1?a=1 chè".encode(), "text/plain")


def test_a_route_stands_for_all_that_lies_below_it_and_before_the_files(server: Server) -> None:
    assert ask(server, "GET", "/admin/")[1] == b"GET /admin/? "
    assert ask(server, "GET", "/admin/a/b.js")[1] == b"GET /admin/a/b.js? "


def test_asking_a_route_for_the_head_gives_no_body(server: Server) -> None:
    assert ask(server, "HEAD", "/admin/") == (202, b"", "text/plain")


def test_a_method_that_a_route_does_not_know_is_refused(server: Server) -> None:
    assert ask(server, "GET", "/api/v1")[0] == 405
    assert ask(server, "DELETE", "/admin/")[0] == 405


def test_what_is_no_route_can_only_be_looked_at(server: Server) -> None:
    assert ask(server, "POST", "/index.html", b"x")[0] == 501


def test_a_bug_in_a_route_ends_nothing(server: Server) -> None:
    assert ask(server, "GET", "/admin/broken")[:2] == (500, b"ZeroDivisionError: a bug")
    assert ask(server, "GET", "/admin/")[0] == 202


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_page_of_another_origin_reaches_no_route(server: Server, headers: dict[str, str]) -> None:
    assert ask(server, "POST", "/api/v1", b"x", **headers)[0] == 403


def test_a_page_of_the_preview_reaches_them(server: Server) -> None:
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    assert (
        ask(server, "POST", "/api/v1", b"x", Origin=origin, Sec_Fetch_Site="same-origin")[0] == 202
    )


def test_a_name_of_somebody_else_reaches_no_route(server: Server) -> None:
    assert ask(server, "POST", "/api/v1", b"x", Host="evil.example")[0] == 421


def test_a_body_of_no_length_or_too_great_a_one_is_not_read(server: Server) -> None:
    assert ask(server, "POST", "/api/v1", Content_Length="many")[0] == 411
    assert ask(server, "POST", "/api/v1", Content_Length=str(MOST_BYTES + 1))[0] == 413


def test_the_longest_fitting_route_is_taken() -> None:
    routes: Routes = {("GET", "/a/"): echo, ("GET", "/a/b/"): broken}
    assert route_for(routes, "GET", "/a/b/c") is broken
    assert route_for(routes, "HEAD", "/a/x") is echo
    assert route_for(routes, "GET", "/a") is None


@pytest.mark.parametrize(
    ("client", "here"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("192.168.1.7", False),
        ("::ffff:192.168.1.7", False),
        ("fe80::1%eth0", False),
        ("", False),
    ],
)
def test_only_this_computer_is_here(client: str, here: bool) -> None:
    assert is_here(client) is here


def test_a_request_of_no_browser_is_nobodys_page() -> None:
    assert is_own_page({"host": "localhost:8000"})
    assert not is_own_page({"host": "localhost:8000", "origin": "http://localhost:9000"})
