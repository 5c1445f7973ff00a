"""Which kind of entry a key names.

Owns the rule: a key that is a kind's name, or its plural, holds the ids of such entries. Called
by what makes forms and what describes the shapes of values.
"""

from collections.abc import Mapping

from msgspec import Struct

from ocop.content.typed import MODELS
from ocop.schema.model import Model, keys
from ocop.source.entry import FOLDERS, Kind


class Sort(Struct, frozen=True):
    """A kind of entry: its folder below ``content/``, its model and the key of its name."""

    kind: Kind
    folder: str
    model: type[Model]

    @property
    def title(self) -> str:
        """The key that an entry is called by; empty where its folder's name must do."""
        return next((key for key in ("name", "title") if key in keys(self.model)), "")


SORTS: Mapping[Kind, Sort] = {
    kind: Sort(kind, folder, MODELS[kind]) for folder, kind in FOLDERS.items()
}


def reference(key: str) -> Sort | None:
    """Return the kind of entry that the ids under ``key`` are of; None for former ids."""
    return next((one for one in SORTS.values() if key in (one.kind, one.folder)), None)
