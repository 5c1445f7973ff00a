"""Answers that others add to the preview, such as the web editor's.

Owns their shape and how one is found. Who adds some makes a table of them and hands it over in
:class:`ocop.serve.request.ServeRequest`::

    def save(asked: Asked) -> Answer:
        return Answer(b"{}")

    ServeRequest(…, routes={("POST", "/api/v1"): save, ("GET", "/admin/"): page})

A path that ends in ``/`` stands for everything below it as well, and the longest one that fits
is taken; ``GET`` answers ``HEAD`` too. A table comes before the files of the site. Whatever it
answers is for this computer alone, also when the preview is shown to the network: the server has
turned away every other device, every foreign ``Host``, and whatever a page of another origin
sends, before a route is asked. Routes are called from many threads, one a connection. An
exception in one is answered by 500 and ends nothing.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from msgspec import Struct, field

MOST_BYTES = 64 << 20
"""The longest body that is taken: a photo from a good camera, in base64."""


class Asked(Struct, frozen=True):
    """A request: ``path`` begins with ``/`` and is not yet unquoted; header names are small."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Answer(Struct, frozen=True):
    """What is sent back; ``headers`` come beside those of every answer of the preview."""

    content: bytes = b""
    kind: str = "application/json"
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


Route = Callable[[Asked], Answer]
Routes = Mapping[tuple[str, str], Route]
"""Routes by method and path."""


def route_for(routes: Routes, method: str, path: str) -> Route | None:
    """Return what answers a request; None if nothing in the table does."""
    method = "GET" if method == "HEAD" else method
    if exact := routes.get((method, path)):
        return exact
    above = [
        place
        for verb, place in routes
        if verb == method and place.endswith("/") and path.startswith(place)
    ]
    return routes[method, max(above, key=len)] if above else None


def is_ours(path: str, routes: Routes) -> bool:
    """Tell whether a path belongs to the table, by whatever method it is asked for."""
    return any(route_for(routes, method, path) for method in {verb for verb, _ in routes})
