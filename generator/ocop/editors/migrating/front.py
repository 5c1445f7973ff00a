"""Entries of other sites: Markdown files with front matter, as Hugo, Eleventy and Jekyll have.

Owns reading the front matter (YAML or TOML) as text, and which kind of entry a file is. Called by
:mod:`ocop.editors.migrating.work`.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.document import Document, Mark, Tree, Where
from ocop.source.entry import FOLDERS, Kind
from ocop.source.parse import parse_document
from ocop.text import Language

_FENCES = {"---": "yaml", "+++": "toml"}
_KINDS: Mapping[str, Kind] = {
    **FOLDERS,
    **dict.fromkeys(("product", "san-pham", "sanpham", "_products"), "product"),
    **dict.fromkeys(("producer", "chu-the", "nha-san-xuat", "_producers"), "producer"),
    **dict.fromkeys(("posts", "_posts", "blog", "tin-tuc", "tin"), "news"),
    **dict.fromkeys(("_pages", "trang"), "page"),
}
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(.+)")
_TRANSLATED = re.compile(r"(.+)\.([a-z]{2})")


class FrontMatter(Struct, frozen=True):
    """One file: its front matter as a document, and the Markdown below it."""

    document: Document
    body: str


def read_front(path: SourcePath, raw: bytes) -> FrontMatter | tuple[Diagnostic, ...]:
    """Return a file's front matter and words, or why it has none that can be read."""
    text, faults = decode(path, raw)
    if faults:
        return faults
    fence, _, rest = text.partition("\n")
    form = _FENCES.get(fence.rstrip())
    head, found, body = rest.partition(f"\n{fence.rstrip()}\n")
    if not found and rest.rstrip().endswith(f"\n{fence.rstrip()}"):
        head, body, found = rest.rstrip()[: -len(fence.rstrip())], "", fence
    if form is None or not found:
        return (Diagnostic("OCOP793", path),)
    if form == "toml":
        document = _toml(path, head)
        return (Diagnostic("OCOP793", path),) if document is None else FrontMatter(document, body)
    # A line for the fence, so that faults point at the right one.
    document, faults = parse_document(path, f"#\n{head}\n".encode())
    return faults if document is None or faults else FrontMatter(document, body.strip("\n"))


def kind_of(path: PurePosixPath) -> Kind | None:
    """Return what kind of entry a file is, by the nearest folder that tells."""
    return next((_KINDS[part.name] for part in path.parents if part.name in _KINDS), None)


def named(path: PurePosixPath) -> tuple[str, Language | None]:
    """Return what an entry is called in the address, and the language that the file's name says."""
    stem = path.stem
    said = _TRANSLATED.fullmatch(stem)
    language = Language(said[2]) if said else None
    stem = said[1] if said else stem
    if stem == "index":
        stem = path.parent.name
    dated = _DATED.fullmatch(stem)
    return (dated[1] if dated else stem), language


def _toml(path: SourcePath, head: str) -> Document | None:
    try:
        read = tomllib.loads(head)
    except tomllib.TOMLDecodeError:
        return None
    lines = head.split("\n")
    marks: dict[Where, Mark] = {(key,): _mark(lines, key) for key in read}
    return Document(path, {key: _text(value) for key, value in read.items()}, marks)


def _mark(lines: list[str], key: str) -> Mark:
    found = (
        at for at, line in enumerate(lines, start=2) if re.match(rf"\[*\"?{re.escape(key)}\b", line)
    )
    line = next(found, 1)
    return Mark(line, 1, line, 1)


def _text(value: Any) -> Tree:
    """Return a value of TOML as the text that YAML would have."""
    if isinstance(value, dict):
        return {str(key): _text(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_text(part) for part in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
