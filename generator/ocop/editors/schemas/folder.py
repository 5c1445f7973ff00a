"""What ``.vscode/`` of a project holds: schemas, which file each is for, snippets, extensions.

Owns names and content of these files. Called by ``ocop schema`` and ``ocop init``.
"""

import json
from collections.abc import Mapping
from typing import Any

from ocop.content.typed import MODELS
from ocop.editors.schemas.files import file_schema
from ocop.editors.schemas.snippets import snippets
from ocop.schema.config import ConfigFile
from ocop.schema.model import Model
from ocop.source.entry import FOLDERS
from ocop.source.listing import CONTENT
from ocop.source.project import CONFIG
from ocop.text import Language

FOLDER = ".vscode"
_SCHEMAS = "ocop"
_EXTENSION = "redhat.vscode-yaml"
SCHEMAS: Mapping[str, type[Model]] = {
    **{str(kind): one for kind, one in MODELS.items()},
    "config": ConfigFile,
}
"""The model of every file that has a schema, by the name of the schema."""


def schema_text(name: str, language: Language) -> str:
    """Return the schema ``name`` as text."""
    return _json(file_schema(SCHEMAS[name], language))


def schema_files(language: Language) -> dict[str, str]:
    """Return the schemas' file names with their text."""
    return {_name(name): schema_text(name, language) for name in SCHEMAS}


def vscode_files(language: Language) -> dict[str, str]:
    """Return every file of ``.vscode/`` by its way from there."""
    schemas = {f"{_SCHEMAS}/{name}": text for name, text in schema_files(language).items()}
    return {
        "settings.json": _json(_settings()),
        "extensions.json": _json({"recommendations": [_EXTENSION, "editorconfig.editorconfig"]}),
        "ocop.code-snippets": _json(
            {one["title"]: _snippet(one) for one in snippets(language).values()}
        ),
        **schemas,
    }


def _name(schema: str) -> str:
    return f"{schema}.schema.json"


def _settings() -> dict[str, Any]:
    """Return the editor's settings: which schema is for which file, and tidy saving."""
    homes = {str(kind): f"{CONTENT}/{name}/*/{kind}.yaml" for name, kind in FOLDERS.items()}
    return {
        "yaml.schemas": {
            f"./{FOLDER}/{_SCHEMAS}/{_name(name)}": home
            for name, home in {**homes, "config": CONFIG}.items()
        },
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
    }


def _snippet(one: Mapping[str, Any]) -> dict[str, Any]:
    return {"scope": "yaml", **{key: one[key] for key in ("prefix", "description", "body")}}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
