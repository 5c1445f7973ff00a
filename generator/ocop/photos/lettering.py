"""A title set in the site's display face, as a picture of its letters.

Owns the choice of size and the break into lines. Kerns and shapes nothing by the machine's own
means, so that the same library gives the same bytes everywhere. Called by
:mod:`ocop.photos.share`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_SIZES = range(132, 43, -4)
"""Heights of type in pixels, the largest that fits is taken."""

_LEADING = 1.22
"""Vietnamese stacks two marks on a letter: lines closer than this would touch."""

_MOST = 3
"""Lines that are still read as one title."""

_UNWRITTEN = "\uffff"
"""What no face has a letter for: it shows the sign for missing ones."""


def lettering(title: str, font: Path, width: int, height: int) -> Image.Image | None:
    """Return ``title`` as levels of ink (mode L) of at most ``width`` by ``height`` pixels.

    None where the face lacks one of its letters, or where it does not fit at a legible size.
    """
    words = title.split()
    if not words or not _is_written(title, font):
        return None
    for size in _SIZES:
        face = _face(font, size)
        lines = _lines(words, face, width)
        leading = round(size * _LEADING)
        if lines and len(lines) <= _MOST and len(lines) * leading <= height:
            return _drawn(lines, face, width, leading)
    return None


def _face(font: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font), size, layout_engine=ImageFont.Layout.BASIC)


def _is_written(title: str, font: Path) -> bool:
    face = _face(font, _SIZES.start)
    missing = bytes(face.getmask(_UNWRITTEN))
    return all(char.isspace() or bytes(face.getmask(char)) != missing for char in set(title))


def _lines(words: Sequence[str], face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return ``words`` in as few lines as ``width`` asks, as even as can be; none if one is wider.

    Narrowing the column as long as no further line is needed is what makes them even.
    """
    lines = list(_filled(words, face, width))
    while lines:
        narrower = max(face.getlength(line) for line in lines) - 1
        closer = list(_filled(words, face, narrower))
        if not closer or len(closer) > len(lines):
            break
        lines = closer
    return lines


def _filled(words: Sequence[str], face: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    if any(face.getlength(word) > width for word in words):
        return
    line = words[0]
    for word in words[1:]:
        if face.getlength(f"{line} {word}") <= width:
            line += f" {word}"
        else:
            yield line
            line = word
    yield line


def _drawn(
    lines: Sequence[str], face: ImageFont.FreeTypeFont, width: int, leading: int
) -> Image.Image:
    """Draw ``lines`` one below the other, each in the middle; cut to what is inked above."""
    image = Image.new("L", (width, leading * (len(lines) + 1)))
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((width / 2, leading * (number + 1)), line, fill=255, font=face, anchor="ms")
    return image.crop(image.getbbox())
