"""The site itself as open data.

Owns the JSON shape of ``data/site.json`` (the contract, part 3): what there is, how much of
it, and where to start. Called by :mod:`ocop.pages.views.data`.
"""

from collections.abc import Callable, Mapping

from ocop.pages.facts.values import Value
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.paths import SitePath


def site_facts(site: Site) -> dict[str, Value]:
    """Return what a program needs to find its way about the site."""
    config = site.config
    return {
        "title": dict(config.title),
        "url": config.url,
        "languages": list(config.languages),
        "today": site.catalogue.today.isoformat(),
        "counts": _counts(site),
        "pages": {
            name: {code: locate(Routes(code, config.language)) for code in config.languages}
            for name, locate in _pages(site).items()
        },
    }


def _counts(site: Site) -> dict[str, Value]:
    catalogue = site.catalogue
    return {
        "products": len(catalogue.products),
        "producers": len(catalogue.producers),
        "provinces": len(catalogue.by_province),
        "communes": len(catalogue.by_commune),
        "fairs": len(catalogue.fairs),
        "programmes": len(catalogue.programmes),
        "news": len(catalogue.news),
        "stars": {str(stars): len(catalogue.by_stars.get(stars, ())) for stars in (5, 4, 3)},
    }


def _pages(site: Site) -> Mapping[str, Callable[[Routes], SitePath]]:
    catalogue = site.catalogue
    found: dict[str, Callable[[Routes], SitePath]] = {
        "home": Routes.home,
        "search": Routes.search,
    }
    kept = {
        "products": True,
        "producers": True,
        "places": True,
        "fairs": bool(catalogue.fairs),
        "programmes": bool(catalogue.programmes),
        "news": bool(catalogue.news),
    }
    for folder, exists in kept.items():
        if exists:
            found[folder] = _listing(folder)
    return found


def _listing(folder: str) -> Callable[[Routes], SitePath]:
    return lambda routes: routes.listing(folder)
