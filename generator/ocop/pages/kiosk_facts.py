"""What the kiosk is told of products besides what cards and the market list tell of them.

Owns which file holds which product, and what it says: the short code and its QR code, the
opening words, all photos. Must not know the screen that shows them. Called by the view ``kiosk``
and by its keys. The shape of the files is told in docs/kiosk.en.md.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from ocop.domain.photo import Photo
from ocop.domain.product import Product
from ocop.pages.images import focus_of
from ocop.pages.picked import as_script, files_for
from ocop.pages.press import press_for
from ocop.pages.qr import short_url
from ocop.pages.qr_modules import code_of
from ocop.pages.results import files_of
from ocop.pages.routes import short_code
from ocop.pages.site import Site

_WORTH_A_FILE = 64
"""Products that a file holds at least on average: some 10 KB compressed, for a screen that is
never on a telephone's network."""


def told(site: Site) -> Sequence[Sequence[Product]]:
    """Return the products of each file, found once; the checksum of an id chooses its file."""
    return press_for(site).once("kiosk files", lambda: _told(site))


def _told(site: Site) -> Sequence[Sequence[Product]]:
    products = site.catalogue.products
    files: list[list[Product]] = [[] for _ in range(files_for(len(products), _WORTH_A_FILE))]
    for product in products.values():
        files[_number_of(product, len(files))].append(product)
    return files


def holder_of(product: Product, products: int) -> int:
    """Return the number of the file that holds a product of so many."""
    return _number_of(product, files_for(products, _WORTH_A_FILE))


def _number_of(product: Product, count: int) -> int:
    return crc32(product.id.encode()) % count


def piece(site: Site, product: Product) -> bytes:
    """Return what the file that holds a product says of it."""
    return as_script({product.id: dict(_facts(site, product))})[1:-1]


def facts_file(site: Site, number: int) -> bytes:
    """Return the script that tells what file ``number`` holds."""
    files = told(site)
    products = {one.id: dict(_facts(site, one)) for one in files[number]}
    text = as_script({"of": len(files), "products": products})
    return b"ocopKioskFacts(%d,%b);\n" % (number, text)


def _facts(site: Site, product: Product) -> Iterator[tuple[str, Any]]:
    """Yield the facts of a product; what is not known is left out."""
    short = short_code(product)
    yield "code", short
    yield "qr", _modules(short_url(site.config, short))
    if product.summary:
        yield "about", product.summary
    if photos := list(_photos(site, product.photos)):
        yield "photos", photos


def _modules(address: str) -> tuple[int, str]:
    """Return the width of the code of an address, and its bits in the order of the pen."""
    code = code_of(address)
    bits = code.width * (code.width + 1)
    size = -(-bits // 8)
    return code.width, b64encode((code.number << size * 8 - bits).to_bytes(size, "big")).decode()


def _photos(site: Site, photos: Sequence[Photo]) -> Iterator[tuple[object, ...]]:
    """Yield what places each published photo: as on a card, its words in all languages."""
    for photo in photos:
        if published := site.pictures.get(photo.file):
            files = files_of(published)
            yield *files, published.width, published.height, photo.alt, focus_of(photo)
