"""The Atom feeds of each language: newest recognitions and news.

Owns what goes into them; which there are is known to :mod:`ocop.pages.channels`. Ids are made of
each entry's oldest id, so that a renamed product is not news again; in every feed that tells of
it a thing has the same id, so that a reader of several sees it once.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from heapq import nlargest
from typing import cast

from ocop.dates import PartialDate
from ocop.domain.article import News
from ocop.domain.product import Product
from ocop.domain.rating import is_awarded, is_revoked
from ocop.domain.recognition import Recognition
from ocop.pages.artifact import Artifact
from ocop.pages.channels import SITE, Channel, Kind, channel_title, channels
from ocop.pages.feed import Feed, Item, atom, piece_of
from ocop.pages.here import Here
from ocop.pages.press import press_for
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.words import Words
from ocop.paths import EntryId
from ocop.text import Language

_LONGEST = 50

Awards = Mapping[EntryId, tuple[Recognition, ...]]
"""The dated recognitions of products that still stand."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the feeds of every language."""
    found = channels(site.catalogue)
    return tuple(
        Artifact(
            one.feed(Routes(code, site.config.language)),
            "feeds",
            (code, one.kind, one.code),
            rank="entry",
        )
        for code in site.config.languages
        for one in found
    )


def channel_of(artifact: Artifact) -> Channel:
    """Return the feed that an artifact is."""
    _, kind, code = artifact.args
    return Channel(cast(Kind, kind), str(code))


def make(site: Site, artifact: Artifact) -> bytes:
    """Return one feed: the 50 newest items of what the content dates."""
    channel = channel_of(artifact)
    here = Here(site, Language(str(artifact.args[0])), artifact.path)
    url, publisher = site.config.url, here.speak.plain(site.config.publisher.name)
    return atom(
        Feed(
            address=url + artifact.path,
            home=url + channel.page(here.routes),
            title=channel_title(here, channel),
            subtitle=here.speak(site.config.tagline) if channel == SITE else Words(""),
            author=publisher or channel_title(here, SITE),
            language=here.language,
            items=_newest(here, channel),
        )
    )


def awards(site: Site) -> Awards:
    """Return the recognitions that feeds may tell of, looked for once."""
    return press_for(site).once("awards", lambda: dict(_awards(site)))


def pieces(here: Here, product: Product) -> Iterator[tuple[bytes, bytes]]:
    """Yield what a feed may say of a product: a sign that it does, and the words."""
    for one in _awards_of(product, here.site.catalogue.today):
        if one.date:
            yield piece_of(_recognised(here, one.date, product, one))


def _awards(site: Site) -> Iterator[tuple[EntryId, tuple[Recognition, ...]]]:
    for product in site.catalogue.products.values():
        if found := _awards_of(product, site.catalogue.today):
            yield product.id, found


def _awards_of(product: Product, today: dt.date) -> tuple[Recognition, ...]:
    return tuple(
        one
        for one in product.recognitions
        if one.date and is_awarded(one, today) and not is_revoked(one, today)
    )


def _newest(here: Here, channel: Channel) -> list[Item]:
    catalogue, known = here.site.catalogue, awards(here.site)
    told = [
        (one.date, product, one)
        for product in channel.products(catalogue)
        for one in known.get(product.id, ())
        if one.date
    ]
    since = min(nlargest(_LONGEST, (date.first for date, _, _ in told)), default=catalogue.today)
    items = [
        # Most are too old to be among the newest, and need no words.
        *(_recognised(here, *one) for one in told if one[0].first >= since),
        *(_told(here, one) for one in channel.news(catalogue)),
    ]
    newest = sorted(sorted(items, key=lambda item: item.key), key=_day, reverse=True)
    return newest[:_LONGEST]


def _day(item: Item) -> str:
    return item.date.first.isoformat()


def _recognised(here: Here, date: PartialDate, product: Product, one: Recognition) -> Item:
    title = here.t("feed.recognised", name=here.speak.plain(product.name), n=one.stars)
    return Item(
        key=f"{_key(here, 'products', product)}#{date.isoformat()}-{one.stars}",
        title=Words(f"{title} ({here.t('sample.short').lower()})" if product.sample else title),
        address=here.site.config.url + here.routes.entry("products", product.id),
        date=date,
        summary=here.speak(product.summary),
    )


def _told(here: Here, news: News) -> Item:
    return Item(
        key=_key(here, "news", news),
        title=here.speak(news.title),
        address=here.site.config.url + here.routes.entry("news", news.id),
        date=news.date,
        summary=here.speak(news.summary),
    )


def _key(here: Here, folder: str, record: Product | News) -> str:
    oldest = record.aliases[0] if record.aliases else record.id
    return here.site.config.url + here.routes.entry(folder, oldest)
