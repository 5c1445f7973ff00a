"""Pages of programmes: the list, and each programme's figures, targets, events and papers.

Owns what is gathered for each; wording is in :mod:`ocop.pages.programme_page`. A site without
programmes has no list of them.
"""

from ocop.domain.programme import Programme
from ocop.pages import programme_page, structured
from ocop.pages.artifact import Artifact
from ocop.pages.cards import cards
from ocop.pages.counted import products_of
from ocop.pages.figure_rows import rows
from ocop.pages.gallery import share_picture
from ocop.pages.ground import ground
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.lists import best_first
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.sources import sources
from ocop.pages.star_years import STARS, star_years
from ocop.pages.telling import told
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.paths import EntryId
from ocop.text import Language

_SHOWN = 8
"""Products on a programme's page: two rows; the rest is a step away."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the list and every programme's page, in every language; nothing without any."""
    found: list[Artifact] = []
    for language in site.config.languages if site.catalogue.programmes else ():
        routes = Routes(language, site.config.language)
        found.append(
            Artifact(routes.listing("programmes"), "programmes", (language,), rank="entry")
        )
        for one in site.catalogue.programmes.values():
            path = routes.entry("programmes", one.id)
            found.append(Artifact(path, "programmes", (language, one.id), sources=(one.path,)))
    return tuple(found)


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the list of programmes or one programme's page."""
    language, *rest = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    if not rest:
        return _index(here)
    return _programme(here, site.catalogue.programmes[EntryId(str(rest[0]))])


def _index(here: Here) -> bytes:
    title = here.t("programmes.title")
    listed = [
        (here.speak.plain(one.name), here.routes.entry("programmes", one.id))
        for one in here.site.catalogue.programmes.values()
    ]
    head = head_for(
        here.site,
        here.language,
        here.path,
        title=title,
        description=here.t("programmes.description"),
        alternates=alternates(here.site.config, lambda routes: routes.listing("programmes")),
        structured=(
            breadcrumbs(here, (title, here.path)),
            structured.item_list(here.site, title, listed),
        ),
    )
    return render(
        here.site,
        "pages/programmes.html",
        head,
        crumbs=here.crumbs((title, here.path)),
        programmes=programme_page.programme_links(here),
    )


def _programme(here: Here, one: Programme) -> bytes:
    site, name = here.site, here.speak(one.name)
    steps = (
        (here.t("programmes.title"), here.routes.listing("programmes")),
        (name.text, here.path),
    )
    products = best_first(here, products_of(site.catalogue, one.area))
    head = head_for(
        site,
        here.language,
        here.path,
        title=name.text,
        description=here.t("programme.description", name=name.text),
        alternates=alternates(site.config, lambda to: to.entry("programmes", one.id), one),
        share=share_picture(here, (), products),
        structured=(breadcrumbs(here, *steps),),
    )
    return render(
        site,
        "pages/programme.html",
        head,
        crumbs=here.crumbs(*steps, spoken=name.spoken),
        name=name,
        sample=one.sample,
        period=programme_page.period(here, one),
        area=programme_page.area(here, one),
        figures=rows(one.figures, here.speak, here.t),
        targets=rows(one.targets, here.speak, here.t),
        tally=programme_page.tally(here, one),
        ground=ground(here, one),
        by_year=star_years(site.catalogue, one.area),
        levels=STARS,
        story=told(here, one.stories),
        events=programme_page.events(here, one.events),
        documents=programme_page.documents(here, one.documents),
        rules=told(here, one.rules),
        problems=told(here, one.problems),
        cards=cards(site, products[:_SHOWN], here.language, here.path),
        sources=sources(one.sources),
    )
