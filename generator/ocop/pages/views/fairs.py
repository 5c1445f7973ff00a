"""Pages of fairs: the list, and each fair with its booths.

Owns what is gathered for each; wording is in :mod:`ocop.pages.fair_page`. A site without fairs
has no list of them.
"""

import json
from collections.abc import Sequence

from ocop.domain.fair import Fair
from ocop.domain.product import Product
from ocop.pages import structured
from ocop.pages.article_page import news_about
from ocop.pages.artifact import Artifact
from ocop.pages.booth_plan import booth_plan
from ocop.pages.cards import cards
from ocop.pages.covers import band
from ocop.pages.fair_page import (
    booth_rows,
    days_of,
    fair_link,
    newest_first,
    shown_products,
    state_words,
    time_of,
    when,
    where,
)
from ocop.pages.gallery import gallery, share_picture
from ocop.pages.head import Head
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.sources import sources
from ocop.pages.telling import told
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.paths import EntryId, SitePath
from ocop.text import Language

_SHOWN = 48
"""Products that are shown as cards at most; the table of booths names them all."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the list and every fair's page, in every language; nothing without fairs."""
    found: list[Artifact] = []
    for language in site.config.languages if site.catalogue.fairs else ():
        routes = Routes(language, site.config.language)
        found.append(Artifact(routes.listing("fairs"), "fairs", (language,), rank="entry"))
        for fair in site.catalogue.fairs.values():
            path = routes.entry("fairs", fair.id)
            found.append(Artifact(path, "fairs", (language, fair.id), sources=(fair.path,)))
    return tuple(found)


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the list of fairs or one fair's page."""
    language, *rest = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    if not rest:
        return _index(here)
    return _fair(here, site.catalogue.fairs[EntryId(str(rest[0]))])


def _index(here: Here) -> bytes:
    title, fairs = here.t("fairs.title"), newest_first(here.site.catalogue.fairs.values())
    listed = [(here.speak.plain(one.name), here.routes.entry("fairs", one.id)) for one in fairs]
    head = head_for(
        here.site,
        here.language,
        here.path,
        title=title,
        description=here.t("fairs.description"),
        alternates=alternates(here.site.config, lambda routes: routes.listing("fairs")),
        structured=(
            breadcrumbs(here, (title, here.path)),
            structured.item_list(here.site, title, listed),
        ),
    )
    links = [fair_link(here, one) for one in fairs]
    return render(
        here.site,
        "pages/fairs.html",
        head,
        crumbs=here.crumbs((title, here.path)),
        groups=(
            ("now", [one for one in links if one.state == "now"]),
            ("coming", [one for one in reversed(links) if one.state == "coming"]),
            ("past", [one for one in links if one.state == "past"]),
        ),
        words=state_words(here),
    )


def _fair(here: Here, fair: Fair) -> bytes:
    site, name, products = here.site, here.speak(fair.name), shown_products(here, fair)
    steps = (_list(here), (name.text, here.path))
    return render(
        site,
        "pages/fair.html",
        _head(here, fair, steps, products),
        crumbs=here.crumbs(*steps, spoken=name.spoken),
        name=name,
        sample=fair.sample,
        state=time_of(fair, site.catalogue.today),
        when=when(here, fair),
        start=fair.start.isoformat(),
        where=where(here, fair),
        organiser=here.speak(fair.organiser),
        booth_count=fair.booth_count or len(fair.booths),
        days=days_of(fair),
        words=state_words(here),
        hours=here.speak(fair.hours),
        plan=booth_plan(here, fair),
        booths=booth_rows(here, fair),
        listed=len(fair.booths),
        said=_said(here),
        route=here.link(here.routes.shortlist()),
        id=fair.id,
        cards=cards(site, products[:_SHOWN], here.language, here.path),
        others=max(0, len(products) - _SHOWN),
        photos=gallery(here, fair.photos),
        story=told(here, fair.stories),
        news=news_about(here, lambda one: fair.id in one.fairs),
        sources=sources(fair.sources),
        band=band(fair.id, "IV"),
    )


def _head(
    here: Here, fair: Fair, steps: Sequence[tuple[str, SitePath]], products: Sequence[Product]
) -> Head:
    site, dates, place = here.site, when(here, fair), where(here, fair)
    spots = ", ".join(filter(None, (place.venue.text, place.now)))
    described = here.t("fair.description", when=dates, where=spots) if spots else dates
    return head_for(
        site,
        here.language,
        here.path,
        title=here.speak.plain(fair.name),
        description=described,
        alternates=alternates(site.config, lambda to: to.entry("fairs", fair.id), fair),
        share=share_picture(here, fair.photos, products),
        structured=(
            breadcrumbs(here, *steps),
            structured.event(site, here.language, fair, described),
        ),
    )


def _said(here: Here) -> str:
    """Return what the page's script says, as JSON for an attribute."""
    return json.dumps(here.t.under("fair.say."), ensure_ascii=False, separators=(",", ":"))


def _list(here: Here) -> tuple[str, SitePath]:
    return here.t("fairs.title"), here.routes.listing("fairs")
