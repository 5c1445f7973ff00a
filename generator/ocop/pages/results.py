"""What a result of a search shows of a product: the facts of its card in lists, as plain values.

Owns their order, which docs/search-format.md lists ("Cards"), and what many products share of
them. Must not know how an index is written. Called by :mod:`ocop.pages.findable`.
"""

from ocop.domain.product import Product
from ocop.domain.recognition import Rating
from ocop.domain.taxonomy import industry_of
from ocop.pages.covers import design_of
from ocop.pages.images import focus_of
from ocop.pages.press import Press
from ocop.pages.prices import price_text
from ocop.pages.stars import stars
from ocop.pages.terms import term
from ocop.pages.whereabouts import place_line
from ocop.paths import EntryId
from ocop.photos.picture import Picture
from ocop.text import Language, localise

Kind = tuple[str, str]
"""The key of an industry, and its short name."""

Shown = tuple[str, int, str, str, str]
"""State, stars, label, what to say after their end, and their last day."""


def result(press: Press, product: Product, language: Language) -> tuple[object, ...]:
    """Return what a result shows, addresses from the root."""
    first = press.site.config.language
    name, spoken = localise(product.name, language, first)
    return (
        product.id,
        name,
        "" if spoken == language else spoken,
        *press.once(("kind", product.set, language), lambda: _kind(press, product.set, language)),
        place_line(product.origin),
        price_text(product.price, language, first),
        *_shown(press, press.site.catalogue.ratings[product.id], language),
        _picture(press, product, language),
        int(product.sample),
        _makers(press, product.producers, language),
    )


def _kind(press: Press, number: int, language: Language) -> Kind:
    industry = industry_of(number)
    return industry.key, term(press.texts_in(language), industry)


def _shown(press: Press, rating: Rating, language: Language) -> Shown:
    """Return what is shown of a rating; nearly all products share one with others."""

    def make() -> Shown:
        one = stars(rating, press.texts_in(language))
        return one.state, one.stars or 0, one.label, one.after, one.expires or ""

    revoked = rating.recognition.revoked if rating.recognition else None
    alike = rating.state, rating.stars, rating.proposed, rating.expires, revoked
    return press.once(("shown", alike, language), make)


def _makers(press: Press, ids: tuple[EntryId, ...], language: Language) -> list[list[str]]:
    """Return ids and names; the same list for all products of the same producers."""
    producers, first = press.site.catalogue.producers, press.site.config.language
    return press.once(
        ("makers", ids, language),
        lambda: [[one, localise(producers[one].name, language, first)[0]] for one in ids],
    )


def _picture(press: Press, product: Product, language: Language) -> object:
    """Return what places the photo of a card, or the design of the weave in its stead."""
    photo = product.photos[0] if product.photos else None
    published = press.site.pictures.get(photo.file) if photo else None
    if photo is None or published is None:
        return design_of(product.id)
    base, files = files_of(published)
    alt, spoken = localise(photo.alt, language, press.site.config.language)
    told = alt, "" if spoken == language else spoken
    return [base, files, published.width, published.height, *told, focus_of(photo)]


def files_of(picture: Picture) -> tuple[str, str]:
    """Return what the addresses of a photo begin with, and their kinds and widths."""
    modern = (one for one in picture.variants if one.format != "jpeg")
    words: list[str] = []
    base = kind = ""
    for one in (*modern, picture.fallback):
        base, _, rest = one.path.rpartition("-")
        width, _, suffix = rest.partition(".")
        words += [width] if suffix == kind else [suffix, width]
        kind = suffix
    return base, " ".join(words)
