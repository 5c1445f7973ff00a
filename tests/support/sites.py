"""Sites built once a test run, shared by all test processes, and served over http."""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from benchmarks.search.server import Listener

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-21"
NO_WORKER = "delete Navigator.prototype.serviceWorker;"
"""For pages of which a test answers requests itself: those of a worker would pass it by."""


def ocop(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "ocop", *args],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator"), "OCOP_LANG": "vi", **env},
        capture_output=True,
        text=True,
        check=False,
    )


def build(project: Path, out: Path, *args: str, **env: str) -> Path:
    """Build a project and return its site."""
    done = ocop(
        "build", "--project", str(project), "--out", str(out), "--today", TODAY, *args, **env
    )

    assert done.returncode == 0, done.stdout + done.stderr
    return out


def built_once(folder: Path, name: str, project: Path) -> Path:
    """Build a project's site unless another test process has done so in this run."""
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        out = folder / name
        if not (out / ".ocop-manifest.json").exists():
            build(project, out)
    return out


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""


_Quiet.extensions_map = {
    **SimpleHTTPRequestHandler.extensions_map,
    ".avif": "image/avif",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on the loopback and give its address, with a slash at the end."""
    server = Listener(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pages(site: Path) -> list[str]:
    """Every HTML page of a site, sorted."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
