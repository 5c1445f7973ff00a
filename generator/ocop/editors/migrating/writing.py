"""An entry's tree as the text of its file.

Owns the plain block form that is brought into the common form afterwards. Called by its siblings.
"""

from collections.abc import Iterator, Mapping

from ocop.editors.retouch import scalar
from ocop.source.document import Tree


def written(tree: Mapping[str, Tree]) -> str:
    """Return a map as YAML that reads as exactly it."""
    return "".join(f"{line}\n" for key, value in tree.items() for line in _lines(key, value))


def commented(text: str) -> str:
    """Return lines as comments."""
    return "".join(f"# {line}".rstrip() + "\n" for line in text.rstrip("\n").split("\n"))


def _lines(key: str, value: Tree) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield f"{key}:"
        for inner, part in value.items():
            yield from (f"  {line}" for line in _lines(inner, part))
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        yield f"{key}:"
        for one in value:
            yield from _item(one)
    elif isinstance(value, list):
        yield f"{key}: [{', '.join(scalar(str(one)) for one in value)}]"
    else:
        yield f"{key}: {scalar(value) if isinstance(value, str) else ''}".rstrip()


def _item(value: Tree) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"  - {scalar(str(value))}"
        return
    inner = [line for key, part in value.items() for line in _lines(key, part)]
    yield f"  - {inner[0]}"
    yield from (f"    {line}" for line in inner[1:])
