"""From an order for labels to a PDF, or to all that stands against it.

Owns the steps: faces, the size of codes, photos, sheets, and one run of Typst. A text that has
no room at its least size is the fault of its product, and then there is no PDF at all. Called by
:mod:`ocop.cli.labels`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from ocop.diagnostics import Diagnostic
from ocop.domain.product import Product
from ocop.fair.choice import Choice
from ocop.fair.labels.boards import board_faces, stands
from ocop.fair.labels.faces import Face, product_faces
from ocop.fair.labels.kinds import LEAST_MODULE, Kind, module_of
from ocop.fair.labels.pictures import bands_of, heroes_of
from ocop.fair.labels.sheets import Sheet, sheets
from ocop.fair.refused import at_letters, letters_without_face, refused
from ocop.fair.typeset import NoTypst, Press, Unset, typeset
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.paths import EntryId, SourcePath
from ocop.text import Language

Progress = Callable[[str, int, int], None]

_TEMPLATE = "labels/labels.typ"
_UNFIT = re.compile(r"unfit: ([^;\"]*)")
"""How the template names the labels whose text has no room."""


class Order(Struct, frozen=True):
    """What to print: ``copies`` of single products go before ``each``; ``start`` is from 1.

    ``sheet`` is the name of one of the kind's, None for the usual one. ``mark`` is what codes
    carry to tell where they hung.
    """

    kind: Kind
    products: tuple[Product, ...]
    choice: Choice
    languages: tuple[Language, ...]
    sheet: str | None = None
    copies: Mapping[EntryId, int] = field(default_factory=dict)
    each: int = 1
    start: int = 1
    duplex: bool = False
    mark: str = ""


class Printed(Struct, frozen=True):
    """The PDF, None where there is an error among ``diagnostics``, and what is in it."""

    diagnostics: tuple[Diagnostic, ...]
    pdf: bytes | None = None
    labels: int = 0
    pages: int = 0


class _Label(Struct, frozen=True):
    """One label to be: its faces, how often, and whose it is."""

    faces: list[Face]
    copies: int
    name: str
    path: SourcePath


def print_labels(
    project: Path, site: Site, order: Order, jobs: int, progress: Progress = lambda *_: None
) -> Printed:
    """Return the labels of ``order`` as a PDF of A4 sheets, or of pages of the paper asked for."""
    progress("labels", 0, 0)
    labels = list(_labels(site, order))
    faults = list(_coded(order, labels))
    grid, faces = order.kind.grid(order.sheet), [face for one in labels for face in one.faces]
    files = bands_of(faces)
    if order.kind.pictured:
        heroes, coarse = heroes_of(
            project, site.config.photos, grid, faces, jobs, partial(progress, "photos")
        )
        files |= heroes
        faults += coarse
    laid = sheets([one.copies for one in labels], grid, order.start, order.duplex)
    progress("labels", 0, 0)
    try:
        pdf = typeset(_press(site, order, labels, laid, files))
    except (NoTypst, Unset) as error:
        return Printed((*faults, *_told(error, order.kind, labels)))
    return Printed(tuple(faults), pdf, sum(one.copies for one in labels), len(laid))


def _labels(site: Site, order: Order) -> Iterator[_Label]:
    apart = order.duplex or order.kind.halves
    if order.kind.booths:
        for stand in stands(site.catalogue, order.choice, order.products):
            faces = board_faces(site, stand, order.languages, apart, order.mark)
            yield _Label(faces, order.each, stand.number or stand.id, stand.path)
        return
    for product in order.products:
        faces = product_faces(site, product, order.languages, apart, order.mark)
        copies = order.copies.get(product.id, order.each)
        yield _Label(faces, copies, faces[0]["name"], product.path)


def _coded(order: Order, labels: Sequence[_Label]) -> Iterator[Diagnostic]:
    """Give every code its size; yield a warning where its modules are too small for print."""
    kind, grid = order.kind, order.kind.grid(order.sheet)
    least = float("inf")
    for label in labels:
        for face in label.faces:
            if code := face["code"]:
                modules = len(code["rows"])
                code["side"] = kind.code_side(grid, modules)
                least = min(least, module_of(code["side"], modules))
    if least < LEAST_MODULE:
        args = {"module": f"{least:.2f}", "least": f"{LEAST_MODULE:.2f}", "kind": kind.name}
        yield Diagnostic("OCOP623", SourcePath("config.yaml"), args=args)


def _press(
    site: Site,
    order: Order,
    labels: Sequence[_Label],
    laid: Sequence[Sheet],
    files: Mapping[str, bytes | Path],
) -> Press:
    kind, grid = order.kind, order.kind.grid(order.sheet)
    texts = press_for(site).texts_in(order.languages[0])
    across, down = grid.cuts() if kind.cut else ((), ())
    data = {
        "kind": kind.name,
        "title": texts(f"labels.title.{kind.name}"),
        "language": order.languages[0],
        "page": grid.page,
        "cell": (grid.width, grid.height),
        "labels": [one.faces for one in labels],
        "pages": [[(one.label, one.face, one.left, one.top) for one in page] for page in laid],
        "cuts": {"across": across, "down": down},
        "folds": [top + grid.height / 2 for _, top in map(grid.place, range(grid.cells))]
        if kind.halves
        else [],
    }
    return Press(_TEMPLATE, data, files, site.templates, site.catalogue.today, tagged=False)


def _told(error: NoTypst | Unset, kind: Kind, labels: Sequence[_Label]) -> Iterator[Diagnostic]:
    """Yield the faults of the labels whose text has no room or no font, else what Typst refused."""
    if letters := letters_without_face(error):
        yield at_letters(letters, ((one.path, one.faces) for one in labels))
        return
    match = _UNFIT.search(str(error)) if isinstance(error, Unset) else None
    if match is None:
        yield refused(error, _TEMPLATE)
        return
    unfit = set(match[1].split())
    for label in labels:
        if label.faces[0]["id"] in unfit:
            yield Diagnostic("OCOP622", label.path, args={"name": label.name, "kind": kind.name})
