"""The open data under ``data/``: the catalogue for other programs and for spreadsheets.

Owns the files and how they are written: one record a line, so that a change shows as a line.
The shapes are those of :mod:`ocop.pages.facts`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.json import Encoder

from ocop.domain.product import Product
from ocop.pages.artifact import Artifact
from ocop.pages.facts.producers import producer_facts
from ocop.pages.facts.products import product_facts
from ocop.pages.facts.programmes import programme_facts
from ocop.pages.facts.rows import columns, product_row
from ocop.pages.facts.site import site_facts
from ocop.pages.site import Site
from ocop.pages.table import csv_bytes, csv_row
from ocop.paths import SitePath

_compact = Encoder().encode
"""Writes UTF-8 without spaces: as the standard library, ten times as fast."""


def artifacts(site: Site) -> tuple[Artifact, ...]:  # noqa: ARG001 (every view is asked alike)
    """Return the data files; each exists also for an empty catalogue."""
    return tuple(
        Artifact(SitePath(f"data/{name}"), "data", (name,), rank="entry") for name in _FILES
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of one data file."""
    return _FILES[str(artifact.args[0])](site)


def pieces(site: Site) -> Iterator[tuple[SitePath, Callable[[Product], bytes]]]:
    """Yield the files that tell of every product, each with what gives a product's piece of it."""
    yield SitePath("data/products.json"), lambda one: b"\n" + _compact(product_facts(site, one))
    yield SitePath("data/products.csv"), lambda one: csv_row(product_row(site, one))


def _site(site: Site) -> bytes:
    return _compact(site_facts(site)) + b"\n"


def _products(site: Site) -> bytes:
    products = site.catalogue.products
    return _lines(product_facts(site, products[one]) for one in sorted(products))


def _table(site: Site) -> bytes:
    products = site.catalogue.products
    return csv_bytes(columns(site), (product_row(site, products[one]) for one in sorted(products)))


def _producers(site: Site) -> bytes:
    producers = site.catalogue.producers
    return _lines(producer_facts(site, producers[one]) for one in sorted(producers))


def _programmes(site: Site) -> bytes:
    programmes = site.catalogue.programmes
    return _lines(programme_facts(site, programmes[one]) for one in sorted(programmes))


def _lines(records: Iterable[object]) -> bytes:
    return b"[\n" + b",\n".join(map(_compact, records)) + b"\n]\n"


_FILES: Mapping[str, Callable[[Site], bytes]] = {
    "site.json": _site,
    "products.json": _products,
    "products.csv": _table,
    "producers.json": _producers,
    "programmes.json": _programmes,
}
