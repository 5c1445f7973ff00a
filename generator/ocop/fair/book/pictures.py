"""The pictures of a book: photos at their size on paper, and weaves.

Owns the addresses under which templates find them. Called by :mod:`ocop.fair.book.matter` and
its siblings.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import Industry, industry_of
from ocop.fair.binding import Drawing
from ocop.fair.book.paper import Paper, maker_frame
from ocop.fair.book.wish import Wish
from ocop.fair.codes import PrintedCode
from ocop.fair.print_photos import Frame, PrintPhoto, PrintRequest, print_photos
from ocop.pages.covers import design_of
from ocop.pages.site import Site
from ocop.paths import EntryId, SourcePath
from ocop.photos.weave import weave_sheet_svg, weave_svg

_THREADS = 0.4
"""Threads of a whole page's cloth to a millimetre."""

_STRIPS, _CLOTHS = 16, 8
"""Designs of each industry: neighbours seldom look alike, and a large book stays small."""

_CLOTH = (120, 36)
"""Threads across and down of a cloth three tenths as high as wide."""

_QUIET = 4
"""Modules around a code that readers need blank."""

_RUN = re.compile("1+")
_SVG = 'xmlns="http://www.w3.org/2000/svg" '


class Album(Struct):
    """The pictures of one book by address; weaves are woven when they are first asked for."""

    paper: Paper
    photos: Mapping[SourcePath, PrintPhoto]
    files: dict[str, bytes | Path | Drawing] = field(default_factory=dict)

    def photo(self, entry: Product | Producer) -> str:
        """Return the address of an entry's photo; empty where it has none."""
        found = self.photos.get(entry.path)
        if found is None:
            return ""
        return self._keep(f"/photos/{found.path.name}", lambda: found.path)

    def cover(self, product: Product) -> str:
        """Return the address of the cloth that stands for a product without a photo."""
        industry, design = industry_of(product.set), design_of(product.id)
        frame = self.paper.photo
        height = 72
        width = round(height * frame.width / frame.height)
        return self._keep(
            f"/weaves/cover-{industry.key}-{design}.svg",
            lambda: _sheet(f"{industry.key}-{design}", industry, width, height, height * 0.38),
        )

    def band(self, product: Product) -> str:
        """Return the address of the strip below the picture of ``product``."""
        return self.strip(product.id, industry_of(product.set))

    def code(self, code: PrintedCode) -> str:
        """Return the address of a code, drawn in black ink alone, with its quiet zone."""
        return self._keep(f"/codes/{len(self.files)}.jpg", lambda: drawn(code))

    def strip(self, seed: str, industry: Industry) -> str:
        """Return the address of a strip for dividing."""
        number = design_of(EntryId(seed)) % _STRIPS
        return self._keep(
            f"/weaves/strip-{industry.key}-{number}.svg",
            lambda: (
                weave_svg(f"band-{number}", industry.code, shape="band")
                .replace("<svg ", f"<svg {_SVG}", 1)
                .encode()
            ),
        )

    def cloth(self, seed: str, industry: Industry) -> str:
        """Return the address of a broad cloth for a producer without a photo."""
        number = design_of(EntryId(seed)) % _CLOTHS
        return self._keep(
            f"/weaves/cloth-{industry.key}-{number}.svg",
            lambda: _sheet(f"cloth-{number}", industry, *_CLOTH, 0),
        )

    def page(self, seed: str, industry: Industry) -> str:
        """Return the address of a cloth for a whole page, plain in the middle."""
        paper = self.paper
        width, height = round(paper.width * _THREADS), round(paper.height * _THREADS)
        return self._keep(
            f"/weaves/page-{seed}.svg",
            lambda: _sheet(seed, industry, width, height, height * paper.plain),
        )

    def _keep(self, address: str, make: Callable[[], bytes | Path | Drawing]) -> str:
        if address[1:] not in self.files:
            self.files[address[1:]] = make()
        return address


def _sheet(seed: str, industry: Industry, width: int, height: int, plain: float) -> bytes:
    return weave_sheet_svg(seed, industry.code, width, height, round(plain)).encode()


def drawn(code: PrintedCode) -> Drawing:
    """Return a code as rectangles, a module a unit, on a white ground."""
    side = code.modules + 2 * _QUIET
    parts = [b"0 0 0 0 k 0 0 %d %d re f 0 0 0 1 k" % (side, side)]
    for number, row in enumerate(code.rows):
        low = side - _QUIET - number - 1
        for run in _RUN.finditer(row):
            parts.append(b"%d %d %d 1 re" % (_QUIET + run.start(), low, len(run[0])))
    return Drawing(side, side, b"\n".join((*parts, b"f")))


def album_for(
    site: Site,
    project: Path,
    products: Iterable[Product],
    makers: Iterable[Producer],
    wish: Wish,
    paper: Paper,
    jobs: int,
    progress: Callable[[int, int], None],
) -> Album:
    """Return the album of a book, with the covers of its products and producers made for it."""
    wanted: dict[SourcePath, PrintRequest] = {}
    for entries, frame in ((products, paper.photo), (makers, maker_frame(wish, paper))):
        wanted |= {one.path: _request(one, frame) for one in entries if one.photos}
    made = print_photos(project, tuple(wanted.values()), site.config.photos, jobs, progress)
    return Album(paper, {one: made[asked] for one, asked in wanted.items() if asked in made})


def _request(entry: Product | Producer, frame: Frame) -> PrintRequest:
    photo = entry.photos[0]
    return PrintRequest(photo.file, frame, photo.focus)
