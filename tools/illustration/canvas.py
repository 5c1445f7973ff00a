"""A sheet of paper to paint on: flat fills, grainy shading, cast shadows, paper texture.

Owns pixels. Every mask is drawn three times too large and reduced, so that edges are smooth;
all grain comes from one seeded noise, so that a drawing has the same bytes every time.
Light falls from the upper left.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from illustration.geometry import Point, bounds

Field = Callable[[float, float], float]
"""A value from 0 to 1 at a place in a shape's box, both coordinates from 0 to 1."""

Shape = Sequence[Point]

Box = tuple[int, int, int, int]

OVER = 3
GRID = 40


def _noise(size: tuple[int, int], seed: int, coarse: int) -> Image.Image:
    """Return grey noise whose specks are ``coarse`` pixels wide, centred on 128."""
    width, height = size[0] // coarse + 2, size[1] // coarse + 2
    raw = Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))
    soft = raw.filter(ImageFilter.GaussianBlur(0.6)).point(
        [max(0, min(255, round(128 + (grey - 128) * 2.1))) for grey in range(256)]
    )
    return soft.resize((width * coarse, height * coarse), Image.Resampling.BICUBIC).crop(
        (0, 0, *size)
    )


class Canvas:
    """One drawing; ``width`` and ``height`` in drawing units, ``zoom`` pixels a unit."""

    def __init__(self, width: int, height: int, ground: str, zoom: float = 2.0) -> None:
        self.width, self.height, self.zoom = width, height, zoom
        size = (round(width * zoom), round(height * zoom))
        self.image = Image.new("RGB", size, ground)
        self._grain = _noise(size, 7, 3)

    def fill(self, outline: Shape, colour: str, opacity: float = 1.0) -> None:
        """Paint a shape flat."""
        box = self._box(outline)
        self._lay(box, self._mask(outline, box, opacity), colour)

    def shade(
        self,
        outline: Shape,
        colour: str,
        where: Field,
        strength: float = 1.0,
        grain: float = 0.55,
    ) -> None:
        """Dust a shape with colour where a field says so, as with a dry brush.

        Without ``grain`` the edge of the colour is smooth.
        """
        box = self._box(outline)
        if box[2] <= box[0] or box[3] <= box[1]:
            return
        field = self._field(where, box)
        if not grain:
            self._lay(box, ImageChops.multiply(field, self._mask(outline, box, strength)), colour)
            return
        noise = self._grain.crop(box)
        low, span = 0.5 - grain / 2, grain
        rough = ImageChops.add(field, noise, 1.0, -128)
        ramp = [_ramp((grey / 255 - low) / span) for grey in range(256)]
        mixed = ImageChops.add(rough.point(ramp), field, 2.0)
        mask = ImageChops.multiply(mixed, self._mask(outline, box, strength))
        self._lay(box, mask, colour)

    def soften(self, outlines: Iterable[Shape], colour: str, blur: float, opacity: float) -> None:
        """Paint shapes with blurred edges, such as steam or a pool of light."""
        self._soft([*outlines], colour, blur, opacity, multiply=False)

    def shadow(self, outlines: Iterable[Shape], base: float, opacity: float = 0.55) -> None:
        """Cast the shadows of standing shapes to the right; they stand at ``base``."""
        fallen: list[Shape] = [
            [(x + 0.72 * (base - y), base - 0.2 * (base - y)) for x, y in outline]
            for outline in outlines
        ]
        self._soft(fallen, "#5a3d26", 6, opacity, multiply=True)

    def contact(self, outline: Shape, opacity: float = 0.7, blur: float = 4.5) -> None:
        """Darken where a thing touches what it stands on."""
        self._soft([outline], "#4a3526", blur, opacity, multiply=True)

    def save(self, path: Path, quality: int, orientation: int, width: int | None) -> None:
        """Write a JPEG; an ``orientation`` of 6 or 8 stores it turned, as cameras do."""
        self._finish()
        if width:
            self.image.thumbnail((width, width), Image.Resampling.LANCZOS)
        turn = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}.get(orientation)
        stored = self.image.transpose(turn) if turn is not None else self.image
        exif = Image.Exif()
        exif[0x0112] = orientation
        stored.save(path, quality=quality, optimize=True, progressive=True, exif=exif)

    def _finish(self) -> None:
        """Lay the paper's tooth and the light of the window over the whole picture."""
        size = self.image.size
        tooth = _noise(size, 11, 9)
        flat = tooth.point([round(250 + (grey - 128) * 0.02) for grey in range(256)])
        self.image = ImageChops.multiply(self.image, Image.merge("RGB", (flat, flat, flat)))
        corner = self._field(
            lambda u, v: (max(0.0, (u + v) - 1.1) / 0.9) ** 1.5 * 0.22, (0, 0, *size)
        )
        self.image.paste("#3c2a1c", (0, 0, *size), corner)
        glow = self._field(
            lambda u, v: max(0.0, 1 - (u * u + v * v) ** 0.5) ** 2 * 0.35, (0, 0, *size)
        )
        self.image.paste("#fff6df", (0, 0, *size), glow)

    def _box(self, outline: Shape) -> Box:
        left, top, right, bottom = bounds(outline)
        zoom, (width, height) = self.zoom, self.image.size
        return (
            max(0, int(left * zoom) - 1),
            max(0, int(top * zoom) - 1),
            min(width, int(right * zoom) + 2),
            min(height, int(bottom * zoom) + 2),
        )

    def _mask(self, outline: Shape, box: Box, opacity: float) -> Image.Image:
        left, top, right, bottom = box
        size = (max(1, right - left), max(1, bottom - top))
        mask = Image.new("L", (size[0] * OVER, size[1] * OVER))
        scaled = [((x * self.zoom - left) * OVER, (y * self.zoom - top) * OVER) for x, y in outline]
        ImageDraw.Draw(mask).polygon(scaled, fill=round(255 * opacity))
        return mask.reduce(OVER)

    def _field(self, where: Field, box: Box) -> Image.Image:
        grid = GRID if box[2] - box[0] > 120 or box[3] - box[1] > 120 else GRID // 3
        values = bytes(
            max(0, min(255, round(255 * where((u + 0.5) / grid, (v + 0.5) / grid))))
            for v in range(grid)
            for u in range(grid)
        )
        size = (max(1, box[2] - box[0]), max(1, box[3] - box[1]))
        return Image.frombytes("L", (grid, grid), values).resize(size, Image.Resampling.BICUBIC)

    def _soft(
        self, outlines: list[Shape], colour: str, blur: float, opacity: float, multiply: bool
    ) -> None:
        pad = blur * 3
        left, top, right, bottom = bounds(point for outline in outlines for point in outline)
        box = self._box([(left - pad, top - pad), (right + pad, bottom + pad)])
        if box[2] <= box[0] or box[3] <= box[1]:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        for outline in outlines:
            mask = ImageChops.lighter(mask, self._mask(outline, box, opacity))
        mask = mask.filter(ImageFilter.GaussianBlur(blur * self.zoom))
        if not multiply:
            self._lay(box, mask, colour)
            return
        under = self.image.crop(box)
        tint = Image.new("RGB", under.size, colour)
        self.image.paste(ImageChops.multiply(under, tint), box, mask)

    def _lay(self, box: Box, mask: Image.Image, colour: str) -> None:
        if box[2] > box[0] and box[3] > box[1]:
            self.image.paste(ImageColor.getrgb(colour), box, mask)


def _ramp(value: float) -> int:
    value = max(0.0, min(1.0, value))
    return round(255 * value * value * (3 - 2 * value))


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour that lies ``share`` of the way from the first to the second."""
    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return f"#{red:02x}{green:02x}{blue:02x}"
