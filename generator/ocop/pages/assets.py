"""Style, script and fonts, published under names that carry their content.

Owns the hashed names of everything under ``static/`` of the template folders, the urls inside
style sheets and the joining of files that are kept in parts. Must not know pages. Called by
the build, once.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath

from msgspec import Struct

from ocop.paths import SitePath, relative
from ocop.patterns import late

_URL = late(rb"""url\(\s*(["']?)(?!data:|https?:|[#/])([^"')?#]+)([?#][^"')]*)?\1\s*\)""")
_STRING = rb"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_ASIDE = late(_STRING + rb"|/\*.*?\*/\s*|^[ \t]+", re.DOTALL | re.MULTILINE)
"""What a style sheet says to its authors only; or a string, in which nothing is aside."""

_LOOSE = late(_STRING + rb"|\s*([{};,])\s*|(:)\s+", re.DOTALL)
"""Space around signs that need none; before a colon it may mean a descendant, and stays."""

_UNHASHED = (".txt", ".md")
PARTS = "parts.txt"
"""The list of a folder whose files are parts of one: their names without suffix, in order."""


class Assets(Struct, frozen=True):
    """``paths``: address of each file by its name under ``static/``; ``files``: its bytes."""

    paths: Mapping[str, SitePath]
    files: Mapping[SitePath, bytes]


def collect(folders: tuple[str, ...], made: Mapping[str, bytes]) -> Assets:
    """Return the static files of template folders, the project's own before the built-in one.

    ``made`` are files, by name, that come from the settings instead of a folder.
    Names become ``static/css/site.<8 hex>.css``; licences and notes keep theirs. Urls in
    style sheets are rewritten to the hashed names, relative to the style sheet; comments and
    idle space stay behind. A folder of scripts, or of style sheets, with a list ``parts.txt``
    becomes one file of the folder's name; what a list names elsewhere, as ``../shared/make``, is
    part of that file, and no file of its own.
    """
    found = _joined({name: path.read_bytes() for name, path in _find(folders)} | dict(made))
    paths: dict[str, SitePath] = {}
    files: dict[SitePath, bytes] = {}
    for name in sorted(found, key=lambda name: (name.endswith(".css"), name)):
        content = found[name]
        if name.endswith(".css"):
            content = _linked(name, _bare(content), paths)
        paths[name] = _address(name, content)
        files[paths[name]] = content
    return Assets(dict(sorted(paths.items())), dict(sorted(files.items())))


def _find(folders: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    for folder in reversed(folders):
        root = Path(folder) / "static"
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                yield name.as_posix(), path


def _joined(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """Put one file, of its parts in their order, in the place of each folder with a list.

    Scripts leave comments and indentation behind. What a list names and nobody has was told
    before (:func:`ocop.pages.template_faults.check_templates`).
    """
    folders = [name.removesuffix(f"/{PARTS}") for name in found if name.endswith(f"/{PARTS}")]
    parts = {folder: tuple(_listed(folder, found)) for folder in folders}
    apart = (*(f"{folder}/" for folder in folders), *chain.from_iterable(parts.values()))
    whole = {
        f"{folder}.{kind_of(folder)}": _one(kind_of(folder), [found[name] for name in names])
        for folder, names in parts.items()
    }
    return whole | {name: text for name, text in found.items() if not name.startswith(apart)}


def _listed(folder: str, found: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the names of the parts of a folder that there are."""
    for part in found[f"{folder}/{PARTS}"].decode("utf-8", "replace").split():
        name = normpath(f"{folder}/{part}.{kind_of(folder)}")
        if name in found:
            yield name


def _one(kind: str, parts: Iterable[bytes]) -> bytes:
    return _MAKERS.get(kind, _as_it_is)(b"\n".join(parts))


def kind_of(folder: str) -> str:
    """Return what the names of the parts in a folder end with: that of ``css/site`` is ``css``."""
    return folder.partition("/")[0]


@lru_cache(maxsize=64)  # a preview reads the same files again and again
def _without_comments(script: bytes) -> bytes:
    from rjsmin import jsmin  # type: ignore[import-untyped]  # only who publishes needs it

    return bytes(jsmin(script))


def _as_it_is(content: bytes) -> bytes:
    return content


_MAKERS = {"js": _without_comments}


@lru_cache(maxsize=64)
def _bare(content: bytes) -> bytes:
    """Return a style sheet without comments and without space that means nothing."""
    told = _ASIDE.sub(lambda match: match[1] or b"", content)
    return _LOOSE.sub(lambda match: match[1] or match[2] or match[3], told)


def _address(name: str, content: bytes) -> SitePath:
    if name.endswith(_UNHASHED):
        return SitePath(f"static/{name}")
    stem, dot, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:8]
    return SitePath(f"static/{stem}.{digest}{dot}{suffix}")


def _linked(name: str, content: bytes, paths: Mapping[str, SitePath]) -> bytes:
    """Rewrite the urls of a style sheet; one that names no static file stays as it is."""

    def hashed(match: re.Match[bytes]) -> bytes:
        target = paths.get(normpath(join(dirname(name), match[2].decode())))
        if target is None:
            return match[0]
        return (
            f'url("{relative(target, SitePath(f"static/{name}"))}'.encode()
            + (match[3] or b"")
            + b'")'
        )

    return _URL.sub(hashed, content)
