"""Papers that lie beside entries: decisions, certificates, directives as PDF.

Owns which of them are published and where. Only PDF is: a page or a script of a stranger's
would run in the site's name, and a photo would carry its private data. Called by the build
and by the views.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ocop.domain.catalogue import Catalogue
from ocop.pages.contact import web
from ocop.paths import SitePath, SourcePath
from ocop.text import slugify


def paper_href(paper: str | None, link: Callable[[SitePath], str]) -> str | None:
    """Return the link to a paper, a source path or an address; None where there is none."""
    if paper and _published(paper):
        return link(paper_page(SourcePath(paper)))
    return web(paper)


def paper_page(source: SourcePath) -> SitePath:
    """Return where a paper is published: ``papers/<name>-<8 hex of its source path>.pdf``."""
    digest = hashlib.sha256(source.encode()).hexdigest()[:8]
    stem = slugify(source.rpartition("/")[2].rpartition(".")[0])[:60].strip("-")
    return SitePath(f"papers/{stem}-{digest}.pdf" if stem else f"papers/{digest}.pdf")


def paper_files(project: Path, catalogue: Catalogue) -> Mapping[SitePath, Path]:
    """Return the file on disk of every published paper by its address."""
    sources = {SourcePath(one) for one in _papers(catalogue) if one and _published(one)}
    return {paper_page(source): project / source for source in sorted(sources)}


def _published(paper: str) -> bool:
    return "://" not in paper and paper.lower().endswith(".pdf")


def _papers(catalogue: Catalogue) -> Iterator[str | None]:
    for product in catalogue.products.values():
        yield from (one.document for one in product.recognitions)
        yield from (one.file for one in product.certificates)
    for producer in catalogue.producers.values():
        yield from (one.file for one in producer.certificates)
    for programme in catalogue.programmes.values():
        yield from (one.file for one in programme.documents)
