"""``ocop serve`` from its start to Ctrl-C.

Owns the order: take a port, build, answer, build again after every change.
"""

import errno
import threading
from collections.abc import Callable

from ocop.messages import say
from ocop.serve import nearby
from ocop.serve.doors import Doors
from ocop.serve.handler import Server
from ocop.serve.preview import Preview
from ocop.serve.request import Gone as Gone
from ocop.serve.request import ServeRequest
from ocop.serve.watch import watching
from ocop.serve.workshop import Workshop

_TRIES = 20
_EVERYWHERE = "0.0.0.0"  # noqa: S104 - only on request


def serve(request: ServeRequest, tell: Callable[[str], None]) -> None:
    """Serve the project until Ctrl-C.

    OSError if the host cannot be listened on at all, Gone when the project was moved or removed.
    """
    request.folder.mkdir(parents=True, exist_ok=True)
    workshop = Workshop(request, tell)
    preview = Preview(workshop.build)
    server = _listen(request, preview, tell)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    try:
        workshop.refresh(preview)  # before there are threads: its workers may be forked then
        thread.start()
        _welcome(request, server, tell)
        with watching(request.project, polling=request.polling, deaf=workshop.deaf) as changes:
            workshop.attend(preview, changes)
    except KeyboardInterrupt:
        tell(say("serve.stopped", request.language))
    finally:
        preview.close()
        if thread.is_alive():
            server.shutdown()
        server.server_close()


def _listen(request: ServeRequest, preview: Preview, tell: Callable[[str], None]) -> Server:
    """Take the port asked for, else the next free one, and say so."""
    ports = [*range(request.port, min(request.port + _TRIES, 65536)), 0] if request.port else [0]
    doors = Doors(request.project, request.link, request.form)
    host = _EVERYWHERE if request.lan else request.host
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
