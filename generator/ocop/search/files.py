"""The scripts of an index: names and contents.

Owns how a value becomes a script that any page may load and what it is called. Must not know
what the values mean. Called by all of this package that writes.
"""

import json
from hashlib import sha256

from msgspec import Struct

_UNSAFE = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What JSON may hold as it is and a script, or a page that one is copied into, may not."""


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Put(Struct, frozen=True):
    """One value of the index under its kind and number; ``content`` is the statement that gives it.

    It ends with a line feed and has no other.
    """

    kind: str
    number: int | str
    content: bytes

    def named(self, mark: str) -> str:
        """Return its address with ``mark``, the hash of its content."""
        return f"search/{self.kind}-{self.number}.{mark}.js"


def put(kind: str, number: int | str, value: object) -> Put:
    """Return ``value`` (what JSON can hold) as a statement."""
    said = written([kind, number, value])[1:-1]
    return Put(kind, number, f"ocopSearch.put({said});\n".encode())


def written(value: object) -> str:
    """Return ``value`` as JSON that is a JavaScript expression too."""
    text = _encode(value)
    for char, escape in _UNSAFE.items():
        text = text.replace(char, escape)
    return text


def mark(*puts: Put) -> str:
    """Return the hash that stands in the names of ``puts``: 8 hexadecimal digits."""
    return sha256(b"".join(one.content for one in puts)).hexdigest()[:8]
