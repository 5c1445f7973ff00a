"""What a page may read: settings, catalogue, places and pictures, frozen.

Made once a build by :mod:`ocop.build` and handed to every worker.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from ocop.config import Config
from ocop.domain.catalogue import Catalogue
from ocop.papers.sheet import Sheet
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.photos.picture import Picture


class Site(Struct, frozen=True, dict=True):
    """The inputs of all pages.

    ``templates`` are the folders to look in, the project's own before the built-in one;
    ``assets`` gives the hashed address of each static file by its name under ``static/``;
    ``pictures`` are the published photos by source path; ``shares`` the share pictures of
    the six industries (``I`` … ``VI``), for pages without a photo; ``papers`` the published
    decisions and certificates by source path. ``marks`` are those of records that are known
    already, by kind and id: no page reads them (:mod:`ocop.pages.keys`). ``warm`` is the folder for
    what may be kept from build to build, None where nothing is to be kept. A ``frozen`` site is an
    edition to be carried away: its footer tells the day and leads to its start page.
    """

    config: Config
    catalogue: Catalogue
    templates: tuple[str, ...]
    assets: Mapping[str, SitePath]
    pictures: Mapping[SourcePath, Picture]
    shares: Mapping[str, SitePath]
    version: str
    papers: Mapping[SourcePath, Sheet] = field(default_factory=dict)
    marks: Mapping[str, Mapping[EntryId, bytes]] = field(default_factory=dict)
    warm: Path | None = None
    frozen: bool = False
