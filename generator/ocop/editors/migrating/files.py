"""An entry's own file in an older shape, brought into today's with its comments.

Owns the text: what is right already stays letter by letter, what has no place is kept as a comment.
Touches no disk. Called by :mod:`ocop.editors.migrating.work`.
"""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.editors.canon import canonical
from ocop.editors.migrating.moving import Moved, moved
from ocop.editors.migrating.writing import commented, written
from ocop.schema.fieldtype import Context
from ocop.schema.model import Model
from ocop.source.document import Document
from ocop.source.entry import Kind


class Rewritten(Struct, frozen=True):
    """A file anew, or None and why; ``moved`` is what became of its keys."""

    text: str | None
    moved: Moved
    faults: tuple[Diagnostic, ...]


def rewritten(
    kind: Kind,
    model: type[Model],
    document: Document,
    text: str,
    context: Context,
    producers: Collection[str],
    head: str,
) -> Rewritten | None:
    """Return a content file in today's shape; None where it has that already.

    ``head`` is the comment above what has no place.
    """
    made = moved(kind, model, document.data, context, producers)
    if not made.moved and not made.said:
        return None
    if made.missing:
        lacking = ", ".join(made.missing)
        return Rewritten(None, made, (document.fault("OCOP792", keys=lacking),))
    blocks = _blocks(document, text)
    if blocks is None:
        return Rewritten(None, made, (document.fault("OCOP792", keys="{ }"),))
    canon = canonical(document.path, _joined(document, blocks, made).encode(), model)
    left = "".join(blocks[key] for key in made.left)
    result = canon.text and canon.text + remainder(left, head)
    return Rewritten(result, made, (*said_of(document, made), *canon.faults))


def said_of(document: Document, made: Moved) -> Iterator[Diagnostic]:
    """Yield what an editor has to look at: keys without a place, and a set that is a guess."""
    if made.left:
        names = ", ".join(made.left)
        yield document.fault("OCOP790", (made.left[0],), key=True, names=names)
    if "set" in made.guessed:
        old = _ground(made)
        told = document.data[old]
        found = next(iter(told.values())) if isinstance(told, dict) else told
        yield document.fault("OCOP791", (old,), found=found, number=made.tree["set"])


def _ground(made: Moved) -> str:
    """Return the old key that a guessed set goes back to: one that named a set, else the name."""
    olds = {new: old for old, new in reversed(made.moved.items())}
    return olds.get("set") or olds.get("name", "name")


def remainder(left: str, head: str) -> str:
    """Return lines that have no place as comments for the end of a file."""
    return f"\n{commented(head)}{commented(left)}" if left else ""


def _joined(document: Document, blocks: Mapping[str, str], made: Moved) -> str:
    """Return the text: blocks that stay, then new keys, each below the comments of the old ones."""
    stay = [key for key in blocks if made.tree.get(key) == document.data[key]]
    above: dict[str, str] = {}
    for key, block in blocks.items():
        if key not in stay and key not in made.left:
            top = made.moved.get(key, key).partition(".")[0]
            above[top] = above.get(top, "") + _comments(block)
    fresh = {key: value for key, value in made.tree.items() if key not in stay}
    orphans = "".join(comments for top, comments in above.items() if top not in fresh)
    parts = (above.get(key, "") + written({key: value}) for key, value in fresh.items())
    return orphans + "".join(blocks[key] for key in stay) + "".join(parts)


def _comments(block: str) -> str:
    """Return the comment lines of a block whose key moves, and its line if that has one."""
    lines = block.splitlines(keepends=True)
    kept = [line for line in lines if line.lstrip().startswith("#")]
    kept += [f"# {line}" for line in lines if " #" in line and line not in kept]
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in kept)


def _blocks(document: Document, text: str) -> dict[str, str] | None:
    """Return every key's lines and the comments above; None where lines cannot part them."""
    lines = (text if text.endswith("\n") else f"{text}\n").splitlines(keepends=True)
    starts = [(document.marks[(key,)].key_line - 1, key) for key in document.data]
    if len({line for line, _ in starts}) < len(starts) or lines[0].lstrip().startswith("{"):
        return None
    firsts = [_above(lines, line) for line, _ in starts]
    ends = [*firsts[1:], len(lines)]
    firsts[:1] = [0]
    return {
        key: "".join(lines[first:end])
        for first, end, (_, key) in zip(firsts, ends, starts, strict=True)
    }


def _above(lines: list[str], line: int) -> int:
    while line and lines[line - 1].startswith("#"):
        line -= 1
    return line
