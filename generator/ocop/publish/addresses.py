"""What a link as it is written leads to.

Owns the rule for links inside a site: relative, naming a file (so that they work at any address
and over ``file://``), except on 404 pages, which are shown at any address. Knows nothing of what
exists. Called by :mod:`ocop.publish.links` and :mod:`ocop.publish.glimpse`.
"""

import posixpath
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from ocop.patterns import late

_SCHEME = late(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@lru_cache(maxsize=1 << 13)  # menus and footers lead to the same pages everywhere
def resolve(folder: str, written: str, address: str, anywhere: bool) -> tuple[str, str] | None:
    """Return a link's target and anchor; None for one that leaves the site.

    The empty target is the page itself. What names no file inside the site comes back as it is
    written, which no plan holds. ``anywhere`` is for pages that are shown at any address.
    """
    link, _, anchor = written.partition("#")
    anchor = "" if anchor == "top" else unquote(anchor).partition(":~:")[0]
    path = unquote(link.partition("?")[0])
    if address and link.startswith(address):
        return _with_index(unquote(link[len(address) :].partition("?")[0])), anchor
    if _SCHEME.match(link):
        return None
    if path.startswith("/"):
        root = urlsplit(address).path or "/"
        inside = anywhere and path.startswith(root)
        return (_with_index(path[len(root) :]) if inside else path), anchor
    if not path:
        return "", anchor
    if posixpath.basename(path) in ("", ".", ".."):
        return path, anchor
    return posixpath.normpath(posixpath.join(folder, path)), anchor


def _with_index(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path
