"""Weaves on a page: the cover of what has no photo, and the dividing band.

Owns the trust in the weave's SVG, which is made from an id alone and holds no editor's text,
how many designs products share, and in whose colours many of them appear together. Called by
``cards``, the views and what is printed.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from zlib import crc32

from markupsafe import Markup

from ocop.domain.product import Product
from ocop.domain.taxonomy import INDUSTRIES, Industry, industry_of
from ocop.pages.routes import weave_file
from ocop.paths import EntryId, SitePath
from ocop.photos.weave import weave_svg

_DESIGNS = 64
"""Of each industry: neighbours seldom look alike, and a browser soon has them all."""

_SHORT, _LONG = 16, 36
"""Characters that fill a line of a card's cover, and that take more than two."""


def cover(seed: str, industry: str) -> Markup:
    """Return the woven cover of ``seed`` in the colours of an industry, ``I`` to ``VI``."""
    return Markup(weave_svg(seed, industry, shape="cover"))  # noqa: S704


def design_of(product: EntryId) -> int:
    """Return the design, from 0, that stands for a product without a photo."""
    return crc32(product.encode()) % _DESIGNS


def foremost(products: Iterable[Product]) -> Industry:
    """Return the industry with the most products; the first of the six among equals."""
    count = Counter(industry_of(one.set).code for one in products)
    return max(INDUSTRIES.values(), key=lambda one: (count[one.code], -one.number))


def woven(
    product: EntryId, industry: Industry, link: Callable[[SitePath], str], *, eager: bool = False
) -> Markup:
    """Return the picture that stands for a product without a photo.

    ``eager`` is for one at the head of a page.
    """
    address = link(weave_file(industry.key, design_of(product)))
    when = "" if eager else ' loading="lazy"'
    # Made of relative steps, a key of ours and a number.
    return Markup(f'<img class="weave" src="{address}" alt="" width="96" height="72"{when}>')  # noqa: S704


def band(seed: str, industry: str) -> Markup:
    """Return the woven band of ``seed`` in the colours of an industry, ``I`` to ``VI``."""
    return _band(crc32(seed.encode()) % _DESIGNS, industry)


@cache
def _band(design: int, industry: str) -> Markup:
    return Markup(weave_svg(f"band-{design}", industry, shape="band"))  # noqa: S704


def fit(name: str) -> str:
    """Return the style class that sizes a name so that it fits the plain middle of a cover."""
    if len(name) <= _SHORT:
        return " name-s"
    return " name-l" if len(name) > _LONG else ""
