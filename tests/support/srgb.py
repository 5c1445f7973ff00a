"""Colours worked out from the standards' formulas, beside the library under test."""

from collections.abc import Sequence

Triple = tuple[float, float, float]

_TO_SRGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
_P3_TO_XYZ = (
    (0.4865709, 0.2656677, 0.1982173),
    (0.2289746, 0.6917385, 0.0792869),
    (0.0, 0.0451134, 1.0439444),
)
_D50_TO_D65 = (
    (0.9555766, -0.0230393, 0.0631636),
    (-0.0282895, 1.0099416, 0.0210077),
    (0.0122982, -0.0204830, 1.3299098),
)
_D50 = (0.96422, 1.0, 0.82521)


def from_p3(colour: Sequence[int]) -> tuple[int, ...]:
    """Return a Display P3 colour (0–255) in sRGB (IEC 61966-2-1), clipped."""
    linear = [_decode(level / 255) for level in colour]
    return _encode_all(_times(_TO_SRGB, _times(_P3_TO_XYZ, linear)))


def from_lab(lightness: float, a: float, b: float) -> tuple[int, ...]:
    """Return a CIE Lab colour (D50) in sRGB, by the Bradford transform, clipped."""
    middle = (lightness + 16) / 116
    ratios = [_cube(middle + a / 500), _cube(middle), _cube(middle - b / 200)]
    xyz = [ratio * white for ratio, white in zip(ratios, _D50, strict=True)]
    return _encode_all(_times(_TO_SRGB, _times(_D50_TO_D65, xyz)))


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours ``#rrggbb``."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_decode(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _times(matrix: Sequence[Triple], vector: Sequence[float]) -> list[float]:
    return [sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix]


def _cube(value: float) -> float:
    return value**3 if value > 6 / 29 else 3 * (6 / 29) ** 2 * (value - 4 / 29)


def _decode(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def _encode_all(linear: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(255 * _encode(min(max(level, 0.0), 1.0))) for level in linear)


def _encode(level: float) -> float:
    return level * 12.92 if level <= 0.0031308 else 1.055 * level ** (1 / 2.4) - 0.055
