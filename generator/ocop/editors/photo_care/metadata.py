"""What a photo's file tells besides the picture.

Owns the names of what is found; changes nothing. Called by :mod:`ocop.editors.photo_care.treated`.
"""

from typing import Literal

from PIL import Image

from ocop.photos.probe import BROKEN

Tale = Literal["place", "camera", "words"]
"""Where it was taken; camera, owner and time; a caption or what a program wrote of its work."""

_GPS = 0x8825
_ORIENTATION = 0x0112
_WORDS = ("xmp", "photoshop", "comment", "XML:com.adobe.xmp")


def tales(image: Image.Image) -> tuple[Tale, ...]:
    """Return what an opened photo tells, the most private first."""
    found: list[Tale] = []
    try:
        exif = image.getexif()
        if exif.get_ifd(_GPS):
            found.append("place")
        if set(exif) - {_ORIENTATION, _GPS}:
            found.append("camera")
    except BROKEN:
        found.append("camera")
    if any(image.info.get(key) for key in _WORDS):
        found.append("words")
    return tuple(found)
