"""From data and a template to a PDF, by Typst.

Owns the folder in which Typst works and what it may see there: our templates and a project's own
over them, the data as JSON, pictures; nothing of the machine. Must not know what is printed.
Called by the makers of books, labels and sheets.

    typeset(Press("labels/labels.typ", {"title": "…"}, {"photos/1.jpg": path}, folders, today))

A template reads its data by ``json("data.json")``, which lies beside it, and a file of ``files``
by its address from the root: ``image("/photos/1.jpg")``. Editors' words are data, never markup.
"""

import datetime as dt
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ocop.fair.binding import Blank, Drawing, blank_for, bound

_PRINT = "print"
_FONTS = "fonts"
_MISSING = "unknown font family"
_ERROR = re.compile(r"^error: (.*?)$", re.MULTILINE)
_CONSEQUENCE = "does not exist in the document"
"""A label is nowhere where the page that has it could not be set."""


class Press(Struct, frozen=True):
    """One thing to be set.

    ``template`` is a path below ``templates/print``; ``data`` goes beside it as ``data.json``;
    ``files`` are pictures by their address from the root, whole, by their place on disk, or drawn;
    ``folders`` are template folders, a project's own before the built-in one; ``day`` is the date
    that the PDF bears. ``tagged`` makes a PDF that screen readers follow (PDF/UA-1) and that must
    have a title, a language and a text for every picture; else it is one for paper alone, with
    all that printers need in it (PDF/A-2b). In neither a letter may lack its shape. Pages that
    reach over their edge say by how many millimetres, ``bleed``.
    """

    template: str
    data: Mapping[str, object]
    files: Mapping[str, bytes | Path | Drawing]
    folders: tuple[str, ...]
    day: dt.date
    tagged: bool = True
    bleed: float = 0


class NoTypst(Exception):
    """Typst is not installed, or not for this machine."""


class Unset(Exception):
    """Typst could not set it; the text is Typst's own message."""


class NoFont(Unset):
    """A font that the template asks for is in none of the folders; the text is its name."""


def typeset(press: Press) -> bytes:
    """Return the PDF of ``press``: the same bytes for the same input.

    NoTypst, NoFont, or Unset where the template or its data are at fault.
    """
    return b"".join(pieces(press))


def pieces(press: Press) -> Iterator[bytes]:
    """Yield the PDF of ``press`` piece by piece: with many photos it may be large.

    Raises what :func:`typeset` raises before the first piece.
    """
    try:
        import typst  # half a second, and only what is printed needs it
    except ImportError as error:
        raise NoTypst(str(error)) from error

    with tempfile.TemporaryDirectory(prefix="ocop-print-") as folder:
        root = Path(folder)
        blanks = _lay_out(press, root)
        try:
            made, remarks = typst.compile_with_warnings(
                str(root / press.template),
                root=folder,
                font_paths=[str(root / _FONTS)],
                ignore_system_fonts=True,
                pdf_standards=["ua-1" if press.tagged else "a-2b"],
                pdf_tags=press.tagged,
                timestamp=_midnight(press.day),
            )
        except typst.TypstError as error:
            raise Unset(_told(error.diagnostic) or error.message) from error
    _refuse_other_fonts(remark.message for remark in remarks)
    yield from bound(made, blanks, press.bleed)


def _lay_out(press: Press, root: Path) -> Mapping[int, Blank]:
    """Copy what the template may read to ``root``: never a link, which may lead elsewhere.

    Photos stay where they are; what stands for them is returned.
    """
    for folder in reversed(press.folders):
        own = Path(folder) / _PRINT
        if own.is_dir():
            _copy(own, root)
    data = root / Path(press.template).parent / "data.json"
    data.write_text(json.dumps(press.data, ensure_ascii=False), "utf-8")
    blanks: dict[int, Blank] = {}
    for number, (address, content) in enumerate(press.files.items()):
        place = root / address
        place.parent.mkdir(parents=True, exist_ok=True)
        blank = None if isinstance(content, bytes) else blank_for(content, number)
        if blank:
            blanks[number] = blank
        _put(place, blank.data if blank else content)
    return blanks


def _put(place: Path, content: bytes | Path | Drawing) -> None:
    if isinstance(content, bytes):
        place.write_bytes(content)
    elif isinstance(content, Path):
        shutil.copyfile(content, place)


def _copy(folder: Path, root: Path) -> None:
    """Copy a folder's files over those in ``root``; the first refusal is the system's own."""
    for file in sorted(folder.rglob("*")):
        place = root / file.relative_to(folder)
        if file.is_dir():
            place.mkdir(exist_ok=True)
        else:
            shutil.copyfile(file, place)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _told(report: str) -> str:
    """Return the first error of Typst's report that is no mere consequence of another."""
    found = (one for one in _ERROR.findall(report) if not one.endswith(_CONSEQUENCE))
    return next(found, "")


def _refuse_other_fonts(remarks: Iterable[str]) -> None:
    """Let no other font stand in for a missing one: lines would break and names look otherwise."""
    for remark in remarks:
        if remark.startswith(_MISSING):
            raise NoFont(remark.removeprefix(_MISSING).strip(": `"))
