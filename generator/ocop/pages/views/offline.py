"""Use without a network: the page that offers it, and the service worker.

Owns what the page's script is told and what the worker is made of. With ``offline: false`` there
is no page, and the worker only lets go of what one of before kept. What can be saved is listed by
:mod:`ocop.savable`.
"""

import json

from ocop.pages.artifact import Artifact
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.render import render
from ocop.pages.routes import Routes, savable_list
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.text import Language

_WORKER = SitePath("sw.js")
_KEEPING, _FORGETTING = ("js/keep.js", "js/worker.js"), ("js/forget.js",)
_NEEDED = ("css/site.css", "css/offline.css", "js/site.js", "js/keep.js", "js/offline.js")
"""What the page needs where there is no network to bring it."""

_SAID = "offline.say."


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the worker, and the page in every language where the site offers it."""
    worker = Artifact(_WORKER, "offline", ("worker",), rank="entry")
    if not site.config.offline:
        return (worker,)
    pages = (
        Artifact(Routes(code, site.config.language).offline(), "offline", ("page", code))
        for code in site.config.languages
    )
    return (worker, *pages)


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of the worker or of a page."""
    if artifact.path == _WORKER:
        return _worker(site)
    here = Here(site, Language(str(artifact.args[1])), artifact.path)
    t = here.t
    head = head_for(
        site,
        here.language,
        here.path,
        title=t("offline.title"),
        description=t("offline.description"),
        alternates={},
        indexed=False,
    )
    said = {key.removeprefix(_SAID): text for key, text in t.table.items() if key.startswith(_SAID)}
    return render(
        site,
        "pages/offline.html",
        head,
        crumbs=here.crumbs((t("offline.title"), here.path)),
        said=json.dumps(said, ensure_ascii=False, separators=(",", ":")),
        savable=savable_list(here.language),
        home=here.link(here.routes.home()),
    )


def _worker(site: Site) -> bytes:
    """Return a script that brings the others; it lies at the root, whose pages it may serve."""
    asset = site.assets
    if not site.config.offline:
        return _script([asset[part] for part in _FORGETTING], [])
    pages = [Routes(code, site.config.language).offline() for code in site.config.languages]
    return _script([asset[one] for one in _KEEPING], [*pages, *(asset[one] for one in _NEEDED)])


def _script(parts: list[SitePath], needed: list[SitePath]) -> bytes:
    return f"ocopNeeded={json.dumps(needed)};importScripts(...{json.dumps(parts)});\n".encode()
