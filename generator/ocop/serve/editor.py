"""The web editor in the preview: its pages, and where it saves to.

Owns HTTP for :mod:`ocop.editors.admin`. The address that saves carries a token of this run, so
that only a page that this server gave out knows it. Called by :mod:`ocop.cli.serve`.
"""

import json
from functools import partial
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from ocop.editors.admin.desk import ChangedError, Desk, MissingError
from ocop.editors.admin.places import RefusedError
from ocop.pages.admin.files import FOLDER, editor_files
from ocop.pages.admin.setup import Backend, local
from ocop.pages.admin.words import Words
from ocop.paths import SitePath
from ocop.schema.config import read_config
from ocop.serve.gate import content_type
from ocop.serve.routes import Answer, Asked, Routes
from ocop.source.project import read_config_document
from ocop.text import Language

FORM = f"/{FOLDER}#/collections/{{folder}}/entries/{{id}}/{{kind}}"
"""Where the editor shows an entry."""

_BEGIN = f"/{FOLDER}"
_TYPES = {".yml": "text/yaml; charset=utf-8"}


def editor_routes(project: Path, token: str, language: Language) -> Routes:
    """Return the answers that make up the editor of a project.

    ``project`` is a real path; ``token`` is something that nobody guesses, fit for an address;
    ``language`` is what its user reads.
    """
    changed = Words(language, (language,))("changed")
    saving = f"{_BEGIN}api/{token}/v1"
    return {
        ("GET", _BEGIN.rstrip("/")): _leading,
        ("GET", _BEGIN): partial(_page, project, local(saving, language)),
        ("POST", saving): partial(_save, Desk(project), changed),
    }


def _leading(_: Asked) -> Answer:
    return Answer(status=HTTPStatus.FOUND, headers={"Location": _BEGIN})


def _page(project: Path, backend: Backend, asked: Asked) -> Answer:
    """Return a file of the editor, made for the settings as they are now."""
    document, _ = read_config_document(project)
    config, _ = read_config(document) if document else (None, ())
    name = asked.path.removeprefix("/")
    preview = f"http://{asked.headers.get('host', 'localhost')}/"
    files = editor_files(config, backend, preview) if config else {}
    found = files.get(SitePath(name + "index.html" if name.endswith("/") else name))
    if found is None:
        return Answer(b"404\n", "text/plain; charset=utf-8", HTTPStatus.NOT_FOUND)
    path = PurePosixPath(name if not name.endswith("/") else "index.html")
    return Answer(found, _TYPES.get(path.suffix) or content_type(Path(path)))


def _save(desk: Desk, changed: str, asked: Asked) -> Answer:
    try:
        told = json.loads(asked.body)
        return _json(desk.do(str(told["action"]), told.get("params") or {}))
    except MissingError as error:
        return _fault(error, HTTPStatus.NOT_FOUND)
    except ChangedError:
        return _fault(changed, HTTPStatus.CONFLICT)
    except RefusedError as error:
        return _fault(error, HTTPStatus.FORBIDDEN)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return _fault(error, HTTPStatus.BAD_REQUEST)
    except OSError as error:
        return _fault(error, HTTPStatus.INTERNAL_SERVER_ERROR)


def _json(value: object) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode())


def _fault(error: Exception | str, status: HTTPStatus) -> Answer:
    content = json.dumps({"error": str(error)}, ensure_ascii=False).encode()
    return Answer(content, status=status)
