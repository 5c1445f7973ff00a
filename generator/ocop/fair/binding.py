"""Photos put into a PDF after it is set.

Typst decodes every picture that it meets and keeps it; of a thousand photos for print that is
gigabytes. So it is given blanks of the same shape, and the photos take their places afterwards,
byte by byte as the pipeline made them. Owns the blanks, and the shape of the PDF that Typst
writes: whole objects one after the other, and a plain table of their places at the end. Called by
:mod:`ocop.fair.typeset`.
"""

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

_BLANK = 200
"""Pixels of a blank's longer side: its shape is then that of the photo to half a per cent."""

_MARK = b"ocop-photo-%06d"
_PICTURE = re.compile(
    rb"<</Length (\d+)(/Type/XObject/Subtype/Image/Filter/DCTDecode)/Width \d+/Height \d+"
    rb"([^\n]*)>>\nstream\n(?=[^\n]{0,40}ocop-photo-(\d{6}))",
    re.DOTALL,
)
_TRIM = re.compile(rb"/MediaBox\[([\d. ]+)\]/TrimBox\[([\d. ]+)\](?=/)")
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_POINTS = 72 / 25.4
"""Points in a millimetre."""


class Drawing(Struct, frozen=True):
    """A vector picture ``width`` by ``height`` units from the lower left: PDF's own operators."""

    width: float
    height: float
    operators: bytes


class Blank(Struct, frozen=True):
    """What stands for a photo or drawing while Typst sets; a photo's ``width`` is in pixels."""

    data: bytes
    content: Path | Drawing
    width: int
    height: int


class _Patch(Struct, frozen=True):
    """What takes the place of the bytes from ``start`` to ``end``: ``data``, then a file."""

    start: int
    end: int
    data: bytes
    file: Path | None = None
    size: int = 0

    @property
    def growth(self) -> int:
        return len(self.data) + self.size - (self.end - self.start)


def blank_for(content: Path | Drawing, number: int) -> Blank | None:
    """Return the ``number``-th blank; None for a file that is no JPEG in three colours."""
    from PIL import Image  # a fifth of a second: not for what has no picture

    if isinstance(content, Drawing):
        width, height = round(content.width), round(content.height)
    else:
        with Image.open(content) as image:
            if (image.format, image.mode) != ("JPEG", "RGB"):
                return None
            width, height = image.size
    scale = min(1.0, _BLANK / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    out = BytesIO()
    Image.new("RGB", size).save(out, "JPEG", comment=_MARK % number)
    return Blank(out.getvalue(), content, width, height)


def bound(pdf: bytes, blanks: Mapping[int, Blank], bleed: float = 0) -> Iterator[bytes]:
    """Yield ``pdf`` with the photos in the places of their ``blanks``, by number.

    With ``bleed``, millimetres, every page states the box to which it bleeds.
    """
    patches = [*_pictures(pdf, blanks), *(_boxes(pdf, bleed) if bleed else ())]
    patches.sort(key=lambda patch: patch.start)
    table = _TABLE.search(pdf, pdf.rindex(b"\nxref\n"))
    assert table, "Typst writes a plain table of objects"
    at = 0
    for patch in patches:
        yield pdf[at : patch.start]
        yield patch.data
        if patch.file:
            yield patch.file.read_bytes()
        at = patch.end
    yield pdf[at : table.start()]
    yield from _ending(pdf, table, patches)


def _pictures(pdf: bytes, blanks: Mapping[int, Blank]) -> Iterator[_Patch]:
    for found in _PICTURE.finditer(pdf):
        blank, end = blanks[int(found[4])], found.end() + int(found[1])
        if isinstance(blank.content, Drawing):
            yield _Patch(found.start(), end, _form(blank.content))
            continue
        size = blank.content.stat().st_size
        head = b"<</Length %d%b/Width %d/Height %d%b>>\nstream\n" % (
            *(size, found[2]),
            *(blank.width, blank.height, found[3]),
        )
        yield _Patch(found.start(), end, head, blank.content, size)


def _form(drawing: Drawing) -> bytes:
    """Return a drawing as an object that fills the same unit square as the picture before."""
    data = zlib.compress(drawing.operators, 9)
    return (
        b"<</Length %d/Filter/FlateDecode/Type/XObject/Subtype/Form/BBox[0 0 %g %g]"
        b"/Matrix[%.9f 0 0 %.9f 0 0]/Resources<<>>>>\nstream\n%b"
    ) % (
        *(len(data), drawing.width, drawing.height),
        *(1 / drawing.width, 1 / drawing.height, data),
    )


def _boxes(pdf: bytes, bleed: float) -> Iterator[_Patch]:
    for found in _TRIM.finditer(pdf):
        left, low, right, high = map(float, found[2].split())
        out = bleed * _POINTS
        box = b" ".join(b"%.3f" % side for side in (left - out, low - out, right + out, high + out))
        yield _Patch(found.end(), found.end(), b"/BleedBox[%b]" % box)


def _ending(pdf: bytes, table: re.Match[bytes], patches: list[_Patch]) -> Iterator[bytes]:
    """Yield the table of the objects' new places, and what follows it."""
    starts = [patch.start for patch in patches]
    growth = [0, *accumulate(patch.growth for patch in patches)]

    def moved(place: int) -> int:
        return place + growth[bisect_right(starts, place)]

    lines, at = [], table.end()
    for _ in range(int(table[1])):
        line = pdf[at : at + 20]
        place = b"%010d" % moved(int(line[:10])) if line[17:18] == b"n" else line[:10]
        lines.append(place + line[10:])
        at += 20
    trailer, _, _ = pdf[at:].partition(b"startxref\n")
    yield pdf[table.start() : table.end()] + b"".join(lines) + trailer
    yield b"startxref\n%d\n%%%%EOF" % moved(table.start())
