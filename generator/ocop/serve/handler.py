"""Answers to the browser: the preview's files, the news, and what others added.

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
from urllib.parse import parse_qs

from ocop.messages import say
from ocop.paths import SitePath
from ocop.serve import overlay
from ocop.serve.doors import Doors
from ocop.serve.gate import content_type, find, is_here, is_own_page, is_trusted
from ocop.serve.pages import OWN, content_of, lost, path_of, shown, tag_now
from ocop.serve.preview import News, Preview
from ocop.serve.routes import MOST_BYTES, Answer, Asked, Route, Routes, is_ours, route_for
from ocop.serve.told import Onlooker, language_of, tag_of, told
from ocop.text import Language

_HEARTBEAT = 10.0
"""Seconds after which an idle stream says that it is alive, and learns whether anybody listens."""

_WORKER = "/sw.js"
"""The site's service worker: in the preview one that forgets, or it would show pages of before."""

_HTML, _TEXT, _SCRIPT = (f"text/{kind}; charset=utf-8" for kind in ("html", "plain", "javascript"))
NONE: Routes = MappingProxyType({})
"""No answers but the preview's own."""


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
        doors: Doors | None = None,
    ) -> None:
        if ":" in host:
            self.address_family = AF_INET6
        self.host = host
        self.folder = folder
        self.preview = preview
        self.language = language
        self.routes = routes
        self.doors = doors or Doors(folder)
        super().__init__((host, port), Handler)

    @property
    def address(self) -> str:
        """Where a browser finds the preview."""
        name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        return f"http://{f'[{name}]' if ':' in name else name}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that leaves in the middle of an answer is no news."""


class Handler(BaseHTTPRequestHandler):
    """One connection of a browser."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "ocop"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with a file, the panel's script, the news, or what was added."""
        path = self._path
        if not is_trusted(self.headers.get("Host", ""), self.server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif path.startswith(OWN):
            self._own(path.removeprefix(OWN))
        elif is_ours(path, self.server.routes):
            self._added(path)
        elif path.startswith("/admin/") and not self._is_here:
            self._refuse(HTTPStatus.FORBIDDEN)  # whoever edits sits at this computer
        elif path == _WORKER:
            self._send(HTTPStatus.OK, _SCRIPT, overlay.forgetting())
        else:
            self._file(path)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        """Answer by what was added to the preview, which itself can only be looked at."""
        if not is_trusted(self.headers.get("Host", ""), self.server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif is_ours(self._path, self.server.routes):
            self._added(self._path)
        else:
            self._refuse(HTTPStatus.NOT_IMPLEMENTED)

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_POST

    @property
    def _path(self) -> str:
        return self.path.partition("?")[0].partition("#")[0]

    @property
    def _is_here(self) -> bool:
        return is_here(self.client_address[0])

    def _own(self, name: str) -> None:
        if name == "overlay.js":
            self._send(HTTPStatus.OK, _SCRIPT, overlay.script())
        elif name == "events" and self.command == "GET":
            self._stream()
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _added(self, path: str) -> None:
        """Answer by the table of routes, to this computer's own pages alone."""
        route = route_for(self.server.routes, self.command, path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        length = headers.get("content-length", "0")
        if not self._is_here or not is_own_page(headers):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif route is None:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        elif "transfer-encoding" in headers or not (length.isascii() and length.isdigit()):
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
        elif int(length) > MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            query, body = self.path.partition("?")[2], self.rfile.read(int(length))
            answer = _asked(route, Asked(self.command, path, query, headers, body))
            self._send(answer.status, answer.kind, answer.content, answer.headers)

    def _file(self, path: str) -> None:
        found = find(self.server.folder, path)
        if found is not None and found.is_dir() and not path.endswith("/"):
            self._redirect(f"{path}/")
        elif page := path_of(self.server.folder, path):
            self._page(page)
        elif found is None or not found.is_file():
            self._missing(SitePath(path))
        else:
            self._copy(found)

    def _page(self, page: SitePath) -> None:
        folder, news = self.server.folder, self.server.preview.news
        content = content_of(folder, page, news)
        if content is None:
            self._missing(page)
        else:
            # The tag of what is sent, not of what lies there a moment later.
            content = shown(content, page, tag_of(page, content, news))
            self._send(HTTPStatus.OK, _HTML, content)

    def _missing(self, page: SitePath) -> None:
        folder, news = self.server.folder, self.server.preview.news
        status, content = HTTPStatus.NOT_FOUND, lost(folder, news)
        if content is None:  # nothing was built yet: an empty page, on which the panel says why
            status, title = HTTPStatus.SERVICE_UNAVAILABLE, say("serve.empty", self.server.language)
            language = self.server.language
            content = f'<!doctype html><html lang="{language}"><title>{title}</title>'.encode()
        self._send(status, _HTML, shown(content, page, tag_of(page, b"", news)))

    def _copy(self, path: Path) -> None:
        with path.open("rb") as file:
            self._head(HTTPStatus.OK, content_type(path), path.stat().st_size, {})
            if self.command == "GET":
                shutil.copyfileobj(file, self.wfile)

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", "/" + address.lstrip("/"))  # never to another host
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        """Send a status alone; what follows on the connection may be a body that nobody reads."""
        self.close_connection = True
        self._send(status, _TEXT, b"%d\n" % status)

    def _send(
        self, status: HTTPStatus, kind: str, content: bytes, more: Mapping[str, str] | None = None
    ) -> None:
        self._head(status, kind, len(content), more or {})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(
        self, status: HTTPStatus, kind: str, length: int | None, more: Mapping[str, str]
    ) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            **({} if length is None else {"Content-Length": str(length)}),
            **({"Connection": "close"} if self.close_connection else {}),
            **more,
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _stream(self) -> None:
        """Send the news, at once and whenever there are any, until the browser leaves."""
        asked = parse_qs(self.path.partition("?")[2])
        (page, tag, spoken) = (asked.get(name, [""])[0] for name in ("page", "tag", "lang"))
        language = language_of(spoken, self.server.language)
        doors = self.server.doors if self._is_here else None
        onlooker = Onlooker(SitePath(page), language, doors)
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream", None, {})
        seen = -1
        while not self.server.preview.closed:
            news = self.server.preview.wait_beyond(seen, _HEARTBEAT)
            line = b":\n\n" if news.turn == seen else self._told(news, onlooker, tag)
            seen = news.turn
            try:
                self.wfile.write(line)
            except OSError:
                return

    def _told(self, news: News, onlooker: Onlooker, tag: str) -> bytes:
        """Return what is said to a page: that it is another now, else what there is to tell."""
        is_other = tag_now(self.server.folder, onlooker.page, news) != tag
        said = {"reload": True} if is_other else told(news, onlooker)
        return b"data: %s\n\n" % json.dumps(said).encode()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for builds."""


def _asked(route: Route, asked: Asked) -> Answer:
    """Return what a route answers; a bug in it is told to its asker and ends nothing."""
    try:
        return route(asked)
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
        return Answer(text.encode(), _TEXT, HTTPStatus.INTERNAL_SERVER_ERROR)
