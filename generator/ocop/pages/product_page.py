"""The page of a product.

Owns what is gathered for it; the wording is in :mod:`ocop.pages.product_words`. Called by
:mod:`ocop.pages.views.products`.
"""

from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS, industry_of
from ocop.pages import structured
from ocop.pages.atlas import place_page
from ocop.pages.contact import shops, web
from ocop.pages.covers import cover, fit
from ocop.pages.gallery import gallery, share_picture
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.kin import kin
from ocop.pages.papers import history, papers, prizes
from ocop.pages.prices import price_text
from ocop.pages.product_words import facts, makers, season, showings, whence
from ocop.pages.qr import qr_svg, short_url
from ocop.pages.render import render
from ocop.pages.routes import short_code
from ocop.pages.sources import sources
from ocop.pages.stars import stars
from ocop.pages.telling import told
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates


def product_page(here: Here, product: Product) -> bytes:
    """Return the page of ``product``."""
    site, t, speak, link = here.site, here.t, here.speak, here.link
    catalogue, routes = site.catalogue, here.routes
    industry, family = industry_of(product.set), SETS[product.set]
    name = speak(product.name)
    trail = (
        (speak.plain(industry.short), routes.industry(industry.code)),
        (speak.plain(family.short), routes.product_set(family.number)),
        (name.text, here.path),
    )
    photos = gallery(here, product.photos)
    place = place_page(catalogue, routes, product.origin)
    code = short_url(site.config, short_code(product))
    producers = [catalogue.producers[one] for one in product.producers]
    head = head_for(
        site,
        here.language,
        here.path,
        title=name.text,
        description=_description(here, product),
        alternates=alternates(site.config, lambda to: to.entry("products", product.id), product),
        share=share_picture(here, product.photos, (product,)),
        kind="product",
        structured=(
            structured.product(site, here.language, product),
            breadcrumbs(here, *trail),
        ),
    )
    return render(
        site,
        "pages/product.html",
        head,
        id=product.id,
        name=name,
        summary=speak(product.summary),
        crumbs=here.crumbs(*trail),
        industry=industry.key,
        family=speak.plain(family.short),
        family_href=link(routes.product_set(family.number)),
        stars=stars(catalogue.ratings[product.id], t),
        sample=product.sample,
        photos=photos,
        cover=None if photos else cover(product.id, industry.code),
        fit=fit(name.text),
        whence=whence(product, t, link(place) if place else None),
        makers=makers(here, producers),
        price=price_text(product.price, here.language, site.config.language),
        price_date=_price_date(here, product),
        shops=shops(product.shops, speak),
        facts=facts(product, speak, t),
        season=season(product, t),
        months=() if product.whole_year else product.season,
        gift=product.gift,
        story=told(here, product.stories),
        papers=papers(here, product.certificates),
        prizes=prizes(product.awards, speak),
        history=history(here, product.recognitions),
        proposed=product.proposed,
        trace=web(product.traceability),
        video=web(product.video),
        notice=speak(site.config.notices.get(product.set, {})),
        sources=sources(product.sources),
        fairs=showings(here, product, catalogue.fairs_of_product.get(product.id, ())),
        kin=kin(here, product),
        qr=qr_svg(code),
        short=code,
        address=site.config.url + here.path,
    )


def _description(here: Here, product: Product) -> str:
    summary = here.speak.plain(product.summary)
    if summary:
        return summary
    rating = stars(here.site.catalogue.ratings[product.id], here.t)
    origin = whence(product, here.t, None)
    family = here.speak.plain(SETS[product.set].name)
    return ". ".join(part for part in (family, origin.now, rating.label) if part) + "."


def _price_date(here: Here, product: Product) -> str:
    if product.price is None or product.price.as_of is None:
        return ""
    return here.t("product.as_of", date=here.formats.date(product.price.as_of))
