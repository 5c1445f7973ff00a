"""The scripts of an index: names and contents.

Owns how a value becomes a script that any page may load and what it is called. Must not know
what the values mean. Called by all of this package that writes.
"""

import json
from dataclasses import dataclass
from hashlib import sha256

_UNSAFE = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What JSON may hold as it is and a script, or a page that one is copied into, may not."""


@dataclass(frozen=True, slots=True)
class Put:
    """One value of the index under its kind and number, as the statement that gives it."""

    kind: str
    number: int | str
    statement: str

    def named(self, mark: str) -> str:
        """Return its address with ``mark``, the hash of its content."""
        return f"search/{self.kind}-{self.number}.{mark}.js"


def put(kind: str, number: int | str, value: object) -> Put:
    """Return ``value`` (what JSON can hold) as a statement."""
    said = ",".join(map(written, (kind, number, value)))
    return Put(kind, number, f"ocopSearch.put({said});\n")


def written(value: object) -> str:
    """Return ``value`` as JSON that is a JavaScript expression too."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _UNSAFE.items():
        text = text.replace(char, escape)
    return text


def mark(*puts: Put) -> str:
    """Return the hash that stands in the names of ``puts``: 8 hexadecimal digits."""
    return sha256("".join(one.statement for one in puts).encode()).hexdigest()[:8]
