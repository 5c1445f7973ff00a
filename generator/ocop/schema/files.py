"""Field types for files beside an entry: photos' files and papers.

Owns the rule that a name stays inside the entry's folder. Touches no disk: whether the file
exists is for :mod:`ocop.content.checks`.
"""

from typing import Annotated

from ocop.domain.photo import Photo
from ocop.paths import SourcePath, is_inside
from ocop.patterns import late
from ocop.schema.contact import url_of
from ocop.schema.faults import fault, text_of
from ocop.schema.fieldtype import Context, FieldType, scalar
from ocop.schema.model import ABSENT, Model
from ocop.schema.scalars import Line
from ocop.schema.words import Label
from ocop.source.document import Tree

_FOCUS = late(r"(\d{1,3})%\s+(\d{1,3})%")
_STEP = 5


def is_url(text: str) -> bool:
    """Tell whether a ``file`` key names an address instead of a file."""
    return "://" in text


def _file(value: Tree, context: Context) -> str:
    name = text_of(value)
    if not is_inside(name) or len(name) > 255:
        raise fault("OCOP132", found=name)
    name = context.files.get(name, name)
    return SourcePath(f"{context.folder}/{name}" if context.folder else name)


def _paper(value: Tree, context: Context) -> str:
    name = text_of(value)
    return url_of(name) if is_url(name) else _file(value, context)


def _focus(text: str) -> tuple[int, int]:
    match = _FOCUS.fullmatch(text)
    if match is None or int(match[1]) > 100 or int(match[2]) > 100:
        raise fault("OCOP133", found=text)
    across, down = ((int(part) + _STEP // 2) // _STEP * _STEP for part in match.groups())
    return across, down


_INSIDE = {"type": "string", "pattern": r"^(?!/)(?!(.*/)?\.\.(/|$)).+$", "maxLength": 255}
FileName = Annotated[SourcePath, FieldType(_file, "file", _INSIDE)]
Paper = Annotated[str, FieldType(_paper, "paper", {"type": "string"})]
_PERCENT = r"([0-9]{1,2}|0[0-9]{2}|100)%"
_ACROSS_DOWN = {"type": "string", "pattern": rf"^{_PERCENT}\s+{_PERCENT}$"}
Focus = Annotated[tuple[int, int], scalar(_focus, "focus", _ACROSS_DOWN)]


class PhotoFile(Model):
    """One photo of an entry."""

    topic = "photo"
    makes = Photo
    file: FileName
    alt: Label
    caption: Label = ABSENT
    credit: Line = ABSENT
    focus: Focus = ABSENT
