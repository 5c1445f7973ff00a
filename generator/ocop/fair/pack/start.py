"""The page with which an edition begins: what it is, of which day, and how it is opened.

Owns what the page is told, in Vietnamese, English and the edition's other languages at once.
Called by :mod:`ocop.fair.pack.pack`.
"""

from collections.abc import Iterator, Mapping
from types import SimpleNamespace

from ocop.dates import PartialDate
from ocop.domain import gazetteer
from ocop.domain.taxonomy import INDUSTRIES, SETS
from ocop.fair.choice import Choice
from ocop.pages.accent import ACCENT
from ocop.pages.here import Here
from ocop.pages.meta import title_of
from ocop.pages.press import press_for
from ocop.pages.routes import START, Routes
from ocop.pages.site import Site
from ocop.pages.texts import FIRST
from ocop.paths import SitePath
from ocop.text import Language

_ALWAYS = (FIRST, Language("en"))
"""Whoever finds a stick reads one of these, whatever the languages of the site."""

_BETWEEN = " · "
"""Stands between names, which may have commas of their own."""

_SYSTEMS = {"windows": "Windows", "macos": "macOS", "linux": "Linux", "android": "Android"}


def start_page(site: Site, choice: Choice) -> Mapping[SitePath, bytes]:
    """Return the start page of the edition ``site``, which holds what ``choice`` chose."""
    languages = tuple(dict.fromkeys((*_ALWAYS, *site.config.languages)))
    page = press_for(site).run(
        "pages/start.html",
        {
            "title": title_of(site, site.config.language),
            "language": site.config.language,
            "parts": [_part(Here(site, code, START), choice) for code in languages],
            "doors": list(_doors(site)),
            "url": site.config.url,
            "css": site.assets["css/site.css"],
            "own_css": site.assets["css/start.css"],
            "accent": site.assets.get(ACCENT),
            "icon": site.assets["icons/icon.svg"],
        },
    )
    return {START: page.encode()}


def _doors(site: Site) -> Iterator[SimpleNamespace]:
    """Yield the ways in, one for each language of the edition."""
    for code in site.config.languages:
        here = Here(site, code, START)
        home = Routes(code, site.config.language).home()
        yield SimpleNamespace(language=code, t=here.t, href=home)


def _part(here: Here, choice: Choice) -> SimpleNamespace:
    """Return what is said in one language."""
    catalogue = here.site.catalogue
    day = here.formats.date(PartialDate.from_date(catalogue.today))
    return SimpleNamespace(
        language=here.language,
        t=here.t,
        day=day,
        counts=[
            here.t("pack.products", n=len(catalogue.products)),
            here.t("pack.producers", n=len(catalogue.producers)),
        ],
        scope=list(_scope(here, choice)) or [here.t("pack.whole")],
        systems=[(name, here.t(f"pack.{key}")) for key, name in _SYSTEMS.items()],
    )


def _scope(here: Here, choice: Choice) -> Iterator[str]:
    """Yield one line for each kind of thing that was asked for."""
    for kind, names in _asked(here, choice).items():
        if names:
            yield here.t(f"pack.scope.{kind}", names=_BETWEEN.join(names))


def _asked(here: Here, choice: Choice) -> Mapping[str, list[str]]:
    catalogue, speak = here.site.catalogue, here.speak.plain
    provinces = (gazetteer.province(code) for code in choice.provinces)
    communes = (gazetteer.commune(code) for code in choice.communes)
    return {
        "fair": [speak(catalogue.fairs[choice.fair].name)] if choice.fair else [],
        "booth": list(choice.booths),
        "producer": [speak(catalogue.producers[one].name) for one in choice.producers],
        "province": [one.name for one in provinces if one],
        "commune": [one.full_name for one in communes if one],
        "industry": [speak(INDUSTRIES[one].short) for one in choice.industries],
        "set": [speak(SETS[one].short) for one in choice.sets],
        "list": [here.t("pack.scope.list")] if choice.ids else [],
    }
