"""Values that several kinds of records share, as open data writes them.

Owns the JSON shapes of dates, texts, origins and photos. Called by its siblings only.
"""

from collections.abc import Iterable, Sequence

from ocop.dates import PartialDate
from ocop.domain import gazetteer
from ocop.domain.photo import Photo
from ocop.domain.place import Commune, Origin, Province
from ocop.domain.programme import Period
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath
from ocop.text import Language

Value = object
"""What JSON can hold: texts, numbers, truth, None, lists and dicts of these."""


def date(value: PartialDate | None) -> str | None:
    """Return a date as ISO 8601, as precise as it is known."""
    return value.isoformat() if value else None


def period(value: Period | None) -> Value:
    """Return a period as its two ends."""
    return {"from": date(value[0]), "to": date(value[1])} if value else None


def origin(value: Origin) -> dict[str, Value]:
    """Return an origin as certified, with the present units by code and name."""
    commune, province = now(value)
    return {
        "certified": dict(value.certified),
        "commune": value.commune_now,
        "commune_name": commune.full_name if commune else None,
        "province": value.province_now,
        "province_name": province.name if province else None,
    }


def now(value: Origin) -> tuple[Commune | None, Province | None]:
    """Return the present commune and province of an origin, as far as they are known."""
    commune = gazetteer.commune(value.commune_now) if value.commune_now else None
    province = gazetteer.province(value.province_now) if value.province_now else None
    return commune, province


def photos(site: Site, values: Sequence[Photo]) -> list[Value]:
    """Return published photos by their fallback file, relative to the site's root."""
    return [
        {
            "src": picture.fallback.path,
            "width": picture.fallback.width,
            "height": picture.fallback.height,
            "alt": dict(photo.alt),
        }
        for photo in values
        if (picture := site.pictures.get(photo.file))
    ]


def addresses(site: Site, folder: str, entry: EntryId) -> dict[Language, SitePath]:
    """Return an entry's page by language, relative to the site's root."""
    return {
        language: Routes(language, site.config.language).entry(folder, entry)
        for language in site.config.languages
    }


def stated(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Return the pairs whose value is stated: None, empty texts and lists are left out."""
    return {key: value for key, value in pairs if value not in (None, "", [], {})}
