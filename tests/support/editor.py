"""Content with a value for every key of the schema, and the web editor's script run by Node."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ocop.config import Config
from ocop.content.typed import MODELS
from ocop.pages.admin.files import editor_files
from ocop.pages.admin.setup import local
from ocop.paths import SitePath
from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.source.entry import Kind
from ocop.text import Language
from support.sites import ROOT

CONFIG = Config(
    {Language("vi"): "OCOP"},
    "https://ocop.example/",
    "https://ocop.example/",
    (Language("vi"), Language("en")),
)
FILES = editor_files(CONFIG, local("/admin/api/v1", Language("vi")), CONFIG.url)
_PARTS = ("yaml", "shapes", "file", "controls")
_RUNNER = Path(__file__).with_suffix(".js")

_SAMPLES: Mapping[str, Any] = {
    "line": "08:30 – Số 5445/QĐ-UBND: bản sao",
    "text": "https://ocop.example/?a=1#b",
    "words": {"vi": "Chữ Việt, “đủ dấu”", "en": "no"},
    "markdown": {"vi": "Đoạn một.\n\n- một\n- hai", "en": "yes"},
    "yes": "true",
    "date": "2024-02",
    "money": "120.000",
    "season": ["3", "4", "12"],
    "levels": ["3", "4"],
    "point": ["19.8", "105.77"],
    "ids": ["htx-mot", "htx-hai"],
    "id": "trang-mot",
    "url": "https://ocop.example/a?b=c",
    "phone": "0335123456",
    "zalo": "0912 345 678",
    "email": "lien-he@ocop.example",
    "gtin": "8936012345672",
    "short": "0123",
    "programme_code": "83-829-28780-3-2022",
    "commune_code": "01234",
    "province_code": "08",
    "file": "anh-1.jpg",
    "paper": "quyet-dinh.pdf",
    "focus": "50% 30%",
    "number": "1.234",
    "range": "1-2",
}
"""One value for each type, of those that other programs take for something else."""


def whole_entry(kind: Kind) -> dict[str, Any]:
    """Every key of a kind, with a value in the shape that the web editor writes."""
    made: dict[str, Any] = _map(MODELS[kind], ())
    return made


def _map(model: type[Model], above: tuple[type[Model], ...]) -> dict[str, Any]:
    found = ((one.key, _value(one.shape, (*above, model))) for one in fields(model))
    return {key: value for key, value in found if value is not None}


def _value(shape: Shape, above: tuple[type[Model], ...]) -> Any:
    if isinstance(shape, Many):
        one = _value(shape.of, above)
        return None if one is None else [one]
    if isinstance(shape, FieldType):
        return _leaf(shape)
    return None if shape in above else _map(shape, above)


def _leaf(kind: FieldType) -> Any:
    if kind.word == "whole":
        return str(kind.json["maximum"])
    if kind.word == "choice":
        return (kind.json.get("enum") or kind.json["examples"])[0]
    return _SAMPLES[kind.word]


def in_node(cases: Iterable[list[Any]]) -> list[Any]:
    """What the editor's script makes of cases ``[action, argument …]``; see ``editor.js``."""
    names = ("shapes.js", "vendor/js-yaml/js-yaml.js")
    scripts = [FILES[SitePath(f"admin/{name}")].decode() for name in names]
    parts = (ROOT / f"templates/admin/editor/{part}.js" for part in _PARTS)
    told = {"scripts": [*scripts, *(part.read_text("utf-8") for part in parts)], "cases": [*cases]}
    done = subprocess.run(
        ["node", str(_RUNNER)], input=json.dumps(told), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    results: list[Any] = json.loads(done.stdout)
    return results
