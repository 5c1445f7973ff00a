"""The frame around every page: fittings, menu, switch of languages, footer.

Owns what the navigation holds and which entry of it is lit. Must not know single pages.
Called by :mod:`ocop.pages.render`; all but the switch is made once a language, depth and section.
"""

from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache

from markupsafe import Markup
from msgspec import Struct

from ocop.config import Publisher
from ocop.dates import PartialDate
from ocop.pages import by_heart
from ocop.pages.accent import ACCENT
from ocop.pages.contact import Number, numbers
from ocop.pages.formats import date_text
from ocop.pages.logo import logo_address
from ocop.pages.press import Press
from ocop.pages.routes import START, Routes
from ocop.pages.site import Site
from ocop.pages.words import Speaker
from ocop.paths import SitePath
from ocop.text import Language, localise

Linker = Callable[[SitePath], str]
"""Gives the address to write for a file of the site, as seen from one page."""

FOOTER = "parts/footer.html"
"""The template of the footer, which knows nothing of the page."""

_SECTION_OF = {"sets": "industries"}
"""Folders whose pages belong to another entry of the menu."""

_OWN_BOX = ("index.html", "search.html")
"""Pages that have the search box, and a larger one, below the header."""


class MenuItem(Struct, frozen=True):
    """One entry of the menu; ``here`` on all pages of its section.

    ``spoken`` is the label's language where that is not the page's.
    """

    label: str
    href: str
    here: bool
    spoken: Language | None = None


class Switch(Struct, frozen=True):
    """The same page in another language, under that language's own name."""

    language: Language
    name: str
    href: str


class PublisherView(Struct, frozen=True):
    """Who answers for the site, in the reader's language as far as it is known in it."""

    name: str
    name_spoken: Language | None
    address: str
    address_spoken: Language | None
    phones: tuple[Number, ...]
    email: str | None


def fittings(press: Press, language: Language, link: Linker, depth: int) -> Markup:
    """Return what is alike in the heads of pages whose links are those of ``depth``."""
    site, assets = press.site, press.site.assets
    return _shared(
        press,
        "parts/fittings.html",
        language,
        (depth,),
        lambda: {
            "site_title": _site_title(site, language),
            "css": link(assets["css/site.css"]),
            "accent": link(assets[ACCENT]) if ACCENT in assets else None,
            "own_css": link(assets[own]) if (own := f"css/{language}.css") in assets else None,
            "icon": link(assets["icons/icon.svg"]),
            "touch_icon": link(assets["icons/apple-touch-icon.png"]),
            "manifest": link(SitePath("manifest.webmanifest")),
            "feed": link(Routes(language, site.config.language).feed()),
            "script": link(assets["js/site.js"]),
        },
    )


def sprite(press: Press) -> Markup:
    """Return the symbols that pages show by reference."""
    return _shared(press, "parts/sprite.html", press.site.config.language, (), dict)


def menu(press: Press, language: Language, section: str, link: Linker, depth: int) -> Markup:
    """Return the header's navigation for pages of a section and ``depth``."""
    routes = Routes(language, press.site.config.language)
    return _shared(
        press,
        "parts/menu.html",
        language,
        (depth, section),
        lambda: {
            "home": link(routes.home()),
            "search": link(routes.search()),
            "title": _site_title(press.site, language),
            "spoken": _speaker(press.site, language)(press.site.config.title).spoken,
            "items": tuple(_sections(press, language, section, link)),
            "pages": tuple(_pages(press.site, language, section, link)),
            "box": section not in _OWN_BOX,
        },
    )


def footer(press: Press, language: Language, link: Linker, depth: int) -> Markup:
    """Return the footer of pages whose links are those of ``depth``."""
    site = press.site
    routes = Routes(language, site.config.language)
    today, logo = site.catalogue.today, logo_address(site.assets)
    return _shared(
        press,
        FOOTER,
        language,
        (depth,),
        lambda: {
            "title": _site_title(site, language),
            "title_spoken": _speaker(site, language)(site.config.title).spoken,
            "publisher": _publisher(site.config.publisher, _speaker(site, language)),
            "logo": logo and link(logo),
            "items": tuple(_sections(press, language, "", link)),
            "pages": tuple(_pages(site, language, "", link)),
            "sources": site.config.sources_of_content,
            "spoken": None if language == site.config.language else site.config.language,
            "data": tuple(
                (name, link(SitePath(f"data/products.{name}"))) for name in ("csv", "json")
            ),
            "feed": link(routes.feed()),
            "search": link(routes.search()),
            "offline": site.config.offline and link(routes.offline()),
            "edition": (link(START), date_text(PartialDate.from_date(today), language))
            if site.frozen
            else None,
            # For a project's own footer: ours names no day, lest every page change at midnight.
            "today": today.isoformat(),
            "today_text": date_text(PartialDate.from_date(today), language),
        },
    )


def switches(site: Site, language: Language, path: SitePath, link: Linker) -> tuple[Switch, ...]:
    """Return the page in the other languages; it exists in each, translated or not."""
    if len(site.config.languages) == 1:
        return ()
    bare = path if language == site.config.language else path.removeprefix(f"{language}/")
    return tuple(
        Switch(
            other,
            _own_name(other),
            link(SitePath(bare if other == site.config.language else f"{other}/{bare}")),
        )
        for other in site.config.languages
        if other != language
    )


def _shared(
    press: Press,
    template: str,
    language: Language,
    key: tuple[Hashable, ...],
    data: Callable[[], dict[str, object]],
) -> Markup:
    return press.once((template, language, *key), lambda: press.part(template, language, **data()))


def section_of(path: SitePath, site: Site) -> str:
    """Return the folder, or the file of the root, that a page belongs to."""
    parts = path.split("/")
    if parts[0] in site.config.languages:
        parts = parts[1:]
    if parts[0] == "pages":
        return "/".join(parts)
    return _SECTION_OF.get(parts[0], parts[0])


def _sections(press: Press, language: Language, section: str, link: Linker) -> Iterator[MenuItem]:
    site, t = press.site, press.texts_in(language)
    routes = Routes(language, site.config.language)
    catalogue = site.catalogue
    folders = {
        "products": True,
        "industries": True,
        "places": True,
        "producers": True,
        "fairs": bool(catalogue.fairs),
        "programmes": bool(catalogue.programmes),
        "news": bool(catalogue.news),
    }
    for folder, exists in folders.items():
        if exists:
            yield MenuItem(t(f"menu.{folder}"), link(routes.listing(folder)), folder == section)


def _pages(site: Site, language: Language, section: str, link: Linker) -> Iterator[MenuItem]:
    routes = Routes(language, site.config.language)
    pages = [page for page in site.catalogue.pages.values() if page.menu is not None]
    for page in sorted(pages, key=lambda page: (page.menu or 0, page.id)):
        title = _speaker(site, language)(page.title)
        here = section == f"pages/{page.id}.html"
        yield MenuItem(title.text, link(routes.entry("pages", page.id)), here, title.spoken)


def _speaker(site: Site, language: Language) -> Speaker:
    return Speaker(language, site.config.language)


def _site_title(site: Site, language: Language) -> str:
    return localise(site.config.title, language, site.config.language)[0]


def _publisher(publisher: Publisher, speak: Speaker) -> PublisherView:
    name, address = speak(publisher.name), speak(publisher.address)
    return PublisherView(
        name.text,
        name.spoken,
        address.text,
        address.spoken,
        numbers(publisher.phone),
        publisher.email,
    )


@lru_cache(maxsize=256)
def _own_name(language: Language) -> str:
    if language in by_heart.NAMES:
        return by_heart.NAMES[language]
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return language
    name = locale.get_display_name(locale) or language
    return name[:1].upper() + name[1:]
