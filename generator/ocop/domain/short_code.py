"""A product's permanent short code, which printed QR codes carry.

Owns its reckoning (the contract, part 3). Computed, never stored.
"""

import hashlib
from functools import lru_cache
from itertools import product as product_of

from ocop.domain.product import Product
from ocop.paths import EntryId

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = tuple(map("".join, product_of(_CROCKFORD, repeat=2)))
"""Every two characters, by their ten bits."""


def short_code(product: Product) -> str:
    """Return the product's permanent short code.

    The entry's own ``short``, else that of its oldest id: the first of ``aliases``, else the id.
    """
    return product.short or computed(oldest_id(product))


def oldest_id(product: Product) -> EntryId:
    """Return the id under which the product was first known."""
    return product.aliases[0] if product.aliases else product.id


@lru_cache(maxsize=65_536)
def computed(entry: str) -> str:
    """Return the first 6 characters of the Crockford base32 of the SHA-256 of an id.

    It is kept: half a dozen files of a site have it.
    """
    head = int.from_bytes(hashlib.sha256(entry.encode()).digest()[:4], "big") >> 2
    return _PAIRS[head >> 20] + _PAIRS[head >> 10 & 1023] + _PAIRS[head & 1023]
