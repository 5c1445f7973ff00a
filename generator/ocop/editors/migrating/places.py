"""Places of before July 2025, given the commune of today where there is no doubt.

Owns the one line that is added. What the names leave open stays open. Touches no disk. Called by
:mod:`ocop.editors.migrating.work`.
"""

from ocop.dates import PartialDate
from ocop.domain.locate import locate
from ocop.source.document import Document, Tree
from ocop.source.parse import parse_document

_KEYS = ("origin", "place")


def with_communes(document: Document, text: str, scope: str | None) -> tuple[str, str] | None:
    """Return the text of a file with the present commune of its origin, and the code; else None."""
    for key in _KEYS:
        origin = document.data.get(key)
        if isinstance(origin, dict) and "now" not in origin and origin.get("district"):
            code = _commune(origin, scope, _newest(document.data.get("recognitions")))
            if code is not None:
                result = _added(document, text, key, origin, code)
                return None if result is None else (result, code)
    return None


def _commune(origin: dict[str, Tree], scope: str | None, dated: PartialDate | None) -> str | None:
    names = [origin.get(part) for part in ("commune", "district", "province")]
    if not origin.get("commune") or not all(one is None or isinstance(one, str) for one in names):
        return None
    texts = (one if isinstance(one, str) else None for one in names)
    return locate(*texts, scope=scope, dated=dated).commune


def _newest(items: Tree) -> PartialDate | None:
    found: list[PartialDate] = []
    for item in items if isinstance(items, list) else ():
        date = item.get("date") if isinstance(item, dict) else None
        try:
            found += [PartialDate.parse(date)] if isinstance(date, str) else []
        except ValueError:
            continue
    return max(found, key=lambda one: one.first, default=None)


def _added(
    document: Document, text: str, key: str, origin: dict[str, Tree], code: str
) -> str | None:
    """Return the text with ``now`` behind the last name of an origin; None where lines cannot."""
    lines = text.split("\n")
    whole = document.marks[(key,)]
    last = max((document.marks[(key, part)] for part in origin), key=lambda one: one.line)
    if lines[whole.line - 1][whole.column - 1] == "{":
        line = lines[last.line - 1]
        end = line.find("}", last.column - 1)
        if end < 0:
            return None
        lines[last.line - 1] = f'{line[:end].rstrip()}, now: "{code}"{line[end:]}'
    else:
        lines.insert(last.line, f'{" " * (last.key_column - 1)}now: "{code}"')
    result = "\n".join(lines)
    again, faults = parse_document(document.path, result.encode())
    wanted = {**document.data, key: {**origin, "now": code}}
    return result if again is not None and not faults and again.data == wanted else None
