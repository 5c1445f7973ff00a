"""What the site says to machines: sitemap, robots, manifest, headers; and the 404 page.

Owns the list of these files and their words; which pages there are comes from
:mod:`ocop.pages.listed`.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace
from urllib.parse import urlsplit

from ocop.pages.artifact import Artifact
from ocop.pages.heads import head_for
from ocop.pages.listed import listed_pages, page_paths
from ocop.pages.press import press_for
from ocop.pages.render import render
from ocop.pages.routes import INDEX_FOLDER, Routes
from ocop.pages.site import Site
from ocop.pages.sitemap import Listed, most_pages, sitemap, sitemap_index
from ocop.paths import MAX_ID, SitePath
from ocop.search.naming import KINDS
from ocop.text import Language, localise

_HEADERS = """\
/*
  Content-Security-Policy: default-src 'none'; img-src 'self' data:; style-src 'self'; \
font-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
form-action 'self'; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(self), microphone=(), payment=(), usb=()
"""

_FOR_GOOD = """\
/{files}
  Cache-Control: public, max-age=31536000, immutable
"""

_FOR_THE_EDITOR = """\
/admin/*
  ! Content-Security-Policy
  X-Robots-Tag: noindex
"""
"""The editor's page carries a policy of its own, which that of all others would forbid."""

_NAMED_BY_CONTENT = (
    *("papers/*", "photos/*", "static/*"),
    *(f"{INDEX_FOLDER}{kind}-*" for kind in KINDS),
)
"""Files that have their content in their name, so that they never change."""

_LONGEST_PATH = len("programmes/-12345.html") + MAX_ID + 10
"""An entry's page in a language of a long code."""

_ICONS = (
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/icon-maskable-512.png", "512x512", "maskable"),
)
"""Static file, size and purpose of each icon of the manifest."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the files for machines and the 404 page of every language."""
    return (*_fixed(), *_sitemaps(site), *_not_found(site))


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of one of them."""
    return _MAKERS[str(artifact.args[0])](site, artifact)


def _fixed() -> Iterator[Artifact]:
    for name in ("robots.txt", "manifest.webmanifest", "_headers"):
        yield Artifact(SitePath(name), "meta", (name,), rank="entry")


def _not_found(site: Site) -> Iterator[Artifact]:
    for code in site.config.languages:
        path = Routes(code, site.config.language).not_found()
        yield Artifact(path, "meta", ("404", code))


def _sitemaps(site: Site) -> Iterator[Artifact]:
    parts = -(-len(page_paths(site)) // _in_one_file(site))
    yield Artifact(SitePath("sitemap.xml"), "meta", ("sitemap", 0, parts), rank="entry")
    if parts > 1:
        for part in range(1, parts + 1):
            yield Artifact(_part(part), "meta", ("sitemap", part, parts), rank="entry")


def _part(number: int) -> SitePath:
    return SitePath(f"sitemap-{number}.xml")


def _sitemap(site: Site, artifact: Artifact) -> bytes:
    _, part, parts = artifact.args
    assert isinstance(part, int)
    assert isinstance(parts, int)
    if parts > 1 and part == 0:
        return sitemap_index([site.config.url + _part(one) for one in range(1, parts + 1)])
    pages: tuple[Listed, ...] = listed_pages(site)
    start, count = max(part - 1, 0) * _in_one_file(site), _in_one_file(site)
    return sitemap(pages[start : start + count])


def _in_one_file(site: Site) -> int:
    """Return how many pages one sitemap may list; each names all its translations."""
    return most_pages(len(site.config.url) + _LONGEST_PATH, len(site.config.languages))


def _robots(site: Site, _: Artifact) -> bytes:
    root = urlsplit(site.config.url).path
    closed = f"Disallow: {root}admin/\n" if site.config.admin else ""
    sitemap = f"{site.config.url}sitemap.xml"
    return f"User-agent: *\nAllow: /\n{closed}\nSitemap: {sitemap}\n".encode()


def _manifest(site: Site, _: Artifact) -> bytes:
    first = site.config.language
    title, spoken = localise(site.config.title, first, first)
    said = {
        "name": title,
        "short_name": title if len(title) <= 12 else "OCOP",
        "description": localise(site.config.tagline, first, first)[0],
        "lang": spoken,
        "id": "index.html",
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fbf7ef",
        "theme_color": "#fbf7ef",
        "icons": [
            {"src": site.assets[name], "sizes": size, "type": "image/png", "purpose": purpose}
            for name, size, purpose in _ICONS
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _headers(site: Site, _: Artifact) -> bytes:
    kept = (_FOR_GOOD.format(files=files) for files in _NAMED_BY_CONTENT)
    editor = (_FOR_THE_EDITOR,) if site.config.admin else ()
    return "\n".join((_HEADERS, *kept, *editor)).encode()


def _page_404(site: Site, artifact: Artifact) -> bytes:
    language = Language(str(artifact.args[1]))
    press = press_for(site)
    spoken = sorted(site.config.languages, key=lambda code: code != language)
    head = head_for(
        site,
        language,
        artifact.path,
        title=press.texts_in(language)("not_found.title"),
        description=press.texts_in(language)("not_found.text"),
        alternates={},
        indexed=False,
    )
    versions = [
        SimpleNamespace(
            language=code, t=press.texts_in(code), routes=Routes(code, site.config.language)
        )
        for code in spoken
    ]
    return render(site, "pages/404.html", head, absolute=True, versions=versions)


_MAKERS: Mapping[str, Callable[[Site, Artifact], bytes]] = {
    "robots.txt": _robots,
    "manifest.webmanifest": _manifest,
    "_headers": _headers,
    "sitemap": _sitemap,
    "404": _page_404,
}
