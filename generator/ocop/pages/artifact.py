"""An output file before its bytes exist."""

from typing import Literal

from msgspec import Struct

from ocop.paths import SitePath

Rank = Literal["asset", "page", "entry"]
"""Publishing order: what pages need, pages, then what leads to pages (home, lists, sitemap)."""


class Artifact(Struct, frozen=True):
    """One file of the site and the view that makes it.

    ``view`` names a module of :mod:`ocop.pages.views` whose ``make(site, artifact)`` returns
    the bytes; ``args`` are its plain parameters (ids, numbers, language), so that an artifact
    can be sent to a worker and compared between builds. ``sources`` are the files that an
    editor would look into when two artifacts want one address.
    """

    path: SitePath
    view: str
    args: tuple[str | int, ...] = ()
    rank: Rank = "page"
    sources: tuple[str, ...] = ()
