"""Any colours that a photo may come in, as sRGB on paper.

Owns the way from a Pillow mode and an embedded profile to plain RGB. Knows no files.
"""

from io import BytesIO

from PIL import Image, ImageCms

PAPER = (0xFB, 0xF7, 0xEF)
"""What shows through a transparent picture: the ground of the site."""

_SRGB = ImageCms.createProfile("sRGB")
_PLAIN = {"sRGB", "sRGB built-in", "sRGB IEC61966-2.1", "sRGB IEC61966-2-1 black scaled"}


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return ``image`` as RGB in sRGB, without transparency.

    ``profile`` is the ICC profile that came with it; one that is broken, or meant for another
    kind of picture, is passed over as browsers do.
    """
    plain = _eight_bits(image)
    opaque = _flatten(plain)
    converted = _by_profile(opaque, profile) if profile else None
    if converted:
        return converted
    return opaque if opaque.mode == "RGB" else opaque.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16-bit grey down: 65,535 is 257 × 255, and Pillow's own conversion clips."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda level: level * (1 / 257) + 0.5).convert("L")


def _flatten(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, (*PAPER, 255))
    return Image.alpha_composite(paper, layer).convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if ImageCms.getProfileDescription(source).strip() in _PLAIN:
            return None
        return ImageCms.profileToProfile(
            image,
            source,
            _SRGB,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
