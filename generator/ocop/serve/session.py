"""``ocop serve`` from its start to Ctrl-C.

Owns the order: take a port, build, answer, build again after every change. Reads no clock: the
day comes from the request, and a new one is a reason to build.
"""

import datetime as dt
import errno
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ocop.diagnostics import has_errors
from ocop.messages import say
from ocop.paths import SourcePath
from ocop.project import CACHE
from ocop.publish.gate import MANIFEST
from ocop.report import Style, as_text
from ocop.request import Request
from ocop.serve import nearby
from ocop.serve.doors import Doors
from ocop.serve.forehand import Forehand
from ocop.serve.handler import Server
from ocop.serve.preview import BuildOutcome, News, Preview
from ocop.serve.routes import Routes
from ocop.serve.watch import Changes, watching
from ocop.text import Language
from ocop.ways import build_site

_TRIES = 20
_LOOK = 1.0
"""Seconds between two looks at the day and the folders; in between Ctrl-C works everywhere."""

EVERYWHERE = "0.0.0.0"  # noqa: S104 - only on request


@dataclass(frozen=True, slots=True)
class ServeRequest:
    """What to serve; ``today`` is asked before each build, ``polling`` for shared folders.

    ``lan`` shows the preview to the local network, ``colour`` is whether the terminal can draw a
    code for phones. ``link`` opens a file in the editor's program (:mod:`ocop.serve.doors`),
    ``routes`` are answers besides the site (:mod:`ocop.serve.routes`), and ``form`` is where
    these show an entry for editing (:data:`ocop.serve.editor.FORM`).
    ``describe`` puts a bug of ours into words.
    """

    project: Path
    today: Callable[[], dt.date]
    language: Language
    host: str = "127.0.0.1"
    port: int = 8000
    jobs: int = 1
    drafts: bool = True
    polling: bool = False
    lan: bool = False
    colour: bool = False
    link: str = ""
    form: str = ""
    routes: Routes = field(default_factory=dict)
    describe: Callable[[Exception], str] = repr

    @property
    def folder(self) -> Path:
        """Where the preview's files lie; what shows no drafts lies apart."""
        return self.project / CACHE / ("preview" if self.drafts else "preview-published")


class Gone(Exception):
    """The project's folder is not where it was."""


def serve(request: ServeRequest, tell: Callable[[str], None]) -> None:
    """Serve the project until Ctrl-C.

    OSError if the host cannot be listened on at all, Gone when the project was moved or removed.
    """
    request.folder.mkdir(parents=True, exist_ok=True)
    workshop = _Workshop(request, tell)
    preview = Preview(workshop.build)
    server = _listen(request, preview, tell)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    try:
        with watching(request.project, polling=request.polling, deaf=workshop.deaf) as changes:
            workshop.refresh(preview)
            thread.start()
            _welcome(request, server, tell)
            workshop.attend(preview, changes)
    except KeyboardInterrupt:
        tell(say("serve.stopped", request.language))
    finally:
        preview.close()
        if thread.is_alive():
            server.shutdown()
        server.server_close()


class _Workshop:
    """Builds the preview, again and again."""

    def __init__(self, request: ServeRequest, tell: Callable[[str], None]) -> None:
        self._request, self._tell = request, tell
        self._forehand = Forehand()
        self._day = request.today()

    def build(self) -> BuildOutcome:
        """Build the site as ``ocop build`` does, into the preview's folder."""
        result = build_site(self._asked())
        return BuildOutcome(result.diagnostics, bool(result.written or result.removed))

    def refresh(self, preview: Preview, *, asked: bool = True, learn: bool = True) -> None:
        """Build, tell what came of it, and learn from it for the next time.

        Where nobody ``asked`` for it by a change, only what is new is worth a word.
        """
        self._look()
        self._day = self._request.today()
        before = preview.news
        news = preview.refresh(self._request.describe)
        if asked or _report(before, self._request.language) != _report(
            news, self._request.language
        ):
            self._tell(_report(news, self._request.language))
        if learn:
            preview.mark(self._forehand.learn(self._asked(), news.diagnostics))

    def attend(self, preview: Preview, changes: Changes) -> None:
        """Build after every change, at midnight, and when somebody took the preview away.

        Also once soon after the start: the first changes may come before anybody listens.
        """
        settled = False
        while True:
            changed = changes.wait(_LOOK)
            self._look()
            if changed:
                ahead = self._forehand.pages(changed)
                if ahead:
                    preview.show(ahead)
                self.refresh(preview, learn=not ahead)
            elif not settled or self._is_stale(preview):
                settled = True
                self.refresh(preview, asked=False)

    def deaf(self) -> None:
        """Say that the system tells of no changes."""
        self._tell(say("serve.deaf", self._request.language))

    def _is_stale(self, preview: Preview) -> bool:
        """Tell whether it is another day, or the files of a good build are gone."""
        news = preview.news
        is_good = not news.failure and not has_errors(news.diagnostics)
        is_there = (self._request.folder / MANIFEST).is_file()
        return self._request.today() != self._day or (is_good and not is_there)

    def _look(self) -> None:
        if not self._request.project.is_dir():  # a build would make a folder of that name
            raise Gone(self._request.project)

    def _asked(self) -> Request:
        request = self._request
        return Request(
            request.project,
            self._day,
            out=request.folder,
            jobs=request.jobs,
            drafts=request.drafts,
        )


def _listen(request: ServeRequest, preview: Preview, tell: Callable[[str], None]) -> Server:
    """Take the port asked for, else the next free one, and say so."""
    ports = [*range(request.port, min(request.port + _TRIES, 65536)), 0] if request.port else [0]
    doors = Doors(request.project, request.link, request.form)
    host = EVERYWHERE if request.lan else request.host
    for port in ports:
        try:
            server = Server(
                host,
                port,
                request.folder.resolve(),
                preview,
                request.language,
                request.routes,
                doors,
            )
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES) or port == 0:
                raise
        else:
            taken = server.server_address[1]
            if request.port not in (0, taken):
                tell(say("serve.busy", request.language, port=request.port, other=taken))
            return server
    raise AssertionError("port 0 is always free or raises")


def _welcome(request: ServeRequest, server: Server, tell: Callable[[str], None]) -> None:
    """Say where the preview is, and who can see it."""
    language = request.language
    tell(say("serve.ready", language, address=server.address))
    if request.form:
        tell(say("serve.editing", language, address=f"{server.address}admin/"))
    if not request.lan:
        return
    found = nearby.own_address()
    if not found:
        tell(say("serve.alone", language))
        return
    address = f"http://{found}:{server.server_address[1]}/"
    seen = "serve.network" if request.drafts else "serve.network-published"
    tell(say(seen, language, address=address))
    if request.colour:
        tell(nearby.code(address))


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
