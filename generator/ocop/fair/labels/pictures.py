"""The weaves and photos of labels, as files that the template asks for.

Owns their addresses, and the frame of a poster's photo. Called by
:mod:`ocop.fair.labels.print_labels`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from ocop.config import PhotoSettings
from ocop.diagnostics import Diagnostic
from ocop.fair.labels.faces import Face
from ocop.fair.labels.grids import Grid
from ocop.fair.print_photos import Frame, PrintPhoto, PrintRequest, print_photos
from ocop.fair.woven import band_png, hem_png
from ocop.paths import SourcePath

Files = dict[str, bytes | Path]

_WIDTH, _HEIGHT = 190 / 210, 126 / 210
"""The frame of a poster's photo, as shares of the page's width."""

_LEAST = 100
"""Dots per inch below which a photo on a poster looks coarse."""

_COLUMNS, _ROWS = 143, 29
"""Threads of the hem of the cover that stands in for a photo."""


def bands_of(faces: Sequence[Face]) -> Files:
    """Return the bands of the weave, telling each face the address of its own."""
    files: Files = {}
    for face in faces:
        design, industry = face["weave"], face["industry"]["code"]
        face["band"] = f"weaves/{industry}-{design}.png"
        if face["band"] not in files:
            files[face["band"]] = band_png(design, industry)
    return files


def heroes_of(
    project: Path,
    settings: PhotoSettings,
    grid: Grid,
    faces: Sequence[Face],
    jobs: int,
    progress: Callable[[int, int], None],
) -> tuple[Files, list[Diagnostic]]:
    """Return the large pictures of posters, telling each face its own; warn of coarse photos.

    A product without a photo, or with one that cannot be read, has the cover of its weave.
    """
    frame = Frame(round(grid.width * _WIDTH, 2), round(grid.width * _HEIGHT, 2))
    wanted = {face["id"]: _request(face, frame) for face in faces if face["photo"]}
    made = print_photos(project, tuple(wanted.values()), settings, jobs, progress)
    files: Files = {}
    coarse: dict[SourcePath, PrintPhoto] = {}
    for face in faces:
        request = wanted.get(face["id"])
        photo = made.get(request) if request else None
        if request and photo and photo.dpi < _LEAST:
            coarse[request.source] = photo
        face["hero"] = _hero(files, face, frame, photo)
    return files, [_coarse(source, photo, frame) for source, photo in coarse.items()]


def _request(face: Face, frame: Frame) -> PrintRequest:
    focus = face["photo"]["focus"]
    return PrintRequest(SourcePath(face["photo"]["file"]), frame, tuple(focus) if focus else None)


def _hero(files: Files, face: Face, frame: Frame, photo: PrintPhoto | None) -> Face:
    if photo:
        address = f"photos/{face['id']}.jpg"
        files[address] = photo.path
    else:
        design, industry = face["weave"], face["industry"]["code"]
        address = f"weaves/hem-{industry}-{design}.png"
        files[address] = hem_png(design, industry, _COLUMNS, _ROWS)
    return {"file": address, "woven": not photo, "width": frame.width, "height": frame.height}


def _coarse(source: SourcePath, photo: PrintPhoto, frame: Frame) -> Diagnostic:
    wide = f"{frame.width / 10:.0f}"
    return Diagnostic("OCOP624", source, args={"dpi": str(photo.dpi), "width": wide})
