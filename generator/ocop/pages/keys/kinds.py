"""The shape of a kind of artifact: what its key is called after and made of.

Called by the families of this package.
"""

from collections.abc import Callable

from msgspec import Struct

from ocop.pages.artifact import Artifact
from ocop.pages.keys.reading import Reading


class Kind(Struct, frozen=True):
    """A kind of artifact: its name, the names of its key's parts, and what gives their marks."""

    name: str
    parts: tuple[str, ...]
    marks: Callable[[Reading, Artifact], tuple[bytes, ...]]
