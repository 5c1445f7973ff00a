"""A web server that counts what it sends, and can be as slow as a weak phone network.

Owns compression, counting and shaping; knows nothing of searches. Called by
:mod:`benchmarks.search.browser`.
"""

import gzip
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
    ".wasm": "application/wasm",
}
_COMPRESSED = (".html", ".js", ".json", ".css")
_PIECE = 2_500


@dataclass(frozen=True, slots=True)
class Network:
    """A network: seconds that each request waits, and bytes a second for all together."""

    wait: float
    speed: float


WEAK = Network(0.4, 400_000 / 8)
"""400 kbit/s with 400 ms a request."""


@dataclass
class Server:
    """A running server of one folder: what it sent since it was last asked, and its network."""

    root: Path
    address: str = ""
    network: Network | None = None
    sent: list[tuple[str, int]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    line: threading.Lock = field(default_factory=threading.Lock)
    packed: dict[Path, bytes] = field(default_factory=dict)

    def taken(self) -> list[tuple[str, int]]:
        """Return path and bytes of each file sent since the last call."""
        with self.lock:
            sent, self.sent = self.sent, []
        return sent

    def body(self, file: Path) -> bytes:
        """Return what goes over the wire for a file, kept for the next time."""
        if file not in self.packed:
            raw = file.read_bytes()
            packed = gzip.compress(raw, 9, mtime=0) if file.suffix in _COMPRESSED else raw
            self.packed[file] = packed
        return self.packed[file]


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """Serve a folder on a free port of this computer until the block ends."""
    server = Server(root)
    listening = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, server))
    listening.daemon_threads = True
    server.address = f"http://127.0.0.1:{listening.server_address[1]}"
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()


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
        file = self.site.root / unquote(urlsplit(self.path).path).lstrip("/")
        if not file.is_file():
            self.send_error(404)
            return
        body = self.site.body(file)
        with self.site.lock:
            self.site.sent.append((self.path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", _TYPES.get(file.suffix, "application/octet-stream"))
        if file.suffix in _COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self._send(body)

    def _send(self, body: bytes) -> None:
        network = self.site.network
        if network is None:
            self.wfile.write(body)
            return
        time.sleep(network.wait)
        for start in range(0, len(body), _PIECE):
            piece = body[start : start + _PIECE]
            with self.site.line:  # all share one line
                time.sleep(len(piece) / network.speed)
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests."""
