"""A site put together by hand, without content files, photos or a build."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ocop.config import Config
from ocop.domain.catalogue import Catalogue
from ocop.domain.place import Origin
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.photos.picture import Picture, Variant
from ocop.text import Language

VI, EN = Language("vi"), Language("en")
TODAY = dt.date(2026, 11, 21)
TEMPLATES = Path(__file__).parents[2] / "templates"


class _Assets(dict[str, SitePath]):
    """Answers for every static file."""

    def __missing__(self, name: str) -> SitePath:
        return SitePath(f"static/{name}")


def vi(text: str) -> dict[Language, str]:
    """A text in Vietnamese only."""
    return {VI: text}


def both(text: str, english: str) -> dict[Language, str]:
    """A text in both languages."""
    return {VI: text, EN: english}


def site(
    *,
    today: dt.date = TODAY,
    config: Config | None = None,
    pictures: Iterable[Picture] = (),
    **records: Iterable[Any],
) -> Site:
    """A site of the given ``products``, ``producers``, ``places``, ``fairs`` …"""
    kinds = ("products", "producers", "fairs", "programmes", "news", "pages")
    found: dict[str, Any] = {kind: {one.id: one for one in records.get(kind, ())} for kind in kinds}
    places = {one.code: one for one in records.get("places", ())}
    return Site(
        config=config
        or Config(
            title=both("Đặc sản OCOP", "OCOP specialties"),
            tagline=both("Của ngon mỗi xã", "The best of every commune"),
            url="https://x.vn/ocop/",
            short_url="https://x.vn/",
            languages=(VI, EN),
        ),
        catalogue=Catalogue(today=today, places=places, **found),
        templates=(str(TEMPLATES),),
        assets=_Assets(),
        pictures={picture.source: picture for picture in pictures},
        shares={
            code: SitePath(f"static/share/{code}.jpg")
            for code in ("I", "II", "III", "IV", "V", "VI")
        },
        version="test",
    )


def product(entry: str, /, **facts: Any) -> Product:
    """A product of set 4 whose id is ``entry``."""
    given: dict[str, Any] = {"name": vi(entry), "set": 4, "origin": Origin(), **facts}
    path = SourcePath(f"content/products/{entry}/product.yaml")
    return Product(id=EntryId(entry), path=path, **given)


def producer(entry: str, /, **facts: Any) -> Producer:
    """A cooperative whose id is ``entry``."""
    given: dict[str, Any] = {"name": vi(entry), "kind": "cooperative", **facts}
    path = SourcePath(f"content/producers/{entry}/producer.yaml")
    return Producer(id=EntryId(entry), path=path, **given)


def picture(source: str) -> Picture:
    """A published photo."""
    jpeg = Variant("jpeg", 960, 720, SitePath("photos/p-960.jpg"))
    return Picture(
        SourcePath(source), 4000, 3000, (), jpeg, "data:,", SitePath("photos/p-share.jpg")
    )
