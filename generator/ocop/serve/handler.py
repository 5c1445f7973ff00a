"""Answers to the browser: the preview's files, the news, and the panel that shows faults.

Owns HTTP. What is put into pages here is never part of a built file.
"""

import json
import os
import shutil
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import AF_INET6
from types import MappingProxyType

from ocop.messages import say
from ocop.report import as_data
from ocop.serve.gate import content_type, find, is_here, is_own_page, is_trusted
from ocop.serve.preview import News, Preview
from ocop.serve.routes import MOST_BYTES, Answer, Asked, Route, Routes, is_ours, route_for
from ocop.text import Language

_OWN = "/__ocop/"
_SCRIPT = Path(__file__).with_name("overlay.js")
_HEARTBEAT = 10.0
"""Seconds after which an idle stream says that it is alive, and learns whether anybody listens."""


NONE: Routes = {}


class Server(ThreadingHTTPServer):
    """The preview's server; ``folder`` is the real path of the preview's files."""

    daemon_threads = True
    # A port may be taken again at once after a stop; Windows would let two servers share it.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self,
        host: str,
        port: int,
        folder: Path,
        preview: Preview,
        language: Language,
        routes: Routes = NONE,
    ) -> None:
        if ":" in host:
            self.address_family = AF_INET6
        self.host = host
        self.folder = folder
        self.preview = preview
        self.language = language
        self.routes = routes
        super().__init__((host, port), Handler)

    @property
    def address(self) -> str:
        """Where a browser finds the preview."""
        name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        return f"http://{f'[{name}]' if ':' in name else name}:{self.server_address[1]}/"


class Handler(BaseHTTPRequestHandler):
    """One connection of a browser."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "ocop"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with a file, the panel's script or the news."""
        path = self.path.partition("?")[0]
        if not is_trusted(self.headers.get("Host", ""), self.server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif path.startswith(_OWN):
            self._own(path.removeprefix(_OWN))
        elif is_ours(path, self.server.routes):
            self._added(path)
        else:
            self._file()

    do_HEAD = do_GET

    def do_POST(self) -> None:
        """Answer by what was added to the preview, which itself can only be looked at."""
        path = self.path.partition("?")[0]
        if not is_trusted(self.headers.get("Host", ""), self.server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif is_ours(path, self.server.routes):
            self._added(path)
        else:
            self._refuse(HTTPStatus.NOT_IMPLEMENTED)

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_POST

    def _added(self, path: str) -> None:
        """Answer by the table of routes, to this computer's own pages alone."""
        route = route_for(self.server.routes, self.command, path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        if not is_here(self.client_address[0]) or not is_own_page(headers):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif route is None:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        elif "transfer-encoding" in headers or not headers.get("content-length", "0").isdigit():
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
        elif (length := int(headers.get("content-length", "0"))) > MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            query = self.path.partition("?")[2]
            body = self.rfile.read(length)
            self._answer(_asked(route, Asked(self.command, path, query, headers, body)))

    def _answer(self, answer: Answer) -> None:
        self._head(answer.status, answer.kind, len(answer.content), answer.headers)
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def _refuse(self, status: HTTPStatus) -> None:
        """Send a status alone; what follows on the connection may be a body that nobody reads."""
        self.close_connection = True
        self._send(status, "text/plain; charset=utf-8", b"%d\n" % status)

    def _own(self, name: str) -> None:
        if name == "overlay.js":
            self._send(HTTPStatus.OK, content_type(_SCRIPT), _SCRIPT.read_bytes())
        elif name == "events" and self.command == "GET":
            self._stream()
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"404\n")

    def _file(self) -> None:
        found = find(self.server.folder, self.path)
        if found is not None and found.is_dir():
            if not self.path.partition("?")[0].endswith("/"):
                self._redirect(self.path.partition("?")[0] + "/")
                return
            found = found / "index.html"
        if found is None or not found.is_file():
            self._missing()
        elif found.suffix == ".html":
            self._page(HTTPStatus.OK, found.read_bytes())
        else:
            self._copy(found)

    def _missing(self) -> None:
        page = self.server.folder / "404.html"
        if page.is_file():
            self._page(HTTPStatus.NOT_FOUND, page.read_bytes())
        else:  # nothing was built yet: an empty page, on which the panel says why
            text = say("serve.empty", self.server.language)
            page_text = f'<!doctype html><html lang="{self.server.language}"><title>{text}</title>'
            self._page(HTTPStatus.SERVICE_UNAVAILABLE, page_text.encode())

    def _page(self, status: HTTPStatus, content: bytes) -> None:
        version = self.server.preview.news.version
        script = b'<script src="%soverlay.js" data-version="%d"></script>' % (
            _OWN.encode(),
            version,
        )
        head, end, tail = content.rpartition(b"</body>")
        page = head + script + end + tail if end else content + script
        self._send(status, "text/html; charset=utf-8", page)

    def _copy(self, path: Path) -> None:
        with path.open("rb") as file:
            self._head(HTTPStatus.OK, content_type(path), path.stat().st_size)
            if self.command == "GET":
                shutil.copyfileobj(file, self.wfile)

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", "/" + address.lstrip("/"))  # never to another host
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self._head(status, kind, len(content))
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(
        self,
        status: HTTPStatus,
        kind: str,
        length: int | None,
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        for name, value in more.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _stream(self) -> None:
        """Send the news, at once and whenever there are any, until the browser leaves."""
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream", None)
        seen = -1
        while not self.server.preview.closed:
            news = self.server.preview.wait_beyond(seen, _HEARTBEAT)
            line = b":\n\n" if news.turn == seen else b"data: %s\n\n" % self._told(news)
            seen = news.turn
            try:
                self.wfile.write(line)
            except OSError:
                return

    def _told(self, news: News) -> bytes:
        language = self.server.language
        found = as_data(news.diagnostics, language)
        faults = [fault for fault in found["diagnostics"] if fault["severity"] == "error"]
        title = "serve.broken" if news.failure else "serve.faults"
        told = {
            "version": news.version,
            "language": language,
            "title": say(title, language, count=len(faults)),
            "close": say("serve.close", language),
            "faults": faults,
            "failure": news.failure,
        }
        return json.dumps(told).encode()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for builds."""


def _asked(route: Route, asked: Asked) -> Answer:
    """Return what a route answers; a bug in it is told to its asker and ends nothing."""
    try:
        return route(asked)
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
        return Answer(text.encode(), "text/plain; charset=utf-8", HTTPStatus.INTERNAL_SERVER_ERROR)
