"""The file of a new entry: what is known filled in, every other key shown and explained.

Owns the layout of such files. An example of every key is data (``forms/<kind>.yaml``); their
order, which is that of ``ocop fmt``, and what they mean are the schema's. Called by
:mod:`ocop.cli.new`.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ocop.content.typed import MODELS
from ocop.schema.outline import Key, outline
from ocop.source.entry import Kind
from ocop.text import Language

_FORMS = Path(__file__).parent / "forms"
_KEY = re.compile(r"^(?=(\w+):)", re.MULTILINE)


@cache
def examples(kind: Kind) -> Mapping[str, str]:
    """Return the lines of an example of every key of a kind."""
    text = (_FORMS / f"{kind}.yaml").read_text("utf-8")
    _, *parts = _KEY.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def fill(
    kind: Kind, filled: Mapping[str, str], head: str, required: str, language: Language
) -> str:
    """Return the file: ``filled`` has the YAML lines of a key; the others are comments.

    Explanations begin with ``##``, keys that are not used yet with ``#``; ``head`` says so.
    ``required`` is the word for keys that must be there.
    """
    blocks = [_marked(head, "##")]
    for key in outline(MODELS[kind], language):
        lines = filled.get(key.key) or _marked(examples(kind)[key.key], "#")
        blocks.append(f"{_marked(_meaning(key, required), '##')}\n{lines.rstrip()}")
    return "\n\n".join(blocks) + "\n"


def text(value: str) -> str:
    """Return a YAML scalar that reads as exactly ``value``: in quotes, so that zeros stay."""
    return json.dumps(value, ensure_ascii=False)


def _meaning(key: Key, required: str) -> str:
    word = f" ({required})" if key.required else ""
    return f"{key.title}{word}: {key.text}"


def _marked(lines: str, mark: str) -> str:
    return "\n".join(f"{mark} {line}" for line in lines.strip().splitlines())
