"""News and free pages.

Owns what is gathered for each of them; wording is in :mod:`ocop.pages.article_page`. A site
without news has no list of it.
"""

from collections.abc import Iterable, Iterator, Mapping

from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.producer import Producer
from ocop.pages import structured
from ocop.pages.article_page import happened, newest_first, news_links
from ocop.pages.artifact import Artifact
from ocop.pages.cards import cards
from ocop.pages.gallery import gallery, share_picture
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.place_page import EntryLink
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.sources import sources
from ocop.pages.telling import told
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.paths import EntryId
from ocop.text import Language


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the list of news, every piece of it and every free page, in every language."""
    return tuple(
        artifact
        for language in site.config.languages
        for artifact in _in_language(site, Routes(language, site.config.language))
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the list of news, one piece of it or a free page."""
    language, *rest = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    if not rest:
        return _index(here)
    folder, entry = str(rest[0]), EntryId(str(rest[1]))
    if folder == "news":
        return _news(here, site.catalogue.news[entry])
    return _page(here, site.catalogue.pages[entry])


def _in_language(site: Site, routes: Routes) -> Iterator[Artifact]:
    if site.catalogue.news:
        yield Artifact(routes.listing("news"), "articles", (routes.language,), rank="entry")
    kinds: Mapping[str, Iterable[News | Page]] = {
        "news": site.catalogue.news.values(),
        "pages": site.catalogue.pages.values(),
    }
    for folder, records in kinds.items():
        for one in records:
            path = routes.entry(folder, one.id)
            args = (routes.language, folder, one.id)
            yield Artifact(path, "articles", args, sources=(one.path,))


def _index(here: Here) -> bytes:
    title, news = here.t("news.title"), newest_first(here.site.catalogue.news.values())
    listed = [(here.speak.plain(one.title), here.routes.entry("news", one.id)) for one in news]
    head = head_for(
        here.site,
        here.language,
        here.path,
        title=title,
        description=here.t("news.description"),
        alternates=alternates(here.site.config, lambda routes: routes.listing("news")),
        structured=(
            breadcrumbs(here, (title, here.path)),
            structured.item_list(here.site, title, listed),
        ),
    )
    crumbs = here.crumbs((title, here.path))
    return render(
        here.site, "pages/news-list.html", head, crumbs=crumbs, news=news_links(here, news)
    )


def _news(here: Here, one: News) -> bytes:
    site, catalogue = here.site, here.site.catalogue
    title, summary = here.speak(one.title), here.speak(one.summary)
    steps = ((here.t("news.title"), here.routes.listing("news")), (title.text, here.path))
    products = [catalogue.products[product] for product in one.products]
    head = head_for(
        site,
        here.language,
        here.path,
        title=title.text,
        description=summary.text or title.text,
        alternates=alternates(site.config, lambda to: to.entry("news", one.id), one),
        share=share_picture(here, one.photos, products),
        kind="article",
        structured=(breadcrumbs(here, *steps), structured.article(site, here.language, one)),
    )
    return render(
        site,
        "pages/news.html",
        head,
        crumbs=here.crumbs(*steps, spoken=title.spoken),
        title=title,
        summary=summary,
        sample=one.sample,
        date=one.date.isoformat(),
        published=here.t("news.published", date=here.formats.date(one.date)),
        happened=happened(here, one),
        photos=gallery(here, one.photos),
        story=told(here, one.stories, top=2),
        cards=cards(site, products, here.language, here.path),
        producers=_links(
            here, "producers", (catalogue.producers[maker] for maker in one.producers)
        ),
        fairs=_links(here, "fairs", map(catalogue.fairs.__getitem__, one.fairs)),
        sources=sources(one.sources),
    )


def _page(here: Here, one: Page) -> bytes:
    site, title = here.site, here.speak(one.title)
    steps = ((title.text, here.path),)
    story = told(here, one.stories, top=2)
    head = head_for(
        site,
        here.language,
        here.path,
        title=title.text,
        description=story.html.striptags() or title.text,
        alternates=alternates(site.config, lambda to: to.entry("pages", one.id), one),
        share=share_picture(here, one.photos),
        structured=(breadcrumbs(here, *steps),),
    )
    return render(
        site,
        "pages/page.html",
        head,
        crumbs=here.crumbs(*steps, spoken=title.spoken),
        title=title,
        photos=gallery(here, one.photos),
        story=story,
        sources=sources(one.sources),
    )


def _links(here: Here, folder: str, found: Iterable[Producer | Fair]) -> tuple[EntryLink, ...]:
    return tuple(
        EntryLink(here.speak(one.name), here.link(here.routes.entry(folder, one.id)), "")
        for one in found
    )
