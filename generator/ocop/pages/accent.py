"""A publisher's own accent colour, as a style sheet that every page can read on.

Owns the adjustment of the colour to paper and to lacquer (WCAG 2.2, 1.4.3: 4.5:1). The tokens
that it sets are those of ``templates/static/css/site/tokens.css``. Called by :mod:`ocop.build`.
"""

ACCENT = "css/accent.css"
"""The style sheet's name under ``static/``, there only if the settings have an accent."""

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

_PAPER, _LACQUER = (0.984, 0.969, 0.937), (0.09, 0.075, 0.059)
_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
_ENOUGH = 4.5
_STEPS = 50


def accent_css(accent: str) -> bytes:
    """Return the style sheet for an accent written as ``#rrggbb``.

    Where it would not be read, it is darkened for the light scheme and lightened for the dark.
    """
    wanted = _parsed(accent)
    light, dark = _readable(wanted, _PAPER, _BLACK), _readable(wanted, _LACQUER, _WHITE)
    return (
        f"@layer tokens{{:root{{--accent:{_written(light)};--brand:{_written(light)}}}"
        f"@media(prefers-color-scheme:dark){{:root{{--accent:{_written(dark)}}}}}}}\n"
    ).encode()


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _readable(wanted: Colour, ground: Colour, towards: Colour) -> Colour:
    """Return ``wanted``, mixed with just enough of ``towards`` to be read on ``ground``."""
    mixes = (_mixed(wanted, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next(mix for mix in mixes if contrast(_rounded(mix), ground) >= _ENOUGH)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parsed(text: str) -> Colour:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _rounded(colour: Colour) -> Colour:
    return _parsed(_written(colour))


def _written(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
