"""Files for ``tests/errors`` that a text file cannot hold, each made by a named function.

A section ``-- !make content/products/a/a.jpg jpeg --`` calls ``RECIPES["jpeg"]`` with the
file's path, whose folder exists. Register a new one with :func:`recipe`.
"""

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from support import photo_files

RECIPES: dict[str, Callable[[Path], None]] = {}


def recipe(make: Callable[[Path], None]) -> Callable[[Path], None]:
    """Register a recipe under its function's name."""
    RECIPES[make.__name__] = make
    return make


@recipe
def jpeg(path: Path) -> None:
    """A sound little photograph, large enough to be shown."""
    Image.linear_gradient("L").resize((1200, 900)).convert("RGB").save(path, "JPEG")


@recipe
def empty(path: Path) -> None:
    """A file that copying never filled."""
    path.write_bytes(b"")


@recipe
def heic(path: Path) -> None:
    """An iPhone's photo, whatever its name."""
    path.write_bytes(photo_files.heic())


@recipe
def jpeg_cut_short(path: Path) -> None:
    """A photograph of which the last third never arrived."""
    whole = photo_files.encoded(photo_files.scene(1200, 900), "JPEG")
    path.write_bytes(whole[: len(whole) * 2 // 3])


@recipe
def png_of_3600_megapixels(path: Path) -> None:
    """A pixel bomb: a few bytes that ask for gigabytes."""
    path.write_bytes(photo_files.png_header_only(60_000, 60_000))


@recipe
def tiff(path: Path) -> None:
    """A scan in a format that the web does not show."""
    Image.new("L", (800, 600)).save(path, "TIFF")


@recipe
def animated_webp(path: Path) -> None:
    """Two pictures in turn."""
    frames = [Image.new("RGB", (800, 600), colour) for colour in ("red", "blue")]
    frames[0].save(path, "WEBP", save_all=True, append_images=frames[1:], duration=200)


@recipe
def cmyk_jpeg(path: Path) -> None:
    """A printer's picture without its colour profile."""
    Image.new("CMYK", (800, 600), (200, 20, 60, 10)).save(path, "JPEG")


@recipe
def small_jpeg(path: Path) -> None:
    """A photograph squeezed by a chat program."""
    photo_files.scene(480, 360).save(path, "JPEG")


@recipe
def wide_jpeg(path: Path) -> None:
    """A photograph with far more pixels than any page shows."""
    Image.new("L", (6400, 800), 90).save(path, "JPEG")


@recipe
def file_of_101_megabytes(path: Path) -> None:
    """More bytes than are ever read."""
    with path.open("wb") as file:
        file.truncate(101_000_000)


@recipe
def web_page(path: Path) -> None:
    """What "save link as" leaves when the link leads to a page."""
    path.write_bytes(photo_files.html())
