"""What the web editor asks of the files on this computer: Decap's proxy protocol, in one place.

Owns the actions and what they return. Everything is written in its canonical form
(:mod:`ocop.editors.canon`), whole and all together or not at all, and no other file is touched.
Git is left to its users. Knows no HTTP. Called by :mod:`ocop.serve.editor`.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from ocop.content.typed import MODELS
from ocop.editors.admin.places import RefusedError, document_kind, inside, is_picture, is_story
from ocop.editors.canon import canonical
from ocop.fair.deliver import deliver_all
from ocop.paths import SourcePath
from ocop.source.listing import CONTENT
from ocop.text import nfc

Params = Mapping[str, Any]
"""What an action is told, as JSON has it."""

_DEEPEST = 4
"""Folders below ``content/`` that are listed at most."""


class MissingError(Exception):
    """There is no such file."""


class ChangedError(Exception):
    """Somebody else has written the file since the editor opened it."""


class Desk(Struct, frozen=True):
    """The editor's desk for one project; ``project`` is a real path.

    ``shown`` is what the editor knows of a file that it opened or wrote: its mark by its path.
    """

    project: Path
    shown: dict[Path, str] = field(default_factory=dict)

    def do(self, action: str, params: Params) -> Any:
        """Return what the action gives, as JSON has it.

        RefusedError for an unknown action, a file that may not be touched or a text that is no
        content; ChangedError for one that is not what the editor opened any more; MissingError
        for a file that is not there; KeyError, TypeError and ValueError for what is no request.
        """
        known = _ACTIONS.get(action)
        if known is None:
            raise RefusedError(action)
        return known(self, params)

    def _info(self, _: Params) -> Any:
        return {"repo": self.project.name, "publish_modes": ["simple"], "type": "ocop"}

    def _by_folder(self, params: Params) -> Any:
        folder, suffix = str(params["folder"]), "." + str(params["extension"])
        root = inside(self.project, folder)
        depth = min(int(params["depth"]), _DEEPEST)
        files = root.glob("/".join(["*"] * depth) + suffix) if root.is_dir() else ()
        return [self._entry(path) for path in self._open_to_us(files)]

    def _by_files(self, params: Params) -> Any:
        asked = (inside(self.project, one["path"]) for one in params["files"])
        return [self._entry(path) for path in asked if path.is_file()]

    def _get(self, params: Params) -> Any:
        path = inside(self.project, str(params["path"]))
        if not path.is_file():
            raise MissingError(path.name)
        entry = self._entry(path)
        self.shown[path] = entry["file"]["id"]
        return entry

    def _entry(self, path: Path) -> Any:
        raw = path.read_bytes()
        file = {"path": self._name(path), "id": _mark(raw)}
        return {"data": raw.decode("utf-8", "replace"), "file": file}

    def _persist(self, params: Params) -> Any:
        files = {}
        for one in params["dataFiles"]:
            if one.get("newPath"):
                raise RefusedError(one["newPath"])  # an entry keeps its folder: `ocop rename`
            name = SourcePath(str(one["path"]))
            files[inside(self.project, name)] = _document(name, str(one["raw"]))
        for path in files:
            if (
                path in self.shown
                and path.is_file()
                and _mark(path.read_bytes()) != self.shown[path]
            ):
                raise ChangedError(path.name)
        written = {path: _mark(content) for path, content in files.items()}
        deliver_all(files | dict(self._picture(one) for one in params["assets"]))
        self.shown.update(written)
        return {"message": "entry persisted"}

    def _picture(self, asset: Params) -> tuple[Path, bytes]:
        path = SourcePath(nfc(str(asset["path"])))
        if not is_picture(path) or asset["encoding"] != "base64":
            raise RefusedError(path)
        try:
            return inside(self.project, path), base64.b64decode(asset["content"], validate=True)
        except binascii.Error as error:
            raise RefusedError(path) from error

    def _media(self, params: Params) -> Any:
        root = inside(self.project, str(params["mediaFolder"]).strip("/"))
        files = root.iterdir() if root.is_dir() and root != self.project / CONTENT else ()
        return [self._file(path) for path in self._open_to_us(files) if self._is_picture(path)]

    def _media_file(self, params: Params) -> Any:
        path = inside(self.project, str(params["path"]))
        if not path.is_file() or not self._is_picture(path):
            raise MissingError(path.name)
        return self._file(path)

    def _persist_media(self, params: Params) -> Any:
        path, content = self._picture(params["asset"])
        deliver_all({path: content})
        return self._file(path)

    def _delete(self, params: Params) -> Any:
        asked = params["paths"] if "paths" in params else [params["path"]]
        paths = [inside(self.project, str(one)) for one in asked]
        for path in paths:
            if not self._is_picture(path):
                raise RefusedError(self._name(path))
        for path in paths:
            path.unlink(missing_ok=True)
        return {"message": "deleted"}

    def _file(self, path: Path) -> Any:
        raw = path.read_bytes()
        return {
            "id": _mark(raw),
            "name": path.name,
            "path": self._name(path),
            "encoding": "base64",
            "content": base64.b64encode(raw).decode(),
        }

    def _is_picture(self, path: Path) -> bool:
        return is_picture(SourcePath(nfc(self._name(path))))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.project).as_posix()

    def _open_to_us(self, files: Iterable[Path]) -> Iterator[Path]:
        """Yield those that are files, unhidden and behind no link, in order."""
        for path in sorted(files):
            try:
                if inside(self.project, self._name(path)).is_file():
                    yield path
            except RefusedError:
                continue


def _mark(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _document(path: SourcePath, raw: str) -> bytes:
    """Return a document in its canonical form, or a story as it is; RefusedError for others."""
    if is_story(path):
        return (nfc(raw).strip() + "\n").encode()
    kind = document_kind(path)
    if kind is None:
        raise RefusedError(path)
    canon = canonical(path, raw.encode(), MODELS[kind])
    if canon.text is None:
        raise RefusedError(path)
    return canon.text.encode()


_ACTIONS: Mapping[str, Callable[[Desk, Params], Any]] = {
    "info": Desk._info,
    "entriesByFolder": Desk._by_folder,
    "entriesByFiles": Desk._by_files,
    "getEntry": Desk._get,
    "persistEntry": Desk._persist,
    "getMedia": Desk._media,
    "getMediaFile": Desk._media_file,
    "persistMedia": Desk._persist_media,
    "deleteFile": Desk._delete,
    "deleteFiles": Desk._delete,
    "unpublishedEntries": lambda *_: [],
    "getDeployPreview": lambda *_: None,
    "getNotes": lambda *_: {"notes": []},
    "getPRMetadata": lambda *_: {"metadata": None},
}
