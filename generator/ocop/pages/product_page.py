"""The page of a product.

Owns what is gathered for it; the wording is in :mod:`ocop.pages.product_words`. Called by
:mod:`ocop.pages.views.products`.
"""

from functools import partial
from typing import Any

from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS, industry_of
from ocop.pages import structured
from ocop.pages.atlas import place_page
from ocop.pages.contact import shops, web
from ocop.pages.covers import fit, woven
from ocop.pages.gallery import gallery, share_picture
from ocop.pages.head import Head
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.kin import kin
from ocop.pages.papers import history, papers, prizes
from ocop.pages.prices import price_text
from ocop.pages.product_words import facts, makers, season, showings, whence
from ocop.pages.qr import qr_svg, said, short_url, trace_url
from ocop.pages.render import render
from ocop.pages.routes import short_code
from ocop.pages.sources import sources
from ocop.pages.stars import stars_of
from ocop.pages.telling import told
from ocop.pages.terms import term
from ocop.pages.trade_sheets import sheet_links
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.pages.whereabouts import place_line
from ocop.paths import SitePath


def product_page(here: Here, product: Product) -> bytes:
    """Return the page of ``product``."""
    trail = _trail(here, product)
    return render(
        here.site,
        "pages/product.html",
        _head(here, product, trail),
        crumbs=here.crumbs(*trail, spoken=here.speak(product.name).spoken),
        kin=kin(here, product),
        sources=sources(product.sources),
        **_opening(here, product),
        **_buying(here, product),
        **_knowing(here, product),
        **_trusting(here, product),
        **_taking(here, product),
    )


def _trail(here: Here, product: Product) -> tuple[tuple[str, SitePath], ...]:
    way = here.press.once(("way to set", product.set, here.language), partial(_way, here, product))
    return (*way, (here.speak.plain(product.name), here.path))


def _way(here: Here, product: Product) -> tuple[tuple[str, SitePath], ...]:
    """Return the way to all products of the set of ``product``."""
    industry, family = industry_of(product.set), SETS[product.set]
    return (
        (term(here.t, industry), here.routes.industry(industry.code)),
        (term(here.t, family), here.routes.product_set(family.number)),
    )


def _head(here: Here, product: Product, trail: structured.Trail) -> Head:
    site = here.site
    return head_for(
        site,
        here.language,
        here.path,
        title=_headline(here, product),
        description=_description(here, product),
        alternates=alternates(site.config, lambda to: to.entry("products", product.id), product),
        share=share_picture(here, product.photos, (product,)),
        kind="product",
        structured=(structured.product(site, here.language, product), breadcrumbs(here, *trail)),
    )


def _opening(here: Here, product: Product) -> dict[str, Any]:
    """Return what makes a visitor want it: name, stars, pictures."""
    industry, family = industry_of(product.set), SETS[product.set]
    name, photos = here.speak(product.name), gallery(here, product.photos)
    return {
        "id": product.id,
        "name": name,
        "summary": here.speak(product.summary),
        "industry": industry.key,
        "family": term(here.t, family),
        "family_href": here.link(here.routes.product_set(family.number)),
        "stars": stars_of(here.press, product.id, here.language),
        "sample": product.sample,
        "photos": photos,
        "cover": None if photos else woven(product.id, industry, here.link, eager=True),
        "fit": fit(name.text),
    }


def _buying(here: Here, product: Product) -> dict[str, Any]:
    """Return where it comes from, who makes it, what it costs and where it is sold."""
    catalogue = here.site.catalogue
    place = place_page(catalogue, here.routes, product.origin)
    return {
        "whence": whence(product, here.t, here.link(place) if place else None),
        "makers": makers(here, [catalogue.producers[one] for one in product.producers]),
        "price": price_text(product.price, here.language, here.site.config.language),
        "price_date": _price_date(here, product),
        "gift": product.gift,
        "shops": shops(product.shops, here.speak),
        "fairs": showings(here, product, catalogue.fairs_of_product.get(product.id, ())),
    }


def _knowing(here: Here, product: Product) -> dict[str, Any]:
    """Return what there is to know: story, facts, season."""
    return {
        "story": told(here, product.stories),
        "facts": facts(here, product),
        "season": season(here, product),
        "video": web(product.video),
        "notice": here.speak(here.site.config.notices.get(product.set, {})),
    }


def _trusting(here: Here, product: Product) -> dict[str, Any]:
    """Return why to believe it: recognitions, certificates, prizes, traceability."""
    return {
        "history": history(here, product.recognitions),
        "proposed": product.proposed,
        "papers": papers(here, product.certificates),
        "prizes": prizes(product.awards, here.speak),
        "trace": web(product.traceability),
    }


def _taking(here: Here, product: Product) -> dict[str, Any]:
    """Return the ways to carry the page away, and the word of where the goods come from."""
    config = here.site.config
    short, trace = short_url(config, short_code(product)), trace_url(config, product)
    # Drawn again for another language sooner than kept for all products.
    return {
        "short": short,
        "trace_url": trace,
        "sheets": sheet_links(here, product),
        "qr": qr_svg(short),
        "trace_code": trace and qr_svg(trace),
        "short_said": said(config, short),
        "trace_said": trace and said(config, trace),
    }


def _headline(here: Here, product: Product) -> str:
    """Return name and place: two villages may sell under one name."""
    parts = here.speak.plain(product.name), place_line(product.origin)
    return ", ".join(part for part in parts if part)


def _description(here: Here, product: Product) -> str:
    summary = here.speak.plain(product.summary)
    if summary:
        return summary
    rating = stars_of(here.press, product.id, here.language)
    origin = whence(product, here.t, None)
    family = term(here.t, SETS[product.set], "name")
    return ". ".join(part for part in (family, origin.now, rating.label) if part) + "."


def _price_date(here: Here, product: Product) -> str:
    if product.price is None or product.price.as_of is None:
        return ""
    return here.t("product.as_of", date=here.formats.date(product.price.as_of))
