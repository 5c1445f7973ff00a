"""The weave and the photo of a trade sheet, as files that its template asks for.

Owns the frame of the photo, and what is told of one too small for it. Called by
:mod:`ocop.fair.sheets.making`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ocop.config import PhotoSettings
from ocop.diagnostics import Diagnostic
from ocop.domain.photo import Photo
from ocop.domain.product import Product
from ocop.fair.facts import Facts
from ocop.fair.print_photos import Frame, PrintPhoto, PrintRequest, print_photos
from ocop.fair.woven import band_png, hem_png

Photos = Mapping[PrintRequest, PrintPhoto]
Files = dict[str, bytes | Path]

_FRAME = Frame(182.0, 136.5, 150, 80)
"""The photo at its widest, which is across the page; beside the facts it has 210 dots per inch.
That prints well in an office and is light to send."""

_LEAST = 100
"""Dots per inch below which a photo across the page is coarse."""

_COLUMNS, _ROWS = 127, 27
"""Threads of the hem of the cover that stands in for a photo."""


def photos_of(
    project: Path,
    settings: PhotoSettings,
    products: Sequence[Product],
    jobs: int,
    progress: Callable[[int, int], None],
) -> Photos:
    """Return the cover photos of ``products``, made for their frame."""
    wanted = [_request(product.photos[0]) for product in products if product.photos]
    return print_photos(project, wanted, settings, jobs, progress)


def coarse(photos: Photos) -> Iterator[Diagnostic]:
    """Yield a warning for every photo that has too few pixels for its frame."""
    for request, photo in photos.items():
        if photo.dpi < _LEAST:
            args = {"width": str(photo.width), "dpi": str(photo.dpi)}
            yield Diagnostic("OCOP641", request.source, args=args)


def files_of(product: Product, words: Facts, photos: Photos) -> Files:
    """Return the pictures of a sheet by address, telling its ``words`` which is which."""
    design, industry = words["weave"], words["industry"]["code"]
    words["band"] = f"/weaves/{industry}-{design}.png"
    files: Files = {words["band"][1:]: band_png(design, industry)}
    photo = photos.get(_request(product.photos[0])) if product.photos else None
    if photo:
        address, alt = f"/photos/{product.id}.jpg", words["photo"]["alt"]
        files[address[1:]] = photo.path
    else:
        address, alt = f"/weaves/hem-{industry}-{design}.png", ""
        files[address[1:]] = hem_png(design, industry, _COLUMNS, _ROWS)
    words["picture"] = {"file": address, "alt": alt}
    return files


def _request(photo: Photo) -> PrintRequest:
    return PrintRequest(photo.file, _FRAME, photo.focus)
