"""Photos for paper: cropped to their frame, as many pixels as it needs, kept once made.

Owns the way from an original to a JPEG of so many millimetres at so many dots per inch: upright,
sRGB, nothing of its metadata. Must not know what is printed. Called by the makers of books,
labels and sheets.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from ocop.config import PhotoSettings
from ocop.paths import SourcePath
from ocop.photos.budget import MEMORY, Budget
from ocop.photos.facts import Fault, Probe
from ocop.photos.identify import Identified, identify
from ocop.photos.ledger import Ledger, write_whole
from ocop.photos.original import read_original
from ocop.photos.recipe import CENTRE, PIPELINE, Focus, Size
from ocop.project import CACHE

_INCH = 25.4
_FOLDER = "print"
_END = b"\xff\xd9"
"""How every whole JPEG ends."""


class Frame(Struct, frozen=True):
    """A place on paper for a photo: millimetres, and dots per inch; ``quality`` is JPEG's."""

    width: float
    height: float
    dpi: int = 300
    quality: int = 88


class PrintRequest(Struct, frozen=True):
    """A photo for a frame, which it fills; ``focus`` in percent from the left and the top."""

    source: SourcePath
    frame: Frame
    focus: Focus | None = None


class PrintPhoto(Struct, frozen=True):
    """A photo made for its frame: the file, its pixels, and the dots per inch that it has."""

    path: Path
    width: int
    height: int
    dpi: int


def print_photos(
    project: Path,
    requests: Sequence[PrintRequest],
    settings: PhotoSettings,
    jobs: int = 1,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> Mapping[PrintRequest, PrintPhoto]:
    """Return the photos of ``requests``, making those that the project's cache lacks.

    One that cannot be read is not among them: the checks have told why. No photo is enlarged: one
    that is too small has fewer ``dpi`` than its frame asks for. ``progress`` is told how many of
    those that were missing are made, and of how many.
    """
    store = project / CACHE / "photos"
    ledger = Ledger(store)
    wanted = tuple(dict.fromkeys(requests))
    known = {
        one.source: one
        for one in identify(project, (one.source for one in wanted), settings, ledger, jobs)
    }
    made: dict[PrintRequest, PrintPhoto] = {}
    lacking: list[tuple[PrintRequest, PrintPhoto]] = []
    for request in wanted:
        photo, probe = known[request.source], known[request.source].developable(settings)
        if probe is not None:
            plan = _planned(project, request, photo, probe, ledger.encoders())
            made[request] = plan
            lacking += [] if _is_whole(plan.path) else [(request, plan)]
    ledger.save()
    shop = partial(_make, project, known, settings, Budget(MEMORY))
    with ThreadPoolExecutor(max(1, jobs)) as pool:
        for done, whole in enumerate(pool.map(shop, lacking), start=1):
            if not whole:
                del made[lacking[done - 1][0]]
            progress(done, len(lacking))
    return made


def _planned(
    project: Path, request: PrintRequest, photo: Identified, probe: Probe, encoders: str
) -> PrintPhoto:
    """Return what the photo will be, and where it is kept: by all that shapes it."""
    frame, crop = request.frame, crop_size((probe.width, probe.height), request.frame)
    width = min(crop[0], round(frame.width / _INCH * frame.dpi))
    height = max(1, round(crop[1] * width / crop[0]))
    shape = (width, height, request.focus or CENTRE, frame.quality, PIPELINE, encoders)
    key = hashlib.sha256(f"{photo.digest}\n{shape}".encode()).hexdigest()
    path = project / CACHE / _FOLDER / key[:2] / f"{key}.jpg"
    return PrintPhoto(path, width, height, round(width * _INCH / frame.width))


def crop_size(size: Size, frame: Frame) -> Size:
    """Return the largest part of a photo that has the shape of ``frame``."""
    scale = min(size[0] / frame.width, size[1] / frame.height)
    return max(1, round(frame.width * scale)), max(1, round(frame.height * scale))


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            file.seek(-len(_END), 2)
            return file.read() == _END
    except OSError:
        return False


def _make(
    project: Path,
    known: Mapping[SourcePath, Identified],
    settings: PhotoSettings,
    budget: Budget,
    task: tuple[PrintRequest, PrintPhoto],
) -> bool:
    """Make one photo and keep it; False where its pixels cannot be read."""
    from ocop.photos.decode import memory_needed  # loads Pillow: not where all are kept
    from ocop.photos.probe import BROKEN

    request, plan = task
    probe = known[request.source].developable(settings)
    read = read_original(project, request.source)
    if probe is None or isinstance(read, Fault):
        return False
    widest = _base_width(probe, request.frame, plan)
    with budget.take(memory_needed(probe, widest)):
        try:
            data = _encoded(read[0], probe, widest, request, plan)
        except BROKEN:
            return False
    write_whole(plan.path, data)
    return True


def _base_width(probe: Probe, frame: Frame, plan: PrintPhoto) -> int:
    """Return the width of the whole photo of which the crop has the planned width."""
    return -(-plan.width * probe.width // crop_size((probe.width, probe.height), frame)[0])


def _encoded(
    data: bytes, probe: Probe, widest: int, request: PrintRequest, plan: PrintPhoto
) -> bytes:
    from PIL import Image  # likewise

    from ocop.photos.decode import decode

    base = decode(data, probe, widest)
    box = _box(base.size, request)
    crop = base.resize((plan.width, plan.height), Image.Resampling.LANCZOS, box=box)
    out = BytesIO()
    crop.save(out, "JPEG", quality=request.frame.quality, subsampling="4:2:0", optimize=True)
    return out.getvalue()


def _box(size: Size, request: PrintRequest) -> tuple[float, float, float, float]:
    """Return the part of the shape of the frame that has the focal point as central as can be."""
    frame, (x, y) = request.frame, request.focus or CENTRE
    scale = min(size[0] / frame.width, size[1] / frame.height)
    width, height = frame.width * scale, frame.height * scale
    left = min(max(size[0] * x / 100 - width / 2, 0.0), size[0] - width)
    top = min(max(size[1] * y / 100 - height / 2, 0.0), size[1] - height)
    return left, top, min(left + width, size[0]), min(top + height, size[1])
