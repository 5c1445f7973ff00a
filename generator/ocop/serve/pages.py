"""A page as the preview shows it: what was built, or made ahead of it, and the panel's script.

Owns what is put into a page, and which pages of the site are not for a preview. Knows no HTTP.
Called by the handler.
"""

import re
from html import escape
from pathlib import Path

from ocop.paths import SitePath
from ocop.serve.gate import find
from ocop.serve.preview import News
from ocop.serve.told import tag_of

OWN = "/__ocop/"
LOST = SitePath("404.html")
_ROOT = re.compile(rb'data-root="(https?://[^"]+)"')
"""Where the page for lost visitors, the only one with full addresses, says where the site is."""


def path_of(folder: Path, address: str) -> SitePath | None:
    """Return the page that an address means, whether it is there or not; None for no page."""
    name = address.partition("?")[0].partition("#")[0].lstrip("/")
    if name.endswith("/") or not name:
        name += "index.html"
    found = find(folder, f"/{name}")
    if found is None:
        return SitePath(name) if name.endswith(".html") else None
    path = found.relative_to(folder).as_posix()
    return SitePath(path) if found.suffix == ".html" else None


def content_of(folder: Path, path: SitePath, news: News) -> bytes | None:
    """Return a page as it is to be shown now; None where there is none."""
    found = find(folder, f"/{path}")
    if found is None or found.suffix != ".html" or not found.is_file():
        return None
    ahead = news.ahead.get(path)
    try:
        return found.read_bytes() if ahead is None else ahead
    except OSError:  # it left the site at this very moment
        return None


def shown(content: bytes, page: SitePath, tag: str) -> bytes:
    """Return a page with the script that renews it and shows what is amiss.

    ``page`` is what was asked for and ``tag`` what tells when it is another
    (:func:`ocop.serve.told.tag_of`).
    """
    script = f'<script src="{OWN}overlay.js" data-page="{escape(page)}" data-tag="{tag}"></script>'
    head, end, tail = content.rpartition(b"</body>")
    return head + script.encode() + end + tail if end else content + script.encode()


def lost(folder: Path, news: News) -> bytes | None:
    """Return the site's page for lost visitors with addresses of the preview; None without one."""
    content = content_of(folder, LOST, news)
    root = content and _ROOT.search(content)
    return content.replace(root[1], b"/") if content and root else content


def tag_now(folder: Path, page: SitePath, news: News) -> str:
    """Return the tag that a page has now, also where there is no such page."""
    return tag_of(page, content_of(folder, page, news) or b"", news)
