"""A web server that counts what it sends, and can be as slow as a weak phone network.

Owns compression, counting and shaping; knows nothing of searches. What is counted is the whole
response, head and body, as it goes over the wire. Called by :mod:`benchmarks.search.lab` and
:mod:`benchmarks.search.shop`.
"""

import gzip
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
}
_COMPRESSED = (".html", ".js", ".json", ".css", ".svg")
_PIECE = 2_500


@dataclass(frozen=True, slots=True)
class Network:
    """A network: seconds that each request waits, and bytes a second for all together.

    ``of`` is a regular expression of the paths that go through it; the others are there at once.
    """

    wait: float
    speed: float
    of: str = ""


WEAK = Network(0.4, 400_000 / 8)
"""400 kbit/s with 400 ms a request."""


@dataclass
class Server:
    """A running server of one folder: what it was asked since, and its network."""

    root: Path
    address: str = ""
    network: Network | None = None
    asked: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    line: threading.Lock = field(default_factory=threading.Lock)
    packed: dict[Path, tuple[bytes, bytes]] = field(default_factory=dict)

    def taken(self) -> list[str]:
        """Return the path of each request since the last call."""
        with self.lock:
            asked, self.asked = self.asked, []
        return asked

    def weight(self, path: str) -> int:
        """Return the bytes of the whole response to a request, head and body."""
        return sum(map(len, self.response(path) or _MISSING))

    def response(self, path: str) -> tuple[bytes, bytes] | None:
        """Return head and body of the file at a path, None if there is none; kept for next time."""
        file = self.root / unquote(urlsplit(path).path).lstrip("/")
        if not file.is_file():
            return None
        if file not in self.packed:
            raw = file.read_bytes()
            packed = gzip.compress(raw, 9, mtime=0) if file.suffix in _COMPRESSED else raw
            self.packed[file] = _head(file.suffix, len(packed)), packed
        return self.packed[file]

    def network_of(self, path: str) -> Network | None:
        """Return the network that a path goes through, None for none."""
        network = self.network
        return network if network and re.search(network.of, path) else None


def _head(suffix: str, length: int) -> bytes:
    """Return the head of a response as a plain server writes it."""
    lines = (
        "HTTP/1.1 200 OK",
        "Server: bench",
        "Date: Sun, 22 Nov 2026 06:00:00 GMT",
        f"Content-Type: {_TYPES.get(suffix, 'application/octet-stream')}",
        *(("Content-Encoding: gzip",) if suffix in _COMPRESSED else ()),
        f"Content-Length: {length}",
        "Cache-Control: max-age=600",
        "",
        "",
    )
    return "\r\n".join(lines).encode()


_MISSING = (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", b"")


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """Serve a folder on a free port of this computer until the block ends."""
    server = Server(root)
    listening = Listener(("127.0.0.1", 0), partial(_Handler, server))
    server.address = f"http://127.0.0.1:{listening.server_address[1]}"
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()


class Listener(ThreadingHTTPServer):
    """A server to which a page that is left says nothing."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of a fault, unless the page was only left before all had come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body in one packet, sent at once: else each waits for the other's receipt.
    wbufsize = 1 << 16
    disable_nagle_algorithm = True

    def __init__(self, server: Server, *args: object) -> None:
        self.site = server
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file of the folder."""
        with self.site.lock:
            self.site.asked.append(self.path)
        self._send(b"".join(self.site.response(self.path) or _MISSING))

    def _send(self, response: bytes) -> None:
        network = self.site.network_of(self.path)
        if network is None:
            self.wfile.write(response)
            return
        time.sleep(network.wait)
        for start in range(0, len(response), _PIECE):
            piece = response[start : start + _PIECE]
            with self.site.line:  # all share one line
                time.sleep(len(piece) / network.speed)
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests."""
