"""Prices as a page says them.

Owns the wording around the money. Must not know pages. Called by ``cards`` and the product view.
"""

from ocop.domain.certificate import Price
from ocop.pages.formats import formats
from ocop.text import Language, localise


def price_text(price: Price | None, language: Language, fallback: Language) -> str:
    """Return "150.000 ₫/hũ", a span where there is one; empty without a price."""
    if price is None:
        return ""
    unit, _ = localise(price.unit, language, fallback)
    return formats(language).price(price.start, price.to, unit)
