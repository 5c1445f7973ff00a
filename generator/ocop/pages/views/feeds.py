"""The Atom feed of each language: newest recognitions and news.

Owns what goes into it. Ids are made of each entry's oldest id, so that a renamed product is
not news again.
"""

import datetime as dt
from collections.abc import Iterator
from heapq import nlargest

from ocop.domain.article import News
from ocop.domain.product import Product
from ocop.domain.rating import is_awarded, is_revoked
from ocop.domain.recognition import Recognition
from ocop.pages.artifact import Artifact
from ocop.pages.feed import Feed, Item, atom
from ocop.pages.press import press_for
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.text import Language, localise

_LONGEST = 50


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the feed of every language."""
    return tuple(
        Artifact(Routes(code, site.config.language).feed(), "feeds", (code,), rank="entry")
        for code in site.config.languages
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return one feed: the 50 newest items of what the content dates."""
    language = Language(str(artifact.args[0]))
    first, url = site.config.language, site.config.url
    awards = [*_awards(site)]
    days = [one.date.first for _, one in awards if one.date]
    since = min(nlargest(_LONGEST, days), default=site.catalogue.today)
    items = [
        *(_recognised(site, language, *pair) for pair in awards if _is_since(pair[1], since)),
        *_news(site, language),
    ]
    newest = sorted(sorted(items, key=lambda item: item.key), key=_day, reverse=True)
    title, _ = localise(site.config.title, language, first)
    return atom(
        Feed(
            address=url + artifact.path,
            home=url + Routes(language, first).home(),
            title=title,
            subtitle=localise(site.config.tagline, language, first)[0],
            author=localise(site.config.publisher.name, language, first)[0] or title,
            language=language,
            items=newest[:_LONGEST],
        )
    )


def _day(item: Item) -> str:
    return item.date.first.isoformat()


def _awards(site: Site) -> Iterator[tuple[Product, Recognition]]:
    today = site.catalogue.today
    for product in site.catalogue.products.values():
        for one in product.recognitions:
            if one.date and is_awarded(one, today) and not is_revoked(one, today):
                yield product, one


def _is_since(one: Recognition, day: dt.date) -> bool:
    """Tell whether a recognition may be among the newest: most are not, and need no words."""
    return one.date is not None and one.date.first >= day


def _recognised(site: Site, language: Language, product: Product, one: Recognition) -> Item:
    assert one.date is not None
    first = site.config.language
    t = press_for(site).texts_in(language)
    title = t("feed.recognised", name=localise(product.name, language, first)[0], n=one.stars)
    return Item(
        key=f"{_key(site, language, 'products', product)}#{one.date.isoformat()}-{one.stars}",
        title=f"{title} ({t('sample.short').lower()})" if product.sample else title,
        address=site.config.url + Routes(language, first).entry("products", product.id),
        date=one.date,
        summary=localise(product.summary, language, first)[0],
    )


def _news(site: Site, language: Language) -> Iterator[Item]:
    first = site.config.language
    for news in site.catalogue.news.values():
        yield Item(
            key=_key(site, language, "news", news),
            title=localise(news.title, language, first)[0],
            address=site.config.url + Routes(language, first).entry("news", news.id),
            date=news.date,
            summary=localise(news.summary, language, first)[0],
        )


def _key(site: Site, language: Language, folder: str, record: Product | News) -> str:
    oldest = record.aliases[0] if record.aliases else record.id
    return site.config.url + Routes(language, site.config.language).entry(folder, oldest)
