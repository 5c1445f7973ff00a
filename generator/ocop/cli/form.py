"""The file of a new entry: what is known filled in, every other key shown and explained.

Owns the layout of such files; the keys with their explanations and examples are data
(``forms/<kind>.yaml``). Called by :mod:`ocop.cli.new`.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ocop.source.entry import Kind
from ocop.text import Language

_FORMS = Path(__file__).parent / "forms"


@cache
def form(kind: Kind) -> tuple[Mapping[str, Any], ...]:
    """Return the keys of a kind in order: ``key``, ``example``, and what it means by language."""
    text = (_FORMS / f"{kind}.yaml").read_text("utf-8")
    return tuple(yaml.load(text, Loader=yaml.CSafeLoader))


def fill(kind: Kind, filled: Mapping[str, str], head: str, language: Language) -> str:
    """Return the file: ``filled`` has the YAML lines of a key; the others are comments.

    Explanations begin with ``##``, keys that are not used yet with ``#``; ``head`` says so.
    """
    blocks = ["\n".join(f"## {line}" for line in head.strip().splitlines())]
    for part in form(kind):
        lines = filled.get(part["key"]) or _commented(part["example"])
        blocks.append(f"## {part[language]}\n{lines.rstrip()}")
    return "\n\n".join(blocks) + "\n"


def text(value: str) -> str:
    """Return a YAML scalar that reads as exactly ``value``: in quotes, so that zeros stay."""
    return json.dumps(value, ensure_ascii=False)


def _commented(example: str) -> str:
    return "\n".join(f"# {line}" for line in example.rstrip().splitlines())
