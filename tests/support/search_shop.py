"""Catalogues of a few products to ask the engine about, by their names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ocop.search.document import SearchDoc
from ocop.search.index import index
from support.search_catalogue import LABELS, VI, doc
from support.search_documents import index_order
from support.search_in_node import Page

FIELDS = ("name", "other", "alias", "producer", "origin", "now", "kind")


def goods(name: str, stars: int = 0, text: str = "", **fields: str) -> SearchDoc:
    """A product with these phrases in its fields, each ``;`` between two of them."""
    given = {"name": name, **fields}
    phrases = tuple(tuple(filter(None, given.get(field, "").split(";"))) for field in FIELDS)
    return doc(name, name=name, stars=stars, texts=(text,) if text else (), fields=phrases)


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds, by names, what is told about it, and which files it took."""

    exact: list[str]
    near: list[str]
    notes: Mapping[str, Any]
    heed: Mapping[str, list[str]]
    loaded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shop:
    """A script that has the entry of an index of ``docs``."""

    script: Page
    files: Mapping[str, bytes]
    names: Sequence[str]

    @classmethod
    def of(cls, script: Page, *docs: SearchDoc) -> "Shop":
        """Load the entry alone."""
        files = index(docs, {VI: LABELS})
        script.open(files)
        return cls(script, files, [one.id for one in index_order(docs)])

    def find(self, query: object) -> Found:
        """Ask until no file is missing."""
        answer = self.script.ask("match", query)
        exact, near = ([self.names[n] for n in answer.value[key]] for key in ("exact", "near"))
        return Found(exact, near, answer.value["notes"], answer.value["heed"], answer.loaded)

    def exact(self, query: str) -> list[str]:
        """The names of the exact hits in order."""
        return self.find(query).exact

    def near(self, query: str) -> list[str]:
        """The names of the near hits of a query that nothing has as it stands."""
        found = self.find(query)
        assert found.exact == []
        return found.near
