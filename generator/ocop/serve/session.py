"""``ocop serve`` from its start to Ctrl-C.

Owns the order: take a port, build, answer, build again after every change. Reads no clock: the
day comes from the request, anew for every build.
"""

import datetime as dt
import errno
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ocop.messages import say
from ocop.paths import SourcePath
from ocop.project import CACHE
from ocop.report import Style, as_text
from ocop.request import Request
from ocop.serve.handler import Server
from ocop.serve.preview import BuildOutcome, News, Preview
from ocop.serve.routes import Routes
from ocop.serve.watch import watching
from ocop.text import Language
from ocop.ways import build_site

_TRIES = 20


@dataclass(frozen=True, slots=True)
class ServeRequest:
    """What to serve; ``today`` is asked before each build, ``polling`` for shared folders.

    ``routes`` are answers besides the site (:mod:`ocop.serve.routes`).
    """

    project: Path
    today: Callable[[], dt.date]
    language: Language
    host: str = "127.0.0.1"
    port: int = 8000
    jobs: int = 1
    drafts: bool = True
    polling: bool = False
    routes: Routes = field(default_factory=dict)


def serve(request: ServeRequest, tell: Callable[[str], None]) -> None:
    """Serve the project until Ctrl-C; OSError if the host cannot be listened on at all."""
    folder = request.project / CACHE / "preview"
    folder.mkdir(parents=True, exist_ok=True)
    preview = Preview(lambda: _build(request, folder, server.address))
    server = _listen(request, folder.resolve(), preview, tell)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    try:
        with watching(request.project, polling=request.polling) as changes:
            tell(_report(preview.refresh(_describe), request.language))
            thread.start()
            tell(say("serve.ready", request.language, address=server.address))
            while True:
                changes.wait()
                tell(_report(preview.refresh(_describe), request.language))
    except KeyboardInterrupt:
        tell(say("serve.stopped", request.language))
    finally:
        preview.close()
        if thread.is_alive():
            server.shutdown()
        server.server_close()


def _build(request: ServeRequest, folder: Path, address: str) -> BuildOutcome:
    result = build_site(
        Request(
            request.project,
            request.today(),
            out=folder,
            base_url=address,
            jobs=request.jobs,
            drafts=request.drafts,
        )
    )
    return BuildOutcome(result.diagnostics, bool(result.written or result.removed))


def _listen(
    request: ServeRequest, folder: Path, preview: Preview, tell: Callable[[str], None]
) -> Server:
    """Take the port asked for, else the next free one, and say so."""
    ports = [*range(request.port, min(request.port + _TRIES, 65536)), 0] if request.port else [0]
    for port in ports:
        try:
            server = Server(request.host, port, folder, preview, request.language, request.routes)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES) or port == 0:
                raise
        else:
            taken = server.server_address[1]
            if request.port not in (0, taken):
                tell(say("serve.busy", request.language, port=request.port, other=taken))
            return server
    raise AssertionError("port 0 is always free or raises")


def _report(news: News, language: Language) -> str:
    """Return what the terminal shows after a build: the faults, or that all is well."""
    errors = [found for found in news.diagnostics if found.severity == "error"]
    if news.failure:
        return f"{news.failure}\n{say('serve.broken', language)}"
    if errors:
        summary = say("serve.faults", language, count=len(errors))
        return f"{as_text(errors, Style(language), _no_lines)}\n\n{summary}"
    return say("serve.built", language)


def _no_lines(_path: SourcePath) -> tuple[str, ...]:
    return ()


def _describe(error: Exception) -> str:
    return "".join(traceback.format_exception(error)).rstrip()
