"""What the shortlist is told of products: small files of facts, found by a product's short code.

Owns which file holds which product and what a file says of it. Any page may ask for one product,
so the files are many, small and for all languages at once; of a story they know nothing. Must not
know the page that shows them. Called by the view ``shortlist`` and by its keys. The shape of the
files is told in docs/shortlist.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.json import Encoder

from ocop.domain.certificate import Price
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.short_code import computed
from ocop.domain.taxonomy import industry_of
from ocop.pages.contact import numbers
from ocop.pages.covers import design_of
from ocop.pages.formats import date_text, formats
from ocop.pages.phones import phones, zalo_link
from ocop.pages.press import Press, press_for
from ocop.pages.prices import price_text
from ocop.pages.routes import short_code
from ocop.pages.site import Site
from ocop.pages.stars import stars_of
from ocop.pages.texts import Texts
from ocop.pages.whereabouts import place_line
from ocop.paths import EntryId
from ocop.text import Language

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_WORTH_A_FILE = 16
"""Products that a file holds at least on average: some 3 KB compressed."""

_MOST = 1024
"""Files at most, which the first two digits of a code tell apart."""

_TOLD = ("packs", "taste", "ingredients", "use", "storage", "shelf_life", "minimum_order")
"""Facts in editors' words that are compared, each a text by language; packs are several."""

_compact = Encoder(enc_hook=dict).encode


class Held(Struct, frozen=True):
    """What one file holds: products by short code, and the codes of ids that tell another."""

    products: Mapping[str, Product]
    elsewhere: Mapping[EntryId, str]


def held(site: Site) -> Sequence[Held]:
    """Return what each file holds, reckoned once: as many files as the catalogue is worth."""
    return press_for(site).once("picked", lambda: _held(site.catalogue.products.values()))


def _held(products: Iterable[Product]) -> Sequence[Held]:
    found = list(products)
    count = files_for(len(found))
    files: list[tuple[dict[str, Product], dict[EntryId, str]]] = [({}, {}) for _ in range(count)]
    for product in found:
        code = short_code(product)
        files[number_of(code, count)][0][code] = product
        for name in (product.id, *product.aliases):
            if name != product.id or (product.short or product.aliases):
                files[number_of(computed(name), count)][1][name] = code
    return tuple(Held(*one) for one in files)


def files_for(products: int, worth: int = _WORTH_A_FILE) -> int:
    """Return how many files so many products are split into: a power of two, at most 1,024.

    ``worth`` are the products that a file holds at least on average.
    """
    count = 1
    while count < _MOST and products >= 2 * count * worth:
        count *= 2
    return count


def number_of(code: str, count: int) -> int:
    """Return the file, of ``count``, that holds a short code: the first bits of its digits."""
    return (_VALUE[code[0]] * 32 + _VALUE[code[1]]) * count // _MOST


def holder_of(product: Product, products: int) -> int:
    """Return the number of the file that holds a product of so many."""
    return number_of(short_code(product), files_for(products))


def piece(site: Site, product: Product) -> bytes:
    """Return what the file that holds a product says of it."""
    return as_script({short_code(product): _told(press_for(site), product)})[1:-1]


def facts_file(site: Site, number: int) -> bytes:
    """Return the script that tells what file ``number`` holds."""
    files = held(site)
    press, one = press_for(site), files[number]
    told = {
        "of": len(files),
        "products": {code: _told(press, product) for code, product in one.products.items()},
        "elsewhere": one.elsewhere,
    }
    return b"ocopFacts(%d,%b);\n" % (number, as_script(told))


def as_script(value: object) -> bytes:
    """Return ``value`` as JSON that older browsers read as JavaScript too."""
    text: bytes = _compact(value)
    return text.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")


def _told(press: Press, product: Product) -> dict[str, Any]:
    """Return the facts of a product; what is not known is left out."""
    rating = press.site.catalogue.ratings[product.id]
    last = rating.hidden_after
    makers = (press.site.catalogue.producers[one] for one in product.producers)
    told = {
        "id": product.id,
        "name": product.name,
        "industry": industry_of(product.set).key,
        "set": product.set,
        "place": place_line(product.origin),
        "state": rating.state.value,
        "stars": rating.stars,
        "expires": last.isoformat() if last else None,
        "picture": _picture(press.site, product),
        "sample": product.sample,
        "gift": product.gift,
        "unit": product.price.unit if product.price else None,
        "said": {code: _said(press, product, code) for code in press.site.config.languages},
        "makers": [_maker(press, one) for one in makers],
        **{key: getattr(product, key) for key in _TOLD},
    }
    return {key: value for key, value in told.items() if value}


def _said(press: Press, product: Product, language: Language) -> list[str]:
    """Return what is worded for a language, as the pages word it: docs/shortlist.md lists it."""
    t, stars = press.texts_in(language), stars_of(press, product.id, language)
    said = [
        stars.label,
        stars.note,
        stars.after,
        price_text(product.price, language, press.site.config.language),
        _priced(product.price, t),
        _season(press, product, t),
    ]
    while said and not said[-1]:
        said.pop()
    return said


def _priced(price: Price | None, t: Texts) -> str:
    if price is None or price.as_of is None:
        return ""
    return t("product.as_of", date=date_text(price.as_of, t.language))


def _season(press: Press, product: Product, t: Texts) -> str:
    if product.whole_year:
        return t("product.season_all")
    if not product.season:
        return ""
    months = product.season
    return press.once(
        ("season in words", months, t.language), lambda: formats(t.language).season(months)
    )


def _picture(site: Site, product: Product) -> object:
    """Return a small photo, with the large one for browsers that lack its format; or a weave."""
    published = site.pictures.get(product.photos[0].file) if product.photos else None
    if published is None:
        return [design_of(product.id)]
    small = min(published.variants, key=lambda one: one.width, default=published.fallback)
    focus = product.photos[0].focus
    turned = f"fx-{focus[0]} fy-{focus[1]}" if focus else ""
    return [small.path, f"image/{small.format}", published.fallback.path, turned]


def _maker(press: Press, producer: Producer) -> Mapping[str, Any]:
    return press.once(("picked maker", producer.id), lambda: dict(_reached(producer)))


def _reached(producer: Producer) -> Iterator[tuple[str, Any]]:
    """Yield who makes it and how to reach them."""
    yield "id", producer.id
    yield "name", producer.name
    if found := numbers(producer.phone):
        yield "phones", [[one.text, one.href] for one in found]
    if producer.zalo and (chat := zalo_link(producer.zalo)):
        written = phones(producer.zalo)
        yield "zalo", [written[0].text if len(written) == 1 else producer.zalo, chat]
    if producer.email:
        yield "email", producer.email
    if producer.address:
        yield "address", producer.address
