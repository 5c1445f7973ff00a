"""All that a book says, from cover to imprint, as its templates take it.

Owns the order of the parts. Must not know Typst. Called by :mod:`ocop.fair.book.make`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ocop.dates import PartialDate
from ocop.domain.fair import Booth, Fair
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import Industry
from ocop.fair.book.chapters import Chapter, chapters_of
from ocop.fair.book.endless import breakable
from ocop.fair.book.entries import Data, colours, maker_data, product_data
from ocop.fair.book.indexes import indexes_of, maker_target
from ocop.fair.book.pictures import Album
from ocop.fair.book.wish import Wish
from ocop.fair.choice import makers_at, shown_at
from ocop.fair.facts import blocks_of, here_in
from ocop.pages.booth_numbers import short
from ocop.pages.booths import plan_of
from ocop.pages.covers import foremost
from ocop.pages.fair_page import when
from ocop.pages.formats import formats
from ocop.pages.here import Here
from ocop.pages.site import Site
from ocop.text import Localised

_LISTED = 90
"""Up to so many products the contents name each; of more they name the chapters."""

_BIG = 500
_STORY, _SHORT_STORY = 1500, 400
"""Letters of a story that are printed; in a book of more than :data:`_BIG` products, for whose
whole stories a small computer lacks the memory."""

_WORDS = ("contents", "price", "origin", "producer", "season", "trust", "phone", "zalo", "address")
_MORE = ("web", "made", "sample", "imprint", "page")
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def matter_of(
    site: Site, products: Sequence[Product], makers: Sequence[Producer], wish: Wish, album: Album
) -> Data:
    """Return what the book of ``products`` says, with pages for ``makers``."""
    views = [here_in(site, language) for language in wish.languages]
    chapters = chapters_of(site, products, wish)
    industry = foremost(products)
    indexes = indexes_of(site, products, makers, wish.languages)
    fair = site.catalogue.fairs[wish.fair] if wish.fair else None
    own = wish.chapters == "producer"
    story = _SHORT_STORY if len(products) > _BIG else _STORY
    apart = () if own else makers
    matter = {
        "press": wish.press,
        "paper": album.paper.data(),
        "words": [_words(here) for here in views],
        **_cover(views, len(products), industry, album),
        "greeting": list(_greeting(views, site)),
        "listed": len(products) <= _LISTED,
        "chapters": [
            _chapter(site, views, number, one, wish, album, story)
            for number, one in enumerate(chapters, start=1)
        ],
        "makers_title": [here.t("producers.title") for here in views],
        "makers_weave": album.page("makers", industry),
        "makers": [_maker(site, one, products, wish, album, level=2) for one in apart],
        "fair": _fair(site, views, fair, makers) if fair else None,
        "indexes": indexes,
        "parts": list(_parts(views, fair, bool(apart), indexes)),
        "imprint": [_imprint(here, site, _credits((*products, *makers), album)) for here in views],
        **colours(industry),
    }
    said: Data = breakable(matter)
    return said


def _words(here: Here) -> Data:
    words = {key: here.t(f"book.{key}") for key in (*_WORDS, *_MORE)}
    return {"lang": here.language, **words}


def _cover(views: Sequence[Here], count: int, industry: Industry, album: Album) -> Data:
    config = views[0].site.config
    title: Localised = config.book.title or config.title
    titles = list(dict.fromkeys(here.speak.plain(title) for here in views))
    taglines = (here.speak.plain(config.tagline) for here in views)
    day = PartialDate.from_date(views[0].site.catalogue.today)
    publisher = views[0].speak.plain(config.publisher.name)
    return {
        "title": titles,
        "tagline": [one for one in dict.fromkeys(taglines) if one],
        "edition": [views[0].t("count.products", n=count), formats(views[0].language).date(day)],
        "running": titles[0],
        "described": views[0].speak.plain(config.tagline) or titles[0],
        "publisher": [publisher] if publisher else [],
        "address": config.url.split("://", 1)[1].rstrip("/"),
        "cover": album.page(f"cover-{titles[0]}", industry),
        "back": album.page(f"back-{titles[0]}", industry),
        "band": album.strip(titles[0], industry),
    }


def _greeting(views: Sequence[Here], site: Site) -> Iterator[Data]:
    chosen = site.config.book.greeting
    if chosen is None:
        return
    page = site.catalogue.pages[chosen]
    for here in views:
        if here is views[0] or here.language in page.stories:
            yield {
                "lang": here.language,
                "title": here.speak.plain(page.title),
                "blocks": blocks_of(here, page.stories),
                "signed": here.speak.plain(site.config.publisher.name),
            }


def _chapter(
    site: Site,
    views: Sequence[Here],
    number: int,
    chapter: Chapter,
    wish: Wish,
    album: Album,
    story: int,
) -> Data:
    maker = chapter.maker
    count = len(chapter.products)
    return {
        "id": chapter.id,
        "target": maker_target(maker) if maker else f"chapter-{chapter.id}",
        "number": _ROMAN[number - 1] if wish.chapters == "industry" else "",
        "title": list(chapter.titles),
        "counted": list(dict.fromkeys(here.t("count.products", n=count) for here in views)),
        "weave": "" if maker else album.page(f"chapter-{chapter.id}", chapter.industry),
        "maker": _maker(site, maker, chapter.products, wish, album, level=1) if maker else None,
        "products": [
            product_data(site, one, wish.languages, album, story) for one in chapter.products
        ],
        **colours(chapter.industry),
    }


def _maker(
    site: Site,
    maker: Producer,
    products: Sequence[Product],
    wish: Wish,
    album: Album,
    *,
    level: int,
) -> Data:
    made = [one for one in products if maker.id in one.producers]
    return maker_data(site, maker, made, wish.languages, album, foremost(made), level)


def _fair(site: Site, views: Sequence[Here], fair: Fair, makers: Sequence[Producer]) -> Data:
    first = views[0]
    place = first.speak.plain(fair.venue)
    known = {one.id for one in makers}
    return {
        "name": [here.speak.plain(fair.name) for here in views],
        "lines": [
            line for line in (when(first, fair), place, first.speak.plain(fair.organiser)) if line
        ],
        "rows": [
            [{"sign": one.sign, "width": one.width} for one in row.stalls]
            for row in plan_of(fair).rows
        ],
        "booths": [_booth(site, first, booth, known) for booth in fair.booths],
    }


def _booth(site: Site, here: Here, booth: Booth, known: set[Any]) -> Data:
    return {
        "number": short(booth.number),
        "makers": [
            {
                "name": here.speak.plain(site.catalogue.producers[one].name),
                "label": f"maker-{one}" if one in known else "",
            }
            for one in makers_at(booth, shown_at(site.catalogue, booth))
        ],
    }


def _parts(
    views: Sequence[Here], fair: Fair | None, makers: bool, indexes: Sequence[Data]
) -> Iterator[Data]:
    """Yield the parts that the contents name beside the chapters."""
    if fair:
        yield {"label": "fair", "title": [here.speak.plain(fair.name) for here in views]}
    if makers:
        yield {"label": "makers", "title": [here.t("producers.title") for here in views]}
    for index in indexes:
        yield {"label": index["label"], "title": index["title"]}
    yield {"label": "imprint", "title": [here.t("book.imprint") for here in views]}


def _credits(entries: Iterable[Product | Producer], album: Album) -> Sequence[str]:
    """Return who took the photos that are printed."""
    covers = (one.photos[0] for one in entries if one.path in album.photos)
    return tuple(dict.fromkeys(one.credit for one in covers if one.credit))


def _imprint(here: Here, site: Site, credits_: Sequence[str]) -> Data:
    config, t, say = site.config, here.t, here.speak.plain
    publisher = config.publisher
    answers = (say(publisher.name), say(publisher.address), publisher.phone, publisher.email)
    day = here.formats.date(PartialDate.from_date(site.catalogue.today))
    parts = [
        (t("book.published"), [line for line in (*answers, config.url) if line]),
        (t("book.edition"), [t("book.as_of", date=day), t("book.stars"), t("book.places")]),
        (t("book.sources"), list(config.sources_of_content)),
        (t("book.photos"), [" · ".join(credits_)] if credits_ else []),
        (t("book.made_by"), [t("book.tools"), t("book.faces")]),
    ]
    return {
        "lang": here.language,
        "parts": [{"label": label, "lines": lines} for label, lines in parts if lines],
    }
