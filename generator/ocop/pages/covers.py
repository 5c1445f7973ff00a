"""Weaves on a page: the cover of what has no photo, and the dividing band.

Owns the trust in the weave's SVG, which is made from an id alone and holds no editor's text.
Called by ``cards`` and the views.
"""

from markupsafe import Markup

from ocop.photos.weave import weave_svg

_SHORT, _LONG = 16, 36
"""Characters that fill a line of a card's cover, and that take more than two."""


def cover(seed: str, industry: str) -> Markup:
    """Return the woven cover of ``seed`` in the colours of an industry, ``I`` to ``VI``."""
    return Markup(weave_svg(seed, industry, shape="cover"))  # noqa: S704


def band(seed: str, industry: str) -> Markup:
    """Return a woven band in the colours of an industry, ``I`` to ``VI``."""
    return Markup(weave_svg(seed, industry, shape="band"))  # noqa: S704


def fit(name: str) -> str:
    """Return the style class that sizes a name so that it fits the plain middle of a cover."""
    if len(name) <= _SHORT:
        return " name-s"
    return " name-l" if len(name) > _LONG else ""
