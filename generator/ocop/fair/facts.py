"""What print says of a product, in one language, as plain values that Typst can read.

Owns the choice; the wording is that of the pages. What is not known is empty and not shown, and
stars stand only in the states in which the site shows them. Must not know any layout. Called by
the makers of books, labels and sheets.
"""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from ocop.domain.photo import Photo
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS, Industry, industry_of
from ocop.pages.contact import numbers, web, written
from ocop.pages.covers import design_of
from ocop.pages.here import Here
from ocop.pages.papers import papers, prizes
from ocop.pages.prices import price_text
from ocop.pages.product_words import facts, whence
from ocop.pages.qr import short_url
from ocop.pages.routes import short_code
from ocop.pages.site import Site
from ocop.pages.stars import stars_of
from ocop.pages.telling import told
from ocop.pages.terms import term
from ocop.pages.whereabouts import place_line
from ocop.paths import SitePath
from ocop.photos.palette import PALETTES
from ocop.text import Language, Localised

Facts = dict[str, Any]
"""Text, numbers, lists and mappings of them: what JSON holds."""


def here_in(site: Site, language: Language) -> Here:
    """Return the point of view of a reader of ``language`` who holds paper: at the site's root."""
    return Here(site, language, SitePath("index.html"))


def facts_of(site: Site, product: Product, language: Language) -> Facts:
    """Return what print may say of ``product`` to readers of ``language``.

    ``stars`` is 0 where none may be shown; ``label`` says "4 sao" or the state, ``note`` until
    when or what happened. ``now``, ``village`` and ``certified`` are the origin today and, as a
    whole sentence, on the certificate where that differs. ``facts`` are lines of ``key``,
    ``label`` and ``text``; ``story`` is blocks of ``kind`` (``p``, ``h``, ``li``, ``quote``) and
    ``text``. ``short`` is the printed address; ``weave`` the design that stands in for a photo.
    """
    here = here_in(site, language)
    return {
        "id": product.id,
        **_named(here, product),
        **_rated(here, product),
        **_whence(here, product),
        "makers": [maker_facts(here, site.catalogue.producers[one]) for one in product.producers],
        **_priced(here, product),
        **_told(here, product),
        **_trusted(here, product),
        "short": short_url(site.config, short_code(product)),
        "trace": web(product.traceability) or "",
        "gtin": product.gtin or "",
        "photo": photo_facts(here, product.photos[0]) if product.photos else None,
        "weave": design_of(product.id),
    }


def industry_facts(here: Here, industry: Industry) -> Facts:
    """Return an industry's code, key, names and colours."""
    palette = PALETTES[industry.code]
    return {
        "code": industry.code,
        "key": industry.key,
        "name": term(here.t, industry),
        "full": term(here.t, industry, "name"),
        "ground": palette.ground,
        "accent": palette.accent,
        "spark": palette.spark,
    }


def maker_facts(here: Here, producer: Producer) -> Facts:
    """Return a producer's name, kind, place and the ways to reach it."""
    origin = producer.origin
    return {
        "id": producer.id,
        "name": here.speak.plain(producer.name),
        "kind": here.t(f"kind.{producer.kind}"),
        "phones": [number.text for number in numbers(producer.phone)],
        "zalo": producer.zalo or "",
        "email": producer.email or "",
        "web": [written(url) for url in (web(producer.website), web(producer.facebook)) if url],
        "address": here.speak.plain(producer.address),
        "place": place_line(origin) if origin else "",
        "sample": producer.sample,
    }


def photo_facts(here: Here, photo: Photo) -> Facts:
    """Return a photo's file, focal point and words."""
    return {
        "file": photo.file,
        "focus": list(photo.focus) if photo.focus else [],
        "alt": here.speak.plain(photo.alt),
        "caption": here.speak.plain(photo.caption),
        "credit": here.t("product.credit", credit=photo.credit) if photo.credit else "",
    }


def blocks_of(here: Here, stories: Mapping[Language, str]) -> list[Facts]:
    """Return a story as blocks of plain text, for readers who can follow no link."""
    reader = _Blocks()
    reader.feed(str(told(here, stories).html))
    reader.close()
    return reader.blocks


def _named(here: Here, product: Product) -> Facts:
    family = SETS[product.set]
    return {
        "name": here.speak.plain(product.name),
        "other": _other_name(here, product.name),
        "industry": industry_facts(here, industry_of(product.set)),
        "set": term(here.t, family),
        "sample": product.sample,
    }


def _other_name(here: Here, name: Localised) -> str:
    """Return the name in the next language of the site in which it is another."""
    said = here.speak.plain(name)
    others = (name[code] for code in here.site.config.languages if code in name)
    return next((other for other in others if other != said), "")


def _rated(here: Here, product: Product) -> Facts:
    stars = stars_of(here.press, product.id, here.language)
    return {
        "stars": stars.stars or 0,
        "label": stars.label,
        "note": stars.note,
        "state": stars.state,
    }


def _whence(here: Here, product: Product) -> Facts:
    found = whence(product, here.t, None)
    return {
        "now": found.now,
        "place": place_line(product.origin),
        "village": found.village,
        "certified": found.certified,
        "divided": found.divided,
    }


def _priced(here: Here, product: Product) -> Facts:
    price = product.price
    known = here.formats.date(price.as_of) if price and price.as_of else ""
    return {
        "price": price_text(price, here.language, here.site.config.language),
        "price_date": here.t("product.as_of", date=known) if known else "",
        "packs": [text for text in map(here.speak.plain, product.packs) if text],
    }


def _told(here: Here, product: Product) -> Facts:
    return {
        "summary": here.speak.plain(product.summary),
        "story": blocks_of(here, product.stories),
        "season": _season(here, product),
        "facts": list(_lines(here, product)),
        "notice": here.speak.plain(here.site.config.notices.get(product.set, {})),
    }


def _season(here: Here, product: Product) -> str:
    if product.whole_year:
        return here.t("product.season_all")
    return here.formats.season(product.season) if product.season else ""


def _lines(here: Here, product: Product) -> Iterator[Facts]:
    """Yield the facts under the labels of the product's page, each with its key."""
    for fact in facts(here, product):
        text = "; ".join(words.text for words in fact.words if words)
        yield {"key": fact.key, "label": fact.label, "text": text}


def _trusted(here: Here, product: Product) -> Facts:
    return {
        "certificates": [
            {"kind": one.kind, "text": ", ".join(one.details)}
            for one in papers(here, product.certificates)
            if not one.lapsed
        ],
        "awards": [
            {"name": one.name.text, "text": one.details}
            for one in prizes(product.awards, here.speak)
        ],
    }


_KINDS = {"p": "p", "li": "li", "td": "p", "th": "p", "h2": "h", "h3": "h", "h4": "h"}


class _Blocks(HTMLParser):
    """Gathers the text of a story's paragraphs, headings, items and quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Facts] = []
        self._quoted = 0
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "blockquote":
            self._quoted += 1
        elif tag in _KINDS and not (tag == "p" and self._in_empty_item()):
            kind = "quote" if self._quoted and tag == "p" else _KINDS[tag]
            self.blocks.append({"kind": kind, "text": ""})
            self._open = True
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote":
            self._quoted -= 1
        elif tag in _KINDS:
            self._open = False

    def handle_data(self, data: str) -> None:
        if self.blocks and self._open:
            text = self.blocks[-1]["text"] + data.replace("\n", " ")
            self.blocks[-1]["text"] = text.lstrip()

    def _in_empty_item(self) -> bool:
        """Tell whether a paragraph is the first of a list's item, which is open already."""
        return self._open and self.blocks[-1] == {"kind": "li", "text": ""}
